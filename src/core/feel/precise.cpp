#include "core/feel/precise.h"

#include <algorithm>

#include "base/assert.h"

namespace xiezhi::core::feel {
namespace {

constexpr std::uint32_t kBase = 1'000'000'000;
constexpr int kLimbDigits = 9;
/// Beyond what any decimal reaches; keeps exponents of ten within int.
constexpr std::int64_t kFar = 100'000;
constexpr int kTaken = 36;  // digits given to a rounding to 34

Wide ten_to(int power) {
  Wide out = 1;
  for (; power > 0; --power) out *= 10;
  return out;
}

}  // namespace

Precise::Precise(const std::array<std::uint32_t, kLimbs>& limbs, std::int64_t exponent)
    : limbs_(limbs), exponent_(exponent) {}

Precise::Precise(std::uint32_t value) {
  if (value >= kBase) {
    limbs_[0] = value / kBase;
    limbs_[1] = value % kBase;
    exponent_ = 1;
  } else {
    limbs_[0] = value;
  }
}

Precise::Precise(const Decimal& value) : negative_(value.negative()) {
  // The exponent as a multiple of nine; the digits that this adds go into the limbs.
  const int shift = ((value.exponent() % kLimbDigits) + kLimbDigits) % kLimbDigits;
  std::array<std::uint32_t, kLimbs> backward{};
  std::size_t count = 0;
  for (Wide rest = value.coefficient(); rest != 0; rest /= kBase) {
    backward[count++] = static_cast<std::uint32_t>(rest % kBase);
  }
  std::uint64_t carry = 0;
  const auto factor = static_cast<std::uint64_t>(ten_to(shift));
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t product = backward[i] * factor + carry;
    backward[i] = static_cast<std::uint32_t>(product % kBase);
    carry = product / kBase;
  }
  if (carry != 0) backward[count++] = static_cast<std::uint32_t>(carry);
  for (std::size_t i = 0; i < count; ++i) limbs_[i] = backward[count - 1 - i];
  exponent_ = count == 0 ? 0 : (value.exponent() - shift) / kLimbDigits + static_cast<std::int64_t>(count) - 1;
}

Precise::Digits Precise::digits() const {
  Digits out;
  const std::int64_t last = std::clamp(exponent_, -kFar, kFar) * kLimbDigits + kLimbDigits - 1;
  out.exponent = static_cast<int>(last) + 1;
  int taken = 0;
  for (const std::uint32_t limb : limbs_) {
    for (std::uint32_t unit = kBase / 10; unit != 0; unit /= 10) {
      const std::uint32_t digit = limb / unit % 10;
      if (taken == 0 && digit == 0) {
        --out.exponent;
        continue;
      }
      if (taken == kTaken) {
        out.more = out.more || digit != 0;
        continue;
      }
      out.coefficient = out.coefficient * 10 + digit;
      --out.exponent;
      ++taken;
    }
  }
  return out;
}

MaybeDecimal Precise::scaled(int tens) const {
  if (is_zero()) return Decimal();
  const Digits found = digits();
  return Decimal::make(negative_, found.coefficient, found.exponent + tens, found.more);
}

MaybeDecimal Precise::exact() const {
  if (is_zero()) return Decimal();
  const Digits found = digits();
  const auto out = Decimal::make(negative_, found.coefficient, found.exponent, found.more);
  if (found.more || !out) return std::nullopt;
  const Precise difference = *this - Precise(*out);
  return difference.is_zero() ? out : std::nullopt;
}

Precise Precise::operator-() const {
  Precise out = *this;
  out.negative_ = !negative_ && !is_zero();
  return out;
}

namespace {

/// One limb more than a number has, so that what is shifted out still counts in a difference.
using Longer = std::array<std::uint32_t, Precise::kLimbs + 1>;

Longer shifted(const std::array<std::uint32_t, Precise::kLimbs>& limbs, std::size_t by) {
  Longer out{};
  for (std::size_t i = 0; i < limbs.size() && i + by < out.size(); ++i) out[i + by] = limbs[i];
  return out;
}

}  // namespace

