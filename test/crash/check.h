// What must hold after a crash.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "store/connection.h"

namespace xiezhi::crash {

/// Acknowledged commands and how many entries each has.
using Acknowledged = std::map<std::string, std::int64_t>;

/// Complaints of the commands alone: one that was acknowledged is not there whole, or a part of one is there. The tree
/// is left as it is.
std::vector<std::string> command_complaints(store::Connection& connection, const Acknowledged& acknowledged);

/// The same and those of the journal: an acknowledged command that is not there whole, a command of which only a part
/// is there, a journal that does not verify. Empty when all is well. Numbers what is left without a leaf number first.
std::vector<std::string> complaints(store::Connection& connection, const Acknowledged& acknowledged);

/// How many acknowledged commands are not there.
std::int64_t lost(store::Connection& connection, const Acknowledged& acknowledged);

}  // namespace xiezhi::crash
