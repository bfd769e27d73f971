// Decision tables (DMN 1.5, 8.2): which rules hold, and what the hit policy makes of them.
#include <algorithm>

#include "core/dmn/program_data.h"
#include "core/dmn/table_index.h"

namespace xiezhi::core::dmn {
namespace {

using feel::Evaluation;
using feel::NodePtr;
using feel::Scope;
using feel::Value;

struct Input {
  NodePtr expression;
  NodePtr values;              ///< tests a given value must pass
  std::vector<NodePtr> cells;  ///< one for each rule
};

struct Output {
  std::string name;
  feel::TypePtr type;
  NodePtr values;      ///< tests that what a rule says must pass
  NodePtr priorities;  ///< list of values, the first goes before the others
  NodePtr otherwise;
  std::vector<NodePtr> cells;
};

/// Position of each output in its list of priorities: smaller goes first.
using Rank = std::vector<std::size_t>;

class CompiledTable final : public feel::Logic {
 public:
  std::string name;
  HitPolicy policy = HitPolicy::unique;
  Aggregation aggregation = Aggregation::list;
  std::vector<Input> inputs;
  std::vector<Output> outputs;
  std::vector<ColumnIndex> columns;
  std::uint32_t rules = 0;

  [[nodiscard]] Value evaluate(Evaluation& evaluation, const Scope& scope) const override {
    std::vector<Value> values;
    values.reserve(inputs.size());
    for (const Input& input : inputs) {
      values.push_back(evaluation.evaluate(*input.expression, scope));
      if (input.values && !values.back().is_null() && !evaluation.passes(*input.values, values.back(), scope)) {
        return evaluation.nothing(name + ": an input has a value that its column does not allow");
      }
    }
    std::vector<std::uint32_t> held = holding(evaluation, values, scope);
    if (!evaluation.spend(1 + held.size())) return {};
    return decide(evaluation, std::move(held), scope);
  }

 private:
  /// The rules that hold, in order.
  [[nodiscard]] std::vector<std::uint32_t> holding(Evaluation& evaluation, const std::vector<Value>& values,
                                                   const Scope& scope) const {
    std::vector<std::optional<std::uint32_t>> at(inputs.size());
    const std::vector<std::uint32_t>* shortest = nullptr;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      at[i] = columns[i].position(values[i]);
      const auto* listed = columns[i].is_useful() ? columns[i].candidates(at[i]) : nullptr;
      if (listed != nullptr && (shortest == nullptr || listed->size() < shortest->size())) shortest = listed;
    }
    std::vector<std::uint32_t> out;
    const std::size_t count = shortest != nullptr ? shortest->size() : rules;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t rule = shortest != nullptr ? (*shortest)[i] : static_cast<std::uint32_t>(i);
      if (!may_hold(rule, at) || !holds(evaluation, rule, values, scope)) continue;
      out.push_back(rule);
      if (policy == HitPolicy::first) break;
    }
    return out;
  }

