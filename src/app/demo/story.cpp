#include "app/demo/story.h"

#include <algorithm>

namespace xiezhi::app::demo {
namespace {

/// The first days are those of the founding.
constexpr int kFirstStoryDay = 3;
constexpr int kGuessedLength = 20;
constexpr int kTries = 12;

}  // namespace

Story::Story(const Stage& stage, const Cast& cast, std::uint64_t seed, int first_day)
    : stage_(stage), cast_(cast), random_(seed), day_(first_day), minute_(morning()) {}

int Story::morning() { return 8 * 60 + 30 + random_.between(0, 120); }

base::Instant Story::now() const {
  return {base::Instant::start_of(today()).ms + static_cast<std::int64_t>(minute_) * 60'000};
}

void Story::wait_days(int working_days) {
  if (working_days == 0) return wait_minutes(20);
  day_ += working_days;
  minute_ = morning();
}

void Story::wait_past(base::Date day) { wait_days(std::max(0, stage_.workdays->on_or_after(day.plus_days(1)) - day_)); }

std::vector<Step> place(const Stage& stage, const Cast& cast, std::uint64_t seed, int ago, const Tale& tale) {
  const int wanted_end = stage.workdays->last() - ago;
  int start = std::max(kFirstStoryDay, wanted_end - kGuessedLength);
  // Where weekends move the ends of terms the length depends on the start: go a day earlier until it fits.
  for (int tries = 0; tries < kTries; ++tries) {
    Story story(stage, cast, seed, start);
    tale(story);
    const int end = story.day();
    if (end == wanted_end || (end < wanted_end && tries > 2) || start == kFirstStoryDay) {
      VERIFY(end <= stage.workdays->last());
      return story.take_steps();
    }
    start = std::max(kFirstStoryDay, tries > 2 ? start - 1 : start + wanted_end - end);
  }
  VERIFY_NOT_REACHED();
}

}  // namespace xiezhi::app::demo
