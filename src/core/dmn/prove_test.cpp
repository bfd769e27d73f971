#include "core/dmn/prove.h"

#include <gtest/gtest.h>

#include "core/dmn/api.h"

namespace xiezhi::core::dmn {
namespace {

struct Column {
  const char* name;
  const char* type;
  const char* values;
};

/// A decision "d" with a table over columns of input data.
Program program_of(HitPolicy policy, const std::vector<Column>& columns, std::vector<Rule> rules,
                   std::optional<std::string> outputs = std::nullopt) {
  Model model;
  model.sources.emplace_back();
  model.sources[0].types.push_back({"whole", "number", false, "floor(?) = ?", std::nullopt, {}, std::nullopt});
  DrgNode decision;
  decision.name = "d";
  Table table;
  table.policy = policy;
  for (const Column& column : columns) {
    DrgNode input;
    input.kind = NodeKind::input;
    input.name = column.name;
    input.type = column.type;
    decision.needs.push_back({static_cast<std::uint32_t>(model.nodes.size()), ""});
    model.nodes.push_back(std::move(input));
    table.inputs.push_back({column.name, std::nullopt, std::nullopt});
    if (*column.values != 0) table.inputs.back().values = column.values;
  }
  table.outputs = {{"", std::nullopt, std::move(outputs), std::nullopt}};
  table.rules = std::move(rules);
  decision.expression.emplace();
  decision.expression->form = Form::table;
  decision.expression->table = std::move(table);
  model.nodes.push_back(std::move(decision));
  return MUST(Program::compile(std::move(model)));
}

TableProof proof_of(const Program& program) {
  const auto proofs = prove(program);
  EXPECT_EQ(proofs.size(), 1U);
  return proofs.empty() ? TableProof{} : proofs.front();
}

/// "gap a=5; overlap 1,2 a=3" of the findings.
std::string told(const TableProof& proof) {
  std::string out;
  for (const Finding& finding : proof.findings) {
    out += out.empty() ? "" : "; ";
    out += std::string(finding.advice ? "advice " : "") + std::string(base::enum_name(finding.fault));
    for (std::size_t i = 0; i < finding.rules.size(); ++i) {
      out += (i == 0 ? " " : ",") + std::to_string(finding.rules[i]);
    }
    for (const WitnessFact& fact : finding.facts) out += " " + fact.name + "=" + fact.value;
  }
  return proof.undecided ? "undecided: " + *proof.undecided : out;
}

TEST(Prove, FindsTheEndThatNoIntervalHolds) {
  const Column a{"a", "number", "[0..100]"};
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {a}, {{{"<10"}, {"1"}}, {{">10"}, {"2"}}}))), "gap a=10");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {a}, {{{"<10"}, {"1"}}, {{">=10"}, {"2"}}}))), "");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {a}, {{{"<=10"}, {"1"}}, {{">=10"}, {"2"}}}))),
            "overlap 1,2 a=10");
}

TEST(Prove, LooksInsideTheDeclaredValuesAlone) {
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {{"a", "number", "[1..5)"}}, {{{"[1..5]"}, {"1"}}}))), "");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {{"a", "number", ""}}, {{{">=0"}, {"1"}}}))), "gap a=-1");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {{"a", "string", "\"x\",\"y\""}}, {{{"\"x\""}, {"1"}}}))),
            "gap a=\"y\"");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {{"a", "string", ""}}, {{{"\"x\""}, {"1"}}}))),
            "gap a=\"other\"");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {{"a", "boolean", ""}}, {{{"true"}, {"1"}}}))), "gap a=false");
}

TEST(Prove, KnowsThatWholeNumbersHaveNeighbours) {
  const std::vector<Rule> rules = {{{"[1..2]"}, {"1"}}, {{"[3..9]"}, {"2"}}};
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {{"a", "whole", "[1..9]"}}, rules))), "");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {{"a", "number", "[1..9]"}}, rules))), "gap a=2.5");
}

TEST(Prove, KnowsThatDaysHaveNeighbours) {
  const Column day{"a", "date", "[date(\"2025-01-01\")..date(\"2025-12-31\")]"};
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {day},
                                     {{{"<=date(\"2025-06-30\")"}, {"1"}}, {{">=date(\"2025-07-01\")"}, {"2"}}}))),
            "");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {day},
                                     {{{"<=date(\"2025-06-29\")"}, {"1"}}, {{">=date(\"2025-07-01\")"}, {"2"}}}))),
            "gap a=2025-06-30");
}

TEST(Prove, FindsTheGapBetweenColumns) {
  const std::vector<Column> columns = {{"a", "number", "[0..10]"}, {"b", "boolean", ""}};
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, columns,
                                     {{{"<5", "true"}, {"1"}}, {{">=5", "-"}, {"2"}}, {{"<3", "false"}, {"3"}}}))),
            "gap a=3 b=false");
}

TEST(Prove, AllowsRulesThatAgree) {
  const Column a{"a", "number", "[0..10]"};
  const std::vector<Rule> same = {{{"<=5"}, {"1"}}, {{">=5"}, {"1.0"}}};
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::any, {a}, same))), "");
  const TableProof proof = proof_of(program_of(HitPolicy::unique, {a}, same));
  EXPECT_EQ(told(proof), "advice overlap 1,2 a=5");
  EXPECT_TRUE(proof.sound());
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::any, {a}, {{{"<=5"}, {"1"}}, {{">=5"}, {"2"}}}))), "overlap 1,2 a=5");
}

