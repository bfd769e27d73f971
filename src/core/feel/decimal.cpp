#include "core/feel/decimal.h"

#include <array>

namespace xiezhi::core::feel {
namespace {

constexpr int kMostPowers = 38;
constexpr std::size_t kLongestPlain = 60;

constexpr std::array<Wide, kMostPowers + 1> make_powers() {
  std::array<Wide, kMostPowers + 1> out{};
  out[0] = 1;
  for (std::size_t i = 1; i <= kMostPowers; ++i) out[i] = out[i - 1] * 10;
  return out;
}
constexpr std::array<Wide, kMostPowers + 1> kPowers = make_powers();

Wide ten_to(int power) { return kPowers[static_cast<std::size_t>(power)]; }

int digits_of(Wide value) {
  int low = 0;
  int high = kMostPowers + 1;
  while (low < high) {
    const int middle = (low + high) / 2;
    if (middle <= kMostPowers && value >= ten_to(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// Whether a magnitude cut to `kept` must be one more: `half` compares what was cut with half a unit.
bool rounds_away(Rounding mode, bool negative, bool odd, std::strong_ordering half, bool exact) {
  if (exact) return false;
  switch (mode) {
    case Rounding::up: return true;
    case Rounding::down: return false;
    case Rounding::floor: return negative;
    case Rounding::ceiling: return !negative;
    case Rounding::half_up: return half >= 0;
    case Rounding::half_down: return half > 0;
    case Rounding::half_even: return half > 0 || (half == 0 && odd);
  }
  return false;
}

/// The coefficient without its last `drop` digits, rounded.
Wide cut(Wide coefficient, int drop, bool sticky, bool negative, Rounding mode) {
  if (drop <= 0)
    return coefficient +
           (rounds_away(mode, negative, coefficient % 2 == 1, std::strong_ordering::less, !sticky) ? 1 : 0);
  if (drop > kMostPowers) {
    const bool exact = coefficient == 0 && !sticky;
    return rounds_away(mode, negative, false, std::strong_ordering::less, exact) ? 1 : 0;
  }
  const Wide unit = ten_to(drop);
  const Wide kept = coefficient / unit;
  const Wide rest = coefficient % unit;
  std::strong_ordering half = rest <=> unit / 2;
  if (half == 0 && sticky) half = std::strong_ordering::greater;
  return kept + (rounds_away(mode, negative, kept % 2 == 1, half, rest == 0 && !sticky) ? 1 : 0);
}

std::string digits_text(Wide value) {
  std::string out;
  do {
    out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value != 0);
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Decimal::Decimal(std::int64_t value)
    : low_(value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value)),
      negative_(value < 0) {}

std::optional<Decimal> Decimal::make(bool negative, Wide coefficient, int exponent, bool sticky) {
  const int digits = digits_of(coefficient);
  int drop = digits > kDigits ? digits - kDigits : 0;
  if (exponent + drop < kMinExponent) drop = kMinExponent - exponent;
  if (drop > 0 || sticky) coefficient = cut(coefficient, drop, sticky, negative, Rounding::half_even);
  exponent += drop;
  if (coefficient >= ten_to(kDigits)) {
    coefficient /= 10;
    ++exponent;
  }
  if (coefficient == 0) exponent = 0;
  if (exponent > kMaxExponent) {
    const int shift = exponent - kMaxExponent;
    if (shift > kDigits - digits_of(coefficient)) return std::nullopt;
    coefficient *= ten_to(shift);
    exponent = kMaxExponent;
  }
  Decimal out;
  out.high_ = static_cast<std::uint64_t>(coefficient >> 64);
  out.low_ = static_cast<std::uint64_t>(coefficient);
  out.exponent_ = static_cast<std::int16_t>(exponent);
  out.negative_ = negative && coefficient != 0;
  return out;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::size_t at = 0;
  bool negative = false;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) negative = text[at++] == '-';
  Wide coefficient = 0;
  int exponent = 0;
  bool seen = false;
  bool point = false;
  bool sticky = false;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !point)); ++at) {
    if (text[at] == '.') {
      point = true;
      continue;
    }
    seen = true;
    if (exponent > 100'000 || exponent < -100'000) return std::nullopt;
    if (coefficient < ten_to(kDigits + 2)) {
      coefficient = coefficient * 10 + static_cast<Wide>(text[at] - '0');
      if (point) --exponent;
    } else {
      sticky = sticky || text[at] != '0';
      if (!point) ++exponent;
    }
  }
  if (!seen) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    bool minus = false;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) minus = text[at++] == '-';
    if (at == text.size()) return std::nullopt;
    int power = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) {
      if (power < 100'000) power = power * 10 + (text[at] - '0');
    }
    exponent += minus ? -power : power;
  }
  if (at != text.size()) return std::nullopt;
  return make(negative, coefficient, exponent, sticky);
}

