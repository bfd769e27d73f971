// The compiled model of DMN: what a DMN file says, without XML, as described structs. The law pack carries it as JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"

namespace xiezhi::core::dmn {

/// A name with a type: input, parameter, variable, column.
struct Variable {
  std::string name;
  std::optional<std::string> type;  ///< as the model writes it: "number", "tAmount", "other.tAmount"
};
BOOST_DESCRIBE_STRUCT(Variable, (), (name, type))

/// An item definition.
struct ItemDefinition {
  std::string name;
  std::optional<std::string> type;
  bool is_list = false;
  std::optional<std::string> allowed;     ///< unary tests on the value, of a list on each item
  std::optional<std::string> constraint;  ///< unary tests on the value as a whole
  std::vector<ItemDefinition> components;
  std::optional<std::vector<Variable>> parameters;  ///< of a function, whose result is of `type`
};
BOOST_DESCRIBE_STRUCT(ItemDefinition, (), (name, type, is_list, allowed, constraint, components, parameters))

enum class HitPolicy : std::uint8_t { unique, any, priority, first, rule_order, output_order, collect };
BOOST_DESCRIBE_ENUM(HitPolicy, unique, any, priority, first, rule_order, output_order, collect)

enum class Aggregation : std::uint8_t { list, sum, count, min, max };
BOOST_DESCRIBE_ENUM(Aggregation, list, sum, count, min, max)

struct InputClause {
  std::string expression;
  std::optional<std::string> type;
  std::optional<std::string> values;  ///< unary tests
};
BOOST_DESCRIBE_STRUCT(InputClause, (), (expression, type, values))

struct OutputClause {
  std::string name;  ///< "" where there is only one
  std::optional<std::string> type;
  std::optional<std::string> values;     ///< in order of priority
  std::optional<std::string> otherwise;  ///< when no rule holds
};
BOOST_DESCRIBE_STRUCT(OutputClause, (), (name, type, values, otherwise))

struct Rule {
  std::vector<std::string> inputs;   ///< unary tests
  std::vector<std::string> outputs;  ///< expressions
};
BOOST_DESCRIBE_STRUCT(Rule, (), (inputs, outputs))

struct Table {
  HitPolicy policy = HitPolicy::unique;
  Aggregation aggregation = Aggregation::list;
  std::vector<InputClause> inputs;
  std::vector<OutputClause> outputs;
  std::vector<Rule> rules;
};
BOOST_DESCRIBE_STRUCT(Table, (), (policy, aggregation, inputs, outputs, rules))

enum class Form : std::uint8_t {
  literal,      ///< text
  table,        ///< table
  context,      ///< names and parts; a part beyond the names is the result
  list,         ///< parts
  relation,     ///< names are columns, parts the cells row by row
  invocation,   ///< the function, then an argument for each name
  function,     ///< names are parameters, the one part is the body; text: "FEEL", "Java" or "PMML"
  conditional,  ///< condition, then, else
  filter,       ///< list, condition
  iterator,     ///< the one name runs over the first part, the second is returned
  some,         ///< as iterator, with a condition
  every
};
BOOST_DESCRIBE_ENUM(Form, literal, table, context, list, relation, invocation, function, conditional, filter, iterator,
                    some, every)

/// A boxed expression.
struct Expression {
  Form form = Form::literal;
  std::optional<std::string> type;
  std::optional<std::string> text;
  std::optional<Table> table;
  std::optional<std::vector<Variable>> names;
  std::optional<std::vector<Expression>> parts;
  std::optional<std::string> language;  ///< of `text` where it is another one than the file's
};
BOOST_DESCRIBE_STRUCT(Expression, (), (form, type, text, table, names, parts, language))

enum class NodeKind : std::uint8_t { input, decision, knowledge, service };
BOOST_DESCRIBE_ENUM(NodeKind, input, decision, knowledge, service)

/// What a node needs: another node, known under the name of an import ("" in the same model).
struct Requirement {
  std::uint32_t node = 0;
  std::string import;
};
BOOST_DESCRIBE_STRUCT(Requirement, (), (node, import))

/// Input data, a decision, a business knowledge model (its expression is a function) or a decision service.
struct DrgNode {
  NodeKind kind = NodeKind::decision;
  std::uint32_t source = 0;  ///< index of its model
  std::string name;
  std::optional<std::string> type;
  std::vector<Requirement> needs;                   ///< of a service: the decisions it gives
  std::vector<Requirement> parameters;              ///< of a service: input data, then input decisions
  std::optional<Expression> expression;             ///< absent: there is no logic
  std::optional<std::vector<std::string>> missing;  ///< references that name nothing: the node is null
};
BOOST_DESCRIBE_STRUCT(DrgNode, (), (kind, source, name, type, needs, parameters, expression, missing))

struct Import {
  std::string name;
  std::uint32_t source = 0;
};
BOOST_DESCRIBE_STRUCT(Import, (), (name, source))

/// One DMN file.
struct Source {
  std::string file;
  std::string name_space;
  std::string name;
  std::vector<Import> imports;
  std::vector<ItemDefinition> types;
  std::optional<std::string> language;  ///< of expressions; absent: FEEL
};
BOOST_DESCRIBE_STRUCT(Source, (), (file, name_space, name, imports, types, language))

/// A model with everything it imports. The first source is the model itself.
struct Model {
  std::int32_t format = 1;
  std::vector<Source> sources;
  std::vector<DrgNode> nodes;
};
BOOST_DESCRIBE_STRUCT(Model, (), (format, sources, nodes))

}  // namespace xiezhi::core::dmn
