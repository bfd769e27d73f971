#include "core/casefile/discretion.h"

#include <algorithm>

#include "core/casefile/leniency.h"

namespace xiezhi::core::casefile {
namespace {

bool has(const std::vector<Condition>& conditions, Condition condition) {
  return std::find(conditions.begin(), conditions.end(), condition) != conditions.end();
}

bool fines(const law::Branch& branch) {
  return std::any_of(branch.measures.begin(), branch.measures.end(), [](const law::Measure& measure) {
    return paid_as_fine(measure.kind) && decided_by_department(measure);
  });
}

/// Whom the clause fines: the unit where it fines it, else the first that it names.
law::Subject first_subject(const law::Violation& violation) {
  std::optional<law::Subject> first;
  for (const law::Branch& branch : violation.branches) {
    if (!fines(branch)) continue;
    if (branch.subject == law::Subject::unit) return law::Subject::unit;
    if (!first) first = branch.subject;
  }
  return first.value_or(law::Subject::unit);
}

Charge charge_of(std::string_view violation, const WeighingFacts& facts, base::Date on) {
  Charge charge;
  charge.id = "1";
  charge.violation = violation;
  charge.triggers = facts.triggers;
  charge.act_from = charge.act_until = on;
  charge.accident = facts.accident;
  charge.illegal_gains_fen = facts.illegal_gains_fen;
  charge.last_year_income_fen = facts.last_year_income_fen;
  charge.daily = facts.daily;
  return charge;
}

std::int64_t figure_or(const law::Pack& pack, std::string_view key, base::Date on, std::string_view division,
                       std::int64_t otherwise) {
  const law::Figure* figure = pack.figure(key, on, division);
  return figure == nullptr ? otherwise : figure->value;
}

/// Whether the earlier penalty was for the same kind of violation: the same one, the same conduct under another text or
/// version, or another item of the same penalty article.
bool same_kind(const law::Violation& violation, const EarlierPenalty& earlier, const law::Pack& pack) {
  if (earlier.violation == violation.id) return true;
  const auto& words = pack.vocabulary();
  const bool kin = words && std::any_of(words->kin.begin(), words->kin.end(), [&](const auto& group) {
                     return std::find(group.begin(), group.end(), violation.id) != group.end() &&
                            std::find(group.begin(), group.end(), earlier.violation) != group.end();
                   });
  if (kin) return true;
  const auto& all = pack.violations();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const law::Violation& one) { return one.id == earlier.violation; });
  return found != all.end() && found->penalty.instrument == violation.penalty.instrument &&
         found->penalty.article == violation.penalty.article;
}

/// Decisions that fall within the period before the act. One decision counts once, however much it punished.
std::optional<Repetition> repetition_of(const law::Violation& violation, const WeighingFacts& facts,
                                        const law::Pack& pack, base::Date on, std::string_view division) {
  const law::Figure* months = pack.figure("discretion.repeat_months", on, division);
  if (months == nullptr || facts.earlier_penalties.empty()) return std::nullopt;
  const base::Date from = on.plus_months(-static_cast<int>(months->value));
  Repetition out{months->value, 0, 0, {}};
  std::vector<EarlierPenalty> others;
  const auto counted = [](const std::vector<EarlierPenalty>& list, const EarlierPenalty& wanted) {
    return std::any_of(list.begin(), list.end(), [&](const EarlierPenalty& one) {
      return one.decided_on == wanted.decided_on && one.case_id == wanted.case_id;
    });
  };
  for (const EarlierPenalty& earlier : facts.earlier_penalties) {
    if (earlier.decided_on < from || on < earlier.decided_on || !same_kind(violation, earlier, pack)) continue;
    if (!counted(out.same, earlier)) ++out.count;
    out.same.push_back(earlier);
  }
  for (const EarlierPenalty& earlier : facts.earlier_penalties) {
    if (earlier.decided_on < from || on < earlier.decided_on || counted(out.same, earlier)) continue;
    if (!counted(others, earlier)) others.push_back(earlier);
  }
  out.others = static_cast<std::int64_t>(others.size());
  return out;
}

