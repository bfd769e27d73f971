#include "core/feel/parser.h"

#include <algorithm>

#include "base/text.h"
#include "core/feel/parser_state.h"

namespace xiezhi::core::feel {
namespace {

constexpr std::size_t kShownCharacters = 12;

struct Sign {
  std::string_view text;
  Op op;
  RangeForm form;
};

// The longer sign first.
constexpr Sign kComparisons[] = {
    {"<=", Op::less_equal, RangeForm::less_equal}, {">=", Op::greater_equal, RangeForm::greater_equal},
    {"!=", Op::not_equal, RangeForm::not_equal},   {"<", Op::less, RangeForm::less},
    {">", Op::greater, RangeForm::greater},        {"=", Op::equal, RangeForm::equal},
};

base::Result<NodePtr, ParseError> parse(std::string_view text, const Surroundings& surroundings,
                                        NodePtr (Parser::*read)()) {
  if (text.size() > kLongestExpression || !base::valid_utf8(text)) {
    return base::Err{ParseError{1, 1, "a shorter text of valid UTF-8", ""}};
  }
  Parser parser(text, surroundings);
  NodePtr node = (parser.*read)();
  if (node && !parser.done()) node = parser.fail("an operator or the end");
  if (!node) return base::Err{parser.error(text)};
  return node;
}

}  // namespace

std::string text_of(const ParseError& error) {
  const std::string found = error.found.empty() ? "the end" : "\"" + error.found + "\"";
  return "line " + std::to_string(error.line) + ", column " + std::to_string(error.column) + ": expected " +
         error.expected + ", found " + found;
}

base::Result<NodePtr, ParseError> parse_expression(std::string_view text, const Surroundings& surroundings) {
  return parse(text, surroundings, &Parser::expression);
}

base::Result<NodePtr, ParseError> parse_domain(std::string_view text, const Surroundings& surroundings) {
  return parse(text, surroundings, &Parser::domain);
}

base::Result<NodePtr, ParseError> parse_unary_tests(std::string_view text, const Surroundings& surroundings) {
  return parse(text, surroundings, &Parser::unary_tests);
}

Parser::Parser(std::string_view text, const Surroundings& surroundings)
    : lexer_(text), surroundings_(surroundings), names_(surroundings.names), members_(surroundings.members) {
  const auto& functions = builtin_long_names();
  names_.insert(names_.end(), functions.begin(), functions.end());
  for (const char* property : {"time offset", "start included", "end included"}) members_.emplace_back(property);
}

NodePtr Parser::fail(std::string_view expected) {
  const std::size_t at = lexer_.at();
  if (expected_.empty() || at >= furthest_) {
    furthest_ = at;
    expected_ = expected;
  }
  return nullptr;
}

ParseError Parser::error(std::string_view text) const {
  ParseError out;
  std::size_t at = 0;
  while (at < furthest_ && at < text.size()) {
    const char32_t c = base::next_code_point(text, at);
    ++out.column;
    if (c == '\n') {
      ++out.line;
      out.column = 1;
    }
  }
  out.expected = expected_;
  for (std::size_t shown = 0; shown < kShownCharacters && at < text.size(); ++shown) {
    base::append_code_point(out.found, base::next_code_point(text, at));
  }
  return out;
}

NodePtr Parser::make(Node node) {
  if (node.op == Op::question) node.asks = true;
  for (const NodePtr& part : node.parts) {
    node.depth = std::max(node.depth, part->depth + 1);
    node.asks = node.asks || part->asks;
  }
  if (node.depth > kDeepestTree) return fail("an expression that nests less deeply");
  return std::make_shared<const Node>(std::move(node));
}

NodePtr Parser::make(Op op, std::vector<NodePtr> parts) {
  for (const NodePtr& part : parts) {
    if (!part) return nullptr;
  }
  Node node;
  node.op = op;
  node.parts = std::move(parts);
  return make(std::move(node));
}

void Parser::declare(const std::string& name) { names_.push_back(name); }

NodePtr Parser::expression() {
  if (++nesting_ > kDeepestNesting) {
    --nesting_;
    return fail("an expression that nests less deeply");
  }
  const bool in_end = in_end_;
  in_end_ = false;
  NodePtr out = disjunction();
  in_end_ = in_end;
  --nesting_;
  return out;
}

NodePtr Parser::disjunction() {
  NodePtr left = conjunction();
  while (left && lexer_.take_word("or")) left = make(Op::either, {left, conjunction()});
  return left;
}

NodePtr Parser::conjunction() {
  NodePtr left = comparison();
  while (left && lexer_.take_word("and")) left = make(Op::both, {left, comparison()});
  return left;
}

NodePtr Parser::comparison() {
  NodePtr left = sum();
  while (left) {
    if (lexer_.take_word("between")) {
      NodePtr low = sum();
      if (!low) return nullptr;
      if (!lexer_.take_word("and")) return fail("\"and\"");
      left = make(Op::between, {left, low, sum()});
      continue;
    }
    if (lexer_.take_word("in")) {
      left = in_tests(left);
      continue;
    }
    const auto* sign = std::find_if(std::begin(kComparisons), std::end(kComparisons),
                                    [&](const Sign& one) { return lexer_.take(one.text); });
    if (sign == std::end(kComparisons)) break;
    left = compared(sign->op, left);
  }
  return left;
}

NodePtr Parser::compared(Op op, const NodePtr& left) { return make(op, {left, sum()}); }

NodePtr Parser::sum() {
  NodePtr left = product();
  while (left) {
    if (lexer_.take("+")) {
      left = make(Op::add, {left, product()});
    } else if (lexer_.take("-")) {
      left = make(Op::subtract, {left, product()});
    } else {
      break;
    }
  }
  return left;
}

NodePtr Parser::product() {
  NodePtr left = exponentiation();
  while (left) {
    if (!lexer_.rest().starts_with("**") && lexer_.take("*")) {
      left = make(Op::multiply, {left, exponentiation()});
    } else if (lexer_.take("/")) {
      left = make(Op::divide, {left, exponentiation()});
    } else {
      break;
    }
  }
  return left;
}

NodePtr Parser::exponentiation() {
  NodePtr left = negation();
  while (left && lexer_.take("**")) left = make(Op::power, {left, negation()});
  return left;
}

NodePtr Parser::negation() {
  int count = 0;
  while (lexer_.take("-")) {
    if (++count > kDeepestNesting) return fail("fewer signs");
  }
  NodePtr out = instance();
  for (; out && count > 0; --count) out = make(Op::negate, {out});
  return out;
}

NodePtr Parser::instance() {
  NodePtr value = postfix();
  while (value && lexer_.sees_word("instance")) {
    const std::size_t from = lexer_.at();
    lexer_.take_word("instance");
    if (!lexer_.take_word("of")) {
      lexer_.set(from);
      break;
    }
    Node node;
    node.op = Op::instance_of;
    node.type = type();
    if (!node.type) return fail("a type");
    node.parts = {value};
    value = make(std::move(node));
  }
  return value;
}

NodePtr Parser::postfix() {
  NodePtr value = primary();
  while (value) {
    const std::string_view rest = lexer_.rest();
    if (rest.starts_with("..")) break;
    if (lexer_.take(".")) {
      const auto name = member();
      if (!name) return fail("a name after the point");
      Node node;
      node.op = Op::path;
      node.text = *name;
      node.parts = {value};
      value = make(std::move(node));
    } else if (!in_end_ && rest.starts_with("[")) {
      value = filter(value);
    } else if (rest.starts_with("(")) {
      value = call(value);
    } else {
      break;
    }
  }
  return value;
}

NodePtr Parser::filter(const NodePtr& value) {
  lexer_.take("[");
  const std::size_t kept = names_.size();
  declare("item");
  names_.insert(names_.end(), members_.begin(), members_.end());
  NodePtr condition = expression();
  names_.resize(kept);
  if (!condition) return nullptr;
  if (!lexer_.take("]")) return fail("\"]\"");
  return make(Op::filter, {value, condition});
}

NodePtr Parser::call(const NodePtr& function) {
  lexer_.take("(");
  Node node;
  node.op = Op::call;
  node.parts = {function};
  if (!lexer_.take(")")) {
    do {
      const std::size_t from = lexer_.at();
      const auto name = lexer_.name_before(":,()[]{}\"<>=@");
      if (name && lexer_.take(":")) {
        node.names.push_back(*name);
      } else {
        lexer_.set(from);
      }
      NodePtr argument = expression();
      if (!argument) return nullptr;
      node.parts.push_back(std::move(argument));
    } while (lexer_.take(","));
    if (!lexer_.take(")")) return fail("\",\" or \")\"");
    if (!node.names.empty() && node.names.size() + 1 != node.parts.size()) return fail("a name for each argument");
  }
  return make(std::move(node));
}

NodePtr Parser::in_tests(const NodePtr& value) {
  std::vector<NodePtr> parts = {value};
  if (!lexer_.take("(")) {
    parts.push_back(positive_test(false));
    return make(Op::in, std::move(parts));
  }
  do {
    NodePtr test = positive_test();
    if (!test) return nullptr;
    if (parts.size() == 1 && lexer_.take("..")) {
      parts.push_back(interval_end(test, false));
      return make(Op::in, std::move(parts));
    }
    parts.push_back(std::move(test));
  } while (lexer_.take(","));
  if (!lexer_.take(")")) return fail("\",\" or \")\"");
  return make(Op::in, std::move(parts));
}

NodePtr Parser::positive_test(bool whole) {
  if (++nesting_ > kDeepestNesting) {
    --nesting_;
    return fail("a test that nests less deeply");
  }
  const bool in_end = in_end_;
  in_end_ = false;
  const auto* sign = std::find_if(std::begin(kComparisons), std::end(kComparisons),
                                  [&](const Sign& one) { return lexer_.take(one.text); });
  NodePtr out;
  if (sign != std::end(kComparisons)) {
    Node node;
    node.op = Op::comparison;
    node.range.form = sign->form;
    node.parts = {sum()};
    if (node.parts[0]) out = make(std::move(node));
  } else {
    out = whole ? disjunction() : sum();
  }
  in_end_ = in_end;
  --nesting_;
  return out;
}

NodePtr Parser::unary_tests() {
  const std::string_view whole = lexer_.rest();
  if (base::trim(whole) == "-") {
    lexer_.take("-");
    return make(Op::anything, {});
  }
  const std::size_t from = lexer_.at();
  Node node;
  node.op = Op::tests;
  for (const bool negated : {true, false}) {
    lexer_.set(from);
    node.parts.clear();
    node.negated = negated;
    if (negated && (!lexer_.take_word("not") || !lexer_.take("("))) continue;
    NodePtr test;
    do {
      test = positive_test();
      if (test) node.parts.push_back(test);
    } while (test && lexer_.take(","));
    if (!test) continue;
    if (negated && (!lexer_.take(")") || !lexer_.done())) continue;
    return make(std::move(node));
  }
  return nullptr;
}

}  // namespace xiezhi::core::feel
