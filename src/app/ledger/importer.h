// The import of a list of enterprises, from a file on disk to the ledger. Streaming: memory does not grow with the
// file.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/ledger/encoding.h"
#include "app/ledger/import_job.h"
#include "core/law/pack.h"
#include "store/connection.h"

namespace xiezhi::app::ledger {

struct ImportOptions {
  std::string actor;                      ///< officer id, or "system"
  std::optional<std::string> on_behalf;   ///< body in whose name
  std::string division;                   ///< code of the place whose rows may be brought in; "" for every place
  const core::law::Pack* pack = nullptr;  ///< its divisions place the rows; its hash stands in the entries
  std::size_t batch_rows = 1000;
  int breath_ms = 0;  ///< pause after each batch, so that other writers get their turn on SQLite
  std::function<base::Instant()> clock;
  std::function<void(const ImportProgress&)> on_progress;  ///< after each batch
  std::function<bool()> stop;                              ///< true: leave off after this batch; the job stays open
};

struct ImportError {
  std::string code;     ///< import.unreadable, .empty, .encoding, .header, .divisions, .moved, .database
  std::string message;  ///< in Chinese
};

template <typename T>
using ImportResult = base::Result<T, ImportError>;

/// What one pass over a file tells before the import begins.
struct FileFacts {
  std::string sha256;
  std::int64_t bytes = 0;
  Encoding encoding = Encoding::utf8;
  std::int64_t bom_bytes = 0;
};
ImportResult<FileFacts> examine_file(const std::string& path);

class Importer {
 public:
  Importer(store::Connection& connection, ImportOptions options);

  /// Opens the job: a new one, or the one that was cut off. The header is checked here, before anything is written.
  ImportResult<ImportJob> open(const std::string& path, const std::string& file_name);
  /// Reads the file from where the job stands to its end. The job as it stands then: `done`, or `running` when stopped.
  ImportResult<ImportJob> run(const std::string& path, ImportJob job);

 private:
  store::Connection& connection_;
  ImportOptions options_;
};

/// open and run.
ImportResult<ImportJob> import_file(store::Connection& connection, const ImportOptions& options,
                                    const std::string& path, const std::string& file_name);

}  // namespace xiezhi::app::ledger
