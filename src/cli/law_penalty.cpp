#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "cli/law_options.h"
#include "cli/law_tool.h"
#include "core/casefile/explain.h"

namespace xiezhi::cli {
namespace {

using core::casefile::PenaltyFacts;

int usage() {
  std::fputs("usage: xiezhi law penalty --violation ID --facts FILE.json [--law DIR | --pack FILE]\n", stderr);
  return 2;
}

base::Date today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return base::Instant{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()}.date();
}

std::optional<PenaltyFacts> read_facts(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    return std::nullopt;
  }
  auto facts = base::parse_json<PenaltyFacts>(bytes);
  if (facts.ok()) return std::move(facts).value();
  std::fprintf(stderr, "%s%s: %s\n", path.c_str(), facts.error().path.c_str(), facts.error().message.c_str());
  return std::nullopt;
}

}  // namespace

int law_penalty(std::span<const std::string> arguments) {
  const auto options = law_options(arguments, {"--violation", "--facts", "--law", "--pack"});
  if (!options || !options->contains("--violation") || !options->contains("--facts")) return usage();
  const auto facts = read_facts(options->at("--facts"));
  if (!facts) return 1;
  const auto pack = law_pack(*options);
  if (!pack) return 1;
  const base::Date on = facts->on.value_or(today());
  const std::string& id = options->at("--violation");
  const core::law::Violation* violation = pack->violation(id, on);
  if (violation == nullptr) {
    std::fprintf(stderr, "no violation %s in force on %s\n", id.c_str(), on.iso().c_str());
    return 1;
  }
  std::printf("%s\n", base::to_json(core::casefile::explain_penalty(*violation, *facts, on, *pack)).c_str());
  return 0;
}

}  // namespace xiezhi::cli
