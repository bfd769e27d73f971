#include "app/erasure.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "core/org/org.h"
#include "store/erasure.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using base::Err;

constexpr std::size_t kCommitmentDigits = 64;

/// Every text of a payload that could be a commitment.
void collect(const base::Json& value, std::set<std::string>& out) {
  if (value.string() != nullptr && value.string()->size() == kCommitmentDigits) out.insert(*value.string());
  if (value.array() != nullptr) {
    for (const base::Json& item : *value.array()) collect(item, out);
  }
  if (value.object() != nullptr) {
    for (const auto& [name, member] : *value.object()) collect(member, out);
  }
}

store::DbResult<bool> may_erase(store::Connection& connection, const ErasureRequest& request) {
  const auto rows = TRY(connection.run(store::query::kOfficerFind, {request.officer}));
  if (rows.empty()) return false;
  const store::Row& row = rows.front();
  if (!store::is_null(row[6]) && store::text(row[6]) <= request.now.date().iso()) return false;
  const auto duties = base::split(store::text(row[4]), ' ');
  return std::find(duties.begin(), duties.end(), base::enum_name(core::org::Duty::administrator)) != duties.end();
}

store::DbResult<ErasureReport> erase(store::Connection& connection, const ErasureRequest& request) {
  ErasureReport report;
  report.stream = request.stream;
  std::set<std::string> named;
  for (const auto& entry : TRY(store::load_entries(connection, request.stream))) collect(entry.payload, named);
  const auto values = TRY(store::get_private_values(connection, {named.begin(), named.end()}));
  for (const auto& [commitment, value] : values) {
    ++report.personal;
    if (request.value && value.value != *request.value) continue;
    if (!TRY(store::erase_private_value(connection, commitment, request.now.ms))) continue;
    TRY(store::record_erasure(connection, commitment, request.stream, request.officer, request.reason, request.now.ms));
    ++report.erased;
  }
  return report;
}

}  // namespace

base::Result<ErasureReport, std::string> erase_personal_data(store::Connection& connection,
                                                             const ErasureRequest& request) {
  const auto failed = [](const store::DbError& error) { return Err{error.statement + ": " + error.message}; };
  if (base::trim(request.reason).empty()) return Err{std::string("a reason is required")};
  if (const auto ready = store::overwrite_erased(connection); !ready.ok()) return failed(ready.error());
  if (const auto begun = connection.begin(store::Access::write); !begun.ok()) return failed(begun.error());
  const auto allowed = may_erase(connection, request);
  auto report = allowed.ok() ? erase(connection, request) : Err{allowed.error()};
  if (!report.ok() || !*allowed) {
    connection.rollback();
    if (!report.ok()) return failed(report.error());
    return Err{request.officer + " is no administrator in service"};
  }
  if (const auto committed = connection.commit(); !committed.ok()) return failed(committed.error());
  const auto flushed = store::flush_erased(connection);
  if (!flushed.ok()) return failed(flushed.error());
  report->overwritten = *flushed;
  return std::move(report).value();
}

store::DbResult<std::vector<std::string>> streams_with_value(store::Connection& connection, const std::string& value) {
  std::set<std::string> out;
  for (const auto& row : TRY(connection.run(store::query::kPrivateValueFind, {value}))) {
    const std::string commitment = base::to_hex(store::bytes(row[0]));
    for (const auto& found : TRY(connection.run(store::query::kEntryNaming, {commitment}))) {
      out.insert(store::text(found[0]));
    }
  }
  return std::vector<std::string>(out.begin(), out.end());
}

}  // namespace xiezhi::app
