// Boxed expressions to syntax trees.
#include <algorithm>

#include "core/dmn/program_data.h"

namespace xiezhi::core::dmn {
namespace {

using feel::Node;
using feel::NodePtr;
using feel::Op;

constexpr int kDeepestBox = 40;

class Compiler {
 public:
  Compiler(Program::Data& data, const std::vector<std::string>& members, std::uint32_t node)
      : data_(data), node_(node), types_(data.types[data.model.nodes[node].source]) {
    surroundings_.members = members;
    surroundings_.types = &types_;
    surroundings_.zones = data.zones.get();
    for (const auto& list : {data.model.nodes[node].needs, data.model.nodes[node].parameters}) {
      for (const Requirement& need : list) {
        declare(need.import.empty() ? data.model.nodes[need.node].name : need.import);
      }
    }
    declare(data.model.nodes[node].name);
  }

  NodePtr expression(const Expression& box, const std::string& place, int depth = 0) {
    if (depth > kDeepestBox) return report(place, "boxed expressions nest too deeply");
    NodePtr out = untyped(box, place, depth);
    return box.form == Form::function ? out : cast(out, box.type, place);
  }

 private:
  void declare(const std::string& name) { surroundings_.names.push_back(name); }

  NodePtr report(std::string place, std::string message) {
    const DrgNode& node = data_.model.nodes[node_];
    data_.problems.push_back({data_.model.sources[node.source].file, node.name, std::move(place), std::move(message)});
    return nullptr;
  }

  /// A part that could not be read is null when it is evaluated.
  static NodePtr whole(NodePtr node) { return node ? std::move(node) : std::make_shared<const Node>(); }

  static NodePtr make(Node node) {
    for (NodePtr& part : node.parts) {
      part = whole(part);
      node.depth = std::max(node.depth, part->depth + 1);
    }
    return std::make_shared<const Node>(std::move(node));
  }

  NodePtr cast(NodePtr value, const std::optional<std::string>& type, const std::string& place) {
    if (!value || !type) return value;
    feel::TypePtr found = types_.find(*type);
    if (!found) found = feel::builtin_type(*type);
    if (!found) return value;
    Node node;
    node.op = Op::cast;
    node.type = std::move(found);
    node.text = place;
    node.parts = {std::move(value)};
    return make(std::move(node));
  }

  NodePtr untyped(const Expression& box, const std::string& place, int depth) {
    switch (box.form) {
      case Form::literal: return literal(box, place);
      case Form::table: return table(box, place);
      case Form::context: return context(box, place, depth);
      case Form::list: return many(Op::list, box, place, depth);
      case Form::relation: return relation(box, place, depth);
      case Form::invocation: return invocation(box, place, depth);
      case Form::function: return function(box, place, depth);
      case Form::conditional: return many(Op::pick, box, place, depth, 3);
      case Form::filter: return filter(box, place, depth);
      case Form::iterator: return iterator(Op::iterate, box, place, depth);
      case Form::some: return iterator(Op::some, box, place, depth);
      case Form::every: return iterator(Op::every, box, place, depth);
    }
    return nullptr;
  }

  NodePtr literal(const Expression& box, const std::string& place) {
    if (!box.text || box.text->empty()) return nullptr;
    if (!is_feel(box.language)) return report(place, "FEEL is the one expression language that is evaluated");
    auto parsed = feel::parse_expression(*box.text, surroundings_);
    if (!parsed.ok()) return report(place, feel::text_of(parsed.error()));
    return *std::move(parsed);
  }

  static void on_problem(void* owner, std::string place, std::string message) {
    static_cast<Compiler*>(owner)->report(std::move(place), std::move(message));
  }

  /// What an iterator goes through: an expression, or two ends as in "for i in 1..4".
  NodePtr domain(const Expression& box, const std::string& place, int depth) {
    if (box.form != Form::literal || box.type || !box.text || !is_feel(box.language)) {
      return expression(box, place, depth);
    }
    auto parsed = feel::parse_domain(*box.text, surroundings_);
    return parsed.ok() ? *std::move(parsed) : report(place, feel::text_of(parsed.error()));
  }

  /// Names of FEEL differ by version: "https://www.omg.org/spec/DMN/20230324/FEEL/", "feel".
  [[nodiscard]] bool is_feel(const std::optional<std::string>& own) const {
    const auto& language = own ? own : data_.model.sources[data_.model.nodes[node_].source].language;
    if (!language || language->empty()) return true;
    std::string small = *language;
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small.find("feel") != std::string::npos;
  }

  NodePtr table(const Expression& box, const std::string& place) {
    if (!box.table) return report(place, "a table is missing");
    if (!is_feel(std::nullopt)) return report(place, "FEEL is the one expression language that is evaluated");
    TablePlace at{data_.model.nodes[node_].name, &surroundings_, on_problem, this};
    Node node;
    node.op = Op::logic;
    node.logic = compile_table(*box.table, at);
    return node.logic ? make(std::move(node)) : nullptr;
  }

  NodePtr many(Op op, const Expression& box, const std::string& place, int depth, std::size_t wanted = 0) {
    Node node;
    node.op = op;
    if (box.parts) {
      for (std::size_t i = 0; i < box.parts->size(); ++i) {
        node.parts.push_back(expression((*box.parts)[i], place + ", part " + std::to_string(i + 1), depth + 1));
      }
    }
    if (wanted != 0 && node.parts.size() != wanted) return report(place, "wrong number of parts");
    return make(std::move(node));
  }

