#include <chrono>
#include <cstdio>

#include "app/journal_verify.h"
#include "base/codec.h"
#include "cli/journal_command.h"
#include "cli/law_options.h"

namespace xiezhi::cli {
namespace {

std::int64_t now_ms() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

int failed(const store::DbError& error) {
  std::fprintf(stderr, "xiezhi journal verify: %s: %s\n", error.statement.c_str(), error.message.c_str());
  return 1;
}

}  // namespace

int journal_verify(std::span<const std::string> arguments) {
  const auto options = law_options(arguments, {"--database", "--key"});
  if (!options || !options->contains("--database")) {
    std::fputs("xiezhi journal verify --database ADDRESS [--key VERIFIER_KEY]\n", stderr);
    return 2;
  }
  auto connection = store::open(options->at("--database"), store::Access::read);
  if (!connection.ok()) return failed(connection.error());
  app::JournalVerifyOptions wanted;
  wanted.now_ms = now_ms();
  if (options->contains("--key")) wanted.verifier_key = options->at("--key");
  wanted.progress = [](const std::string& what) { std::fprintf(stderr, "checked: %s\n", what.c_str()); };
  const auto report = app::verify_journal(*connection.value(), wanted);
  if (!report.ok()) return failed(report.error());
  for (const auto& problem : report->problems) {
    std::fprintf(stderr, "%s: %s\n", problem.place.c_str(), problem.what.c_str());
  }
  std::printf("%s\n", base::to_json(*report).c_str());
  return report->ok ? 0 : 1;
}

}  // namespace xiezhi::cli
