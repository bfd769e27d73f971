#include "runner.h"

#include "base/text.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace xiezhi::case_runner {
namespace {

std::string key_of(const lawtool::CaseStep& step) {
  std::string out = std::to_string(step.occurred_at.ms) + " " + std::to_string(step.recorded_at.ms) + " " + step.actor +
                    " " + step.command + " " + step.stream + " " + step.payload.canonical();
  for (const auto& [code, reason] : step.acknowledged) out += " " + code + " " + reason;
  return out + "\n";
}

std::vector<std::string> lines_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  const std::string text = bytes.str();
  std::vector<std::string> out;
  for (const std::string_view line : base::split(text, '\n')) out.emplace_back(line);
  return out;
}

}  // namespace

base::Result<std::shared_ptr<const Session>, Failure> Runner::given(const lawtool::LawCase& law_case) {
  auto session = std::make_shared<const Session>();
  std::string key;
  for (const lawtool::CaseStep& step : law_case.given) {
    key = base::to_hex(base::sha256(key + key_of(step)));
    auto found = sessions_.find(key);
    if (found == sessions_.end()) {
      auto next = std::make_shared<Session>(*session);
      const Outcome outcome = next->perform(step);
      for (const Exchange& exchange : outcome.exchanges) {
        if (on_exchange) on_exchange(exchange);
      }
      if (!outcome.accepted() || outcome.broken) {
        return base::Err{Failure{law_case.file, law_case.line, law_case.title,
                                 "given " + step.command + " (line " + std::to_string(step.line) +
                                     " of its file): " + outcome.broken.value_or(base::join(outcome.lines, " "))}};
      }
      found = sessions_.emplace(key, std::move(next)).first;
    }
    session = found->second;
  }
  return session;
}

base::Result<Outcome, Failure> Runner::act(const lawtool::LawCase& law_case, const lawtool::CaseAct& act) {
  const std::shared_ptr<const Session> before = TRY(given(law_case));
  Session session = *before;
  Outcome outcome = session.perform(act.step);
  // What is accepted must have been offered.
  if (outcome.accepted() && !outcome.broken) outcome.broken = before->hidden_by_next(act.step, outcome);
  for (const Exchange& exchange : outcome.exchanges) {
    if (on_exchange) on_exchange(exchange);
  }
  return outcome;
}

std::vector<Failure> run_all(
    const std::vector<lawtool::LawCase>& cases, Runner& runner,
    const std::function<void(const lawtool::LawCase&, const lawtool::CaseAct&, const Outcome&)>& on_outcome) {
  std::vector<Failure> failures;
  for (const lawtool::LawCase& law_case : cases) {
    for (const lawtool::CaseAct& act : law_case.acts) {
      auto outcome = runner.act(law_case, act);
      if (!outcome.ok()) {
        failures.push_back(outcome.error());
        break;
      }
      on_outcome(law_case, act, *outcome);
      if (outcome->lines == act.expected.lines && !outcome->broken) continue;
      failures.push_back(
          {law_case.file, act.step.line, law_case.title,
           outcome->broken.value_or("expected\n    " + base::join(act.expected.lines, "\n    ") +
                                    "\n  but the answer is\n    " + base::join(outcome->lines, "\n    "))});
    }
  }
  return failures;
}

base::Result<std::size_t, Failure> reset(const std::vector<lawtool::LawCase>& cases, Runner& runner) {
  std::size_t changed = 0;
  std::map<std::string, std::vector<std::string>> files;
  // From the last case to the first, so that the line numbers of the others stay true.
  for (auto law_case = cases.rbegin(); law_case != cases.rend(); ++law_case) {
    auto& lines = files.try_emplace(law_case->file, lines_of(law_case->file)).first->second;
    for (auto act = law_case->acts.rbegin(); act != law_case->acts.rend(); ++act) {
      const Outcome outcome = TRY(runner.act(*law_case, *act));
      if (outcome.lines == act->expected.lines) continue;
      ++changed;
      std::vector<std::string> then{"then " + outcome.lines.front()};
      for (std::size_t i = 1; i < outcome.lines.size(); ++i) then.push_back("  " + outcome.lines[i]);
      const auto at = lines.begin() + static_cast<std::ptrdiff_t>(act->expected.line - 1);
      const auto end = lines.begin() + static_cast<std::ptrdiff_t>(act->expected.end_line - 1);
      lines.insert(lines.erase(at, end), then.begin(), then.end());
    }
  }
  for (const auto& [name, lines] : files) std::ofstream(name, std::ios::binary) << base::join(lines, "\n");
  return changed;
}

}  // namespace xiezhi::case_runner
