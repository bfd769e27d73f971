// Proof of a benchmark: its table without gap and contradiction, and every band inside the range of every fine that it
// grades.
#pragma once

#include "core/casefile/discretion.h"
#include "core/dmn/prove.h"
#include "core/law/discretion.h"
#include "core/law/pack.h"

namespace xiezhi::core::casefile {

/// The table's own proof, with what its outcomes do to the bound provisions. The law is that of `on`.
// 行政处罚法(2021) 第四条、第三十四条: a benchmark stays inside what the law gives.
dmn::TableProof prove_benchmark(const law::BenchmarkProgram& program, const std::vector<law::BenchmarkUse>& uses,
                                const law::Pack& pack, base::Date on, std::string_view division,
                                const dmn::ProofLimits& limits = {});

/// The range of a fine that may be graded, as the law of a day has it; nothing where the law sets none for the subject
/// at that stage. Where it is reckoned from gains or income, these count as none.
std::optional<StatutoryRange> graded_range(const law::BenchmarkUse& use, const law::Pack& pack, base::Date on,
                                           std::string_view division);

/// The ranges of the fines that a benchmark grades, each once; nothing where one of them is reckoned from other amounts
/// than the law's own, or is not there.
std::optional<std::vector<law::Band>> fixed_ranges(const std::vector<law::BenchmarkUse>& uses, const law::Pack& pack,
                                                   base::Date on, std::string_view division);

}  // namespace xiezhi::core::casefile