class NoPenaltyList {
 public:
  NoPenaltyList(const WeighingFacts& facts, const law::Pack& pack, base::Date on)
      : facts_(facts), pack_(pack), on_(on) {}

  void add(Ruling ruling, bool must, std::int32_t article, std::int32_t paragraph,
           const std::vector<Condition>& conditions) {
    NoPenalty out{ruling, must, false, missing(conditions), "", {}, {}, {}};
    law::Citation source{rule::kPenaltyLaw, article, {}, {}};
    if (paragraph != 0) source.paragraph = paragraph;
    out.source = pack_.cite(source);
    out.met = out.missing.empty();
    list.push_back(std::move(out));
  }

  void add_bare(Ruling ruling, std::int32_t article, std::int32_t paragraph) {
    add(ruling, true, article, paragraph, {});
  }

  void add_leniency(const law::Leniency& entry, std::string_view violation, const std::optional<std::string>& tier) {
    if (!speaks_of(entry, violation, on_)) return;
    const std::vector<Condition> conditions = conditions_of(entry);
    NoPenalty out{Ruling::no_penalty_first, false,    false,       missing(conditions),
                  pack_.cite(entry.source), entry.id, entry.title, entry.writ};
    const bool low = tier && std::find(entry.tiers.begin(), entry.tiers.end(), *tier) != entry.tiers.end();
    out.met = low && out.missing.empty() && conditions.size() == entry.conditions.size();
    list.push_back(std::move(out));
  }

  std::vector<NoPenalty> list;

 private:
  [[nodiscard]] std::vector<Condition> missing(const std::vector<Condition>& conditions) const {
    std::vector<Condition> out;
    for (const Condition condition : conditions) {
      if (!has(facts_.conditions, condition)) out.push_back(condition);
    }
    return out;
  }

  const WeighingFacts& facts_;
  const law::Pack& pack_;
  base::Date on_;
};

/// What must not be punished apart from what may stay unpunished.
// 行政处罚法(2021) 第三十条、第三十三条第一款和第二款、第三十六条.
std::vector<NoPenalty> no_penalty(std::string_view violation, const WeighingFacts& facts,
                                  const std::optional<std::string>& tier, const law::Pack& pack, base::Date on,
                                  std::string_view division) {
  NoPenaltyList out(facts, pack, on);
  const char* key = facts.harms_life ? "limitation.harm_years" : "limitation.years";
  const auto months = static_cast<int>(12 * figure_or(pack, key, on, division, 0));
  if (facts.discovered_on && months > 0 && *facts.discovered_on > on.plus_months(months)) {
    out.add_bare(Ruling::no_penalty_limitation, 36, 1);
  }
  if (facts.age && *facts.age < figure_or(pack, "minor.no_penalty_age", on, division, 0)) {
    out.add_bare(Ruling::no_penalty_age, 30, 0);
  }
  out.add(Ruling::no_penalty_minor, true, 33, 1,
          {Condition::act_minor, Condition::corrected_in_time, Condition::no_harm});
  out.add(Ruling::no_penalty_no_fault, true, 33, 2, {Condition::no_fault_proved});
  out.add(Ruling::no_penalty_first, false, 33, 1,
          {Condition::first_time, Condition::harm_slight, Condition::corrected_in_time});
  if (const law::Discretion* region = pack.discretion(division)) {
    for (const law::Leniency& entry : region->leniency) out.add_leniency(entry, violation, tier);
  }
  return std::move(out.list);
}

