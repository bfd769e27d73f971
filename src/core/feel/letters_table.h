// The tables behind letters.h, all in ascending order. They are made by script/unicode.mjs.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace xiezhi::core::feel {

/// Code points first, first + step, … last, whose other case lies `distance` away.
struct CaseRun {
  char32_t first;
  char32_t last;
  std::int32_t step;
  std::int32_t distance;
};

/// A letter that becomes several; 0 where there are only two.
struct LongCase {
  char32_t letter;
  char32_t first;
  char32_t second;
  char32_t third;
};

struct Block {
  std::string_view name;
  char32_t first;
  char32_t last;
};

/// Where a run of one category begins, times 32, plus the category: 0 to 29 as letters.cpp names them, 30 for Lu and Ll
/// in turn with Lu at even code points, 31 with Lu at odd ones.
std::span<const std::uint32_t> category_runs();
std::span<const CaseRun> lower_runs();
std::span<const CaseRun> upper_runs();
std::span<const LongCase> long_uppers();
std::span<const Block> blocks();  ///< by name

}  // namespace xiezhi::core::feel
