// `xiezhi law build`, `check`, `items` and `import`.
#pragma once

#include <span>
#include <string>

namespace xiezhi::cli {

/// `[--law DIR] --out FILE`: writes the law pack and prints its hash. 0, 1 for bad data, 2 for bad usage.
int law_build(std::span<const std::string> arguments);

/// `[--law DIR] --texts DIR [--seed-errors N] [--seed S]`: proves law/ against statute texts. The last line of standard
/// output is one JSON object. 0 when nothing is wrong and every seeded error was found, 1 otherwise, 2 for bad usage.
int law_check(std::span<const std::string> arguments);

/// `[--law DIR] [--on DAY] [--markdown]`: the catalogue of enforcement items derived from law/, JSON or a table.
/// `check [--law DIR] [--on DAY] [--items FILE]`: what is wrong with it, or with a department's own. The last line is
/// one JSON object. 0; 1 for items without basis, with a repealed one, or twice; 2 for bad usage.
int law_items(std::span<const std::string> arguments);

/// `DIR [--data DIR]`: loads statute texts named "TITLE(YEAR-MONTH-DAY).md" into the library under the data directory,
/// from which the desk shows articles. The last line is one JSON object. 0; 1 when nothing was loaded; 2 for bad usage.
int law_import(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
