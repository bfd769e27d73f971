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

/// Complaints: an acknowledged command that is not there whole, a command of which only a part is there, a journal that
/// does not verify. Empty when all is well. Numbers what is left without a leaf number first.
std::vector<std::string> complaints(store::Connection& connection, const Acknowledged& acknowledged);

/// How many acknowledged commands are not there.
std::int64_t lost(store::Connection& connection, const Acknowledged& acknowledged);

}  // namespace xiezhi::crash
