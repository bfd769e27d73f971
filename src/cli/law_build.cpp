#include <cstdio>
#include <fstream>
#include <map>

#include "base/sha256.h"
#include "base/text.h"
#include "cli/law_options.h"
#include "cli/law_tool.h"
#include "lawtool/source.h"

namespace xiezhi::cli {

int law_build(std::span<const std::string> arguments) {
  const auto options = law_options(arguments, {"--law", "--out"});
  if (!options || !options->contains("--out")) {
    std::fputs("usage: xiezhi law build [--law DIR] --out FILE\n", stderr);
    return 2;
  }
  const auto pack = lawtool::build_pack(option_or(*options, "--law", "law"));
  if (!pack.ok()) {
    const auto& problem = pack.error();
    std::fprintf(stderr, "%s%s: %s (%s)\n", problem.file.c_str(), problem.error.path.c_str(),
                 problem.error.message.c_str(), problem.error.code.c_str());
    return 1;
  }
  std::ofstream out(options->at("--out"), std::ios::binary | std::ios::trunc);
  out << *pack;
  out.close();
  if (!out) {
    std::fprintf(stderr, "cannot write %s\n", options->at("--out").c_str());
    return 1;
  }
  std::printf("%s\n", base::to_hex(base::sha256(*pack)).c_str());
  return 0;
}

}  // namespace xiezhi::cli
