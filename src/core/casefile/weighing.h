// What discretion is weighed by: the benchmark bound to the fine of a charge against a party.
#pragma once

#include "core/casefile/discretion.h"

namespace xiezhi::core::casefile {

/// What a weighing rests on. The range is absent where the clause has no fine for the party at this stage, and
/// `benchmark` is null where none is bound to the fine and in force on the day of the act (行政处罚法 第三十七条).
struct WeighingBasis {
  const Charge* charge = nullptr;
  std::optional<StatutoryRange> range;
  const law::BenchmarkProgram* benchmark = nullptr;
};

/// Nothing where the charge is not one of the party's, or the law of its day does not know the violation.
std::optional<WeighingBasis> weighing_basis(const CaseFile& state, std::string_view party, std::string_view charge,
                                            const law::Pack& pack);

/// Whether a benchmark in force grades the fine of a charge against a party; what it is reckoned from need not be
/// known.
bool weighable(const CaseFile& state, std::string_view party, std::string_view charge, const law::Pack& pack);

/// Whether such a fine is still to be weighed by the benchmark that holds. A weighing by another table is none, nor is
/// one from before new facts on the charge, or before the order to decide anew for more than an error of procedure.
// 行政处罚法(2021) 第五条第二款、第三十四条.
bool unweighed(const CaseFile& state, std::string_view party, std::string_view charge, const law::Pack& pack);

/// Whether of the charges of one act this one has the highest fine: the others are not fined (行政处罚法 第二十九条).
bool heaviest_of_act(const CaseFile& state, std::string_view party, std::string_view charge, const law::Pack& pack);

/// Whether any fine of the case is unweighed, for each act the highest.
bool anything_unweighed(const CaseFile& state, const law::Pack& pack);

}  // namespace xiezhi::core::casefile
