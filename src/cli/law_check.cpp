#include <cstdio>

#include "base/text.h"
#include "cli/law_options.h"
#include "cli/law_tool.h"
#include "lawtool/check.h"

namespace xiezhi::cli {
namespace {

struct Summary {
  std::int64_t covered_articles = 0;
  std::int64_t violations = 0;
  std::int64_t measures = 0;
  std::int64_t figures = 0;
  std::int64_t citations = 0;
  std::int64_t unverified = 0;
  std::int64_t warnings = 0;
  std::int64_t wrong = 0;
};
BOOST_DESCRIBE_STRUCT(Summary, (),
                      (covered_articles, violations, measures, figures, citations, unverified, warnings, wrong))

void print(const char* kind, const std::vector<lawtool::Note>& notes) {
  for (const lawtool::Note& note : notes) {
    std::printf("%s: %s: %s\n", kind, note.place.c_str(), note.message.c_str());
  }
}

}  // namespace

int law_check(std::span<const std::string> arguments) {
  const auto options = law_options(arguments, {"--law", "--texts", "--seed-errors", "--seed"});
  if (!options || !options->contains("--texts")) {
    std::fputs("usage: xiezhi law check [--law DIR] --texts DIR [--seed-errors N] [--seed S]\n", stderr);
    return 2;
  }
  const auto source = lawtool::read_law(option_or(*options, "--law", "law"));
  if (!source.ok()) {
    std::fprintf(stderr, "%s%s: %s\n", source.error().file.c_str(), source.error().error.path.c_str(),
                 source.error().error.message.c_str());
    return 1;
  }
  const lawtool::Texts texts = lawtool::load_texts(*source, options->at("--texts"));
  const lawtool::Report report = lawtool::check_law(*source, texts);
  print("warning", report.warnings);
  print("unverified", report.unverified);
  print("wrong", report.wrong);
  Summary s;
  s.covered_articles = report.covered_articles;
  s.violations = report.violations;
  s.measures = report.measures;
  s.figures = report.figures;
  s.citations = report.citations;
  s.unverified = static_cast<std::int64_t>(report.unverified.size());
  s.warnings = static_cast<std::int64_t>(report.warnings.size());
  s.wrong = static_cast<std::int64_t>(report.wrong.size());
  std::printf("%s\n", base::to_json(s).c_str());
  return report.wrong.empty() ? 0 : 1;
}

}  // namespace xiezhi::cli
