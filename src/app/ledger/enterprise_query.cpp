#include "app/ledger/enterprise_query.h"

#include "app/ledger/enterprise_row.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app::ledger {
namespace {

namespace query = store::query;
using core::dossier::Status;
using core::org::Divisions;
using store::Connection;
using store::DbResult;
using store::DbStatus;
using store::Row;
using store::text;
using store::Value;

std::optional<std::string> optional_text(const Value& value) {
  if (store::is_null(value)) return std::nullopt;
  return text(value);
}

Status status_of(const Value& value) {
  const auto status = base::enum_from_name<Status>(text(value));
  VERIFY(status.has_value());
  return *status;
}

/// Values behind two commitments, either of which may be absent.
DbStatus reveal(Connection& connection, const Row& row, EnterpriseDossier& out) {
  const auto representative = optional_text(row[12]);
  const auto phone = optional_text(row[13]);
  std::vector<std::string> commitments;
  if (representative) commitments.push_back(*representative);
  if (phone) commitments.push_back(*phone);
  const auto values = TRY(store::get_private_values(connection, commitments));
  const auto value_of = [&](const std::optional<std::string>& commitment) {
    const auto found = commitment ? values.find(*commitment) : values.end();
    return found == values.end() ? std::optional<std::string>() : std::optional(found->second.value);
  };
  out.legal_representative = value_of(representative);
  out.phone = value_of(phone);
  return base::Unit{};
}

EnterpriseDossier dossier_of(const Row& row, const Divisions& divisions) {
  EnterpriseDossier out;
  out.id = text(row[0]);
  out.version = store::integer(row[1]);
  out.name = text(row[2]);
  out.credit_code = optional_text(row[3]);
  out.type = optional_text(row[4]);
  out.industry = optional_text(row[5]);
  out.scope = optional_text(row[6]);
  if (!store::is_null(row[7])) out.registered_on = base::Date::parse(text(row[7]));
  out.registered_capital = optional_text(row[8]);
  if (!store::is_null(row[9])) out.registered_capital_fen = base::Money::of_fen(store::integer(row[9]));
  out.address = optional_text(row[10]);
  out.division = text(row[11]);
  out.place = place_name(divisions, out.division);
  out.status = status_of(row[14]);
  out.updated_at = base::Instant{store::integer(row[15])};
  return out;
}

}  // namespace

std::string place_name(const Divisions& divisions, const std::string& code) {
  std::string out;
  for (const auto* division : divisions.path(code)) {
    if (division->kind != core::org::DivisionKind::province || code.size() == 2) out += division->name;
  }
  return out.empty() ? code : out;
}

std::vector<store::Call> dossier_calls(const std::string& id) {
  return {{&query::kEnterpriseFind, {Value(id)}},
          {&query::kEnterpriseSites, {Value(id)}},
          {&query::kEnterprisePenalties, {Value(id)}}};
}

DbResult<std::optional<EnterpriseDossier>> read_dossier(Connection& connection, const Divisions& divisions,
                                                        const Scope& scope, std::span<const std::vector<Row>> rows) {
  const std::optional<EnterpriseDossier> nothing;
  const auto& found = rows[0];
  if (found.empty() || !scope.granted() || !text(found[0][11]).starts_with(scope.division())) return nothing;
  EnterpriseDossier out = dossier_of(found[0], divisions);
  TRY(reveal(connection, found[0], out));
  for (const Row& row : rows[1]) {
    out.sites.push_back({text(row[0]), text(row[1]), text(row[2]), text(row[3])});
  }
  for (const Row& row : rows[2]) {
    const auto decided_on = base::Date::parse(text(row[2]));
    VERIFY(decided_on.has_value());
    out.penalties.push_back({text(row[0]), text(row[1]), *decided_on, text(row[3]), store::integer(row[4]) != 0});
  }
  return std::optional(std::move(out));
}

DbResult<std::optional<EnterpriseDossier>> find_enterprise(Connection& connection, const Divisions& divisions,
                                                           const Scope& scope, const std::string& id) {
  const auto rows = TRY(connection.read_each(dossier_calls(id)));
  return read_dossier(connection, divisions, scope, rows);
}

DbResult<std::vector<DivisionCount>> count_enterprises(Connection& connection, const Divisions& divisions,
                                                       const Scope& scope) {
  std::vector<DivisionCount> out;
  if (!scope.granted()) return out;
  for (const Row& row : TRY(connection.run(query::kEnterpriseCount, {Value(scope.division())}))) {
    out.push_back({text(row[0]), place_name(divisions, text(row[0])), store::integer(row[1])});
  }
  return out;
}

DbResult<std::vector<CodeHolder>> holders_of_code(Connection& connection, const std::string& credit_code) {
  std::vector<CodeHolder> out;
  for (const Row& row : TRY(connection.run(query::kEnterpriseByCode, {Value(credit_code)}))) {
    out.push_back({text(row[0]), text(row[1]), text(row[2])});
  }
  return out;
}

}  // namespace xiezhi::app::ledger
