// `xiezhi law build`, `check`, `items`, `match`, `penalty` and `import`.
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

/// `TEXT [--top N] [--on DAY] [--law DIR | --pack FILE]`: the violations that the words may mean, one JSON object a
/// line, the likeliest first. TEXT `-` reads a text a line. 0, 1 for a bad pack, 2 for bad usage.
int law_match(std::span<const std::string> arguments);

/// `--violation ID --facts FILE.json [--law DIR | --pack FILE]`: what the statute allows, explained, as one JSON
/// object. 0; 1 for a bad pack, unknown violation or bad facts; 2 for bad usage.
int law_penalty(std::span<const std::string> arguments);

/// `DIR [--data DIR]`: loads statute texts named "TITLE(YEAR-MONTH-DAY).md" into the library under the data directory,
/// from which the desk shows articles. The last line is one JSON object. 0; 1 when nothing was loaded; 2 for bad usage.
int law_import(std::span<const std::string> arguments);

/// `[--law DIR] [--json]`, or `FILE.dmn… [--use VIOLATION:SUBJECT:STAGE]… [--on DAY]`: proves the decision tables of
/// law/ or of files: no gap, no contradiction, no rule without use, no band outside the statute. The last line is one
/// JSON object. 0; 1 when anything is wrong; 2 for bad usage.
int law_prove(std::span<const std::string> arguments);

/// `A B [--law DIR]`: what differs between two packs, two law folders or two days. One JSON object a difference, then
/// the counts. 0; 2 for bad usage and what cannot be read.
int law_diff(std::span<const std::string> arguments);

/// `--benchmark ID --draft FILE.dmn (--database ADDRESS | --cases FILE.jsonl | --synthetic N [--seed S])`: decides
/// cases under the benchmark in force and under the draft. One JSON object for each of the first cases that would be
/// treated differently, then the counts. 0; 1 when something cannot be read; 2 for bad usage.
int law_what_if(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
