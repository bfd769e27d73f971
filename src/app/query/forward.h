// The steps by which a file moves on.
#pragma once

#include <string>
#include <vector>

#include "core/engine/world.h"

namespace xiezhi::app {

/// Commands that take the file forward, the nearest first; those done often enough are left out. Whether one is lawful
/// now, the core says.
std::vector<std::string> forward_commands(const core::engine::Aggregate& aggregate, const core::law::Pack& pack);

}  // namespace xiezhi::app
