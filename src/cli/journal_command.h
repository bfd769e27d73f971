// `xiezhi journal verify` and `xiezhi backup`.
#pragma once

#include <span>
#include <string>

namespace xiezhi::cli {

/// `--database ADDRESS [--key VERIFIER_KEY]`: checks the whole journal. Progress goes to standard error; the last line
/// of standard output is the report as one JSON object. 0 when nothing is damaged, 1 otherwise, 2 for bad usage.
int journal_verify(std::span<const std::string> arguments);

/// `--database ADDRESS --to FILE [--blobs DIR]`: copies the database to FILE and blobs to FILE.blob while the server
/// runs. The last line of standard output is the report as one JSON object. 0 when all is copied, 1 otherwise, 2 for
/// bad usage.
int backup(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
