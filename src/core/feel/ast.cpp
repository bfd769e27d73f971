#include "core/feel/ast.h"

#include <algorithm>

namespace xiezhi::core::feel {

Binding::~Binding() {
  // A long chain is taken apart in a loop: one call inside another for each name could overflow the stack.
  Scope next = std::move(outer);
  while (next && next.use_count() == 1) {
    Scope following = std::move(const_cast<Binding&>(*next).outer);
    next = std::move(following);
  }
}

Scope bind(Scope outer, std::string name, Value value) {
  return std::make_shared<const Binding>(std::move(name), std::move(value), false, std::move(outer));
}

Scope open(Scope outer, Value context) {
  return std::make_shared<const Binding>("", std::move(context), true, std::move(outer));
}

const Value* look_up(const Scope& scope, std::string_view name) {
  for (const Binding* at = scope.get(); at != nullptr; at = at->outer.get()) {
    if (at->opens) {
      if (const Value* found = at->value.find(name)) return found;
    } else if (at->name == name) {
      return &at->value;
    }
  }
  return nullptr;
}

std::uint32_t depth_of(const Scope& scope) {
  std::uint32_t out = 0;
  for (const Binding* at = scope.get(); at != nullptr; at = at->outer.get()) out = std::max(out, at->value.depth());
  return out;
}

Value Function::call_named(Evaluation& evaluation, const std::vector<std::string>& names,
                           const std::vector<Value>& arguments) const {
  const auto& wanted = parameters();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto is_meant = [&](const Parameter& parameter) { return parameter.name == names[i]; };
    const bool known = std::any_of(wanted.begin(), wanted.end(), is_meant);
    if (!known || std::count(names.begin(), names.end(), names[i]) != 1) return {};
  }
  std::vector<Value> ordered;
  ordered.reserve(wanted.size());
  for (const Parameter& parameter : wanted) {
    const auto found = std::find(names.begin(), names.end(), parameter.name);
    ordered.push_back(found == names.end() ? Value() : arguments[static_cast<std::size_t>(found - names.begin())]);
  }
  return call(evaluation, ordered);
}

}  // namespace xiezhi::core::feel
