// IANA time zones from a table that the caller passes in: no zone data stands in the core, and none is read from the
// machine, so that a zone means the same natively and in WebAssembly.
//
// The table is text, one zone a line: `NAME[,ALIAS…]|OFFSET|SECONDS:OFFSET …|RULE`. Offsets are seconds east of UTC,
// the pairs are transitions in UTC seconds in ascending order, and RULE is the POSIX TZ rule for what comes after them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace xiezhi::core::feel {

/// "M3.5.0/3", "J60" or "59": a day of the year and a local time, in seconds.
struct YearDay {
  char kind = 'M';
  std::int32_t month = 0;
  std::int32_t week = 0;
  std::int32_t day = 0;
  std::int32_t seconds = 7200;
};

struct ZoneRule {
  std::int32_t standard = 0;
  std::int32_t summer = 0;
  std::optional<YearDay> starts;
  std::optional<YearDay> ends;
};

struct Zone {
  std::string name;
  std::int32_t first_offset = 0;
  std::vector<std::pair<std::int64_t, std::int32_t>> transitions;
  ZoneRule rule;

  /// Seconds east of UTC at an instant (UTC seconds since 1970).
  [[nodiscard]] std::int32_t offset_at(std::int64_t instant) const;
  /// The offset for a local wall time; the earlier one where it occurs twice, the one before the gap where it does not.
  [[nodiscard]] std::int32_t offset_of_local(std::int64_t local) const;
};

class ZoneTable {
 public:
  /// An error names the line.
  static base::Result<ZoneTable, std::string> load(std::string_view text);
  /// The zone of that name, or null.
  [[nodiscard]] std::shared_ptr<const Zone> find(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return zones_.size(); }

 private:
  std::map<std::string, std::shared_ptr<const Zone>, std::less<>> zones_;
};

/// Reads a POSIX TZ rule such as "CET-1CEST,M3.5.0,M10.5.0/3".
std::optional<ZoneRule> parse_zone_rule(std::string_view text);

}  // namespace xiezhi::core::feel
