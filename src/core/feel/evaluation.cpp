#include "core/feel/evaluation.h"

#include <algorithm>

#include "core/feel/builtin.h"
#include "core/feel/external.h"

namespace xiezhi::core::feel {
namespace {

Value of(std::optional<bool> value) { return value ? Value(*value) : Value(); }

/// true, false, or neither.
std::optional<bool> truth(const Value& value) {
  return value.boolean() == nullptr ? std::nullopt : std::optional<bool>(*value.boolean());
}

std::optional<bool> conjunction(std::optional<bool> a, std::optional<bool> b) {
  if (a == false || b == false) return false;
  if (!a || !b) return std::nullopt;
  return true;
}

std::optional<bool> disjunction(std::optional<bool> a, std::optional<bool> b) {
  if (a == true || b == true) return true;
  if (!a || !b) return std::nullopt;
  return false;
}

/// Whether a test asks about `?` and may be true or false of it.
bool is_condition(const Node& test) {
  constexpr Op kConditions[] = {Op::both,       Op::either,        Op::equal,   Op::not_equal, Op::less,
                                Op::less_equal, Op::greater_equal, Op::greater, Op::in,        Op::instance_of,
                                Op::call,       Op::between,       Op::some,    Op::every};
  return test.asks && std::find(std::begin(kConditions), std::end(kConditions), test.op) != std::end(kConditions);
}

/// A function written in FEEL, with the names in force where it was written, and the one under which it knows itself.
class Closure final : public Function, public std::enable_shared_from_this<Closure> {
 public:
  Closure(const Node& node, Scope scope, std::string self)
      : parameters_(node.parameters),
        body_(node.parts[0]),
        scope_(std::move(scope)),
        self_(std::move(self)),
        depth_(depth_of(scope_) + 1) {}

  [[nodiscard]] Value call(Evaluation& evaluation, const std::vector<Value>& arguments) const override {
    if (arguments.size() != parameters_.size()) return evaluation.nothing("wrong number of arguments");
    Scope inner = scope_;
    if (!self_.empty()) inner = feel::bind(inner, self_, Value(std::shared_ptr<const Function>(shared_from_this())));
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      Value argument = arguments[i];
      if (parameters_[i].type) {
        Value fitting = evaluation.fitting(argument, *parameters_[i].type, "argument " + parameters_[i].name);
        if (fitting.is_null() && !argument.is_null()) return {};
        argument = std::move(fitting);
      }
      inner = feel::bind(std::move(inner), parameters_[i].name, std::move(argument));
    }
    return evaluation.evaluate(*body_, inner);
  }
  [[nodiscard]] const std::vector<Parameter>& parameters() const override { return parameters_; }
  [[nodiscard]] std::uint32_t depth() const override { return depth_; }

 private:
  std::vector<Parameter> parameters_;
  NodePtr body_;
  Scope scope_;
  std::string self_;  ///< not in `scope_`, or the function would hold itself
  std::uint32_t depth_;
};

const ZoneTable& no_zones() {
  static const ZoneTable kNone;
  return kNone;
}

}  // namespace

Evaluation::Evaluation(const World& world)
    : world_(world), zones_(world.zones == nullptr ? &no_zones() : world.zones) {}

bool Evaluation::spend(std::uint64_t steps) {
  steps_ += steps;
  if (steps_ > world_.limits.steps) exhausted_ = true;
  return !exhausted_;
}

void Evaluation::note(std::string text) {
  if (notes_.size() < world_.limits.notes) notes_.push_back(std::move(text));
}

Value Evaluation::nothing(std::string why) {
  note(std::move(why));
  return {};
}

bool Evaluation::enter() {
  if (++depth_ > world_.limits.depth) exhausted_ = true;
  return !exhausted_;
}

Value Evaluation::evaluate(const Node& node, const Scope& scope) {
  if (node.op == Op::constant) return node.constant;
  if (!enter() || !spend(1)) {
    leave();
    return {};
  }
  Value out = evaluate_node(node, scope);
  leave();
  return out;
}

