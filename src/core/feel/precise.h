// Numbers of at least 73 digits, for the steps between two decimals: what is computed with them and rounded once has
// all of its 34 digits right (a root may lie within 70 digits of the middle of two).
#pragma once

#include <array>
#include <cstdint>

#include "core/feel/decimal.h"

namespace xiezhi::core::feel {

/// ±(limb₀ + limb₁/10⁹ + …) × 10^(9 × exponent). What does not fit is cut off.
class Precise {
 public:
  Precise() = default;
  explicit Precise(const Decimal& value);
  explicit Precise(std::uint32_t value);
  /// The limbs of a constant, the first in front of the point.
  static constexpr std::size_t kLimbs = 9;
  explicit Precise(const std::array<std::uint32_t, kLimbs>& limbs, std::int64_t exponent);

  /// Rounded half to even; nothing when it is out of range.
  [[nodiscard]] MaybeDecimal rounded() const { return scaled(0); }
  /// The same, times 10 to the power of `tens`.
  [[nodiscard]] MaybeDecimal scaled(int tens) const;
  /// The same number as a decimal; nothing when digits would be lost.
  [[nodiscard]] MaybeDecimal exact() const;
  [[nodiscard]] bool is_zero() const { return limbs_[0] == 0; }
  [[nodiscard]] std::int64_t exponent() const { return exponent_; }

  [[nodiscard]] Precise operator-() const;
  [[nodiscard]] Precise over(std::uint32_t divisor) const;

  friend Precise operator+(const Precise& a, const Precise& b);
  friend Precise operator-(const Precise& a, const Precise& b) { return a + -b; }
  friend Precise operator*(const Precise& a, const Precise& b);
  /// The divisor is not zero.
  friend Precise operator/(const Precise& a, const Precise& b);
  /// Of a number above zero.
  friend Precise root(const Precise& value);

 private:
  struct Digits {
    Wide coefficient = 0;
    int exponent = 0;
    bool more = false;
  };
  [[nodiscard]] Digits digits() const;

  std::array<std::uint32_t, kLimbs> limbs_{};
  std::int64_t exponent_ = 0;
  bool negative_ = false;
};

}  // namespace xiezhi::core::feel
