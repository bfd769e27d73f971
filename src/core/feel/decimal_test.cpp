#include "core/feel/decimal.h"

#include <gtest/gtest.h>

namespace xiezhi::core::feel {
namespace {

Decimal d(std::string_view text) {
  const auto out = Decimal::parse(text);
  EXPECT_TRUE(out) << text;
  return out.value_or(Decimal());
}

std::string text(const MaybeDecimal& value) { return value ? value->text() : "none"; }

TEST(Decimal, ReadsAndWritesWithoutTrailingZeros) {
  for (const auto& [given, wanted] : {std::pair{"0", "0"},
                                      {"-0", "0"},
                                      {"1.50", "1.5"},
                                      {".5", "0.5"},
                                      {"1.2e3", "1200"},
                                      {"120", "120"},
                                      {"1e-7", "0.0000001"},
                                      {"-12.30", "-12.3"},
                                      {"1e80", "1E+80"}}) {
    EXPECT_EQ(d(given).text(), wanted);
  }
  for (const char* bad : {"", ".", "-", "1e", "1.2.3", "a", "1 ", "0x1"}) EXPECT_FALSE(Decimal::parse(bad)) << bad;
}

TEST(Decimal, KeepsThirtyFourDigitsAndRoundsHalfToEven) {
  EXPECT_EQ(d("9999999999999999999999999999999999").text(), "9999999999999999999999999999999999");
  EXPECT_EQ(d("10000000000000000000000000000000005").text(), "10000000000000000000000000000000000");
  EXPECT_EQ(d("10000000000000000000000000000000015").text(), "10000000000000000000000000000000020");
  EXPECT_EQ(d("100000000000000000000000000000000050000001").text(), "100000000000000000000000000000000100000000");
  EXPECT_EQ(text(divide(d("1"), d("3"))), "0.3333333333333333333333333333333333");
  EXPECT_EQ(text(divide(d("2"), d("3"))), "0.6666666666666666666666666666666667");
}

TEST(Decimal, AddsFarApartNumbersWithoutLosingTheRounding) {
  EXPECT_EQ(text(add(d("0.1"), d("0.2"))), "0.3");
  EXPECT_EQ(text(add(d("1e40"), d("1"))), "10000000000000000000000000000000000000000");
  EXPECT_EQ(text(subtract(d("1000000000000000000000000000000000"), d("1e-20"))), "1000000000000000000000000000000000");
  EXPECT_EQ(text(subtract(d("1"), d("1"))), "0");
  EXPECT_EQ(text(subtract(d("1"), d("1e-33"))), "0.999999999999999999999999999999999");
}

TEST(Decimal, MultipliesFullCoefficients) {
  EXPECT_EQ(text(multiply(d("9999999999999999999999999999999999"), d("9999999999999999999999999999999999"))),
            "9.999999999999999999999999999999998E+67");
  EXPECT_EQ(text(multiply(d("1234567890123456789"), d("9876543210987654321"))),
            "12193263113702179522374638011112640000");
  EXPECT_EQ(text(multiply(d("-0.5"), d("4"))), "-2");
}

/// Products and quotients of small numbers agree with integers, for every pair.
TEST(Decimal, AgreesWithIntegersEverywhereNearZero) {
  for (std::int64_t a = -60; a <= 60; ++a) {
    for (std::int64_t b = -60; b <= 60; ++b) {
      EXPECT_EQ(text(add(Decimal(a), Decimal(b))), std::to_string(a + b));
      EXPECT_EQ(text(multiply(Decimal(a), Decimal(b))), std::to_string(a * b));
      EXPECT_EQ(Decimal(a) <=> Decimal(b), a <=> b);
      if (b == 0) continue;
      const std::int64_t rest = ((a % b) + b) % b;
      EXPECT_EQ(text(modulo(Decimal(a), Decimal(b))), std::to_string(rest)) << a << " " << b;
      EXPECT_EQ(text(multiply(*divide(Decimal(a * b), Decimal(b)), Decimal(1))), std::to_string(a));
    }
  }
}

TEST(Decimal, RoundsInEveryMode) {
  const auto rounded = [](const char* value, Rounding mode) { return text(d(value).rounded(0, mode)); };
  EXPECT_EQ(rounded("2.5", Rounding::half_even), "2");
  EXPECT_EQ(rounded("3.5", Rounding::half_even), "4");
  EXPECT_EQ(rounded("2.5", Rounding::half_up), "3");
  EXPECT_EQ(rounded("-2.5", Rounding::half_down), "-2");
  EXPECT_EQ(rounded("2.1", Rounding::up), "3");
  EXPECT_EQ(rounded("-2.9", Rounding::down), "-2");
  EXPECT_EQ(rounded("-2.1", Rounding::floor), "-3");
  EXPECT_EQ(rounded("-2.9", Rounding::ceiling), "-2");
  EXPECT_EQ(text(d("1234.5").rounded(-2, Rounding::half_even)), "1200");
  EXPECT_EQ(text(d("1e-50").rounded(2, Rounding::up)), "0.01");
}

TEST(Decimal, HasNoValueOutsideOfItsRange) {
  EXPECT_FALSE(Decimal::parse("1e6200"));
  EXPECT_FALSE(multiply(d("1e6000"), d("1e6000")));
  EXPECT_EQ(text(multiply(d("1e-6000"), d("1e-6000"))), "0");
  EXPECT_FALSE(divide(d("1"), d("0")));
  EXPECT_FALSE(square_root(d("-1")));
  EXPECT_FALSE(natural_logarithm(d("0")));
}

TEST(Decimal, RootsPowersAndLogarithmsHaveAllTheirDigits) {
  EXPECT_EQ(text(square_root(d("16"))), "4");
  EXPECT_EQ(text(square_root(d("0.0625"))), "0.25");
  EXPECT_EQ(text(square_root(d("2"))), "1.414213562373095048801688724209698");
  EXPECT_EQ(text(square_root(d("1e6001"))), text(multiply(d("3.162277660168379331998893544432719"), d("1e3000"))));
  // Within 70 digits of the middle between two numbers, and below it.
  EXPECT_EQ(text(square_root(d("9999999999999999999999999999999999"))), "99999999999999999.99999999999999999");
  EXPECT_EQ(text(natural_exponent(d("1"))), "2.718281828459045235360287471352662");
  EXPECT_EQ(text(natural_exponent(d("5"))), "148.4131591025766034211155800405523");
  EXPECT_EQ(text(natural_exponent(d("-1"))), "0.3678794411714423215955237701614609");
  EXPECT_EQ(text(natural_exponent(d("14000"))), "1.326620321137711275937776890335631E+6080");
  EXPECT_EQ(text(natural_exponent(d("0"))), "1");
  EXPECT_FALSE(natural_exponent(d("15000")));
  EXPECT_EQ(text(natural_exponent(d("-1e50"))), "0");
  EXPECT_EQ(text(natural_logarithm(d("1"))), "0");
  EXPECT_EQ(text(natural_logarithm(d("2"))), "0.6931471805599453094172321214581766");
  EXPECT_EQ(text(natural_logarithm(d("10"))), "2.302585092994045684017991454684364");
  EXPECT_EQ(text(natural_logarithm(d("7e-300"))), "-688.8296177491583919002920836618661");
  EXPECT_EQ(text(natural_logarithm(d("0.9999999999999999999999999999999999"))),
            "-0.0000000000000000000000000000000001");
  EXPECT_EQ(text(power(d("2"), d("0.5"))), "1.414213562373095048801688724209698");
  EXPECT_EQ(text(power(d("10"), d("0.5"))), "3.162277660168379331998893544432719");
  EXPECT_EQ(text(power(d("4"), d("2.5"))), "32");
  EXPECT_EQ(text(power(d("7"), d("-0.3"))), "0.5577898253032460068144276707287086");
}

TEST(Decimal, WholePowersAreRoundedOnce) {
  EXPECT_EQ(text(power(d("2"), d("-3"))), "0.125");
  EXPECT_EQ(text(power(d("-2"), d("3"))), "-8");
  EXPECT_EQ(text(power(d("0"), d("0"))), "1");
  EXPECT_EQ(text(power(d("1.1"), d("100"))), "13780.61233982227018411833717208964");
  EXPECT_EQ(text(power(d("1.000000001"), d("999999999"))), "2.718281824381622497995021525865311");
  // 5⁵⁰ has 35 digits, the last a 5: half to even.
  EXPECT_EQ(text(power(d("2"), d("-50"))), text(multiply(d("8.881784197001252323389053344726562"), d("1e-16"))));
  EXPECT_FALSE(power(d("0"), d("-1")));
  EXPECT_FALSE(power(d("-8"), d("0.5")));
  EXPECT_FALSE(power(d("2"), d("999999999")));
  EXPECT_EQ(text(power(d("2"), d("-999999999"))), "0");
  EXPECT_FALSE(power(d("10"), d("6145")));
}

TEST(Decimal, DeviationOfASample) {
  EXPECT_EQ(text(sample_deviation({d("2"), d("4"), d("7"), d("5")})), "2.081665999466132735282297706979931");
  EXPECT_EQ(text(sample_deviation({d("0.1"), d("0.2"), d("0.3")})), "0.1");
  EXPECT_EQ(text(sample_deviation({d("2"), d("2")})), "0");
  EXPECT_FALSE(sample_deviation({d("2")}));
}

}  // namespace
}  // namespace xiezhi::core::feel
