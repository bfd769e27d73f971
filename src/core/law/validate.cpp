#include "core/law/validate.h"

#include <algorithm>
#include <set>

namespace xiezhi::core::law {

using base::JsonError;
using Problem = std::optional<JsonError>;

bool in_force(base::Date from, std::optional<base::Date> until, base::Date on) {
  return from <= on && (!until || on <= *until);
}

bool overlap(base::Date from_a, std::optional<base::Date> until_a, base::Date from_b,
             std::optional<base::Date> until_b) {
  return (!until_b || from_a <= *until_b) && (!until_a || from_b <= *until_a);
}

namespace {

std::string at_index(const char* list, std::size_t index, const char* member) {
  return std::string("/") + list + "/" + std::to_string(index) + "/" + member;
}

struct Known {
  const PackFile& file;

  [[nodiscard]] const Instrument* find(const std::string& id) const {
    for (const Instrument& instrument : file.instruments) {
      if (instrument.id == id) return &instrument;
    }
    return nullptr;
  }
  [[nodiscard]] bool has_violation(const std::string& id) const {
    return std::any_of(file.violations.begin(), file.violations.end(),
                       [&](const Violation& violation) { return violation.id == id; });
  }
  [[nodiscard]] Problem unknown(const Citation& citation, std::string path) const {
    if (find(citation.instrument) != nullptr) return std::nullopt;
    return JsonError{std::move(path), "pack.unknown_instrument", "no instrument '" + citation.instrument + "'"};
  }
};

Problem check_instruments(const Known& known) {
  const auto& list = known.file.instruments;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (known.find(list[i].id) != &list[i]) {
      return JsonError{at_index("instruments", i, "id"), "pack.duplicate", "instrument '" + list[i].id + "' twice"};
    }
    if (list[i].until && *list[i].until < list[i].from) {
      return JsonError{at_index("instruments", i, "until"), "pack.dates", "ends before it begins"};
    }
    if (list[i].term_rule) {
      auto problem = known.unknown(list[i].term_rule->source, at_index("instruments", i, "term_rule/source"));
      if (problem) return problem;
    }
    for (std::size_t k = 0; k < list[i].yields.size(); ++k) {
      const std::string path = at_index("instruments", i, "yields/") + std::to_string(k);
      if (auto problem = known.unknown(list[i].yields[k].at, path + "/at")) return problem;
      if (auto problem = known.unknown(list[i].yields[k].to, path + "/to")) return problem;
    }
  }
  return std::nullopt;
}

Problem check_pair(const Known& known, std::size_t i, std::size_t k) {
  const Figure& a = known.file.figures[i];
  const Figure& b = known.file.figures[k];
  if (a.key != b.key) return std::nullopt;
  if (a.region == b.region && overlap(a.from, a.until, b.from, b.until)) {
    return JsonError{at_index("figures", i, "key"), "pack.duplicate", "two values of '" + a.key + "' in force at once"};
  }
  // 行政处罚法(2021) 第五十一条 and the like: what the law fixes itself, no region overrides.
  if (a.region && !b.region && known.find(b.source.instrument)->fixed) {
    return JsonError{at_index("figures", i, "region"), "pack.fixed_figure",
                     "'" + a.key + "' is fixed by " + b.source.instrument + " and has no regional value"};
  }
  if (a.unit != b.unit) {
    return JsonError{at_index("figures", i, "unit"), "pack.duplicate", "'" + a.key + "' has two units"};
  }
  return std::nullopt;
}

Problem check_figures(const Known& known) {
  const auto& list = known.file.figures;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (auto problem = known.unknown(list[i].source, at_index("figures", i, "source/instrument"))) return problem;
    if (list[i].until && *list[i].until < list[i].from) {
      return JsonError{at_index("figures", i, "until"), "pack.dates", "ends before it begins"};
    }
    if (list[i].region && list[i].region->empty()) {
      return JsonError{at_index("figures", i, "region"), "pack.region", "an empty region; leave it out"};
    }
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t k = 0; k < list.size(); ++k) {
      if (i == k) continue;
      if (auto problem = check_pair(known, i, k)) return problem;
    }
  }
  return std::nullopt;
}

