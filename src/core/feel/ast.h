// The syntax tree of a FEEL expression, and the names in force where it is evaluated.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/feel/function.h"
#include "core/feel/type.h"
#include "core/feel/value.h"

namespace xiezhi::core::feel {

enum class Op : std::uint8_t {
  constant,
  name,
  question,  ///< `?`: the value a unary test is about
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  both,    ///< and
  either,  ///< or
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  between,  ///< value, low, high
  in,       ///< value, then tests
  instance_of,
  list,
  context,     ///< names, values
  range,       ///< low, high, `range`
  comparison,  ///< a range of one comparison: operand, `range.form`
  filter,      ///< list, condition
  path,        ///< value, text
  call,        ///< function, arguments, with names when they are named
  define,      ///< parameters, body
  external,    ///< a function defined elsewhere: parameters, and the context that says where
  choose,      ///< if: condition, then, else
  iterate,     ///< for: domains (low, or low and high), then the body
  some,        ///< domains, then the condition
  every,       ///< domains, then the condition
  interval,    ///< domain of an iteration: low, high
  tests,       ///< unary tests: any of them; negated when `negated`
  anything,    ///< `-`
  // Boxed expressions, which no text can write:
  result,  ///< a context whose last part, without a name, is the value of the whole
  cast,    ///< the value as one of `type`, or null
  pick,    ///< a conditional whose condition must be a truth value
  logic    ///< a decision table
};

class Evaluation;
struct Binding;

/// Logic that is no expression, such as a decision table.
class Logic {
 public:
  virtual ~Logic() = default;
  [[nodiscard]] virtual Value evaluate(Evaluation& evaluation, const std::shared_ptr<const Binding>& scope) const = 0;
};

struct Node;
using NodePtr = std::shared_ptr<const Node>;

struct Node {
  Op op = Op::constant;
  std::vector<NodePtr> parts;
  std::string text;
  std::vector<std::string> names;
  std::vector<Parameter> parameters;
  Value constant;
  TypePtr type;
  Range range;           ///< which ends are included, and the form
  bool negated = false;  ///< of `tests`
  bool asks = false;     ///< `?` occurs in it
  std::shared_ptr<const Logic> logic;
  std::uint32_t depth = 1;
};

/// Names in force, innermost first: a chain that never changes, so that a function keeps what it was made in.
struct Binding {
  std::string name;
  Value value;
  bool opens = false;  ///< the entries of `value`, a context, are names themselves
  std::shared_ptr<const Binding> outer;

  Binding(std::string name_of, Value value_of, bool opens_it, std::shared_ptr<const Binding> outer_of)
      : name(std::move(name_of)), value(std::move(value_of)), opens(opens_it), outer(std::move(outer_of)) {}
  Binding(const Binding&) = delete;
  Binding& operator=(const Binding&) = delete;
  ~Binding();
};
using Scope = std::shared_ptr<const Binding>;

Scope bind(Scope outer, std::string name, Value value);
/// The entries of a context become names.
Scope open(Scope outer, Value context);
/// The value of a name, or null when it is not in force.
const Value* look_up(const Scope& scope, std::string_view name);
/// The deepest value in a scope.
std::uint32_t depth_of(const Scope& scope);

}  // namespace xiezhi::core::feel
