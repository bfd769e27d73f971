// A small shell around the core: it keeps streams, answers "missing", and folds events a second time on its own.
#pragma once

#include <memory>
#include <optional>

#include "core/engine/engine.h"
#include "lawtool/case_file.h"

namespace xiezhi::case_runner {

struct Stream {
  std::int64_t version = 0;
  std::string state;  ///< canonical JSON, as the core answered it
  std::shared_ptr<const core::engine::Aggregate> aggregate;
};

/// A request to the core and what it answered, both JSON.
struct Exchange {
  std::string request;
  std::string response;
};

/// One event of an accepted command with its stream's version.
struct Recorded {
  core::rule::Emitted event;
  std::int64_t version = 0;
};

struct Outcome {
  std::vector<std::string> lines;  ///< as the case file writes them after "then"
  core::rule::Refusals refusals;
  std::vector<Recorded> events;
  std::vector<core::journal::PrivateValue> private_values;
  std::vector<core::journal::StreamVersion> based_on;
  std::vector<Exchange> exchanges;
  std::optional<std::string> broken;  ///< the core disagrees with itself

  [[nodiscard]] bool accepted() const { return !lines.empty() && lines.front() == "accepted"; }
};

class Session {
 public:
  /// Decides through core::engine::call and takes the events in when the command is accepted.
  Outcome perform(const lawtool::CaseStep& step);
  /// What the command would be answered if a guard were not there; takes nothing in.
  [[nodiscard]] Outcome without_guard(const lawtool::CaseStep& step, const std::string& code,
                                      const core::law::Pack& pack) const;
  /// Asks what is lawful now. Nothing when the step's command is among it, else what stands against it.
  [[nodiscard]] std::optional<std::string> hidden_by_next(const lawtool::CaseStep& step, Outcome& outcome) const;
  [[nodiscard]] const std::map<std::string, Stream>& streams() const { return streams_; }

 private:
  [[nodiscard]] base::Json::Array given(const std::vector<std::string>& names) const;
  [[nodiscard]] std::string request(const lawtool::CaseStep& step, const std::vector<std::string>& names) const;
  void take_in(const lawtool::CaseStep& step, const base::Json& answer, Outcome& outcome);

  std::map<std::string, Stream> streams_;
};

/// The same salts for every command, so that a run is repeatable.
const std::vector<std::string>& fixed_salts();

}  // namespace xiezhi::case_runner
