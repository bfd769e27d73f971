#include "core/dmn/prove.h"

#include <algorithm>
#include <numeric>

#include "core/dmn/cover.h"
#include "core/dmn/program_data.h"

namespace xiezhi::core::dmn {
namespace {

using feel::Op;
using feel::Value;

constexpr int kDeepestConstant = 16;

/// Whether a part has the same value whatever the facts are.
bool is_constant(const feel::Node& node, int depth = 0) {
  if (depth > kDeepestConstant) return false;
  if (node.op == Op::constant) return true;
  const bool calls = node.op == Op::call && node.names.empty() && node.parts[0]->op == Op::name &&
                     (node.parts[0]->text == "date" || node.parts[0]->text == "duration");
  if (!calls && node.op != Op::negate && node.op != Op::list && node.op != Op::context) return false;
  return std::all_of(node.parts.begin() + (calls ? 1 : 0), node.parts.end(),
                     [&](const feel::NodePtr& part) { return is_constant(*part, depth + 1); });
}

/// One outcome of a rule: its value where it needs no facts, its text in any case.
struct Output {
  std::optional<Value> value;
  std::string text;
};

enum class Agreement : std::uint8_t { same, different, unknown };

class Prover {
 public:
  Prover(const Program& program, const TableAt& at, const ProofLimits& limits)
      : program_(program), at_(at), limits_(limits), table_(*at.table) {}

  TableProof prove() {
    proof_.decision = at_.decision;
    proof_.place = at_.place;
    proof_.rules = static_cast<std::uint32_t>(table_.rules.size());
    auto space = space_of(program_, at_);
    if (!space.ok()) {
      proof_.undecided = space.error();
      return std::move(proof_);
    }
    space_ = std::move(space).value();
    read_outputs();
    find_empty_rules();
    find_dead_tests();
    find_undeclared_outcomes();
    find_overlaps();
    find_masked_rules();
    find_gaps();
    return std::move(proof_);
  }

 private:
  void undecided(std::string why) {
    if (!proof_.undecided) proof_.undecided = std::move(why);
  }

  bool add(Finding finding) {
    const auto same = std::count_if(proof_.findings.begin(), proof_.findings.end(),
                                    [&](const Finding& one) { return one.fault == finding.fault; });
    if (static_cast<std::size_t>(same) >= limits_.findings) {
      undecided("more than " + std::to_string(limits_.findings) + " findings of one kind: the rest is not listed");
      return false;
    }
    proof_.findings.push_back(std::move(finding));
    return true;
  }

  void read_outputs() {
    for (const Rule& rule : table_.rules) {
      std::vector<Output> row;
      for (const std::string& text : rule.outputs) row.push_back({constant_value(program_, at_, text), text});
      outputs_.push_back(std::move(row));
    }
    for (const OutputClause& output : table_.outputs) {
      priorities_.push_back(output.values ? constant_value(program_, at_, "[" + *output.values + "]") : std::nullopt);
    }
  }

  [[nodiscard]] Agreement agreement(std::uint32_t a, std::uint32_t b) const {
    Agreement out = Agreement::same;
    for (std::size_t i = 0; i < outputs_[a].size(); ++i) {
      const Output& left = outputs_[a][i];
      const Output& right = outputs_[b][i];
      if (left.text == right.text) continue;
      if (!left.value || !right.value) {
        out = Agreement::unknown;
      } else if (!feel::identical(*left.value, *right.value) && feel::equal(*left.value, *right.value) != true) {
        return Agreement::different;
      }
    }
    return out;
  }

  void find_empty_rules() {
    for (std::uint32_t rule = 0; rule < space_.rules.size(); ++rule) {
      empty_.push_back(!point_in(space_, rule));
      if (!empty_.back()) continue;
      if (!add({Fault::unreachable, {rule + 1}, {}, "no declared facts meet its conditions"})) return;
    }
  }

  /// Parts of a condition that no declared value meets, in rules that others lead to: most often a slip of the pen.
  void find_dead_tests() {
    for (const DeadTest& dead : space_.dead) {
      if (empty_[dead.rule]) continue;
      const std::string& name = space_.axes[space_.axis_of[dead.column]].name;
      Finding finding{Fault::unreachable, {dead.rule + 1}, {}, ""};
      finding.detail =
          "no declared value of '" + name + "' meets a part of " + table_.rules[dead.rule].inputs[dead.column];
      finding.advice = true;
      if (!add(std::move(finding))) return;
    }
  }