/// A measure must carry the bounds its kind needs, in order, and no others.
bool well_formed(const Measure& m) {
  const bool money = m.kind == MeasureKind::fine;
  const bool times = m.kind == MeasureKind::fine_gains_multiple || m.kind == MeasureKind::fine_multiple_of_fine ||
                     m.kind == MeasureKind::fine_sum_multiple;
  const bool percent = m.kind == MeasureKind::fine_income_percent;
  const bool ban = m.kind == MeasureKind::ban_from_post;
  const bool detention = m.kind == MeasureKind::detention;
  if (money != m.max_fen.has_value() || (m.min_fen && !money) || (m.min_fen && *m.max_fen < *m.min_fen)) return false;
  if (times != m.max_times.has_value() || (m.min_times && !times)) return false;
  if (m.min_times && *m.max_times < *m.min_times) return false;
  if (percent != m.max_percent.has_value() || (m.min_percent && !percent)) return false;
  if (m.min_percent && *m.max_percent < *m.min_percent) return false;
  if (m.min_days && !m.max_days) return false;
  if (ban != (m.ban_years.has_value() || m.for_life.value_or(false)) || ban != m.ban_scope.has_value()) return false;
  if (m.kind == MeasureKind::as_provision || m.article || m.paragraph) return false;  // the builder puts it out
  if (m.min_days && (!detention || *m.max_days < *m.min_days)) return false;
  return detention == m.max_days.has_value();
}

Problem check_branches(const Known& known, const Violation& violation, const std::string& path) {
  for (std::size_t b = 0; b < violation.branches.size(); ++b) {
    const Branch& branch = violation.branches[b];
    const std::string at = path + "/branches/" + std::to_string(b);
    if (auto problem = known.unknown(branch.at, at + "/at/instrument")) return problem;
    for (std::size_t m = 0; m < branch.measures.size(); ++m) {
      if (!well_formed(branch.measures[m])) {
        return JsonError{at + "/measures/" + std::to_string(m), "pack.measure", "bounds do not fit the kind"};
      }
    }
  }
  return std::nullopt;
}

Problem check_violations(const Known& known) {
  std::set<std::pair<std::string, std::string>> seen;
  for (std::size_t i = 0; i < known.file.violations.size(); ++i) {
    const Violation& violation = known.file.violations[i];
    const std::string path = "/violations/" + std::to_string(i);
    if (auto problem = known.unknown(violation.penalty, path + "/penalty/instrument")) return problem;
    if (!seen.emplace(violation.id, violation.penalty.instrument).second) {
      return JsonError{path + "/id", "pack.duplicate", "violation '" + violation.id + "' twice"};
    }
    for (std::size_t d = 0; d < violation.duty.size(); ++d) {
      auto problem = known.unknown(violation.duty[d], path + "/duty/" + std::to_string(d) + "/instrument");
      if (problem) return problem;
    }
    for (const std::string& other : violation.applies.value_or(std::vector<std::string>{})) {
      if (!known.has_violation(other)) {
        return JsonError{path + "/applies", "pack.unknown_violation", "no violation '" + other + "'"};
      }
    }
    if (auto problem = check_branches(known, violation, path)) return problem;
  }
  return std::nullopt;
}

