// `xiezhi privacy find` and `xiezhi privacy erase`.
#pragma once

#include <span>
#include <string>

namespace xiezhi::cli {

/// `--database ADDRESS`: prints the streams whose entries name the personal value that stands on the first line of
/// standard input, one a line; it is no argument, since those are seen by others and kept in histories. 0, 1 when the
/// database fails, 2 for bad usage.
int privacy_find(std::span<const std::string> arguments);

/// `--database ADDRESS --stream STREAM --by OFFICER --reason TEXT [--only-value]`: erases the personal values of a
/// file, or with `--only-value` those that are the first line of standard input. The last line of standard output is
/// the report as one JSON object. 0, 1 when it fails, 2 for bad usage.
int privacy_erase(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
