#include <algorithm>
#include <cstdio>
#include <map>

#include "cli/law_options.h"
#include "cli/law_tool.h"
#include "core/casefile/benchmark_proof.h"
#include "lawtool/source.h"

namespace xiezhi::cli {
namespace {

namespace dmn = core::dmn;
namespace law = core::law;

int usage() {
  std::fputs(
      "usage: xiezhi law prove [--law DIR] [--json] [--allow-undecided]\n"
      "       xiezhi law prove FILE.dmn… [--use VIOLATION:SUBJECT:STAGE]… [--on DAY] [--law DIR] [--json]"
      " [--allow-undecided]\n"
      "A table that is undecided counts as wrong unless --allow-undecided is given.\n",
      stderr);
  return 2;
}

struct Request {
  std::string law = "law";
  std::vector<std::string> files;
  std::vector<law::BenchmarkUse> uses;
  std::optional<base::Date> on;
  bool json = false;
  bool allow_undecided = false;
};

std::optional<law::BenchmarkUse> read_use(const std::string& text) {
  const std::size_t first = text.find(':');
  const std::size_t second = text.find(':', first + 1);
  if (first == std::string::npos || second == std::string::npos) return std::nullopt;
  const auto subject = base::enum_from_name<law::Subject>(text.substr(first + 1, second - first - 1));
  const auto stage = base::enum_from_name<law::Trigger>(text.substr(second + 1));
  if (!subject || !stage) return std::nullopt;
  return law::BenchmarkUse{text.substr(0, first), *subject, *stage};
}

std::optional<Request> read_request(std::span<const std::string> arguments) {
  Request out;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word == "--json") {
      out.json = true;
      continue;
    }
    if (word == "--allow-undecided") {
      out.allow_undecided = true;
      continue;
    }
    if (!word.starts_with("--")) {
      out.files.push_back(word);
      continue;
    }
    if (++i == arguments.size()) return std::nullopt;
    if (word == "--law") {
      out.law = arguments[i];
    } else if (word == "--on") {
      out.on = base::Date::parse(arguments[i]);
      if (!out.on) return std::nullopt;
    } else if (const auto use = word == "--use" ? read_use(arguments[i]) : std::nullopt) {
      out.uses.push_back(*use);
    } else {
      return std::nullopt;
    }
  }
  return out;
}

void complain(const lawtool::FileError& problem) {
  std::fprintf(stderr, "%s%s: %s\n", problem.file.c_str(), problem.error.path.c_str(), problem.error.message.c_str());
}

/// Prints proofs and counts them.
class Report {
 public:
  Report(bool json, bool allow_undecided) : json_(json), allow_undecided_(allow_undecided) {
    for (const char* fault : {"gap", "overlap", "unreachable", "outside_statute"}) counts_[fault] = 0;
    for (const char* count : {"advice", "rules", "tables", "undecided", "unreadable"}) counts_[count] = 0;
  }

  void unreadable(const std::string& file, const std::string& why) {
    std::printf("%s: unreadable: %s\n", file.c_str(), why.c_str());
    ++counts_["unreadable"];
    wrong_ = true;
  }

  void add(const std::string& file, const dmn::TableProof& proof) {
    counts_["rules"] += proof.rules;
    ++counts_["tables"];
    if (proof.undecided) ++counts_["undecided"];
    wrong_ = wrong_ || (proof.undecided && !allow_undecided_);
    for (const dmn::Finding& finding : proof.findings) {
      ++counts_[finding.advice ? "advice" : std::string(base::enum_name(finding.fault))];
      wrong_ = wrong_ || !finding.advice;
    }
    if (json_) {
      std::printf("{\"file\":%s,\"proof\":%s}\n", base::to_json(file).c_str(), base::to_json(proof).c_str());
    } else {
      print(file + ": " + proof.decision + (proof.place.empty() ? "" : ", " + proof.place), proof);
    }
  }

  int close() {
    std::printf("%s\n", base::to_json(counts_).c_str());
    return wrong_ ? 1 : 0;
  }

