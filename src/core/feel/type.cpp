#include "core/feel/type.h"

#include <array>

#include "core/feel/function.h"

namespace xiezhi::core::feel {
namespace {

struct TypeName {
  std::string_view name;
  Shape shape;
  Kind kind;
};

constexpr TypeName kTypes[] = {
    {"Any", Shape::any, Kind::null},
    {"Null", Shape::null, Kind::null},
    {"number", Shape::plain, Kind::number},
    {"string", Shape::plain, Kind::string},
    {"boolean", Shape::plain, Kind::boolean},
    {"date", Shape::plain, Kind::date},
    {"time", Shape::plain, Kind::time},
    {"date and time", Shape::plain, Kind::date_time},
    {"dateTime", Shape::plain, Kind::date_time},
    {"days and time duration", Shape::plain, Kind::seconds},
    {"dayTimeDuration", Shape::plain, Kind::seconds},
    {"years and months duration", Shape::plain, Kind::months},
    {"yearMonthDuration", Shape::plain, Kind::months},
    {"list", Shape::list, Kind::null},
    {"context", Shape::context, Kind::null},
    {"range", Shape::range, Kind::null},
    {"function", Shape::function, Kind::null},
};

bool is_function(const Value& value, const Type& type) {
  if (value.function() == nullptr) return false;
  if (type.open) return true;
  const Function& function = **value.function();
  const auto& parameters = function.parameters();
  if (parameters.size() != type.parts.size()) return false;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (!type_conforms(*type.parts[i].second, parameters[i].type ? *parameters[i].type : *any_type())) return false;
  }
  // What a function gives is often not declared; then only calling it can tell.
  return !function.result() || type_conforms(*function.result(), *type.element);
}

bool is_range_of(const Range& range, const Type& element) {
  const bool low = range.low.is_null() || is_instance(range.low, element);
  return low && (range.high.is_null() || is_instance(range.high, element));
}

}  // namespace

TypePtr any_type() {
  static const TypePtr kAny = std::make_shared<const Type>();
  return kAny;
}

TypePtr plain_type(Kind kind) {
  Type type;
  type.shape = Shape::plain;
  type.kind = kind;
  return std::make_shared<const Type>(std::move(type));
}

TypePtr list_type(TypePtr element) {
  Type type;
  type.shape = Shape::list;
  type.element = std::move(element);
  return std::make_shared<const Type>(std::move(type));
}

TypePtr builtin_type(std::string_view name) {
  for (const std::string_view prefix : {"feel:", "feel."}) {
    if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  }
  for (const TypeName& known : kTypes) {
    if (known.name != name) continue;
    Type type;
    type.shape = known.shape;
    type.kind = known.kind;
    type.open = known.shape != Shape::plain && known.shape != Shape::any;
    type.element = known.shape == Shape::list || known.shape == Shape::range || known.shape == Shape::function
                       ? any_type()
                       : nullptr;
    return std::make_shared<const Type>(std::move(type));
  }
  return nullptr;
}

const std::vector<std::string>& builtin_type_names() {
  static const std::vector<std::string> kNames = {"years and months duration", "days and time duration",
                                                  "date and time"};
  return kNames;
}

bool is_instance(const Value& value, const Type& type) {
  if (type.shape == Shape::null) return value.is_null();
  return !value.is_null() && conforms(value, type);
}

bool conforms(const Value& value, const Type& type) {
  if (value.is_null()) return true;
  switch (type.shape) {
    case Shape::any: return true;
    case Shape::null: return false;
    case Shape::plain: return value.kind() == type.kind;
    case Shape::function: return is_function(value, type);
    case Shape::range: return value.range() != nullptr && is_range_of(*value.range(), *type.element);
    case Shape::list:
      if (value.list() == nullptr) return false;
      for (const Value& item : *value.list()) {
        if (!conforms(item, *type.element)) return false;
      }
      return true;
    case Shape::context: break;
  }
  if (value.context() == nullptr) return false;
  for (const auto& [name, part] : type.parts) {
    const Value* entry = value.find(name);
    if (entry == nullptr || !conforms(*entry, *part)) return false;
  }
  return true;
}

bool type_conforms(const Type& narrow, const Type& wide) {
  if (wide.shape == Shape::any || narrow.shape == Shape::null) return true;
  if (narrow.shape != wide.shape) return false;
  switch (wide.shape) {
    case Shape::any:
    case Shape::null: return true;
    case Shape::plain: return narrow.kind == wide.kind;
    case Shape::list:
    case Shape::range: return type_conforms(*narrow.element, *wide.element);
    case Shape::function:
      if (wide.open || narrow.open) return true;
      if (narrow.parts.size() != wide.parts.size()) return false;
      for (std::size_t i = 0; i < wide.parts.size(); ++i) {
        if (!type_conforms(*wide.parts[i].second, *narrow.parts[i].second)) return false;
      }
      return type_conforms(*narrow.element, *wide.element);
    case Shape::context: break;
  }
  for (const auto& [name, part] : wide.parts) {
    const TypePtr* found = nullptr;
    for (const auto& [other, type] : narrow.parts) {
      if (other == name) found = &type;
    }
    if (found == nullptr || !type_conforms(**found, *part)) return false;
  }
  return true;
}

std::optional<Value> coerce(const Value& value, const Type& type) {
  if (conforms(value, type)) return value;
  if (value.list() != nullptr && value.list()->size() == 1) {
    const Value& only = value.list()->front();
    if (!only.is_null() && type.shape != Shape::list && conforms(only, type)) return only;
  }
  if (type.shape == Shape::list && value.list() == nullptr) {
    if (const auto item = coerce(value, *type.element)) return Value::list({*item});
  }
  if (type.shape == Shape::plain && type.kind == Kind::date_time && value.date() != nullptr) {
    return Value(midnight(*value.date()));
  }
  return std::nullopt;
}

}  // namespace xiezhi::core::feel
