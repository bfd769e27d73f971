#include <array>
#include <utility>

#include "core/feel/decimal.h"

namespace xiezhi::core::feel {
namespace {

/// Digits that fit beside each other in 128 bits with room for one carry.
constexpr int kRoom = 37;
constexpr Wide kHalf = 100'000'000'000'000'000;  // 10^17: half of the digits of a coefficient

Wide ten_to(int power) {
  Wide out = 1;
  for (; power > 0; --power) out *= 10;
  return out;
}

int digits_of(Wide value) {
  int count = 0;
  for (constexpr Wide kStep = 1'000'000'000; value >= kStep; value /= kStep) count += 9;
  for (; value != 0; value /= 10) ++count;
  return count;
}

}  // namespace

MaybeDecimal add(const Decimal& first, const Decimal& second) {
  if (first.is_zero()) return second;
  if (second.is_zero()) return first;
  const Decimal* a = &first;
  const Decimal* b = &second;
  if (a->exponent() < b->exponent()) std::swap(a, b);
  const int distance = a->exponent() - b->exponent();
  Wide big = a->coefficient();
  Wide small = b->coefficient();
  int exponent = b->exponent();
  bool sticky = false;
  const int room = kRoom - digits_of(big);
  if (distance <= room) {
    big *= ten_to(distance);
  } else {
    big *= ten_to(room);
    exponent = a->exponent() - room;
    const int drop = distance - room;
    const Wide unit = drop > kRoom ? 0 : ten_to(drop);
    sticky = unit == 0 || small % unit != 0;
    small = unit == 0 ? 0 : small / unit;
  }
  if (a->negative() == b->negative()) return Decimal::make(a->negative(), big + small, exponent, sticky);
  // What was cut off the smaller number is taken away as well: one unit less, and something left over.
  if (big >= small) return Decimal::make(a->negative(), big - small - (sticky ? 1 : 0), exponent, sticky);
  return Decimal::make(b->negative(), small - big, exponent, sticky);
}

MaybeDecimal subtract(const Decimal& a, const Decimal& b) { return add(a, -b); }

MaybeDecimal multiply(const Decimal& a, const Decimal& b) {
  const bool negative = a.negative() != b.negative();
  const int exponent = a.exponent() + b.exponent();
  const Wide x = a.coefficient();
  const Wide y = b.coefficient();
  if ((x >> 63) == 0 && (y >> 63) == 0) return Decimal::make(negative, x * y / 1, exponent);
  const Wide low = (x % kHalf) * (y % kHalf);
  const Wide middle = (x / kHalf) * (y % kHalf) + (x % kHalf) * (y / kHalf);
  Wide lower = low + (middle % kHalf) * kHalf;
  const Wide full = kHalf * kHalf;
  const Wide upper = (x / kHalf) * (y / kHalf) + middle / kHalf + lower / full;
  lower %= full;
  if (upper == 0) return Decimal::make(negative, lower, exponent);
  const int shift = std::min(Decimal::kDigits, kRoom - digits_of(upper));
  const Wide unit = ten_to(Decimal::kDigits - shift);
  return Decimal::make(negative, upper * ten_to(shift) + lower / unit, exponent + Decimal::kDigits - shift,
                       lower % unit != 0);
}

MaybeDecimal divide(const Decimal& a, const Decimal& b) {
  if (b.is_zero()) return std::nullopt;
  if (a.is_zero()) return Decimal();
  constexpr int kStep = 3;
  const Wide divisor = b.coefficient();
  Wide quotient = a.coefficient() / divisor;
  Wide rest = a.coefficient() % divisor;
  int exponent = a.exponent() - b.exponent();
  const Wide enough = ten_to(Decimal::kDigits);
  while (rest != 0 && quotient < enough) {
    rest *= 1'000;
    quotient = quotient * 1'000 + rest / divisor;
    rest %= divisor;
    exponent -= kStep;
  }
  if (rest == 0) {
    while (quotient % 10 == 0 && exponent < 0) {
      quotient /= 10;
      ++exponent;
    }
  }
  return Decimal::make(a.negative() != b.negative(), quotient, exponent, rest != 0);
}

MaybeDecimal modulo(const Decimal& dividend, const Decimal& divisor) {
  if (divisor.is_zero()) return std::nullopt;
  const int low = std::min(dividend.exponent(), divisor.exponent());
  const int up = dividend.exponent() - low;
  const int over = divisor.exponent() - low;
  // Exact on the common unit where both fit; else by the definition, with its rounding.
  if (digits_of(dividend.coefficient()) + up <= kRoom && digits_of(divisor.coefficient()) + over <= kRoom) {
    const Wide unit = divisor.coefficient() * ten_to(over);
    Wide rest = dividend.coefficient() * ten_to(up) % unit;
    if (rest != 0 && dividend.negative() != divisor.negative()) rest = unit - rest;
    return Decimal::make(divisor.negative(), rest, low);
  }
  const auto quotient = divide(dividend, divisor);
  if (!quotient) return std::nullopt;
  const auto whole = quotient->rounded(0, Rounding::floor);
  const auto back = whole ? multiply(*whole, divisor) : std::nullopt;
  return back ? subtract(dividend, *back) : std::nullopt;
}

}  // namespace xiezhi::core::feel
