#include "crash/check.h"

#include <chrono>
#include <thread>

#include "app/journal_verify.h"
#include "app/sequencer.h"
#include "base/codec.h"
#include "store/query.h"

namespace xiezhi::crash {
namespace {

using store::integer;
using store::text;

/// How many entries a command's answer speaks of: `entries` of the crash tests' own writer, `events` of the product's.
std::int64_t entries_told(const std::string& outcome) {
  const auto told = base::Json::parse(outcome);
  if (!told.ok()) return -1;
  if (const auto* entries = told->find("entries")) return entries->integer().value_or(-1);
  const auto* events = told->find("events");
  return events == nullptr || events->array() == nullptr ? -1 : static_cast<std::int64_t>(events->array()->size());
}

/// Entries of each command that is there; a command of which a part is missing is a complaint.
Acknowledged present(store::Connection& connection, std::vector<std::string>& out) {
  Acknowledged found;
  const auto rows = connection.run(store::query::kAuditCommandEntries, {});
  if (!rows.ok()) {
    out.push_back(rows.error().message);
    return found;
  }
  for (const auto& row : *rows) {
    found[text(row[0])] = integer(row[2]);
    if (entries_told(text(row[1])) != integer(row[2])) {
      out.push_back("command " + text(row[0]) + " is there in part: " + std::to_string(integer(row[2])) + " of " +
                    text(row[1]));
    }
  }
  return found;
}

/// The journal with every entry in the tree. On PostgreSQL the session of a writer that was killed ends in its own
/// time: until then it may still commit, and still hold the sequencer's lock.
store::DbResult<app::JournalReport> verified(store::Connection& connection) {
  constexpr int kAttempts = 100;
  constexpr std::chrono::milliseconds kPause{100};
  constexpr std::int64_t kNow = 1'760'000'000'000;
  const auto key = app::key_of_seed(std::string(32, 'k'));
  app::JournalVerifyOptions options;
  options.now_ms = kNow;
  for (int attempt = 1;; ++attempt) {
    TRY(app::sequence_all(connection, key, kNow));
    auto report = TRY(app::verify_journal(connection, options));
    if (report.pending == 0 || attempt == kAttempts) return report;
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace

std::int64_t lost(store::Connection& connection, const Acknowledged& acknowledged) {
  std::vector<std::string> ignored;
  const Acknowledged found = present(connection, ignored);
  std::int64_t count = 0;
  for (const auto& [command, entries] : acknowledged) count += found.contains(command) ? 0 : 1;
  return count;
}

std::vector<std::string> command_complaints(store::Connection& connection, const Acknowledged& acknowledged) {
  std::vector<std::string> out;
  const Acknowledged found = present(connection, out);
  for (const auto& [command, entries] : acknowledged) {
    const auto there = found.find(command);
    if (there == found.end()) {
      out.push_back("acknowledged command " + command + " is lost");
    } else if (there->second != entries) {
      out.push_back("acknowledged command " + command + " has another number of entries");
    }
  }
  const auto orphans = connection.run(store::query::kAuditCommandMissing, {});
  if (!orphans.ok()) return {"the database cannot be read"};
  for (const auto& row : *orphans) out.push_back("entries of command " + text(row[1]) + " stand without it");
  return out;
}

std::vector<std::string> complaints(store::Connection& connection, const Acknowledged& acknowledged) {
  std::vector<std::string> out = command_complaints(connection, acknowledged);
  const auto counts = connection.run(store::query::kAuditCounts, {});
  if (!counts.ok()) return {"the database cannot be read"};
  if (integer((*counts)[0][3]) != integer((*counts)[0][2]))
    out.emplace_back("private values without commands, or the reverse");

  const auto report = verified(connection);
  if (!report.ok()) {
    out.push_back("the journal cannot be read: " + report.error().message);
  } else if (!report->ok || report->pending != 0) {
    out.push_back("the journal does not verify: " + base::to_json(report->problems));
  }
  return out;
}

}  // namespace xiezhi::crash
