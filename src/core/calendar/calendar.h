// Working days from published holidays, and legal terms. A year whose holidays are not published is unknown, never
// guessed.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/codec.h"

namespace xiezhi::core::calendar {

/// The State Council's yearly notice, as data.
struct YearNotice {
  std::int32_t year = 0;
  std::string source;                    ///< the notice's number, for example "国办发明电〔2025〕7号"
  std::vector<base::Date> days_off;      ///< days off that the notice names, weekends among them or not
  std::vector<base::Date> make_up_days;  ///< weekend days that are worked
};
BOOST_DESCRIBE_STRUCT(YearNotice, (), (year, source, days_off, make_up_days))

class Calendar {
 public:
  Calendar() = default;
  explicit Calendar(const std::vector<YearNotice>& notices);

  /// Whether the day is worked; nothing when its year's notice is not at hand.
  [[nodiscard]] std::optional<bool> is_working_day(base::Date day) const;
  /// The `count`-th working day after `start` (the day of `start` itself is not counted); nothing when unknown.
  [[nodiscard]] std::optional<base::Date> add_working_days(base::Date start, std::int32_t count) const;
  /// Working days in (from, to]; nothing when unknown.
  [[nodiscard]] std::optional<std::int32_t> working_days_between(base::Date from, base::Date to) const;

 private:
  std::set<std::int32_t> years_;
  std::set<base::Date> off_;
  std::set<base::Date> make_up_;
};

enum class TermUnit : std::uint8_t { hours, working_days, calendar_days, months };
BOOST_DESCRIBE_ENUM(TermUnit, hours, working_days, calendar_days, months)

/// A stretch in which a term does not run, for example while goods are tested (行政强制法 第二十五条第三款).
struct Suspension {
  base::Date from;
  std::optional<base::Date> until;  ///< the last suspended day; absent: still suspended
};
BOOST_DESCRIBE_STRUCT(Suspension, (), (from, until))

/// A legal term. It is stored as its rule, and its end is computed again when a calendar arrives.
struct Term {
  base::Instant start;  ///< the act or service it runs from; that day is not counted
  TermUnit unit = TermUnit::calendar_days;
  std::int32_t length = 0;
  std::string basis;           ///< key of the law pack's figure it comes from
  std::int32_t extension = 0;  ///< further length granted, same unit
  std::vector<Suspension> suspensions;
  /// True where a procedure law says that an end on a holiday moves to the next working day (民事诉讼法
  /// 第八十五条第三款, through 行政复议法 第八十八条 and 行政诉讼法 第一百零一条). Absent or false: no text, no
  /// extension.
  std::optional<bool> rolls_past_holiday = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(Term, (), (start, unit, length, basis, extension, suspensions, rolls_past_holiday))

/// The last moment of the term: end of the last day (+08:00), or the exact moment for hours; nothing when unknown.
std::optional<base::Instant> end_of(const Term& term, const Calendar& calendar);
/// The last legal day of the term; nothing when unknown.
std::optional<base::Date> last_day_of(const Term& term, const Calendar& calendar);

}  // namespace xiezhi::core::calendar
