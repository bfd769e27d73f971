// Roots, powers, exponentials and logarithms by series on decimals: about 32 of the 34 digits are right.
#include "base/assert.h"
#include "core/feel/decimal.h"

namespace xiezhi::core::feel {
namespace {

constexpr int kMostTerms = 200;
constexpr std::int64_t kLargestWholePower = 999'999'999;

Decimal constant(std::string_view text) {
  const auto value = Decimal::parse(text);
  VERIFY(value);
  return *value;
}

const Decimal& ln_ten() {
  static const Decimal kValue = constant("2.302585092994045684017991454684364");
  return kValue;
}

MaybeDecimal whole_power(Decimal base, std::uint64_t exponent) {
  Decimal out(1);
  for (; exponent != 0; exponent >>= 1) {
    if ((exponent & 1) != 0) {
      const auto next = multiply(out, base);
      if (!next) return std::nullopt;
      out = *next;
    }
    if (exponent == 1) break;
    const auto square = multiply(base, base);
    if (!square) return std::nullopt;
    base = *square;
  }
  return out;
}

/// Sum of term(n) until a term no longer counts.
template <typename Next>
MaybeDecimal series(Decimal sum, Decimal term, Next next) {
  for (std::int64_t n = 1; n < kMostTerms && !term.is_zero(); ++n) {
    const auto following = next(term, n);
    if (!following) return std::nullopt;
    term = following->first;
    const auto more = add(sum, following->second);
    if (!more) return std::nullopt;
    if (*more == sum) break;
    sum = *more;
  }
  return sum;
}

using TermAndPart = std::optional<std::pair<Decimal, Decimal>>;

}  // namespace

MaybeDecimal square_root(const Decimal& value) {
  if (value.negative()) return std::nullopt;
  if (value.is_zero()) return Decimal();
  // A start with the right size; Newton's steps double the digits that are right.
  const Decimal plain = value.reduced();
  int size = plain.exponent();
  for (Wide rest = plain.coefficient(); rest >= 10; rest /= 10) ++size;
  auto guess = Decimal::make(false, 2, size >= 0 ? size / 2 : -((-size + 1) / 2));
  for (int step = 0; guess && step < 12; ++step) {
    const auto other = divide(value, *guess);
    const auto sum = other ? add(*guess, *other) : std::nullopt;
    const auto next = sum ? divide(*sum, Decimal(2)) : std::nullopt;
    if (!next || *next == *guess) break;
    guess = next;
  }
  if (!guess) return std::nullopt;
  // An exact root is found exactly: the last digit of a rounded one may be off by one.
  for (int digits = 0; digits <= 1; ++digits) {
    const int scale = Decimal::kDigits - 3 - (size / 2) + digits;
    const auto shorter = guess->rounded(scale, Rounding::half_even);
    const auto back = shorter ? multiply(*shorter, *shorter) : std::nullopt;
    if (back && *back == value) return shorter->reduced();
  }
  return guess;
}

MaybeDecimal natural_exponent(const Decimal& value) {
  const auto tens = divide(value, ln_ten());
  const auto whole = tens ? tens->rounded(0, Rounding::floor) : std::nullopt;
  const auto power = whole ? whole->integer() : std::nullopt;
  if (!power) return value.negative() ? MaybeDecimal(Decimal()) : std::nullopt;
  if (*power > Decimal::kMaxExponent + Decimal::kDigits) return std::nullopt;
  if (*power < Decimal::kMinExponent - Decimal::kDigits) return Decimal();
  const auto whole_part = multiply(Decimal(*power), ln_ten());
  const auto rest = whole_part ? subtract(value, *whole_part) : std::nullopt;
  constexpr int kHalvings = 4;
  const auto part = rest ? divide(*rest, Decimal(1 << kHalvings)) : std::nullopt;
  if (!part) return std::nullopt;
  auto out = series(Decimal(1), Decimal(1), [&](const Decimal& term, std::int64_t n) -> TermAndPart {
    const auto product = multiply(term, *part);
    const auto next = product ? divide(*product, Decimal(n)) : std::nullopt;
    return next ? TermAndPart({*next, *next}) : std::nullopt;
  });
  for (int i = 0; out && i < kHalvings; ++i) out = multiply(*out, *out);
  if (!out) return std::nullopt;
  return Decimal::make(false, out->coefficient(), out->exponent() + static_cast<int>(*power));
}

MaybeDecimal natural_logarithm(const Decimal& value) {
  if (value.is_zero() || value.negative()) return std::nullopt;
  int digits = 0;
  for (Wide rest = value.coefficient(); rest != 0; rest /= 10) ++digits;
  const int tens = value.exponent() + digits - 1;
  MaybeDecimal mantissa = Decimal::make(false, value.coefficient(), 1 - digits);
  constexpr int kRoots = 3;
  for (int i = 0; mantissa && i < kRoots; ++i) mantissa = square_root(*mantissa);
  const auto below = mantissa ? add(*mantissa, Decimal(1)) : std::nullopt;
  const auto above = mantissa ? subtract(*mantissa, Decimal(1)) : std::nullopt;
  const auto ratio = below && above ? divide(*above, *below) : std::nullopt;
  const auto square = ratio ? multiply(*ratio, *ratio) : std::nullopt;
  if (!square) return std::nullopt;
  const auto sum = series(*ratio, *ratio, [&](const Decimal& term, std::int64_t n) -> TermAndPart {
    const auto next = multiply(term, *square);
    const auto part = next ? divide(*next, Decimal(2 * n + 1)) : std::nullopt;
    return part ? TermAndPart({*next, *part}) : std::nullopt;
  });
  const auto scaled = sum ? multiply(*sum, Decimal(2 << kRoots)) : std::nullopt;
  const auto whole = multiply(ln_ten(), Decimal(tens));
  return scaled && whole ? add(*scaled, *whole) : std::nullopt;
}

MaybeDecimal power(const Decimal& base, const Decimal& exponent) {
  const auto whole = exponent.integer();
  if (whole && *whole <= kLargestWholePower && *whole >= -kLargestWholePower) {
    const auto size = static_cast<std::uint64_t>(*whole < 0 ? -*whole : *whole);
    const auto out = whole_power(base, size);
    if (!out) return std::nullopt;
    return *whole < 0 ? divide(Decimal(1), *out) : out;
  }
  if (base.is_zero()) return exponent.negative() ? std::nullopt : MaybeDecimal(Decimal());
  const auto logarithm = natural_logarithm(base);
  const auto product = logarithm ? multiply(*logarithm, exponent) : std::nullopt;
  return product ? natural_exponent(*product) : std::nullopt;
}

}  // namespace xiezhi::core::feel
