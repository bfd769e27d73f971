// Errors planted in the data, one at a time, to prove that the check finds them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lawtool/check.h"

namespace xiezhi::lawtool {

enum class ErrorSort : std::uint8_t { digit, unit, subject, trigger, kind, adjacent, deletion, rule };
BOOST_DESCRIBE_ENUM(ErrorSort, digit, unit, subject, trigger, kind, adjacent, deletion, rule)

/// A small fixed generator (SplitMix64), so that a seed gives the same errors everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// 0 to count-1.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

 private:
  std::uint64_t state_;
};

/// One way to spoil one datum. `spoil` always changes what the datum says.
struct PlantedError {
  ErrorSort sort = ErrorSort::digit;
  std::string what;
  std::function<void(LawSource&, Random&)> spoil;
};

/// Every error that can be planted in the verified data of instruments whose text is at hand. Not among them, because
/// no text could show it: the deletion of one of several duty citations, of a mark that a provision gives way, and data
/// without a text.
std::vector<PlantedError> plantable_errors(const LawSource& source, const Texts& texts);

struct SeedReport {
  std::int64_t seeded = 0;
  std::int64_t found = 0;
  std::map<std::string, std::int64_t> by_sort;
  std::vector<Note> missed;
};

/// Plants `count` errors one at a time in a fresh copy, drawn without repetition until all sorts and places have come.
/// `progress` is told how many are done.
SeedReport seed_errors(const LawSource& source, const Texts& texts, std::int64_t count, std::uint64_t seed,
                       const std::function<void(std::int64_t)>& progress);

}  // namespace xiezhi::lawtool
