// bench_dmn TABLE.json INPUTS.json SECONDS: nanoseconds of one evaluation of the decision "d" of a compiled model over
// a list of inputs, again and again for so many seconds, by the clock and in processor time, and the rules that
// decided, for comparison.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>

#include "core/dmn/program.h"
#include "core/feel/value_json.h"

namespace {

using namespace xiezhi::core;
using Clock = std::chrono::steady_clock;

std::string bytes_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) return 2;
  const auto model = xiezhi::base::parse_json<dmn::Model>(bytes_of(words[1]));
  if (!model.ok()) return std::fprintf(stderr, "%s: %s\n", model.error().path.c_str(), model.error().message.c_str());
  const auto program = dmn::Program::compile(*model);
  if (!program.ok() || !program->problems().empty()) return std::fprintf(stderr, "the model has problems\n");
  const auto json = xiezhi::base::Json::parse(bytes_of(words[2]));
  if (!json.ok() || json->array() == nullptr) return std::fprintf(stderr, "no list of inputs\n");
  std::vector<dmn::Inputs> inputs;
  const feel::ZoneTable zones;
  for (const auto& one : *json->array()) {
    inputs.emplace_back();
    for (const auto& [name, value] : *one.object()) {
      inputs.back().emplace_back(name, MUST(feel::value_of(value, "", zones)));
    }
  }
  std::string rules;
  for (const auto& one : inputs) {
    const auto outcome = MUST(dmn::evaluate(*program, "d", one));
    const auto& hits = outcome.hits.front().rules;
    rules += (rules.empty() ? "" : ",") + std::to_string(hits.empty() ? 0 : hits.front());
  }
  const std::clock_t worked = std::clock();
  const auto begun = Clock::now();
  const auto until = begun + std::chrono::milliseconds(static_cast<std::int64_t>(1000 * std::atof(words[3])));
  std::int64_t done = 0;
  while (Clock::now() < until) {
    for (const auto& one : inputs) {
      if (!dmn::evaluate(*program, "d", one).ok()) return 1;
    }
    done += static_cast<std::int64_t>(inputs.size());
  }
  const auto spent = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - begun).count();
  const std::int64_t cpu = (std::clock() - worked) * (1'000'000'000 / CLOCKS_PER_SEC);
  std::printf("{\"nanoseconds\":%lld,\"cpu_nanoseconds\":%lld,\"evaluations\":%lld,\"rules\":[%s]}\n",
              static_cast<long long>(spent / done), static_cast<long long>(cpu / done), static_cast<long long>(done),
              rules.c_str());
  return 0;
}
