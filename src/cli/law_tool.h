// `xiezhi law build` and `xiezhi law check`.
#pragma once

#include <span>
#include <string>

namespace xiezhi::cli {

/// `[--law DIR] --out FILE`: writes the law pack and prints its hash. 0, 1 for bad data, 2 for bad usage.
int law_build(std::span<const std::string> arguments);

/// `[--law DIR] --texts DIR [--seed-errors N] [--seed S]`: proves law/ against statute texts. The last line of standard
/// output is one JSON object. 0 when nothing is wrong and every seeded error was found, 1 otherwise, 2 for bad usage.
int law_check(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
