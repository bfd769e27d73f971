// The statutory range for a violation, explained: which clauses strike whom, which of them hold for the facts, and what
// fact is missing. What narrows the range further (discretion) is added to each subject's answer beside it.
#pragma once

#include "core/casefile/discretion.h"
#include "core/casefile/range.h"

namespace xiezhi::core::casefile {

/// The facts of an act, as far as they are known. Everything may be absent.
struct PenaltyFacts {
  std::optional<base::Date> on;                       ///< the day of the act; absent: the day given by the host
  std::optional<std::string> division;                ///< place of the act; absent: the countrywide figures
  std::optional<law::Subject> subject;                ///< absent: everybody whom the clauses strike
  std::optional<std::vector<law::Trigger>> triggers;  ///< facts beyond the violation itself
  std::optional<AccidentToll> accident;
  std::optional<base::Money> illegal_gains_fen;
  std::optional<base::Money> last_year_income_fen;
  std::optional<std::map<std::string, base::Json>> facts;  ///< that the benchmark asks for, by name
  std::optional<std::vector<std::string>> circumstances;   ///< ids of the region's list
  std::optional<std::vector<Condition>> conditions;        ///< of not punishing
  std::optional<base::Date> discovered_on;
  std::optional<std::int32_t> age;
  std::optional<std::vector<EarlierPenalty>> earlier_penalties;
  std::optional<bool> harms_life;   ///< true: the limitation is the longer one
  std::optional<DailyBasis> daily;  ///< what a daily penalty is reckoned from
};
BOOST_DESCRIBE_STRUCT(PenaltyFacts, (),
                      (on, division, subject, triggers, accident, illegal_gains_fen, last_year_income_fen, facts,
                       circumstances, conditions, discovered_on, age, earlier_penalties, harms_life, daily))

/// A clause of the violation: whether it holds, or which trigger it still lacks.
struct ClauseView {
  std::string at;  ///< 安全生产法 第九十九条
  std::vector<law::Trigger> when;
  std::optional<base::Money> threshold_fen;
  std::vector<law::Measure> measures;
  bool holds = false;
  std::optional<bool> not_ours;  ///< true: another body decides all of it
};
BOOST_DESCRIBE_STRUCT(ClauseView, (), (at, when, threshold_fen, measures, holds, not_ours))

/// The range of the fine; without amounts where a fact is missing from which it is reckoned.
struct FineView {
  std::optional<base::Money> min_fen;
  std::optional<base::Money> max_fen;
  bool due = true;                     ///< false where the clause leaves the choice (可以)
  std::optional<std::string> missing;  ///< the fact to be found: a member of PenaltyFacts
};
BOOST_DESCRIBE_STRUCT(FineView, (), (min_fen, max_fen, due, missing))

struct SubjectView {
  law::Subject subject = law::Subject::unit;
  std::optional<FineView> fine;             ///< absent: the clauses that hold know none of ours
  std::vector<law::MeasureKind> penalties;  ///< others that hold
  std::vector<ClauseView> clauses;
  std::optional<Explanation> discretion;  ///< where there is a fine; graded where a benchmark is bound to it
};
BOOST_DESCRIBE_STRUCT(SubjectView, (), (subject, fine, penalties, clauses, discretion))

/// A text that is applied instead, or beside: the later or higher one.
struct YieldView {
  std::string to;  ///< 安全生产法 第一百一十四条
  law::Relation relation = law::Relation::gives_way;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(YieldView, (), (to, relation, note))

struct PenaltyView {
  std::string violation;
  std::string title;
  std::vector<std::string> violated;
  std::vector<std::string> penalty;
  std::string on;
  std::string law_pack;     ///< hash of the pack that says so
  std::string status;       ///< verified against the text, or unverified
  bool own_penalty = true;  ///< false: another body's, or another law's
  bool criminal_reference = false;
  std::vector<law::Trigger> triggers;  ///< that hold for the facts
  std::vector<SubjectView> subjects;
  std::optional<std::vector<YieldView>> gives_way;  ///< to what is in force on the day
};
BOOST_DESCRIBE_STRUCT(PenaltyView, (),
                      (violation, title, violated, penalty, on, law_pack, status, own_penalty, criminal_reference,
                       triggers, subjects, gives_way))

/// Explains the violation as the law of `on` has it (`on`: facts.on or the host's day).
PenaltyView explain_penalty(const law::Violation& violation, const PenaltyFacts& facts, base::Date on,
                            const law::Pack& pack);

}  // namespace xiezhi::core::casefile
