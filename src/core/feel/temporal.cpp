#include "core/feel/temporal.h"

#include <algorithm>

namespace xiezhi::core::feel {
namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kNano = 1'000'000'000;

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

Time time_of(std::int64_t seconds, std::uint32_t nano) {
  Time out;
  out.hour = static_cast<std::uint8_t>(seconds / 3600);
  out.minute = static_cast<std::uint8_t>(seconds / 60 % 60);
  out.second = static_cast<std::uint8_t>(seconds % 60);
  out.nano = nano;
  return out;
}

/// Whole seconds (floored) and nanoseconds.
std::optional<std::pair<std::int64_t, std::int64_t>> split(const Decimal& seconds) {
  const auto whole = seconds.rounded(0, Rounding::floor);
  const auto rest = whole ? subtract(seconds, *whole) : std::nullopt;
  const auto nano = rest ? multiply(*rest, Decimal(kNano)) : std::nullopt;
  const auto count = whole ? whole->truncated() : std::nullopt;
  const auto nanos = nano ? nano->truncated() : std::nullopt;
  if (!count || !nanos) return std::nullopt;
  return std::pair{*count, *nanos};
}

std::optional<Seconds> difference(std::int64_t seconds, std::int64_t nanos) {
  const auto fraction = Decimal::make(nanos < 0, static_cast<Wide>(nanos < 0 ? -nanos : nanos), -9);
  const auto sum = fraction ? add(Decimal(seconds), *fraction) : std::nullopt;
  if (!sum) return std::nullopt;
  return Seconds{*sum};
}

std::strong_ordering order(std::int64_t a, std::uint32_t a_nano, std::int64_t b, std::uint32_t b_nano) {
  return a == b ? a_nano <=> b_nano : a <=> b;
}

/// A time has no day, so a zone counts with its standard offset.
std::int64_t utc_seconds(const Time& time) {
  if (time.offset) return time.seconds() - *time.offset;
  return time.zone ? time.seconds() - time.zone->rule.standard : time.seconds();
}

}  // namespace

int days_in_month(std::int32_t year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::int64_t days_of(const Date& date) {
  // Years from March on, so that the leap day is the last of its year.
  const std::int64_t year = date.month <= 2 ? std::int64_t{date.year} - 1 : date.year;
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month = (date.month + 9) % 12;
  const std::int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

Date date_of(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = floor_div(days, 146'097);
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day = day_of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t month = (5 * day + 2) / 153;
  const std::int64_t civil = month < 10 ? month + 3 : month - 9;
  return {static_cast<std::int32_t>(year + era * 400 + (civil <= 2 ? 1 : 0)), static_cast<std::uint8_t>(civil),
          static_cast<std::uint8_t>(day - (153 * month + 2) / 5 + 1)};
}

std::optional<Date> make_date(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < -kLastYear || year > kLastYear || month < 1 || month > 12 || day < 1) return std::nullopt;
  const auto civil = static_cast<std::int32_t>(year);
  if (day > days_in_month(civil, static_cast<int>(month))) return std::nullopt;
  return Date{civil, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

int weekday_of(const Date& date) { return static_cast<int>(((days_of(date) + 3) % 7 + 7) % 7) + 1; }

int day_of_year(const Date& date) { return static_cast<int>(days_of(date) - days_of({date.year, 1, 1})) + 1; }

int week_of_year(const Date& date) {
  // The week belongs to the year that its Thursday is in.
  const Date thursday = date_of(days_of(date) + 4 - weekday_of(date));
  return (day_of_year(thursday) - 1) / 7 + 1;
}

std::optional<Date> plus_months(const Date& date, std::int64_t months) {
  constexpr std::int64_t kMost = std::int64_t{24} * kLastYear;
  if (months > kMost || months < -kMost) return std::nullopt;
  const std::int64_t count = std::int64_t{date.year} * 12 + date.month - 1 + months;
  const std::int64_t year = floor_div(count, 12);
  if (year < -kLastYear || year > kLastYear) return std::nullopt;
  const auto civil = static_cast<std::int32_t>(year);
  const int month = static_cast<int>(count - year * 12) + 1;
  return make_date(year, month, std::min<int>(date.day, days_in_month(civil, month)));
}

std::optional<std::int32_t> DateTime::offset() const {
  if (time.zone) return time.zone->offset_of_local(days_of(date) * kDay + time.seconds());
  return time.offset;
}

std::int64_t DateTime::seconds() const { return days_of(date) * kDay + time.seconds() - offset().value_or(0); }

std::optional<std::strong_ordering> compare(const Time& a, const Time& b) {
  if (a.is_local() != b.is_local()) return std::nullopt;
  return order(utc_seconds(a), a.nano, utc_seconds(b), b.nano);
}

std::optional<std::strong_ordering> compare(const DateTime& a, const DateTime& b) {
  if (a.time.is_local() != b.time.is_local()) return std::nullopt;
  return order(a.seconds(), a.time.nano, b.seconds(), b.time.nano);
}

std::optional<Seconds> between(const Time& a, const Time& b) {
  if (a.is_local() != b.is_local()) return std::nullopt;
  return difference(utc_seconds(a) - utc_seconds(b), std::int64_t{a.nano} - b.nano);
}

std::optional<Seconds> between(const DateTime& a, const DateTime& b) {
  if (a.time.is_local() != b.time.is_local()) return std::nullopt;
  return difference(a.seconds() - b.seconds(), std::int64_t{a.time.nano} - b.time.nano);
}

std::optional<DateTime> plus(const DateTime& value, const Decimal& seconds) {
  const auto parts = split(seconds);
  constexpr std::int64_t kMost = std::int64_t{kLastYear} * 370 * kDay;
  if (!parts || parts->first > kMost || parts->first < -kMost) return std::nullopt;
  std::int64_t nano = value.time.nano + parts->second;
  std::int64_t total = value.seconds() + parts->first + nano / kNano;
  nano %= kNano;
  // In a zone the clock on the wall is read again; with an offset it just runs on.
  total += value.time.zone ? value.time.zone->offset_at(total) : value.time.offset.value_or(0);
  DateTime out;
  const std::int64_t days = floor_div(total, kDay);
  if (days > days_of({kLastYear, 12, 31}) || days < days_of({-kLastYear, 1, 1})) return std::nullopt;
  out.date = date_of(days);
  out.time = time_of(total - days * kDay, static_cast<std::uint32_t>(nano));
  out.time.offset = value.time.offset;
  out.time.zone = value.time.zone;
  return out;
}

std::optional<DateTime> plus(const DateTime& value, const Months& months) {
  const auto date = plus_months(value.date, months.value);
  if (!date) return std::nullopt;
  return DateTime{*date, value.time};
}

std::optional<Time> plus(const Time& value, const Decimal& seconds) {
  const auto parts = split(seconds);
  if (!parts) return std::nullopt;
  const std::int64_t nano = value.nano + parts->second;
  const std::int64_t total = value.seconds() + parts->first % kDay + nano / kNano;
  Time out = time_of((total % kDay + kDay) % kDay, static_cast<std::uint32_t>(nano % kNano));
  out.offset = value.offset;
  out.zone = value.zone;
  return out;
}

DateTime midnight(const Date& date) {
  DateTime out;
  out.date = date;
  out.time.offset = 0;
  return out;
}

}  // namespace xiezhi::core::feel
