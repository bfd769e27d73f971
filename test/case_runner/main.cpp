// case_runner [--reset] [--emit FILE] [--entries FILE] [--without-guard CODE] [--mutate] [--json]
//             [--law DIR] [--wording FILE] [--guards FILE] DIR
// Runs the law cases below DIR natively. --guards and --wording compare those files; --reset rewrites the answers,
// and with --guards that list. The last line is "N passed, N failed", or one JSON object with --json.
#include <cstdio>
#include <fstream>

#include "core/engine/api.h"
#include "lawtool/guard_matrix.h"
#include "lawtool/source.h"
#include "runner.h"

namespace xiezhi::case_runner {
namespace {

struct Arguments {
  bool reset = false;
  bool mutate = false;
  bool json = false;
  std::string emit;
  std::string entries;
  std::string without_guard;
  std::string wording;
  std::string guards;
  std::string law = "law";
  std::string cases;
};

std::optional<Arguments> read(int count, char** values) {
  Arguments out;
  const std::map<std::string, std::string*> named{{"--emit", &out.emit},       {"--entries", &out.entries},
                                                  {"--law", &out.law},         {"--without-guard", &out.without_guard},
                                                  {"--wording", &out.wording}, {"--guards", &out.guards}};
  const std::map<std::string, bool*> flags{{"--reset", &out.reset}, {"--mutate", &out.mutate}, {"--json", &out.json}};
  for (int i = 1; i < count; ++i) {
    const std::string word = values[i];
    if (const auto flag = flags.find(word); flag != flags.end()) {
      *flag->second = true;
    } else if (const auto name = named.find(word); name != named.end()) {
      if (++i == count) return std::nullopt;
      *name->second = values[i];
    } else if (word.starts_with("-") || !out.cases.empty()) {
      return std::nullopt;
    } else {
      out.cases = word;
    }
  }
  return out.cases.empty() ? std::nullopt : std::optional(out);
}

void print(const Failure& failure) {
  std::printf("FAIL %s:%zu: %s\n  %s\n", failure.file.c_str(), failure.line, failure.title.c_str(),
              failure.message.c_str());
}

struct Summary {
  std::int64_t passed = 0;
  std::int64_t failed = 0;
};
BOOST_DESCRIBE_STRUCT(Summary, (), (passed, failed))

int finish(const Arguments& arguments, std::size_t passed, std::size_t failed) {
  const Summary summary{static_cast<std::int64_t>(passed), static_cast<std::int64_t>(failed)};
  if (arguments.json) {
    std::printf("%s\n", base::to_json(summary).c_str());
  } else {
    std::printf("%zu passed, %zu failed\n", passed, failed);
  }
  return failed == 0 ? 0 : 1;
}

int run_mutations(const Arguments& arguments, const std::vector<lawtool::LawCase>& cases, const core::law::Pack& pack) {
  const MutationReport report = mutate(cases, pack);
  for (const std::string& guard : report.unnoticed) std::printf("FAIL no case notices the loss of %s\n", guard.c_str());
  for (const std::string& note : report.not_alone) std::printf("FAIL %s\n", note.c_str());
  const std::size_t failed = report.unnoticed.size() + report.not_alone.size();
  return finish(arguments, report.deleted - report.unnoticed.size(), failed);
}

int run_without(const Arguments& arguments, const std::vector<lawtool::LawCase>& cases, const core::law::Pack& pack) {
  Runner runner;
  std::size_t passed = 0;
  std::size_t failed = 0;
  for (const auto& law_case : cases) {
    const auto session = runner.given(law_case);
    if (!session.ok()) {
      print(session.error());
      ++failed;
      continue;
    }
    for (const auto& act : law_case.acts) {
      const Outcome outcome = (*session)->without_guard(act.step, arguments.without_guard, pack);
      const bool same = outcome.lines.front() == act.expected.lines.front();
      same ? ++passed : ++failed;
      if (!same) print({law_case.file, act.step.line, law_case.title, "the answer is now " + outcome.lines.front()});
    }
  }
  return finish(arguments, passed, failed);
}

int run_cases(const Arguments& arguments, const std::vector<lawtool::LawCase>& cases, const core::law::Pack& pack) {
  Runner runner;
  std::ofstream emitted;
  if (!arguments.emit.empty()) {
    emitted.open(arguments.emit, std::ios::binary);
    runner.on_exchange = [&](const Exchange& exchange) {
      // As strings: what is compared later are bytes.
      std::string line = "{\"request\":";
      base::append_json_string(line, exchange.request);
      line += ",\"response\":";
      base::append_json_string(line, exchange.response);
      emitted << line << "}\n";
    };
  }
  std::size_t run = 0;
  SeenFacts seen;
  std::vector<Failure> failures = run_all(cases, runner, [&](const auto&, const auto&, const Outcome& outcome) {
    ++run;
    for (const auto& refusal : outcome.refusals) seen[refusal.code].push_back(refusal.facts);
  });
  if (!arguments.wording.empty()) run += check_wording(arguments.wording, seen, failures);
  if (!arguments.guards.empty()) {
    ++run;
    if (!lawtool::is_current(arguments.guards, lawtool::guard_matrix(pack, cases))) {
      failures.push_back({arguments.guards, 0, "the list of guards is up to date",
                          "write it anew: xiezhi law guards --cases DIR --markdown"});
    }
  }
  for (const Failure& failure : failures) print(failure);
  return finish(arguments, run > failures.size() ? run - failures.size() : 0, failures.size());
}

int reset_cases(const Arguments& arguments, const std::vector<lawtool::LawCase>& cases, const core::law::Pack& pack) {
  Runner runner;
  const auto changed = reset(cases, runner);
  if (!changed.ok()) {
    print(changed.error());
    return 1;
  }
  std::printf("%zu answers rewritten\n", *changed);
  if (!arguments.guards.empty()) {
    const auto now = lawtool::read_cases(arguments.cases);
    std::ofstream(arguments.guards, std::ios::binary) << lawtool::guard_matrix(pack, MUST(now));
  }
  return 0;
}

int run(const Arguments& arguments) {
  auto bytes = lawtool::build_pack(arguments.law);
  if (!bytes.ok()) {
    std::fprintf(stderr, "%s: %s %s\n", bytes.error().file.c_str(), bytes.error().error.path.c_str(),
                 bytes.error().error.message.c_str());
    return 2;
  }
  VERIFY(core::engine::load_pack(*bytes).empty());
  const core::law::Pack pack = MUST(core::law::Pack::load(*bytes));
  const auto cases = lawtool::read_cases(arguments.cases);
  if (!cases.ok()) {
    std::fprintf(stderr, "%s:%zu: %s\n", cases.error().file.c_str(), cases.error().line, cases.error().message.c_str());
    return 2;
  }
  if (arguments.reset) return reset_cases(arguments, *cases, pack);
  if (arguments.mutate) return run_mutations(arguments, *cases, pack);
  if (!arguments.without_guard.empty()) return run_without(arguments, *cases, pack);
  if (!arguments.entries.empty() && !write_entries(*cases, pack, arguments.entries)) return 1;
  return run_cases(arguments, *cases, pack);
}

}  // namespace
}  // namespace xiezhi::case_runner

int main(int count, char** values) {
  const auto arguments = xiezhi::case_runner::read(count, values);
  if (!arguments) {
    std::fputs(
        "usage: case_runner [--reset | --mutate | --without-guard CODE] [--emit FILE] [--entries FILE] [--json]\n"
        "                   [--law DIR] [--wording FILE] [--guards FILE] DIR\n",
        stderr);
    return 2;
  }
  return xiezhi::case_runner::run(*arguments);
}
