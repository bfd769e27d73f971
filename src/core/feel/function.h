// A function value: built in, written in FEEL, or a business knowledge model or decision service.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/feel/type.h"
#include "core/feel/value.h"

namespace xiezhi::core::feel {

class Evaluation;

struct Parameter {
  std::string name;
  TypePtr type;  ///< null: any
};

class Function {
 public:
  virtual ~Function() = default;

  /// The arguments stand in the order of the parameters; a built-in function may get fewer or, when it takes any
  /// number, more.
  [[nodiscard]] virtual Value call(Evaluation& evaluation, const std::vector<Value>& arguments) const = 0;
  /// Arguments by name; the default puts them into the order of the parameters, each at most once. What is not given is
  /// null (10.3.2.13.4); null for a name that is no parameter.
  [[nodiscard]] virtual Value call_named(Evaluation& evaluation, const std::vector<std::string>& names,
                                         const std::vector<Value>& arguments) const;
  [[nodiscard]] virtual const std::vector<Parameter>& parameters() const = 0;
  /// Type of the result; null: any.
  [[nodiscard]] virtual TypePtr result() const { return nullptr; }
  [[nodiscard]] virtual std::uint32_t depth() const { return 1; }
};

/// Whether each value of `narrow` is one of `wide` (10.3.2.9.3).
bool type_conforms(const Type& narrow, const Type& wide);

}  // namespace xiezhi::core::feel
