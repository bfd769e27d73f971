#include "core/regulation/check.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "core/casefile/state.h"
#include "core/law/validate.h"
#include "core/rule/refusal.h"

namespace xiezhi::core::regulation {
namespace {

using casefile::Condition;

/// The tiers that a table can answer, as its cells write them: "\"轻微\"".
void add_tiers(const law::Benchmark& table, std::set<std::string>& out) {
  for (const auto& node : table.model.nodes) {
    if (node.name != table.decision || !node.expression || !node.expression->table) continue;
    const dmn::Table& rules = *node.expression->table;
    const auto column = std::find_if(rules.outputs.begin(), rules.outputs.end(),
                                     [](const dmn::OutputClause& one) { return one.name == "tier"; });
    if (column == rules.outputs.end()) continue;
    const auto at = static_cast<std::size_t>(column - rules.outputs.begin());
    for (const dmn::Rule& rule : rules.rules) {
      const std::string& cell = rule.outputs[at];
      if (cell.size() > 2 && cell.front() == '"' && cell.back() == '"') out.insert(cell.substr(1, cell.size() - 2));
    }
  }
}

class Checker {
 public:
  Checker(const law::Pack& pack, std::string_view region, base::Date on) : pack_(pack), region_(region), on_(on) {}

  void leniency(const std::vector<law::Leniency>& entries) {
    for (const law::Leniency& one : entries) {
      common(one.id, one.title, one.source);
      if (base::trim(one.writ).empty() || one.violations.empty() || one.tiers.empty()) {
        add(Fault::incomplete, one.id, one.title);
      }
      for (const std::string& violation : one.violations) applied(one, violation);
      if (!enough(one.conditions)) add(Fault::conditions_too_few, one.id, one.title);
    }
  }

  void circumstances(const std::vector<law::Circumstance>& entries) {
    for (const law::Circumstance& one : entries) {
      common(one.id, one.title, one.source);
      const bool reduced = one.effect == law::Effect::reduced;
      const bool fits = reduced ? one.percent == 0 : one.percent >= 1 && one.percent <= 100;
      if (!fits) add(Fault::percent_wrong, one.id, one.title, std::to_string(one.percent));
      const bool favours = one.source.instrument == rule::kPenaltyLaw && one.source.article >= kFirstFavour &&
                           one.source.article <= kLastFavour;
      if (favours && one.effect == law::Effect::heavier) {
        add(Fault::against_the_law, one.id, one.title, pack_.cite(one.source));
      }
    }
    // 行政处罚法(2021) 第三十条、第三十二条第一项至第四项: 应当从轻或者减轻.
    for (const law::Citation& source : statutory()) {
      const bool kept = std::any_of(entries.begin(), entries.end(), [&](const law::Circumstance& one) {
        return one.effect != law::Effect::heavier && one.source.instrument == source.instrument &&
               one.source.article == source.article && one.source.item == source.item;
      });
      if (!kept) add(Fault::statutory_missing, pack_.cite(source), "", pack_.cite(source));
    }
  }

  void figures(const std::vector<law::Figure>& entries, const std::vector<law::Figure>& before) {
    const auto known = [&](const std::string& key) {
      return std::find_if(before.begin(), before.end(), [&](const law::Figure& one) { return one.key == key; });
    };
    for (const law::Figure& one : entries) {
      common(one.key, one.subject, one.source);
      const auto was = known(one.key);
      if (was == before.end() || was->unit != one.unit || one.region != region_) {
        add(Fault::figure_unknown, one.key, one.subject);
      }
      if (one.value <= 0) add(Fault::figure_not_positive, one.key, one.subject, std::to_string(one.value));
    }
    for (const law::Figure& one : before) {
      const bool kept =
          std::any_of(entries.begin(), entries.end(), [&](const law::Figure& other) { return other.key == one.key; });
      if (!kept) add(Fault::figure_missing, one.key, one.subject);
    }
  }

