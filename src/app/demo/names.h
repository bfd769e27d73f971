// Names of people, enterprises and places. All of them are plainly made up: 张甲一, 北辰示范机械加工有限公司,
// 示范路12号.
#pragma once

#include <string>
#include <string_view>

#include "app/demo/random.h"

namespace xiezhi::app::demo {

/// 张甲一, 王乙一, … : no two of the first 5,000 are the same.
std::string person_name(std::size_t number);

/// A trade of GB/T 4754-2017, as enterprises of the demonstration have it.
struct Trade {
  const char* industry;  ///< "C3484"
  const char* name;      ///< 机械加工
  const char* scope;
  const char* workplace;  ///< where its hazards are found
};
const Trade& pick_trade(Random& random);

/// 北辰示范机械加工有限公司, with a place before it.
std::string enterprise_name(std::string_view place, const Trade& trade, Random& random);
/// 示范路12号.
std::string street_address(Random& random);
/// A valid code of GB 32100 whose organisation part begins with "D0", as no register gives it out.
std::string credit_code(std::string_view division, std::size_t number);

}  // namespace xiezhi::app::demo