  /// Outcomes that are none of the declared ones: evaluation puts null in their place.
  void find_undeclared_outcomes() {
    for (std::uint32_t rule = 0; rule < outputs_.size(); ++rule) {
      const auto point = point_in(space_, rule);
      for (std::size_t i = 0; point && i < outputs_[rule].size(); ++i) {
        const auto* list = priorities_[i] ? priorities_[i]->list() : nullptr;
        const auto& value = outputs_[rule][i].value;
        if (list == nullptr || !value || value->is_null()) continue;
        const bool declared =
            std::any_of(list->begin(), list->end(), [&](const Value& one) { return feel::equal(one, *value) == true; });
        if (declared) continue;
        const std::string detail = outputs_[rule][i].text + " is no declared outcome, so that there is no answer";
        if (!add({Fault::unreachable, {rule + 1}, facts_at(space_, *point), detail})) return;
        break;
      }
    }
  }

  /// A declared point that both rules hold.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> meeting(std::uint32_t a, std::uint32_t b) const {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < space_.axes.size(); ++i) {
      std::optional<std::uint32_t> at;
      for (const Stretch& one : shared(space_.rules[a][i], space_.rules[b][i])) {
        if (!at) at = space_.axes[i].first_in(one);
      }
      if (!at) return std::nullopt;
      out.push_back(*at);
    }
    return out;
  }

