// Rules on the dossier. They guard the truth of the ledger, not an article: their refusals cite none.
#include <algorithm>

#include "base/text.h"
#include "core/dossier/commands.h"
#include "core/dossier/credit_code.h"
#include "core/engine/world.h"
#include "core/text/fold.h"

namespace xiezhi::core::dossier {
namespace {

using rule::Facts;
using rule::Guard;
using rule::refuse_if;
using rule::Verdict;

const std::string* given(const std::string& field) { return &field; }
const std::string* given(const std::optional<std::string>& field) { return field ? &*field : nullptr; }

std::string trimmed(const std::string& text) { return std::string(base::trim(text)); }
std::optional<std::string> trimmed(const std::optional<std::string>& text) {
  if (!text || base::trim(*text).empty()) return std::nullopt;
  return trimmed(*text);
}
std::optional<std::string> normalised_code(const std::optional<std::string>& code) {
  const auto plain = trimmed(code);
  if (!plain) return std::nullopt;
  return normalise_credit_code(*plain);
}

Verdict registered_twice(const Enterprise& enterprise, const RegisterEnterprise*, const rule::Context&) {
  return refuse_if(!enterprise.id.empty(), {{"name", enterprise.name}});
}

template <typename Command>
Verdict not_registered(const Enterprise& enterprise, const Command*, const rule::Context&) {
  return refuse_if(enterprise.id.empty());
}

template <typename Command>
Verdict name_empty(const Enterprise&, const Command* command, const rule::Context&) {
  if (command == nullptr || given(command->name) == nullptr) return std::nullopt;
  return refuse_if(base::trim(*given(command->name)).empty());
}

template <typename Command>
Verdict text_too_long(const Enterprise&, const Command* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  const auto longer = [](const std::string* text, std::size_t limit) {
    return text != nullptr && base::length(*text) > limit;
  };
  const struct {
    const char* field;
    const std::string* text;
    std::size_t limit;
  } kLimits[] = {{"name", given(command->name), kMaxNameLength},
                 {"type", given(command->type), kMaxShortLength},
                 {"scope", given(command->scope), kMaxScopeLength},
                 {"registered_capital", given(command->registered_capital), kMaxShortLength},
                 {"address", given(command->address), kMaxAddressLength}};
  for (const auto& [field, text, limit] : kLimits) {
    if (longer(text, limit)) return Facts{{"field", field}, {"limit", std::to_string(limit)}};
  }
  return std::nullopt;
}

// GB 32100-2015.
template <typename Command>
Verdict credit_code_invalid(const Enterprise&, const Command* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  const auto code = normalised_code(command->credit_code);
  if (!code) return std::nullopt;
  const CreditCodeFault fault = check_credit_code(*code);
  return refuse_if(fault != CreditCodeFault::none,
                   {{"credit_code", *code}, {"fault", std::string(base::enum_name(fault))}});
}

template <typename Command>
Verdict division_unknown(const Enterprise&, const Command* command, const rule::Context& context) {
  if (command == nullptr || given(command->division) == nullptr) return std::nullopt;
  const std::string& code = *given(command->division);
  const org::Division* division = context.pack->divisions().find(code);
  const bool too_high = division != nullptr && division->kind == org::DivisionKind::province;
  return refuse_if(division == nullptr || too_high, {{"division", code}});
}

template <typename Command>
Verdict registered_in_future(const Enterprise&, const Command* command, const rule::Context& context) {
  if (command == nullptr || !command->registered_on) return std::nullopt;
  return refuse_if(*command->registered_on > context.now.date(), {{"registered_on", command->registered_on->iso()}});
}

template <typename Command>
Verdict industry_invalid(const Enterprise&, const Command* command, const rule::Context&) {
  if (command == nullptr || !command->industry) return std::nullopt;
  return refuse_if(!industry_code_form(*command->industry), {{"industry", *command->industry}});
}

Verdict site_incomplete(const Enterprise&, const AddSite* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  const bool id = base::valid_id(command->site_id);
  return refuse_if(!id || base::trim(command->name).empty() || base::trim(command->address).empty());
}

Verdict site_duplicate(const Enterprise& enterprise, const AddSite* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  const std::string address = text::identity_form(command->address);
  for (const Site& site : enterprise.sites) {
    const bool same_place = site.name == trimmed(command->name) && text::identity_form(site.address) == address;
    if (site.id == command->site_id || same_place) return Facts{{"site", site.name}};
  }
  return std::nullopt;
}

/// The value when it differs from what the dossier holds.
template <typename T, typename Held>
std::optional<T> changed(const std::optional<T>& value, const Held& held) {
  return value && held != *value ? value : std::nullopt;
}

EnterpriseUpdated changes(const Enterprise& held, const UpdateEnterprise& command) {
  EnterpriseUpdated out;
  out.name = changed(trimmed(command.name), held.name);
  out.credit_code = changed(normalised_code(command.credit_code), held.credit_code);
  out.type = changed(trimmed(command.type), held.type);
  out.industry = changed(command.industry, held.industry);
  out.scope = changed(trimmed(command.scope), held.scope);
  out.registered_on = changed(command.registered_on, held.registered_on);
  out.registered_capital = changed(trimmed(command.registered_capital), held.registered_capital);
  if (out.registered_capital) out.registered_capital_fen = parse_registered_capital(*out.registered_capital);
  out.address = changed(trimmed(command.address), held.address);
  out.division = changed(command.division, held.division);
  out.status = changed(command.status, held.status);
  if (command.cleared && !command.cleared->empty()) out.cleared = command.cleared;
  return out;
}

Verdict nothing_changed(const Enterprise& enterprise, const UpdateEnterprise* command, const rule::Context&) {
  if (command == nullptr || command->legal_representative || command->phone) return std::nullopt;
  return refuse_if(base::to_json(changes(enterprise, *command)) == "{}");
}

std::optional<rule::Commitment> committed(const std::optional<rule::Personal>& value, rule::Outcome& out) {
  if (!value || value->value.empty()) return std::nullopt;
  return out.commit(*value);
}

}  // namespace

std::span<const Guard<Enterprise, RegisterEnterprise>> guards_of(const RegisterEnterprise*) {
  static constexpr Guard<Enterprise, RegisterEnterprise> kGuards[] = {
      {"enterprise.registered_twice", registered_twice, {}},
      {"enterprise.name_empty", name_empty<RegisterEnterprise>, {}},
      {"enterprise.text_too_long", text_too_long<RegisterEnterprise>, {}},
      {"enterprise.credit_code_invalid", credit_code_invalid<RegisterEnterprise>, {}},
      {"enterprise.division_unknown", division_unknown<RegisterEnterprise>, {}},
      {"enterprise.registered_in_future", registered_in_future<RegisterEnterprise>, {}},
      {"enterprise.industry_invalid", industry_invalid<RegisterEnterprise>, {}},
  };
  return kGuards;
}

void apply(const Enterprise&, const RegisterEnterprise& command, const rule::Context& context, rule::Outcome& out) {
  EnterpriseRegistered event;
  event.id = engine::id_of(context.stream);
  event.name = trimmed(command.name);
  event.credit_code = normalised_code(command.credit_code);
  event.type = trimmed(command.type);
  event.industry = command.industry;
  event.scope = trimmed(command.scope);
  event.registered_on = command.registered_on;
  event.registered_capital = trimmed(command.registered_capital);
  if (event.registered_capital) event.registered_capital_fen = parse_registered_capital(*event.registered_capital);
  event.address = trimmed(command.address);
  event.division = command.division;
  event.legal_representative = committed(command.legal_representative, out);
  event.phone = committed(command.phone, out);
  event.status = command.status.value_or(Status::operating);
  out.emit(event);
}

std::span<const Guard<Enterprise, UpdateEnterprise>> guards_of(const UpdateEnterprise*) {
  static constexpr Guard<Enterprise, UpdateEnterprise> kGuards[] = {
      {"enterprise.not_registered", not_registered<UpdateEnterprise>, {}},
      {"enterprise.name_empty", name_empty<UpdateEnterprise>, {}},
      {"enterprise.text_too_long", text_too_long<UpdateEnterprise>, {}},
      {"enterprise.credit_code_invalid", credit_code_invalid<UpdateEnterprise>, {}},
      {"enterprise.division_unknown", division_unknown<UpdateEnterprise>, {}},
      {"enterprise.registered_in_future", registered_in_future<UpdateEnterprise>, {}},
      {"enterprise.industry_invalid", industry_invalid<UpdateEnterprise>, {}},
      {"enterprise.nothing_changed", nothing_changed, {}},
  };
  return kGuards;
}

void apply(const Enterprise& enterprise, const UpdateEnterprise& command, const rule::Context&, rule::Outcome& out) {
  EnterpriseUpdated event = changes(enterprise, command);
  event.legal_representative = committed(command.legal_representative, out);
  event.phone = committed(command.phone, out);
  out.emit(event);
}

std::span<const Guard<Enterprise, AddSite>> guards_of(const AddSite*) {
  static constexpr Guard<Enterprise, AddSite> kGuards[] = {
      {"enterprise.not_registered", not_registered<AddSite>, {}},
      {"site.incomplete", site_incomplete, {}},
      {"site.duplicate", site_duplicate, {}},
      {"site.division_unknown", division_unknown<AddSite>, {}},
  };
  return kGuards;
}

void apply(const Enterprise&, const AddSite& command, const rule::Context&, rule::Outcome& out) {
  out.emit(SiteAdded{command.site_id, trimmed(command.name), trimmed(command.address), command.division});
}

}  // namespace xiezhi::core::dossier
