#include "app/what_if.h"

#include <gtest/gtest.h>

#include <set>

namespace xiezhi::app {
namespace {

namespace dmn = core::dmn;
namespace law = core::law;
using core::feel::Value;

/// Tiers of the number "people", 1 to 100.
law::Benchmark benchmark_of(std::vector<dmn::Rule> rules, bool asks_danger = false, const char* unit = "percent") {
  law::Benchmark out;
  out.decision = "tier";
  out.model.sources.emplace_back();
  dmn::DrgNode decision;
  decision.name = "tier";
  dmn::Table table;
  const auto input = [&](const char* name, const char* type, std::optional<std::string> values) {
    dmn::DrgNode node;
    node.kind = dmn::NodeKind::input;
    node.name = name;
    node.type = type;
    decision.needs.push_back({static_cast<std::uint32_t>(out.model.nodes.size()), ""});
    out.model.nodes.push_back(std::move(node));
    table.inputs.push_back({name, std::nullopt, std::move(values)});
  };
  input("people", "number", "[1..100]");
  if (asks_danger) input("danger", "boolean", std::nullopt);
  for (const std::string& name : {std::string("tier"), "from_" + std::string(unit), "to_" + std::string(unit)}) {
    table.outputs.push_back({name, std::nullopt, std::nullopt, std::nullopt});
  }
  table.rules = std::move(rules);
  decision.expression.emplace();
  decision.expression->form = dmn::Form::table;
  decision.expression->table = std::move(table);
  out.model.nodes.push_back(std::move(decision));
  return out;
}

TEST(WhatIf, CountsWhoWouldBeTreatedDifferently) {
  const law::Benchmark now =
      benchmark_of({{{"< 10"}, {"\"light\"", "0", "20"}}, {{">= 10"}, {"\"grave\"", "50", "80"}}});
  const law::Benchmark then = benchmark_of({{{"< 5"}, {"\"light\"", "0", "20"}},
                                            {{"[5..50)"}, {"\"grave\"", "50", "80"}},
                                            {{"[50..90]"}, {"\"grave\"", "20", "50"}}});
  const auto now_program = MUST(law::prepare(now));
  const auto then_program = MUST(law::prepare(then));
  const FastBenchmark before = MUST(FastBenchmark::of(now_program));
  const FastBenchmark after = MUST(FastBenchmark::of(then_program));
  Comparison comparison(before, after);
  std::set<std::int64_t> different;
  for (std::int64_t people = 1; people <= 100; ++people) {
    if (comparison.add({Value(people)})) different.insert(people);
  }
  comparison.add({Value(std::int64_t{200})});
  const WhatIf out = comparison.result();
  EXPECT_EQ(out.cases, 101);
  EXPECT_EQ(out.same, 4 + 40);
  EXPECT_EQ(out.heavier, 5);   // 5 to 9
  EXPECT_EQ(out.lighter, 41);  // 50 to 90
  EXPECT_EQ(out.no_longer, 10);
  EXPECT_EQ(out.neither, 1);
  EXPECT_EQ(different.size(), 56U);
  EXPECT_EQ(out.moves.at("light 0–20 % → grave 50–80 %"), 5);
  const Example example = comparison.example({Value(std::int64_t{7})}, "c1");
  EXPECT_EQ(example.before, "light 0–20 %");
  EXPECT_EQ(example.after, "grave 50–80 %");
  EXPECT_EQ(example.facts.at("people"), "7");
}

TEST(WhatIf, LeavesOpenWhatOnlyTheDraftAsks) {
  const law::Benchmark now = benchmark_of({{{"-"}, {"\"light\"", "0", "20"}}});
  const law::Benchmark then =
      benchmark_of({{{"-", "true"}, {"\"grave\"", "50", "80"}}, {{"-", "false"}, {"\"light\"", "0", "20"}}}, true);
  const auto now_program = MUST(law::prepare(now));
  const auto then_program = MUST(law::prepare(then));
  const FastBenchmark before = MUST(FastBenchmark::of(now_program));
  const FastBenchmark after = MUST(FastBenchmark::of(then_program));
  Comparison comparison(before, after);
  ASSERT_EQ(comparison.axes().size(), 2U);
  EXPECT_TRUE(comparison.add({Value(std::int64_t{3}), Value()}));
  EXPECT_TRUE(comparison.add({Value(std::int64_t{3}), Value(true)}));
  EXPECT_FALSE(comparison.add({Value(std::int64_t{3}), Value(false)}));
  EXPECT_EQ(comparison.result().no_longer, 1);
  EXPECT_EQ(comparison.result().heavier, 1);
}

TEST(WhatIf, ComparesPercentWithYuanOverTheRangesOfTheLaw) {
  const law::Benchmark now = benchmark_of({{{"-"}, {"\"light\"", "0", "20"}}});
  const law::Benchmark then = benchmark_of({{{"-"}, {"\"light\"", "2000", "3000"}}}, false, "yuan");
  const auto now_program = MUST(law::prepare(now));
  const auto then_program = MUST(law::prepare(then));
  const FastBenchmark before = MUST(FastBenchmark::of(now_program));
  const FastBenchmark after = MUST(FastBenchmark::of(then_program));
  const auto counted = [&](std::optional<std::vector<law::Band>> ranges) {
    Comparison comparison(before, after, std::move(ranges));
    EXPECT_TRUE(comparison.add({Value(std::int64_t{3})}));
    return comparison.result();
  };
  const auto of_yuan = [](std::int64_t low, std::int64_t high) {
    return law::Band{base::Money::of_yuan(low), base::Money::of_yuan(high)};
  };
  EXPECT_EQ(counted({{of_yuan(0, 20'000)}}).heavier, 1);  // 0 to 4,000 yuan before
  EXPECT_EQ(counted({{of_yuan(0, 50'000)}}).lighter, 1);  // 0 to 10,000
  EXPECT_EQ(counted({{of_yuan(0, 20'000), of_yuan(0, 50'000)}}).unlike, 1);
  EXPECT_EQ(counted(std::nullopt).unlike, 1);
  EXPECT_EQ(counted({{of_yuan(0, 20'000)}}).moves.at("light 0–20 % → light 2000–3000"), 1);
}

}  // namespace
}  // namespace xiezhi::app
