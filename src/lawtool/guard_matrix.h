// The guards of the core beside their articles, commands and law cases.
#pragma once

#include <string>
#include <vector>

#include "core/law/pack.h"
#include "lawtool/case_file.h"
#include "lawtool/check.h"

namespace xiezhi::lawtool {

struct GuardRow {
  std::string code;
  std::string severity;  ///< "refusal"; where commands differ: "refusal: Decide; advice: DecideNoPenalty"
  std::vector<core::law::Citation> articles;
  std::vector<std::string> commands;
  std::vector<std::string> cases;  ///< titles of cases that are refused with the code
  std::vector<std::string>
      neighbours;  ///< titles of cases in which one of the commands is accepted, the same case first
};

/// One row per code, in the order of the codes. Without cases the last two stay empty.
std::vector<GuardRow> guard_rows(const std::vector<LawCase>& cases);

/// The rows as one Markdown table: docs/guards.md.
std::string guard_matrix(const core::law::Pack& pack, const std::vector<LawCase>& cases);

/// Whether the file holds exactly this text.
bool is_current(const std::string& file, const std::string& text);

/// Citations of guards that the texts at hand do not have: "CODE: 行政处罚法 第九十九条".
std::vector<std::string> absent_citations(const core::law::Pack& pack, const Texts& texts);

}  // namespace xiezhi::lawtool
