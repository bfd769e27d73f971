#include "lawtool/guard_matrix.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "core/engine/engine.h"

namespace xiezhi::lawtool {
namespace {

constexpr std::size_t kTitlesShown = 2;

template <typename T>
bool contains(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

template <typename T>
void add(std::vector<T>& list, const T& value) {
  if (!contains(list, value)) list.push_back(value);
}

bool accepts(const LawCase& law_case, const std::vector<std::string>& commands) {
  return std::any_of(law_case.acts.begin(), law_case.acts.end(), [&](const CaseAct& act) {
    return act.expected.accepted() && contains(commands, act.step.command);
  });
}

bool refuses(const LawCase& law_case, const std::string& code) {
  return std::any_of(law_case.acts.begin(), law_case.acts.end(),
                     [&](const CaseAct& act) { return contains(act.expected.refusals(), code); });
}

void add_titles(GuardRow& row, const std::vector<LawCase>& cases) {
  for (const LawCase& law_case : cases) {
    if (refuses(law_case, row.code)) add(row.cases, law_case.title);
  }
  for (const bool same : {true, false}) {
    for (const LawCase& law_case : cases) {
      if (refuses(law_case, row.code) == same && accepts(law_case, row.commands)) add(row.neighbours, law_case.title);
    }
  }
}

std::string shown(const std::vector<std::string>& titles) {
  std::string out;
  for (std::size_t i = 0; i < titles.size() && i < kTitlesShown; ++i) out += (i == 0 ? "" : "；") + titles[i];
  if (titles.size() > kTitlesShown) out += " 等" + std::to_string(titles.size()) + "例";
  return out.empty() ? "—" : out;
}

/// Severity → commands for which a code has it, in the order of the guards.
using Severities = std::vector<std::pair<std::string, std::vector<std::string>>>;

void add(Severities& list, const core::engine::GuardInfo& guard) {
  for (auto& [severity, commands] : list) {
    if (severity == guard.severity) return add(commands, guard.command);
  }
  list.push_back({guard.severity, {guard.command}});
}

std::string text_of(const Severities& list) {
  if (list.size() == 1) return list.front().first;
  std::vector<std::string> parts;
  for (const auto& [severity, commands] : list) parts.push_back(severity + ": " + base::join(commands, ", "));
  return base::join(parts, "; ");
}

}  // namespace

std::vector<GuardRow> guard_rows(const std::vector<LawCase>& cases) {
  std::map<std::string, GuardRow> rows;
  std::map<std::string, Severities> severities;
  for (const core::engine::GuardInfo& guard : core::engine::list_guards()) {
    GuardRow& row = rows[guard.code];
    row.code = guard.code;
    add(severities[guard.code], guard);
    for (const auto& article : guard.articles) add(row.articles, article);
    add(row.commands, guard.command);
  }
  std::vector<GuardRow> out;
  for (auto& [code, row] : rows) {
    row.severity = text_of(severities[code]);
    add_titles(row, cases);
    out.push_back(std::move(row));
  }
  return out;
}

std::string guard_matrix(const core::law::Pack& pack, const std::vector<LawCase>& cases) {
  const std::vector<GuardRow> rows = guard_rows(cases);
  std::size_t acts = 0;
  for (const LawCase& law_case : cases) acts += law_case.acts.size();
  std::string out =
      "# Guards\n\n"
      "Made by `xiezhi law guards --cases test/case --markdown`; a test compares. Each guard is one function of the "
      "core with\n"
      "one permanent code. \"Refused in\" are law cases that meet it, \"accepted in\" their neighbours that do "
      "not.\n\n";
  out += std::to_string(rows.size()) + " codes, " + std::to_string(core::engine::list_guards().size()) +
         " guards of commands, " + std::to_string(cases.size()) + " cases with " + std::to_string(acts) + " acts.\n\n";
  out += "| code | | articles | commands | refused in | accepted in |\n|---|---|---|---|---|---|\n";
  for (const GuardRow& row : rows) {
    std::vector<std::string> articles;
    for (const auto& article : row.articles) articles.push_back(pack.cite(article));
    std::vector<std::string> commands = row.commands;
    if (commands.size() > 4) {
      const std::string more = std::to_string(commands.size() - 3) + " more";
      commands.resize(3);
      commands.push_back(more);
    }
    out += "| `" + row.code + "` | " + row.severity + " | " + (articles.empty() ? "—" : base::join(articles, "；")) +
           " | " + base::join(commands, ", ") + " | " + shown(row.cases) + " | " + shown(row.neighbours) + " |\n";
  }
  return out;
}

bool is_current(const std::string& file, const std::string& text) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str() == text;
}

std::vector<std::string> absent_citations(const core::law::Pack& pack, const Texts& texts) {
  std::vector<std::string> out;
  for (const GuardRow& row : guard_rows({})) {
    for (const auto& at : row.articles) {
      const auto text = texts.statutes.find(at.instrument);
      if (text == texts.statutes.end()) continue;
      const bool there = at.paragraph ? text->second.text(at.article, at.paragraph, at.item) != nullptr
                                      : text->second.article(at.article) != nullptr;
      if (!there) out.push_back(row.code + ": " + pack.cite(at));
    }
  }
  return out;
}

}  // namespace xiezhi::lawtool
