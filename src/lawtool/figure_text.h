// The numbers a text of law writes, with their units and positions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xiezhi::lawtool {

enum class TextUnit : std::uint8_t {
  money,  ///< value in fen
  percent,
  times,
  years,
  months,
  days,
  working_days,
  hours,
  occasions,  ///< 次
  people,     ///< 人、名、周岁 counts
  age,
  things  ///< 个
};

/// Bytes [begin, end) of the text, unit included.
struct TextFigure {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::int64_t value = 0;
  TextUnit unit = TextUnit::days;
};

/// All numbers with a unit, in the order of the text. Numbers of articles, paragraphs and items (第…) are none; 次日 is
/// one day; in "一至二人" both ends have the unit.
std::vector<TextFigure> figures_of(std::string_view text);

/// The phrase (between ，；。：) around bytes [begin, end).
std::string_view phrase_around(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace xiezhi::lawtool
