#include "core/law/pack.h"

#include <gtest/gtest.h>

#include "core/law/validate.h"

namespace xiezhi::core::law {
namespace {

const base::Date kDay = base::Date::of(2024, 3, 1);

Instrument text(const char* id, bool fixed = true) {
  Instrument out;
  out.id = id;
  out.short_title = "某法";
  out.from = base::Date::of(2021, 7, 15);
  out.fixed = fixed;
  return out;
}

Figure figure(const char* key, std::int64_t value, const char* source) {
  Figure out;
  out.key = key;
  out.value = value;
  out.unit = Unit::fen;
  out.from = base::Date::of(2021, 7, 15);
  out.source.instrument = source;
  out.source.article = 1;
  return out;
}

PackFile small() {
  PackFile out;
  out.instruments = {text("fixed_law"), text("open_rule", false)};
  out.figures = {figure("fine.limit", 5, "fixed_law"), figure("hearing.limit", 10, "open_rule")};
  return out;
}

Pack must_load(const PackFile& file) { return MUST(Pack::load(base::to_json(file))); }

std::string problem_path(const PackFile& file) {
  const auto loaded = Pack::load(base::to_json(file));
  return loaded.ok() ? "" : loaded.error().path;
}

TEST(PackFigure, RegionGoesBeforeCountryAndNearestRegionFirst) {
  PackFile file = small();
  file.figures.push_back(figure("hearing.limit", 20, "open_rule"));
  file.figures.back().region = "23";
  file.figures.push_back(figure("hearing.limit", 30, "open_rule"));
  file.figures.back().region = "2301";
  const Pack pack = must_load(file);
  EXPECT_EQ(pack.value("hearing.limit", kDay, "110000"), 10);
  EXPECT_EQ(pack.value("hearing.limit", kDay, "230200"), 20);
  EXPECT_EQ(pack.value("hearing.limit", kDay, "230102"), 30);
}

TEST(PackFigure, FollowsTheDay) {
  PackFile file = small();
  file.figures[1].until = base::Date::of(2023, 12, 31);
  file.figures.push_back(figure("hearing.limit", 12, "open_rule"));
  file.figures.back().from = base::Date::of(2024, 1, 1);
  const Pack pack = must_load(file);
  EXPECT_EQ(pack.value("hearing.limit", base::Date::of(2023, 12, 31), "23"), 10);
  EXPECT_EQ(pack.value("hearing.limit", base::Date::of(2024, 1, 1), "23"), 12);
  EXPECT_EQ(pack.figure("hearing.limit", base::Date::of(2021, 7, 14), "23"), nullptr);
  EXPECT_EQ(pack.figure("no.such", kDay, "23"), nullptr);
}

TEST(PackLoad, RegionCannotOverrideWhatALawFixes) {
  PackFile file = small();
  file.figures.push_back(figure("fine.limit", 6, "open_rule"));
  file.figures.back().region = "23";
  const auto loaded = Pack::load(base::to_json(file));
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().code, "pack.fixed_figure");
  EXPECT_EQ(loaded.error().path, "/figures/2/region");
}

TEST(PackLoad, NamesThePathOfAProblem) {
  PackFile twice = small();
  twice.figures.push_back(figure("fine.limit", 6, "fixed_law"));
  EXPECT_EQ(problem_path(twice), "/figures/0/key");

  PackFile unknown = small();
  unknown.figures[1].source.instrument = "nowhere";
  EXPECT_EQ(problem_path(unknown), "/figures/1/source/instrument");

  PackFile reversed = small();
  reversed.figures[0].until = base::Date::of(2020, 1, 1);
  EXPECT_EQ(problem_path(reversed), "/figures/0/until");

  PackFile newer = small();
  newer.format = 2;
  EXPECT_EQ(problem_path(newer), "/format");
  EXPECT_EQ(problem_path(small()), "");
}

TEST(PackLoad, MeasureNeedsTheBoundsOfItsKind) {
  PackFile file = small();
  Violation violation;
  violation.id = "x.1.1";
  violation.penalty.instrument = "fixed_law";
  Branch branch;
  branch.at.instrument = "fixed_law";
  Measure fine;
  fine.max_times = 3;
  branch.measures = {fine};
  violation.branches = {branch};
  file.violations = {violation};
  EXPECT_EQ(problem_path(file), "/violations/0/branches/0/measures/0");
  file.violations[0].branches[0].measures[0] = Measure{};
  file.violations[0].branches[0].measures[0].max_fen = base::Money{1};
  EXPECT_EQ(problem_path(file), "");
}

TEST(PackLoad, AReferenceIsPutOutBeforeItIsPacked) {
  PackFile file = small();
  Violation violation;
  violation.id = "x.1.1";
  violation.penalty.instrument = "fixed_law";
  Branch branch;
  branch.at.instrument = "fixed_law";
  Measure reference;
  reference.kind = MeasureKind::as_provision;
  branch.measures = {reference};
  violation.branches = {branch};
  file.violations = {violation};
  EXPECT_EQ(problem_path(file), "/violations/0/branches/0/measures/0");
  file.violations[0].branches.clear();
  file.violations[0].applies = {"x.9.9"};
  EXPECT_EQ(problem_path(file), "/violations/0/applies");
  file.violations[0].applies = {"x.1.1"};
  EXPECT_EQ(problem_path(file), "");
}

TEST(PackLoad, DetentionHasItsDaysInOrder) {
  PackFile file = small();
  Violation violation;
  violation.id = "x.1.1";
  violation.penalty.instrument = "fixed_law";
  Branch branch;
  branch.at.instrument = "fixed_law";
  Measure detention;
  detention.kind = MeasureKind::detention;
  detention.min_days = 10;
  detention.max_days = 5;
  branch.measures = {detention};
  violation.branches = {branch};
  file.violations = {violation};
  EXPECT_EQ(problem_path(file), "/violations/0/branches/0/measures/0");
  file.violations[0].branches[0].measures[0].max_days = 15;
  EXPECT_EQ(problem_path(file), "");
}

TEST(PackLoad, UnknownFieldIsAnError) {
  std::string bytes = base::to_json(small());
  bytes.insert(1, "\"extra\":1,");
  const auto loaded = Pack::load(bytes);
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().path, "/extra");
}