/// Words belong to violations that are there; an id stands for one thing.
Problem check_vocabulary(const Known& known) {
  if (!known.file.vocabulary) return std::nullopt;
  const Vocabulary& vocabulary = *known.file.vocabulary;
  const auto unknown = [](std::string path, const std::string& id) {
    return JsonError{std::move(path), "pack.unknown_violation", "no violation '" + id + "'"};
  };
  for (const auto& [id, phrases] : vocabulary.phrases) {
    if (!known.has_violation(id)) return unknown("/vocabulary/phrases/" + id, id);
  }
  std::set<std::string> offences;
  for (std::size_t i = 0; i < vocabulary.offences.size(); ++i) {
    const std::string& id = vocabulary.offences[i].id;
    if (known.has_violation(id) || !offences.insert(id).second) {
      return JsonError{at_index("vocabulary/offences", i, "id"), "pack.duplicate", "'" + id + "' twice"};
    }
  }
  std::set<std::string> related;
  for (std::size_t i = 0; i < vocabulary.kin.size(); ++i) {
    for (const std::string& id : vocabulary.kin[i]) {
      const std::string path = "/vocabulary/kin/" + std::to_string(i);
      if (!known.has_violation(id)) return unknown(path, id);
      if (!related.insert(id).second) return JsonError{path, "pack.duplicate", "'" + id + "' in two groups"};
    }
  }
  return std::nullopt;
}

/// Two benchmarks of a region for one fine, in force at once.
Problem check_uses(const std::vector<Benchmark>& list, std::size_t i, const std::string& path) {
  for (std::size_t k = 0; k < i; ++k) {
    if (!overlap(list[i].from, list[i].until, list[k].from, list[k].until)) continue;
    for (const BenchmarkUse& use : list[i].uses) {
      if (std::find(list[k].uses.begin(), list[k].uses.end(), use) == list[k].uses.end()) continue;
      return JsonError{path + "/uses", "pack.duplicate",
                       list[i].id + " and " + list[k].id + " both grade a fine of " + use.violation};
    }
  }
  return std::nullopt;
}

Problem check_benchmark(const Known& known, const std::vector<Benchmark>& list, std::size_t i,
                        const std::string& path) {
  const Benchmark& benchmark = list[i];
  if (benchmark.until && *benchmark.until < benchmark.from) {
    return JsonError{path + "/until", "pack.dates", "ends before it begins"};
  }
  for (const BenchmarkUse& use : benchmark.uses) {
    if (known.has_violation(use.violation)) continue;
    return JsonError{path + "/uses", "pack.unknown_violation", "no violation '" + use.violation + "'"};
  }
  return check_uses(list, i, path);
}

Problem check_leniency(const Known& known, const Leniency& entry, const std::string& path) {
  for (const std::string& violation : entry.violations) {
    if (known.has_violation(violation)) continue;
    return JsonError{path + "/violations", "pack.unknown_violation", "no violation '" + violation + "'"};
  }
  if (entry.until && *entry.until < entry.from) {
    return JsonError{path + "/until", "pack.dates", "ends before it begins"};
  }
  return known.unknown(entry.source, path + "/source/instrument");
}

Problem check_discretion(const Known& known) {
  const std::vector<Discretion> none;
  const auto& regions = known.file.discretion ? *known.file.discretion : none;
  for (std::size_t r = 0; r < regions.size(); ++r) {
    const Discretion& region = regions[r];
    const std::string path = "/discretion/" + std::to_string(r);
    if (region.region.empty()) return JsonError{path + "/region", "pack.region", "an empty region"};
    for (std::size_t i = 0; i < region.benchmarks.size(); ++i) {
      const std::string at = path + "/benchmarks/" + std::to_string(i);
      if (auto problem = check_benchmark(known, region.benchmarks, i, at)) return problem;
    }
    for (std::size_t i = 0; i < region.circumstances.size(); ++i) {
      const Circumstance& one = region.circumstances[i];
      const std::string at = path + "/circumstances/" + std::to_string(i);
      const auto same = [&](const Circumstance& other) {
        return other.id == one.id &&
               overlap(other.from.value_or(base::Date{}), other.until, one.from.value_or(base::Date{}), one.until);
      };
      const auto mine = region.circumstances.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::any_of(region.circumstances.begin(), mine, same)) {
        return JsonError{at + "/id", "pack.duplicate", "'" + one.id + "' twice"};
      }
      if (one.percent < 0 || one.percent > 100) return JsonError{at + "/percent", "pack.measure", "not 0 to 100"};
      if (auto problem = known.unknown(one.source, at + "/source/instrument")) return problem;
    }
    for (std::size_t i = 0; i < region.leniency.size(); ++i) {
      const std::string at = path + "/leniency/" + std::to_string(i);
      if (auto problem = check_leniency(known, region.leniency[i], at)) return problem;
    }
  }
  return std::nullopt;
}

