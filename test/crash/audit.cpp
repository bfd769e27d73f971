// What a database holds after the product was killed on it, for serve.mjs and import.mjs.
//   crash_audit commands ADDRESS   reads acknowledged commands, "<command id> <entries>" a line, and prints complaints
//   crash_audit missing ADDRESS    reads the same and prints how many are not there
//   crash_audit rows ADDRESS       prints how many rows the last import has taken
//   crash_audit ledger ADDRESS     prints one JSON object: the ledger and its imports, without what differs from run to
//   run
#include <algorithm>
#include <cstdio>
#include <iostream>

#include "app/ledger/import_job.h"
#include "base/codec.h"
#include "base/text.h"
#include "crash/check.h"
#include "store/journal.h"
#include "store/query.h"

namespace {

using namespace xiezhi;

int failed(const store::DbError& error) {
  std::fprintf(stderr, "crash_audit: %s: %s\n", error.statement.c_str(), error.message.c_str());
  return 2;
}

crash::Acknowledged read_commands() {
  crash::Acknowledged out;
  std::string command;
  std::int64_t entries = 0;
  while (std::cin >> command >> entries) out[command] = entries;
  return out;
}

int audit_commands(store::Connection& connection) {
  const auto found = crash::command_complaints(connection, read_commands());
  for (const std::string& complaint : found) std::printf("%s\n", complaint.c_str());
  return found.empty() ? 0 : 1;
}

int count_missing(store::Connection& connection) {
  std::printf("%lld\n", static_cast<long long>(crash::lost(connection, read_commands())));
  return 0;
}

struct Import {
  std::string state;
  app::ledger::ImportProgress progress;
  std::string report;  ///< hash over its rows
};
BOOST_DESCRIBE_STRUCT(Import, (), (state, progress, report))

struct Ledger {
  std::int64_t enterprises = 0;
  std::string content;  ///< hash over the rows without ids, with personal values in place of commitments, sorted
  std::vector<Import> imports;
};
BOOST_DESCRIBE_STRUCT(Ledger, (), (enterprises, content, imports))

/// One row as text: the personal value instead of its commitment.
std::string row_text(const store::Row& row, const std::map<std::string, core::journal::PrivateValue>& values) {
  std::string out;
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (const auto* number = std::get_if<std::int64_t>(&row[i])) out += std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&row[i])) {
      const auto value = values.find(*text);
      out += value == values.end() ? *text : value->second.value;
    }
    out += '\x1F';
  }
  return out;
}

store::DbResult<std::vector<std::string>> enterprise_rows(store::Connection& connection) {
  constexpr std::int64_t kPage = 5000;
  constexpr std::size_t kPersonal[] = {13, 14};
  std::vector<std::string> out;
  for (std::string after;;) {
    const auto rows = TRY(connection.run(store::query::kDigestEnterprise, {after, kPage}));
    std::vector<std::string> wanted;
    for (const auto& row : rows) {
      for (const std::size_t column : kPersonal) {
        if (!store::is_null(row[column])) wanted.push_back(store::text(row[column]));
      }
    }
    const auto values = TRY(store::get_private_values(connection, wanted));
    for (const auto& row : rows) out.push_back(row_text(row, values));
    if (rows.size() < static_cast<std::size_t>(kPage)) break;
    after = store::text(rows.back()[0]);
  }
  std::sort(out.begin(), out.end());
  return out;
}

store::DbResult<Ledger> ledger_of(store::Connection& connection) {
  constexpr std::int64_t kMostImports = 100;
  Ledger out;
  base::Sha256 content;
  for (const std::string& row : TRY(enterprise_rows(connection))) {
    content.update(row + "\n");
    ++out.enterprises;
  }
  out.content = base::to_hex(content.finish());
  for (const auto& job : TRY(app::ledger::list_imports(connection, "system", kMostImports))) {
    base::Sha256 report;
    TRY(app::ledger::write_report(connection, job.id, [&](std::string_view piece) { report.update(piece); }));
    out.imports.push_back({std::string(base::enum_name(job.state)), job.progress, base::to_hex(report.finish())});
  }
  return out;
}

int audit_ledger(store::Connection& connection) {
  const auto ledger = ledger_of(connection);
  if (!ledger.ok()) return failed(ledger.error());
  std::printf("%s\n", base::to_json(*ledger).c_str());
  return 0;
}

int tell_rows(store::Connection& connection) {
  const auto jobs = app::ledger::list_imports(connection, "system", 1);
  if (!jobs.ok()) return failed(jobs.error());
  std::printf("%lld\n", static_cast<long long>(jobs->empty() ? 0 : jobs->front().progress.rows));
  return 0;
}

using Look = int (*)(store::Connection&);

/// Null for what is none of these.
Look look_of(std::string_view name) {
  if (name == "commands") return audit_commands;
  if (name == "missing") return count_missing;
  if (name == "rows") return tell_rows;
  if (name == "ledger") return audit_ledger;
  return nullptr;
}

}  // namespace

int main(int count, char** arguments) {
  const Look look = count == 3 ? look_of(arguments[1]) : nullptr;
  if (look == nullptr) {
    std::fputs("crash_audit commands|missing|rows|ledger ADDRESS\n", stderr);
    return 2;
  }
  const auto connection = store::open(arguments[2], store::Access::read);
  if (!connection.ok()) return failed(connection.error());
  return look(**connection);
}
