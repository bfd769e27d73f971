// What a row of a list changes in an enterprise that is there already.
#include "app/ledger/columns.h"
#include "app/ledger/import_batch.h"

namespace xiezhi::app::ledger {
namespace {

using core::dossier::EnterpriseUpdated;

template <typename T>
std::optional<T> changed(const std::optional<T>& stated, const std::optional<T>& held) {
  return stated && stated != held ? stated : std::nullopt;
}

/// Erased data count as unchanged: an import does not bring back what was erased.
bool personal_differs(const std::optional<std::string>& stated, const std::optional<std::string>& held,
                      const std::optional<core::rule::Commitment>& commitment) {
  if (!stated || stated == held) return false;
  return held.has_value() || !commitment.has_value();
}

}  // namespace

EnterpriseUpdated difference(const Held& held, const Candidate& candidate) {
  EnterpriseUpdated out;
  const auto& stated = candidate.data;
  if (stated.name != held.state.name) out.name = stated.name;
  out.credit_code = changed(stated.credit_code, held.state.credit_code);
  out.type = changed(stated.type, held.state.type);
  out.industry = changed(stated.industry, held.state.industry);
  out.scope = changed(stated.scope, held.state.scope);
  out.registered_on = changed(stated.registered_on, held.state.registered_on);
  out.registered_capital = changed(stated.registered_capital, held.state.registered_capital);
  if (out.registered_capital) out.registered_capital_fen = stated.registered_capital_fen;
  out.address = changed(stated.address, held.state.address);
  const bool closer = stated.division.starts_with(held.state.division);
  if (stated.division != held.state.division && (out.address || closer)) out.division = stated.division;
  if (candidate.says_status && stated.status != held.state.status) out.status = stated.status;
  return out;
}

std::vector<std::string> differing_fields(const Held& held, const Candidate& candidate) {
  const EnterpriseUpdated changes = difference(held, candidate);
  std::vector<std::string> out;
  const auto note = [&](bool differs, Column column) {
    if (differs) out.push_back(column_title(column));
  };
  note(changes.name.has_value(), Column::name);
  note(changes.credit_code.has_value(), Column::credit_code);
  note(changes.type.has_value(), Column::type);
  note(changes.industry.has_value(), Column::industry);
  note(changes.scope.has_value(), Column::scope);
  note(changes.registered_on.has_value(), Column::registered_on);
  note(changes.registered_capital.has_value(), Column::registered_capital);
  note(changes.address.has_value(), Column::address);
  if (changes.division) out.emplace_back("所在市县");
  note(changes.status.has_value(), Column::status);
  note(personal_differs(candidate.legal_representative, held.legal_representative, held.state.legal_representative),
       Column::legal_representative);
  note(personal_differs(candidate.phone, held.phone, held.state.phone), Column::phone);
  return out;
}

}  // namespace xiezhi::app::ledger
