#include "core/dossier/credit_code.h"

#include <gtest/gtest.h>

namespace xiezhi::core::dossier {
namespace {

// The example of GB 32100-2015, and codes built from the rule by hand: sum of value × 3^i over the first 17, mod 31.
constexpr std::string_view kGood = "91350100M000100Y43";

TEST(CreditCode, TakesTheExampleOfTheStandard) { EXPECT_EQ(check_credit_code(kGood), CreditCodeFault::none); }

TEST(CreditCode, RefusesEveryOtherCheckCharacter) {
  std::string code(kGood);
  int accepted = 0;
  for (const char c : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
    code.back() = c;
    accepted += check_credit_code(code) == CreditCodeFault::none;
  }
  EXPECT_EQ(accepted, 1);
}

TEST(CreditCode, NoticesEverySingleChangedCharacter) {
  for (std::size_t i = 0; i < kCreditCodeLength; ++i) {
    for (const char c : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
      std::string code(kGood);
      if (code[i] == c) continue;
      code[i] = c;
      EXPECT_NE(check_credit_code(code), CreditCodeFault::none) << code;
    }
  }
}

TEST(CreditCode, NoticesSwappedNeighbours) {
  for (std::size_t i = 0; i + 1 < kCreditCodeLength; ++i) {
    std::string code(kGood);
    if (code[i] == code[i + 1]) continue;
    std::swap(code[i], code[i + 1]);
    EXPECT_NE(check_credit_code(code), CreditCodeFault::none) << code;
  }
}

TEST(CreditCode, RefusesTheLettersTheStandardLeavesOut) {
  for (const char c : std::string_view("IOSVZ")) {
    std::string code(kGood);
    code[8] = c;
    EXPECT_EQ(check_credit_code(code), CreditCodeFault::character);
  }
}

TEST(CreditCode, RefusesAnotherLength) {
  EXPECT_EQ(check_credit_code(""), CreditCodeFault::length);
  EXPECT_EQ(check_credit_code(kGood.substr(1)), CreditCodeFault::length);
  EXPECT_EQ(check_credit_code(std::string(kGood) + "0"), CreditCodeFault::length);
}

TEST(CreditCode, IsNormalisedFromLowerCaseFullWidthAndSpaces) {
  EXPECT_EQ(normalise_credit_code(" 91350100m000100y43 "), kGood);
  EXPECT_EQ(normalise_credit_code("９１３５０１００Ｍ０００１００Ｙ４３"), kGood);
  EXPECT_EQ(normalise_credit_code("91350100 M000 100Y43"), kGood);
}

TEST(CreditCode, NamesTheRegisteringDivision) {
  EXPECT_EQ(registering_division(kGood), "350100");
  EXPECT_EQ(registering_division("9135"), "");
}

}  // namespace
}  // namespace xiezhi::core::dossier
