// Runs law cases. What several acts are given in common is carried out once.
#pragma once

#include <functional>

#include "session.h"

namespace xiezhi::case_runner {

struct Failure {
  std::string file;
  std::size_t line = 0;
  std::string title;
  std::string message;
};

class Runner {
 public:
  /// The session after these steps, or the failure of the first that was not accepted.
  base::Result<std::shared_ptr<const Session>, Failure> given(const lawtool::LawCase& law_case);
  /// The act's outcome.
  base::Result<Outcome, Failure> act(const lawtool::LawCase& law_case, const lawtool::CaseAct& act);

  /// Called once for each exchange with the core.
  std::function<void(const Exchange&)> on_exchange;

 private:
  std::map<std::string, std::shared_ptr<const Session>> sessions_;
};

/// Compares every act with what its case expects; on_outcome sees each.
std::vector<Failure> run_all(
    const std::vector<lawtool::LawCase>& cases, Runner& runner,
    const std::function<void(const lawtool::LawCase&, const lawtool::CaseAct&, const Outcome&)>& on_outcome);

/// Writes the outcomes into the files in place of what stands there. The number of answers that changed.
base::Result<std::size_t, Failure> reset(const std::vector<lawtool::LawCase>& cases, Runner& runner);

/// Deletes each guard of each command in turn; the failures name those that no case notices.
struct MutationReport {
  std::size_t deleted = 0;
  std::vector<std::string> unnoticed;  ///< "CODE of COMMAND"
  std::vector<std::string> not_alone;  ///< codes that no case meets by themselves, or that lack an accepted neighbour
};
MutationReport mutate(const std::vector<lawtool::LawCase>& cases, const core::law::Pack& pack);

/// Writes what the cases put into the journal: one line per entry, then one per stream with the hash of its state.
/// Each run of a case has streams of its own. False when the file cannot be written.
bool write_entries(const std::vector<lawtool::LawCase>& cases, const core::law::Pack& pack, const std::string& file);

/// Checks law/wording: every code, command, event and described enum has its words, none is left over, and every
/// placeholder is a fact that the guard gave in all refusals seen. The number of checks made.
using SeenFacts = std::map<std::string, std::vector<core::rule::Facts>>;
std::size_t check_wording(const std::string& file, const SeenFacts& seen, std::vector<Failure>& failures);

}  // namespace xiezhi::case_runner
