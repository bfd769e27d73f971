#include "base/money.h"

#include <gtest/gtest.h>

#include "base/codec.h"

namespace xiezhi::base {
namespace {

TEST(Money, CountsInFen) {
  EXPECT_EQ(Money::of_yuan(1).fen, 100);
  EXPECT_EQ(Money::of_yuan(3) + Money::of_fen(5), Money::of_fen(305));
  EXPECT_EQ(Money::of_yuan(3) - Money::of_fen(5), Money::of_fen(295));
  EXPECT_EQ(Money::of_fen(333) * 3, Money::of_fen(999));
  EXPECT_EQ(Money{}, Money::of_fen(0));
}

TEST(Money, OrdersToTheSingleFen) {
  EXPECT_LT(Money::of_fen(9'999'999), Money::of_yuan(100'000));
  EXPECT_GT(Money::of_fen(10'000'001), Money::of_yuan(100'000));
  EXPECT_LT(Money::of_fen(-1), Money{});
}

TEST(Money, IsWrittenAndReadAsIntegerFen) {
  EXPECT_EQ(to_json(Money::of_yuan(20'000'000)), "2000000000");
  EXPECT_EQ(parse_json<Money>("10000000000")->fen, 10'000'000'000);
  EXPECT_EQ(parse_json<Money>("1.5").error().code, "json.out_of_range");
  EXPECT_EQ(parse_json<Money>("\"100\"").error().code, "json.wrong_type");
}

}  // namespace
}  // namespace xiezhi::base
