// for, some, every: going through the domains, the last one fastest.
#include "core/feel/evaluation.h"

namespace xiezhi::core::feel {
namespace {

constexpr std::int64_t kMostItems = 1'000'000;

bool mentions(const Node& node, std::string_view name) {
  if (node.op == Op::name && node.text == name) return true;
  for (const NodePtr& part : node.parts) {
    if (mentions(*part, name)) return true;
  }
  return false;
}

/// Calls `visit(scope)` for each combination of the domains; false from it ends the walk. False when a domain is none.
template <typename Visit>
bool walk(Evaluation& evaluation, const Node& node, std::size_t at, const Scope& scope, Visit& visit) {
  if (at == node.names.size()) return visit(scope);
  const Node& domain = *node.parts[at];
  std::optional<std::vector<Value>> items;
  if (domain.op == Op::interval) {
    items = items_between(evaluation.evaluate(*domain.parts[0], scope), evaluation.evaluate(*domain.parts[1], scope));
  } else {
    items = items_of_domain(evaluation.evaluate(domain, scope));
  }
  if (!items) {
    evaluation.note("the domain of " + node.names[at] + " cannot be gone through");
    return false;
  }
  if (!evaluation.spend(items->size())) return false;
  for (Value& item : *items) {
    if (!walk(evaluation, node, at + 1, feel::bind(scope, node.names[at], std::move(item)), visit)) return false;
  }
  return true;
}

}  // namespace

std::optional<std::vector<Value>> items_between(const Value& low, const Value& high) {
  std::vector<Value> out;
  if (low.number() != nullptr && high.number() != nullptr) {
    const auto from = low.number()->integer();
    const auto to = high.number()->integer();
    if (!from || !to) return std::nullopt;
    const std::int64_t step = *from <= *to ? 1 : -1;
    if (*from > INT64_MAX / 4 || *from < -INT64_MAX / 4 || *to > INT64_MAX / 4 || *to < -INT64_MAX / 4 ||
        (*to - *from) * step >= kMostItems) {
      return std::nullopt;
    }
    for (std::int64_t i = *from; i != *to + step; i += step) out.emplace_back(i);
    return out;
  }
  if (low.date() == nullptr || high.date() == nullptr) return std::nullopt;
  const std::int64_t from = days_of(*low.date());
  const std::int64_t to = days_of(*high.date());
  const std::int64_t step = from <= to ? 1 : -1;
  if ((to - from) * step >= kMostItems) return std::nullopt;
  for (std::int64_t i = from; i != to + step; i += step) out.emplace_back(date_of(i));
  return out;
}

std::optional<std::vector<Value>> items_of_domain(const Value& value) {
  if (value.is_null()) return std::nullopt;
  if (value.list() != nullptr) return *value.list();
  if (value.range() == nullptr) return std::vector<Value>{value};
  const Range& range = *value.range();
  const auto sign = order(range.low, range.high);
  if (range.form != RangeForm::ends || !sign || *sign > 0) return std::nullopt;
  auto items = items_between(range.low, range.high);
  if (!items) return std::nullopt;
  if (!range.high_included && !items->empty()) items->pop_back();
  if (!range.low_included && !items->empty()) items->erase(items->begin());
  return items;
}

std::optional<std::optional<bool>> truth_of(const Value& value) {
  if (value.is_null()) return std::optional<bool>();
  if (value.boolean() == nullptr) return std::nullopt;
  return std::optional<bool>(*value.boolean());
}

Scope item_scope(const Scope& outer, const Value& item) {
  Scope inner = feel::bind(outer, "item", item);
  return item.context() == nullptr ? inner : open(std::move(inner), item);
}

Value quantify(bool every, const std::vector<Value>& results) {
  bool unknown = false;
  bool decided = false;
  for (const Value& result : results) {
    const auto truth = truth_of(result);
    if (!truth) return {};
    unknown = unknown || !*truth;
    decided = decided || *truth == !every;
  }
  if (decided) return Value(!every);
  return unknown ? Value() : Value(every);
}

Value Evaluation::iterate(const Node& node, const Scope& scope) {
  const Node& body = *node.parts.back();
  const bool wants_partial = mentions(body, "partial");
  std::vector<Value> out;
  auto visit = [&](const Scope& inner) {
    if (wants_partial && !spend(out.size())) return false;
    out.push_back(evaluate(body, wants_partial ? feel::bind(inner, "partial", Value::list(out)) : inner));
    return !exhausted();
  };
  if (!walk(*this, node, 0, scope, visit)) return {};
  return Value::list(std::move(out));
}

Value Evaluation::quantified(const Node& node, const Scope& scope) {
  const Node& condition = *node.parts.back();
  std::vector<Value> results;
  auto visit = [&](const Scope& inner) {
    results.push_back(evaluate(condition, inner));
    return !exhausted();
  };
  if (!walk(*this, node, 0, scope, visit)) return {};
  return quantify(node.op == Op::every, results);
}

}  // namespace xiezhi::core::feel
