// Law cases as text: what was done before (given), one act each (when), and what the law answers (then).
// The format is written down in test/case/README.md.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/codec.h"

namespace xiezhi::lawtool {

/// One command as a case gives it.
struct CaseStep {
  std::size_t line = 0;
  base::Instant occurred_at;
  base::Instant recorded_at;
  std::string actor;
  std::map<std::string, std::string> acknowledged;  ///< advice code → reason
  std::string command;
  std::string stream;
  base::Json payload;
};

/// What a case expects: the words after "then", and the indented lines below them.
struct Expectation {
  std::size_t line = 0;      ///< of "then"
  std::size_t end_line = 0;  ///< the line after the last one
  std::vector<std::string> lines;

  /// The codes of "then refused a, b"; none for another answer.
  [[nodiscard]] std::vector<std::string> refusals() const;
  [[nodiscard]] bool accepted() const { return !lines.empty() && lines.front() == "accepted"; }
};

/// One act tried on what is given; the acts of a case do not see each other.
struct CaseAct {
  CaseStep step;
  Expectation expected;
};

struct LawCase {
  std::string file;
  std::size_t line = 0;
  std::string title;
  std::vector<std::string> law;  ///< the articles it is about
  std::vector<CaseStep> given;
  std::vector<CaseAct> acts;
};

struct CaseError {
  std::string file;
  std::size_t line = 0;
  std::string message;
};

/// Reads all *.fixture and *.case files below a folder, in the order of their names. A word that does not belong there,
/// an unknown fixture, payload or command, malformed JSON or a title used twice is an error.
base::Result<std::vector<LawCase>, CaseError> read_cases(const std::string& folder);

/// A payload with a patch laid over it: objects are merged member by member (RFC 7386, null removes), and an object
/// laid over an array patches its elements by position: {"0": …}.
base::Json patched(const base::Json& base, const base::Json& patch);

}  // namespace xiezhi::lawtool
