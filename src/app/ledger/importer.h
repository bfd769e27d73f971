// The import of a list of enterprises, from a file on disk to the ledger. Streaming: memory does not grow with the
// file.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/ledger/import_job.h"
#include "app/ledger/list_file.h"
#include "core/law/pack.h"
#include "store/connection.h"

namespace xiezhi::app::ledger {

struct ImportOptions {
  std::string actor;                      ///< officer id, or "system"
  std::optional<std::string> on_behalf;   ///< body in whose name
  std::string division;                   ///< code of the place whose rows may be brought in; "" for every place
  const core::law::Pack* pack = nullptr;  ///< its divisions place the rows; its hash stands in the entries
  std::size_t batch_rows = 1000;
  std::filesystem::path scratch = std::filesystem::temp_directory_path();  ///< for what workbooks unpack
  std::function<base::Instant()> clock;
  std::function<void(const ImportProgress&)> on_progress;  ///< after each batch
  std::function<bool()> stop;                              ///< true: leave off after this batch; the job stays open
};

/// What somebody is shown who is to say how a file is to be read.
struct ListPreview {
  ListKind kind = ListKind::csv;
  std::vector<std::string> sheets;  ///< of a workbook, those that are not hidden
  Layout layout;                    ///< as proposed, or as the last file with this header was read
  bool remembered = false;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> samples;
};
BOOST_DESCRIBE_STRUCT(ListPreview, (), (kind, sheets, layout, remembered, header, samples))

class Importer {
 public:
  Importer(store::Connection& connection, ImportOptions options);

  /// Opens a job that is to run at once: a new one, or the one that was cut off. Columns are those of `layout`, or what
  /// the header says. The header is checked here, before anything is written.
  ImportResult<ImportJob> open(const std::string& path, const std::string& file_name,
                               const std::optional<Layout>& layout = std::nullopt);
  /// Makes a job that waits for a layout, or for a trial.
  ImportResult<ImportJob> hold(const std::string& path, const std::string& file_name);
  ImportResult<ListPreview> preview(const std::string& path, const std::optional<std::string>& sheet,
                                    std::optional<std::int64_t> header_row);
  /// Makes a job that waits, was tried or has failed begin from the top of its file: as a trial (`checking`), which
  /// writes nothing but its report, or in earnest (`running`).
  ImportResult<ImportJob> begin(const std::string& path, ImportJob job, const Layout& layout, ImportState as);
  /// Reads the file from where the job stands to its end. The job as it stands then: `done` or `checked`, or as it was
  /// when stopped. What makes the file unreadable makes the job `failed`.
  ImportResult<ImportJob> run(const std::string& path, ImportJob job);

 private:
  struct Read;
  ImportResult<Read> read(const std::string& path, const std::optional<Layout>& layout);
  ImportResult<ImportJob> new_job(const std::string& file_name, const Read& read);
  ImportResult<ImportJob> run_rows(const Read& read, ImportJob job);

  store::Connection& connection_;
  ImportOptions options_;
};

/// open and run.
ImportResult<ImportJob> import_file(store::Connection& connection, const ImportOptions& options,
                                    const std::string& path, const std::string& file_name,
                                    const std::optional<Layout>& layout = std::nullopt);

}  // namespace xiezhi::app::ledger
