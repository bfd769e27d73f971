#include "writ/amount.h"

#include <gtest/gtest.h>

namespace xiezhi::writ {
namespace {

using base::Money;

TEST(Amount, WholeYuanEndInZheng) {
  EXPECT_EQ(amount_in_capitals(Money::of_yuan(20'000)), "人民币贰万元整");
  EXPECT_EQ(amount_in_capitals(Money::of_yuan(1'234'567)), "人民币壹佰贰拾叁万肆仟伍佰陆拾柒元整");
  EXPECT_EQ(amount_in_capitals(Money::of_yuan(10)), "人民币壹拾元整");
}

TEST(Amount, ZerosInsideAreWrittenOnce) {
  EXPECT_EQ(amount_in_capitals(Money::of_yuan(1'002)), "人民币壹仟零贰元整");
  EXPECT_EQ(amount_in_capitals(Money::of_yuan(100'500)), "人民币壹拾万零伍佰元整");
  EXPECT_EQ(amount_in_capitals(Money::of_yuan(100'000'001)), "人民币壹亿零壹元整");
}

TEST(Amount, ZerosAtTheEndAreLeftOut) {
  EXPECT_EQ(amount_in_capitals(Money::of_yuan(350'000)), "人民币叁拾伍万元整");
  EXPECT_EQ(amount_in_capitals(Money::of_yuan(20'000'000)), "人民币贰仟万元整");
}

TEST(Amount, JiaoAndFenFollow) {
  EXPECT_EQ(amount_in_capitals(Money{168'032}), "人民币壹仟陆佰捌拾元叁角贰分");
  EXPECT_EQ(amount_in_capitals(Money{1'640'902}), "人民币壹万陆仟肆佰零玖元零贰分");
  EXPECT_EQ(amount_in_capitals(Money{32'550}), "人民币叁佰贰拾伍元伍角整");
  EXPECT_EQ(amount_in_capitals(Money{5}), "人民币伍分");
  EXPECT_EQ(amount_in_capitals(Money{0}), "人民币零元整");
}

TEST(Amount, FiguresAreGroupedByThousands) {
  EXPECT_EQ(amount_in_figures(Money{2'000'000}), "¥20,000.00");
  EXPECT_EQ(amount_in_figures(Money{123'456'789}), "¥1,234,567.89");
  EXPECT_EQ(amount_in_figures(Money{99'905}), "¥999.05");
  EXPECT_EQ(amount_in_full(Money::of_yuan(20'000)), "人民币贰万元整（¥20,000.00）");
}

}  // namespace
}  // namespace xiezhi::writ
