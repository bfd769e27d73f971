// Where a rule stands: instrument, article, paragraph, item (条、款、项).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>

namespace xiezhi::core::law {

/// A place in an instrument. `instrument` is its folder name under law/, for example "work_safety_law_2021".
struct Citation {
  std::string instrument;
  std::int32_t article = 0;
  std::optional<std::int32_t> paragraph;
  std::optional<std::int32_t> item;

  bool operator==(const Citation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Citation, (), (instrument, article, paragraph, item))

/// "第四十二条第一款第三项", without the instrument's title.
std::string place_in_chinese(const Citation& citation);
/// 1 to 9999 in Chinese numerals as statutes number articles: 十, 一百一十四, 二百零二.
std::string chinese_numeral(std::int32_t value);

}  // namespace xiezhi::core::law
