// What a dossier of the demonstration gathers: licences, major hazard sources, key people, the risk grade.
#pragma once

#include <vector>

#include "app/demo/random.h"
#include "app/demo/step.h"

namespace xiezhi::app::demo {

/// `numbered` is the firm's number in the demonstration: names and dates follow from it alone. The steps come within a
/// second of `at`.
std::vector<Step> holdings_of(const std::string& firm, std::size_t numbered, const std::string& division,
                              base::Instant at, const CallerPtr& registrar);

}  // namespace xiezhi::app::demo