Value Evaluation::evaluate_node(const Node& node, const Scope& scope) {
  switch (node.op) {
    case Op::constant: return node.constant;
    case Op::name: return name(node, scope);
    case Op::question: return question_;
    case Op::negate:
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::power: return arithmetic(node, scope);
    case Op::both:
    case Op::either: return logic(node, scope);
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::between: return compared(node, scope);
    case Op::in: return in(node, scope);
    case Op::instance_of: return Value(is_instance(evaluate(*node.parts[0], scope), *node.type));
    case Op::list: return list(node, scope);
    case Op::context: return context(node, scope);
    case Op::range:
    case Op::comparison: return range(node, scope);
    case Op::filter: {
      const Value whole = evaluate(*node.parts[0], scope);
      return filtered(*this, whole,
                      [&](const Value& item) { return evaluate(*node.parts[1], item_scope(scope, item)); });
    }
    case Op::path: {
      const Value whole = evaluate(*node.parts[0], scope);
      if (whole.list() != nullptr && !spend(whole.list()->size())) return {};
      return property(whole, node.text);
    }
    case Op::call: return invoke(node, scope);
    case Op::define: return define(node, scope, "");
    case Op::external: return Value(external_function(node.parameters, evaluate(*node.parts[0], scope)));
    case Op::choose: return evaluate(*node.parts[evaluate(*node.parts[0], scope).is_true() ? 1 : 2], scope);
    case Op::iterate: return iterate(node, scope);
    case Op::some:
    case Op::every: return quantified(node, scope);
    case Op::interval:
    case Op::tests:
    case Op::anything: return Value(passes(node, question_, scope));
    case Op::result: return result(node, scope);
    case Op::cast: return fitting(evaluate(*node.parts[0], scope), *node.type, node.text);
    case Op::pick: {
      const auto truth = truth_of(evaluate(*node.parts[0], scope));
      if (!truth) return nothing("a condition is no truth value");
      return evaluate(*node.parts[truth->value_or(false) ? 1 : 2], scope);
    }
    case Op::logic: return node.logic->evaluate(*this, scope);
  }
  return {};
}

Value Evaluation::name(const Node& node, const Scope& scope) {
  if (const Value* found = look_up(scope, node.text)) return *found;
  if (auto function = builtin(node.text)) return Value(std::move(function));
  return nothing("unknown name " + node.text);
}

Value Evaluation::arithmetic(const Node& node, const Scope& scope) {
  const Value a = evaluate(*node.parts[0], scope);
  if (node.op == Op::negate) {
    if (a.number() != nullptr) return Value(-*a.number());
    if (a.seconds() != nullptr) return Value(Seconds{-a.seconds()->value});
    if (a.months() != nullptr) return Value(Months{-a.months()->value});
    return nothing("only a number or a duration can be negated");
  }
  const Value b = evaluate(*node.parts[1], scope);
  if (a.string() != nullptr && b.string() != nullptr && !spend((a.string()->size() + b.string()->size()) / 16)) {
    return {};
  }
  Value out = calculate(node.op, a, b);
  if (out.is_null()) {
    note("no such calculation with " + std::string(name_of(a.kind())) + " and " + std::string(name_of(b.kind())));
  }
  return out;
}

Value Evaluation::logic(const Node& node, const Scope& scope) {
  const bool both = node.op == Op::both;
  const auto a = truth(evaluate(*node.parts[0], scope));
  if (a == !both) return Value(!both);
  const auto b = truth(evaluate(*node.parts[1], scope));
  return of(both ? conjunction(a, b) : disjunction(a, b));
}

