#include "app/ledger/import_job.h"

#include "app/sheet/table_writer.h"
#include "base/text.h"
#include "store/query.h"

namespace xiezhi::app::ledger {
namespace {

namespace query = store::query;
using sheet::csv_cell;
using store::Connection;
using store::DbResult;
using store::Row;
using store::text;
using store::Value;

constexpr std::int64_t kReportPage = 1000;

ImportJob job_of(const Row& row) {
  ImportJob out;
  out.id = text(row[0]);
  out.file_sha256 = text(row[1]);
  out.file_name = text(row[2]);
  out.actor = text(row[3]);
  const auto state = base::enum_from_name<ImportState>(text(row[4]));
  VERIFY(state.has_value());
  out.state = *state;
  out.first_number = store::integer(row[5]);
  out.started_at = base::Instant{store::integer(row[6])};
  out.updated_at = base::Instant{store::integer(row[7])};
  out.progress = MUST(base::parse_json<ImportProgress>(text(row[8])));
  out.layout = MUST(base::parse_json<Layout>(text(row[9])));
  out.header_hash = text(row[10]);
  if (!store::is_null(row[11])) out.problem = text(row[11]);
  return out;
}

Value name_of(ImportState state) { return Value(std::string(base::enum_name(state))); }

}  // namespace

DbResult<std::optional<ImportJob>> find_import(Connection& connection, const std::string& id) {
  const auto rows = TRY(connection.run(query::kLedgerJobFind, {Value(id)}));
  if (rows.empty()) return std::optional<ImportJob>();
  return std::optional(job_of(rows[0]));
}

DbResult<std::vector<ImportJob>> list_imports(Connection& connection, const std::string& actor, std::int64_t count) {
  std::vector<ImportJob> out;
  for (const Row& row : TRY(connection.run(query::kLedgerJobList, {Value(actor), Value(count)}))) {
    out.push_back(job_of(row));
  }
  return out;
}

DbResult<ImportJob> open_import(Connection& connection, ImportJob wanted) {
  const auto open = TRY(connection.run(query::kLedgerJobUnfinished, {Value(wanted.file_sha256), Value(wanted.actor)}));
  if (!open.empty()) {
    auto found = TRY(find_import(connection, text(open[0][0])));
    VERIFY(found.has_value());
    return std::move(*found);
  }
  TRY(insert_import(connection, wanted));
  return wanted;
}

store::DbStatus insert_import(Connection& connection, const ImportJob& job) {
  TRY(connection.run(query::kLedgerJobInsert,
                     {Value(job.id), Value(job.file_sha256), Value(job.file_name), Value(job.actor), name_of(job.state),
                      Value(job.first_number), Value(job.started_at.ms), Value(base::to_json(job.progress)),
                      Value(base::to_json(job.layout)), Value(job.header_hash)}));
  return base::Unit{};
}

DbResult<std::optional<Layout>> known_layout(Connection& connection, const std::string& actor,
                                             const std::string& header_hash) {
  const auto rows = TRY(connection.run(query::kLedgerLayoutKnown, {Value(actor), Value(header_hash)}));
  if (rows.empty()) return std::optional<Layout>();
  return std::optional(MUST(base::parse_json<Layout>(text(rows[0][0]))));
}

DbResult<bool> restart_import(Connection& connection, const ImportJob& job) {
  TRY(connection.begin(store::Access::write));
  const auto restart = [&]() -> DbResult<bool> {
    const auto moved =
        TRY(connection.run(query::kLedgerJobRestart, {Value(job.id), name_of(job.state), Value(job.updated_at.ms),
                                                      Value(base::to_json(job.progress)), Value(job.first_number),
                                                      Value(base::to_json(job.layout)), Value(job.header_hash)}));
    for (const auto* clear : {&query::kLedgerReportClear, &query::kLedgerTrialClear, &query::kLedgerSeenClear}) {
      if (!moved.empty()) TRY(connection.run(*clear, {Value(job.id)}));
    }
    TRY(connection.commit());
    return !moved.empty();
  };
  auto done = restart();
  if (!done.ok()) connection.rollback();
  return done;
}

store::DbStatus fail_import(Connection& connection, const std::string& id, const std::string& problem,
                            base::Instant now) {
  TRY(connection.run(query::kLedgerJobFail, {Value(id), Value(now.ms), Value(problem)}));
  return base::Unit{};
}

DbResult<bool> discard_import(Connection& connection, const std::string& id) {
  const auto gone = TRY(connection.run(query::kLedgerJobDelete, {Value(id)}));
  if (gone.empty()) return false;
  for (const auto* clear : {&query::kLedgerReportClear, &query::kLedgerTrialClear, &query::kLedgerSeenClear}) {
    TRY(connection.run(*clear, {Value(id)}));
  }
  return true;
}

DbResult<std::vector<ReportRow>> report_page(Connection& connection, const std::string& job, std::int64_t after_row,
                                             std::int64_t count, std::optional<RowResult> wanted) {
  std::vector<ReportRow> out;
  const std::string only = wanted ? std::string(base::enum_name(*wanted)) : "";
  const auto rows =
      TRY(connection.run(query::kLedgerReportPage, {Value(job), Value(after_row), Value(count), Value(only)}));
  for (const Row& row : rows) {
    const auto result = base::enum_from_name<RowResult>(text(row[3]));
    VERIFY(result.has_value());
    auto remarks = MUST(base::parse_json<std::vector<Remark>>(text(row[4])));
    std::vector<std::string> sentences;
    for (const Remark& remark : remarks) sentences.push_back(in_chinese(remark));
    out.push_back(
        {store::integer(row[0]), text(row[1]), text(row[2]), *result, std::move(remarks), base::join(sentences, "；")});
  }
  return out;
}

store::DbStatus write_report(Connection& connection, const std::string& job,
                             const std::function<void(std::string_view)>& sink) {
  sink("\xEF\xBB\xBF行号,统一社会信用代码,企业名称,结果,原因\r\n");
  std::int64_t after = 0;
  while (true) {
    const auto rows = TRY(report_page(connection, job, after, kReportPage));
    std::string piece;
    for (const ReportRow& row : rows) {
      after = row.row;
      piece += std::to_string(row.row) + "," + csv_cell(row.credit_code) + "," + csv_cell(row.name) + "," +
               in_chinese(row.result) + "," + csv_cell(row.reason) + "\r\n";
    }
    sink(piece);
    if (static_cast<std::int64_t>(rows.size()) < kReportPage) return base::Unit{};
  }
}

}  // namespace xiezhi::app::ledger
