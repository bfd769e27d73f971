#include "core/casefile/explain.h"

#include <algorithm>

#include "core/law/match.h"
#include "core/law/validate.h"

namespace xiezhi::core::casefile {
namespace {

Charge charge_of(const law::Violation& violation, const PenaltyFacts& facts, base::Date on) {
  Charge charge;
  charge.violation = violation.id;
  charge.act_from = charge.act_until = on;
  charge.triggers = facts.triggers.value_or(std::vector<law::Trigger>{});
  charge.accident = facts.accident;
  charge.illegal_gains_fen = facts.illegal_gains_fen;
  charge.last_year_income_fen = facts.last_year_income_fen;
  charge.daily = facts.daily;
  return charge;
}

/// Everybody whom a clause names, in the order of the clauses.
std::vector<law::Subject> subjects_of(const law::Violation& violation, const PenaltyFacts& facts) {
  if (facts.subject) return {*facts.subject};
  std::vector<law::Subject> out;
  for (const law::Branch& branch : violation.branches) {
    if (std::find(out.begin(), out.end(), branch.subject) == out.end()) out.push_back(branch.subject);
  }
  return out;
}

/// The fact from which the last fine that holds is reckoned and which nobody has given.
std::string missing_fact(const Clause& clause) {
  std::string out = "accident";
  for (const law::Branch* branch : clause.branches) {
    for (const law::Measure& measure : branch->measures) {
      if (measure.kind == law::MeasureKind::fine_gains_multiple) out = "illegal_gains_fen";
      if (measure.kind == law::MeasureKind::fine_income_percent) out = "last_year_income_fen";
    }
  }
  return out;
}

/// The range, or the fact that it lacks.
FineView fine_view(const FineRange& range, std::string missing) {
  FineView out;
  out.due = range.due;
  if (range.known) {
    out.min_fen = range.min;
    out.max_fen = range.max;
  } else {
    out.missing = std::move(missing);
  }
  return out;
}

/// What the penalty clause gives way to on the day, or is applied beside.
std::optional<std::vector<YieldView>> yields_of(const law::Violation& violation, base::Date on, const law::Pack& pack) {
  const law::Instrument* own = pack.instrument(violation.penalty.instrument);
  std::vector<YieldView> out;
  if (own == nullptr) return std::nullopt;
  for (const law::Yielding& yielding : own->yields) {
    const law::Instrument* other = pack.instrument(yielding.to.instrument);
    if (other == nullptr || !law::in_force(other->from, other->until, on)) continue;
    if (yielding.at.article != violation.penalty.article) continue;
    out.push_back({pack.cite(yielding.to), yielding.relation.value_or(law::Relation::gives_way), yielding.note});
  }
  return out.empty() ? std::nullopt : std::optional(std::move(out));
}

SubjectView view_of(const law::Violation& violation, law::Subject subject, const Charge& charge, const law::Pack& pack,
                    std::string_view division) {
  SubjectView view;
  view.subject = subject;
  const Clause clause = clause_for(violation, subject, charge, pack, division);
  if (clause.fine) view.fine = fine_view(*clause.fine, missing_fact(clause));
  for (const law::Measure* measure : clause.measures) {
    if (!decided_by_department(*measure)) continue;
    view.penalties.push_back(measure->kind);
    // 安全生产法(2021) 第一百一十二条: the daily penalty is the fine here, reckoned from the one before.
    if (measure->kind == law::MeasureKind::daily_fine && !view.fine) {
      view.fine = fine_view(daily_range(charge, pack, division), "daily");
    }
  }
  for (const law::Branch& branch : violation.branches) {
    if (!clause_strikes(branch.subject, subject)) continue;
    ClauseView one{pack.cite(branch.at), branch.when, branch.threshold_fen, branch.measures, false, std::nullopt};
    one.holds = std::find(clause.branches.begin(), clause.branches.end(), &branch) != clause.branches.end();
    if (std::none_of(branch.measures.begin(), branch.measures.end(), decided_by_department)) one.not_ours = true;
    view.clauses.push_back(std::move(one));
  }
  return view;
}

/// Where the act lies; where that is not said and the pack has the discretion of one region, that region.
std::string place_of(const PenaltyFacts& facts, const law::Pack& pack) {
  if (facts.division) return *facts.division;
  return pack.discretions().size() == 1 ? pack.discretions().front().region : "";
}

/// Tier, band and amount where a benchmark grades the fine; without one what else bears on it: circumstances, earlier
/// penalties, ways of not punishing. Nothing where there is no fine.
std::optional<Explanation> discretion_of(const law::Violation& violation, law::Subject subject,
                                         const PenaltyFacts& facts, base::Date on, const law::Pack& pack) {
  if (pack.discretions().empty()) return std::nullopt;
  WeighingFacts weighed;
  weighed.subject = subject;
  weighed.act_until = on;
  weighed.triggers = facts.triggers.value_or(std::vector<law::Trigger>{});
  weighed.accident = facts.accident;
  weighed.illegal_gains_fen = facts.illegal_gains_fen;
  weighed.last_year_income_fen = facts.last_year_income_fen;
  weighed.facts = facts.facts.value_or(std::map<std::string, base::Json>{});
  weighed.circumstances = facts.circumstances.value_or(std::vector<std::string>{});
  weighed.conditions = facts.conditions.value_or(std::vector<Condition>{});
  weighed.discovered_on = facts.discovered_on;
  weighed.age = facts.age;
  weighed.harms_life = facts.harms_life.value_or(false);
  weighed.daily = facts.daily;
  weighed.earlier_penalties = facts.earlier_penalties.value_or(std::vector<EarlierPenalty>{});
  auto out = explain(violation.id, weighed, pack, on, place_of(facts, pack));
  return out && out->range ? std::move(out) : std::nullopt;
}

}  // namespace

PenaltyView explain_penalty(const law::Violation& violation, const PenaltyFacts& facts, base::Date on,
                            const law::Pack& pack) {
  const Charge charge = charge_of(violation, facts, on);
  const std::string division = facts.division.value_or("");
  PenaltyView view;
  view.violation = violation.id;
  view.title = violation.title;
  for (const law::Citation& duty : violation.duty) view.violated.push_back(pack.cite(duty));
  view.penalty = law::penalty_places(pack, violation);
  view.on = on.iso();
  view.law_pack = pack.hash();
  view.status = std::string(base::enum_name(violation.status));
  view.own_penalty = has_own_penalty(violation);
  view.criminal_reference = violation.criminal_reference;
  view.triggers = triggers_of(charge, pack, division);
  for (law::Subject subject : subjects_of(violation, facts)) {
    view.subjects.push_back(view_of(violation, subject, charge, pack, division));
    view.subjects.back().discretion = discretion_of(violation, subject, facts, on, pack);
  }
  view.gives_way = yields_of(violation, on, pack);
  return view;
}

}  // namespace xiezhi::core::casefile
