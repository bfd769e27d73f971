// An import as the database remembers it: which file, by whom, how far. A batch of rows and this record change in one
// transaction, so an import that was cut off goes on where it stood.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ledger/list_file.h"
#include "app/ledger/reason.h"
#include "base/date.h"
#include "store/connection.h"

namespace xiezhi::app::ledger {

/// What has been done so far. `placed_by` counts rows by the name of core::dossier::PlacedBy.
struct ImportProgress {
  std::int64_t offset = 0;  ///< byte of the file where the next row begins
  std::int64_t total_bytes = 0;
  std::int64_t record = 0;  ///< records read, the header among them
  std::int64_t rows = 0;    ///< rows read, without the header
  std::int64_t created = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t duplicates = 0;
  std::int64_t conflicts = 0;
  std::int64_t rejected = 0;
  std::int64_t remarked = 0;  ///< taken, with a remark in the report
  std::map<std::string, std::int64_t> placed_by;
};
BOOST_DESCRIBE_STRUCT(ImportProgress, (),
                      (offset, total_bytes, record, rows, created, updated, unchanged, duplicates, conflicts, rejected,
                       remarked, placed_by))

enum class ImportState : std::uint8_t {
  waiting,   ///< for somebody to say how it is to be read
  checking,  ///< tried: nothing is written to the ledger
  checked,
  running,
  done,
  failed  ///< `problem` tells why; it can be begun anew
};
BOOST_DESCRIBE_ENUM(ImportState, waiting, checking, checked, running, done, failed)

struct ImportJob {
  std::string id;  ///< UUIDv7; the command id of every entry that the import makes
  std::string file_sha256;
  std::string file_name;
  std::string actor;
  ImportState state = ImportState::running;
  std::int64_t first_number = 0;  ///< a row's enterprise has this number and the row's added
  base::Instant started_at;
  base::Instant updated_at;
  ImportProgress progress;
  Layout layout;
  std::string header_hash;             ///< by which the layout is found again for the next file of its kind
  std::optional<std::string> problem;  ///< in Chinese

  [[nodiscard]] bool trial() const { return state == ImportState::checking; }
};
// Without first_number: it is beyond what JSON holds exactly, and nobody outside needs it.
BOOST_DESCRIBE_STRUCT(ImportJob, (),
                      (id, file_sha256, file_name, actor, state, started_at, updated_at, progress, layout, problem))

/// One line of the report.
struct ReportRow {
  std::int64_t row = 0;
  std::string credit_code;
  std::string name;
  RowResult result = RowResult::rejected;
  std::vector<Remark> remarks;
  std::string reason;  ///< the remarks in Chinese
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (row, credit_code, name, result, remarks, reason))

store::DbResult<std::optional<ImportJob>> find_import(store::Connection& connection, const std::string& id);
/// The latest first; of every actor when `actor` is "".
store::DbResult<std::vector<ImportJob>> list_imports(store::Connection& connection, const std::string& actor,
                                                     std::int64_t count);
/// How the same person's last finished list with such a header was read.
store::DbResult<std::optional<Layout>> known_layout(store::Connection& connection, const std::string& actor,
                                                    const std::string& header_hash);
store::DbStatus insert_import(store::Connection& connection, const ImportJob& job);
/// Stores the job as it is to begin, with what an earlier trial left removed. False when it is neither waiting, checked
/// nor failed.
store::DbResult<bool> restart_import(store::Connection& connection, const ImportJob& job);
store::DbStatus fail_import(store::Connection& connection, const std::string& id, const std::string& problem,
                            base::Instant now);
/// Forgets an import that took nothing into the ledger, or failed. False when it is another.
store::DbResult<bool> discard_import(store::Connection& connection, const std::string& id);
/// The unfinished import of the same file by the same actor, or a new one.
store::DbResult<ImportJob> open_import(store::Connection& connection, ImportJob wanted);

/// The report as CSV with a byte order mark, for Excel: 行号, 统一社会信用代码, 企业名称, 结果, 原因. Rows that were
/// simply taken, or brought nothing new, are only counted in the progress. `sink` takes it piece by piece.
store::DbStatus write_report(store::Connection& connection, const std::string& job,
                             const std::function<void(std::string_view)>& sink);
/// Of every result when `result` is absent.
store::DbResult<std::vector<ReportRow>> report_page(store::Connection& connection, const std::string& job,
                                                    std::int64_t after_row, std::int64_t count,
                                                    std::optional<RowResult> result = std::nullopt);

}  // namespace xiezhi::app::ledger
