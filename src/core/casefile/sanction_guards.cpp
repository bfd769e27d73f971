#include "core/casefile/sanction_guards.h"

namespace xiezhi::core::casefile {
namespace {

bool party_to(const Charge& charge, std::string_view party) {
  return std::find(charge.parties.begin(), charge.parties.end(), party) != charge.parties.end();
}

}  // namespace

SanctionFlaw flaw_of(const Sanction& sanction, const CaseParty& party, const CaseFile& state, const Context& context,
                     std::optional<FineRange>& range) {
  const Charge* charge = state.charge(sanction.charge);
  if (charge == nullptr || !party_to(*charge, party.party.id)) return SanctionFlaw::no_basis;
  const law::Violation* violation = violation_of(*charge, context);
  if (violation == nullptr) return SanctionFlaw::no_basis;
  const Clause clause = clause_for(*violation, party.subject, *charge, *context.pack, state.division);
  if (sanction.kind == law::MeasureKind::confiscate_gains) {
    // 行政处罚法 第二十八条第二款 is basis enough, for exactly what was gained and need not be refunded.
    const base::Money gains = gains_to_confiscate(*charge);
    if (gains.fen == 0) return SanctionFlaw::no_basis;
    range = FineRange{gains, gains, true, true};
    return sanction.amount_fen.value_or(base::Money{}) > gains ? SanctionFlaw::above_maximum : SanctionFlaw::none;
  }
  if (sanction.kind == law::MeasureKind::fine) {
    if (!clause.fine || !sanction.amount_fen) return SanctionFlaw::no_basis;
    if (!clause.fine->known) return SanctionFlaw::unknown;
    range = clause.fine;
    return *sanction.amount_fen > clause.fine->max ? SanctionFlaw::above_maximum : SanctionFlaw::none;
  }
  const auto measure = std::find_if(clause.measures.begin(), clause.measures.end(),
                                    [&](const law::Measure* candidate) { return candidate->kind == sanction.kind; });
  if (measure == clause.measures.end()) return SanctionFlaw::no_basis;
  if (!decided_by_department(**measure)) return SanctionFlaw::not_ours;
  if (sanction.kind == law::MeasureKind::daily_fine) {
    if (!sanction.amount_fen) return SanctionFlaw::no_basis;
    range = daily_range(*charge, *context.pack, state.division);
    if (!range->known) return SanctionFlaw::unknown;
    return *sanction.amount_fen > range->max ? SanctionFlaw::above_maximum : SanctionFlaw::none;
  }
  if (sanction.kind != law::MeasureKind::ban_from_post) return SanctionFlaw::none;
  const bool for_life = sanction.for_life.value_or(false);
  if (for_life == sanction.years.has_value() || sanction.years.value_or(1) <= 0) return SanctionFlaw::ban_misstated;
  const law::Measure& ban = *strictest_ban(clause);
  if (ban.for_life.value_or(false)) return SanctionFlaw::none;
  return for_life || sanction.years > ban.ban_years ? SanctionFlaw::above_maximum : SanctionFlaw::none;
}

}  // namespace xiezhi::core::casefile
