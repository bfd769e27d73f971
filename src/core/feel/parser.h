// FEEL text to syntax tree (DMN 1.5, 10.3.1). Names may hold spaces and signs, so a parser must know which are in
// force.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/feel/ast.h"
#include "core/feel/zone.h"

namespace xiezhi::core::feel {

/// Longest text, deepest nesting and deepest tree that are read; beyond is an error.
inline constexpr std::size_t kLongestExpression = 200'000;
inline constexpr int kDeepestNesting = 64;
inline constexpr std::uint32_t kDeepestTree = 400;

struct ParseError {
  std::size_t line = 1;
  std::size_t column = 1;  ///< in code points, from 1
  std::string expected;    ///< what would have been right there
  std::string found;       ///< the next few characters, "" at the end
};

/// "line 1, column 5: expected a name, found \"+\""
std::string text_of(const ParseError& error);

/// What a parser must know besides the text.
struct Surroundings {
  std::vector<std::string> names;    ///< variables in force
  std::vector<std::string> members;  ///< names that may follow a point or stand in a filter
  const TypeNames* types = nullptr;  ///< null: built-in types alone
  const ZoneTable* zones = nullptr;  ///< null: no zones
};

base::Result<NodePtr, ParseError> parse_expression(std::string_view text, const Surroundings& surroundings);
/// What an iteration goes through: an expression, or two of them as in "1..4".
base::Result<NodePtr, ParseError> parse_domain(std::string_view text, const Surroundings& surroundings);
/// A cell of a decision table or a list of allowed values: "-", "not(…)" or tests.
base::Result<NodePtr, ParseError> parse_unary_tests(std::string_view text, const Surroundings& surroundings);

/// White space made single spaces, none at the ends.
std::string tidy_name(std::string_view name);

}  // namespace xiezhi::core::feel
