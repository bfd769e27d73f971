// Evaluating syntax trees. What cannot be computed is null with a note that says why; only a limit is an error.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/feel/ast.h"
#include "core/feel/value.h"
#include "core/feel/zone.h"

namespace xiezhi::core::feel {

/// The rules of a decision table that held, from 1.
struct Hits {
  std::string table;
  std::vector<std::uint32_t> rules;
};

struct Limits {
  std::uint64_t steps = 5'000'000;  ///< nodes evaluated and items made
  std::uint32_t depth = 1'000;      ///< nodes and calls inside each other
  std::size_t notes = 32;
};

/// What evaluation may ask of the world: nothing that is not handed in.
struct World {
  const ZoneTable* zones = nullptr;  ///< null: no zones
  std::optional<DateTime> now;       ///< for now() and today(); null there when absent
  Limits limits;
};

class Evaluation {
 public:
  explicit Evaluation(const World& world);

  [[nodiscard]] Value evaluate(const Node& node, const Scope& scope);
  /// Whether an input passes a cell.
  [[nodiscard]] bool passes(const Node& tests, const Value& input, const Scope& scope);
  /// Calls a function value; null with a note for anything else.
  [[nodiscard]] Value call(const Value& function, const std::vector<Value>& arguments);

  /// The value as one of a type, its allowed values included; null with a note about `what` otherwise.
  [[nodiscard]] Value fitting(const Value& value, const Type& type, const std::string& what);

  /// Counts work; false when there was too much of it, and everything is null from then on.
  bool spend(std::uint64_t steps);
  void note(std::string text);
  Value nothing(std::string why);  ///< null, with a note

  void hit(Hits hits) { hits_.push_back(std::move(hits)); }
  [[nodiscard]] const std::vector<Hits>& hits() const { return hits_; }
  [[nodiscard]] bool exhausted() const { return exhausted_; }
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  [[nodiscard]] const ZoneTable& zones() const { return *zones_; }
  [[nodiscard]] const std::optional<DateTime>& now() const { return world_.now; }
  /// A level of calls; `false` from entering says it is too deep.
  bool enter();
  void leave() { --depth_; }

 private:
  [[nodiscard]] Value result(const Node& node, const Scope& scope);
  [[nodiscard]] bool admits(const Value& value, const Type& type);
  [[nodiscard]] Value evaluate_node(const Node& node, const Scope& scope);
  [[nodiscard]] Value arithmetic(const Node& node, const Scope& scope);
  [[nodiscard]] Value logic(const Node& node, const Scope& scope);
  [[nodiscard]] Value compared(const Node& node, const Scope& scope);
  [[nodiscard]] Value range(const Node& node, const Scope& scope);
  [[nodiscard]] Value in(const Node& node, const Scope& scope);
  [[nodiscard]] std::optional<bool> test(const Node& test, const Value& input, const Scope& scope);
  /// Whether the value of a test, a range or a list of them is met.
  [[nodiscard]] std::optional<bool> matches(const Value& found, const Value& input);
  [[nodiscard]] bool passes_one(const Node& test, const Value& input, const Scope& scope);
  [[nodiscard]] Value list(const Node& node, const Scope& scope);
  [[nodiscard]] Value context(const Node& node, const Scope& scope);
  [[nodiscard]] Value name(const Node& node, const Scope& scope);
  [[nodiscard]] Value invoke(const Node& node, const Scope& scope);
  /// An entry of a context. A function may call itself by the name of its entry where that name means nothing else.
  [[nodiscard]] Value entry(const Node& node, const std::string& name, const Scope& scope);
  [[nodiscard]] Value define(const Node& node, const Scope& scope, const std::string& self);
  [[nodiscard]] Value iterate(const Node& node, const Scope& scope);
  [[nodiscard]] Value quantified(const Node& node, const Scope& scope);

  World world_;
  const ZoneTable* zones_;
  Value question_;
  std::uint64_t steps_ = 0;
  std::uint32_t depth_ = 0;
  bool exhausted_ = false;
  std::vector<std::string> notes_;
  std::vector<Hits> hits_;
};

/// `a op b` for the arithmetic operators; null where it is not defined.
Value calculate(Op op, const Value& a, const Value& b);
/// `value.name`: an entry, a property of a date, time, duration or range, or those of each item of a list.
Value property(const Value& value, std::string_view name);
/// What an iteration over a value goes through; nothing when it cannot be gone through.
std::optional<std::vector<Value>> items_of_domain(const Value& value);
/// low..high of integers or dates, up or down; nothing for other values or too many.
std::optional<std::vector<Value>> items_between(const Value& low, const Value& high);
/// The items of `list` that a condition lets through, or the one at an index (10.3.2.5). `condition` is asked per item.
template <typename Condition>
Value filtered(Evaluation& evaluation, const Value& list, Condition condition);
/// A value of a filter or quantifier: true, false, null, or (outer nothing) no truth value at all.
std::optional<std::optional<bool>> truth_of(const Value& value);
/// Scope in which the condition of a filter is asked about an item.
Scope item_scope(const Scope& outer, const Value& item);
/// "some" and "every" over truth values; null as soon as one of them is no truth value.
Value quantify(bool every, const std::vector<Value>& results);

template <typename Condition>
Value filtered(Evaluation& evaluation, const Value& list, Condition condition) {
  if (list.is_null()) return {};
  const std::vector<Value> single = list.list() == nullptr ? std::vector<Value>{list} : std::vector<Value>();
  const std::vector<Value>& items = list.list() == nullptr ? single : *list.list();
  const Value first = condition(items.empty() ? Value() : items.front());
  if (first.number() != nullptr) {
    const auto index = first.number()->truncated();
    const auto size = static_cast<std::int64_t>(items.size());
    if (!index || *index == 0 || *index > size || *index < -size) return evaluation.nothing("the index is outside");
    return items[static_cast<std::size_t>(*index > 0 ? *index - 1 : size + *index)];
  }
  std::vector<Value> out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto truth = truth_of(i == 0 ? first : condition(items[i]));
    if (!truth) return evaluation.nothing("a filter is no truth value");
    if (truth->value_or(false)) out.push_back(items[i]);
  }
  return evaluation.spend(items.size()) ? Value::list(std::move(out)) : Value();
}

}  // namespace xiezhi::core::feel
