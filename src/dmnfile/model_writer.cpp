#include "dmnfile/model_writer.h"

#include <optional>

namespace xiezhi::dmnfile {
namespace {

using core::dmn::DrgNode;
using core::dmn::Form;
using core::dmn::HitPolicy;
using core::dmn::ItemDefinition;
using core::dmn::NodeKind;
using core::dmn::Table;

constexpr const char* kNamespace = "https://www.omg.org/spec/DMN/20191111/MODEL/";

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

const char* policy_name(HitPolicy policy) {
  switch (policy) {
    case HitPolicy::unique: return "UNIQUE";
    case HitPolicy::any: return "ANY";
    case HitPolicy::priority: return "PRIORITY";
    case HitPolicy::first: return "FIRST";
    case HitPolicy::rule_order: return "RULE ORDER";
    case HitPolicy::output_order: return "OUTPUT ORDER";
    case HitPolicy::collect: return "COLLECT";
  }
  VERIFY_NOT_REACHED();
}

class Writer {
 public:
  Writer(const core::dmn::Model& model, const std::map<std::string, std::string>& labels)
      : model_(model), labels_(labels) {}

  base::Result<std::string, std::string> write() {
    if (model_.sources.size() != 1 || !model_.sources.front().imports.empty()) {
      return base::Err{std::string("a model with imports")};
    }
    const core::dmn::Source& source = model_.sources.front();
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions" + attribute("xmlns", kNamespace) +
           attribute("id", "definitions") + attribute("name", source.name) + attribute("namespace", source.name_space) +
           language_attribute(source.language) + ">\n";
    for (std::size_t i = 0; i < source.types.size(); ++i) write_item(source.types[i], "type" + std::to_string(i + 1));
    for (std::size_t i = 0; i < model_.nodes.size(); ++i) write_node(i);
    out_ += "</definitions>\n";
    if (problem_) return base::Err{*problem_};
    return std::move(out_);
  }

 private:
  static std::string attribute(const char* name, const std::string& value) {
    return std::string(" ") + name + "=\"" + escaped(value) + "\"";
  }
  static std::string type_attribute(const std::optional<std::string>& type) {
    return type ? attribute("typeRef", *type) : "";
  }
  static std::string language_attribute(const std::optional<std::string>& language) {
    return language ? attribute("expressionLanguage", *language) : "";
  }
  static std::string id_of(std::size_t node) { return "node" + std::to_string(node + 1); }
  void refuse(const std::string& what) {
    if (!problem_) problem_ = what;
  }
  /// <element id="…"><text>…</text></element>, where there is a text.
  void write_text(const char* element, const std::string& id, const std::optional<std::string>& text) {
    if (!text) return;
    out_ +=
        std::string("<") + element + attribute("id", id) + "><text>" + escaped(*text) + "</text></" + element + ">\n";
  }

  void write_item(const ItemDefinition& item, const std::string& id) {
    if (!item.components.empty() || item.parameters) return refuse("the structured type " + item.name);
    out_ += "<itemDefinition" + attribute("id", id) + attribute("name", item.name) +
            (item.is_list ? attribute("isCollection", "true") : "") + ">\n";
    if (item.type) out_ += "<typeRef>" + escaped(*item.type) + "</typeRef>\n";
    write_text("allowedValues", id + "_values", item.allowed);
    write_text("typeConstraint", id + "_constraint", item.constraint);
    out_ += "</itemDefinition>\n";
  }

