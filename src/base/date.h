// Legal dates (fixed +08:00, no time zone data) and instants (UTC milliseconds).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xiezhi::base {

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
struct Date {
  std::int32_t days = 0;

  static Date of(int year, int month, int day);
  /// "YYYY-MM-DD" of a real day in years 1900 to 2199, else nothing.
  static std::optional<Date> parse(std::string_view text);

  [[nodiscard]] std::string iso() const;
  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;
  [[nodiscard]] int day() const;
  /// 1 = Monday … 7 = Sunday (ISO 8601).
  [[nodiscard]] int weekday() const;
  [[nodiscard]] Date plus_days(std::int32_t count) const { return Date{days + count}; }
  /// Same day `count` months later, clipped to the end of that month (民法典 第二百零二条: no such day, last day).
  [[nodiscard]] Date plus_months(int count) const;

  auto operator<=>(const Date&) const = default;
  bool operator==(const Date&) const = default;
};

/// A point in time, in milliseconds since 1970-01-01T00:00Z.
struct Instant {
  std::int64_t ms = 0;

  /// "YYYY-MM-DDThh:mm[:ss]" read as +08:00 wall time, else nothing.
  static std::optional<Instant> parse_local(std::string_view text);
  /// Midnight at the start of a legal day, +08:00.
  static Instant start_of(Date date);

  /// The legal day (+08:00) this instant falls on.
  [[nodiscard]] Date date() const;
  /// "YYYY-MM-DDThh:mm:ss+08:00".
  [[nodiscard]] std::string iso() const;

  auto operator<=>(const Instant&) const = default;
  bool operator==(const Instant&) const = default;
};

inline constexpr std::int64_t kMillisecondsPerDay = 86'400'000;
inline constexpr std::int64_t kLegalOffsetMs = std::int64_t{8} * 3'600'000;

}  // namespace xiezhi::base
