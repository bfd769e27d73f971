// The region's list of acts that need not be punished (包容免罚清单): which entry an act may rest on.
#pragma once

#include <vector>

#include "core/casefile/state.h"
#include "core/law/pack.h"

namespace xiezhi::core::casefile {

/// The conditions of an entry that the core knows; fewer than it names when it names others.
std::vector<Condition> conditions_of(const law::Leniency& entry);
/// Whether the entry is in force on the day of the act and speaks of the violation.
bool speaks_of(const law::Leniency& entry, std::string_view violation, base::Date on);
/// The first entry of the region's list that holds for the act: tier and all conditions. Null for none.
// 行政处罚法(2021) 第三十三条第一款.
const law::Leniency* leniency_for(const law::Pack& pack, std::string_view division, std::string_view violation,
                                  base::Date on, std::string_view tier, const std::vector<Condition>& conditions);

}  // namespace xiezhi::core::casefile
