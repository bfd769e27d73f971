#include "core/calendar/calendar.h"

#include <gtest/gtest.h>

namespace xiezhi::core::calendar {
namespace {

using base::Date;
using base::Instant;

/// Autumn of 2026 as published: 1 to 7 October off, 20 September and 10 October worked.
Calendar autumn_2026() {
  YearNotice notice;
  notice.year = 2026;
  for (int day = 1; day <= 7; ++day) notice.days_off.push_back(Date::of(2026, 10, day));
  notice.make_up_days = {Date::of(2026, 9, 20), Date::of(2026, 10, 10)};
  return Calendar({notice});
}

Term term(TermUnit unit, std::int32_t length, Date start) {
  Term out;
  out.start = Instant::start_of(start);
  out.unit = unit;
  out.length = length;
  return out;
}

TEST(WorkingDays, CountsMakeUpSaturday) {
  const Calendar calendar = autumn_2026();
  EXPECT_EQ(calendar.is_working_day(Date::of(2026, 10, 10)), true);
  EXPECT_EQ(calendar.is_working_day(Date::of(2026, 10, 11)), false);
  // Notified on 30 September: 8, 9, 10, 12 and 13 October are the five working days.
  EXPECT_EQ(calendar.add_working_days(Date::of(2026, 9, 30), 5), Date::of(2026, 10, 13));
  EXPECT_EQ(calendar.working_days_between(Date::of(2026, 9, 30), Date::of(2026, 10, 13)), 5);
}

TEST(WorkingDays, UnpublishedYearIsUnknown) {
  const Calendar calendar = autumn_2026();
  EXPECT_EQ(calendar.is_working_day(Date::of(2027, 1, 4)), std::nullopt);
  EXPECT_EQ(calendar.add_working_days(Date::of(2026, 12, 31), 1), std::nullopt);
  EXPECT_EQ(calendar.working_days_between(Date::of(2026, 12, 30), Date::of(2027, 1, 2)), std::nullopt);
  EXPECT_EQ(last_day_of(term(TermUnit::working_days, 3, Date::of(2026, 12, 30)), calendar), std::nullopt);
  EXPECT_EQ(calendar.add_working_days(Date::of(2026, 12, 30), 1), Date::of(2026, 12, 31));
}

TEST(TermEnd, CalendarDaysDoNotMovePastAHoliday) {
  const Calendar calendar = autumn_2026();
  EXPECT_EQ(last_day_of(term(TermUnit::calendar_days, 30, Date::of(2026, 9, 1)), calendar), Date::of(2026, 10, 1));
  // Days need no calendar at all.
  EXPECT_EQ(last_day_of(term(TermUnit::calendar_days, 30, Date::of(2027, 1, 1)), calendar), Date::of(2027, 1, 31));
}

TEST(TermEnd, RollsPastAHolidayOnlyWhereTheLawSaysSo) {
  const Calendar calendar = autumn_2026();
  Term sixty = term(TermUnit::calendar_days, 60, Date::of(2026, 8, 2));
  EXPECT_EQ(last_day_of(sixty, calendar), Date::of(2026, 10, 1));
  sixty.rolls_past_holiday = true;
  EXPECT_EQ(last_day_of(sixty, calendar), Date::of(2026, 10, 8));
  sixty.start = Instant::start_of(Date::of(2026, 8, 9));
  EXPECT_EQ(last_day_of(sixty, calendar), Date::of(2026, 10, 8));
  sixty.start = Instant::start_of(Date::of(2026, 11, 5));
  EXPECT_EQ(last_day_of(sixty, calendar), std::nullopt);
}

TEST(TermEnd, MonthsAreClippedToTheLastDay) {
  const Calendar calendar = autumn_2026();
  EXPECT_EQ(last_day_of(term(TermUnit::months, 6, Date::of(2026, 8, 31)), calendar), Date::of(2027, 2, 28));
  EXPECT_EQ(last_day_of(term(TermUnit::months, 3, Date::of(2023, 11, 30)), calendar), Date::of(2024, 2, 29));
  EXPECT_EQ(last_day_of(term(TermUnit::months, 12, Date::of(2024, 2, 29)), calendar), Date::of(2025, 2, 28));
}

TEST(TermEnd, HoursEndAtTheMoment) {
  Term day = term(TermUnit::hours, 24, Date::of(2026, 10, 1));
  day.start.ms += 3'600'000 * 15;
  EXPECT_EQ(end_of(day, Calendar()), Instant{day.start.ms + 24 * 3'600'000});
  EXPECT_EQ(last_day_of(day, Calendar()), Date::of(2026, 10, 2));
}

TEST(TermEnd, IsTheLastMillisecondOfTheDay) {
  const auto end = end_of(term(TermUnit::calendar_days, 1, Date::of(2026, 10, 1)), Calendar());
  ASSERT_TRUE(end.has_value());
  EXPECT_EQ(end->ms, Instant::start_of(Date::of(2026, 10, 3)).ms - 1);
}

TEST(TermEnd, ExtensionAddsToTheLength) {
  Term seizure = term(TermUnit::calendar_days, 30, Date::of(2026, 3, 1));
  EXPECT_EQ(last_day_of(seizure, Calendar()), Date::of(2026, 3, 31));
  seizure.extension = 30;
  EXPECT_EQ(last_day_of(seizure, Calendar()), Date::of(2026, 4, 30));
}

TEST(TermEnd, SuspendedDaysDoNotCount) {
  Term seizure = term(TermUnit::calendar_days, 30, Date::of(2026, 3, 1));
  seizure.suspensions = {Suspension{Date::of(2026, 3, 10), Date::of(2026, 3, 14)}};
  EXPECT_EQ(last_day_of(seizure, Calendar()), Date::of(2026, 4, 5));
  Term months = term(TermUnit::months, 1, Date::of(2026, 3, 1));
  months.suspensions = {Suspension{Date::of(2026, 3, 31), Date::of(2026, 4, 2)}};
  EXPECT_EQ(last_day_of(months, Calendar()), Date::of(2026, 4, 4));
}

TEST(TermEnd, AnOpenSuspensionLeavesTheEndUnknown) {
  Term seizure = term(TermUnit::calendar_days, 30, Date::of(2026, 3, 1));
  seizure.suspensions = {Suspension{Date::of(2026, 3, 10), std::nullopt}};
  EXPECT_EQ(last_day_of(seizure, Calendar()), std::nullopt);
  EXPECT_EQ(end_of(seizure, Calendar()), std::nullopt);
}

}  // namespace
}  // namespace xiezhi::core::calendar
