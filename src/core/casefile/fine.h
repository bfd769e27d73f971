// What a party owes on a day: the fine, and the additional fine for paying late.
#pragma once

#include "core/casefile/state.h"
#include "core/law/pack.h"

namespace xiezhi::core::casefile {

struct Balance {
  base::Money fine_fen;        ///< of the decision, confiscated gains included
  base::Money additional_fen;  ///< 加处罚款 up to the day
  base::Money paid_fen;
  base::Money due_fen;               ///< what remains
  std::optional<base::Date> pay_by;  ///< last day to pay in time; absent before service
};
BOOST_DESCRIBE_STRUCT(Balance, (), (fine_fen, additional_fen, paid_fen, due_fen, pay_by))

/// When the party counts as having received the decision: of a service by announcement when its days have passed
/// (民事诉讼法 第九十五条第一款, by 行政处罚法 第六十一条第一款). Nothing before the service.
std::optional<base::Instant> received_at(const Track& track, const law::Pack& pack, std::string_view division);

/// The last day to pay, as it stands on a day: fifteen days from receipt (行政处罚法 第六十七条第三款), or the end of a
/// granted deferral, which an instalment missed before that day ends early (第六十六条第二款).
std::optional<base::Date> pay_by(const Track& track, base::Date on, const law::Pack& pack, std::string_view division);

/// The day on which the next payment falls due, whether past or to come: what a task list shows.
std::optional<base::Date> next_due(const Track& track, const law::Pack& pack, std::string_view division);

/// Additional fine up to and including `on`: 3 % a day of the fine, at most the fine (第七十二条第一款第一项), and
/// nothing for the days of a reconsideration or a suit (第七十三条第三款) nor for those that a deferral covers, from
/// its approval on (第六十六条第二款): what had run before stays. It is reckoned on the fine as decided, not on what
/// remains of it.
Balance balance_on(const Track& track, base::Date on, const law::Pack& pack, std::string_view division);

}  // namespace xiezhi::core::casefile
