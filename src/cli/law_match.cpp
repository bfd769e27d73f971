#include "core/law/match.h"

#include <charconv>
#include <cstdio>

#include "base/text.h"
#include "cli/law_options.h"
#include "cli/law_tool.h"

namespace xiezhi::cli {
namespace {

namespace law = core::law;

int usage() {
  std::fputs("usage: xiezhi law match TEXT [--top N] [--on DAY] [--law DIR | --pack FILE]   (TEXT -: a line each)\n",
             stderr);
  return 2;
}

/// How many were found.
std::size_t print(const law::MatchIndex& index, const std::string& text, std::size_t top,
                  std::optional<base::Date> on) {
  const auto found = index.find(text, top, on);
  for (const law::Match& match : found) std::printf("%s\n", base::to_json(match).c_str());
  return found.size();
}

/// Each line of standard input is a text; its answer ends in an empty line. A line that is not UTF-8 has none.
void print_lines(const law::MatchIndex& index, std::size_t top, std::optional<base::Date> on) {
  std::string line;
  for (int c = std::getchar(); c != EOF; c = std::getchar()) {
    if (c != '\n') {
      line.push_back(static_cast<char>(c));
      continue;
    }
    if (base::valid_utf8(line)) print(index, line, top, on);
    std::printf("\n");
    line.clear();
  }
}

}  // namespace

int law_match(std::span<const std::string> arguments) {
  if (arguments.empty() || arguments.front().starts_with("--")) return usage();
  const std::string& text = arguments.front();
  const auto options = law_options(arguments.subspan(1), {"--top", "--on", "--law", "--pack"});
  if (!options) return usage();
  const std::string wanted = option_or(*options, "--top", "5");
  std::int32_t top = 0;
  const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), top);
  const bool counted = error == std::errc() && end == wanted.data() + wanted.size();
  if (!counted || top < 1 || top > law::kMostMatches) return usage();
  std::optional<base::Date> on;
  if (options->contains("--on")) {
    on = base::Date::parse(options->at("--on"));
    if (!on) return usage();
  }
  if (!base::valid_utf8(text)) {
    std::fputs("the text is not UTF-8\n", stderr);
    return 2;
  }
  const auto pack = law_pack(*options);
  if (!pack) return 1;
  const law::MatchIndex index(*pack);
  if (text == "-") {
    print_lines(index, static_cast<std::size_t>(top), on);
    return 0;
  }
  if (base::trim(text).empty()) {
    std::fputs("the text is empty: say what was seen, for example 有限空间作业场所没有警示标志\n", stderr);
    return 2;
  }
  if (print(index, text, static_cast<std::size_t>(top), on) == 0) {
    std::fputs("no violation has words in common with the text\n", stderr);
  }
  return 0;
}

}  // namespace xiezhi::cli
