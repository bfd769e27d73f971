// Which tales play where: every tale in the counties of the accounts, and a few in every other county.
#pragma once

#include "app/demo/story.h"

namespace xiezhi::app::demo {

/// How many enterprises an bureau needs.
std::size_t firms_of(const Bureau& bureau, bool small);

/// The steps of all files.
std::vector<Step> file_steps(const Stage& stage, const std::vector<Bureau>& bureaus, std::uint64_t seed, bool small);

}  // namespace xiezhi::app::demo
