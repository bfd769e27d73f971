// `xiezhi rebuild`.
#pragma once

#include <span>
#include <string>

namespace xiezhi::cli {

/// `--database ADDRESS --law PACK [--check]`: drops and rebuilds the read tables from the journal; with --check the
/// exit is 1 when a table comes out otherwise than it stood. The last line of standard output is the report as one JSON
/// object.
int rebuild(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