  void find_overlaps() {
    if (table_.policy != HitPolicy::unique && table_.policy != HitPolicy::any) return;
    std::vector<std::uint32_t> order;  // by where a rule begins on the first axis, so that the search may stop early
    for (std::uint32_t i = 0; i < space_.rules.size(); ++i) {
      if (!empty_[i]) order.push_back(i);
    }
    const auto begin_of = [&](std::uint32_t rule) { return space_.axes.empty() ? 0 : space_.rules[rule][0][0].first; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return begin_of(a) < begin_of(b); });
    std::uint64_t steps = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::uint32_t last = space_.axes.empty() ? 0 : space_.rules[order[i]][0].back().second;
      for (std::size_t k = i + 1; k < order.size() && begin_of(order[k]) <= last; ++k) {
        if (++steps > limits_.steps) return undecided("too many pairs of rules to look at");
        if (!compare(std::min(order[i], order[k]), std::max(order[i], order[k]))) return;
      }
    }
  }

  /// False when enough has been found.
  bool compare(std::uint32_t a, std::uint32_t b) {
    const auto point = meeting(a, b);
    if (!point) return true;
    const Agreement agrees = agreement(a, b);
    if (agrees == Agreement::unknown) {
      undecided("rules " + std::to_string(a + 1) + " and " + std::to_string(b + 1) +
                " overlap, and whether they agree depends on what their outcomes compute");
      return true;
    }
    if (agrees == Agreement::same && table_.policy == HitPolicy::any) return true;
    Finding finding{Fault::overlap, {a + 1, b + 1}, facts_at(space_, *point), "both hold and say different things"};
    if (agrees == Agreement::same) {
      finding.detail = "both hold and agree; under the policy \"unique\" there is no answer then";
      finding.advice = true;
    }
    return add(std::move(finding));
  }

  /// Places of the outcomes in the lists of priorities; nothing when they cannot be told.
  [[nodiscard]] std::optional<std::vector<std::size_t>> rank(std::uint32_t rule) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < outputs_[rule].size(); ++i) {
      const auto* list = priorities_[i] ? priorities_[i]->list() : nullptr;
      if (list == nullptr || !outputs_[rule][i].value) return std::nullopt;
      const auto found = std::find_if(list->begin(), list->end(), [&](const Value& one) {
        return feel::equal(one, *outputs_[rule][i].value) == true;
      });
      out.push_back(static_cast<std::size_t>(found - list->begin()));
    }
    return out;
  }

  /// Rules whose every fact is taken by rules that go before them.
  void find_masked_rules() {
    const bool by_rank = table_.policy == HitPolicy::priority;
    if (table_.policy != HitPolicy::first && !by_rank) return;
    std::vector<std::uint32_t> order(space_.rules.size());
    std::iota(order.begin(), order.end(), 0U);
    if (by_rank) {
      std::vector<std::vector<std::size_t>> ranks;
      for (std::uint32_t i = 0; i < order.size(); ++i) {
        auto one = rank(i);
        if (!one) return undecided("rule " + std::to_string(i + 1) + " has an outcome without a priority");
        ranks.push_back(*std::move(one));
      }
      std::stable_sort(order.begin(), order.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return ranks[a] < ranks[b]; });
    }
    Cover cover(space_, limits_.steps);
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (empty_[order[i]]) continue;
      std::vector<std::uint32_t> before;
      for (std::size_t k = 0; k < i; ++k) {
        if (meeting(order[k], order[i])) before.push_back(order[k]);
      }
      if (before.empty()) continue;
      const auto free = cover.holes(space_.rules[order[i]], before, 1);
      if (!free) return undecided("too many combinations of conditions to look at");
      if (!free->empty()) continue;
      const auto at = *point_in(space_, order[i]);
      std::vector<std::uint32_t> rules{order[i] + 1};
      for (const std::uint32_t rule : before) {
        const bool here = std::equal(at.begin(), at.end(), space_.rules[rule].begin(),
                                     [](std::uint32_t one, const Side& side) { return holds(side, one); });
        if (here && rules.size() == 1) rules.push_back(rule + 1);
      }
      if (!add({Fault::unreachable, rules, facts_at(space_, at), "rules before it take all its facts"})) return;
    }
  }

  void find_gaps() {
    const bool has_default = std::all_of(table_.outputs.begin(), table_.outputs.end(),
                                         [](const OutputClause& output) { return output.otherwise.has_value(); });
    const bool counts = table_.policy == HitPolicy::collect && table_.aggregation == Aggregation::count;
    if (has_default || counts) return;  // then there is an answer without a rule
    std::vector<Side> region;
    for (const Axis& axis : space_.axes) {
      region.push_back(axis.all());
      const bool some = std::find(axis.inside.begin(), axis.inside.end(), true) != axis.inside.end();
      if (!some) return undecided("'" + axis.name + "' is declared to have no values at all");
    }
    std::vector<std::uint32_t> rules(space_.rules.size());
    std::iota(rules.begin(), rules.end(), 0U);
    const auto holes = Cover(space_, limits_.steps).holes(region, rules, limits_.findings + 1);
    if (!holes) return undecided("too many combinations of conditions to look at");
    for (const auto& hole : *holes) {
      if (!add({Fault::gap, {}, facts_at(space_, hole), "no rule holds"})) return;
    }
  }

  const Program& program_;
  const TableAt& at_;
  const ProofLimits& limits_;
  const Table& table_;
  TableProof proof_;
  Space space_;
  std::vector<std::vector<Output>> outputs_;
  std::vector<std::optional<Value>> priorities_;
  std::vector<bool> empty_;
};

}  // namespace

bool TableProof::sound() const {
  return !undecided && std::all_of(findings.begin(), findings.end(), [](const Finding& one) { return one.advice; });
}

std::vector<WitnessFact> facts_at(const Space& space, const std::vector<std::uint32_t>& at) {
  std::vector<WitnessFact> out;
  for (std::size_t i = 0; i < at.size(); ++i) {
    out.push_back({space.axes[i].name, feel::text_of(space.axes[i].sample(at[i]), true)});
  }
  return out;
}

std::optional<Value> constant_value(const Program& program, const TableAt& at, const std::string& text) {
  feel::Surroundings surroundings;
  surroundings.zones = program.data()->zones.get();
  for (const auto& [name, ignored] : at.names) surroundings.names.push_back(name);
  const auto parsed = feel::parse_expression(text, surroundings);
  if (!parsed.ok() || !is_constant(**parsed)) return std::nullopt;
  feel::Evaluation evaluation{feel::World{}};
  return evaluation.evaluate(**parsed, nullptr);
}

TableProof prove_table(const Program& program, const TableAt& at, const ProofLimits& limits) {
  return Prover(program, at, limits).prove();
}

std::vector<TableProof> prove(const Program& program, const ProofLimits& limits) {
  std::vector<TableProof> out;
  for (const TableAt& at : tables_of(program)) out.push_back(prove_table(program, at, limits));
  return out;
}

}  // namespace xiezhi::core::dmn
