#include "app/sheet/cell_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace xiezhi::app::sheet {
namespace {

constexpr std::size_t kDigitsKept = 15;
constexpr int kLongestPlain = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 0.d1d2d3… × 10^point.
struct Decimal {
  bool negative = false;
  std::string digits;  ///< without leading zeros
  int point = 0;
};

bool take_sign(std::string_view& text, bool& negative) {
  if (text.empty() || (text.front() != '-' && text.front() != '+')) return false;
  negative = text.front() == '-';
  text.remove_prefix(1);
  return true;
}

std::optional<int> exponent_of(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
  text.remove_prefix(1);
  bool negative = false;
  take_sign(text, negative);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || value > 400) return std::nullopt;
  return negative ? -value : value;
}

std::optional<Decimal> decimal_of(std::string_view text) {
  Decimal out;
  take_sign(text, out.negative);
  bool any = false;
  bool fraction = false;
  std::size_t at = 0;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !fraction)); ++at) {
    if (text[at] == '.') {
      fraction = true;
      continue;
    }
    any = true;
    const bool leading_zero = out.digits.empty() && text[at] == '0';
    if (!leading_zero) out.digits += text[at];
    if (!fraction && !leading_zero) ++out.point;
    if (fraction && leading_zero) --out.point;
  }
  const auto exponent = exponent_of(text.substr(at));
  if (!any || !exponent) return std::nullopt;
  out.point += *exponent;
  return out;
}

void round_to_kept(Decimal& number) {
  if (number.digits.size() > kDigitsKept) {
    const bool up = number.digits[kDigitsKept] >= '5';
    number.digits.resize(kDigitsKept);
    for (std::size_t i = kDigitsKept; up && i-- > 0;) {
      if (number.digits[i] != '9') {
        ++number.digits[i];
        break;
      }
      number.digits[i] = '0';
      if (i == 0) {
        number.digits.insert(number.digits.begin(), '1');
        ++number.point;
      }
    }
  }
  while (!number.digits.empty() && number.digits.back() == '0') number.digits.pop_back();
}

/// Nothing beyond the length of any number that a list holds.
std::optional<std::string> plain(const Decimal& number) {
  if (number.digits.empty()) return "0";
  const int size = static_cast<int>(number.digits.size());
  if (number.point > kLongestPlain || number.point < -kLongestPlain) return std::nullopt;
  std::string out = number.negative ? "-" : "";
  if (number.point <= 0) {
    return out + "0." + std::string(static_cast<std::size_t>(-number.point), '0') + number.digits;
  }
  if (number.point >= size) {
    return out + number.digits + std::string(static_cast<std::size_t>(number.point - size), '0');
  }
  const auto whole = static_cast<std::size_t>(number.point);
  return out + number.digits.substr(0, whole) + "." + number.digits.substr(whole);
}

/// Letters of a format code that speak of the value: not those quoted, escaped, in brackets or standing for a blank.
std::string bare_letters(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      i = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == ';') {
      break;  // the first section is that of positive numbers
    } else {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
  }
  return out;
}

}  // namespace

std::optional<NumberText> number_text(std::string_view stored) {
  auto number = decimal_of(stored);
  if (!number) return std::nullopt;
  const bool lost = number->point > static_cast<int>(kDigitsKept) && !number->digits.empty();
  round_to_kept(*number);
  auto text = plain(*number);
  if (!text) return std::nullopt;
  return NumberText{std::move(*text), lost};
}

std::optional<base::Date> serial_date(std::string_view stored, bool from_1904) {
  constexpr std::int32_t kLastSerial = 109'572;  // 2199-12-30; no list of enterprises looks further
  constexpr std::int32_t kNoSuchDay = 60;        // 1900-02-29, which spreadsheets count
  const auto number = decimal_of(stored);
  if (!number || number->negative || number->point > 6) return std::nullopt;
  std::int32_t days = 0;
  for (int i = 0; i < number->point; ++i) {
    const auto at = static_cast<std::size_t>(i);
    days = days * 10 + (at < number->digits.size() ? number->digits[at] - '0' : 0);
  }
  if (days > kLastSerial) return std::nullopt;
  if (from_1904) return base::Date::of(1904, 1, 1).plus_days(days);
  if (days < 1 || days == kNoSuchDay) return std::nullopt;
  return base::Date::of(1899, 12, days < kNoSuchDay ? 31 : 30).plus_days(days);
}

bool date_format(std::string_view code) {
  const std::string letters = bare_letters(code);
  const auto holds = [&](char c) { return letters.find(c) != std::string::npos; };
  if (letters.starts_with("general") || holds('0') || holds('#') || holds('@')) return false;
  return holds('y') || holds('d') || (holds('m') && !holds('h') && !holds('s'));
}

bool date_format(int built_in) {
  constexpr std::array kDates{14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58};
  return std::find(kDates.begin(), kDates.end(), built_in) != kDates.end();
}

std::string cell_name(std::size_t column, std::uint64_t row) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row);
}

std::optional<std::size_t> column_of(std::string_view cell) {
  std::size_t column = 0;
  std::size_t at = 0;
  for (; at < cell.size() && cell[at] >= 'A' && cell[at] <= 'Z'; ++at) {
    if (at == 3) return std::nullopt;
    column = column * 26 + static_cast<std::size_t>(cell[at] - 'A' + 1);
  }
  if (at == 0) return std::nullopt;
  return column - 1;
}

}  // namespace xiezhi::app::sheet