/// Fills in everything that follows from the benchmark and the stated facts.
void add_tier(Explanation& out, const law::BenchmarkProgram& program, const WeighingFacts& facts, const law::Pack& pack,
              base::Date on, std::string_view division) {
  const law::Benchmark& benchmark = *program.benchmark;
  out.benchmark = {benchmark.id, benchmark.title, benchmark.note, benchmark.status, law::facts_of(program)};
  const auto given = stated(facts.facts);
  auto tier = law::tier_of(program, given);
  if (!tier.ok()) {
    out.problem = tier.error();
    return;
  }
  if (!out.range->known) return;
  std::vector<const law::Circumstance*> circumstances;
  for (const std::string& id : facts.circumstances) {
    if (const auto* found = circumstance(pack.discretion(division), id, on)) circumstances.push_back(found);
  }
  const WeighedAmount amount = weigh(*tier, *out.range, circumstances, pack, on, division);
  out.tier = {tier->name, tier->rule, tier->facts, amount.band};
  out.allowed = amount.allowed;
  out.recommended_fen = amount.recommended_fen;
  law::NearestChanges nearest = law::nearest_changes(program, given);
  out.nearest_cut = nearest.cut;
  for (law::TierChange& change : nearest.changes) {
    std::vector<law::StatedFact> changed = given;
    for (const law::FactChange& one : change.changes) {
      for (law::StatedFact& fact : changed) {
        if (fact.name == one.name) fact.value = one.to;
      }
    }
    const auto there = law::tier_of(program, changed);
    if (!there.ok()) continue;
    out.nearest.push_back({std::move(change.changes), std::move(change.tier),
                           law::band_of(*there, out.range->min_fen, out.range->max_fen)});
  }
}

}  // namespace

std::vector<law::StatedFact> stated(const std::map<std::string, base::Json>& facts) {
  std::vector<law::StatedFact> out;
  for (const auto& [name, value] : facts) {
    const auto* number = value.number();  // as written: a fact may be no integer
    out.push_back({name, value.string() != nullptr ? *value.string() : number ? number->text : value.canonical()});
  }
  return out;
}

const law::Circumstance* circumstance(const law::Discretion* discretion, std::string_view id, base::Date on) {
  if (discretion == nullptr) return nullptr;
  const auto& list = discretion->circumstances;
  const auto found = std::find_if(list.begin(), list.end(), [&](const law::Circumstance& one) {
    return one.id == id && (!one.from || *one.from <= on) && (!one.until || on <= *one.until);
  });
  return found == list.end() ? nullptr : &*found;
}

std::optional<StatutoryRange> statutory_range(const law::Violation& violation, law::Subject subject,
                                              const Charge& charge, const law::Pack& pack, std::string_view division) {
  const Clause clause = clause_for(violation, subject, charge, pack, division);
  if (!clause.fine) return std::nullopt;
  StatutoryRange out{
      "", law::Trigger::found, subject, clause.fine->min, clause.fine->max, clause.fine->known, clause.fine->due};
  for (const law::Branch* branch : clause.branches) {
    if (!fines(*branch)) continue;  // a later branch with a fine goes before an earlier one
    out.basis = pack.cite(branch->at);
    out.stage = branch->when.empty() ? law::Trigger::found : branch->when.front();
    out.subject = branch->subject;
  }
  return out;
}

WeighedAmount weigh(const law::Tier& tier, const StatutoryRange& range,
                    const std::vector<const law::Circumstance*>& circumstances, const law::Pack& pack, base::Date on,
                    std::string_view division) {
  WeighedAmount out;
  out.band = out.allowed = law::band_of(tier, range.min_fen, range.max_fen);
  const std::int64_t width = out.band.high.fen - out.band.low.fen;
  std::int64_t percent = 50;  // the middle of the band, where nothing speaks for or against
  bool reduced = false;
  for (const law::Circumstance* one : circumstances) {
    reduced = reduced || one->effect == law::Effect::reduced;
    percent += one->effect == law::Effect::heavier ? one->percent : -one->percent;
  }
  std::int64_t amount = out.band.low.fen + width * std::clamp<std::int64_t>(percent, 0, 100) / 100;
  if (reduced) {
    // 行政处罚法(2021) 第三十二条: 减轻 goes below the minimum; where there is none, to the lower end.
    const std::int64_t floor = figure_or(pack, "discretion.reduction_floor_percent", on, division, 0);
    out.allowed.low = base::Money{range.min_fen.fen * floor / 100};
    amount = range.min_fen.fen > 0 ? (out.allowed.low.fen + range.min_fen.fen) / 2 : out.band.low.fen;
  }
  const std::int64_t step = std::max<std::int64_t>(1, figure_or(pack, "discretion.rounding_fen", on, division, 1));
  out.recommended_fen = base::Money{std::max(amount - amount % step, out.allowed.low.fen)};
  return out;
}

