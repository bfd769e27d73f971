// The recursive descent parser behind parser.h. Each method reads one kind of phrase, or returns null and notes what it
// expected; the furthest place where something was expected is the error told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/feel/builtin.h"
#include "core/feel/lexer.h"
#include "core/feel/parser.h"

namespace xiezhi::core::feel {

class Parser {
 public:
  Parser(std::string_view text, const Surroundings& surroundings);

  NodePtr expression();
  NodePtr domain();
  NodePtr unary_tests();
  [[nodiscard]] bool done() { return lexer_.done(); }
  NodePtr fail(std::string_view expected);
  [[nodiscard]] ParseError error(std::string_view text) const;

 private:
  // parser.cpp
  NodePtr disjunction();
  NodePtr conjunction();
  NodePtr comparison();
  NodePtr sum();
  NodePtr product();
  NodePtr exponentiation();
  NodePtr negation();
  NodePtr instance();
  NodePtr postfix();
  NodePtr filter(const NodePtr& value);
  NodePtr call(const NodePtr& function);
  NodePtr in_tests(const NodePtr& value);
  /// A test; one that is not `whole` ends where a sum does: `x in [1, 2] or y` asks two questions.
  NodePtr positive_test(bool whole = true);
  NodePtr compared(Op op, const NodePtr& left);

  // parser_primary.cpp
  NodePtr primary();
  NodePtr literal();
  NodePtr at_literal();
  NodePtr name();
  NodePtr parenthesis();
  NodePtr bracket();
  NodePtr open_interval();
  NodePtr interval_end(const NodePtr& low, bool low_included);
  NodePtr context();
  NodePtr choice();
  NodePtr loop();
  NodePtr quantified(Op op);
  bool domains(Node& node, bool with_partial);
  NodePtr definition();
  TypePtr type();
  TypePtr type_arguments(std::string_view name);
  TypePtr type_list(Type made);

  /// Finishes a node: its depth and whether `?` occurs in it.
  NodePtr make(Node node);
  NodePtr make(Op op, std::vector<NodePtr> parts);
  std::optional<std::string> member();
  void declare(const std::string& name);

  Lexer lexer_;
  const Surroundings& surroundings_;
  std::vector<std::string> names_;
  std::vector<std::string> members_;
  int nesting_ = 0;
  bool in_end_ = false;  ///< at the end of an interval, where "[" closes it
  std::size_t furthest_ = 0;
  std::string expected_;
};

}  // namespace xiezhi::core::feel
