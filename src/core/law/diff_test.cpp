#include "core/law/diff.h"

#include <gtest/gtest.h>

namespace xiezhi::core::law {
namespace {

Figure figure(const char* key, std::int64_t value, const char* from, std::optional<const char*> until = {}) {
  Figure out;
  out.key = key;
  out.value = value;
  out.from = *base::Date::parse(from);
  if (until) out.until = *base::Date::parse(*until);
  return out;
}

Benchmark benchmark(std::vector<dmn::Rule> rules) {
  Benchmark out;
  out.id = "b";
  out.decision = "d";
  dmn::DrgNode node;
  node.name = "d";
  node.expression.emplace();
  node.expression->form = dmn::Form::table;
  node.expression->table.emplace();
  node.expression->table->rules = std::move(rules);
  out.model.nodes.push_back(std::move(node));
  return out;
}

PackFile with(std::vector<Figure> figures, std::vector<dmn::Rule> rules = {}) {
  PackFile out;
  out.figures = std::move(figures);
  if (!rules.empty()) out.discretion = std::vector<Discretion>{{"23", {benchmark(std::move(rules))}, {}, {}}};
  return out;
}

std::string told(const std::vector<Change>& changes) {
  std::string out;
  for (const Change& one : changes) {
    out += out.empty() ? "" : "; ";
    out += std::string(base::enum_name(one.what)) + " " + one.id + " " + std::string(base::enum_name(one.change));
    if (one.place) out += " " + *one.place;
  }
  return out;
}

TEST(LawDiff, TellsTheMemberThatChanged) {
  EXPECT_EQ(told(diff(with({figure("a", 1, "2020-01-01")}), with({figure("a", 2, "2020-01-01")}))),
            "figure a changed /value");
  EXPECT_EQ(told(diff(with({figure("a", 1, "2020-01-01")}), with({figure("b", 1, "2020-01-01")}))),
            "figure a removed; figure b added");
  EXPECT_EQ(told(diff(with({figure("a", 1, "2020-01-01")}), with({figure("a", 1, "2020-01-01")}))), "");
}

TEST(LawDiff, KeepsVersionsOfOneKeyApart) {
  const Figure old = figure("a", 1, "2020-01-01", "2020-12-31");
  EXPECT_EQ(told(diff(with({old}), with({old, figure("a", 2, "2021-01-01")}))), "figure a added");
}

TEST(LawDiff, ComparesTwoDaysOfOnePack) {
  const PackFile pack = with({figure("a", 1, "2020-01-01", "2020-12-31"), figure("a", 2, "2021-01-01")});
  const auto day = [](const char* text) { return *base::Date::parse(text); };
  EXPECT_EQ(told(diff(in_force_on(pack, day("2020-06-01")), in_force_on(pack, day("2020-07-01")))), "");
  EXPECT_EQ(told(diff(in_force_on(pack, day("2020-06-01")), in_force_on(pack, day("2021-06-01")))),
            "figure a changed /from; figure a removed /until; figure a changed /value");
}

TEST(LawDiff, NamesTheRuleOfABenchmark) {
  const dmn::Rule low{{"<5"}, {"1"}};
  const dmn::Rule high{{">=5"}, {"2"}};
  EXPECT_EQ(told(diff(with({}, {low, high}), with({}, {low, {{">=5"}, {"3"}}}))), "benchmark b changed rule 2");
  EXPECT_EQ(told(diff(with({}, {low, high}), with({}, {low, {{">=6"}, {"2"}}}))),
            "benchmark b removed rule 2; benchmark b added rule 2");
  EXPECT_EQ(told(diff(with({}, {low, high}), with({}, {high, low}))),
            "benchmark b changed rule 1; benchmark b changed rule 2");
}

}  // namespace
}  // namespace xiezhi::core::law
