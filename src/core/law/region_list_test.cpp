#include "core/law/region_list.h"

#include <gtest/gtest.h>

namespace xiezhi::core::law {
namespace {

base::Date day(const char* iso) { return *base::Date::parse(iso); }

Leniency lenient(const std::string& id, const char* from) {
  Leniency out;
  out.id = id;
  out.title = id;
  out.from = day(from);
  return out;
}

Circumstance lighter(const std::string& id, std::int32_t percent) {
  Circumstance out;
  out.id = id;
  out.percent = percent;
  return out;
}

Figure figure(const std::string& key, std::optional<std::string> region, std::int64_t value) {
  Figure out;
  out.key = key;
  out.value = value;
  out.region = std::move(region);
  out.from = day("2021-07-15");
  return out;
}

PackFile file() {
  PackFile out;
  out.discretion.emplace();
  out.discretion->push_back({"23", {}, {lighter("merit", 30)}, {lenient("signs", "2021-09-01")}});
  out.figures = {figure("hearing", "23", 5), figure("hearing", std::nullopt, 9), figure("other", "22", 7)};
  return out;
}

PublishedList list(ListKind kind, const char* from, ListContent content) {
  return {"23", kind, day(from), dated(std::move(content), day(from), "文号")};
}

TEST(RegionList, IsNamedAfterRegionAndKind) { EXPECT_EQ(list_id("23", ListKind::leniency), "23.leniency"); }

TEST(RegionList, TakesThePlaceOfWhatStoodBeforeFromItsDay) {
  ListContent content;
  content.leniency = {lenient("drill", "2021-09-01")};
  const auto out = with_lists(file(), {list(ListKind::leniency, "2026-10-01", content)});
  const auto& entries = out.discretion->front().leniency;
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].id, "signs");
  EXPECT_EQ(entries[0].until, day("2026-09-30"));
  EXPECT_EQ(entries[1].id, "drill");
  EXPECT_EQ(entries[1].from, day("2026-10-01"));
  EXPECT_FALSE(entries[1].until);
  EXPECT_EQ(entries[1].note, "文号");
  EXPECT_EQ(entries[1].status, Provenance::verified);
  EXPECT_EQ(out.discretion->front().circumstances.size(), 1U) << "the other lists stay";
}

TEST(RegionList, ALaterOneEndsTheOneBefore) {
  ListContent first;
  first.circumstances = {lighter("merit", 20)};
  ListContent second;
  second.circumstances = {lighter("merit", 40)};
  const auto out = with_lists(file(), {list(ListKind::circumstances, "2026-10-01", first),
                                       list(ListKind::circumstances, "2027-01-01", second)});
  const auto& entries = out.discretion->front().circumstances;
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_FALSE(entries[0].from) << "since ever";
  EXPECT_EQ(entries[0].until, day("2026-09-30"));
  EXPECT_EQ(entries[1].percent, 20);
  EXPECT_EQ(entries[1].until, day("2026-12-31"));
  EXPECT_EQ(entries[2].percent, 40);
  EXPECT_FALSE(entries[2].until);
}

TEST(RegionList, ChangesTheFiguresOfItsRegionAlone) {
  ListContent content;
  content.figures = {figure("hearing", "23", 10)};
  const auto out = with_lists(file(), {list(ListKind::figures, "2026-10-01", content)});
  ASSERT_EQ(out.figures.size(), 4U);
  EXPECT_EQ(out.figures[0].until, day("2026-09-30"));
  EXPECT_FALSE(out.figures[1].until);
  EXPECT_FALSE(out.figures[2].until);
  EXPECT_EQ(out.figures[3].value, 10);
}

TEST(RegionList, BareListsOfOneContentAreAlike) {
  ListContent content;
  content.leniency = {lenient("signs", "2021-09-01")};
  const auto published = dated(content, day("2026-10-01"), "文号");
  EXPECT_NE(base::to_json(published), base::to_json(content));
  EXPECT_EQ(base::to_json(bare(published)), base::to_json(bare(content)));
}

}  // namespace
}  // namespace xiezhi::core::law
