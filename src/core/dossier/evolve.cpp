// How events change the dossier.
#include "core/dossier/commands.h"

namespace xiezhi::core::dossier {
namespace {

template <typename T>
void take(std::optional<T>& field, const std::optional<T>& value) {
  if (value) field = value;
}

void clear(Enterprise& enterprise, Field field) {
  switch (field) {
    case Field::credit_code: enterprise.credit_code.reset(); return;
    case Field::type: enterprise.type.reset(); return;
    case Field::industry: enterprise.industry.reset(); return;
    case Field::scope: enterprise.scope.reset(); return;
    case Field::registered_on: enterprise.registered_on.reset(); return;
    case Field::registered_capital:
      enterprise.registered_capital.reset();
      enterprise.registered_capital_fen.reset();
      return;
    case Field::address: enterprise.address.reset(); return;
    case Field::legal_representative: enterprise.legal_representative.reset(); return;
    case Field::phone: enterprise.phone.reset(); return;
  }
  VERIFY_NOT_REACHED();
}

}  // namespace

void evolve(Enterprise& enterprise, const EnterpriseRegistered& event) {
  enterprise.id = event.id;
  enterprise.name = event.name;
  enterprise.credit_code = event.credit_code;
  enterprise.type = event.type;
  enterprise.industry = event.industry;
  enterprise.scope = event.scope;
  enterprise.registered_on = event.registered_on;
  enterprise.registered_capital = event.registered_capital;
  enterprise.registered_capital_fen = event.registered_capital_fen;
  enterprise.address = event.address;
  enterprise.division = event.division;
  enterprise.legal_representative = event.legal_representative;
  enterprise.phone = event.phone;
  enterprise.status = event.status;
}

void evolve(Enterprise& enterprise, const EnterpriseUpdated& event) {
  if (event.name) enterprise.name = *event.name;
  take(enterprise.credit_code, event.credit_code);
  take(enterprise.type, event.type);
  take(enterprise.industry, event.industry);
  take(enterprise.scope, event.scope);
  take(enterprise.registered_on, event.registered_on);
  if (event.registered_capital) {
    enterprise.registered_capital = event.registered_capital;
    enterprise.registered_capital_fen = event.registered_capital_fen;
  }
  take(enterprise.address, event.address);
  if (event.division) enterprise.division = *event.division;
  take(enterprise.legal_representative, event.legal_representative);
  take(enterprise.phone, event.phone);
  if (event.status) enterprise.status = *event.status;
  if (event.cleared) {
    for (const Field field : *event.cleared) clear(enterprise, field);
  }
}

void evolve(Enterprise& enterprise, const SiteAdded& event) {
  enterprise.sites.push_back({event.id, event.name, event.address, event.division});
}

void evolve(Enterprise& enterprise, const PenaltyRecorded& event) {
  enterprise.penalties.push_back({event.case_id, event.decided_on, event.instrument, event.major_hazard});
}

void evolve(Enterprise& enterprise, const PenaltyAnnulled& event) {
  std::erase_if(enterprise.penalties, [&](const PenaltyRecord& record) { return record.case_id == event.case_id; });
}

}  // namespace xiezhi::core::dossier