  void add(Fault fault, const std::string& entry, const std::string& title, const std::string& detail = "") {
    found.push_back({fault, entry, title, detail});
  }

  std::vector<FaultFound> found;

 private:
  static constexpr std::int32_t kFirstFavour = 30;
  static constexpr std::int32_t kLastFavour = 32;

  void common(const std::string& id, const std::string& title, const law::Citation& source) {
    if (base::trim(id).empty() || base::trim(title).empty()) add(Fault::incomplete, id, title);
    if (!ids_.insert(id).second) add(Fault::duplicate, id, title);
    const law::Instrument* text = pack_.instrument(source.instrument);
    if (text == nullptr || source.article <= 0 || !law::in_force(text->from, text->until, on_)) {
      add(Fault::source_unknown, id, title, text == nullptr ? source.instrument : pack_.cite(source));
    }
  }

  void applied(const law::Leniency& entry, const std::string& id) {
    const law::Violation* violation = pack_.violation(id, on_);
    if (violation == nullptr) return add(Fault::violation_unknown, entry.id, entry.title, id);
    std::set<std::string> tiers;
    for (const law::Discretion& region : pack_.discretions()) {
      if (region.region != region_) continue;
      for (const law::Benchmark& table : region.benchmarks) {
        const bool grades = std::any_of(table.uses.begin(), table.uses.end(),
                                        [&](const law::BenchmarkUse& use) { return use.violation == id; });
        if (grades && law::in_force(table.from, table.until, on_)) add_tiers(table, tiers);
      }
    }
    for (const std::string& tier : entry.tiers) {
      if (!tiers.contains(tier)) add(Fault::tier_unknown, entry.id, entry.title, violation->title + " " + tier);
    }
  }

  // 行政处罚法(2021) 第三十三条第一款: minor, corrected in time and without harm; or the first time, of slight harm
  // and corrected in time.
  static bool enough(const std::vector<std::string>& names) {
    std::set<Condition> given;
    for (const std::string& name : names) {
      const auto condition = base::enum_from_name<Condition>(name);
      if (!condition) return false;
      given.insert(*condition);
    }
    const auto all = [&](std::initializer_list<Condition> wanted) {
      return std::all_of(wanted.begin(), wanted.end(), [&](Condition one) { return given.contains(one); });
    };
    return all({Condition::act_minor, Condition::corrected_in_time, Condition::no_harm}) ||
           all({Condition::first_time, Condition::harm_slight, Condition::corrected_in_time});
  }

  static std::vector<law::Citation> statutory() {
    constexpr std::int32_t kItems = 4;  // the fifth is what other law says
    std::vector<law::Citation> out = {{rule::kPenaltyLaw, kFirstFavour, {}, {}}};
    for (std::int32_t item = 1; item <= kItems; ++item) out.push_back({rule::kPenaltyLaw, kLastFavour, 1, item});
    return out;
  }

  const law::Pack& pack_;
  std::string_view region_;
  base::Date on_;
  std::set<std::string> ids_;
};

}  // namespace

std::vector<FaultFound> faults_of(const law::ListContent& content, law::ListKind kind, const law::Pack& pack,
                                  std::string_view region, base::Date on) {
  Checker checker(pack, region, on);
  const bool strange = (kind != law::ListKind::leniency && !content.leniency.empty()) ||
                       (kind != law::ListKind::circumstances && !content.circumstances.empty()) ||
                       (kind != law::ListKind::figures && !content.figures.empty());
  if (strange) checker.add(Fault::of_another_list, "", "");
  switch (kind) {
    case law::ListKind::leniency: checker.leniency(content.leniency); break;
    case law::ListKind::circumstances: checker.circumstances(content.circumstances); break;
    case law::ListKind::figures: {
      const auto before = law::list_on(pack, region, kind, on);
      checker.figures(content.figures, before.figures);
      break;
    }
  }
  return std::move(checker.found);
}

}  // namespace xiezhi::core::regulation