Precise operator+(const Precise& first, const Precise& second) {
  if (first.is_zero()) return second;
  if (second.is_zero()) return first;
  const bool swapped =
      first.exponent_ < second.exponent_ || (first.exponent_ == second.exponent_ && first.limbs_ < second.limbs_);
  const Precise& a = swapped ? second : first;  // the larger one
  const Precise& b = swapped ? first : second;
  const std::int64_t distance = a.exponent_ - b.exponent_;
  if (distance > static_cast<std::int64_t>(Precise::kLimbs)) return a;
  Longer sum = shifted(a.limbs_, 0);
  const Longer other = shifted(b.limbs_, static_cast<std::size_t>(distance));
  std::uint32_t carry = 0;
  for (std::size_t i = sum.size(); i-- > 0;) {
    if (a.negative_ == b.negative_) {
      const std::uint32_t digit = sum[i] + other[i] + carry;
      carry = digit >= kBase ? 1 : 0;
      sum[i] = digit - carry * kBase;
    } else {
      const std::uint32_t taken = other[i] + carry;
      carry = sum[i] < taken ? 1 : 0;
      sum[i] = sum[i] + carry * kBase - taken;
    }
  }
  Precise out;
  out.negative_ = a.negative_;
  out.exponent_ = a.exponent_;
  if (carry != 0) {
    out.limbs_[0] = 1;
    std::copy(sum.begin(), sum.end() - 2, out.limbs_.begin() + 1);
    ++out.exponent_;
    return out;
  }
  const auto start = std::find_if(sum.begin(), sum.end(), [](std::uint32_t limb) { return limb != 0; });
  if (start == sum.end()) return {};
  const auto count = std::min<std::ptrdiff_t>(sum.end() - start, Precise::kLimbs);
  std::copy(start, start + count, out.limbs_.begin());
  out.exponent_ -= start - sum.begin();
  return out;
}

Precise operator*(const Precise& a, const Precise& b) {
  if (a.is_zero() || b.is_zero()) return {};
  std::array<std::uint64_t, 2 * Precise::kLimbs> product{};
  for (std::size_t i = Precise::kLimbs; i-- > 0;) {
    std::uint64_t carry = 0;
    for (std::size_t k = Precise::kLimbs; k-- > 0;) {
      const std::uint64_t sum = product[i + k + 1] + std::uint64_t{a.limbs_[i]} * b.limbs_[k] + carry;
      product[i + k + 1] = sum % kBase;
      carry = sum / kBase;
    }
    product[i] = carry;
  }
  const std::size_t start = product[0] == 0 ? 1 : 0;
  Precise out;
  for (std::size_t i = 0; i < Precise::kLimbs; ++i) out.limbs_[i] = static_cast<std::uint32_t>(product[start + i]);
  out.exponent_ = a.exponent_ + b.exponent_ + (start == 0 ? 1 : 0);
  out.negative_ = a.negative_ != b.negative_;
  return out;
}

Precise Precise::over(std::uint32_t divisor) const {
  VERIFY(divisor != 0);
  std::array<std::uint32_t, kLimbs + 1> quotient{};
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < quotient.size(); ++i) {
    const std::uint64_t part = rest * kBase + (i < kLimbs ? limbs_[i] : 0);
    quotient[i] = static_cast<std::uint32_t>(part / divisor);
    rest = part % divisor;
  }
  Precise out = *this;
  const std::size_t start = quotient[0] == 0 ? 1 : 0;
  std::copy_n(quotient.begin() + static_cast<std::ptrdiff_t>(start), kLimbs, out.limbs_.begin());
  out.exponent_ -= static_cast<std::int64_t>(start);
  if (out.limbs_[0] == 0) {  // the divisor was larger than a limb
    std::rotate(out.limbs_.begin(), out.limbs_.begin() + 1, out.limbs_.end());
    --out.exponent_;
  }
  return out.is_zero() ? Precise() : out;
}

namespace {

/// The number with its exponent set to zero, rounded to a decimal: what a first guess is made of.
Decimal mantissa(Precise value, std::int64_t& exponent) {
  exponent = value.exponent();
  const auto out = (value * Precise({1}, -exponent)).rounded();
  VERIFY(out);
  return *out;
}

}  // namespace

Precise operator/(const Precise& a, const Precise& b) {
  if (a.is_zero()) return {};
  std::int64_t exponent = 0;
  const auto guess = divide(Decimal(1), mantissa(b, exponent));
  VERIFY(guess);
  // One step of Newton's doubles the 33 digits that are right.
  Precise inverse = Precise(*guess) * Precise({1}, -exponent);
  inverse = inverse + inverse * (Precise(1) - b * inverse);
  const Precise quotient = a * inverse;
  return quotient + (a - quotient * b) * inverse;
}

Precise root(const Precise& value) {
  std::int64_t exponent = 0;
  Decimal plain = mantissa(value, exponent);
  const std::int64_t odd = ((exponent % 2) + 2) % 2;
  if (odd != 0) plain = *multiply(plain, Decimal(std::int64_t{kBase}));
  Decimal guess = *Decimal::make(false, 1, 0);
  while (*multiply(guess, guess) < plain) guess = *multiply(guess, Decimal(10));
  for (int step = 0; step < 9; ++step) guess = *divide(*add(guess, *divide(plain, guess)), Decimal(2));
  Precise out = Precise(guess) * Precise({1}, (exponent - odd) / 2);
  for (int step = 0; step < 2; ++step) out = (out + value / out).over(2);
  return out;
}

}  // namespace xiezhi::core::feel
