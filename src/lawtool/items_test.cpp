#include "lawtool/items.h"

#include <gtest/gtest.h>

#include "lawtool/source.h"

namespace xiezhi::lawtool {
namespace {

const base::Date kDay = base::Date::of(2026, 3, 2);

law::Instrument instrument(const char* id, const char* title) {
  law::Instrument out;
  out.id = id;
  out.short_title = title;
  out.version = "1";
  out.from = base::Date::of(2020, 1, 1);
  return out;
}

law::Violation violation(const char* id, const char* text, std::int32_t article, std::int32_t item, std::int32_t duty) {
  law::Measure fine;
  fine.max_fen = base::Money{100};
  law::Branch branch;
  branch.measures = {fine};
  law::Violation out;
  out.id = id;
  out.title = std::string("违法") + id;
  out.penalty = {text, article, 1, item};
  out.duty = {{text, duty, std::nullopt, std::nullopt}};
  out.branches = {branch};
  return out;
}

law::PackFile gardens() {
  law::PackFile out;
  out.instruments = {instrument("garden", "园林条例"), instrument("park", "公园条例"), instrument("old", "旧条例")};
  out.instruments[2].until = base::Date::of(2025, 12, 31);
  out.violations = {violation("g.9.1", "garden", 9, 1, 1), violation("g.9.2", "garden", 9, 2, 1),
                    violation("p.5.1", "park", 5, 1, 2), violation("o.3.1", "old", 3, 1, 1)};
  return out;
}

std::vector<ItemFinding> check(const std::vector<Item>& items, const law::PackFile& pack = gardens()) {
  return check_items(items, pack, kDay);
}

Item item(const char* id, std::vector<law::Citation> basis) {
  Item out;
  out.id = id;
  out.name = std::string("事项") + id;
  out.basis = std::move(basis);
  return out;
}

TEST(Items, AreTheViolationsInForceThatTheDepartmentPunishes) {
  law::PackFile pack = gardens();
  pack.violations[1].branches[0].measures[0].decider = law::Decider::police;
  const auto items = derive_items(pack, kDay);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].id, "g.9.1");
  EXPECT_EQ(items[1].id, "p.5.1");
  EXPECT_EQ(items[0].basis, (std::vector<law::Citation>{{"garden", 9, 1, 1}}));
  EXPECT_EQ(derive_items(pack, base::Date::of(2025, 6, 1)).size(), 3U);
}

TEST(Items, AnOrderAloneIsNoItem) {
  law::PackFile pack = gardens();
  pack.violations[0].branches[0].measures[0] = law::Measure{};
  pack.violations[0].branches[0].measures[0].kind = law::MeasureKind::order_correction;
  EXPECT_EQ(derive_items(pack, kDay).front().id, "g.9.2");
}

TEST(ItemCheck, DerivedItemsOfDifferentDutiesHaveNothingWrong) {
  EXPECT_TRUE(check(derive_items(gardens(), kDay)).empty());
}

TEST(ItemCheck, FindsAnItemWithoutBasis) {
  const auto findings = check({item("1", {}), item("2", {{"nowhere", 1, 1, 1}}), item("3", {{"garden", 8, 1, 1}})});
  ASSERT_EQ(findings.size(), 3U);
  for (const ItemFinding& finding : findings) EXPECT_EQ(finding.fault, ItemFault::no_basis);
  EXPECT_EQ(findings[2].item, "3");
  EXPECT_TRUE(check({item("4", {{"garden", 9, 1, 1}})}).empty());
}

TEST(ItemCheck, FindsARepealedBasis) {
  const auto findings = check({item("1", {{"old", 3, 1, 1}})});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].fault, ItemFault::repealed_basis);
  EXPECT_TRUE(check_items({item("1", {{"old", 3, 1, 1}})}, gardens(), base::Date::of(2025, 12, 31)).empty());
}

TEST(ItemCheck, FindsABasisThatGivesWay) {
  law::PackFile pack = gardens();
  law::Yielding yielding;
  yielding.at = {"garden", 9, std::nullopt, std::nullopt};
  yielding.to = {"park", 5, std::nullopt, std::nullopt};
  pack.instruments[0].yields = {yielding};
  const auto findings = check({item("1", {{"garden", 9, 1, 1}}), item("2", {{"park", 5, 1, 1}})}, pack);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].fault, ItemFault::gives_way);
  pack.instruments[0].yields[0].relation = law::Relation::special;
  EXPECT_TRUE(check({item("1", {{"garden", 9, 1, 1}})}, pack).empty());
}

TEST(ItemCheck, FindsDuplicatesByNameAndByBasis) {
  Item same_name = item("2", {{"park", 5, 1, 1}});
  same_name.name = "事项1";
  const auto by_name = check({item("1", {{"garden", 9, 1, 1}}), same_name});
  ASSERT_EQ(by_name.size(), 1U);
  EXPECT_EQ(by_name[0].fault, ItemFault::duplicate);
  EXPECT_EQ(by_name[0].other, "2");
  const auto by_basis = check({item("1", {{"garden", 9, 1, 1}}), item("2", {{"garden", 9, 1, 1}})});
  ASSERT_EQ(by_basis.size(), 1U);
  EXPECT_EQ(by_basis[0].fault, ItemFault::duplicate);
}

TEST(ItemCheck, FindsABasisInsideAnother) {
  const auto findings = check({item("1", {{"garden", 9, 1, std::nullopt}}), item("2", {{"garden", 9, 1, 2}})});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].fault, ItemFault::overlap);
}

TEST(ItemCheck, FindsItemsThatPunishOneBreach) {
  law::PackFile pack = gardens();
  pack.violations[2].duty = {{"garden", 1, std::nullopt, std::nullopt}};
  const auto shared = check({item("1", {{"garden", 9, 1, 1}}), item("2", {{"park", 5, 1, 1}})}, pack);
  ASSERT_EQ(shared.size(), 1U);
  EXPECT_EQ(shared[0].fault, ItemFault::overlap);
  EXPECT_NE(shared[0].detail.find("both break"), std::string::npos);

  law::PackFile applied = gardens();
  applied.violations[2].applies = {"g.9.1"};
  const auto by_reference = check({item("1", {{"garden", 9, 1, 1}}), item("2", {{"park", 5, 1, 1}})}, applied);
  ASSERT_EQ(by_reference.size(), 1U);
  EXPECT_EQ(by_reference[0].fault, ItemFault::overlap);
}

TEST(Items, TableNamesBasisAndDutyByTitle) {
  const std::string table = items_markdown(derive_items(gardens(), kDay), gardens());
  EXPECT_NE(table.find("园林条例 第九条第一款第一项"), std::string::npos);
  EXPECT_NE(table.find("园林条例 第一条"), std::string::npos);
}

TEST(Items, OfTheLawFolderAllHaveABasisInForceAndNoneTwice) {
  const auto source = read_law(std::string(XIEZHI_SOURCE_DIR) + "/law");
  ASSERT_TRUE(source.ok());
  const auto pack = to_pack_file(*source);
  ASSERT_TRUE(pack.ok());
  const auto items = derive_items(*pack, kDay);
  EXPECT_GE(items.size(), 125U);
  for (const ItemFinding& finding : check_items(items, *pack, kDay)) {
    const bool note = finding.fault == ItemFault::overlap || finding.fault == ItemFault::gives_way;
    EXPECT_TRUE(note) << finding.item << " " << finding.detail;
  }
}

}  // namespace
}  // namespace xiezhi::lawtool
