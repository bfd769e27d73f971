#include "app/rebuild.h"

#include "app/evidence.h"
#include "app/ledger/projection.h"
#include "app/projection/projection.h"
#include "base/sha256.h"
#include "base/text.h"
#include "core/engine/engine.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

namespace query = store::query;

constexpr std::int64_t kStreamsAtOnce = 500;

const store::Statement* const kClear[] = {
    &query::kReadClearTask,           &query::kReadClearCasefile,      &query::kReadClearInspection,
    &query::kReadClearOfficer,        &query::kReadClearBody,          &query::kReadClearEnterprisePenalty,
    &query::kReadClearEnterpriseSite, &query::kReadClearEnterprise,    &query::kReadClearEnterpriseSearch,
    &query::kReadClearDecidedFine,    &query::kReadClearBlobReference, &query::kReadClearFileHand,
    &query::kReadClearFileNumber,
};

struct Digest {
  const char* table;
  const store::Statement* statement;
};
const Digest kDigests[] = {
    {"blob_reference", &query::kDigestBlobReference},
    {"body", &query::kDigestBody},
    {"casefile", &query::kDigestCasefile},
    {"decided_fine", &query::kDigestDecidedFine},
    {"enterprise", &query::kDigestEnterprise},
    {"enterprise_penalty", &query::kDigestEnterprisePenalty},
    {"enterprise_site", &query::kDigestEnterpriseSite},
    {"file_hand", &query::kDigestFileHand},
    {"file_number", &query::kDigestFileNumber},
    {"inspection", &query::kDigestInspection},
    {"officer", &query::kDigestOfficer},
    {"task", &query::kDigestTask},
};

void hash_value(base::Sha256& hash, const store::Value& value) {
  if (store::is_null(value)) {
    hash.update("n;");
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    hash.update("i" + std::to_string(*number) + ";");
  } else {
    const std::string& text = store::text(value);
    hash.update("t" + std::to_string(text.size()) + ":" + text);
  }
}

store::DbResult<std::string> digest(store::Connection& connection, const store::Statement& statement) {
  constexpr std::int64_t kPage = 5000;
  base::Sha256 hash;
  std::string after;
  for (;;) {
    const auto rows = TRY(connection.run(statement, {after, kPage}));
    for (const store::Row& row : rows) {
      for (const store::Value& value : row) hash_value(hash, value);
    }
    if (rows.size() < static_cast<std::size_t>(kPage)) return base::to_hex(hash.finish());
    after = store::text(rows.back().front());
  }
}

/// Appends the rows that one stream's entries make.
store::DbStatus project_stream(const std::string& stream, const std::vector<core::journal::Entry>& entries,
                               const core::law::Pack& pack, std::vector<store::Call>& calls) {
  auto state = core::engine::empty_aggregate(stream);
  if (!state) return base::Err{store::DbError{store::DbErrorKind::refused, "rebuild", "unknown stream " + stream}};
  for (const auto& entry : entries) {
    const auto folded =
        core::engine::evolve(*state, entry.type, entry.payload, {entry.occurred_at, entry.actor, entry.version});
    if (!folded.ok()) {
      return base::Err{store::DbError{store::DbErrorKind::refused, "rebuild", stream + ": " + folded.error().message}};
    }
    if (stream.starts_with("enterprise/")) project_enterprise(entry, calls);
    project_evidence(entry, calls);
  }
  project_state(stream, static_cast<std::int64_t>(entries.size()), *state, pack, calls);
  return base::Unit{};
}

}  // namespace

store::DbResult<std::map<std::string, std::string>> digest_tables(store::Connection& connection) {
  std::map<std::string, std::string> out;
  for (const Digest& table : kDigests) out[table.table] = TRY(digest(connection, *table.statement));
  return out;
}

store::DbResult<RebuildReport> rebuild(store::Connection& connection, const core::law::Pack& pack,
                                       const std::function<void(std::int64_t)>& on_progress) {
  RebuildReport report;
  TRY(connection.begin(store::Access::write));
  const auto work = [&]() -> store::DbStatus {
    for (const store::Statement* clear : kClear) TRY(connection.run(*clear, {}));
    std::string after;
    for (;;) {
      const auto rows = TRY(connection.run(query::kRebuildStreams, {after, kStreamsAtOnce}));
      if (rows.empty()) return base::Unit{};
      std::vector<std::string> streams;
      for (const store::Row& row : rows) streams.push_back(store::text(row.front()));
      std::vector<store::Call> calls;
      for (const auto& [stream, entries] : TRY(store::load_entries(connection, streams))) {
        TRY(project_stream(stream, entries, pack, calls));
        report.entries += static_cast<std::int64_t>(entries.size());
      }
      TRY(connection.run_all(calls));
      report.streams += static_cast<std::int64_t>(rows.size());
      after = streams.back();
      if (on_progress) on_progress(report.entries);
    }
  };
  const auto done = work();
  if (!done.ok()) {
    connection.rollback();
    return base::Err{done.error()};
  }
  report.tables = TRY(digest_tables(connection));
  TRY(connection.commit());
  return report;
}

}  // namespace xiezhi::app
