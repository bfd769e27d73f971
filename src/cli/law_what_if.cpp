#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <mutex>
#include <thread>

#include "app/past_weighings.h"
#include "app/what_if_draw.h"
#include "cli/law_options.h"
#include "cli/law_tool.h"
#include "core/benchmark/state.h"
#include "core/casefile/benchmark_proof.h"
#include "core/casefile/discretion.h"
#include "lawtool/source.h"

namespace xiezhi::cli {
namespace {

namespace feel = core::feel;
namespace law = core::law;
using app::Comparison;
using app::Example;
using app::FastBenchmark;
using app::WhatIf;

constexpr std::int64_t kToldEvery = 1'000'000;

int usage() {
  std::fputs(
      "usage: xiezhi law what-if --benchmark ID --draft FILE.dmn (--database ADDRESS | --cases FILE.jsonl | "
      "--synthetic N [--seed S])\n"
      "       [--show N] [--law DIR]\n",
      stderr);
  return 2;
}

int failed(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  return 1;
}

struct Result {
  WhatIf counts;
  std::vector<Example> examples;
};

/// Cases drawn and decided by all processors; each batch has its own seed, so that the result is the same for any
/// number of threads.
Result run_synthetic(const Comparison& blank, std::int64_t wanted, std::uint64_t seed, std::size_t show) {
  Result out;
  std::mutex lock;
  std::int64_t next = 0;
  std::int64_t done = 0;
  std::map<std::int64_t, std::vector<Example>> examples;
  const auto work = [&] {
    Comparison comparison = blank;
    const app::CaseDraw draw(comparison.axes());
    std::map<std::int64_t, std::vector<Example>> found;
    for (;;) {
      std::int64_t first = 0;
      {
        const std::lock_guard hold(lock);
        if (next >= wanted) break;
        first = next;
        next += app::kDrawnAtOnce;
      }
      const std::int64_t last = std::min(first + app::kDrawnAtOnce, wanted);
      draw.run(comparison, seed, first, last, show, found[first]);
      const std::lock_guard hold(lock);
      const std::int64_t before_this = done / kToldEvery;
      done += last - first;
      if (done / kToldEvery != before_this) {
        std::fprintf(stderr, "decided %lld of %lld\n", static_cast<long long>(done), static_cast<long long>(wanted));
      }
    }
    const std::lock_guard hold(lock);
    out.counts.add(comparison.result());
    examples.merge(found);
  };
  std::vector<std::thread> threads;
  const unsigned count = std::max(1U, std::thread::hardware_concurrency());
  for (unsigned i = 0; i < count; ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  for (auto& [ignored, kept] : examples) {
    for (Example& one : kept) {
      if (out.examples.size() < show) out.examples.push_back(std::move(one));
    }
  }
  return out;
}

/// A case of a file: {"id": "…", "facts": {…}}.
struct FileCase {
  std::optional<std::string> id;
  std::map<std::string, base::Json> facts;
};
BOOST_DESCRIBE_STRUCT(FileCase, (), (id, facts))

std::optional<std::string> read_cases(const std::string& path, const std::function<void(const FileCase&)>& take) {
  std::ifstream in(path, std::ios::binary);
  std::string line;
  std::int64_t number = 0;
  while (std::getline(in, line)) {
    ++number;
    if (line.empty()) continue;
    const auto one = base::parse_json<FileCase>(line);
    if (!one.ok()) return path + ":" + std::to_string(number) + one.error().path + ": " + one.error().message;
    take(*one);
    if (number % kToldEvery == 0) std::fprintf(stderr, "decided %lld\n", static_cast<long long>(number));
  }
  if (in.bad() || number == 0) return "cannot read " + path;
  return std::nullopt;
}

int print(const std::string& benchmark, const Result& result) {
  for (const Example& one : result.examples) std::printf("%s\n", base::to_json(one).c_str());
  std::printf("{\"benchmark\":%s,\"result\":%s}\n", base::to_json(benchmark).c_str(),
              base::to_json(result.counts).c_str());
  return 0;
}

std::optional<std::int64_t> number_option(const Options& options, const std::string& name, std::int64_t otherwise) {
  const auto found = options.find(name);
  if (found == options.end()) return otherwise;
  const auto value = feel::Decimal::parse(found->second);
  return value ? value->integer() : std::nullopt;
}

/// The benchmark in force that has this id, or the last one that had it.
struct Found {
  std::string region;
  const law::Benchmark* benchmark = nullptr;
};

Found find_benchmark(const law::PackFile& file, const std::string& id) {
  Found out;
  if (!file.discretion) return out;
  for (const law::Discretion& region : *file.discretion) {
    for (const law::Benchmark& one : region.benchmarks) {
      const bool newer = out.benchmark == nullptr || one.from > out.benchmark->from;
      if (one.id == id && newer) out = {region.region, &one};
    }
  }
  return out;
}

}  // namespace

int law_what_if(std::span<const std::string> arguments) {
  const auto options = law_options(
      arguments, {"--benchmark", "--draft", "--database", "--cases", "--synthetic", "--seed", "--show", "--law"});
  if (!options || !options->contains("--benchmark") || !options->contains("--draft")) return usage();
  if (options->contains("--database") + options->contains("--cases") + options->contains("--synthetic") != 1) {
    return usage();
  }
  const auto wanted = number_option(*options, "--synthetic", 0);
  const auto seed = number_option(*options, "--seed", 1);
  const auto show = number_option(*options, "--show", 10);
  if (!wanted || !seed || !show || *wanted < 0 || *show < 0) return usage();
  const auto source = lawtool::read_law(option_or(*options, "--law", "law"));
  if (!source.ok()) return failed(source.error().file + ": " + source.error().error.message);
  const auto file = lawtool::to_pack_file(*source);
  if (!file.ok()) return failed(file.error().file + ": " + file.error().error.message);
  const std::string& id = options->at("--benchmark");
  const auto [region, benchmark] = find_benchmark(*file, id);
  if (benchmark == nullptr) return failed("no benchmark " + id);
  auto model = lawtool::read_dmn(options->at("--draft"), options->at("--draft"));
  if (!model.ok()) return failed(model.error().file + ": " + model.error().error.message);
  law::Benchmark draft = *benchmark;
  core::benchmark::take_model(draft, std::move(model).value());
  const auto now = law::prepare(*benchmark);
  const auto then = law::prepare(draft);
  if (!now.ok()) return failed(id + ": " + now.error());
  if (!then.ok()) return failed(options->at("--draft") + ": " + then.error());
  const auto before = FastBenchmark::of(*now);
  const auto after = FastBenchmark::of(*then);
  if (!before.ok()) return failed(id + ": " + before.error());
  if (!after.ok()) return failed(options->at("--draft") + ": " + after.error());
  const auto pack = law::Pack::load(base::to_json(*file));
  if (!pack.ok()) return failed(pack.error().path + ": " + pack.error().message);
  const auto ranges = core::casefile::fixed_ranges(benchmark->uses, *pack, benchmark->from, region);
  Comparison comparison(*before, *after, ranges);
  if (options->contains("--synthetic")) {
    return print(
        id, run_synthetic(comparison, *wanted, static_cast<std::uint64_t>(*seed), static_cast<std::size_t>(*show)));
  }
  Result result;
  const auto take = [&](const std::string& case_id, const std::vector<law::StatedFact>& facts) {
    const auto values = app::values_of(comparison, facts);
    if (comparison.add(values) && result.examples.size() < static_cast<std::size_t>(*show)) {
      result.examples.push_back(comparison.example(values, case_id));
    }
  };
  if (options->contains("--cases")) {
    const auto problem = read_cases(options->at("--cases"), [&](const FileCase& one) {
      take(one.id.value_or(""), core::casefile::stated(one.facts));
    });
    if (problem) return failed(*problem);
  } else {
    auto connection = store::open(options->at("--database"), store::Access::read);
    if (!connection.ok()) return failed(connection.error().message);
    const auto read = app::for_each_weighing(**connection, [&](const app::PastWeighing& one) {
      if (one.weighing.benchmark == id) take(one.case_id, one.weighing.facts);
    });
    if (!read.ok()) return failed(read.error().message);
  }
  result.counts = comparison.result();
  return print(id, result);
}

}  // namespace xiezhi::cli
