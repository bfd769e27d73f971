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

/// The last day to pay: fifteen days from receipt (行政处罚法 第六十七条第三款), or the day of a granted deferral
/// (第六十六条第二款).
std::optional<base::Date> pay_by(const Track& track, const law::Pack& pack, std::string_view division);

/// Additional fine up to and including `on`: 3 % a day of the fine, at most the fine (第七十二条第一款第一项), and
/// nothing for the days of a reconsideration or a suit (第七十三条第三款). It is reckoned on the fine as decided, not
/// on what remains of it.
Balance balance_on(const Track& track, base::Date on, const law::Pack& pack, std::string_view division);

}  // namespace xiezhi::core::casefile