  NodePtr context(const Expression& box, const std::string& place, int depth) {
    Node node;
    const std::size_t kept = surroundings_.names.size();
    const std::size_t names = box.names ? box.names->size() : 0;
    const std::size_t parts = box.parts ? box.parts->size() : 0;
    if (parts < names || parts > names + 1) return report(place, "wrong number of entries");
    node.op = parts > names ? Op::result : Op::context;
    for (std::size_t i = 0; i < parts; ++i) {
      const std::string entry = place + ", entry " + (i < names ? (*box.names)[i].name : "of the result");
      if (i < names && (*box.parts)[i].form == Form::function) declare((*box.names)[i].name);  // it may call itself
      NodePtr part = expression((*box.parts)[i], entry, depth + 1);
      if (i < names) {
        part = cast(std::move(part), (*box.names)[i].type, entry);
        node.names.push_back((*box.names)[i].name);
        declare((*box.names)[i].name);
      }
      node.parts.push_back(std::move(part));
    }
    surroundings_.names.resize(kept);
    return make(std::move(node));
  }

  NodePtr relation(const Expression& box, const std::string& place, int depth) {
    Node out;
    out.op = Op::list;
    const std::size_t columns = box.names ? box.names->size() : 0;
    const std::size_t cells = box.parts ? box.parts->size() : 0;
    if (columns == 0 || cells % columns != 0) return report(place, "rows and columns do not fit");
    for (std::size_t at = 0; at < cells; at += columns) {
      Node row;
      row.op = Op::context;
      for (std::size_t i = 0; i < columns; ++i) {
        const Variable& column = (*box.names)[i];
        const std::string cell = place + ", row " + std::to_string(at / columns + 1) + ", column " + column.name;
        row.names.push_back(column.name);
        row.parts.push_back(cast(expression((*box.parts)[at + i], cell, depth + 1), column.type, cell));
      }
      out.parts.push_back(make(std::move(row)));
    }
    return make(std::move(out));
  }

  NodePtr invocation(const Expression& box, const std::string& place, int depth) {
    const std::size_t names = box.names ? box.names->size() : 0;
    if (!box.parts || box.parts->size() != names + 1) return report(place, "wrong number of bindings");
    Node node;
    node.op = Op::call;
    node.parts.push_back(expression((*box.parts)[0], place + ", function", depth + 1));
    for (std::size_t i = 0; i < names; ++i) {
      const std::string binding = place + ", binding " + (*box.names)[i].name;
      node.names.push_back((*box.names)[i].name);
      node.parts.push_back(cast(expression((*box.parts)[i + 1], binding, depth + 1), (*box.names)[i].type, binding));
    }
    return make(std::move(node));
  }

  NodePtr function(const Expression& box, const std::string& place, int depth) {
    Node node;
    node.op = box.text.value_or("FEEL") == "FEEL" ? Op::define : Op::external;
    const std::size_t kept = surroundings_.names.size();
    if (box.names) {
      for (const Variable& parameter : *box.names) {
        feel::TypePtr type = parameter.type ? types_.find(*parameter.type) : nullptr;
        if (!type && parameter.type) type = feel::builtin_type(*parameter.type);
        node.parameters.push_back({parameter.name, std::move(type)});
        declare(parameter.name);
      }
    }
    NodePtr body;
    if (box.parts && box.parts->size() == 1) body = expression((*box.parts)[0], place + ", body", depth + 1);
    node.parts.push_back(cast(std::move(body), box.type, place));
    surroundings_.names.resize(kept);
    return make(std::move(node));
  }

  NodePtr filter(const Expression& box, const std::string& place, int depth) {
    if (!box.parts || box.parts->size() != 2) return report(place, "a filter has a list and a condition");
    Node node;
    node.op = Op::filter;
    node.parts.push_back(expression((*box.parts)[0], place + ", in", depth + 1));
    const std::size_t kept = surroundings_.names.size();
    declare("item");
    surroundings_.names.insert(surroundings_.names.end(), surroundings_.members.begin(), surroundings_.members.end());
    node.parts.push_back(expression((*box.parts)[1], place + ", match", depth + 1));
    surroundings_.names.resize(kept);
    return make(std::move(node));
  }

  NodePtr iterator(Op op, const Expression& box, const std::string& place, int depth) {
    if (!box.parts || box.parts->size() != 2 || !box.names || box.names->size() != 1) {
      return report(place, "an iterator has a variable, a list and an expression");
    }
    Node node;
    node.op = op;
    node.names = {(*box.names)[0].name};
    node.parts.push_back(domain((*box.parts)[0], place + ", in", depth + 1));
    const std::size_t kept = surroundings_.names.size();
    declare((*box.names)[0].name);
    declare("partial");
    node.parts.push_back(expression((*box.parts)[1], place + ", body", depth + 1));
    surroundings_.names.resize(kept);
    return make(std::move(node));
  }

  Program::Data& data_;
  std::uint32_t node_;
  const SourceTypes& types_;
  feel::Surroundings surroundings_;
};

}  // namespace

void compile_logic(Program::Data& data) {
  const std::vector<std::string> members = member_names(data.model);
  data.logic.resize(data.model.nodes.size());
  for (std::uint32_t i = 0; i < data.model.nodes.size(); ++i) {
    const DrgNode& node = data.model.nodes[i];
    if (node.missing) {
      for (const std::string& href : *node.missing) {
        data.problems.push_back(
            {data.model.sources[node.source].file, node.name, "requirements", "nothing is named " + href});
      }
      continue;
    }
    if (node.expression) data.logic[i] = Compiler(data, members, i).expression(*node.expression, "expression");
  }
}

}  // namespace xiezhi::core::dmn
