// What must be right with a list before it may be handed in or published.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/law/region_list.h"

namespace xiezhi::core::regulation {

enum class Fault : std::uint8_t {
  incomplete,           ///< an entry without id, title or writ, or with a stretch of days of its own making
  duplicate,            ///< two entries of one id
  source_unknown,       ///< the provision's instrument is not in the law, or not on that day
  violation_unknown,    ///< a violation that the law of that day does not have
  tier_unknown,         ///< a tier that no table of the violation has
  conditions_too_few,   ///< less than 行政处罚法 第三十三条第一款 asks for
  percent_wrong,        ///< a move of nothing, of more than the band, or of a reduction
  against_the_law,      ///< what 第三十条至第三十二条 make lighter, made heavier
  statutory_missing,    ///< a circumstance of 第三十条、第三十二条 that the list leaves out
  figure_unknown,       ///< an amount that is not the region's to set, or with another unit
  figure_missing,       ///< an amount of the region that the list leaves out
  figure_not_positive,  ///< nothing, or less
  of_another_list       ///< entries that belong to a list of another kind
};
BOOST_DESCRIBE_ENUM(Fault, incomplete, duplicate, source_unknown, violation_unknown, tier_unknown, conditions_too_few,
                    percent_wrong, against_the_law, statutory_missing, figure_unknown, figure_missing,
                    figure_not_positive, of_another_list)

struct FaultFound {
  Fault fault = Fault::incomplete;
  std::string entry;   ///< its id; the provision of a circumstance that is left out, the key of an amount
  std::string title;   ///< in Chinese, as far as there is one
  std::string detail;  ///< the violation, the tier, the provision in question
};
BOOST_DESCRIBE_STRUCT(FaultFound, (), (fault, entry, title, detail))

/// Everything that is wrong with a list by the law of a day in a region, entry by entry.
// 行政处罚法(2021) 第四条、第三十条至第三十四条: discretion is set by law.
std::vector<FaultFound> faults_of(const law::ListContent& content, law::ListKind kind, const law::Pack& pack,
                                  std::string_view region, base::Date on);

}  // namespace xiezhi::core::regulation
