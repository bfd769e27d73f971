// A guard that can be deleted without a case noticing is not tested.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "runner.h"

namespace xiezhi::case_runner {
namespace {

struct Candidate {
  const lawtool::LawCase* law_case = nullptr;
  const lawtool::CaseAct* act = nullptr;
};

bool mentions(const lawtool::CaseAct& act, const std::string& code) {
  const auto codes = act.expected.refusals();
  return std::find(codes.begin(), codes.end(), code) != codes.end() || act.step.acknowledged.contains(code);
}

bool answer_changes(Runner& runner, const Candidate& candidate, const std::string& code, const core::law::Pack& pack) {
  const auto session = runner.given(*candidate.law_case);
  if (!session.ok()) return false;
  const Outcome outcome = (*session)->without_guard(candidate.act->step, code, pack);
  std::vector<std::string> expected = candidate.act->expected.lines;
  std::erase_if(expected, [](const std::string& line) { return line.starts_with("state "); });
  return outcome.lines != expected;
}

/// In a child, because what a guard keeps out may be an assertion's business behind it: a trap is noticed, too.
bool noticed(Runner& runner, const std::vector<Candidate>& candidates, const std::string& code,
             const core::law::Pack& pack) {
  const pid_t child = fork();
  VERIFY(child >= 0);
  if (child == 0) {
    // The child's assertion messages would only confuse: what counts is that it ends.
    close(STDERR_FILENO);
    for (const Candidate& candidate : candidates) {
      if (answer_changes(runner, candidate, code, pack)) _exit(0);
    }
    _exit(1);
  }
  int status = 0;
  VERIFY(waitpid(child, &status, 0) == child);
  return !(WIFEXITED(status) && WEXITSTATUS(status) == 1);
}

/// Codes that some act meets by themselves, and commands that some act carries out.
struct Seen {
  std::set<std::string> alone;
  std::set<std::string> accepted;
};

Seen look_through(const std::vector<lawtool::LawCase>& cases) {
  Seen seen;
  for (const auto& law_case : cases) {
    for (const auto& step : law_case.given) seen.accepted.insert(step.command);
    for (const auto& act : law_case.acts) {
      const auto codes = act.expected.refusals();
      if (codes.size() == 1) seen.alone.insert(codes.front());
      if (act.expected.accepted()) seen.accepted.insert(act.step.command);
    }
  }
  return seen;
}

}  // namespace

MutationReport mutate(const std::vector<lawtool::LawCase>& cases, const core::law::Pack& pack) {
  MutationReport report;
  Runner runner;
  const Seen seen = look_through(cases);
  std::set<std::string> codes;
  for (const core::engine::GuardInfo& guard : core::engine::list_guards()) {
    ++report.deleted;
    codes.insert(guard.code);
    std::vector<Candidate> candidates;
    for (const auto& law_case : cases) {
      for (const auto& act : law_case.acts) {
        if (act.step.command == guard.command && mentions(act, guard.code)) candidates.push_back({&law_case, &act});
      }
    }
    // Carried out here, not in the child, so that it is done once.
    for (const Candidate& candidate : candidates) (void)runner.given(*candidate.law_case).ok();
    if (candidates.empty() || !noticed(runner, candidates, guard.code, pack)) {
      report.unnoticed.push_back(guard.code + " of " + guard.command);
    }
    if (!seen.accepted.contains(guard.command)) report.not_alone.push_back(guard.command + " is never accepted");
  }
  for (const std::string& code : codes) {
    if (!seen.alone.contains(code)) report.not_alone.push_back(code + " is never met alone");
  }
  return report;
}

}  // namespace xiezhi::case_runner
