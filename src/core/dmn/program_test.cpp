#include "core/dmn/program.h"

#include <gtest/gtest.h>

namespace xiezhi::core::dmn {
namespace {

using feel::Value;

constexpr const char* kOrder = "\"high\", \"low\"";

/// A model of one decision with a table over the inputs a and b.
Model table_model(HitPolicy policy, std::vector<Rule> rules, Aggregation aggregation = Aggregation::list) {
  Model model;
  model.sources.emplace_back();
  for (const char* name : {"a", "b"}) {
    DrgNode input;
    input.kind = NodeKind::input;
    input.name = name;
    model.nodes.push_back(std::move(input));
  }
  DrgNode decision;
  decision.name = "d";
  decision.needs = {{0, ""}, {1, ""}};
  Table table;
  table.policy = policy;
  table.aggregation = aggregation;
  table.inputs = {{"a", std::nullopt, std::nullopt}, {"b", std::nullopt, std::nullopt}};
  table.outputs = {{"", std::nullopt, std::nullopt, std::nullopt}};
  if (policy == HitPolicy::priority || policy == HitPolicy::output_order) table.outputs[0].values = kOrder;
  table.rules = std::move(rules);
  decision.expression.emplace();
  decision.expression->form = Form::table;
  decision.expression->table = std::move(table);
  model.nodes.push_back(std::move(decision));
  return model;
}

Outcome run(const Model& model, Value a, Value b) {
  const Program program = MUST(Program::compile(model));
  for (const Problem& one : program.problems()) ADD_FAILURE() << one.place << ": " << one.message;
  return MUST(evaluate(program, "d", {{"a", std::move(a)}, {"b", std::move(b)}}));
}

Value number(std::int64_t value) { return Value(value); }

TEST(DecisionTable, TellsTheRulesThatHeld) {
  const Model model = table_model(
      HitPolicy::collect, {{{"<10", "-"}, {"1"}}, {{"[5..20]", "\"x\""}, {"2"}}, {{"not(7)", "\"x\",\"y\""}, {"3"}}});
  const Outcome out = run(model, number(7), Value("x"));
  EXPECT_EQ(feel::text_of(out.value), "[1, 2]");
  ASSERT_EQ(out.hits.size(), 1U);
  EXPECT_EQ(out.hits[0].table, "d");
  EXPECT_EQ(out.hits[0].rules, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(feel::text_of(run(model, number(12), Value("y")).value), "[3]");
  EXPECT_EQ(feel::text_of(run(model, Value(), Value("x")).value), "null");
}

TEST(DecisionTable, EachPolicyHasItsAnswer) {
  const std::vector<Rule> rules = {{{">0", "-"}, {"\"low\""}}, {{">1", "-"}, {"\"high\""}}, {{">2", "-"}, {"\"low\""}}};
  const auto answer = [&](HitPolicy policy, Aggregation aggregation = Aggregation::list) {
    return feel::text_of(run(table_model(policy, rules, aggregation), number(3), Value()).value);
  };
  EXPECT_EQ(answer(HitPolicy::unique), "null");
  EXPECT_EQ(answer(HitPolicy::any), "null");
  EXPECT_EQ(answer(HitPolicy::first), "low");
  EXPECT_EQ(answer(HitPolicy::priority), "high");
  EXPECT_EQ(answer(HitPolicy::rule_order), "[\"low\", \"high\", \"low\"]");
  EXPECT_EQ(answer(HitPolicy::output_order), "[\"high\", \"low\", \"low\"]");
  EXPECT_EQ(answer(HitPolicy::collect, Aggregation::count), "3");
}

/// Simple cells go through the index; the same cell made not simple goes through the evaluator. They must agree.
TEST(DecisionTable, IndexAgreesWithTheEvaluator) {
  const std::vector<std::string> cells = {"3",      "<3",         "<=3",    ">3",          ">=3",   "[2..4]",
                                          "(2..4)", "]2..4[",     "not(3)", "not([2..3])", "1,3,5", "<2,>4",
                                          "-",      "not(<2,>4)", "=3",     "[4..2]"};
  for (const std::string& cell : cells) {
    for (std::int64_t i = 0; i <= 12; ++i) {
      const Value input = Value::of(feel::divide(feel::Decimal(i), feel::Decimal(2)));
      const Value fast =
          run(table_model(HitPolicy::collect, {{{cell, "-"}, {"1"}}, {{"77", "-"}, {"2"}}}), input, {}).value;
      const std::string slow_cell =
          cell == "-"
              ? cell
              : (cell.starts_with("not") ? "not(" + cell.substr(4, cell.size() - 5) + ", 99 + 0)" : cell + ", 99 + 0");
      const Value slow =
          run(table_model(HitPolicy::collect, {{{slow_cell, "-"}, {"1"}}, {{"77", "-"}, {"2"}}}), input, {}).value;
      EXPECT_EQ(feel::text_of(fast), feel::text_of(slow)) << cell << " at " << feel::text_of(input);
    }
  }
}

TEST(DecisionTable, TellsTheCellThatCannotBeRead) {
  const Program program = MUST(Program::compile(table_model(HitPolicy::unique, {{{"<10", "<="}, {"1"}}})));
  ASSERT_EQ(program.problems().size(), 1U);
  EXPECT_EQ(program.problems()[0].node, "d");
  EXPECT_EQ(program.problems()[0].place, "rule 1, input 2");
  EXPECT_NE(program.problems()[0].message.find("column 3"), std::string::npos);
  EXPECT_TRUE(MUST(evaluate(program, "d", {})).value.is_null());
}

TEST(Program, RefusesACircleAndIndexesThatNameNothing) {
  Model model = table_model(HitPolicy::unique, {});
  model.nodes[2].needs = {{2, ""}};
  EXPECT_FALSE(Program::compile(model).ok());
  model.nodes[2].needs = {{9, ""}};
  EXPECT_FALSE(Program::compile(model).ok());
}

TEST(Program, ModelSurvivesItsJson) {
  const Model model = table_model(HitPolicy::first, {{{"<10", "-"}, {"\"low\""}}});
  const std::string json = base::to_json(model);
  const Model again = MUST(base::parse_json<Model>(json));
  EXPECT_EQ(base::to_json(again), json);
  EXPECT_EQ(feel::text_of(run(again, number(1), {}).value), "low");
}

/// A knowledge model of one parameter of that type, which gives what it is given.
Model knowledge_model(std::vector<ItemDefinition> types, const std::string& type) {
  Model model;
  model.sources.emplace_back();
  model.sources[0].types = std::move(types);
  DrgNode knowledge;
  knowledge.kind = NodeKind::knowledge;
  knowledge.name = "b";
  knowledge.expression.emplace();
  knowledge.expression->form = Form::function;
  knowledge.expression->names = {{"x", type}};
  Expression body;
  body.text = "x";
  knowledge.expression->parts = {body};
  model.nodes.push_back(std::move(knowledge));
  return model;
}

ItemDefinition item(const char* name, const char* type, const char* allowed) {
  ItemDefinition out;
  out.name = name;
  out.type = type;
  out.allowed = allowed;
  return out;
}

std::string given_back(const Model& model, Value value) {
  const Program program = MUST(Program::compile(model));
  return feel::text_of(MUST(evaluate(program, "b", {{"x", std::move(value)}})).value);
}

TEST(Program, ParametersTakeAllowedValuesAlone) {
  const Model model = knowledge_model({item("tColor", "string", "\"red\", \"green\"")}, "tColor");
  EXPECT_EQ(given_back(model, Value("red")), "red");
  EXPECT_EQ(given_back(model, Value("blue")), "null");
  EXPECT_EQ(given_back(model, number(1)), "null");
}

TEST(Program, DerivedTypesKeepWhatTheirBaseDoesNotAllow) {
  const Model model = knowledge_model({item("tAge", "number", ">= 0"), item("tAdult", "tAge", "< 120")}, "tAdult");
  EXPECT_EQ(given_back(model, number(20)), "20");
  EXPECT_EQ(given_back(model, number(-1)), "null");
  EXPECT_EQ(given_back(model, number(120)), "null");
}

TEST(Program, AllowedValuesOfACollectionAreAboutItsItems) {
  ItemDefinition list = item("tColors", "string", "\"red\", \"green\"");
  list.is_list = true;
  list.constraint = "count(?) < 3";
  ItemDefinition derived;
  derived.name = "tSome";
  derived.type = "tColors";
  derived.allowed = "count(?) > 1";
  const Model model = knowledge_model({list, derived}, "tColors");
  const auto colors = [](std::initializer_list<const char*> names) {
    std::vector<Value> out;
    for (const char* name : names) out.emplace_back(name);
    return Value::list(std::move(out));
  };
  EXPECT_EQ(given_back(model, colors({"red"})), "[\"red\"]");
  EXPECT_EQ(given_back(model, colors({"red", "blue"})), "null");
  EXPECT_EQ(given_back(model, colors({"red", "red", "red"})), "null");
  const Model narrower = knowledge_model({list, derived}, "tSome");
  EXPECT_EQ(given_back(narrower, colors({"red", "green"})), "[\"red\", \"green\"]");
  EXPECT_EQ(given_back(narrower, colors({"red"})), "null");
  EXPECT_EQ(given_back(narrower, colors({"red", "red", "red"})), "null");
}

TEST(DecisionTable, GivesWhatItsColumnAllowsAlone) {
  Model model = table_model(HitPolicy::first, {{{"1", "-"}, {"\"low\""}}, {{"-", "-"}, {"\"grave\""}}});
  EXPECT_EQ(feel::text_of(run(model, number(2), {}).value), "grave");
  model.nodes[2].expression->table->outputs[0].values = kOrder;
  EXPECT_EQ(feel::text_of(run(model, number(1), {}).value), "low");
  EXPECT_EQ(feel::text_of(run(model, number(2), {}).value), "null");
}

TEST(Program, WhatCannotBeReadIsNullAndTold) {
  Model model = table_model(HitPolicy::first, {{{"-", "-"}, {"\"low\""}}});
  DrgNode other;
  other.name = "other";
  other.missing = {"#nothing"};
  other.expression.emplace();
  other.expression->text = "1";
  model.nodes.push_back(other);
  other.name = "foreign";
  other.missing.reset();
  other.expression->language = "http://www.w3.org/1999/XPath";
  model.nodes.push_back(other);
  other.name = "own";
  other.expression->language = "https://www.omg.org/spec/DMN/20230324/FEEL/";
  model.nodes.push_back(other);
  const Program program = MUST(Program::compile(model));
  ASSERT_EQ(program.problems().size(), 2U);
  EXPECT_EQ(program.problems()[0].message, "nothing is named #nothing");
  EXPECT_EQ(program.problems()[1].node, "foreign");
  EXPECT_TRUE(MUST(evaluate(program, "other", {})).value.is_null());
  EXPECT_TRUE(MUST(evaluate(program, "foreign", {})).value.is_null());
  EXPECT_EQ(feel::text_of(MUST(evaluate(program, "own", {})).value), "1");
  EXPECT_EQ(feel::text_of(MUST(evaluate(program, "d", {})).value), "low");
}

TEST(Program, AnIteratorGoesFromOneEndToTheOther) {
  Model model = knowledge_model({}, "Any");
  Expression loop;
  loop.form = Form::iterator;
  loop.names = {{"i", std::nullopt}};
  Expression text;
  text.text = "1..4";
  Expression body;
  body.text = "i * i";
  loop.parts = {text, body};
  model.nodes[0].expression->parts = {loop};
  EXPECT_EQ(given_back(model, Value()), "[1, 4, 9, 16]");
}

TEST(Program, UnknownNodeIsAnError) {
  const Program program = MUST(Program::compile(table_model(HitPolicy::first, {})));
  EXPECT_EQ(evaluate(program, "nothing", {}).error().code, "dmn.unknown_node");
}

}  // namespace
}  // namespace xiezhi::core::dmn
