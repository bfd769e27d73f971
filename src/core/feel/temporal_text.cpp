#include <algorithm>

#include "core/feel/temporal.h"

namespace xiezhi::core::feel {
namespace {

constexpr std::int32_t kLargestOffset = 18 * 3600;
constexpr std::size_t kMostDigits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A reader of fixed layouts: each step consumes or fails, and a failure stays.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool done() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  bool take(char c) {
    if (peek() != c || done()) return false;
    ++at_;
    return true;
  }
  void expect(char c) { good_ = take(c) && good_; }
  /// Between `least` and `most` digits.
  std::string_view digits(std::size_t least, std::size_t most) {
    const std::size_t from = at_;
    while (is_digit(peek()) && at_ - from < most) ++at_;
    if (at_ - from < least) good_ = false;
    return text_.substr(from, at_ - from);
  }
  std::int64_t number(std::size_t least, std::size_t most) {
    std::int64_t out = 0;
    for (const char c : digits(least, most)) out = out * 10 + (c - '0');
    return out;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool good_ = true;
};

std::optional<Date> read_date(Cursor& in) {
  const bool negative = in.take('-');
  const std::string_view digits = in.digits(4, 10);
  if (digits.size() > 9 || (digits.size() > 4 && digits[0] == '0')) return std::nullopt;
  std::int64_t year = 0;
  for (const char c : digits) year = year * 10 + (c - '0');
  in.expect('-');
  const std::int64_t month = in.number(2, 2);
  in.expect('-');
  const std::int64_t day = in.number(2, 2);
  if (!in.good()) return std::nullopt;
  return make_date(negative ? -year : year, month, day);
}

bool read_zone(Cursor& in, Time& out, const ZoneTable& zones) {
  if (in.done()) return true;
  if (in.take('Z') || in.take('z')) {
    out.offset = 0;
    return in.done();
  }
  if (in.take('@')) {
    out.zone = zones.find(in.rest());
    return out.zone != nullptr;
  }
  const bool negative = in.peek() == '-';
  if (!in.take('-') && !in.take('+')) return false;
  const std::int64_t hours = in.number(2, 2);
  in.expect(':');
  const std::int64_t minutes = in.number(2, 2);
  const std::int64_t seconds = in.take(':') ? in.number(2, 2) : 0;
  const std::int64_t total = hours * 3600 + minutes * 60 + seconds;
  if (!in.good() || !in.done() || minutes > 59 || seconds > 59 || total > kLargestOffset) return false;
  out.offset = static_cast<std::int32_t>(negative ? -total : total);
  return true;
}

/// `carries`: 24:00:00 was written, the midnight at the end of the day.
std::optional<Time> read_time(Cursor& in, const ZoneTable& zones, bool& carries) {
  const std::int64_t hour = in.number(2, 2);
  in.expect(':');
  const std::int64_t minute = in.number(2, 2);
  in.expect(':');
  const std::int64_t second = in.number(2, 2);
  std::int64_t nano = 0;
  if (in.take('.')) {
    const std::string_view digits = in.digits(1, 30);
    for (std::size_t i = 0; i < 9; ++i) nano = nano * 10 + (i < digits.size() ? digits[i] - '0' : 0);
  }
  if (!in.good() || minute > 59 || second > 59 || hour > 24) return std::nullopt;
  carries = hour == 24;
  if (carries && (minute != 0 || second != 0 || nano != 0)) return std::nullopt;
  Time out;
  out.hour = static_cast<std::uint8_t>(carries ? 0 : hour);
  out.minute = static_cast<std::uint8_t>(minute);
  out.second = static_cast<std::uint8_t>(second);
  out.nano = static_cast<std::uint32_t>(nano);
  if (!read_zone(in, out, zones)) return std::nullopt;
  return out;
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string out = std::to_string(value < 0 ? -value : value);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return value < 0 ? "-" + out : out;
}

/// One "12Y" of a duration; `unit` must follow the digits.
std::optional<std::int64_t> part(Cursor& in, char unit) {
  if (!is_digit(in.peek())) return std::nullopt;
  Cursor ahead = in;
  const std::int64_t value = ahead.number(1, kMostDigits);
  if (!ahead.take(unit)) return std::nullopt;
  in = ahead;
  return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Cursor in(text);
  auto out = read_date(in);
  if (!in.done()) return std::nullopt;
  return out;
}

std::optional<Time> parse_time(std::string_view text, const ZoneTable& zones) {
  Cursor in(text);
  bool carries = false;
  return read_time(in, zones, carries);
}

std::optional<DateTime> parse_date_time(std::string_view text, const ZoneTable& zones) {
  Cursor in(text);
  const auto date = read_date(in);
  if (!date) return std::nullopt;
  if (in.done()) return DateTime{*date, {}};
  if (!in.take('T')) return std::nullopt;
  bool carries = false;
  auto time = read_time(in, zones, carries);
  if (!time) return std::nullopt;
  if (!carries) return DateTime{*date, *time};
  if (*date == Date{kLastYear, 12, 31}) return std::nullopt;
  return DateTime{date_of(days_of(*date) + 1), *time};
}

std::optional<Months> parse_months(std::string_view text) {
  Cursor in(text);
  const bool negative = in.take('-');
  if (!in.take('P')) return std::nullopt;
  const auto years = part(in, 'Y');
  const auto months = part(in, 'M');
  if (!in.done() || (!years && !months)) return std::nullopt;
  const std::int64_t total = years.value_or(0) * 12 + months.value_or(0);
  return Months{negative ? -total : total};
}

std::optional<Seconds> parse_seconds(std::string_view text) {
  Cursor in(text);
  const bool negative = in.take('-');
  if (!in.take('P')) return std::nullopt;
  const auto days = part(in, 'D');
  std::int64_t total = days.value_or(0) * 86'400;
  bool any = days.has_value();
  Decimal fraction;
  if (in.take('T')) {
    const auto hours = part(in, 'H');
    const auto minutes = part(in, 'M');
    total += hours.value_or(0) * 3600 + minutes.value_or(0) * 60;
    any = hours || minutes;
    if (!in.done()) {
      const std::string_view whole = in.digits(1, kMostDigits);
      std::string number(whole);
      if (in.take('.')) number += "." + std::string(in.digits(0, 20));
      const auto seconds = Decimal::parse(number);
      if (!in.good() || !in.take('S') || !seconds) return std::nullopt;
      fraction = *seconds;
      any = true;
    }
  }
  if (!in.done() || !any) return std::nullopt;
  const auto sum = add(Decimal(total), fraction);
  if (!sum) return std::nullopt;
  return Seconds{negative ? -*sum : *sum};
}

std::string text_of(const Date& date) {
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::string text_of(const Time& time) {
  std::string out = padded(time.hour, 2) + ":" + padded(time.minute, 2) + ":" + padded(time.second, 2);
  if (time.nano != 0) {
    out += "." + padded(time.nano, 9);
    out.erase(out.find_last_not_of('0') + 1);
  }
  if (time.zone) return out + "@" + time.zone->name;
  if (!time.offset) return out;
  if (*time.offset == 0) return out + "Z";
  const std::int32_t size = *time.offset < 0 ? -*time.offset : *time.offset;
  out += (*time.offset < 0 ? "-" : "+") + padded(size / 3600, 2) + ":" + padded(size / 60 % 60, 2);
  if (size % 60 != 0) out += ":" + padded(size % 60, 2);
  return out;
}

std::string text_of(const DateTime& value) { return text_of(value.date) + "T" + text_of(value.time); }

std::string text_of(const Months& value) {
  if (value.value == 0) return "P0M";
  const std::int64_t size = value.value < 0 ? -value.value : value.value;
  std::string out = value.value < 0 ? "-P" : "P";
  if (size / 12 != 0) out += std::to_string(size / 12) + "Y";
  if (size % 12 != 0) out += std::to_string(size % 12) + "M";
  return out;
}

std::string text_of(const Seconds& value) {
  if (value.value.is_zero()) return "PT0S";
  const Decimal size = value.value.abs();
  const auto whole = size.rounded(0, Rounding::down);
  const auto total = whole ? whole->truncated() : std::nullopt;
  const auto rest = whole ? subtract(size, *whole) : std::nullopt;
  std::string out = value.value.negative() ? "-P" : "P";
  if (!total || !rest) return out + "T" + size.text() + "S";
  const auto seconds = add(Decimal(*total % 60), *rest);
  if (*total / 86'400 != 0) out += std::to_string(*total / 86'400) + "D";
  std::string clock;
  if (*total / 3600 % 24 != 0) clock += std::to_string(*total / 3600 % 24) + "H";
  if (*total / 60 % 60 != 0) clock += std::to_string(*total / 60 % 60) + "M";
  if (seconds && !seconds->is_zero()) clock += seconds->text() + "S";
  return clock.empty() ? out : out + "T" + clock;
}

}  // namespace xiezhi::core::feel