Value Evaluation::compared(const Node& node, const Scope& scope) {
  const Value a = evaluate(*node.parts[0], scope);
  const Value b = evaluate(*node.parts[1], scope);
  if (node.op == Op::equal) return of(equal(a, b));
  if (node.op == Op::not_equal) {
    const auto same = equal(a, b);
    return same ? Value(!*same) : Value();
  }
  const auto sign = order(a, b);
  if (node.op == Op::between) {
    const auto high = order(a, evaluate(*node.parts[2], scope));
    if (!sign || !high) return nothing("the value and the ends of between cannot be compared");
    return Value(*sign >= 0 && *high <= 0);
  }
  if (!sign) return nothing("values that cannot be compared");
  if (node.op == Op::less) return Value(*sign < 0);
  if (node.op == Op::less_equal) return Value(*sign <= 0);
  return Value(node.op == Op::greater ? *sign > 0 : *sign >= 0);
}

Value Evaluation::range(const Node& node, const Scope& scope) {
  Range out = node.range;
  const Value operand = evaluate(*node.parts[0], scope);
  if (node.op == Op::range) {
    out.low = operand;
    out.high = evaluate(*node.parts[1], scope);
    return Value::range(std::move(out));
  }
  if (node.asks || operand.is_null()) {
    if (out.form != RangeForm::equal && out.form != RangeForm::not_equal && operand.is_null()) return {};
  }
  const bool low = out.form == RangeForm::greater || out.form == RangeForm::greater_equal;
  const bool same = out.form == RangeForm::equal || out.form == RangeForm::not_equal;
  if (low || same) out.low = operand;
  if (!low) out.high = operand;
  out.low_included = out.form == RangeForm::greater_equal || out.form == RangeForm::equal;
  out.high_included = out.form == RangeForm::less_equal || out.form == RangeForm::equal;
  return Value::range(std::move(out));
}

std::optional<bool> Evaluation::test(const Node& node, const Value& input, const Scope& scope) {
  return matches(evaluate(node, scope), input);
}

std::optional<bool> Evaluation::matches(const Value& found, const Value& input) {
  if (found.range() != nullptr && input.range() == nullptr) return contains(*found.range(), input);
  if (found.list() != nullptr) {
    if (!spend(found.list()->size())) return std::nullopt;
    if (equal(found, input) == true) return true;
    for (const Value& item : *found.list()) {
      if (item.range() != nullptr && contains(*item.range(), input) == true) return true;
      if (equal(item, input) == true) return true;
    }
    return false;
  }
  return equal(found, input);
}

Value Evaluation::in(const Node& node, const Scope& scope) {
  const Value input = evaluate(*node.parts[0], scope);
  std::optional<bool> out = false;
  for (std::size_t i = 1; i < node.parts.size(); ++i) {
    const Node& one = *node.parts[i];
    if (!question_.is_null() || !is_condition(one)) {
      out = disjunction(out, test(one, input, scope));
      continue;
    }
    // Where no cell gives `?` a value, it is what is looked for: `5 in (? > 3)`.
    question_ = input;
    const Value said = evaluate(one, scope);
    question_ = {};
    const bool answers = said.is_null() || said.boolean() != nullptr;
    out = disjunction(out, answers ? truth(said) : matches(said, input));
  }
  return of(out);
}

bool Evaluation::passes_one(const Node& node, const Value& input, const Scope& scope) {
  if (node.asks && node.op != Op::comparison) return evaluate(node, scope).is_true();
  if (test(node, input, scope) == true) return true;
  // A condition that does not name the input: it holds, or it does not.
  const bool condition = node.op != Op::constant && node.op != Op::name && node.op != Op::path;
  return condition && input.boolean() == nullptr && evaluate(node, scope).is_true();
}

bool Evaluation::passes(const Node& tests, const Value& input, const Scope& scope) {
  if (tests.op == Op::anything) return true;
  const Value kept = std::exchange(question_, input);
  bool any = false;
  if (tests.op == Op::tests) {
    for (const NodePtr& one : tests.parts) any = any || passes_one(*one, input, scope);
    if (tests.negated && input.is_null() && !any) any = true;
  } else {
    any = passes_one(tests, input, scope);
  }
  question_ = kept;
  return any != tests.negated && !exhausted_;
}