std::optional<Explanation> explain(std::string_view violation, const WeighingFacts& facts, const law::Pack& pack,
                                   base::Date today, std::string_view division) {
  const base::Date on = facts.act_until.value_or(today);
  const law::Violation* found = pack.violation(violation, on);
  if (found == nullptr) return std::nullopt;
  const Charge charge = charge_of(violation, facts, on);
  Explanation out;
  out.violation = violation;
  out.title = found->title;
  out.subject = facts.subject.value_or(first_subject(*found));
  out.range = statutory_range(*found, out.subject, charge, pack, division);
  const Clause clause = clause_for(*found, out.subject, charge, pack, division);
  for (const law::Measure* measure : clause.measures) {
    out.measures.push_back({measure->kind, measure->duty, decided_by_department(*measure)});
    if (measure->kind != law::MeasureKind::daily_fine || out.range) continue;
    const FineRange daily = daily_range(charge, pack, division);
    out.range = {pack.cite(found->penalty),
                 law::Trigger::ordered_and_fined,
                 out.subject,
                 daily.min,
                 daily.max,
                 daily.known,
                 true};
  }
  for (const std::string& id : facts.circumstances) {
    const law::Circumstance* one = circumstance(pack.discretion(division), id, on);
    if (one == nullptr) {
      out.unknown_circumstances.push_back(id);
    } else {
      out.circumstances.push_back({one->id, one->title, one->effect, one->percent, pack.cite(one->source)});
    }
  }
  if (out.range) {
    if (const auto* program = pack.benchmark(use_of(out.violation, *out.range), on, division))
      add_tier(out, *program, facts, pack, on, division);
  }
  const auto tier = out.tier ? std::optional(out.tier->name) : std::nullopt;
  out.no_penalty = no_penalty(violation, facts, tier, pack, on, division);
  const auto bar = std::find_if(out.no_penalty.begin(), out.no_penalty.end(),
                                [](const NoPenalty& way) { return way.must && way.met; });
  if (bar != out.no_penalty.end()) {
    out.barred_by = bar->ruling;
    out.allowed.reset();
    out.recommended_fen.reset();
  }
  out.repetition = repetition_of(*found, facts, pack, on, division);
  return out;
}

Combination combine(const std::vector<JudgedCharge>& charges) {
  Combination out;
  for (const JudgedCharge& charge : charges) {
    for (const OtherMeasure& measure : charge.explanation.measures) {
      const bool known = std::any_of(out.measures.begin(), out.measures.end(),
                                     [&](const OtherMeasure& one) { return one.kind == measure.kind; });
      if (!known) out.measures.push_back(measure);
    }
    const auto& range = charge.explanation.range;
    if (!range || !range->known || charge.explanation.barred_by) continue;
    const law::Band allowed = charge.explanation.allowed.value_or(law::Band{range->min_fen, range->max_fen});
    ActFine fine{charge.act, charge.charge, {}, allowed, charge.explanation.recommended_fen.value_or(allowed.low)};
    const auto same =
        std::find_if(out.fines.begin(), out.fines.end(), [&](const ActFine& one) { return one.act == charge.act; });
    if (same == out.fines.end()) {
      out.fines.push_back(std::move(fine));
      continue;
    }
    const auto range_of = [&](const std::string& id) {
      const auto found =
          std::find_if(charges.begin(), charges.end(), [&](const JudgedCharge& one) { return one.charge == id; });
      return *found->explanation.range;
    };
    // Of two ranges with the same most, the one that leaves no less at least is the higher.
    const StatutoryRange known = range_of(same->charge);
    const bool higher =
        range->max_fen > known.max_fen || (range->max_fen == known.max_fen && range->min_fen > known.min_fen);
    if (higher) std::swap(*same, fine);
    same->set_aside = fine.set_aside.empty() ? same->set_aside : fine.set_aside;
    same->set_aside.push_back(fine.charge);
  }
  for (const ActFine& fine : out.fines) {
    out.total_min_fen = out.total_min_fen + fine.allowed.low;
    out.total_max_fen = out.total_max_fen + fine.allowed.high;
    out.total_recommended_fen = out.total_recommended_fen + fine.recommended_fen;
  }
  return out;
}

}  // namespace xiezhi::core::casefile
