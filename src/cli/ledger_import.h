// `xiezhi ledger import`.
#pragma once

#include <span>
#include <string>

namespace xiezhi::cli {

/// `FILE --database ADDRESS [--dry-run] [--sheet NAME] [--header-row N] [--map COLUMN=HEADER,…] [--actor ID]
/// [--law PACK|DIR] [--report FILE]`: imports a list of enterprises, CSV or XLSX. `--map` says which column of the
/// file, by its header or its letter, holds what; other columns are known by their headers. With `--dry-run` nothing is
/// written to the ledger: the counts and the report are what the import would give. Progress goes to standard error,
/// the last line of standard output is one JSON object. 0 when the file was read to its end, though rows may have been
/// rejected; 1 when it was not; 2 for bad usage.
int ledger_import(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