std::string Decimal::text() const {
  const Decimal plain = reduced();
  if (plain.is_zero()) return "0";
  const std::string digits = digits_text(plain.coefficient());
  const int count = static_cast<int>(digits.size());
  const int point = count + plain.exponent();  // digits before the point
  std::string out = negative() ? "-" : "";
  const int length = plain.exponent() >= 0 ? point : (point > 0 ? count + 1 : count - point + 2);
  if (static_cast<std::size_t>(length) > kLongestPlain) {
    out += digits[0];
    if (count > 1) out += "." + digits.substr(1);
    const int power = point - 1;
    out += power < 0 ? "E-" : "E+";
    return out + std::to_string(power < 0 ? -power : power);
  }
  if (plain.exponent() >= 0) return out + digits + std::string(static_cast<std::size_t>(plain.exponent()), '0');
  if (point > 0) {
    const auto split = static_cast<std::size_t>(point);
    return out + digits.substr(0, split) + "." + digits.substr(split);
  }
  return out + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
}

Decimal Decimal::reduced() const {
  Wide value = coefficient();
  int power = exponent_;
  if (value == 0) return {};
  while (value % 10 == 0) {
    value /= 10;
    ++power;
  }
  Decimal out = *this;
  if (power > kMaxExponent) return out;
  out.high_ = static_cast<std::uint64_t>(value >> 64);
  out.low_ = static_cast<std::uint64_t>(value);
  out.exponent_ = static_cast<std::int16_t>(power);
  return out;
}

bool Decimal::is_integer() const { return exponent_ >= 0 || reduced().exponent_ >= 0; }

std::optional<std::int64_t> Decimal::integer() const {
  if (!is_integer()) return std::nullopt;
  return truncated();
}

std::optional<std::int64_t> Decimal::truncated() const {
  Wide value = coefficient();
  if (exponent_ < -kMostPowers || value == 0) return 0;
  if (exponent_ < 0) {
    value /= ten_to(-exponent_);
  } else {
    if (exponent_ > 18 || digits_of(value) + exponent_ > 19) return std::nullopt;
    value *= ten_to(exponent_);
  }
  const Wide limit = static_cast<Wide>(INT64_MAX);
  if (value > limit) return std::nullopt;
  const auto out = static_cast<std::int64_t>(value);
  return negative_ ? -out : out;
}

Decimal Decimal::operator-() const {
  Decimal out = *this;
  out.negative_ = !negative_ && !is_zero();
  return out;
}

Decimal Decimal::abs() const {
  Decimal out = *this;
  out.negative_ = false;
  return out;
}

std::optional<Decimal> Decimal::rounded(int scale, Rounding mode) const {
  if (exponent_ >= -scale) return *this;
  return make(negative_, cut(coefficient(), -scale - exponent_, false, negative_, mode), -scale);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  if (exponent_ == other.exponent_ && !negative_ && !other.negative_) return coefficient() <=> other.coefficient();
  if (is_zero() || other.is_zero() || negative_ != other.negative_) {
    const int mine = is_zero() ? 0 : (negative_ ? -1 : 1);
    const int theirs = other.is_zero() ? 0 : (other.negative_ ? -1 : 1);
    return mine <=> theirs;
  }
  Wide a = coefficient();
  Wide b = other.coefficient();
  const int size = digits_of(a) + exponent_;
  const int other_size = digits_of(b) + other.exponent_;
  std::strong_ordering order = size <=> other_size;
  if (order == 0) {
    if (exponent_ > other.exponent_) a *= ten_to(exponent_ - other.exponent_);
    if (exponent_ < other.exponent_) b *= ten_to(other.exponent_ - exponent_);
    order = a <=> b;
  }
  return negative_ ? 0 <=> order : order;
}

}  // namespace xiezhi::core::feel