TEST(PackTerm, TakesUnitAndCountingRuleOfItsLaw) {
  PackFile file = small();
  file.figures[0].unit = Unit::months;
  const Citation source{"fixed_law", 9, std::nullopt, std::nullopt};
  file.instruments[0].term_rule = TermRule{{}, std::nullopt, true, source};
  const calendar::Term term = must_load(file).term("fine.limit", base::Instant::start_of(kDay), "23");
  EXPECT_EQ(term.unit, calendar::TermUnit::months);
  EXPECT_EQ(term.length, 5);
  EXPECT_EQ(term.basis, "fine.limit");
  EXPECT_EQ(term.rolls_past_holiday, true);
}

TEST(PackValue, BeforeItsFirstDayAndElsewhereIsTheFirstThereIs) {
  const PackFile file = small();
  const base::Date early = base::Date::of(1970, 1, 1);
  const auto pack = must_load(file);
  const Figure& known = file.figures.front();
  ASSERT_EQ(pack.figure(known.key, early, "23"), nullptr);
  EXPECT_EQ(pack.value(known.key, early, "23"), known.value);
  EXPECT_EQ(pack.value(known.key, early, ""), known.value);
}

TEST(PackViolation, IsTheOneOfTheTextInForce) {
  PackFile file = small();
  file.instruments[0].until = base::Date::of(2022, 1, 31);
  file.instruments[1].from = base::Date::of(2022, 2, 1);
  Violation old_text;
  old_text.id = "x.1.1";
  old_text.title = "旧";
  old_text.penalty.instrument = "fixed_law";
  Violation new_text = old_text;
  new_text.title = "新";
  new_text.penalty.instrument = "open_rule";
  file.violations = {old_text, new_text};
  const Pack pack = must_load(file);
  EXPECT_EQ(pack.violation("x.1.1", base::Date::of(2022, 1, 31))->title, "旧");
  EXPECT_EQ(pack.violation("x.1.1", base::Date::of(2022, 2, 1))->title, "新");
  EXPECT_EQ(pack.violation("x.1.1", base::Date::of(2021, 1, 1)), nullptr);
  EXPECT_EQ(pack.violation("x.1.2", kDay), nullptr);
}

TEST(Citation, IsWrittenAsStatutesWriteIt) {
  const Pack pack = must_load(small());
  EXPECT_EQ(pack.cite(Citation{"fixed_law", 114, 1, 2}), "某法 第一百一十四条第一款第二项");
  EXPECT_EQ(pack.cite(Citation{"fixed_law", 0, std::nullopt, std::nullopt}), "某法");
}

TEST(ChineseNumeral, WritesZerosAndBareTens) {
  EXPECT_EQ(chinese_numeral(1), "一");
  EXPECT_EQ(chinese_numeral(10), "十");
  EXPECT_EQ(chinese_numeral(19), "十九");
  EXPECT_EQ(chinese_numeral(20), "二十");
  EXPECT_EQ(chinese_numeral(101), "一百零一");
  EXPECT_EQ(chinese_numeral(110), "一百一十");
  EXPECT_EQ(chinese_numeral(114), "一百一十四");
  EXPECT_EQ(chinese_numeral(1001), "一千零一");
  EXPECT_EQ(chinese_numeral(1010), "一千零一十");
  EXPECT_EQ(chinese_numeral(9999), "九千九百九十九");
}

}  // namespace
}  // namespace xiezhi::core::law
