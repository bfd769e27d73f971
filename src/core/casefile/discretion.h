// Discretion explained (裁量说明): from the statutory range over the tier and its band to an amount, with what decided
// each step, what would have changed it, and where the law lets or makes one not punish at all.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/casefile/range.h"
#include "core/law/discretion.h"

namespace xiezhi::core::casefile {

/// An earlier decision against the party, one for each violation punished in it.
struct EarlierPenalty {
  base::Date decided_on;
  std::string violation;  ///< "" where only the day is known
  std::optional<std::string> case_id{};
};
BOOST_DESCRIBE_STRUCT(EarlierPenalty, (), (decided_on, violation, case_id))

/// What is stated about one violation by one party. Facts are numbers, truth values or texts by their names.
struct WeighingFacts {
  std::optional<law::Subject> subject;  ///< absent: the unit, or else whom the clause fines first
  std::vector<law::Trigger> triggers;
  std::map<std::string, base::Json> facts;
  std::vector<std::string> circumstances;
  std::vector<Condition> conditions;
  std::optional<base::Date> act_until;      ///< absent: the day asked about
  std::optional<base::Date> discovered_on;  ///< for the limitation of 行政处罚法 第三十六条
  bool harms_life = false;
  std::optional<std::int32_t> age;  ///< of a natural person
  std::optional<AccidentToll> accident;
  std::optional<base::Money> illegal_gains_fen;
  std::optional<base::Money> last_year_income_fen;
  std::optional<DailyBasis> daily;
  std::vector<EarlierPenalty> earlier_penalties;
};
BOOST_DESCRIBE_STRUCT(WeighingFacts, (),
                      (subject, triggers, facts, circumstances, conditions, act_until, discovered_on, harms_life, age,
                       accident, illegal_gains_fen, last_year_income_fen, daily, earlier_penalties))

struct StatutoryRange {
  std::string basis;  ///< "安全生产法 第九十七条第一款"
  law::Trigger stage = law::Trigger::found;
  law::Subject subject = law::Subject::unit;  ///< whom the clause names: it may strike others, too
  base::Money min_fen;
  base::Money max_fen;
  bool known = true;  ///< false where gains or income are missing that it is reckoned from
  bool due = true;    ///< false where the clause leaves the choice
};
BOOST_DESCRIBE_STRUCT(StatutoryRange, (), (basis, stage, subject, min_fen, max_fen, known, due))

/// The fine of a violation as benchmarks are bound to it.
inline law::BenchmarkUse use_of(std::string_view violation, const StatutoryRange& range) {
  return {std::string(violation), range.subject, range.stage};
}

struct OtherMeasure {
  law::MeasureKind kind = law::MeasureKind::warning;
  law::Duty duty = law::Duty::shall;
  bool ours = true;  ///< this department decides it (安全生产法 第一百一十五条)
};
BOOST_DESCRIBE_STRUCT(OtherMeasure, (), (kind, duty, ours))

struct TierView {
  std::string name;
  std::uint32_t rule = 0;  ///< of the table, from 1
  std::vector<law::DecidingFact> facts;
  law::Band band;
};
BOOST_DESCRIBE_STRUCT(TierView, (), (name, rule, facts, band))

struct TierChangeView {
  std::vector<law::FactChange> changes;
  std::string tier;
  law::Band band;
};
BOOST_DESCRIBE_STRUCT(TierChangeView, (), (changes, tier, band))

struct CircumstanceView {
  std::string id;
  std::string title;
  law::Effect effect = law::Effect::lighter;
  std::int32_t percent = 0;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(CircumstanceView, (), (id, title, effect, percent, source))

/// A way of not punishing: one that must be taken when its conditions hold, or one that may be.
struct NoPenalty {
  Ruling ruling = Ruling::no_penalty_minor;
  bool must = false;
  bool met = false;
  std::vector<Condition> missing;
  std::string source;
  std::optional<std::string> leniency;  ///< entry of the region's list
  std::optional<std::string> title;
  std::optional<std::string> writ;  ///< name of its document
};
BOOST_DESCRIBE_STRUCT(NoPenalty, (), (ruling, must, met, missing, source, leniency, title, writ))

/// Earlier penalties within the region's period (再次违法).
struct Repetition {
  std::int64_t months = 0;
  std::int64_t count = 0;            ///< decisions on the same kind: the same violation, its kin, or the same article
  std::int64_t others = 0;           ///< decisions on other kinds, or on one that is not known
  std::vector<EarlierPenalty> same;  ///< what is counted, the evidence of the circumstance
};
BOOST_DESCRIBE_STRUCT(Repetition, (), (months, count, others, same))

struct BenchmarkView {
  std::string id;
  std::string title;
  std::string note;
  law::Provenance status = law::Provenance::unverified;
  std::vector<law::FactSpec> facts;
};
BOOST_DESCRIBE_STRUCT(BenchmarkView, (), (id, title, note, status, facts))

struct Explanation {
  std::string violation;
  std::string title;
  law::Subject subject = law::Subject::unit;
  std::optional<StatutoryRange> range;  ///< absent: the clause has no fine for this subject at this stage
  std::vector<OtherMeasure> measures;
  std::optional<BenchmarkView> benchmark;
  std::optional<law::FactProblem> problem;  ///< why there is no tier
  std::optional<TierView> tier;
  std::vector<CircumstanceView> circumstances;
  std::vector<std::string> unknown_circumstances;
  std::optional<law::Band> allowed;  ///< what needs no ground of its own: the band, or what a reduction lets
  std::optional<base::Money> recommended_fen;
  std::optional<Ruling> barred_by;  ///< why there must be no penalty; then no amount is allowed or recommended
  std::vector<TierChangeView> nearest;
  bool nearest_cut = false;  ///< not every combination of facts was looked at
  std::vector<NoPenalty> no_penalty;
  std::optional<Repetition> repetition;
};
BOOST_DESCRIBE_STRUCT(Explanation, (),
                      (violation, title, subject, range, measures, benchmark, problem, tier, circumstances,
                       unknown_circumstances, allowed, recommended_fen, barred_by, nearest, nearest_cut, no_penalty,
                       repetition))

/// Explains a violation as the law and the benchmarks of the day of the act have it. Nothing for an unknown violation.
// 行政处罚法(2021) 第四条、第五条第二款、第二十八条至第三十四条、第三十六条.
std::optional<Explanation> explain(std::string_view violation, const WeighingFacts& facts, const law::Pack& pack,
                                   base::Date today, std::string_view division);

/// One act under several provisions: the one with the highest fine applies, the others are set aside.
struct ActFine {
  std::string act;
  std::string charge;
  std::vector<std::string> set_aside;
  law::Band allowed;
  base::Money recommended_fen;
};
BOOST_DESCRIBE_STRUCT(ActFine, (), (act, charge, set_aside, allowed, recommended_fen))

/// Several violations of one party, judged apart and added by kind.
struct Combination {
  std::vector<ActFine> fines;
  base::Money total_min_fen;
  base::Money total_max_fen;
  base::Money total_recommended_fen;
  std::vector<OtherMeasure> measures;  ///< each kind once
};
BOOST_DESCRIBE_STRUCT(Combination, (), (fines, total_min_fen, total_max_fen, total_recommended_fen, measures))

struct JudgedCharge {
  std::string charge;
  std::string act;
  Explanation explanation;
};
BOOST_DESCRIBE_STRUCT(JudgedCharge, (), (charge, act, explanation))

// 行政处罚法(2021) 第二十九条.
Combination combine(const std::vector<JudgedCharge>& charges);

/// The facts as a benchmark reads them.
std::vector<law::StatedFact> stated(const std::map<std::string, base::Json>& facts);

/// The fine's range with the provision it stands in, for a charge as it is.
std::optional<StatutoryRange> statutory_range(const law::Violation& violation, law::Subject subject,
                                              const Charge& charge, const law::Pack& pack, std::string_view division);

/// What the tier and the circumstances come to.
struct WeighedAmount {
  law::Band band;
  law::Band allowed;
  base::Money recommended_fen;
};
WeighedAmount weigh(const law::Tier& tier, const StatutoryRange& range,
                    const std::vector<const law::Circumstance*>& circumstances, const law::Pack& pack, base::Date on,
                    std::string_view division);

/// An entry of the region's circumstances, or null.
const law::Circumstance* circumstance(const law::Discretion* discretion, std::string_view id, base::Date on);

}  // namespace xiezhi::core::casefile
