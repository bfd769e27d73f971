// A story: what happens at one enterprise, told step by step on working days. It is told first to see how long it
// takes, then again at the place where it shall end.
#pragma once

#include <functional>

#include "app/demo/bureau.h"
#include "app/demo/workdays.h"

namespace xiezhi::app::demo {

/// What all stories share.
struct Stage {
  const core::law::Pack* pack = nullptr;
  const Workdays* workdays = nullptr;
  std::vector<std::string> pictures;  ///< SHA-256 of the pictures that stand for evidence
};

/// Where a story plays and who acts in it.
struct Cast {
  const Bureau* bureau = nullptr;
  const Firm* firm = nullptr;
  bool by_team = false;  ///< the entrusted team inspects
};

class Story {
 public:
  Story(const Stage& stage, const Cast& cast, std::uint64_t seed, int first_day);

  /// A command by `who`, now; a few minutes pass.
  template <typename Command>
  Step& act(const Person& who, const std::string& stream, const Command& command) {
    steps_.push_back(step_of(now(), who.caller, stream, command));
    minute_ += random_.between(3, 9);
    VERIFY(minute_ < 24 * 60);
    return steps_.back();
  }
  /// The morning of a later working day; a little later for none.
  void wait_days(int working_days);
  /// The morning of the first working day after `day`, if that is not over yet.
  void wait_past(base::Date day);
  void wait_minutes(int minutes) { minute_ += minutes; }

  [[nodiscard]] base::Instant now() const;
  [[nodiscard]] base::Date today() const { return stage_.workdays->at(day_); }
  [[nodiscard]] int day() const { return day_; }
  /// Number of working days after today.
  [[nodiscard]] base::Date workday_after(int working_days) const { return stage_.workdays->at(day_ + working_days); }
  [[nodiscard]] std::string id() { return random_.uuid(now()); }
  Random& random() { return random_; }
  [[nodiscard]] const core::law::Pack& pack() const { return *stage_.pack; }
  [[nodiscard]] const Bureau& bureau() const { return *cast_.bureau; }
  [[nodiscard]] const Firm& firm() const { return *cast_.firm; }
  [[nodiscard]] const Person& first() const { return officers()[0]; }
  [[nodiscard]] const Person& second() const { return officers()[1]; }
  [[nodiscard]] std::vector<std::string> officer_ids() const { return {first().id(), second().id()}; }
  [[nodiscard]] const std::string& picture() { return random_.pick(stage_.pictures); }
  std::vector<Step> take_steps() { return std::move(steps_); }

 private:
  int morning();
  [[nodiscard]] const std::vector<Person>& officers() const {
    return cast_.by_team && !cast_.bureau->team.empty() ? cast_.bureau->team : cast_.bureau->investigators;
  }

  const Stage& stage_;
  Cast cast_;
  Random random_;  // before minute_, which it sets
  int day_;
  int minute_;  ///< of the day
  std::vector<Step> steps_;
};

using Tale = std::function<void(Story&)>;

/// The steps of a tale whose last act lies `ago` working days before the last working day; a few days earlier where its
/// terms do not let it end just there.
std::vector<Step> place(const Stage& stage, const Cast& cast, std::uint64_t seed, int ago, const Tale& tale);

}  // namespace xiezhi::app::demo
