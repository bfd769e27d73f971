// Reads one case or fixture file line by line. Private to lawtool.
#pragma once

#include <optional>
#include <set>
#include <string_view>

#include "lawtool/case_file.h"

namespace xiezhi::lawtool {

/// Fixtures and payloads of a folder, and the titles in use.
struct CaseLibrary {
  std::map<std::string, std::vector<CaseStep>, std::less<>> fixtures;
  std::map<std::string, base::Json, std::less<>> payloads;
  std::set<std::string> titles;
};

class CaseReader {
 public:
  CaseReader(std::string file, std::string_view text, CaseLibrary& library);

  /// Adds the file's fixtures and payloads to the library, or the error.
  std::optional<CaseError> fixtures();
  base::Result<std::vector<LawCase>, CaseError> cases();

 private:
  using Status = base::Result<base::Unit, CaseError>;

  /// Time, actor and what holds for the next command only.
  struct Situation {
    std::optional<base::Instant> at;
    std::optional<base::Instant> recorded;
    std::string actor;
    std::map<std::string, std::string> reasons;
  };

  [[nodiscard]] bool done() const { return at_ >= lines_.size(); }
  [[nodiscard]] std::string_view line() const { return lines_[at_]; }
  [[nodiscard]] bool indented() const;
  void skip_blank();
  base::Err<CaseError> error(std::string message) const;

  Status block(Situation& situation, std::vector<CaseStep>& steps);
  Status use(std::string_view name, Situation& situation, std::vector<CaseStep>& steps);
  Status set(std::string_view word, std::string_view rest, Situation& situation);
  base::Result<CaseStep, CaseError> command(std::string_view name, std::string_view rest, Situation& situation);
  base::Result<base::Json, CaseError> json(std::string text);
  Status act(LawCase& law_case, const Situation& given);
  Expectation expectation();

  std::string file_;
  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  CaseLibrary& library_;
};

}  // namespace xiezhi::lawtool
