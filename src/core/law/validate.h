// What a pack must satisfy before any rule may read it.
#pragma once

#include <optional>

#include "core/law/pack.h"

namespace xiezhi::core::law {

/// The first thing wrong with a pack, by path in the file, or nothing. Codes: pack.format, pack.duplicate,
/// pack.unknown_instrument, pack.dates, pack.fixed_figure, pack.region, pack.measure.
std::optional<base::JsonError> first_problem(const PackFile& file);

/// The first thing wrong with a checklist beside the rest of the pack, by path in the list, or nothing. Codes:
/// pack.duplicate, pack.checklist, pack.unknown_violation.
std::optional<base::JsonError> checklist_problem(const PackFile& file, const Checklist& list);

/// Whether two stretches of days meet; an absent end is open.
bool overlap(base::Date from_a, std::optional<base::Date> until_a, base::Date from_b,
             std::optional<base::Date> until_b);
/// Whether a day lies in a stretch.
bool in_force(base::Date from, std::optional<base::Date> until, base::Date on);

}  // namespace xiezhi::core::law
