// Types of FEEL (DMN 1.5, 10.3.1.2 and 10.3.2.9): built-in ones and those of item definitions.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/feel/value.h"

namespace xiezhi::core::feel {

struct Node;
struct Type;
using TypePtr = std::shared_ptr<const Type>;

enum class Shape : std::uint8_t { any, null, plain, list, context, range, function };

struct Type {
  Shape shape = Shape::any;
  Kind kind = Kind::null;                              ///< of a plain type
  TypePtr element;                                     ///< of a list or range; result of a function
  std::vector<std::pair<std::string, TypePtr>> parts;  ///< entries of a context, parameters of a function
  bool open = false;                                   ///< "context", "list", "function" without more
  std::vector<std::shared_ptr<const Node>> allowed;    ///< unary tests that the value passes, all of them
};

/// Finds the types of the model at hand.
class TypeNames {
 public:
  virtual ~TypeNames() = default;
  [[nodiscard]] virtual TypePtr find(std::string_view name) const = 0;
  /// Names with spaces or signs in them, which a parser must know to read.
  [[nodiscard]] virtual const std::vector<std::string>& names() const = 0;
};

TypePtr any_type();
TypePtr plain_type(Kind kind);
TypePtr list_type(TypePtr element);
/// "number", "date and time", "dateTime", "yearMonthDuration", …; null for another name.
TypePtr builtin_type(std::string_view name);
/// Names of built-in types with spaces in them, the longest first.
const std::vector<std::string>& builtin_type_names();

/// `instance of`; allowed values do not count. Null is of no type.
bool is_instance(const Value& value, const Type& type);
/// As is_instance, with null accepted.
bool conforms(const Value& value, const Type& type);
/// The value as one of that type: as it is, a single item out of its list, into a list, a date at midnight
/// (10.3.2.9.4); nothing when it cannot be one.
std::optional<Value> coerce(const Value& value, const Type& type);

}  // namespace xiezhi::core::feel
