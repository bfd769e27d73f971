// Dates, times and durations of FEEL (DMN 1.5, 10.3.2.3): the proleptic Gregorian calendar with years up to
// 999,999,999, times to the nanosecond with an offset or a zone, durations in months or in seconds.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/feel/decimal.h"
#include "core/feel/zone.h"

namespace xiezhi::core::feel {

struct Date {
  std::int32_t year = 1970;
  std::uint8_t month = 1;
  std::uint8_t day = 1;

  auto operator<=>(const Date&) const = default;
};

inline constexpr std::int32_t kLastYear = 999'999'999;

int days_in_month(std::int32_t year, int month);
/// Days since 1970-01-01, and back.
std::int64_t days_of(const Date& date);
Date date_of(std::int64_t days);
/// Nothing when there is no such day.
std::optional<Date> make_date(std::int64_t year, std::int64_t month, std::int64_t day);
/// 1 = Monday … 7 = Sunday.
int weekday_of(const Date& date);
int day_of_year(const Date& date);
/// ISO 8601 week.
int week_of_year(const Date& date);
/// The same day `months` later, or the last of that month.
std::optional<Date> plus_months(const Date& date, std::int64_t months);

struct Time {
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  std::uint32_t nano = 0;
  std::optional<std::int32_t> offset;  ///< seconds east of UTC
  std::shared_ptr<const Zone> zone;    ///< instead of an offset

  [[nodiscard]] bool is_local() const { return !offset && zone == nullptr; }
  [[nodiscard]] std::int64_t seconds() const { return hour * 3600 + minute * 60 + second; }
};

struct DateTime {
  Date date;
  Time time;

  /// Seconds east of UTC at this moment; nothing for a local time.
  [[nodiscard]] std::optional<std::int32_t> offset() const;
  /// Seconds since 1970-01-01T00:00 of its zone, or of UTC when it has an offset.
  [[nodiscard]] std::int64_t seconds() const;
};

/// Days and time duration.
struct Seconds {
  Decimal value;
};

/// Years and months duration.
struct Months {
  std::int64_t value = 0;
};

std::optional<Date> parse_date(std::string_view text);
std::optional<Time> parse_time(std::string_view text, const ZoneTable& zones);
/// A date alone stands for its midnight.
std::optional<DateTime> parse_date_time(std::string_view text, const ZoneTable& zones);
std::optional<Seconds> parse_seconds(std::string_view text);
std::optional<Months> parse_months(std::string_view text);

std::string text_of(const Date& date);
std::string text_of(const Time& time);
std::string text_of(const DateTime& value);
std::string text_of(const Seconds& value);
std::string text_of(const Months& value);

/// Order of two moments; nothing when one has a zone and the other has none.
std::optional<std::strong_ordering> compare(const Time& a, const Time& b);
std::optional<std::strong_ordering> compare(const DateTime& a, const DateTime& b);

/// Seconds from b to a.
std::optional<Seconds> between(const Time& a, const Time& b);
std::optional<Seconds> between(const DateTime& a, const DateTime& b);
std::optional<DateTime> plus(const DateTime& value, const Decimal& seconds);
std::optional<DateTime> plus(const DateTime& value, const Months& months);
/// Past midnight it begins anew.
std::optional<Time> plus(const Time& value, const Decimal& seconds);
/// Midnight of a day, UTC.
DateTime midnight(const Date& date);

}  // namespace xiezhi::core::feel
