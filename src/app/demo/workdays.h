// The working days around today, by number: terms in working days keep their length wherever a story is moved.
#pragma once

#include <vector>

#include "core/calendar/calendar.h"

namespace xiezhi::app::demo {

class Workdays {
 public:
  /// From `back` calendar days before `today` to `ahead` days after. A year whose holidays are not published counts
  /// Monday to Friday.
  Workdays(const core::calendar::Calendar& calendar, base::Date today, int back, int ahead);

  [[nodiscard]] base::Date at(int index) const;
  /// Number of the first working day on or after `day`.
  [[nodiscard]] int on_or_after(base::Date day) const;
  /// Number of the last working day before today: nothing happens later.
  [[nodiscard]] int last() const { return last_; }

 private:
  std::vector<base::Date> days_;
  int last_ = 0;
};

}  // namespace xiezhi::app::demo
