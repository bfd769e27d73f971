#include "core/casefile/explain.h"

#include <gtest/gtest.h>

namespace xiezhi::core::casefile {
namespace {

const base::Date kDay = base::Date::of(2026, 3, 1);

law::Measure fine(std::int64_t min_fen, std::int64_t max_fen) {
  law::Measure out;
  if (min_fen > 0) out.min_fen = base::Money{min_fen};
  out.max_fen = base::Money{max_fen};
  return out;
}

law::Measure measure(law::MeasureKind kind, law::Decider decider = law::Decider::department) {
  law::Measure out;
  out.kind = kind;
  out.decider = decider;
  return out;
}

law::Branch branch(law::Subject subject, std::vector<law::Trigger> when, std::vector<law::Measure> measures) {
  law::Branch out;
  out.subject = subject;
  out.when = std::move(when);
  out.measures = std::move(measures);
  out.at = law::Citation{"law", 9, 1, std::nullopt};
  return out;
}

/// Up to 50; late, suspension and 50 to 200 for the unit, 10 to 20 for persons.
law::Pack pack() {
  using law::MeasureKind;
  law::PackFile file;
  law::Instrument text;
  text.id = "law";
  text.title = text.short_title = "某法";
  text.from = base::Date::of(2020, 1, 1);
  file.instruments = {text};
  law::Violation violation;
  violation.id = "x.9.1";
  violation.title = "不浇花";
  violation.penalty = law::Citation{"law", 9, 1, 1};
  violation.duty = {law::Citation{"law", 3, std::nullopt, std::nullopt}};
  violation.branches = {
      branch(law::Subject::unit, {law::Trigger::found}, {fine(0, 5000)}),
      branch(law::Subject::unit, {law::Trigger::not_corrected_in_time},
             {measure(MeasureKind::suspend_business), fine(5000, 20000)}),
      branch(law::Subject::directly_responsible, {law::Trigger::not_corrected_in_time}, {fine(1000, 2000)}),
      branch(law::Subject::unit, {law::Trigger::grave}, {measure(MeasureKind::revoke_licence, law::Decider::police)})};
  law::Violation gains = violation;
  gains.id = "x.9.2";
  gains.penalty.item = 2;
  law::Measure multiple = measure(MeasureKind::fine_gains_multiple);
  multiple.min_times = 2;
  multiple.max_times = 5;
  gains.branches = {branch(law::Subject::unit, {law::Trigger::found}, {multiple})};
  law::Violation daily = violation;
  daily.id = "x.10.1";
  daily.penalty.article = 10;
  daily.branches = {branch(law::Subject::unit, {law::Trigger::found}, {measure(MeasureKind::daily_fine)})};
  file.violations = {violation, gains, daily};
  file.instruments.push_back(text);
  file.instruments[1].id = "higher";
  file.instruments[1].title = file.instruments[1].short_title = "上位法";
  file.instruments[0].yields = {{law::Citation{"law", 10, 1, std::nullopt},
                                 law::Citation{"higher", 7, std::nullopt, std::nullopt},
                                 {},
                                 "从其规定"}};
  return MUST(law::Pack::load(base::to_json(file)));
}

PenaltyView explain(const std::string& id, const PenaltyFacts& facts) {
  const law::Pack held = pack();
  return explain_penalty(*held.violation(id, kDay), facts, kDay, held);
}

TEST(ExplainPenalty, TellsTheRangeOfEverybodyWhomAClauseNames) {
  const PenaltyView view = explain("x.9.1", {});
  EXPECT_EQ(view.penalty, std::vector<std::string>{"某法 第九条第一项"});
  EXPECT_EQ(view.violated, std::vector<std::string>{"某法 第三条"});
  ASSERT_EQ(view.subjects.size(), 2U);
  ASSERT_TRUE(view.subjects[0].fine.has_value());
  EXPECT_EQ(view.subjects[0].fine->min_fen, base::Money{0});
  EXPECT_EQ(view.subjects[0].fine->max_fen, base::Money{5000});
  EXPECT_FALSE(view.subjects[1].fine.has_value());  // persons only when it is late
}

TEST(ExplainPenalty, LaterClauseReplacesTheFineAndAddsItsPenalties) {
  PenaltyFacts facts;
  facts.triggers = {law::Trigger::not_corrected_in_time};
  const PenaltyView view = explain("x.9.1", facts);
  EXPECT_EQ(view.subjects[0].fine->min_fen, base::Money{5000});
  EXPECT_EQ(view.subjects[0].fine->max_fen, base::Money{20000});
  EXPECT_EQ(view.subjects[0].penalties, std::vector<law::MeasureKind>{law::MeasureKind::suspend_business});
  EXPECT_EQ(view.subjects[1].fine->max_fen, base::Money{2000});
}

TEST(ExplainPenalty, ShowsClausesThatDoNotHoldAndThoseOfOthers) {
  PenaltyFacts facts;
  facts.subject = law::Subject::unit;
  const PenaltyView view = explain("x.9.1", facts);
  ASSERT_EQ(view.subjects.size(), 1U);
  const auto& clauses = view.subjects[0].clauses;
  ASSERT_EQ(clauses.size(), 3U);
  EXPECT_TRUE(clauses[0].holds);
  EXPECT_FALSE(clauses[1].holds);
  EXPECT_EQ(clauses[0].not_ours, std::nullopt);
  EXPECT_EQ(clauses[2].not_ours, true);
}

TEST(ExplainPenalty, NamesTheFactThatIsMissing) {
  EXPECT_EQ(explain("x.9.2", {}).subjects[0].fine->missing, "illegal_gains_fen");
  PenaltyFacts facts;
  facts.illegal_gains_fen = base::Money{100};
  const PenaltyView view = explain("x.9.2", facts);
  EXPECT_EQ(view.subjects[0].fine->missing, std::nullopt);
  EXPECT_EQ(view.subjects[0].fine->min_fen, base::Money{200});
  EXPECT_EQ(view.subjects[0].fine->max_fen, base::Money{500});
}

TEST(ExplainPenalty, ADailyPenaltyNamesTheFineThatItIsReckonedFrom) {
  const PenaltyView view = explain("x.10.1", {});
  EXPECT_EQ(view.subjects[0].penalties, std::vector<law::MeasureKind>{law::MeasureKind::daily_fine});
  ASSERT_TRUE(view.subjects[0].fine.has_value());
  EXPECT_EQ(view.subjects[0].fine->missing, "daily");
}

TEST(ExplainPenalty, TellsToWhatAProvisionGivesWay) {
  const PenaltyView view = explain("x.10.1", {});
  ASSERT_TRUE(view.gives_way.has_value());
  EXPECT_EQ(view.gives_way->at(0).to, "上位法 第七条");
  EXPECT_EQ(view.gives_way->at(0).relation, law::Relation::gives_way);
  EXPECT_EQ(view.gives_way->at(0).note, "从其规定");
  EXPECT_FALSE(explain("x.9.1", {}).gives_way.has_value());
}

TEST(ExplainPenalty, FactsAreReadStrictly) {
  EXPECT_TRUE(base::parse_json<PenaltyFacts>("{}").ok());
  EXPECT_TRUE(base::parse_json<PenaltyFacts>("{\"harms_life\":true}").ok());
  const auto unknown = base::parse_json<PenaltyFacts>("{\"gains\":1}");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().path, "/gains");
}

}  // namespace
}  // namespace xiezhi::core::casefile
