// The functions that FEEL brings with it (DMN 1.5, 10.3.4).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/feel/function.h"
#include "core/feel/value.h"

namespace xiezhi::core::feel {

using Arguments = std::span<const Value>;

/// A list of one item stands for that item (10.3.2.9.4): for the functions that take the lists among their arguments as
/// they are.
inline const Value& single(const Value& value) {
  return value.list() != nullptr && value.list()->size() == 1 ? value.list()->front() : value;
}

/// One way to call a built-in function. Several entries of one name are tried by their parameters.
struct Builtin {
  std::string_view name;
  std::string_view parameters;  ///< "a,b?,c*": optional, any number (a list, or the items one by one)
  Value (*call)(Evaluation&, Arguments);
  bool single = true;  ///< a list of one item stands for that item (10.3.2.9.4)
};

std::span<const Builtin> number_builtins();
std::span<const Builtin> string_builtins();
std::span<const Builtin> list_builtins();
std::span<const Builtin> time_builtins();
std::span<const Builtin> context_builtins();
std::span<const Builtin> range_builtins();

/// The function of that name, or null.
std::shared_ptr<const Function> builtin(std::string_view name);
/// Names with spaces in them.
const std::vector<std::string>& builtin_long_names();

}  // namespace xiezhi::core::feel
