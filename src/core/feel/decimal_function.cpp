// Roots, powers, exponentials and logarithms: computed with guard digits, rounded once.
#include "core/feel/decimal.h"
#include "core/feel/precise.h"

namespace xiezhi::core::feel {
namespace {

constexpr std::int64_t kLargestWholePower = 999'999'999;
/// Beyond it a number is out of range for certain.
constexpr std::int64_t kFarthestExponent = 1'000;

const Precise& ln_ten() {
  static const Precise kValue(
      {2, 302'585'092, 994'045'684, 17'991'454, 684'364'207, 601'101'488, 628'772'976, 33'327'900, 967'572'609}, 0);
  return kValue;
}

const Precise& ln_two() {
  static const Precise kValue({693'147'180, 559'945'309, 417'232'121, 458'176'568, 75'500'134, 360'255'254, 120'680'009,
                               493'393'621, 969'694'715},
                              -1);
  return kValue;
}

Precise signed_number(std::int64_t value) {
  const Precise size(static_cast<std::uint32_t>(value < 0 ? -value : value));
  return value < 0 ? -size : size;
}

/// Whether a term no longer counts beside a sum.
bool is_spent(const Precise& sum, const Precise& term) {
  return term.is_zero() || term.exponent() + static_cast<std::int64_t>(Precise::kLimbs) < sum.exponent();
}

/// e to the power of a number of moderate size, as a number times 10 to the power of `tens`.
Precise exponential(const Precise& value, std::int64_t tens) {
  // Halved until the series is short, and squared as often afterwards.
  constexpr int kHalvings = 8;
  const Precise part = (value - ln_ten() * signed_number(tens)).over(1 << kHalvings);
  Precise sum(1);
  Precise term(1);
  for (std::uint32_t n = 1; !is_spent(sum, term); ++n) {
    term = (term * part).over(n);
    sum = sum + term;
  }
  for (int i = 0; i < kHalvings; ++i) sum = sum * sum;
  return sum;
}

MaybeDecimal exponential_of(const Precise& value) {
  if (value.is_zero()) return Decimal(1);
  const auto rough = value.rounded();
  if (!rough) return std::nullopt;
  const auto quotient = (value / ln_ten()).rounded();
  const auto whole = quotient ? quotient->rounded(0, Rounding::floor) : std::nullopt;
  const auto tens = whole ? whole->integer() : std::nullopt;
  if (!tens || *tens > Decimal::kMaxExponent + Decimal::kDigits || *tens < Decimal::kMinExponent - Decimal::kDigits) {
    return rough->negative() ? MaybeDecimal(Decimal()) : std::nullopt;
  }
  return exponential(value, *tens).scaled(static_cast<int>(*tens));
}

/// ln x = 2 (z + z³/3 + z⁵/5 + …) with z = (x - 1) / (x + 1), of a number near 1.
Precise logarithm_near_one(const Precise& value) {
  const Precise ratio = (value - Precise(1)) / (value + Precise(1));
  const Precise square = ratio * ratio;
  Precise sum = ratio;
  Precise power = ratio;
  for (std::uint32_t n = 3; !is_spent(sum, power); n += 2) {
    power = power * square;
    sum = sum + power.over(n);
  }
  return sum + sum;
}

/// Of a number above zero.
Precise logarithm_of(const Decimal& value) {
  // What is near 1 goes straight into the series, so that no digits cancel out.
  if (value > *Decimal::make(false, 5, -1) && value < Decimal(2)) return logarithm_near_one(Precise(value));
  int digits = 0;
  for (Wide rest = value.coefficient(); rest != 0; rest /= 10) ++digits;
  const int tens = value.exponent() + digits - 1;
  Precise mantissa(*Decimal::make(false, value.coefficient(), 1 - digits));
  std::int64_t twos = 0;
  for (Decimal bound(2); Decimal(10) > bound && !(*mantissa.rounded() < bound); bound = *multiply(bound, Decimal(2))) {
    ++twos;
  }
  mantissa = mantissa.over(1U << static_cast<unsigned>(twos));
  return logarithm_near_one(mantissa) + ln_two() * signed_number(twos) + ln_ten() * signed_number(tens);
}

/// Nothing when it is out of range; zero when it is too small.
std::optional<Precise> whole_power(Precise base, std::uint64_t exponent) {
  Precise out(1);
  for (; exponent != 0; exponent >>= 1) {
    if ((exponent & 1) != 0) out = out * base;
    if (out.exponent() > kFarthestExponent) return std::nullopt;
    if (out.exponent() < -kFarthestExponent) return Precise();
    if (exponent != 1) base = base * base;
    if (base.exponent() > kFarthestExponent) return std::nullopt;
    if (base.exponent() < -kFarthestExponent) return Precise();
  }
  return out;
}

MaybeDecimal to_whole_power(const Decimal& base, std::int64_t exponent) {
  const auto size = static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent);
  const auto out = whole_power(Precise(base), size);
  if (exponent >= 0) return out ? out->rounded() : std::nullopt;
  if (!out) return Decimal();
  if (out->is_zero()) return std::nullopt;
  // Of a decimal the reciprocal is rounded as any quotient is, ties included.
  if (const auto exact = out->exact()) return divide(Decimal(1), *exact);
  return (Precise(1) / *out).rounded();
}

}  // namespace

MaybeDecimal square_root(const Decimal& value) {
  if (value.negative()) return std::nullopt;
  if (value.is_zero()) return Decimal();
  const auto out = root(Precise(value)).rounded();
  return out ? MaybeDecimal(out->reduced()) : std::nullopt;
}

MaybeDecimal natural_exponent(const Decimal& value) { return exponential_of(Precise(value)); }

MaybeDecimal natural_logarithm(const Decimal& value) {
  if (value.is_zero() || value.negative()) return std::nullopt;
  return logarithm_of(value).rounded();
}

MaybeDecimal power(const Decimal& base, const Decimal& exponent) {
  const auto whole = exponent.integer();
  if (whole && *whole <= kLargestWholePower && *whole >= -kLargestWholePower) return to_whole_power(base, *whole);
  if (base.is_zero()) return exponent.negative() ? std::nullopt : MaybeDecimal(Decimal());
  if (base.negative()) return std::nullopt;
  return exponential_of(logarithm_of(base) * Precise(exponent));
}

MaybeDecimal sample_deviation(const std::vector<Decimal>& numbers) {
  if (numbers.size() < 2 || numbers.size() > UINT32_MAX) return std::nullopt;
  const auto count = static_cast<std::uint32_t>(numbers.size());
  Precise sum;
  for (const Decimal& number : numbers) sum = sum + Precise(number);
  const Precise mean = sum.over(count);
  Precise squares;
  for (const Decimal& number : numbers) {
    const Precise distance = Precise(number) - mean;
    squares = squares + distance * distance;
  }
  const Precise variance = squares.over(count - 1);
  if (variance.is_zero()) return Decimal();
  const auto out = root(variance).rounded();
  return out ? MaybeDecimal(out->reduced()) : std::nullopt;
}

}  // namespace xiezhi::core::feel
