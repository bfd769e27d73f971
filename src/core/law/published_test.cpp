#include "core/law/published.h"

#include <gtest/gtest.h>

namespace xiezhi::core::law {
namespace {

BenchmarkUse fine(const char* violation) { return {violation, Subject::unit, Trigger::found}; }

Benchmark table_of(const char* id, base::Date from, std::vector<BenchmarkUse> uses) {
  Benchmark out;
  out.id = id;
  out.from = from;
  out.uses = std::move(uses);
  return out;
}

/// The pack's own table "old" grades "a" and "b" from 2021.
PackFile pack_with_one() {
  PackFile out;
  out.discretion.emplace();
  out.discretion->push_back({"23", {table_of("old", base::Date::of(2021, 9, 1), {fine("a"), fine("b")})}, {}, {}});
  return out;
}

/// What the tables of the region grade on a day: "old: a b; new: c".
std::string graded(const PackFile& file, base::Date on) {
  std::string out;
  for (const Benchmark& table : file.discretion->front().benchmarks) {
    if (table.from > on || (table.until && *table.until < on)) continue;
    out += (out.empty() ? "" : "; ") + table.id + ":";
    for (const BenchmarkUse& use : table.uses) out += " " + use.violation;
  }
  return out;
}

TEST(Published, AVersionEndsTheOneBeforeAndAFineMovesToAnotherTable) {
  const base::Date day = base::Date::of(2026, 10, 1);
  const auto laid = with_published(pack_with_one(), {{"23", table_of("new", day, {fine("b"), fine("c")})},
                                                     {"23", table_of("old", day, {fine("a")})}});
  ASSERT_TRUE(laid.ok());
  EXPECT_EQ(graded(*laid, day.plus_days(-1)), "old: a b");
  EXPECT_EQ(graded(*laid, day), "new: b c; old: a");
}

TEST(Published, OfTwoTablesForOneFineTheLaterLeavesIt) {
  const base::Date day = base::Date::of(2026, 10, 1);
  const std::vector<PublishedBenchmark> both = {{"23", table_of("x", day, {fine("c"), fine("d")})},
                                                {"23", table_of("y", day, {fine("c"), fine("e")})}};
  const auto laid = with_published(pack_with_one(), both);
  ASSERT_TRUE(laid.ok());
  EXPECT_EQ(graded(*laid, day), "old: a b; x: c d; y: e");
  const auto turned = with_published(pack_with_one(), {both[1], both[0]});
  ASSERT_TRUE(turned.ok());
  EXPECT_EQ(graded(*turned, day), "old: a b; y: e; x: c d") << "in whatever order they are found";
}

TEST(Published, ARegionThatThePackDoesNotHaveIsAnErrorThatNamesTheTable) {
  const auto laid =
      with_published(pack_with_one(), {{"31", table_of("far", base::Date::of(2026, 10, 1), {fine("a")})}});
  ASSERT_FALSE(laid.ok());
  EXPECT_EQ(laid.error(), "'far' is published for region 31, which the pack does not have");
}

}  // namespace
}  // namespace xiezhi::core::law
