// The table of subcommands.
#pragma once

#include <string>
#include <vector>

namespace xiezhi::cli {

/// Runs the subcommand that the first one or two words name. 2 when there is none of that name.
int run(const std::vector<std::string>& words);

}  // namespace xiezhi::cli
