// Context functions (DMN 1.5, 10.3.4.10).
#include "core/feel/builtin.h"
#include "core/feel/evaluation.h"

namespace xiezhi::core::feel {
namespace {

using Entries = std::vector<Value::Entry>;

Value get_value(Evaluation&, Arguments arguments) {
  const std::string* key = single(arguments[1]).string();
  if (key == nullptr) return {};
  const Value* found = single(arguments[0]).find(*key);
  return found == nullptr ? Value() : *found;
}

Value get_entries(Evaluation&, Arguments arguments) {
  const Value& context = single(arguments[0]);
  if (context.context() == nullptr) return {};
  std::vector<Value> out;
  for (const auto& [name, value] : *context.context()) {
    out.push_back(Value::context({{"key", Value(name)}, {"value", value}}));
  }
  return Value::list(std::move(out));
}

void put(Entries& entries, const std::string& key, const Value& value) {
  for (auto& entry : entries) {
    if (entry.first == key) {
      entry.second = value;
      return;
    }
  }
  entries.emplace_back(key, value);
}

/// context put at a path of keys.
Value put_at(const Value& context, std::span<const Value> keys, const Value& value) {
  if (context.context() == nullptr || keys.empty() || keys[0].string() == nullptr) return {};
  Entries entries = *context.context();
  if (keys.size() == 1) {
    put(entries, *keys[0].string(), value);
    return Value::context(std::move(entries));
  }
  const Value* inner = context.find(*keys[0].string());
  if (inner == nullptr) return {};
  const Value changed = put_at(*inner, keys.subspan(1), value);
  if (changed.is_null()) return {};
  put(entries, *keys[0].string(), changed);
  return Value::context(std::move(entries));
}

Value context_put(Evaluation&, Arguments arguments) {
  if (arguments[1].list() != nullptr) {
    if (arguments[1].list()->size() > kDeepestValue) return {};
    return put_at(single(arguments[0]), *arguments[1].list(), arguments[2]);
  }
  return put_at(single(arguments[0]), std::span(&arguments[1], 1), arguments[2]);
}

Value context_merge(Evaluation& evaluation, Arguments arguments) {
  const std::vector<Value> alone = {arguments[0]};
  const std::vector<Value>& contexts = arguments[0].list() == nullptr ? alone : *arguments[0].list();
  Entries out;
  for (const Value& context : contexts) {
    if (context.context() == nullptr) return {};
    for (const auto& [name, value] : *context.context()) {
      if (!evaluation.spend(1 + out.size() / 8)) return {};
      put(out, name, value);
    }
  }
  return Value::context(std::move(out));
}

Value context_of(Evaluation& evaluation, Arguments arguments) {
  const std::vector<Value> alone = {arguments[0]};
  const std::vector<Value>& entries = arguments[0].list() == nullptr ? alone : *arguments[0].list();
  Entries out;
  for (const Value& entry : entries) {
    const Value* key = entry.find("key");
    const Value* value = entry.find("value");
    if (key == nullptr || value == nullptr || key->string() == nullptr) return {};
    if (!evaluation.spend(1 + out.size() / 8)) return {};
    for (const auto& known : out) {
      if (known.first == *key->string()) return {};
    }
    out.emplace_back(*key->string(), *value);
  }
  return Value::context(std::move(out));
}

constexpr Builtin kTable[] = {
    {"get value", "m,key", get_value, false},
    {"get entries", "m", get_entries, false},
    {"context", "entries", context_of, false},
    {"context put", "context,key,value", context_put, false},
    {"context put", "context,keys,value", context_put, false},
    {"context merge", "contexts", context_merge, false},
};

}  // namespace

std::span<const Builtin> context_builtins() { return kTable; }

}  // namespace xiezhi::core::feel
