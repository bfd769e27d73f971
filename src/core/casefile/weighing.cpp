#include "core/casefile/weighing.h"

#include <algorithm>

namespace xiezhi::core::casefile {

std::optional<WeighingBasis> weighing_basis(const CaseFile& state, std::string_view party, std::string_view charge,
                                            const law::Pack& pack) {
  const CaseParty* against = state.party(party);
  const Charge* made = state.charge(charge);
  if (against == nullptr || made == nullptr) return std::nullopt;
  const bool theirs = std::find(made->parties.begin(), made->parties.end(), party) != made->parties.end();
  const law::Violation* violation = pack.violation(made->violation, made->act_until);
  if (!theirs || violation == nullptr) return std::nullopt;
  WeighingBasis out{made, statutory_range(*violation, against->subject, *made, pack, state.division), nullptr};
  if (!out.range) return out;
  const law::BenchmarkUse use{made->violation, against->subject, out.range->stage};
  out.benchmark = pack.benchmark(use, made->act_until, state.division);
  return out;
}

bool weighable(const CaseFile& state, std::string_view party, std::string_view charge, const law::Pack& pack) {
  const auto basis = weighing_basis(state, party, charge, pack);
  return basis && basis->benchmark != nullptr && basis->range->known;
}

bool unweighed(const CaseFile& state, std::string_view party, std::string_view charge, const law::Pack& pack) {
  const auto basis = weighing_basis(state, party, charge, pack);
  if (!basis || basis->benchmark == nullptr || !basis->range->known) return false;
  const Weighing* weighing = state.weighing(party, charge);
  return weighing == nullptr || weighing->benchmark != basis->benchmark->benchmark->id;
}

bool anything_unweighed(const CaseFile& state, const law::Pack& pack) {
  return std::any_of(state.parties.begin(), state.parties.end(), [&](const CaseParty& party) {
    return !party.track.decided() && std::any_of(state.charges.begin(), state.charges.end(), [&](const Charge& charge) {
      return unweighed(state, party.party.id, charge.id, pack);
    });
  });
}

}  // namespace xiezhi::core::casefile