  void write_node(std::size_t index) {
    const DrgNode& node = model_.nodes[index];
    const std::string id = id_of(index);
    const bool input = node.kind == NodeKind::input;
    if (!input && node.kind != NodeKind::decision) return refuse("the node " + node.name);
    if (node.missing) return refuse("the node " + node.name + ", which requires something that is not there");
    const std::string element = input ? "inputData" : "decision";
    out_ += "<" + element + attribute("id", id) + attribute("name", node.name) + ">\n<variable" +
            attribute("id", id + "_variable") + attribute("name", node.name) + type_attribute(node.type) + "/>\n";
    for (std::size_t i = 0; i < node.needs.size(); ++i) {
      const std::size_t needed = node.needs[i].node;
      const bool data = model_.nodes[needed].kind == NodeKind::input;
      out_ += "<informationRequirement" + attribute("id", id + "_need" + std::to_string(i + 1)) + "><" +
              (data ? "requiredInput" : "requiredDecision") + attribute("href", "#" + id_of(needed)) +
              "/></informationRequirement>\n";
    }
    if (node.expression) write_expression(*node.expression, id);
    out_ += "</" + element + ">\n";
  }

  void write_expression(const core::dmn::Expression& expression, const std::string& id) {
    if (expression.form == Form::literal) {
      out_ += "<literalExpression" + attribute("id", id + "_text") + type_attribute(expression.type) +
              language_attribute(expression.language) + "><text>" + escaped(expression.text.value_or("")) +
              "</text></literalExpression>\n";
    } else if (expression.form == Form::table && expression.table) {
      write_table(*expression.table, expression.type, id + "_table");
    } else {
      refuse("a boxed expression that is no table");
    }
  }

  void write_table(const Table& table, const std::optional<std::string>& type, const std::string& id) {
    if (table.aggregation != core::dmn::Aggregation::list) return refuse("an aggregation");
    out_ += "<decisionTable" + attribute("id", id) + attribute("hitPolicy", policy_name(table.policy)) +
            type_attribute(type) + ">\n";
    for (std::size_t i = 0; i < table.inputs.size(); ++i) {
      const auto& clause = table.inputs[i];
      const std::string own = id + "_in" + std::to_string(i + 1);
      out_ += "<input" + attribute("id", own) + attribute("label", clause.expression) + "><inputExpression" +
              attribute("id", own + "_expression") + type_attribute(clause.type) + "><text>" +
              escaped(clause.expression) + "</text></inputExpression>\n";
      write_text("inputValues", own + "_values", clause.values);
      out_ += "</input>\n";
    }
    for (std::size_t i = 0; i < table.outputs.size(); ++i) {
      const auto& clause = table.outputs[i];
      const std::string own = id + "_out" + std::to_string(i + 1);
      const auto label = labels_.find(clause.name);
      out_ += "<output" + attribute("id", own) + (label == labels_.end() ? "" : attribute("label", label->second)) +
              attribute("name", clause.name) + type_attribute(clause.type) + ">";
      write_text("outputValues", own + "_values", clause.values);
      write_text("defaultOutputEntry", own + "_default", clause.otherwise);
      out_ += "</output>\n";
    }
    for (std::size_t i = 0; i < table.rules.size(); ++i) write_rule(table.rules[i], id + "_r" + std::to_string(i + 1));
    out_ += "</decisionTable>\n";
  }

  void write_rule(const core::dmn::Rule& rule, const std::string& id) {
    out_ += "<rule" + attribute("id", id) + ">\n";
    for (std::size_t i = 0; i < rule.inputs.size(); ++i) {
      write_text("inputEntry", id + "_in" + std::to_string(i + 1), rule.inputs[i]);
    }
    for (std::size_t i = 0; i < rule.outputs.size(); ++i) {
      write_text("outputEntry", id + "_out" + std::to_string(i + 1), rule.outputs[i]);
    }
    out_ += "</rule>\n";
  }

  const core::dmn::Model& model_;
  const std::map<std::string, std::string>& labels_;
  std::string out_;
  std::optional<std::string> problem_;
};

}  // namespace

base::Result<std::string, std::string> write_model(const core::dmn::Model& model,
                                                   const std::map<std::string, std::string>& labels) {
  return Writer(model, labels).write();
}

}  // namespace xiezhi::dmnfile