Value Evaluation::list(const Node& node, const Scope& scope) {
  std::vector<Value> items;
  items.reserve(node.parts.size());
  for (const NodePtr& part : node.parts) items.push_back(evaluate(*part, scope));
  Value out = Value::list(std::move(items));
  if (out.is_null()) note("a list would nest too deeply or be too large");
  return out;
}

Value Evaluation::context(const Node& node, const Scope& scope) {
  std::vector<Value::Entry> entries;
  Scope inner = scope;
  for (std::size_t i = 0; i < node.parts.size(); ++i) {
    for (const auto& entry : entries) {
      if (entry.first == node.names[i]) return nothing("entry " + node.names[i] + " stands twice");
    }
    Value value = entry(*node.parts[i], node.names[i], inner);
    if (i + 1 < node.parts.size()) inner = feel::bind(std::move(inner), node.names[i], value);
    entries.emplace_back(node.names[i], std::move(value));
  }
  return Value::context(std::move(entries));
}

Value Evaluation::result(const Node& node, const Scope& scope) {
  Scope inner = scope;
  for (std::size_t i = 0; i + 1 < node.parts.size(); ++i) {
    inner = feel::bind(inner, node.names[i], entry(*node.parts[i], node.names[i], inner));
  }
  return evaluate(*node.parts.back(), inner);
}

bool Evaluation::admits(const Value& value, const Type& type) {
  if (value.is_null()) return true;
  for (const NodePtr& tests : type.allowed) {
    if (!passes(*tests, value, nullptr)) return false;
  }
  if (type.shape == Shape::list && value.list() != nullptr) {
    for (const Value& item : *value.list()) {
      if (!admits(item, *type.element)) return false;
    }
  }
  for (const auto& [name, part] : type.parts) {
    const Value* entry = type.shape == Shape::context ? value.find(name) : nullptr;
    if (entry != nullptr && !admits(*entry, *part)) return false;
  }
  return true;
}

Value Evaluation::fitting(const Value& value, const Type& type, const std::string& what) {
  auto out = coerce(value, type);
  if (!out) return nothing(what + " is not of its type: " + std::string(name_of(value.kind())));
  if (!admits(*out, type)) return nothing(what + " has a value that its type does not allow");
  return *std::move(out);
}

Value Evaluation::call(const Value& function, const std::vector<Value>& arguments) {
  if (function.function() == nullptr) return nothing("what is called is no function");
  if (!enter() || !spend(1)) {
    leave();
    return {};
  }
  Value out = (*function.function())->call(*this, arguments);
  leave();
  return out;
}

Value Evaluation::invoke(const Node& node, const Scope& scope) {
  const Value function = evaluate(*node.parts[0], scope);
  if (function.function() == nullptr) return nothing("what is called is no function");
  std::vector<Value> arguments;
  arguments.reserve(node.parts.size() - 1);
  for (std::size_t i = 1; i < node.parts.size(); ++i) arguments.push_back(evaluate(*node.parts[i], scope));
  if (exhausted_) return {};
  if (!node.names.empty()) return (*function.function())->call_named(*this, node.names, arguments);
  return (*function.function())->call(*this, arguments);
}

Value Evaluation::entry(const Node& node, const std::string& name, const Scope& scope) {
  const bool free = look_up(scope, name) == nullptr && builtin(name) == nullptr;
  return node.op == Op::define && free ? define(node, scope, name) : evaluate(node, scope);
}

Value Evaluation::define(const Node& node, const Scope& scope, const std::string& self) {
  auto closure = std::make_shared<const Closure>(node, scope, self);
  if (closure->depth() > kDeepestValue) return nothing("a function that keeps too much inside each other");
  return Value(std::shared_ptr<const Function>(std::move(closure)));
}

}  // namespace xiezhi::core::feel
