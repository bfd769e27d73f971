// Who may give which command: organisation tree × duty, in one place. What the law says of the act itself is the
// core's.
#pragma once

#include <string_view>

#include "app/command.h"
#include "core/engine/engine.h"

namespace xiezhi::app {

/// Whether a caller may give the command on the stream as it stands. `payload` is looked at only where the stream does
/// not exist yet and names its place itself.
bool may_command(const Caller& caller, std::string_view command, const core::engine::World& world,
                 const core::engine::Loaded& target, const base::Json& payload);

}  // namespace xiezhi::app
