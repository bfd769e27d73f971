#include "core/casefile/range.h"

#include <algorithm>

namespace xiezhi::core::casefile {
namespace {

bool holds(const std::vector<law::Trigger>& triggers, law::Trigger trigger) {
  return std::find(triggers.begin(), triggers.end(), trigger) != triggers.end();
}

bool is_fine(law::MeasureKind kind) {
  return kind == law::MeasureKind::fine || kind == law::MeasureKind::fine_gains_multiple ||
         kind == law::MeasureKind::fine_income_percent || kind == law::MeasureKind::fine_multiple_of_fine;
}

bool branch_holds(const law::Branch& branch, law::Subject subject, const std::vector<law::Trigger>& triggers,
                  const Charge& charge) {
  if (!clause_strikes(branch.subject, subject)) return false;
  return std::all_of(branch.when.begin(), branch.when.end(), [&](law::Trigger trigger) {
    const base::Money gains = charge.illegal_gains_fen.value_or(base::Money{});
    if (trigger == law::Trigger::gains_at_least_threshold)
      return branch.threshold_fen && gains >= *branch.threshold_fen;
    if (trigger == law::Trigger::gains_below_threshold) return branch.threshold_fen && gains < *branch.threshold_fen;
    if (trigger == law::Trigger::gains_made) return gains.fen > 0;
    return holds(triggers, trigger);
  });
}

FineRange range_of(const law::Measure& measure, const Charge& charge, const std::optional<FineRange>& before) {
  FineRange range;
  range.due = measure.duty == law::Duty::shall;
  if (measure.kind == law::MeasureKind::fine_gains_multiple) {
    const base::Money gains = charge.illegal_gains_fen.value_or(base::Money{});
    range.known = charge.illegal_gains_fen.has_value();
    range.min = gains * measure.min_times.value_or(0);
    range.max = gains * measure.max_times.value_or(measure.min_times.value_or(0));
  } else if (measure.kind == law::MeasureKind::fine_income_percent) {
    const base::Money income = charge.last_year_income_fen.value_or(base::Money{});
    range.known = charge.last_year_income_fen.has_value();
    range.min = base::Money{income.fen * measure.min_percent.value_or(0) / 100};
    range.max = base::Money{income.fen * measure.max_percent.value_or(measure.min_percent.value_or(0)) / 100};
  } else if (measure.kind == law::MeasureKind::fine_multiple_of_fine) {
    // 可以 (安全生产法 第一百一十四条第二款): the plain range stays open, the multiple raises its upper end.
    const FineRange plain = before.value_or(FineRange{});
    range.known = before.has_value() && plain.known;
    range.min = plain.min;
    range.max = plain.max * measure.max_times.value_or(1);
    range.due = plain.due;
  } else {
    range.min = measure.min_fen.value_or(base::Money{});
    range.max = measure.max_fen.value_or(range.min);
  }
  return range;
}

}  // namespace

bool clause_strikes(law::Subject named, law::Subject subject) {
  if (named == subject || named == law::Subject::anyone) return true;
  return named == law::Subject::principal_and_responsible &&
         (subject == law::Subject::principal || subject == law::Subject::directly_responsible);
}

law::Trigger accident_class(const AccidentToll& toll, const law::Pack& pack, base::Date on, std::string_view division) {
  const auto reaches = [&](const std::string& name) {
    return toll.deaths >= pack.value("accident." + name + ".deaths", on, division) ||
           toll.injuries >= pack.value("accident." + name + ".injuries", on, division) ||
           toll.loss_fen.fen >= pack.value("accident." + name + ".loss_fen", on, division);
  };
  if (reaches("extraordinary")) return law::Trigger::accident_extraordinary;
  if (reaches("major")) return law::Trigger::accident_major;
  if (reaches("larger")) return law::Trigger::accident_larger;
  return law::Trigger::accident_general;
}

std::vector<law::Trigger> triggers_of(const Charge& charge, const law::Pack& pack, std::string_view division) {
  std::vector<law::Trigger> out = charge.triggers;
  out.push_back(law::Trigger::found);
  if (charge.accident) {
    const law::Trigger grade = accident_class(*charge.accident, pack, charge.act_until, division);
    out.push_back(law::Trigger::accident_caused);
    out.push_back(grade);
    if (grade == law::Trigger::accident_major || grade == law::Trigger::accident_extraordinary) {
      out.push_back(law::Trigger::accident_major_or_worse);
    }
  }
  return out;
}

Clause clause_for(const law::Violation& violation, law::Subject subject, const Charge& charge, const law::Pack& pack,
                  std::string_view division) {
  const std::vector<law::Trigger> triggers = triggers_of(charge, pack, division);
  Clause clause;
  for (const law::Branch& branch : violation.branches) {
    if (!branch_holds(branch, subject, triggers, charge)) continue;
    clause.branches.push_back(&branch);
    for (const law::Measure& measure : branch.measures) {
      if (is_fine(measure.kind)) {
        // What another body fines is not ours to range.
        if (decided_by_department(measure)) clause.fine = range_of(measure, charge, clause.fine);
      } else if (is_penalty(measure.kind)) {
        clause.measures.push_back(&measure);
      }
    }
  }
  return clause;
}

const law::Measure* strictest_ban(const Clause& clause) {
  const law::Measure* out = nullptr;
  for (const law::Measure* measure : clause.measures) {
    if (measure->kind != law::MeasureKind::ban_from_post || !decided_by_department(*measure)) continue;
    if (measure->for_life.value_or(false)) return measure;
    if (out == nullptr || measure->ban_years.value_or(0) > out->ban_years.value_or(0)) out = measure;
  }
  return out;
}

FineRange daily_range(const Charge& charge, const law::Pack& pack, std::string_view division) {
  FineRange range{{}, {}, false, false};
  if (!charge.daily) return range;
  const DailyBasis& daily = *charge.daily;
  const law::Violation* fined = pack.violation(daily.violation, daily.ordered_on);
  const std::int64_t offset = pack.value("daily_fine.start_offset_days", charge.act_until, division);
  const std::int64_t days = std::int64_t{daily.until.days} - daily.ordered_on.days - offset + 1;
  if (fined == nullptr || fined->penalty.instrument != rule::kWorkSafetyLaw || days < 1) return range;
  if (daily.original_fine_fen.fen <= 0) return range;
  range.known = true;
  range.min = range.max = daily.original_fine_fen * days;
  return range;
}

bool paid_as_fine(law::MeasureKind kind) { return is_fine(kind) || kind == law::MeasureKind::daily_fine; }

base::Money total_fine(const std::vector<Sanction>& sanctions) {
  base::Money total;
  for (const Sanction& sanction : sanctions) {
    if (paid_as_fine(sanction.kind)) total = total + sanction.amount_fen.value_or(base::Money{});
  }
  return total;
}

bool is_penalty(law::MeasureKind kind) {
  switch (kind) {
    case law::MeasureKind::warning:
    case law::MeasureKind::circular_criticism:
    case law::MeasureKind::fine:
    case law::MeasureKind::fine_gains_multiple:
    case law::MeasureKind::fine_income_percent:
    case law::MeasureKind::fine_multiple_of_fine:
    case law::MeasureKind::daily_fine:
    case law::MeasureKind::confiscate_gains:
    case law::MeasureKind::suspend_construction:
    case law::MeasureKind::suspend_business:
    case law::MeasureKind::suspend_qualification:
    case law::MeasureKind::revoke_licence:
    case law::MeasureKind::ban_from_post:
    case law::MeasureKind::suspend_use:
    case law::MeasureKind::withhold_licence:
    case law::MeasureKind::confiscate_goods:
    case law::MeasureKind::fine_sum_multiple:
    case law::MeasureKind::detention: return true;
    case law::MeasureKind::order_correction:
    case law::MeasureKind::order_elimination:
    case law::MeasureKind::proposal_to_close:
    case law::MeasureKind::removal_from_office:
    case law::MeasureKind::demotion_or_removal:
    case law::MeasureKind::criticism_and_education:
    case law::MeasureKind::disciplinary_sanction:
    case law::MeasureKind::under_other_law:
    case law::MeasureKind::agreement_void:
    case law::MeasureKind::order_stop:
    case law::MeasureKind::order_treatment:
    case law::MeasureKind::order_registration:
    case law::MeasureKind::withdraw_permit:
    case law::MeasureKind::recover_goods:
    case law::MeasureKind::compulsory_execution:
    case law::MeasureKind::fine_unset:  // the instrument that sets the amount imposes it
    case law::MeasureKind::demerit_to_dismissal:
    case law::MeasureKind::as_provision: return false;
  }
  VERIFY_NOT_REACHED();
}

bool decided_by_department(const law::Measure& measure) {
  switch (measure.decider) {
    case law::Decider::department:
    case law::Decider::emergency_department:
    case law::Decider::emergency_or_port_department:
    case law::Decider::licensing_department:
    case law::Decider::mine_department: return true;
    case law::Decider::government:
    case law::Decider::police:
    case law::Decider::licensing_body:
    case law::Decider::employer:
    case law::Decider::superior_body:
    case law::Decider::supervision_organ:
    case law::Decider::market_department:
    case law::Decider::port_department:
    case law::Decider::transport_department:
    case law::Decider::maritime_administration:
    case law::Decider::environment_department:
    case law::Decider::housing_department:
    case law::Decider::housing_or_fire:
    case law::Decider::mine_owner_department:
    case law::Decider::equipment_department:
    case law::Decider::finance_department:
    case law::Decider::financial_regulator: return false;
  }
  VERIFY_NOT_REACHED();
}

bool has_own_penalty(const law::Violation& violation) {
  for (const law::Branch& branch : violation.branches) {
    for (const law::Measure& measure : branch.measures) {
      const bool ours = decided_by_department(measure);
      if (ours && (is_penalty(measure.kind) || measure.kind == law::MeasureKind::proposal_to_close)) return true;
    }
  }
  return false;
}

base::Money gains_to_confiscate(const Charge& charge) {
  if (charge.gains_refundable) return {};
  return charge.illegal_gains_fen.value_or(base::Money{});
}

bool heavy_by_kind(law::MeasureKind kind) {
  switch (kind) {
    case law::MeasureKind::suspend_construction:
    case law::MeasureKind::suspend_business:
    case law::MeasureKind::suspend_qualification:
    case law::MeasureKind::revoke_licence:
    case law::MeasureKind::ban_from_post: return true;
    case law::MeasureKind::warning:
    case law::MeasureKind::circular_criticism:
    case law::MeasureKind::order_correction:
    case law::MeasureKind::order_elimination:
    case law::MeasureKind::fine:
    case law::MeasureKind::fine_gains_multiple:
    case law::MeasureKind::fine_income_percent:
    case law::MeasureKind::fine_multiple_of_fine:
    case law::MeasureKind::daily_fine:
    case law::MeasureKind::confiscate_gains:
    case law::MeasureKind::proposal_to_close:
    case law::MeasureKind::detention:
    case law::MeasureKind::removal_from_office:
    case law::MeasureKind::demotion_or_removal:
    case law::MeasureKind::criticism_and_education:
    case law::MeasureKind::disciplinary_sanction:
    case law::MeasureKind::under_other_law:
    case law::MeasureKind::agreement_void:
    case law::MeasureKind::suspend_use:
    case law::MeasureKind::withhold_licence:
    case law::MeasureKind::confiscate_goods:
    case law::MeasureKind::fine_sum_multiple:
    case law::MeasureKind::order_stop:
    case law::MeasureKind::order_treatment:
    case law::MeasureKind::order_registration:
    case law::MeasureKind::withdraw_permit:
    case law::MeasureKind::recover_goods:
    case law::MeasureKind::compulsory_execution:
    case law::MeasureKind::fine_unset:
    case law::MeasureKind::demerit_to_dismissal:
    case law::MeasureKind::as_provision: return false;
  }
  VERIFY_NOT_REACHED();
}

bool hearing_required(const std::vector<Sanction>& sanctions, dossier::PartyKind kind, const law::Pack& pack,
                      base::Date on, std::string_view division) {
  base::Money fine;
  base::Money confiscated;
  for (const Sanction& sanction : sanctions) {
    if (heavy_by_kind(sanction.kind)) return true;
    const base::Money amount = sanction.amount_fen.value_or(base::Money{});
    if (paid_as_fine(sanction.kind)) fine = fine + amount;
    const bool taken =
        sanction.kind == law::MeasureKind::confiscate_gains || sanction.kind == law::MeasureKind::confiscate_goods;
    if (taken) confiscated = confiscated + amount;
  }
  // 第六十三条第一款第一项、第二项.
  const char* fine_key = kind == dossier::PartyKind::unit ? "hearing.fine_unit_fen" : "hearing.fine_person_fen";
  return fine.fen >= pack.value(fine_key, on, division) ||
         confiscated.fen >= pack.value("hearing.confiscation_fen", on, division);
}

}  // namespace xiezhi::core::casefile
