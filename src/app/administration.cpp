#include "app/administration.h"

#include <algorithm>

#include "app/ledger/export.h"
#include "app/ledger/import_job.h"
#include "app/query/query_tools.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using store::Connection;
using store::Row;
namespace query = store::query;

constexpr std::int64_t kMostAccounts = 1000;
constexpr std::int64_t kMostJobs = 50;  // of each kind

std::optional<base::Instant> instant_of(const store::Value& value) {
  return store::is_null(value) ? std::nullopt : std::optional(base::Instant{store::integer(value)});
}

AccountRow account_of(const Row& row, const std::map<std::string, base::Instant>& locks) {
  const auto officer = base::parse_json<core::org::Officer>(store::text(row[5]));
  VERIFY(officer.ok());
  AccountRow out;
  out.name = store::text(row[0]);
  out.officer = store::text(row[1]);
  out.officer_name = officer->name;
  out.body = officer->body;
  out.body_name = store::text(row[6]);
  out.division = store::text(row[7]);
  out.rank = base::enum_name(officer->rank);
  for (const core::org::Duty duty : officer->duties) out.duties.emplace_back(base::enum_name(duty));
  out.left_on = officer->left_on;
  out.created_at = base::Instant{store::integer(row[2])};
  out.password_changed_at = base::Instant{store::integer(row[3])};
  out.disabled_at = instant_of(row[4]);
  out.signed_in_at = instant_of(row[8]);
  const auto lock = locks.find(login_key(out.name));
  if (lock != locks.end()) out.locked_until = lock->second;
  return out;
}

std::optional<std::int64_t> percent_of(std::int64_t done, std::int64_t total) {
  if (total <= 0) return std::nullopt;
  return std::clamp<std::int64_t>(done * 100 / total, 0, 100);
}

JobRow import_of(const Row& row) {
  const auto progress = MUST(base::parse_json<ledger::ImportProgress>(store::text(row[8])));
  JobRow out;
  out.id = store::text(row[0]);
  out.kind = JobKind::ledger_import;
  out.name = store::text(row[1]);
  out.actor_name = store::text(row[3]);
  out.body_name = store::text(row[4]);
  out.state = store::text(row[5]);
  out.percent = percent_of(progress.offset, progress.total_bytes);
  out.rows = progress.rows;
  out.started_at = base::Instant{store::integer(row[6])};
  out.updated_at = base::Instant{store::integer(row[7])};
  out.problem = optional_text_of(row[9]);
  return out;
}

JobRow export_of(const Row& row) {
  const auto job = MUST(base::parse_json<ledger::ExportJob>(store::text(row[0])));
  JobRow out;
  out.id = job.id;
  out.kind = JobKind::ledger_export;
  out.name = job.started_at.date().iso() + "." + std::string(base::enum_name(job.request.kind));
  out.actor_name = store::text(row[1]);
  out.body_name = store::text(row[2]);
  out.state = base::enum_name(job.state);
  if (job.total) out.percent = percent_of(job.rows, *job.total);
  out.rows = job.rows;
  out.started_at = job.started_at;
  out.updated_at = job.updated_at;
  return out;
}

}  // namespace

QueryResult<AccountList> list_accounts(Readers& readers, const AccountQuery& asked, base::Instant now) {
  AccountList out;
  if (!asked.scope.granted()) return out;
  const std::string& division = asked.scope.division();
  TRY_DB(readers.with([&](Connection& connection) -> store::DbStatus {
    std::map<std::string, base::Instant> locks;
    for (const Row& row : TRY(connection.run(query::kAccountLocked, {kAttemptsAllowed, now.ms}))) {
      locks[store::bytes(row[0])] = base::Instant{store::integer(row[1])};
    }
    const auto rows = TRY(connection.run(
        query::kAccountList, {division, end_of_prefix(division), asked.body.value_or(""), kMostAccounts + 1}));
    for (const Row& row : rows) out.rows.push_back(account_of(row, locks));
    return base::Unit{};
  }));
  out.more = static_cast<std::int64_t>(out.rows.size()) > kMostAccounts;
  if (out.more) out.rows.pop_back();
  return out;
}

QueryResult<AccountStanding> standing_of(Readers& readers, const Scope& scope, const std::string& name,
                                         base::Date today) {
  const auto rows =
      TRY_DB(readers.once([&](Connection& connection) { return connection.run(query::kAccountPlace, {name}); }));
  if (rows.empty() || !scope.admits(store::text(rows[0][0]), store::text(rows[0][1]))) return AccountStanding::absent;
  if (store::is_null(rows[0][2])) return AccountStanding::open;
  const bool left = !store::is_null(rows[0][3]) && store::text(rows[0][3]) <= today.iso();
  return left ? AccountStanding::ended : AccountStanding::disabled;
}

QueryResult<bool> officer_within(Readers& readers, const Scope& scope, const std::string& officer, base::Date today) {
  const auto rows =
      TRY_DB(readers.once([&](Connection& connection) { return connection.run(query::kOfficerFind, {officer}); }));
  if (rows.empty()) return false;
  const bool serves = store::is_null(rows[0][6]) || today.iso() < store::text(rows[0][6]);
  return serves && scope.admits(store::text(rows[0][3]), store::text(rows[0][1]));
}

QueryResult<JobsView> list_jobs(Readers& readers, const JobsQuery& asked, base::Instant now,
                                std::optional<base::Instant> swept_at) {
  JobsView out;
  out.now = now;
  out.swept_at = swept_at;
  if (!asked.scope.granted()) return out;
  const std::string& division = asked.scope.division();
  TRY_DB(readers.with([&](Connection& connection) -> store::DbStatus {
    const Row place = {division, end_of_prefix(division), kMostJobs};
    for (const Row& row : TRY(connection.run(query::kJobImports, place))) out.rows.push_back(import_of(row));
    for (const Row& row : TRY(connection.run(query::kJobExports, place))) out.rows.push_back(export_of(row));
    out.leaves = store::integer(TRY(connection.run(query::kLeafCount, {})).front()[0]);
    out.unnumbered = store::integer(TRY(connection.run(query::kPendingCount, {})).front()[0]);
    for (const Row& row : TRY(connection.run(query::kCheckpointLast, {}))) out.checkpoint_at = instant_of(row[3]);
    return base::Unit{};
  }));
  std::sort(out.rows.begin(), out.rows.end(), [](const JobRow& one, const JobRow& other) {
    return std::pair(other.started_at.ms, one.id) < std::pair(one.started_at.ms, other.id);
  });
  return out;
}

bool acceptable_account_name(std::string_view name) {
  constexpr std::size_t kLeast = 3;
  constexpr std::size_t kMost = 32;
  if (name.size() < kLeast || name.size() > kMost) return false;
  return std::all_of(name.begin(), name.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' || letter == '_' ||
           letter == '-';
  });
}

std::string fresh_password() {
  constexpr std::size_t kGroup = 4;
  constexpr std::size_t kDigits = 16;
  const std::string token = random_token();
  std::string out;
  for (std::size_t i = 0; i < kDigits; i += kGroup) out += (i == 0 ? "" : "-") + token.substr(i, kGroup);
  return out;
}

}  // namespace xiezhi::app