TEST(Prove, FindsRulesThatOthersTakeEverythingFrom) {
  const Column a{"a", "number", "[0..10]"};
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::first, {a}, {{{"<6"}, {"1"}}, {{">4"}, {"2"}}, {{"[3..7]"}, {"3"}}}))),
            "unreachable 3,1 a=3");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::first, {a}, {{{"<6"}, {"1"}}, {{"-"}, {"2"}}}))), "");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {a}, {{{"[0..10]"}, {"1"}}, {{">10"}, {"2"}}}))),
            "unreachable 2");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::priority, {a}, {{{"[2..3]"}, {"\"low\""}}, {{"-"}, {"\"high\""}}},
                                     "\"high\", \"low\""))),
            "unreachable 1,2 a=2");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::priority, {a}, {{{"[2..3]"}, {"\"low\""}}, {{"-"}, {"\"high\""}}},
                                     "\"low\", \"high\""))),
            "");
}

TEST(Prove, ReadsNegation) {
  const Column a{"a", "number", "[0..10]"};
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {a}, {{{"3, [5..7)"}, {"1"}}, {{"not(3, [5..7))"}, {"2"}}}))),
            "");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {a}, {{{"not(3)"}, {"1"}}}))), "gap a=3");
}

TEST(Prove, SaysWhatItCannotTell) {
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {{"a", "number", ""}}, {{{"> b"}, {"1"}}}))),
            "undecided: rule 1, input 1 is no value or range: '> b'");
  const std::string why =
      told(proof_of(program_of(HitPolicy::unique, {{"a", "number", ""}}, {{{"<= 3"}, {"a"}}, {{">= 3"}, {"3"}}})));
  EXPECT_EQ(why, "undecided: rules 1 and 2 overlap, and whether they agree depends on what their outcomes compute");
}

TEST(Prove, AnswersAHostThatHasLoadedAModel) {
  const Program program = program_of(HitPolicy::unique, {{"a", "number", "[0..9]"}}, {{{">=1"}, {"1"}}});
  const auto asked = [](const std::string& text) {
    const base::Json request = MUST(base::Json::parse(text));
    const std::string bytes = MUST(answer(request));
    return MUST(base::Json::parse(bytes));
  };
  asked(R"({"call":"dmn.load","model":)" + base::to_json(program.model()) + "}");
  const base::Json said = asked(R"({"call":"dmn.prove"})");
  const base::Json& table = said.find("tables")->array()->front();
  const base::Json& finding = table.find("findings")->array()->front();
  EXPECT_EQ(finding.find("fault")->text(), "gap");
  EXPECT_EQ(finding.find("facts")->array()->front().find("value")->text(), "0");
}

/// Every finding and every silence of random tables, held against what the engine itself answers at each point.
TEST(Prove, AgreesWithTheEngineEverywhere) {
  std::uint64_t seed = 7;
  const auto draw = [&](std::uint64_t below) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (seed >> 33) % below;
  };
  const auto cell = [&]() -> std::string {
    const std::string low = std::to_string(draw(6));
    const std::string high = std::to_string(draw(6));
    switch (draw(7)) {
      case 0: return "-";
      case 1: return "< " + low;
      case 2: return ">= " + low;
      case 3: return "[" + low + ".." + high + ")";
      case 4: return "(" + low + ".." + high + "]";
      case 5: return "not(" + low + ")";
      default: return low + ", [" + high + ".." + std::to_string(draw(6)) + "]";
    }
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<Rule> rules;
    for (std::uint64_t i = 0, n = 1 + draw(4); i < n; ++i) rules.push_back({{cell(), cell()}, {std::to_string(i)}});
    const Program program =
        program_of(HitPolicy::collect, {{"a", "number", "[0..5]"}, {"b", "number", "[0..5]"}}, rules);
    bool gap = false;
    for (int a = 0; a <= 20; ++a) {
      for (int b = 0; b <= 20; ++b) {
        const auto quarter = [](int n) { return feel::Value(*feel::divide(feel::Decimal(n), feel::Decimal(4))); };
        const auto outcome = MUST(evaluate(program, "d", {{"a", quarter(a)}, {"b", quarter(b)}}));
        gap = gap || outcome.hits.front().rules.empty();
      }
    }
    const TableProof proof = proof_of(program);
    ASSERT_FALSE(proof.undecided);
    const bool told_gap = std::any_of(proof.findings.begin(), proof.findings.end(),
                                      [](const Finding& one) { return one.fault == Fault::gap; });
    ASSERT_EQ(told_gap, gap) << "round " << round;
  }
}

TEST(Prove, AnOutcomeThatIsNotDeclaredGivesNoAnswer) {
  const Column a{"a", "number", "[0..10]"};
  const std::vector<Rule> rules = {{{"<5"}, {"\"x\""}}, {{">=5"}, {"\"z\""}}};
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {a}, rules, "\"x\",\"y\""))), "unreachable 2 a=5");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {a}, rules, "\"x\",\"z\""))), "");
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {a}, rules))), "");
}

TEST(Prove, AdvisesOfAPartOfAConditionThatNothingMeets) {
  const Column grade{"g", "string", "\"low\",\"high\""};
  const TableProof proof =
      proof_of(program_of(HitPolicy::unique, {grade}, {{{"\"low\",\"lwo\""}, {"1"}}, {{"\"high\""}, {"2"}}}));
  EXPECT_EQ(told(proof), "advice unreachable 1");
  EXPECT_TRUE(proof.sound());
  EXPECT_EQ(told(proof_of(program_of(HitPolicy::unique, {grade}, {{{"\"low\""}, {"1"}}, {{"\"high\""}, {"2"}}}))), "");
}

}  // namespace
}  // namespace xiezhi::core::dmn
