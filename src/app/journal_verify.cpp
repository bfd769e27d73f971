#include "app/journal_verify.h"

#include "app/journal_verify_tree.h"
#include "base/json.h"
#include "base/text.h"
#include "core/journal/format.h"
#include "store/journal.h"
#include "store/query.h"
#include "store/transaction.h"

namespace xiezhi::app {
namespace {

using store::DbStatus;
using store::integer;
using store::is_null;
using store::Row;
using store::text;
using store::Value;

constexpr std::int64_t kChunk = 10'000;

DbStatus check_unnumbered(store::Connection& connection, const JournalVerifyOptions& options, Findings& findings) {
  for (std::int64_t after = 0;;) {
    const auto rows = TRY(connection.run(store::query::kAuditUnnumbered, {Value(after), Value(kChunk)}));
    for (const Row& row : rows) {
      after = integer(row[0]);
      ++findings.report.pending;
      const std::string place =
          "entry " + std::to_string(after) + " (" + text(row[1]) + "@" + std::to_string(integer(row[2])) + ")";
      check_entry(row, 1, place, findings);
      if (integer(row[8]) == 0) findings.add(place, "has no leaf number and does not wait for one");
      if (integer(row[6]) < options.now_ms - options.pending_ms) {
        findings.add(place, "has waited too long for its leaf number");
      }
    }
    if (rows.size() < static_cast<std::size_t>(kChunk)) break;
  }
  for (const Row& row : TRY(connection.run(store::query::kAuditPending, {}))) {
    const std::string place = "pending " + std::to_string(integer(row[0])) + "-" + std::to_string(integer(row[1]));
    const std::int64_t wanted = integer(row[1]) - integer(row[0]) + 1;
    if (integer(row[2]) != wanted) findings.add(place, "names entries that do not exist");
    if (integer(row[3]) != 0) findings.add(place, "names entries that have a leaf number");
  }
  return base::Unit{};
}

DbStatus check_streams(store::Connection& connection, Findings& findings) {
  for (const Row& row : TRY(connection.run(store::query::kAuditStreams, {}))) {
    const std::string last = is_null(row[3]) ? "none" : std::to_string(integer(row[3]));
    findings.add("stream " + text(row[0]), "has version " + std::to_string(integer(row[1])) + " but " +
                                               std::to_string(integer(row[2])) + " entries, the last " + last);
  }
  for (const Row& row : TRY(connection.run(store::query::kAuditStreamMissing, {}))) {
    findings.add("stream " + text(row[0]), "has entries but no version");
  }
  for (const Row& row : TRY(connection.run(store::query::kAuditStreamOrder, {}))) {
    findings.add("stream " + text(row[0]),
                 "version " + std::to_string(integer(row[1])) + " has a lower leaf number than the version before it");
  }
  const auto counts = TRY(connection.run(store::query::kAuditCounts, {}));
  findings.report.entries = integer(counts[0][0]);
  findings.report.streams = integer(counts[0][1]);
  findings.report.commands = integer(counts[0][2]);
  return base::Unit{};
}

DbStatus check_commands(store::Connection& connection, Findings& findings) {
  std::string actor;
  std::string id;
  for (;;) {
    const auto rows = TRY(connection.run(store::query::kAuditCommands, {Value(actor), Value(id), Value(kChunk)}));
    for (const Row& row : rows) {
      actor = text(row[0]);
      id = text(row[1]);
      const std::string place = "command " + actor + "/" + id;
      if (!base::valid_id(actor) || !base::valid_id(id)) findings.add(place, "has a malformed id");
      if (store::bytes(row[2]).size() != sizeof(base::Hash)) findings.add(place, "has a malformed body hash");
      if (!base::Json::parse(text(row[3])).ok()) findings.add(place, "has an outcome that is not JSON");
    }
    if (rows.size() < static_cast<std::size_t>(kChunk)) return base::Unit{};
  }
}

DbStatus check_private_values(store::Connection& connection, Findings& findings) {
  store::Bytes after;
  for (;;) {
    const auto rows = TRY(connection.run(store::query::kAuditPrivateValues, {Value(after), Value(kChunk)}));
    for (const Row& row : rows) {
      after = store::Bytes{store::bytes(row[0])};
      ++findings.report.private_values;
      if (is_null(row[1]) && is_null(row[2])) {
        ++findings.report.erased;
        continue;
      }
      const core::journal::PrivateValue value{base::to_hex(after.data), base::to_hex(store::bytes(row[1])),
                                              text(row[2])};
      if (!core::journal::holds(value))
        findings.add("private_value " + value.commitment, "is not what was committed to");
    }
    if (rows.size() < static_cast<std::size_t>(kChunk)) return base::Unit{};
  }
}

store::DbResult<JournalReport> verify_snapshot(store::Connection& connection, const JournalVerifyOptions& options) {
  Findings findings;
  const auto signers = TRY(trusted_signers(connection, options, findings));
  TRY(check_tree(connection, signers, options.progress, findings));
  options.progress("streams");
  TRY(check_streams(connection, findings));
  TRY(check_unnumbered(connection, options, findings));
  options.progress("commands");
  TRY(check_commands(connection, findings));
  options.progress("private values");
  TRY(check_private_values(connection, findings));
  findings.report.ok = findings.report.problem_count == 0;
  return std::move(findings.report);
}

}  // namespace

void Findings::add(std::string place, std::string what) {
  if (++report.problem_count <= kMaxListedProblems) report.problems.push_back({std::move(place), std::move(what)});
}

void check_entry(const Row& row, std::size_t at, const std::string& place, Findings& findings) {
  const auto entry = core::journal::decode_entry(text(row[at + 6]));
  if (!entry.ok()) {
    findings.add(place, "its text is damaged: " + entry.error().path + " " + entry.error().message);
    return;
  }
  const bool same = entry->stream == text(row[at]) && entry->version == integer(row[at + 1]) &&
                    entry->type == text(row[at + 2]) && entry->actor == text(row[at + 3]) &&
                    entry->command_id == text(row[at + 4]) && entry->recorded_at.ms == integer(row[at + 5]);
  if (!same) findings.add(place, "its columns differ from its text");
}

store::DbResult<JournalReport> verify_journal(store::Connection& connection, const JournalVerifyOptions& options) {
  return store::in_transaction(connection, store::Access::read, [&] { return verify_snapshot(connection, options); });
}

}  // namespace xiezhi::app
