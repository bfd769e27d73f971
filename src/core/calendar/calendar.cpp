#include "core/calendar/calendar.h"

namespace xiezhi::core::calendar {

Calendar::Calendar(const std::vector<YearNotice>& notices) {
  for (const YearNotice& notice : notices) {
    years_.insert(notice.year);
    off_.insert(notice.days_off.begin(), notice.days_off.end());
    make_up_.insert(notice.make_up_days.begin(), notice.make_up_days.end());
  }
}

std::optional<bool> Calendar::is_working_day(base::Date day) const {
  if (!years_.contains(day.year())) return std::nullopt;
  if (make_up_.contains(day)) return true;
  if (off_.contains(day)) return false;
  return day.weekday() <= 5;
}

std::optional<base::Date> Calendar::add_working_days(base::Date start, std::int32_t count) const {
  base::Date day = start;
  while (count > 0) {
    day = day.plus_days(1);
    const auto worked = is_working_day(day);
    if (!worked) return std::nullopt;
    if (*worked) --count;
  }
  return day;
}

std::optional<std::int32_t> Calendar::working_days_between(base::Date from, base::Date to) const {
  std::int32_t count = 0;
  for (base::Date day = from.plus_days(1); day <= to; day = day.plus_days(1)) {
    const auto worked = is_working_day(day);
    if (!worked) return std::nullopt;
    if (*worked) ++count;
  }
  return count;
}

namespace {

bool suspended(const Term& term, base::Date day) {
  for (const Suspension& suspension : term.suspensions) {
    if (day >= suspension.from && (!suspension.until || day <= *suspension.until)) return true;
  }
  return false;
}

/// Whether any suspension is still open: then the end cannot be known.
bool open_ended(const Term& term) {
  for (const Suspension& suspension : term.suspensions) {
    if (!suspension.until) return true;
  }
  return false;
}

std::optional<base::Date> unrolled_last_day(const Term& term, const Calendar& calendar) {
  const std::int32_t length = term.length + term.extension;
  const base::Date start = term.start.date();
  if (open_ended(term)) return std::nullopt;
  if (term.unit == TermUnit::hours) {
    return base::Instant{term.start.ms + static_cast<std::int64_t>(length) * 3'600'000}.date();
  }
  base::Date day = start;
  std::int32_t left = length;
  if (term.unit == TermUnit::months) {
    day = start.plus_months(length);
    // A suspended day inside the months pushes the end out by one day each.
    left = 0;
    for (base::Date d = start.plus_days(1); d <= day; d = d.plus_days(1)) left += suspended(term, d) ? 1 : 0;
  }
  while (left > 0) {
    day = day.plus_days(1);
    if (suspended(term, day)) continue;
    if (term.unit == TermUnit::working_days) {
      const auto worked = calendar.is_working_day(day);
      if (!worked) return std::nullopt;
      if (!*worked) continue;
    }
    --left;
  }
  return day;
}

}  // namespace

std::optional<base::Date> last_day_of(const Term& term, const Calendar& calendar) {
  const auto day = unrolled_last_day(term, calendar);
  if (!day || !term.rolls_past_holiday.value_or(false) || term.unit == TermUnit::hours) return day;
  const auto worked = calendar.is_working_day(*day);
  if (!worked) return std::nullopt;
  return *worked ? day : calendar.add_working_days(*day, 1);
}

std::optional<base::Instant> end_of(const Term& term, const Calendar& calendar) {
  if (term.unit == TermUnit::hours) {
    const std::int64_t length = term.length + term.extension;
    return base::Instant{term.start.ms + length * 3'600'000};
  }
  const auto day = last_day_of(term, calendar);
  if (!day) return std::nullopt;
  return base::Instant{base::Instant::start_of(day->plus_days(1)).ms - 1};
}

}  // namespace xiezhi::core::calendar
