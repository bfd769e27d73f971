#include "app/ledger/projection.h"

#include <algorithm>

#include "app/ledger/enterprise_row.h"
#include "core/dossier/holding_commands.h"
#include "core/engine/world.h"
#include "core/org/divisions.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

namespace query = store::query;
using core::dossier::EnterpriseGraded;
using core::dossier::EnterpriseRegistered;
using core::dossier::EnterpriseUpdated;
using core::dossier::Field;
using core::dossier::PenaltyAnnulled;
using core::dossier::PenaltyRecorded;
using core::dossier::SiteAdded;
using core::journal::Entry;
using store::Call;
using store::Value;

/// The new value, '' for a cleared field, null for one that stays.
Value change(const std::optional<std::string>& value, const EnterpriseUpdated& event, Field field) {
  if (event.cleared && std::find(event.cleared->begin(), event.cleared->end(), field) != event.cleared->end()) {
    return Value(std::string());
  }
  return value ? Value(*value) : Value();
}

std::optional<std::string> hex(const std::optional<core::rule::Commitment>& value) {
  if (!value) return std::nullopt;
  return value->hex;
}

std::optional<std::string> iso(const std::optional<base::Date>& date) {
  if (!date) return std::nullopt;
  return date->iso();
}

template <typename T, typename Make>
Value made(const std::optional<T>& value, Make make) {
  return value ? Value(make(*value)) : Value();
}

Call update_call(const Entry& entry, const std::string& id, const EnterpriseUpdated& event) {
  const auto city = [](const std::string& division) { return std::string(core::org::city_of(division)); };
  const auto status = [](core::dossier::Status value) { return std::string(base::enum_name(value)); };
  const auto same = [](const std::string& text) { return text; };
  const auto fen = [](base::Money money) { return money.fen; };
  return {&query::kEnterpriseUpdate,
          {Value(id),
           Value(entry.version),
           made(event.name, same),
           made(event.name, ledger::name_hash),
           change(event.credit_code, event, Field::credit_code),
           change(event.type, event, Field::type),
           change(event.industry, event, Field::industry),
           change(event.scope, event, Field::scope),
           change(iso(event.registered_on), event, Field::registered_on),
           change(event.registered_capital, event, Field::registered_capital),
           made(event.registered_capital_fen, fen),
           change(event.address, event, Field::address),
           made(event.division, same),
           made(event.division, city),
           change(hex(event.legal_representative), event, Field::legal_representative),
           change(hex(event.phone), event, Field::phone),
           made(event.status, status),
           made(event.name, ledger::search_words),
           made(event.division, ledger::search_places),
           Value(entry.recorded_at.ms)}};
}

template <typename Event>
Event read(const Entry& entry) {
  return MUST(base::from_json<Event>(entry.payload));
}

}  // namespace

void project_enterprise(const Entry& entry, std::vector<Call>& calls) {
  if (core::engine::kind_of(entry.stream) != "enterprise") return;
  const std::string id = core::engine::id_of(entry.stream);
  if (entry.type == EnterpriseRegistered::kType) {
    const auto event = read<EnterpriseRegistered>(entry);
    store::Row row = ledger::enterprise_row(event, entry.version, entry.recorded_at);
    calls.push_back({&query::kEnterpriseInsert, std::move(row)});
    calls.push_back({&query::kSearchLearnAgain, {Value(id)}});
    return;
  }
  if (entry.type == EnterpriseUpdated::kType) {
    const auto event = read<EnterpriseUpdated>(entry);
    const bool found_otherwise = event.name || event.division || event.industry || event.status || event.cleared;
    if (found_otherwise) calls.push_back({&query::kSearchForget, {Value(id)}});
    calls.push_back(update_call(entry, id, event));
    if (found_otherwise) calls.push_back({&query::kSearchLearnAgain, {Value(id)}});
    return;
  }
  if (entry.type == EnterpriseGraded::kType) {
    const auto grade = base::enum_name(read<EnterpriseGraded>(entry).grade);
    calls.push_back({&query::kSearchForget, {Value(id)}});
    calls.push_back({&query::kEnterpriseGrade, {Value(id), Value(std::string(grade))}});
    calls.push_back({&query::kSearchLearnAgain, {Value(id)}});
  }
  if (entry.type == SiteAdded::kType) {
    const auto event = read<SiteAdded>(entry);
    calls.push_back({&query::kEnterpriseSiteInsert,
                     {Value(id), Value(event.id), Value(event.name), Value(event.address), Value(event.division)}});
  }
  if (entry.type == PenaltyRecorded::kType) {
    const auto event = read<PenaltyRecorded>(entry);
    calls.push_back({&query::kEnterprisePenaltyInsert,
                     {Value(id), Value(event.case_id), Value(event.party), Value(event.decided_on.iso()),
                      Value(event.instrument), Value(std::int64_t{event.major_hazard ? 1 : 0})}});
  }
  if (entry.type == PenaltyAnnulled::kType) {
    calls.push_back({&query::kEnterprisePenaltyDelete, {Value(id), Value(read<PenaltyAnnulled>(entry).case_id)}});
  }
  calls.push_back({&query::kEnterpriseTouch, {Value(id), Value(entry.version), Value(entry.recorded_at.ms)}});
}

}  // namespace xiezhi::app
