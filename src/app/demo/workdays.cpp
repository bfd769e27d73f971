#include "app/demo/workdays.h"

#include <algorithm>

#include "base/assert.h"

namespace xiezhi::app::demo {

Workdays::Workdays(const core::calendar::Calendar& calendar, base::Date today, int back, int ahead) {
  for (base::Date day = today.plus_days(-back); day <= today.plus_days(ahead); day = day.plus_days(1)) {
    if (calendar.is_working_day(day).value_or(day.weekday() <= 5)) days_.push_back(day);
  }
  last_ = on_or_after(today) - 1;
  VERIFY(last_ > 0);
}

base::Date Workdays::at(int index) const {
  VERIFY(index >= 0 && index < static_cast<int>(days_.size()));
  return days_[static_cast<std::size_t>(index)];
}

int Workdays::on_or_after(base::Date day) const {
  const auto found = std::lower_bound(days_.begin(), days_.end(), day);
  VERIFY(found != days_.end());
  return static_cast<int>(found - days_.begin());
}

}  // namespace xiezhi::app::demo
