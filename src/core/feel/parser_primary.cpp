#include <algorithm>

#include "core/feel/parser_state.h"

namespace xiezhi::core::feel {

std::optional<std::string> Parser::member() {
  const std::size_t from = lexer_.at();
  const auto plain = lexer_.identifier();
  const std::size_t size = plain ? plain->size() : 0;
  lexer_.set(from);
  if (auto known = lexer_.longest(members_, 0); known && known->size() > size) return known;
  lexer_.set(from);
  return lexer_.identifier();
}

NodePtr Parser::primary() {
  const char c = lexer_.peek();
  if (c == '"') return literal();
  if (c == '@') return at_literal();
  if (c == '(') return parenthesis();
  if (c == '[') return bracket();
  if (c == ']') return open_interval();
  if (c == '{') return context();
  if ((c >= '0' && c <= '9') || c == '.') {
    const auto number = lexer_.number();
    if (!number) return fail("a number");
    Node node;
    node.constant = Value(*number);
    return make(std::move(node));
  }
  return name();
}

NodePtr Parser::literal() {
  auto text = lexer_.literal();
  if (!text) return fail("a closing quote");
  Node node;
  node.constant = Value(std::move(*text));
  return make(std::move(node));
}

NodePtr Parser::at_literal() {
  lexer_.take("@");
  const auto text = lexer_.literal();
  if (!text) return fail("a text in quotes after \"@\"");
  static const ZoneTable kNoZones;
  const ZoneTable& zones = surroundings_.zones == nullptr ? kNoZones : *surroundings_.zones;
  Node node;
  if (const auto date = parse_date(*text)) {
    node.constant = Value(*date);
  } else if (const auto moment = parse_date_time(*text, zones)) {
    node.constant = Value(*moment);
  } else if (const auto time = parse_time(*text, zones)) {
    node.constant = Value(*time);
  } else if (const auto months = parse_months(*text)) {
    node.constant = Value(*months);
  } else if (const auto seconds = parse_seconds(*text)) {
    node.constant = Value(*seconds);
  }
  return make(std::move(node));
}

NodePtr Parser::name() {
  const std::size_t from = lexer_.at();
  const auto plain = lexer_.identifier();
  const std::size_t plain_end = lexer_.at();
  lexer_.set(from);
  Node node;
  node.op = Op::name;
  if (auto known = lexer_.longest(names_, 0); known && lexer_.at() > plain_end) {
    node.text = std::move(*known);
    return make(std::move(node));
  }
  lexer_.set(from);
  if (lexer_.take_word("if")) return choice();
  if (lexer_.take_word("for")) return loop();
  if (lexer_.take_word("some")) return quantified(Op::some);
  if (lexer_.take_word("every")) return quantified(Op::every);
  if (lexer_.take_word("function")) return definition();
  for (const std::string_view reserved : {"then", "else", "return", "satisfies", "and", "or", "in", "between"}) {
    if (plain == reserved) return fail("an expression");
  }
  if (!plain) return fail("an expression");
  lexer_.set(plain_end);
  if (*plain == "true" || *plain == "false" || *plain == "null") {
    node.op = Op::constant;
    if (*plain != "null") node.constant = Value(*plain == "true");
  } else if (*plain == "?") {
    node.op = Op::question;
  } else {
    node.text = *plain;
  }
  return make(std::move(node));
}

NodePtr Parser::interval_end(const NodePtr& low, bool low_included) {
  if (++nesting_ > kDeepestNesting) {
    --nesting_;
    return fail("a range that nests less deeply");
  }
  const bool in_end = in_end_;
  in_end_ = true;
  NodePtr high = sum();
  in_end_ = in_end;
  --nesting_;
  if (!high) return nullptr;
  Node node;
  node.op = Op::range;
  node.parts = {low, high};
  node.range.low_included = low_included;
  node.range.high_included = lexer_.take("]");
  if (!node.range.high_included && !lexer_.take(")") && !lexer_.take("[")) return fail("the end of the range");
  return make(std::move(node));
}

NodePtr Parser::parenthesis() {
  lexer_.take("(");
  const char c = lexer_.peek();
  if (c == '<' || c == '>' || c == '=' || c == '!') {
    NodePtr range = positive_test();
    if (!range) return nullptr;
    if (!lexer_.take(")")) return fail("\")\"");
    return range;
  }
  NodePtr inner = expression();
  if (!inner) return nullptr;
  if (lexer_.take("..")) return interval_end(inner, false);
  if (!lexer_.take(")")) return fail("\")\"");
  return inner;
}

NodePtr Parser::bracket() {
  lexer_.take("[");
  Node node;
  node.op = Op::list;
  if (lexer_.take("]")) return make(std::move(node));
  do {
    const char c = lexer_.peek();
    NodePtr item = c == '<' || c == '>' || c == '=' || c == '!' ? positive_test() : expression();
    if (!item) return nullptr;
    if (node.parts.empty() && lexer_.take("..")) return interval_end(item, true);
    if (lexer_.take("..")) {  // ["a".."z"]-like ranges written without brackets of their own have no ends
      return fail("\",\" or \"]\"");
    }
    node.parts.push_back(std::move(item));
  } while (lexer_.take(","));
  if (!lexer_.take("]")) return fail("\",\" or \"]\"");
  return make(std::move(node));
}

NodePtr Parser::open_interval() {
  lexer_.take("]");
  NodePtr low = expression();
  if (!low) return nullptr;
  if (!lexer_.take("..")) return fail("\"..\"");
  return interval_end(low, false);
}

NodePtr Parser::context() {
  lexer_.take("{");
  Node node;
  node.op = Op::context;
  const std::size_t kept = names_.size();
  if (!lexer_.take("}")) {
    do {
      auto key = lexer_.peek() == '"' ? lexer_.literal() : lexer_.name_before(":,()[]{}\"");
      if (!key || !lexer_.take(":")) return fail("an entry: a name and \":\"");
      if (lexer_.sees_word("function")) declare(*key);  // it may call itself
      NodePtr value = expression();
      if (!value) return nullptr;
      declare(*key);
      members_.push_back(*key);
      node.names.push_back(std::move(*key));
      node.parts.push_back(std::move(value));
    } while (lexer_.take(","));
    if (!lexer_.take("}")) return fail("\",\" or \"}\"");
  }
  names_.resize(kept);
  return make(std::move(node));
}

NodePtr Parser::choice() {
  NodePtr condition = expression();
  if (!condition) return nullptr;
  if (!lexer_.take_word("then")) return fail("\"then\"");
  NodePtr yes = expression();
  if (!yes) return nullptr;
  if (!lexer_.take_word("else")) return fail("\"else\"");
  return make(Op::choose, {condition, yes, expression()});
}

NodePtr Parser::domain() {
  NodePtr out = expression();
  return out && lexer_.take("..") ? make(Op::interval, {out, expression()}) : out;
}

bool Parser::domains(Node& node, bool with_partial) {
  do {
    auto variable = lexer_.name_before(",()[]{}\":", "in");
    if (!variable || !lexer_.take_word("in")) {
      fail("a name and \"in\"");
      return false;
    }
    NodePtr walked = domain();
    if (!walked) return false;
    declare(*variable);
    node.names.push_back(std::move(*variable));
    node.parts.push_back(std::move(walked));
  } while (lexer_.take(","));
  if (with_partial) declare("partial");
  return true;
}

NodePtr Parser::loop() {
  const std::size_t kept = names_.size();
  Node node;
  node.op = Op::iterate;
  if (!domains(node, true)) return nullptr;
  if (!lexer_.take_word("return")) return fail("\"return\"");
  NodePtr body = expression();
  names_.resize(kept);
  if (!body) return nullptr;
  node.parts.push_back(std::move(body));
  return make(std::move(node));
}

NodePtr Parser::quantified(Op op) {
  const std::size_t kept = names_.size();
  Node node;
  node.op = op;
  if (!domains(node, false)) return nullptr;
  if (!lexer_.take_word("satisfies")) return fail("\"satisfies\"");
  NodePtr condition = expression();
  names_.resize(kept);
  if (!condition) return nullptr;
  node.parts.push_back(std::move(condition));
  return make(std::move(node));
}

NodePtr Parser::definition() {
  if (!lexer_.take("(")) return fail("\"(\"");
  Node node;
  node.op = Op::define;
  const std::size_t kept = names_.size();
  if (!lexer_.take(")")) {
    do {
      auto parameter = lexer_.name_before(":,()[]{}\"");
      if (!parameter) return fail("a parameter");
      Parameter made{*parameter, nullptr};
      if (lexer_.take(":")) {
        made.type = type();
        if (!made.type) return fail("a type");
      }
      declare(*parameter);
      node.parameters.push_back(std::move(made));
    } while (lexer_.take(","));
    if (!lexer_.take(")")) return fail("\",\" or \")\"");
  }
  if (lexer_.take_word("external")) node.op = Op::external;
  NodePtr body = expression();
  names_.resize(kept);
  if (!body) return nullptr;
  node.parts = {std::move(body)};
  return make(std::move(node));
}

TypePtr Parser::type() {
  if (++nesting_ > kDeepestNesting) {
    --nesting_;
    return nullptr;
  }
  const std::size_t from = lexer_.at();
  std::optional<std::string> name;
  if (surroundings_.types != nullptr) name = lexer_.longest(surroundings_.types->names());
  if (!name) name = lexer_.longest(builtin_type_names());
  if (!name) {
    name = lexer_.identifier();
    while (name && lexer_.rest().starts_with(".") && !lexer_.rest().starts_with("..")) {
      lexer_.take(".");
      const auto more = lexer_.identifier();
      if (!more) break;
      *name += "." + *more;
    }
  }
  TypePtr out;
  if (name) {
    if (lexer_.rest().starts_with("<")) out = type_arguments(*name);
    if (!out && surroundings_.types != nullptr) out = surroundings_.types->find(*name);
    if (!out) out = builtin_type(*name);
  }
  if (!out) lexer_.set(from);
  --nesting_;
  return out;
}

TypePtr Parser::type_arguments(std::string_view name) {
  Type made;
  if (name == "list" || name == "range") {
    made.shape = name == "list" ? Shape::list : Shape::range;
    lexer_.take("<");
    made.element = type();
    if (!made.element || !lexer_.take(">")) return nullptr;
    return std::make_shared<const Type>(std::move(made));
  }
  if (name == "context") {
    made.shape = Shape::context;
    return type_list(std::move(made));
  }
  if (name != "function") return nullptr;
  made.shape = Shape::function;
  return type_list(std::move(made));
}

TypePtr Parser::type_list(Type made) {
  lexer_.take("<");
  if (!lexer_.take(">")) {
    do {
      std::string name;
      if (made.shape == Shape::context) {
        const auto read = lexer_.name_before(":,()[]{}\"<>");
        if (!read || !lexer_.take(":")) return nullptr;
        name = *read;
      }
      TypePtr part = type();
      if (!part) return nullptr;
      made.parts.emplace_back(std::move(name), std::move(part));
    } while (lexer_.take(","));
    if (!lexer_.take(">")) return nullptr;
  }
  if (made.shape == Shape::function) {
    if (!lexer_.take("->")) return nullptr;
    made.element = type();
    if (!made.element) return nullptr;
  }
  return std::make_shared<const Type>(std::move(made));
}

}  // namespace xiezhi::core::feel