  [[nodiscard]] bool may_hold(std::uint32_t rule, const std::vector<std::optional<std::uint32_t>>& at) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i].may_hold(rule, at[i])) return false;
    }
    return true;
  }

  /// The cells that the index leaves open.
  [[nodiscard]] bool holds(Evaluation& evaluation, std::uint32_t rule, const std::vector<Value>& values,
                           const Scope& scope) const {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (columns[i].is_simple(rule)) continue;
      if (!evaluation.spend(1) || !evaluation.passes(*inputs[i].cells[rule], values[i], scope)) return false;
    }
    return true;
  }

  [[nodiscard]] Value output(Evaluation& evaluation, std::uint32_t rule, const Scope& scope) const {
    std::vector<Value::Entry> entries;
    for (const Output& one : outputs) {
      Value value = evaluation.evaluate(*one.cells[rule], scope);
      if (one.type) value = evaluation.fitting(value, *one.type, name + ", rule " + std::to_string(rule + 1));
      if (one.values && !is_allowed(evaluation, *one.values, value, scope)) {
        value = evaluation.nothing(name + ", rule " + std::to_string(rule + 1) +
                                   ": a value that its column does not allow");
      }
      if (outputs.size() == 1) return value;
      entries.emplace_back(one.name, std::move(value));
    }
    return Value::context(std::move(entries));
  }

  /// Of a list each item is looked at.
  static bool is_allowed(Evaluation& evaluation, const feel::Node& tests, const Value& value, const Scope& scope) {
    if (value.is_null() || evaluation.passes(tests, value, scope)) return true;
    if (value.list() == nullptr) return false;
    return std::all_of(value.list()->begin(), value.list()->end(),
                       [&](const Value& item) { return evaluation.passes(tests, item, scope); });
  }

  [[nodiscard]] Value otherwise(Evaluation& evaluation, const Scope& scope) const {
    std::vector<Value::Entry> entries;
    bool any = false;
    for (const Output& one : outputs) {
      Value value = one.otherwise ? evaluation.evaluate(*one.otherwise, scope) : Value();
      any = any || one.otherwise != nullptr;
      if (outputs.size() == 1) return value;
      entries.emplace_back(one.name, std::move(value));
    }
    return any ? Value::context(std::move(entries)) : Value();
  }

  [[nodiscard]] Rank rank(const std::vector<Value>& priorities, const Value& value) const {
    Rank out;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      const Value* part = outputs.size() == 1 ? &value : value.find(outputs[i].name);
      const auto* list = priorities[i].list();
      if (list == nullptr || part == nullptr) continue;
      const auto found =
          std::find_if(list->begin(), list->end(), [&](const Value& one) { return feel::equal(one, *part) == true; });
      out.push_back(static_cast<std::size_t>(found - list->begin()));
    }
    return out;
  }

  /// Outputs and their rules in order of priority; equal ones stay in order of rules.
  void by_priority(Evaluation& evaluation, std::vector<Value>& values, std::vector<std::uint32_t>& held,
                   const Scope& scope) const {
    std::vector<Value> priorities;
    for (const Output& one : outputs) {
      priorities.push_back(one.priorities ? evaluation.evaluate(*one.priorities, scope) : Value());
    }
    std::vector<std::pair<Rank, std::size_t>> order;
    for (std::size_t i = 0; i < values.size(); ++i) order.emplace_back(rank(priorities, values[i]), i);
    std::sort(order.begin(), order.end());
    std::vector<Value> sorted;
    std::vector<std::uint32_t> rules_sorted;
    for (const auto& [ignored, i] : order) {
      sorted.push_back(values[i]);
      rules_sorted.push_back(held[i]);
    }
    values = std::move(sorted);
    held = std::move(rules_sorted);
  }

  void tell(Evaluation& evaluation, const std::vector<std::uint32_t>& held) const {
    feel::Hits hits{name, {}};
    for (const std::uint32_t rule : held) hits.rules.push_back(rule + 1);
    evaluation.hit(std::move(hits));
  }

  [[nodiscard]] Value decide(Evaluation& evaluation, std::vector<std::uint32_t> held, const Scope& scope) const {
    if (held.empty()) {
      tell(evaluation, held);
      if (policy == HitPolicy::collect && aggregation == Aggregation::count) return Value(std::int64_t{0});
      return otherwise(evaluation, scope);
    }
    if (policy == HitPolicy::unique && held.size() > 1) {
      tell(evaluation, held);
      return evaluation.nothing(name + ": more than one rule holds");
    }
    std::vector<Value> values;
    values.reserve(held.size());
    for (const std::uint32_t rule : held) values.push_back(output(evaluation, rule, scope));
    if (policy == HitPolicy::priority || policy == HitPolicy::output_order)
      by_priority(evaluation, values, held, scope);
    if (policy == HitPolicy::priority || policy == HitPolicy::first) held.resize(1);
    tell(evaluation, held);
    switch (policy) {
      case HitPolicy::unique:
      case HitPolicy::first:
      case HitPolicy::priority: return values.front();
      case HitPolicy::any:
        for (const Value& value : values) {
          if (feel::equal(value, values.front()) != true) {
            return evaluation.nothing(name + ": rules that hold disagree");
          }
        }
        return values.front();
      case HitPolicy::rule_order:
      case HitPolicy::output_order: return Value::list(std::move(values));
      case HitPolicy::collect: return collected(std::move(values));
    }
    return {};
  }

  [[nodiscard]] Value collected(std::vector<Value> values) const {
    if (aggregation == Aggregation::list) return Value::list(std::move(values));
    if (aggregation == Aggregation::count) return Value(static_cast<std::int64_t>(values.size()));
    Value out = values.front();
    if (aggregation == Aggregation::sum && values.size() == 1 && out.number() == nullptr) return {};
    for (std::size_t i = 1; i < values.size(); ++i) {
      if (aggregation == Aggregation::sum) {
        out = feel::calculate(feel::Op::add, out, values[i]);
        continue;
      }
      const auto sign = feel::order(values[i], out);
      if (!sign) return {};
      if (aggregation == Aggregation::min ? *sign < 0 : *sign > 0) out = values[i];
    }
    return out;
  }
};

