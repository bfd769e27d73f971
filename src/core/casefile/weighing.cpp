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
  out.benchmark = pack.benchmark(use_of(made->violation, *out.range), made->act_until, state.division);
  return out;
}

bool weighable(const CaseFile& state, std::string_view party, std::string_view charge, const law::Pack& pack) {
  const auto basis = weighing_basis(state, party, charge, pack);
  return basis && basis->benchmark != nullptr;
}

bool unweighed(const CaseFile& state, std::string_view party, std::string_view charge, const law::Pack& pack) {
  const auto basis = weighing_basis(state, party, charge, pack);
  if (!basis || basis->benchmark == nullptr || !basis->range->known) return false;
  const Weighing* weighing = state.weighing(party, charge);
  if (weighing == nullptr || weighing->benchmark != basis->benchmark->benchmark->id) return true;
  const Track& track = state.party(party)->track;
  if (track.before_remand(weighing->version) && !track.remand->procedure_only) return true;
  return std::any_of(state.evidence.begin(), state.evidence.end(), [&](const Evidence& one) {
    const bool about = std::find(one.charges.begin(), one.charges.end(), charge) != one.charges.end();
    return about && one.new_facts && one.version > weighing->version;
  });
}

bool heaviest_of_act(const CaseFile& state, std::string_view party, std::string_view charge, const law::Pack& pack) {
  const auto basis = weighing_basis(state, party, charge, pack);
  if (!basis || !basis->range) return false;
  const auto weight = [](const StatutoryRange& range) { return std::pair(range.max_fen.fen, range.min_fen.fen); };
  return std::none_of(state.charges.begin(), state.charges.end(), [&](const Charge& other) {
    if (other.id == charge || other.act != basis->charge->act) return false;
    const auto others = weighing_basis(state, party, other.id, pack);
    if (!others || !others->range || !others->range->known) return false;
    const bool before = &other < basis->charge;  // of two alike the first is fined
    return weight(*others->range) > weight(*basis->range) ||
           (weight(*others->range) == weight(*basis->range) && before);
  });
}

bool anything_unweighed(const CaseFile& state, const law::Pack& pack) {
  return std::any_of(state.parties.begin(), state.parties.end(), [&](const CaseParty& party) {
    return !party.track.decided() && std::any_of(state.charges.begin(), state.charges.end(), [&](const Charge& charge) {
      return unweighed(state, party.party.id, charge.id, pack) &&
             heaviest_of_act(state, party.party.id, charge.id, pack);
    });
  });
}

}  // namespace xiezhi::core::casefile
