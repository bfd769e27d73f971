#include "core/law/discretion.h"

#include <gtest/gtest.h>

namespace xiezhi::core::law {
namespace {

/// People without training (whole, 1 to 1000) and whether the trade is dangerous.
Benchmark people_benchmark() {
  Benchmark out;
  out.id = "people";
  out.decision = "tier";
  dmn::Model& model = out.model;
  model.sources.emplace_back();
  model.sources[0].types.push_back({"whole", "number", false, "floor(?) = ?", std::nullopt, {}, std::nullopt});
  dmn::DrgNode decision;
  decision.name = "tier";
  for (const auto& [name, type] : {std::pair{"people", "whole"}, std::pair{"danger", "boolean"}}) {
    dmn::DrgNode input;
    input.kind = dmn::NodeKind::input;
    input.name = name;
    input.type = type;
    decision.needs.push_back({static_cast<std::uint32_t>(model.nodes.size()), ""});
    model.nodes.push_back(std::move(input));
  }
  dmn::Table table;
  table.inputs = {{"people", std::nullopt, "[1..1000]"}, {"danger", std::nullopt, std::nullopt}};
  table.outputs = {{"tier", std::nullopt, std::nullopt, std::nullopt},
                   {"from_percent", std::nullopt, std::nullopt, std::nullopt},
                   {"to_percent", std::nullopt, std::nullopt, std::nullopt}};
  table.rules = {{{"< 3", "false"}, {"\"light\"", "0", "20"}},
                 {{"[3..10)", "false"}, {"\"usual\"", "20", "50"}},
                 {{"< 10", "true"}, {"\"usual\"", "20", "50"}},
                 {{">= 10", "-"}, {"\"grave\"", "50", "100"}}};
  decision.expression.emplace();
  decision.expression->form = dmn::Form::table;
  decision.expression->table = std::move(table);
  model.nodes.push_back(std::move(decision));
  return out;
}

std::string told(const std::vector<TierChange>& changes) {
  std::string out;
  for (const TierChange& change : changes) {
    out += out.empty() ? "" : "; ";
    for (const FactChange& one : change.changes) out += one.name + " " + one.from + "→" + one.to + " ";
    out += change.tier;
  }
  return out;
}

std::string told(const NearestChanges& found) { return told(found.changes); }

/// Facts a, b, … that are true or false; only all of them true are grave.
Benchmark flags_benchmark(std::size_t count) {
  Benchmark out = people_benchmark();
  dmn::Model& model = out.model;
  dmn::DrgNode decision = std::move(model.nodes.back());
  model.nodes.clear();
  decision.needs.clear();
  dmn::Table& table = *decision.expression->table;
  table.inputs.clear();
  table.rules.clear();
  const std::vector<std::string> all(count, "true");
  for (std::size_t i = 0; i < count; ++i) {
    dmn::DrgNode input;
    input.kind = dmn::NodeKind::input;
    input.name = std::string(1, static_cast<char>('a' + i));
    input.type = "boolean";
    table.inputs.push_back({input.name, std::nullopt, std::nullopt});
    decision.needs.push_back({static_cast<std::uint32_t>(model.nodes.size()), ""});
    model.nodes.push_back(std::move(input));
    std::vector<std::string> first_false(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i));
    first_false.emplace_back("false");
    first_false.resize(count, "-");
    table.rules.push_back({first_false, {"\"usual\"", "20", "50"}});
  }
  table.rules.push_back({all, {"\"grave\"", "50", "100"}});
  model.nodes.push_back(std::move(decision));
  return out;
}

std::vector<StatedFact> flags(std::size_t count) {
  std::vector<StatedFact> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back({std::string(1, static_cast<char>('a' + i)), "false"});
  return out;
}

std::vector<StatedFact> facts(const char* people, const char* danger) {
  return {{"people", people}, {"danger", danger}};
}

TEST(Discretion, FindsTheTierAndWhatDecidedIt) {
  const Benchmark benchmark = people_benchmark();
  const BenchmarkProgram program = MUST(prepare(benchmark));
  const Tier tier = MUST(tier_of(program, facts("5", "false")));
  EXPECT_EQ(tier.name, "usual");
  EXPECT_EQ(tier.rule, 2U);
  ASSERT_EQ(tier.facts.size(), 2U);
  EXPECT_EQ(tier.facts[0].condition, "[3..10)");
  EXPECT_EQ(tier.facts[0].value, "5");
  EXPECT_EQ(band_of(tier, base::Money{1'000'000}, base::Money{2'000'000}),
            (Band{base::Money{1'200'000}, base::Money{1'500'000}}));
}

TEST(Discretion, AsksForEachFactOnce) {
  const Benchmark benchmark = people_benchmark();
  const BenchmarkProgram program = MUST(prepare(benchmark));
  const auto problem = [&](const std::vector<StatedFact>& stated) {
    const auto tier = tier_of(program, stated);
    return tier.ok() ? std::string("none") : tier.error().code + " " + tier.error().fact;
  };
  EXPECT_EQ(problem({{"people", "5"}}), "missing danger");
  EXPECT_EQ(problem({{"people", "5"}, {"people", "5"}, {"danger", "true"}}), "twice people");
  EXPECT_EQ(problem({{"people", "5"}, {"danger", "true"}, {"rain", "true"}}), "unknown rain");
  EXPECT_EQ(problem(facts("5.5", "true")), "not_allowed people");
  EXPECT_EQ(problem(facts("0", "true")), "not_allowed people");
  EXPECT_EQ(problem(facts("many", "true")), "not_allowed people");
  EXPECT_EQ(problem(facts("1000", "yes")), "not_allowed danger");
  EXPECT_EQ(problem(facts("1000", "true")), "none");
}

TEST(Discretion, TellsTheFactsItAsksFor) {
  const Benchmark benchmark = people_benchmark();
  const auto specs = facts_of(MUST(prepare(benchmark)));
  ASSERT_EQ(specs.size(), 2U);
  EXPECT_EQ(specs[0].kind, FactKind::whole_number);
  EXPECT_EQ(specs[0].low, "1");
  EXPECT_EQ(specs[0].high, "1000");
  EXPECT_EQ(specs[1].kind, FactKind::flag);
}

TEST(Discretion, FindsTheNearestChangeInEachDirection) {
  const Benchmark benchmark = people_benchmark();
  const BenchmarkProgram program = MUST(prepare(benchmark));
  EXPECT_EQ(told(nearest_changes(program, facts("5", "false"))), "people 5→2 light; people 5→10 grave");
  EXPECT_EQ(told(nearest_changes(program, facts("2", "false"))), "people 2→3 usual; danger false→true usual");
}

TEST(Discretion, ChangesTwoFactsOnlyWhereOneIsNotEnough) {
  Benchmark benchmark = people_benchmark();
  benchmark.model.nodes[2].expression->table->rules = {{{"< 3", "false"}, {"\"usual\"", "20", "50"}},
                                                       {{">= 3", "false"}, {"\"usual\"", "20", "50"}},
                                                       {{"< 3", "true"}, {"\"usual\"", "20", "50"}},
                                                       {{">= 3", "true"}, {"\"grave\"", "50", "100"}}};
  const BenchmarkProgram program = MUST(prepare(benchmark));
  EXPECT_EQ(told(nearest_changes(program, facts("1", "false"))), "people 1→3 danger false→true grave");
}

TEST(Discretion, ChangesThreeFactsOnlyWhereTwoAreNotEnough) {
  Benchmark benchmark = flags_benchmark(3);
  EXPECT_EQ(told(nearest_changes(MUST(prepare(benchmark)), flags(3))), "a false→true b false→true c false→true grave");
}

TEST(Discretion, SaysWhenFourFactsWouldHaveToChange) {
  Benchmark benchmark = flags_benchmark(4);
  const NearestChanges found = nearest_changes(MUST(prepare(benchmark)), flags(4));
  EXPECT_TRUE(found.changes.empty());
  EXPECT_TRUE(found.cut);
  benchmark = flags_benchmark(3);
  EXPECT_FALSE(nearest_changes(MUST(prepare(benchmark)), flags(3)).cut);
}

TEST(Discretion, RefusesAModelThatIsNoBenchmark) {
  Benchmark unnamed = people_benchmark();
  unnamed.decision = "other";
  EXPECT_FALSE(prepare(unnamed).ok());
  Benchmark computed = people_benchmark();
  computed.model.nodes[2].expression->table->inputs[0].expression = "people * 2";
  EXPECT_FALSE(prepare(computed).ok());
  Benchmark banded = people_benchmark();
  banded.model.nodes[2].expression->table->outputs[2].name = "to_yuan";
  EXPECT_FALSE(prepare(banded).ok());
}

}  // namespace
}  // namespace xiezhi::core::law
