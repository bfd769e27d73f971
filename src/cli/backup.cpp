#include <cstdio>

#include "app/backup.h"
#include "base/codec.h"
#include "cli/journal_command.h"
#include "cli/law_options.h"

namespace xiezhi::cli {

int backup(std::span<const std::string> arguments) {
  const auto options = law_options(arguments, {"--database", "--to", "--blobs"});
  if (!options || !options->contains("--database") || !options->contains("--to")) {
    std::fputs("xiezhi backup --database ADDRESS --to FILE [--blobs DIR]\n", stderr);
    return 2;
  }
  const auto report =
      app::backup(options->at("--database"), option_or(*options, "--blobs", "data/blob"), options->at("--to"));
  if (!report.ok()) {
    std::fprintf(stderr, "xiezhi backup: %s\n", report.error().message.c_str());
    return 1;
  }
  for (const auto& blob : report->damaged) std::fprintf(stderr, "blob %s is missing or damaged\n", blob.c_str());
  std::printf("%s\n", base::to_json(*report).c_str());
  return report->ok ? 0 : 1;
}

}  // namespace xiezhi::cli
