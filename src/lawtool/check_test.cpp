#include "lawtool/check.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "lawtool/seed.h"

namespace xiezhi::lawtool {
namespace {

// A made-up law of one penalty article and one figure, and data that fit it.
constexpr const char* kText = R"(# 某地园林条例

第一条 生产经营单位应当浇花。

第二条 园林部门接到报告后，应当在七日内答复。

第三条 生产经营单位有下列行为之一的，责令限期改正，处一万元以上二万元以下的罚款：

（一）不浇花的；

（二）不修枝的。)";

law::Measure fine(std::int64_t low, std::int64_t high) {
  law::Measure out;
  out.min_fen = base::Money{low};
  out.max_fen = base::Money{high};
  return out;
}

ViolationSource violation(std::int32_t item, const char* anchor) {
  ViolationSource out;
  out.id = "wsl.3." + std::to_string(item);
  out.title = "花木无人照料";
  out.item = item;
  out.clauses = {"p1"};
  DutySource duty;
  duty.article = 1;
  duty.anchor = "应当浇花";
  out.duty = {duty};
  out.anchor = anchor;
  out.status = law::Provenance::verified;
  return out;
}

ArticleSource penalty() {
  law::Measure order;
  order.kind = law::MeasureKind::order_correction;
  BranchSource branch;
  branch.when = {law::Trigger::found};
  branch.measures = {order, fine(1'000'000, 2'000'000)};
  ClauseSource clause;
  clause.name = "p1";
  clause.branches = {branch};
  ArticleSource out;
  out.article = 3;
  out.clauses = {clause};
  out.violations = {violation(1, "不浇花"), violation(2, "不修枝")};
  return out;
}

LawSource garden() {
  InstrumentFolder folder;
  folder.head.id = "garden";
  folder.head.title = "某地园林条例";
  folder.head.short_title = "园林条例";
  folder.head.prefix = "wsl";
  folder.head.covered = {{3, 3}};
  folder.head.figured = {2};
  FigureSource figure;
  figure.key = "answer.days";
  figure.value = 7;
  figure.unit = law::Unit::calendar_days;
  figure.article = 2;
  figure.anchor = "七日内";
  figure.words = {"答复"};
  figure.status = law::Provenance::verified;
  folder.figures = {figure};
  folder.articles = {penalty()};
  LawSource out;
  out.instruments = {folder};
  return out;
}

Texts texts() {
  Texts out;
  out.statutes["garden"] = parse_statute(kText);
  out.readings["garden"][3] = read_article(*out.statutes["garden"].article(3));
  return out;
}

std::string wrongs(const LawSource& source) {
  std::string out;
  for (const Note& note : check_law(source, texts()).wrong) out += note.place + ": " + note.message + "\n";
  return out;
}

TEST(LawCheck, RightDataHaveNothingWrong) {
  EXPECT_EQ(wrongs(garden()), "");
  const Report report = check_law(garden(), texts());
  EXPECT_EQ(report.figures, 3);
  EXPECT_EQ(report.measures, 2);
  EXPECT_EQ(report.violations, 2);
}

TEST(LawCheck, FindsAFigureThatTheTextDoesNotSay) {
  LawSource source = garden();
  source.instruments[0].figures[0].value = 8;
  EXPECT_NE(wrongs(source).find("第二条 answer.days: is 8, the text says 7"), std::string::npos);
}

TEST(LawCheck, FindsAFigureThatNobodyClaims) {
  LawSource source = garden();
  source.instruments[0].figures.clear();
  EXPECT_NE(wrongs(source).find("“七日” is claimed by 0 data"), std::string::npos);
}

TEST(LawCheck, FindsAFigureClaimedTwice) {
  LawSource source = garden();
  FigureSource twin = source.instruments[0].figures[0];
  twin.key = "answer.again_days";
  source.instruments[0].figures.push_back(twin);
  EXPECT_NE(wrongs(source).find("“七日” is claimed by 2 data"), std::string::npos);
}

TEST(LawCheck, FindsADroppedMeasureWithoutAFigure) {
  LawSource source = garden();
  auto& measures = source.instruments[0].articles[0].clauses[0].branches[0].measures;
  measures.erase(measures.begin());
  EXPECT_NE(wrongs(source).find("order_correction"), std::string::npos);
}

TEST(LawCheck, FindsAMissingItemAndAnAdjacentOne) {
  LawSource missing = garden();
  missing.instruments[0].articles[0].violations.pop_back();
  EXPECT_NE(wrongs(missing).find("第三条第一款第二项: leads to no violation"), std::string::npos);
  LawSource adjacent = garden();
  adjacent.instruments[0].articles[0].violations[0].item = 2;
  EXPECT_NE(wrongs(adjacent), "");
}

TEST(LawCheck, AViolationNamesADutyOrIsMarkedSelfContained) {
  LawSource source = garden();
  source.instruments[0].articles[0].violations[0].duty.clear();
  EXPECT_NE(wrongs(source).find("self-contained"), std::string::npos);
  source.instruments[0].articles[0].violations[0].self_contained = true;
  EXPECT_EQ(wrongs(source), "");
  source.instruments[0].articles[0].violations[1].self_contained = true;
  EXPECT_NE(wrongs(source).find("self-contained"), std::string::npos);
}

TEST(LawCheck, FindsAnAppliedViolationWhoseInstrumentTheClauseDoesNotName) {
  LawSource source = garden();
  source.instruments[0].articles[0].violations[0].applies = {"wsl.3.2"};
  Texts named = texts();
  named.titles["wsl"] = "园林条例";
  const auto wrong = [&] {
    std::string out;
    for (const Note& note : check_law(source, named).wrong) out += note.message;
    return out;
  };
  EXPECT_NE(wrong().find("does not name"), std::string::npos);
  named.titles["wsl"] = "责令限期改正";  // words that the clause has
  EXPECT_EQ(wrong(), "");
}

TEST(LawBuild, AReferenceTakesTheMeasuresOfTheProvisionWithItsOwnBody) {
  LawSource source = garden();
  ArticleSource& article = source.instruments[0].articles[0];
  law::Measure reference;
  reference.kind = law::MeasureKind::as_provision;
  reference.paragraph = 1;
  reference.decider = law::Decider::police;
  BranchSource branch;
  branch.subject = law::Subject::individual;
  branch.when = {law::Trigger::grave};
  branch.measures = {reference};
  ClauseSource clause;
  clause.name = "p2";
  clause.paragraph = 2;
  clause.branches = {branch};
  article.clauses.push_back(clause);
  article.violations[1].paragraph = 2;
  article.violations[1].clauses = {"p2"};
  const auto built = to_pack_file(source);
  ASSERT_TRUE(built.ok());
  const auto& branches = built->violations[1].branches;
  ASSERT_EQ(branches.size(), 1U);
  EXPECT_EQ(branches[0].subject, law::Subject::individual);
  EXPECT_EQ(branches[0].when, std::vector{law::Trigger::grave});
  ASSERT_EQ(branches[0].measures.size(), 2U);
  EXPECT_EQ(branches[0].measures[1].max_fen, base::Money{2'000'000});
  EXPECT_EQ(branches[0].measures[1].decider, law::Decider::police);
  article.clauses.back().branches[0].measures[0].paragraph = 7;
  EXPECT_FALSE(to_pack_file(source).ok());
}

TEST(LawBuild, AViolationTakesOnlyTheFineOfItsItem) {
  LawSource source = garden();
  ArticleSource& article = source.instruments[0].articles[0];
  BranchSource other = article.clauses[0].branches[0];
  article.clauses[0].branches[0].item = 1;
  other.item = 2;
  other.measures = {fine(100, 200)};
  article.clauses[0].branches.push_back(other);
  const auto built = to_pack_file(source);
  ASSERT_TRUE(built.ok());
  ASSERT_EQ(built->violations[0].branches.size(), 1U);
  EXPECT_EQ(built->violations[0].branches[0].measures.size(), 2U);
  ASSERT_EQ(built->violations[1].branches.size(), 1U);
  EXPECT_EQ(built->violations[1].branches[0].measures[0].max_fen, base::Money{200});
}

TEST(LawCheck, WithoutATextNothingIsVerifiedAndNothingWrong) {
  const Report report = check_law(garden(), Texts{});
  EXPECT_TRUE(report.wrong.empty());
  EXPECT_EQ(report.unverified.size(), 3U);
  EXPECT_EQ(report.figures, 0);
}

TEST(LawCheck, WhatARegionSetsIsUnverifiedAndRestsOnAProvisionThatExists) {
  const auto with_circumstance = [](std::int32_t article, law::Provenance status) {
    LawSource source = garden();
    law::Circumstance one;
    one.id = "region.mended";
    one.title = "已经补种";
    one.percent = 10;
    one.source = {"garden", article, {}, {}};
    one.status = status;
    source.discretion.push_back({"23", {}, {one}, {}});
    return check_law(source, texts());
  };
  const std::size_t before = check_law(garden(), texts()).unverified.size();
  const Report lawful = with_circumstance(1, law::Provenance::unverified);
  EXPECT_TRUE(lawful.wrong.empty()) << lawful.wrong.front().message;
  EXPECT_EQ(lawful.unverified.size(), before + 1);
  EXPECT_EQ(with_circumstance(9, law::Provenance::unverified).wrong.size(), 1U);
  EXPECT_EQ(with_circumstance(1, law::Provenance::verified).wrong.size(), 1U);
}

TEST(LawCheck, EveryPlantedErrorIsFound) {
  const SeedReport report = seed_errors(garden(), texts(), 300, 1, [](std::int64_t) {});
  EXPECT_EQ(report.seeded, 300);
  EXPECT_EQ(report.found, 300);
  for (const Note& missed : report.missed) ADD_FAILURE() << missed.place << " " << missed.message;
}

/// The statutes' texts are not part of the project; who has them names their folder.
std::string statutes_directory() {
  const char* named = std::getenv("XIEZHI_STATUTES");
  return named == nullptr ? "" : named;
}

TEST(LawFolder, BuildsAPackThatLoads) {
  const auto bytes = build_pack(std::string(XIEZHI_SOURCE_DIR) + "/law");
  ASSERT_TRUE(bytes.ok()) << bytes.error().file << bytes.error().error.path << bytes.error().error.message;
  const auto pack = law::Pack::load(*bytes);
  ASSERT_TRUE(pack.ok());
  const base::Date day = base::Date::of(2026, 3, 2);
  EXPECT_EQ(pack->value("hearing.request_days", day, "230102"), 5);
  EXPECT_EQ(pack->value("hearing.fine_unit_fen", day, "230102"), 5'000'000);
  EXPECT_EQ(pack->figure("hearing.fine_unit_fen", day, "110000"), nullptr);
  ASSERT_NE(pack->violation("wsl.99.1", day), nullptr);
  EXPECT_EQ(pack->violation("wsl.99.1", base::Date::of(2021, 8, 31)), nullptr);
  EXPECT_EQ(pack->cite(pack->violation("wsl.99.1", day)->penalty), "安全生产法 第九十九条第一款第一项");
  EXPECT_EQ(pack->calendar().is_working_day(base::Date::of(2026, 10, 10)), true);
  EXPECT_EQ(pack->calendar().is_working_day(base::Date::of(2027, 1, 4)), std::nullopt);
}

TEST(LawFolder, RegionCannotRaiseTheLimitOfTheSummaryProcedure) {
  // 行政处罚法(2021) 第五十一条 fixes it.
  auto source = read_law(std::string(XIEZHI_SOURCE_DIR) + "/law");
  ASSERT_TRUE(source.ok());
  FigureSource raised = source->regions[0].figures[0];
  raised.key = "summary.unit_max_fen";
  raised.unit = law::Unit::fen;
  source->regions[0].figures = {raised};
  const auto file = to_pack_file(*source);
  ASSERT_TRUE(file.ok());
  const auto pack = law::Pack::load(base::to_json(*file));
  ASSERT_FALSE(pack.ok());
  EXPECT_EQ(pack.error().code, "pack.fixed_figure");
  EXPECT_EQ(pack.error().path, "/figures/" + std::to_string(file->figures.size() - 1) + "/region");
}

TEST(LawFolder, AgreesWithTheStatutes) {
  const std::string directory = statutes_directory();
  if (!std::filesystem::exists(directory)) GTEST_SKIP() << "XIEZHI_STATUTES names no folder of statute texts";
  const auto source = read_law(std::string(XIEZHI_SOURCE_DIR) + "/law");
  ASSERT_TRUE(source.ok());
  const Texts real = load_texts(*source, directory);
  const Report report = check_law(*source, real);
  for (const Note& note : report.wrong) ADD_FAILURE() << note.place << ": " << note.message;
  EXPECT_GE(report.covered_articles, 129);
  EXPECT_GE(report.violations, 350);
  const SeedReport seeded = seed_errors(*source, real, 100, 1, [](std::int64_t) {});
  EXPECT_EQ(seeded.found, seeded.seeded);
}

}  // namespace
}  // namespace xiezhi::lawtool
