#include <charconv>
#include <cstdio>

#include "base/text.h"
#include "cli/law_options.h"
#include "cli/law_tool.h"
#include "lawtool/seed.h"

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
  std::int64_t verified = 0;  ///< citations, figures and measures that the texts bear out
  std::int64_t wrong = 0;
  std::optional<std::int64_t> seeded;
  std::optional<std::int64_t> found;
  std::optional<std::map<std::string, std::int64_t>> seeded_by_sort;
};
BOOST_DESCRIBE_STRUCT(Summary, (),
                      (covered_articles, violations, measures, figures, citations, unverified, warnings, verified,
                       wrong, seeded, found, seeded_by_sort))

void print(const char* kind, const std::vector<lawtool::Note>& notes) {
  for (const lawtool::Note& note : notes) {
    std::printf("%s: %s: %s\n", kind, note.place.c_str(), note.message.c_str());
  }
}

std::optional<std::int64_t> number(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

Summary summary_of(const lawtool::Report& report) {
  Summary out;
  out.covered_articles = report.covered_articles;
  out.violations = report.violations;
  out.measures = report.measures;
  out.figures = report.figures;
  out.citations = report.citations;
  out.verified = report.measures + report.figures + report.citations;
  out.unverified = static_cast<std::int64_t>(report.unverified.size());
  out.warnings = static_cast<std::int64_t>(report.warnings.size());
  out.wrong = static_cast<std::int64_t>(report.wrong.size());
  return out;
}

/// Plants errors and counts those found. Only data that are right can be spoilt: with anything wrong, nothing is
/// seeded.
void seed(const lawtool::LawSource& source, const lawtool::Texts& texts, std::int64_t count, std::uint64_t seed,
          Summary& summary) {
  const auto report = lawtool::seed_errors(source, texts, count, seed, [count](std::int64_t done) {
    if (done % 200 == 0 || done == count) std::fprintf(stderr, "seeded %lld\n", static_cast<long long>(done));
  });
  print("missed", report.missed);
  summary.seeded = report.seeded;
  summary.found = report.found;
  summary.seeded_by_sort = report.by_sort;
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
  const auto seeds = number(option_or(*options, "--seed-errors", "0"));
  const auto start = number(option_or(*options, "--seed", "1"));
  if (!seeds || !start) {
    std::fputs("--seed-errors and --seed take a whole number\n", stderr);
    return 2;
  }
  const lawtool::Texts texts = lawtool::load_texts(*source, options->at("--texts"));
  std::fprintf(stderr, "texts at hand: %zu of %zu instruments\n", texts.statutes.size(), source->instruments.size());
  const lawtool::Report report = lawtool::check_law(*source, texts);
  print("warning", report.warnings);
  print("unverified", report.unverified);
  print("wrong", report.wrong);
  Summary summary = summary_of(report);
  if (*seeds > 0 && report.wrong.empty()) seed(*source, texts, *seeds, static_cast<std::uint64_t>(*start), summary);
  std::printf("%s\n", base::to_json(summary).c_str());
  const bool all_found = *seeds == 0 || (summary.seeded == *seeds && summary.found == summary.seeded);
  return report.wrong.empty() && all_found ? 0 : 1;
}

}  // namespace xiezhi::cli
