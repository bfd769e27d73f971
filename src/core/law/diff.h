// What differs between two states of the law: instruments, figures, violations, benchmarks and their rules.
#pragma once

#include <string>
#include <vector>

#include "core/law/pack.h"

namespace xiezhi::core::law {

enum class ChangeKind : std::uint8_t { added, removed, changed };
BOOST_DESCRIBE_ENUM(ChangeKind, added, removed, changed)

enum class Changed : std::uint8_t { instrument, figure, violation, benchmark, circumstance, leniency };
BOOST_DESCRIBE_ENUM(Changed, instrument, figure, violation, benchmark, circumstance, leniency)

/// One difference. `place` is a JSON pointer inside the thing, or "rule 3" of a benchmark's table; absent for what came
/// or went as a whole. `before` and `after` are JSON.
struct Change {
  Changed what = Changed::figure;
  ChangeKind change = ChangeKind::changed;
  std::string id;
  std::string title;
  std::optional<std::string> place;
  std::optional<base::Json> before;
  std::optional<base::Json> after;
};
BOOST_DESCRIBE_STRUCT(Change, (), (what, change, id, title, place, before, after))

/// What of a pack is in force on a day. Ids then stand for one thing each.
PackFile in_force_on(const PackFile& file, base::Date day);

/// In the order of kinds, then of ids. Things with dates of their own are told apart by the day from which they apply,
/// unless that id has just one of them on each side.
std::vector<Change> diff(const PackFile& before, const PackFile& after);

}  // namespace xiezhi::core::law
