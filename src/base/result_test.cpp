#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace xiezhi::base {
namespace {

using IntResult = Result<int, std::string>;

IntResult half(int value) {
  if (value % 2 != 0) return Err{std::string("odd")};
  return value / 2;
}

Result<std::string, std::string> quarter_text(int value, int& reached) {
  const int first = TRY(half(value));
  ++reached;
  const int second = TRY(half(first));
  ++reached;
  return std::to_string(second);
}

TEST(Result, TryYieldsTheValue) {
  int reached = 0;
  const auto result = quarter_text(12, reached);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(*result, "3");
  EXPECT_EQ(reached, 2);
}

TEST(Result, TryLeavesAtTheFirstErrorAndConvertsTheValueType) {
  int reached = 0;
  const auto result = quarter_text(6, reached);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error(), "odd");
  EXPECT_EQ(reached, 1);
}

TEST(Result, MustYieldsTheValue) { EXPECT_EQ(MUST(half(8)), 4); }

TEST(Result, CarriesValuesThatCanOnlyBeMoved) {
  const auto make = [](bool good) -> Result<std::unique_ptr<int>, std::string> {
    if (!good) return Err{std::string("no")};
    return std::make_unique<int>(7);
  };
  const auto pass = [&](bool good) -> Result<int, std::string> { return *TRY(make(good)); };
  EXPECT_EQ(*pass(true), 7);
  EXPECT_EQ(pass(false).error(), "no");
}

TEST(Result, SameTypeForValueAndErrorIsNotConfused) {
  const Result<std::string, std::string> good{std::string("text")};
  const Result<std::string, std::string> bad{Err{std::string("text")}};
  EXPECT_TRUE(good.ok());
  EXPECT_FALSE(bad.ok());
}

TEST(ResultDeathTest, ReadingTheWrongSideIsABug) {
  EXPECT_DEATH((void)half(3).value(), "assertion failed");
  EXPECT_DEATH((void)half(4).error(), "assertion failed");
  EXPECT_DEATH((void)MUST(half(3)), "assertion failed.*result_test.cpp");
}

TEST(AssertDeathTest, NamesTheConditionAndThePlace) {
  EXPECT_DEATH(VERIFY(1 + 1 == 3), "1 \\+ 1 == 3 .*result_test.cpp");
  EXPECT_DEATH(VERIFY_NOT_REACHED(), "not reached");
}

}  // namespace
}  // namespace xiezhi::base
