#include "base/date.h"

#include "base/assert.h"

namespace xiezhi::base {
namespace {

struct Civil {
  int year;
  int month;
  int day;
};

// Howard Hinnant's civil calendar algorithms: eras of 400 years that start on 1 March.
std::int32_t days_from_civil(Civil civil) {
  const int year = civil.year - (civil.month <= 2 ? 1 : 0);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int shifted = civil.month + (civil.month > 2 ? -3 : 9);
  const int day_of_year = (153 * shifted + 2) / 5 + civil.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Civil civil_from_days(std::int32_t days) {
  const std::int32_t z = days + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int doe = z - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp < 10 ? mp + 3 : mp - 9;
  return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1};
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

/// Reads exactly `count` digits at `at`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

void append_padded(std::string& out, int value, int width) {
  const std::string text = std::to_string(value);
  for (int i = static_cast<int>(text.size()); i < width; ++i) out += '0';
  out += text;
}

}  // namespace

Date Date::of(int year, int month, int day) {
  VERIFY(month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month));
  return Date{days_from_civil({year, month, day})};
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = digits(text, 0, 4);
  const int month = digits(text, 5, 2);
  const int day = digits(text, 8, 2);
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date{days_from_civil({year, month, day})};
}

std::string Date::iso() const {
  const Civil civil = civil_from_days(days);
  std::string out;
  append_padded(out, civil.year, 4);
  out += '-';
  append_padded(out, civil.month, 2);
  out += '-';
  append_padded(out, civil.day, 2);
  return out;
}

int Date::year() const { return civil_from_days(days).year; }
int Date::month() const { return civil_from_days(days).month; }
int Date::day() const { return civil_from_days(days).day; }

int Date::weekday() const {
  // 1970-01-01 was a Thursday (4).
  const int shifted = (days + 3) % 7;
  return (shifted < 0 ? shifted + 7 : shifted) + 1;
}

Date Date::plus_months(int count) const {
  const Civil civil = civil_from_days(days);
  const int index = civil.year * 12 + civil.month - 1 + count;
  const int year = index / 12;
  const int month = index % 12 + 1;
  const int last = days_in_month(year, month);
  return Date{days_from_civil({year, month, civil.day < last ? civil.day : last})};
}

std::optional<Instant> Instant::parse_local(std::string_view text) {
  if (text.size() != 16 && text.size() != 19) return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  if (!date || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const int hour = digits(text, 11, 2);
  const int minute = digits(text, 14, 2);
  int second = 0;
  if (text.size() == 19) {
    if (text[16] != ':') return std::nullopt;
    second = digits(text, 17, 2);
  }
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
    return std::nullopt;
  }
  const std::int64_t of_day = ((static_cast<std::int64_t>(hour) * 60 + minute) * 60 + second) * 1000;
  return Instant{start_of(*date).ms + of_day};
}

Instant Instant::start_of(Date date) {
  return Instant{static_cast<std::int64_t>(date.days) * kMillisecondsPerDay - kLegalOffsetMs};
}

Date Instant::date() const {
  const std::int64_t local = ms + kLegalOffsetMs;
  std::int64_t days = local / kMillisecondsPerDay;
  if (local % kMillisecondsPerDay < 0) --days;
  return Date{static_cast<std::int32_t>(days)};
}

std::string Instant::iso() const {
  const Date day = date();
  const std::int64_t of_day = ms - start_of(day).ms;
  const int seconds = static_cast<int>(of_day / 1000);
  std::string out = day.iso();
  out += 'T';
  append_padded(out, seconds / 3600, 2);
  out += ':';
  append_padded(out, seconds / 60 % 60, 2);
  out += ':';
  append_padded(out, seconds % 60, 2);
  out += "+08:00";
  return out;
}

}  // namespace xiezhi::base
