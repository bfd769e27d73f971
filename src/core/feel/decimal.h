// Decimal numbers of 34 significant digits with the exponents of IEEE 754 decimal128, rounding half to even. No binary
// floating point anywhere: 0.1 + 0.2 is 0.3, on every platform.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiezhi::core::feel {

__extension__ typedef unsigned __int128 Wide;

enum class Rounding : std::uint8_t { half_even, half_up, half_down, up, down, floor, ceiling };

class Decimal {
 public:
  static constexpr int kDigits = 34;
  static constexpr int kMinExponent = -6176;
  static constexpr int kMaxExponent = 6111;

  Decimal() = default;
  explicit Decimal(std::int64_t value);
  /// (-1)^negative × coefficient × 10^exponent, rounded to 34 digits; nothing when it is out of range. `sticky`: a
  /// part below the last digit was cut off.
  static std::optional<Decimal> make(bool negative, Wide coefficient, int exponent, bool sticky = false);
  /// "12", "-0.5", ".5", "1.2e-3"; nothing for anything else.
  static std::optional<Decimal> parse(std::string_view text);

  /// Plain notation without trailing zeros ("120", "0.5"); scientific ("1E+80") where plain would be very long.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool is_zero() const { return high_ == 0 && low_ == 0; }
  [[nodiscard]] bool negative() const { return negative_ && !is_zero(); }
  [[nodiscard]] bool is_integer() const;
  /// The value when it is an integer of 64 bits.
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  /// The integer part towards zero, when it has 64 bits.
  [[nodiscard]] std::optional<std::int64_t> truncated() const;
  [[nodiscard]] Decimal operator-() const;
  [[nodiscard]] Decimal abs() const;
  /// Rounded to `scale` places after the point; a negative scale rounds before it.
  [[nodiscard]] std::optional<Decimal> rounded(int scale, Rounding mode) const;
  /// Without trailing zeros of the coefficient.
  [[nodiscard]] Decimal reduced() const;

  [[nodiscard]] Wide coefficient() const { return static_cast<Wide>(high_) << 64 | low_; }
  [[nodiscard]] int exponent() const { return exponent_; }

  std::strong_ordering operator<=>(const Decimal& other) const;
  bool operator==(const Decimal& other) const { return (*this <=> other) == std::strong_ordering::equal; }

 private:
  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
  std::int16_t exponent_ = 0;
  bool negative_ = false;
};

using MaybeDecimal = std::optional<Decimal>;

// Nothing: out of range, or not defined (a division by zero, a logarithm of nothing, a root of a negative number).
MaybeDecimal add(const Decimal& a, const Decimal& b);
MaybeDecimal subtract(const Decimal& a, const Decimal& b);
MaybeDecimal multiply(const Decimal& a, const Decimal& b);
MaybeDecimal divide(const Decimal& a, const Decimal& b);
/// dividend - divisor × floor(dividend / divisor): the sign is the divisor's.
MaybeDecimal modulo(const Decimal& dividend, const Decimal& divisor);
MaybeDecimal power(const Decimal& base, const Decimal& exponent);
MaybeDecimal square_root(const Decimal& value);
MaybeDecimal natural_exponent(const Decimal& value);
MaybeDecimal natural_logarithm(const Decimal& value);
/// The standard deviation of a sample; nothing of fewer than two numbers.
MaybeDecimal sample_deviation(const std::vector<Decimal>& numbers);

}  // namespace xiezhi::core::feel