/// "", or a section of GB/T 4754 with up to four digits: "C", "C33", "C3391".
bool is_industry_prefix(std::string_view code) {
  if (code.empty()) return true;
  const bool digits =
      std::all_of(code.begin() + 1, code.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
  return code.size() <= 5 && code[0] >= 'A' && code[0] <= 'T' && digits;
}

Problem check_item(const Known& known, const ChecklistItem& item, const std::string& path) {
  const std::string name = "item '" + item.id + "': ";
  if (item.id.empty() || item.text.empty()) return JsonError{path, "pack.checklist", name + "needs an id and a text"};
  if (!item.violation && (!item.basis || item.basis->empty())) {
    return JsonError{path, "pack.checklist", name + "needs a violation or a basis"};
  }
  if (item.violation && !known.has_violation(*item.violation)) {
    return JsonError{path + "/violation", "pack.unknown_violation", name + "no violation '" + *item.violation + "'"};
  }
  return std::nullopt;
}

Problem check_checklists(const PackFile& file) {
  if (!file.checklists) return std::nullopt;
  std::set<std::string> ids;
  for (std::size_t i = 0; i < file.checklists->size(); ++i) {
    const Checklist& list = (*file.checklists)[i];
    const std::string path = "/checklists/" + std::to_string(i);
    if (!ids.insert(list.id).second) return JsonError{path + "/id", "pack.duplicate", "'" + list.id + "' twice"};
    auto problem = checklist_problem(file, list);
    if (!problem) continue;
    problem->path = path + problem->path;
    return problem;
  }
  return std::nullopt;
}

Problem check_rest(const Known& known) {
  for (std::size_t i = 0; i < known.file.decision_rules.size(); ++i) {
    const Citation& source = known.file.decision_rules[i].source;
    if (auto problem = known.unknown(source, at_index("decision_rules", i, "source/instrument"))) return problem;
  }
  std::set<std::int32_t> years;
  for (std::size_t i = 0; i < known.file.calendar.size(); ++i) {
    if (!years.insert(known.file.calendar[i].year).second) {
      return JsonError{at_index("calendar", i, "year"), "pack.duplicate", "two notices for one year"};
    }
  }
  return std::nullopt;
}

}  // namespace

Problem checklist_problem(const PackFile& file, const Checklist& list) {
  const Known known{file};
  for (std::size_t i = 0; i < list.industries.size(); ++i) {
    if (is_industry_prefix(list.industries[i])) continue;
    return JsonError{"/industries/" + std::to_string(i), "pack.checklist",
                     "'" + list.industries[i] + "' is no industry"};
  }
  if (list.title.empty() || list.items.empty()) return JsonError{"", "pack.checklist", "needs a title and items"};
  std::set<std::string> ids;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const std::string path = "/items/" + std::to_string(i);
    if (!ids.insert(list.items[i].id).second) {
      return JsonError{path + "/id", "pack.duplicate", "item '" + list.items[i].id + "' twice"};
    }
    if (auto problem = check_item(known, list.items[i], path)) return problem;
  }
  return std::nullopt;
}

Problem first_problem(const PackFile& file) {
  if (file.format != 1) return JsonError{"/format", "pack.format", "this version reads format 1"};
  const Known known{file};
  if (auto problem = check_instruments(known)) return problem;
  if (auto problem = check_figures(known)) return problem;
  if (auto problem = check_violations(known)) return problem;
  if (auto problem = check_vocabulary(known)) return problem;
  if (auto problem = check_discretion(known)) return problem;
  if (auto problem = check_checklists(file)) return problem;
  return check_rest(known);
}

}  // namespace xiezhi::core::law
