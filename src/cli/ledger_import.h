// `xiezhi ledger import`.
#pragma once

#include <span>
#include <string>

namespace xiezhi::cli {

/// `FILE --database ADDRESS [--actor ID] [--law PACK|DIR] [--report FILE]`: imports a CSV list of enterprises. Progress
/// goes to standard error, the last line of standard output is one JSON object. 0 when the file was read to its end,
/// though rows may have been rejected; 1 when it was not; 2 for bad usage.
int ledger_import(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