class TableCompiler {
 public:
  TableCompiler(const Table& table, const TablePlace& place) : table_(table), place_(place) {}

  std::shared_ptr<const feel::Logic> compile() {
    auto out = std::make_shared<CompiledTable>();
    out->name = place_.name;
    out->policy = table_.policy;
    out->aggregation = table_.aggregation;
    out->rules = static_cast<std::uint32_t>(table_.rules.size());
    for (std::size_t i = 0; i < table_.inputs.size(); ++i) out->inputs.push_back(input(i));
    for (std::size_t i = 0; i < table_.outputs.size(); ++i) out->outputs.push_back(output(i));
    for (std::size_t i = 0; i < table_.rules.size(); ++i) {
      const Rule& rule = table_.rules[i];
      if (rule.inputs.size() != table_.inputs.size() || rule.outputs.size() != table_.outputs.size()) {
        problem("rule " + std::to_string(i + 1), "it has another number of cells than the table has columns");
      }
    }
    if (out->outputs.empty()) problem("table", "it has no output");
    if (failed_) return nullptr;
    for (const Input& one : out->inputs) out->columns.emplace_back(one.cells);
    return out;
  }

 private:
  void problem(std::string place, std::string message) {
    failed_ = true;
    place_.report(place_.owner, std::move(place), std::move(message));
  }

  NodePtr parsed(base::Result<NodePtr, feel::ParseError> result, const std::string& place) {
    if (result.ok()) return *std::move(result);
    problem(place, feel::text_of(result.error()));
    return nullptr;
  }

  NodePtr expression(const std::string& text, const std::string& place) {
    if (text.empty()) return std::make_shared<const feel::Node>();
    return parsed(feel::parse_expression(text, *place_.surroundings), place);
  }

  Input input(std::size_t column) {
    const InputClause& clause = table_.inputs[column];
    const std::string name = "input " + std::to_string(column + 1);
    Input out;
    out.expression = expression(clause.expression, name);
    if (clause.values) out.values = parsed(feel::parse_unary_tests(*clause.values, *place_.surroundings), name);
    for (std::size_t i = 0; i < table_.rules.size(); ++i) {
      if (column >= table_.rules[i].inputs.size()) continue;
      const std::string& cell = table_.rules[i].inputs[column];
      out.cells.push_back(parsed(feel::parse_unary_tests(cell.empty() ? "-" : cell, *place_.surroundings),
                                 "rule " + std::to_string(i + 1) + ", " + name));
    }
    return out;
  }

  Output output(std::size_t column) {
    const OutputClause& clause = table_.outputs[column];
    const std::string name = "output " + std::to_string(column + 1);
    Output out;
    out.name = clause.name;
    if (clause.type && place_.surroundings->types != nullptr) {
      out.type = place_.surroundings->types->find(*clause.type);
      if (!out.type) out.type = feel::builtin_type(*clause.type);
    }
    if (clause.values) out.values = parsed(feel::parse_unary_tests(*clause.values, *place_.surroundings), name);
    const bool ordered = table_.policy == HitPolicy::priority || table_.policy == HitPolicy::output_order;
    if (clause.values && ordered) out.priorities = expression("[" + *clause.values + "]", name);
    if (clause.otherwise) out.otherwise = expression(*clause.otherwise, name);
    for (std::size_t i = 0; i < table_.rules.size(); ++i) {
      if (column >= table_.rules[i].outputs.size()) continue;
      out.cells.push_back(expression(table_.rules[i].outputs[column], "rule " + std::to_string(i + 1) + ", " + name));
    }
    return out;
  }

  const Table& table_;
  const TablePlace& place_;
  bool failed_ = false;
};

}  // namespace

std::shared_ptr<const feel::Logic> compile_table(const Table& table, const TablePlace& place) {
  return TableCompiler(table, place).compile();
}

}  // namespace xiezhi::core::dmn
