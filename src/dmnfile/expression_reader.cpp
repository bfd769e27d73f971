#include "dmnfile/expression_reader.h"

#include <algorithm>

#include "base/text.h"
#include "core/feel/parser.h"

namespace xiezhi::dmnfile {
namespace {

using core::dmn::Aggregation;
using core::dmn::Expression;
using core::dmn::Form;
using core::dmn::HitPolicy;
using core::dmn::Table;

struct FormName {
  std::string_view element;
  Form form;
};

constexpr FormName kForms[] = {
    {"literalExpression", Form::literal},
    {"decisionTable", Form::table},
    {"context", Form::context},
    {"list", Form::list},
    {"relation", Form::relation},
    {"invocation", Form::invocation},
    {"functionDefinition", Form::function},
    {"conditional", Form::conditional},
    {"filter", Form::filter},
    {"for", Form::iterator},
    {"some", Form::some},
    {"every", Form::every},
};

std::string trimmed(std::string_view text) { return std::string(base::trim(text)); }

std::string name_of(const Element& element) {
  const std::string* name = element.attribute("name");
  return name == nullptr ? "" : core::feel::tidy_name(*name);
}

Expression empty_expression() { return {}; }

/// The expression that an element is; nothing when it is none.
std::optional<Expression> expression_of(const Element& element);

/// The expression inside the child of that name.
Expression inside(const Element& element, std::string_view name) {
  const Element* child = element.child(name);
  if (child == nullptr) return empty_expression();
  auto out = expression_in(*child);
  return out ? *std::move(out) : empty_expression();
}

HitPolicy policy_of(const Element& element) {
  const std::string* text = element.attribute("hitPolicy");
  const std::string name = text == nullptr ? "UNIQUE" : *text;
  constexpr std::pair<std::string_view, HitPolicy> kPolicies[] = {
      {"UNIQUE", HitPolicy::unique},         {"ANY", HitPolicy::any},
      {"PRIORITY", HitPolicy::priority},     {"FIRST", HitPolicy::first},
      {"RULE ORDER", HitPolicy::rule_order}, {"OUTPUT ORDER", HitPolicy::output_order},
      {"COLLECT", HitPolicy::collect},
  };
  for (const auto& [known, policy] : kPolicies) {
    if (known == name) return policy;
  }
  return HitPolicy::unique;
}

Aggregation aggregation_of(const Element& element) {
  const std::string* text = element.attribute("aggregation");
  if (text == nullptr) return Aggregation::list;
  if (*text == "SUM") return Aggregation::sum;
  if (*text == "COUNT") return Aggregation::count;
  if (*text == "MIN") return Aggregation::min;
  return *text == "MAX" ? Aggregation::max : Aggregation::list;
}

std::string cell_text(const Element& cell) {
  const Element* text = cell.child("text");
  return text == nullptr ? "" : trimmed(text->text);
}

Table read_table(const Element& element) {
  Table out;
  out.policy = policy_of(element);
  out.aggregation = aggregation_of(element);
  for (const Element& part : element.children) {
    if (part.name == "input") {
      core::dmn::InputClause clause;
      if (const Element* expression = part.child("inputExpression")) {
        clause.expression = cell_text(*expression);
        clause.type = type_of(*expression);
      }
      clause.values = text_in(part, "inputValues");
      out.inputs.push_back(std::move(clause));
    } else if (part.name == "output") {
      out.outputs.push_back(
          {name_of(part), type_of(part), text_in(part, "outputValues"), text_in(part, "defaultOutputEntry")});
    } else if (part.name == "rule") {
      core::dmn::Rule rule;
      for (const Element& cell : part.children) {
        if (cell.name == "inputEntry") rule.inputs.push_back(cell_text(cell));
        if (cell.name == "outputEntry") rule.outputs.push_back(cell_text(cell));
      }
      out.rules.push_back(std::move(rule));
    }
  }
  return out;
}

void read_context(const Element& element, Expression& out) {
  out.names.emplace();
  out.parts.emplace();
  for (const Element& entry : element.children) {
    if (entry.name != "contextEntry") continue;
    auto value = expression_in(entry);
    if (const Element* variable = entry.child("variable")) out.names->push_back(read_variable(*variable));
    out.parts->push_back(value ? *std::move(value) : empty_expression());
  }
}

void read_relation(const Element& element, Expression& out) {
  out.names.emplace();
  out.parts.emplace();
  for (const Element& part : element.children) {
    if (part.name == "column") out.names->push_back(read_variable(part));
    if (part.name != "row") continue;
    for (const Element& cell : part.children) {
      if (auto value = expression_of(cell)) out.parts->push_back(*std::move(value));
    }
  }
}

void read_invocation(const Element& element, Expression& out) {
  out.names.emplace();
  out.parts.emplace();
  auto function = expression_in(element);
  out.parts->push_back(function ? *std::move(function) : empty_expression());
  for (const Element& binding : element.children) {
    if (binding.name != "binding") continue;
    const Element* parameter = binding.child("parameter");
    out.names->push_back(parameter == nullptr ? core::dmn::Variable{} : read_variable(*parameter));
    auto value = expression_in(binding);
    out.parts->push_back(value ? *std::move(value) : empty_expression());
  }
}

void read_list(const Element& element, Expression& out) {
  out.parts.emplace();
  for (const Element& item : element.children) {
    if (auto value = expression_of(item)) out.parts->push_back(*std::move(value));
  }
}

void read_iterator(const Element& element, Expression& out) {
  const std::string* variable = element.attribute("iteratorVariable");
  out.names = {{variable == nullptr ? "" : core::feel::tidy_name(*variable), std::nullopt}};
  out.parts = {{inside(element, "in"), inside(element, out.form == Form::iterator ? "return" : "satisfies")}};
}

Expression read_expression(const Element& element, Form form) {
  if (form == Form::function) return read_function(element);
  Expression out;
  out.form = form;
  out.type = type_of(element);
  switch (form) {
    case Form::literal:
      out.text = cell_text(element);
      if (const std::string* language = element.attribute("expressionLanguage")) out.language = *language;
      break;
    case Form::table: out.table = read_table(element); break;
    case Form::context: read_context(element, out); break;
    case Form::list: read_list(element, out); break;
    case Form::relation: read_relation(element, out); break;
    case Form::invocation: read_invocation(element, out); break;
    case Form::conditional:
      out.parts = {{inside(element, "if"), inside(element, "then"), inside(element, "else")}};
      break;
    case Form::filter: out.parts = {{inside(element, "in"), inside(element, "match")}}; break;
    case Form::iterator:
    case Form::some:
    case Form::every: read_iterator(element, out); break;
    case Form::function: break;
  }
  return out;
}

std::optional<Expression> expression_of(const Element& element) {
  for (const FormName& known : kForms) {
    if (element.name == known.element) return read_expression(element, known.form);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> type_of(const Element& element) {
  if (const std::string* type = element.attribute("typeRef")) return trimmed(*type);
  if (const Element* child = element.child("typeRef")) return trimmed(child->text);
  return std::nullopt;
}

std::optional<std::string> text_in(const Element& element, std::string_view name) {
  const Element* child = element.child(name);
  if (child == nullptr) return std::nullopt;
  std::string text = cell_text(*child);
  if (text.empty()) return std::nullopt;
  return text;
}

core::dmn::Variable read_variable(const Element& element) { return {name_of(element), type_of(element)}; }

std::optional<Expression> expression_in(const Element& parent) {
  for (const Element& child : parent.children) {
    if (auto out = expression_of(child)) return out;
  }
  return std::nullopt;
}

Expression read_function(const Element& element) {
  Expression out;
  out.form = Form::function;
  out.type = type_of(element);
  const std::string* kind = element.attribute("kind");
  out.text = kind == nullptr ? "FEEL" : *kind;
  out.names.emplace();
  for (const Element& child : element.children) {
    if (child.name == "formalParameter") out.names->push_back(read_variable(child));
  }
  auto body = expression_in(element);
  out.parts.emplace();
  if (body) out.parts->push_back(*std::move(body));
  return out;
}

}  // namespace xiezhi::dmnfile
