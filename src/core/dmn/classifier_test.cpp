#include "core/dmn/classifier.h"

#include <gtest/gtest.h>

namespace xiezhi::core::dmn {
namespace {

/// A decision "d" over the numbers a and b.
Program program_of(HitPolicy policy, std::vector<Rule> rules) {
  Model model;
  model.sources.emplace_back();
  DrgNode decision;
  decision.name = "d";
  Table table;
  table.policy = policy;
  for (const char* name : {"a", "b"}) {
    DrgNode input;
    input.kind = NodeKind::input;
    input.name = name;
    input.type = "number";
    decision.needs.push_back({static_cast<std::uint32_t>(model.nodes.size()), ""});
    model.nodes.push_back(std::move(input));
    table.inputs.push_back({name, std::nullopt, std::nullopt});
  }
  table.outputs = {{"", std::nullopt, "\"x\", \"y\", \"z\"", std::nullopt}};
  table.rules = std::move(rules);
  decision.expression.emplace();
  decision.expression->form = Form::table;
  decision.expression->table = std::move(table);
  model.nodes.push_back(std::move(decision));
  return MUST(Program::compile(std::move(model)));
}

/// What the engine answers, as the rule that gave it: under "unique" and "any" none where rules disagree.
std::string by_engine(const Program& program, std::int64_t a, std::int64_t b) {
  return feel::text_of(MUST(evaluate(program, "d", {{"a", feel::Value(a)}, {"b", feel::Value(b)}})).value);
}

std::string by_classifier(const Program& program, std::int64_t a, std::int64_t b) {
  const auto tables = tables_of(program);
  const Space space = MUST(space_of(program, tables[0]));
  const Classifier classifier = MUST(Classifier::of(program, tables[0], space));
  const std::vector<std::uint32_t> at{*space.axes[0].position(feel::Value(a)), *space.axes[1].position(feel::Value(b))};
  const auto rule = classifier.rule(at);
  if (!rule) return "null";
  const std::string& text = tables[0].table->rules[*rule].outputs[0];
  return text.substr(1, text.size() - 2);
}

TEST(Classifier, GivesWhatTheEngineGives) {
  std::vector<Rule> rules = {{{"<5", "-"}, {"\"z\""}},
                             {{"[3..8)", ">2"}, {"\"x\""}},
                             {{">=5", "<=2"}, {"\"y\""}},
                             {{"not(9)", "4, 6"}, {"\"y\""}}};
  for (const HitPolicy policy : {HitPolicy::unique, HitPolicy::first, HitPolicy::priority}) {
    const Program program = program_of(policy, rules);
    for (std::int64_t a = 0; a < 12; ++a) {
      for (std::int64_t b = 0; b < 8; ++b) ASSERT_EQ(by_classifier(program, a, b), by_engine(program, a, b)) << a << b;
    }
  }
}

TEST(Classifier, GoesPastSixtyFourRules) {
  std::vector<Rule> rules;
  for (int i = 0; i < 200; ++i) {
    rules.push_back(
        {{"[" + std::to_string(i) + ".." + std::to_string(i + 1) + ")", "-"}, {"\"" + std::to_string(i) + "\""}});
  }
  const Program program = program_of(HitPolicy::unique, rules);
  EXPECT_EQ(by_classifier(program, 0, 0), "0");
  EXPECT_EQ(by_classifier(program, 64, 0), "64");
  EXPECT_EQ(by_classifier(program, 199, 0), "199");
  EXPECT_EQ(by_classifier(program, 200, 0), "null");
  rules.push_back({{"-", "7"}, {"\"late\""}});
  const Program doubled = program_of(HitPolicy::unique, rules);
  EXPECT_EQ(by_classifier(doubled, 3, 7), "null");
  EXPECT_EQ(by_classifier(doubled, 3, 6), "3");
}

TEST(Classifier, RefusesTablesWithSeveralAnswers) {
  const Program program = program_of(HitPolicy::collect, {{{"<5", "-"}, {"\"x\""}}});
  const auto tables = tables_of(program);
  EXPECT_FALSE(Classifier::of(program, tables[0], MUST(space_of(program, tables[0]))).ok());
}

}  // namespace
}  // namespace xiezhi::core::dmn
