// Numbers that follow from a seed alone, the same everywhere: demonstration data of one seed and day are always the
// same.
#pragma once

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "base/assert.h"
#include "base/date.h"

namespace xiezhi::app::demo {

/// SplitMix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  /// 0 to `count` - 1. The slight bias towards small numbers does not matter here.
  std::size_t below(std::size_t count) {
    VERIFY(count > 0);
    return static_cast<std::size_t>(next() % count);
  }
  /// `least` to `most`, both included.
  int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::size_t>(most - least + 1)));
  }
  bool chance(int percent) { return between(1, 100) <= percent; }
  template <typename Items>
  const auto& pick(const Items& items) {
    return items[below(std::size(items))];
  }
  /// In the form of a UUID version 7 of that instant.
  std::string uuid(base::Instant at) {
    const auto ms = static_cast<std::uint64_t>(at.ms);
    const std::uint64_t a = next();
    const std::uint64_t b = next();
    char text[40];
    std::snprintf(text, sizeof text, "%08" PRIx64 "-%04" PRIx64 "-7%03" PRIx64 "-%04" PRIx64 "-%012" PRIx64,
                  ms >> 16 & 0xFFFFFFFFU, ms & 0xFFFFU, a & 0xFFFU, 0x8000U | (a >> 12 & 0x3FFFU), b & 0xFFFFFFFFFFFFU);
    return text;
  }

 private:
  std::uint64_t state_;
};

/// A seed for one of many independent parts.
inline std::uint64_t seed_of(std::uint64_t seed, std::uint64_t part) {
  return Random(seed ^ (part + 1) * 0xD1B54A32D192ED03U).next();
}

}  // namespace xiezhi::app::demo
