#include "cli/law_guards.h"

#include <algorithm>
#include <cstdio>

#include "base/text.h"
#include "cli/law_options.h"
#include "lawtool/guard_matrix.h"

namespace xiezhi::cli {
namespace {

void print(const core::law::Pack& pack, const std::vector<lawtool::LawCase>& cases) {
  for (const lawtool::GuardRow& row : lawtool::guard_rows(cases)) {
    std::printf("%s (%s)\n", row.code.c_str(), row.severity.c_str());
    for (const auto& article : row.articles) std::printf("  article    %s\n", pack.cite(article).c_str());
    std::printf("  commands   %s\n", base::join(row.commands, ", ").c_str());
    for (const std::string& title : row.cases) std::printf("  refused    %s\n", title.c_str());
    if (!row.neighbours.empty()) std::printf("  neighbour  %s\n", row.neighbours.front().c_str());
  }
}

int usage() {
  std::fputs("usage: xiezhi law guards [--law DIR] [--cases DIR] [--texts DIR] [--markdown]\n", stderr);
  return 2;
}

}  // namespace

int law_guards(std::span<const std::string> arguments) {
  std::vector<std::string> words(arguments.begin(), arguments.end());
  const bool markdown = std::erase(words, "--markdown") > 0;
  const auto options = law_options(words, {"--law", "--cases", "--texts"});
  if (!options) return usage();
  const std::string law = option_or(*options, "--law", "law");
  const auto source = lawtool::read_law(law);
  const auto bytes = lawtool::build_pack(law);
  if (!source.ok() || !bytes.ok()) {
    std::fprintf(stderr, "%s: cannot be read as a law folder\n", law.c_str());
    return 2;
  }
  const core::law::Pack pack = MUST(core::law::Pack::load(*bytes));
  std::vector<lawtool::LawCase> cases;
  if (options->contains("--cases")) {
    auto read = lawtool::read_cases(option_or(*options, "--cases", ""));
    if (!read.ok()) {
      const lawtool::CaseError& error = read.error();
      std::fprintf(stderr, "%s:%zu: %s\n", error.file.c_str(), error.line, error.message.c_str());
      return 2;
    }
    cases = std::move(read).value();
  }
  if (markdown) {
    std::fputs(lawtool::guard_matrix(pack, cases).c_str(), stdout);
  } else {
    print(pack, cases);
  }
  if (!options->contains("--texts")) return 0;
  const auto absent = lawtool::absent_citations(pack, lawtool::load_texts(*source, option_or(*options, "--texts", "")));
  for (const std::string& citation : absent) std::fprintf(stderr, "no such place: %s\n", citation.c_str());
  return absent.empty() ? 0 : 1;
}

}  // namespace xiezhi::cli
