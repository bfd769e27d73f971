#include "base/date.h"

#include <gtest/gtest.h>

#include <string>

namespace xiezhi::base {
namespace {

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int month_length(int year, int month) {
  if (month == 2) return leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Calls `visit(date, year, month, day)` for every day of 1900 to 2199, in order.
template <typename Visit>
void every_day(Visit visit) {
  for (int year = 1900; year <= 2199; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= month_length(year, month); ++day) visit(Date::of(year, month, day), year, month, day);
    }
  }
}

TEST(Date, EveryDayOfThreeCenturiesRoundTrips) {
  Date expected{-25'567};  // 1900-01-01, a Monday
  int weekday = 1;
  int seen = 0;
  every_day([&](Date date, int year, int month, int day) {
    ASSERT_EQ(date, expected);
    ASSERT_EQ(date.year(), year);
    ASSERT_EQ(date.month(), month);
    ASSERT_EQ(date.day(), day);
    ASSERT_EQ(date.weekday(), weekday);
    ASSERT_EQ(Date::parse(date.iso()), date) << date.iso();
    expected = expected.plus_days(1);
    weekday = weekday % 7 + 1;
    ++seen;
  });
  EXPECT_EQ(seen, 109'573);
}

TEST(Date, EpochIsAThursday) {
  EXPECT_EQ(Date::of(1970, 1, 1).days, 0);
  EXPECT_EQ(Date::of(1970, 1, 1).weekday(), 4);
  EXPECT_EQ(Date::of(2026, 10, 13).weekday(), 2);
}

TEST(Date, ParseTakesRealDaysOnly) {
  for (const char* bad : {"", "2026-1-01", "2026-01-1", "2026/01/01", "2026-00-01", "2026-13-01", "2026-01-00",
                          "2026-01-32", "2026-02-29", "2100-02-29", "2026-04-31", "1899-12-31", "2200-01-01",
                          "2026-01-01 ", " 2026-01-01", "+026-01-01", "2026-0a-01", "２０２６-01"}) {
    EXPECT_FALSE(Date::parse(bad)) << bad;
  }
  EXPECT_EQ(Date::parse("2000-02-29"), Date::of(2000, 2, 29));
  EXPECT_EQ(Date::parse("1900-01-01"), Date::of(1900, 1, 1));
  EXPECT_EQ(Date::parse("2199-12-31"), Date::of(2199, 12, 31));
}

TEST(DateDeathTest, NoSuchDayIsABug) {
  EXPECT_DEATH((void)Date::of(2026, 2, 29), "assertion failed");
  EXPECT_DEATH((void)Date::of(2026, 13, 1), "assertion failed");
}

TEST(Date, MonthsAreClippedToTheLastDay) {
  EXPECT_EQ(Date::of(2026, 1, 31).plus_months(1), Date::of(2026, 2, 28));
  EXPECT_EQ(Date::of(2024, 1, 31).plus_months(1), Date::of(2024, 2, 29));
  EXPECT_EQ(Date::of(2024, 2, 29).plus_months(12), Date::of(2025, 2, 28));
  EXPECT_EQ(Date::of(2024, 2, 29).plus_months(48), Date::of(2028, 2, 29));
  EXPECT_EQ(Date::of(2026, 3, 31).plus_months(-1), Date::of(2026, 2, 28));
  EXPECT_EQ(Date::of(2026, 1, 15).plus_months(-1), Date::of(2025, 12, 15));
  EXPECT_EQ(Date::of(2026, 11, 30).plus_months(3), Date::of(2027, 2, 28));
}

TEST(Date, MonthsKeepTheDayWhereItExists) {
  every_day([](Date date, int year, int month, int day) {
    const Date later = date.plus_months(1);
    const int next_month = month % 12 + 1;
    const int next_year = month == 12 ? year + 1 : year;
    const int last = month_length(next_year, next_month);
    ASSERT_EQ(later, Date::of(next_year, next_month, day < last ? day : last)) << date.iso();
  });
}

TEST(Instant, LegalDayTurnsAtMidnightPlusEight) {
  const Instant midnight = Instant::start_of(Date::of(2026, 1, 1));
  EXPECT_EQ(midnight.iso(), "2026-01-01T00:00:00+08:00");
  EXPECT_EQ(midnight.date(), Date::of(2026, 1, 1));
  EXPECT_EQ(Instant{midnight.ms - 1}.date(), Date::of(2025, 12, 31));
  EXPECT_EQ(Instant{midnight.ms - 1}.iso(), "2025-12-31T23:59:59+08:00");
  EXPECT_EQ(Instant{0}.iso(), "1970-01-01T08:00:00+08:00");
}

TEST(Instant, DaysBeforeTheEpochFloor) {
  for (const Date date : {Date::of(1969, 12, 31), Date::of(1949, 10, 1), Date::of(1900, 1, 1)}) {
    const Instant start = Instant::start_of(date);
    EXPECT_EQ(start.date(), date);
    EXPECT_EQ(Instant{start.ms + kMillisecondsPerDay - 1}.date(), date);
    EXPECT_EQ(Instant{start.ms - 1}.date(), date.plus_days(-1));
  }
}

TEST(Instant, LocalTimeIsReadToTheSecond) {
  EXPECT_EQ(Instant::parse_local("1970-01-01T08:00"), Instant{0});
  EXPECT_EQ(Instant::parse_local("1970-01-01T08:00:01"), Instant{1000});
  EXPECT_EQ(Instant::parse_local("2026-09-30T23:59:59")->iso(), "2026-09-30T23:59:59+08:00");
  for (const char* bad :
       {"2026-09-30", "2026-09-30 10:00", "2026-09-30T24:00", "2026-09-30T10:60", "2026-09-30T10:00:60",
        "2026-09-30T10:00Z", "2026-02-30T10:00", "2026-09-30T10-00", "2026-09-30T1000:00"}) {
    EXPECT_FALSE(Instant::parse_local(bad)) << bad;
  }
}

}  // namespace
}  // namespace xiezhi::base
