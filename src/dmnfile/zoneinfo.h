// The table of time zones (see core/feel/zone.h) out of a folder of compiled zone files (RFC 8536), as systems have it.
#pragma once

#include <filesystem>
#include <string>

namespace xiezhi::dmnfile {

/// Where Debian keeps them.
inline constexpr const char* kZoneFolder = "/usr/share/zoneinfo";

/// The table; "" when the folder holds no zone. Files that are no zone are passed over.
std::string zone_table_of(const std::filesystem::path& folder);

}  // namespace xiezhi::dmnfile