 private:
  static void print(const std::string& where, const dmn::TableProof& proof) {
    for (const dmn::Finding& finding : proof.findings) {
      std::string line = where + ": " + (finding.advice ? "advice, " : "");
      line += base::enum_name(finding.fault);
      for (std::size_t i = 0; i < finding.rules.size(); ++i) {
        line += (i == 0 ? " rule " : ", rule ") + std::to_string(finding.rules[i]);
      }
      for (std::size_t i = 0; i < finding.facts.size(); ++i) {
        line += (i == 0 ? ": " : ", ") + finding.facts[i].name + " = " + finding.facts[i].value;
      }
      std::printf("%s: %s\n", line.c_str(), finding.detail.c_str());
    }
    if (proof.undecided) std::printf("%s: undecided: %s\n", where.c_str(), proof.undecided->c_str());
  }

  bool json_;
  bool allow_undecided_;
  bool wrong_ = false;
  std::map<std::string, std::int64_t> counts_;
};

/// The benchmarks of the law folder, each with the fines it grades.
void prove_law(const law::PackFile& file, const law::Pack& pack, Report& report) {
  if (!file.discretion) return;
  for (const law::Discretion& region : *file.discretion) {
    for (const law::Benchmark& benchmark : region.benchmarks) {
      std::fprintf(stderr, "proving %s\n", benchmark.id.c_str());
      const auto program = law::prepare(benchmark);
      if (!program.ok()) {
        report.unreadable(benchmark.id, program.error());
        continue;
      }
      report.add(benchmark.id,
                 core::casefile::prove_benchmark(*program, benchmark.uses, pack, benchmark.from, region.region));
    }
  }
}

/// All tables of a file; those named as benchmarks against the fines of the request.
void prove_file(const std::string& path, const Request& request, const std::optional<law::Pack>& pack, Report& report) {
  auto model = lawtool::read_dmn(path, path);
  if (!model.ok()) return report.unreadable(path, model.error().error.message);
  const auto program = dmn::Program::compile(*model);
  if (!program.ok()) return report.unreadable(path, program.error());
  for (const dmn::Problem& problem : program->problems()) {
    report.unreadable(path, problem.node + ", " + problem.place + ": " + problem.message);
  }
  std::vector<dmn::TableProof> plain;
  std::string why;
  bool graded = !pack;
  for (const dmn::TableAt& at : dmn::tables_of(*program)) {
    law::Benchmark benchmark;
    benchmark.decision = at.decision;
    benchmark.model = *model;
    const auto ready = pack && at.place.empty() ? law::prepare(benchmark) : base::Err{std::string()};
    if (!ready.ok()) {
      if (why.empty()) why = ready.error();
      plain.push_back(dmn::prove_table(*program, at));
      continue;
    }
    graded = true;
    const base::Date on = request.on.value_or(base::Date::of(2021, 9, 1));
    report.add(path, core::casefile::prove_benchmark(*ready, request.uses, *pack, on, ""));
  }
  // Fines were named, and no table can grade them: nothing was told of their bands.
  for (dmn::TableProof& proof : plain) {
    if (!graded && !proof.undecided) proof.undecided = "no benchmark: " + why;
    report.add(path, proof);
  }
}

}  // namespace

int law_prove(std::span<const std::string> arguments) {
  const auto request = read_request(arguments);
  if (!request || (request->files.empty() && !request->uses.empty())) return usage();
  Report report(request->json, request->allow_undecided);
  std::optional<law::Pack> pack;
  if (request->files.empty() || !request->uses.empty()) {
    const auto source = lawtool::read_law(request->law);
    const auto file = source.ok() ? lawtool::to_pack_file(*source) : base::Err{source.error()};
    if (!file.ok()) {
      complain(file.error());
      return 1;
    }
    auto loaded = law::Pack::load(base::to_json(*file));
    if (!loaded.ok()) {
      complain({"pack", loaded.error()});
      return 1;
    }
    pack = std::move(loaded).value();
    if (request->files.empty()) prove_law(*file, *pack, report);
  }
  for (const std::string& path : request->files) {
    std::fprintf(stderr, "proving %s\n", path.c_str());
    prove_file(path, *request, pack, report);
  }
  return report.close();
}

}  // namespace xiezhi::cli
