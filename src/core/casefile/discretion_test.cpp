#include "core/casefile/discretion.h"

#include <gtest/gtest.h>

#include "core/casefile/decision_guards.h"

namespace xiezhi::core::casefile {
namespace {

JudgedCharge judged(const char* charge, const char* act, std::int64_t max, std::int64_t recommended,
                    law::MeasureKind other) {
  JudgedCharge out{charge, act, {}};
  out.explanation.range = StatutoryRange{"", law::Trigger::found, law::Subject::unit, {}, base::Money{max}, true, true};
  out.explanation.allowed = law::Band{base::Money{recommended - 10}, base::Money{recommended + 10}};
  out.explanation.recommended_fen = base::Money{recommended};
  out.explanation.measures.push_back({other, law::Duty::shall, true});
  return out;
}

TEST(Combination, AddsActsAndFinesOneActOnce) {
  const Combination out = combine({judged("k1", "a1", 1000, 300, law::MeasureKind::warning),
                                   judged("k2", "a1", 2000, 700, law::MeasureKind::suspend_business),
                                   judged("k3", "a2", 500, 100, law::MeasureKind::warning)});
  ASSERT_EQ(out.fines.size(), 2U);
  EXPECT_EQ(out.fines[0].charge, "k2");
  EXPECT_EQ(out.fines[0].set_aside, std::vector<std::string>{"k1"});
  EXPECT_EQ(out.total_recommended_fen.fen, 800);
  EXPECT_EQ(out.total_min_fen.fen, 690 + 90);
  EXPECT_EQ(out.total_max_fen.fen, 710 + 110);
  EXPECT_EQ(out.measures.size(), 2U);
}

TEST(Combination, SetsAsideTheLighterInAnyOrder) {
  const Combination out = combine({judged("k1", "a1", 3000, 300, law::MeasureKind::warning),
                                   judged("k2", "a1", 2000, 700, law::MeasureKind::warning),
                                   judged("k3", "a1", 4000, 900, law::MeasureKind::warning)});
  ASSERT_EQ(out.fines.size(), 1U);
  EXPECT_EQ(out.fines[0].charge, "k3");
  EXPECT_EQ(out.fines[0].set_aside, (std::vector<std::string>{"k2", "k1"}));
}

TEST(Combination, WhatMustNotBePunishedIsNoFine) {
  std::vector<JudgedCharge> charges = {judged("k1", "a1", 3000, 300, law::MeasureKind::warning),
                                       judged("k2", "a2", 2000, 700, law::MeasureKind::warning)};
  charges[0].explanation.barred_by = Ruling::no_penalty_minor;
  const Combination out = combine(charges);
  ASSERT_EQ(out.fines.size(), 1U);
  EXPECT_EQ(out.fines[0].charge, "k2");
  EXPECT_EQ(out.total_recommended_fen.fen, 700);
}

/// Two items of one article, another article, and an older text of the first; a penalty counts for twelve months.
law::Pack repeating() {
  law::PackFile file;
  const base::Date from = base::Date::of(2021, 1, 1);
  for (const char* id : {"law", "old", rule::kPenaltyLaw})
    file.instruments.push_back({id, id, id, "2021-01-01", from, {}, true, {}, {}});
  const auto add = [&](const char* id, const char* instrument, std::int32_t article, std::int32_t item) {
    law::Violation out;
    out.id = id;
    out.title = id;
    out.penalty = law::Citation{instrument, article, 1, item};
    file.violations.push_back(std::move(out));
  };
  add("l.9.1", "law", 9, 1);
  add("l.9.2", "law", 9, 2);
  add("l.10.1", "law", 10, 1);
  add("o.5.1", "old", 5, 1);
  file.vocabulary.emplace();
  file.vocabulary->kin = {{"l.9.1", "o.5.1"}};
  law::Figure months;
  months.key = "discretion.repeat_months";
  months.value = 12;
  months.from = from;
  months.source.instrument = "law";
  file.figures.push_back(months);
  return MUST(law::Pack::load(base::to_json(file)));
}

std::string repetition(std::vector<EarlierPenalty> earlier) {
  WeighingFacts facts;
  facts.earlier_penalties = std::move(earlier);
  const auto told = explain("l.9.1", facts, repeating(), base::Date::of(2025, 6, 1), "23");
  if (!told || !told->repetition) return "none";
  return std::to_string(told->repetition->count) + " same, " + std::to_string(told->repetition->others) + " other";
}

TEST(Repetition, CountsDecisionsOnTheSameKind) {
  const base::Date day = base::Date::of(2025, 1, 1);
  EXPECT_EQ(repetition({}), "none");
  EXPECT_EQ(repetition({{day, "l.9.1", {}}}), "1 same, 0 other");
  EXPECT_EQ(repetition({{day, "l.9.2", {}}}), "1 same, 0 other");
  EXPECT_EQ(repetition({{day, "o.5.1", {}}}), "1 same, 0 other");
  EXPECT_EQ(repetition({{day, "l.10.1", {}}}), "0 same, 1 other");
  EXPECT_EQ(repetition({{day, "", {}}}), "0 same, 1 other");
}

TEST(Repetition, CountsADecisionOnceAndOnlyWithinThePeriod) {
  const base::Date day = base::Date::of(2025, 1, 1);
  EXPECT_EQ(repetition({{day, "l.9.1", "c1"}, {day, "l.9.2", "c1"}, {day, "l.10.1", "c1"}}), "1 same, 0 other");
  EXPECT_EQ(repetition({{day, "l.9.1", "c1"}, {day, "l.9.1", "c2"}}), "2 same, 0 other");
  EXPECT_EQ(repetition({{base::Date::of(2024, 5, 31), "l.9.1", {}}}), "0 same, 0 other");
  EXPECT_EQ(repetition({{base::Date::of(2025, 6, 2), "l.9.1", {}}}), "0 same, 0 other");
}

/// Whether a penalty of that day under `instrument` keeps an act of 2025-06-01 from being the first.
bool no_longer_first(base::Date decided_on, const char* instrument, std::optional<std::int64_t> months) {
  law::PackFile file;
  const base::Date from = base::Date::of(2021, 1, 1);
  file.instruments = {{"law", "law", "law", "2021-01-01", from, {}, true, {}, {}},
                      {"law_before", "law", "law (2014)", "2014-01-01", base::Date::of(2014, 1, 1), {}, true, {}, {}}};
  law::Violation violation;
  violation.id = violation.title = "l.9.1";
  violation.penalty = law::Citation{"law", 9, 1, 1};
  file.violations.push_back(violation);
  if (months) {
    law::Figure figure;
    figure.key = "discretion.first_months";
    figure.value = *months;
    figure.from = from;
    figure.source.instrument = "law";
    file.figures.push_back(figure);
  }
  const law::Pack pack = MUST(law::Pack::load(base::to_json(file)));
  Context context;
  context.pack = &pack;
  Charge charge;
  charge.violation = "l.9.1";
  charge.act_from = charge.act_until = base::Date::of(2025, 6, 1);
  dossier::Enterprise enterprise;
  enterprise.penalties = {{"c1", decided_on, instrument, false}};
  return penalty_before(enterprise, charge, "23", context) != nullptr;
}

TEST(First, LooksBackAsFarAsTheRegionCounts) {
  EXPECT_TRUE(no_longer_first(base::Date::of(2023, 6, 1), "law", 24));
  EXPECT_FALSE(no_longer_first(base::Date::of(2023, 5, 31), "law", 24));
  EXPECT_TRUE(no_longer_first(base::Date::of(2025, 6, 1), "law", 24));
  EXPECT_FALSE(no_longer_first(base::Date::of(2025, 6, 2), "law", 24)) << "decided after the act";
  EXPECT_TRUE(no_longer_first(base::Date::of(2025, 5, 1), "law_before", 24)) << "another edition of the statute";
  EXPECT_FALSE(no_longer_first(base::Date::of(2025, 5, 1), "other", 24));
  EXPECT_TRUE(no_longer_first(base::Date::of(2011, 1, 1), "other", std::nullopt));
}

class Weigh : public testing::Test {
 protected:
  static law::Pack pack() {
    law::PackFile file;
    file.instruments = {{"law", "law", "law", "2021-01-01", base::Date::of(2021, 1, 1), {}, true, {}, {}}};
    const auto figure = [&](const char* key, std::int64_t value) {
      law::Figure out;
      out.key = key;
      out.value = value;
      out.from = base::Date::of(2021, 1, 1);
      out.source.instrument = "law";
      file.figures.push_back(out);
    };
    figure("discretion.rounding_fen", 10000);
    figure("discretion.reduction_floor_percent", 50);
    return MUST(law::Pack::load(base::to_json(file)));
  }
  static std::int64_t recommended(std::vector<law::Circumstance> circumstances, std::int64_t min = 1'000'000) {
    return amount(circumstances, min).recommended_fen.fen;
  }
  static WeighedAmount amount(const std::vector<law::Circumstance>& circumstances, std::int64_t min = 1'000'000) {
    std::vector<const law::Circumstance*> list;
    for (const auto& one : circumstances) list.push_back(&one);
    law::Tier tier;
    tier.from_percent = 20;
    tier.to_percent = 40;
    const StatutoryRange range{
        "", law::Trigger::found, law::Subject::unit, base::Money{min}, base::Money{6'000'000}, true, true};
    return weigh(tier, range, list, pack(), base::Date::of(2025, 1, 1), "23");
  }
  static law::Circumstance circumstance_of(law::Effect effect, std::int32_t percent) {
    law::Circumstance out;
    out.effect = effect;
    out.percent = percent;
    return out;
  }
};

TEST_F(Weigh, BeginsInTheMiddleOfTheBand) {
  const WeighedAmount out = amount({});
  EXPECT_EQ(out.band, (law::Band{base::Money{2'000'000}, base::Money{3'000'000}}));
  EXPECT_EQ(out.allowed, out.band);
  EXPECT_EQ(out.recommended_fen.fen, 2'500'000);
}

TEST_F(Weigh, CircumstancesMoveTheAmountInsideTheBand) {
  EXPECT_EQ(recommended({circumstance_of(law::Effect::lighter, 30)}), 2'200'000);
  EXPECT_EQ(recommended({circumstance_of(law::Effect::heavier, 30)}), 2'800'000);
  EXPECT_EQ(recommended({circumstance_of(law::Effect::lighter, 30), circumstance_of(law::Effect::heavier, 30)}),
            2'500'000);
  EXPECT_EQ(recommended(std::vector(3, circumstance_of(law::Effect::heavier, 30))), 3'000'000);
  EXPECT_EQ(recommended(std::vector(3, circumstance_of(law::Effect::lighter, 30))), 2'000'000);
}

TEST_F(Weigh, OnlyAReductionGoesBelowTheMinimum) {
  const WeighedAmount out = amount({circumstance_of(law::Effect::reduced, 0)});
  EXPECT_EQ(out.allowed, (law::Band{base::Money{500'000}, base::Money{3'000'000}}));
  EXPECT_EQ(out.recommended_fen.fen, 750'000);
}

TEST_F(Weigh, RoundsDownToWholeSteps) {
  EXPECT_EQ(recommended({circumstance_of(law::Effect::heavier, 1)}), 2'510'000);
  EXPECT_EQ(recommended({}, 1'000'300), 2'500'000);
}

}  // namespace
}  // namespace xiezhi::core::casefile
