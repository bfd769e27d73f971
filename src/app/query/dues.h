// By when the steps of a file are to be taken, where a text sets a term.
#pragma once

#include "app/view/views.h"
#include "core/engine/world.h"
#include "core/law/pack.h"

namespace xiezhi::app {

/// Working days from `today` to `due`, negative when it lies behind; nothing when a year's holidays are not published.
std::optional<std::int32_t> working_days_left(const core::calendar::Calendar& calendar, base::Date today,
                                              base::Date due);

/// The terms that run in a file on `today`; of a case's parties, those of the one in `focus` (the first without one).
std::vector<StepDue> dues_of(const core::engine::Aggregate& aggregate, std::string_view focus,
                             const core::law::Pack& pack, base::Date today);

}  // namespace xiezhi::app
