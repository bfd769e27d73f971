#include "lawtool/figure_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "lawtool/statute.h"

namespace xiezhi::lawtool {
namespace {

struct UnitWord {
  std::string_view word;
  TextUnit unit;
};

constexpr UnitWord kUnits[] = {{"个工作日", TextUnit::working_days},
                               {"个月", TextUnit::months},
                               {"个以上", TextUnit::things},
                               {"周岁", TextUnit::age},
                               {"小时", TextUnit::hours},
                               {"元", TextUnit::money},
                               {"倍", TextUnit::times},
                               {"年", TextUnit::years},
                               {"日", TextUnit::days},
                               {"次", TextUnit::occasions},
                               {"人", TextUnit::people},
                               {"名", TextUnit::people},
                               {"%", TextUnit::percent}};

bool ends_with_before(std::string_view text, std::size_t at, std::string_view word) {
  return text.substr(0, at).ends_with(word);
}

/// The unit right after a number and where it ends; 个以上 ends after 个.
std::optional<std::pair<TextUnit, std::size_t>> unit_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  for (const UnitWord& unit : kUnits) {
    if (!rest.starts_with(unit.word)) continue;
    const std::size_t size = unit.unit == TextUnit::things ? std::string_view("个").size() : unit.word.size();
    if (rest.substr(size).starts_with("性")) return std::nullopt;  // 一次性
    return std::pair(unit.unit, at + size);
  }
  return std::nullopt;
}

/// The figure at a place where numerals begin, or nothing; `next` is where to read on.
std::optional<TextFigure> figure_at(std::string_view text, std::size_t at, std::size_t& next) {
  constexpr std::string_view kPercent = "百分之";
  const bool percent = text.substr(at).starts_with(kPercent);
  const auto number = read_numeral(text, percent ? at + kPercent.size() : at);
  if (!number) return std::nullopt;
  next = number->end;
  if (percent) return TextFigure{at, number->end, number->value, TextUnit::percent};
  if (ends_with_before(text, at, "第")) return std::nullopt;
  if (ends_with_before(text, at, "上") && text.substr(number->end).starts_with("年")) return std::nullopt;  // 上一年
  if (const auto unit = unit_at(text, number->end)) {
    next = unit->second;
    const std::int64_t scale = unit->first == TextUnit::money ? 100 : 1;
    return TextFigure{at, unit->second, number->value * scale, unit->first};
  }
  constexpr std::string_view kTo = "至";
  if (!text.substr(number->end).starts_with(kTo)) return std::nullopt;
  const auto other = read_numeral(text, number->end + kTo.size());
  if (!other) return std::nullopt;
  const auto unit = unit_at(text, other->end);
  if (!unit) return std::nullopt;
  return TextFigure{at, number->end, number->value, unit->first};
}

}  // namespace

std::vector<TextFigure> figures_of(std::string_view text) {
  constexpr std::string_view kNextDay = "次日";
  std::vector<TextFigure> out;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.substr(at).starts_with(kNextDay)) {
      out.push_back({at, at + kNextDay.size(), 1, TextUnit::days});
      at += kNextDay.size();
      continue;
    }
    std::size_t next = at;
    base::next_code_point(text, next);
    if (const auto figure = figure_at(text, at, next)) out.push_back(*figure);
    at = next;
  }
  return out;
}

std::string_view phrase_around(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t from = 0;
  std::size_t to = text.size();
  for (std::string_view mark : {"，", "；", "。", "：", ":"}) {
    const std::size_t before = text.substr(0, begin).rfind(mark);
    if (before != std::string_view::npos) from = std::max(from, before + mark.size());
    const std::size_t after = text.find(mark, end);
    if (after != std::string_view::npos) to = std::min(to, after);
  }
  return text.substr(from, to - from);
}

}  // namespace xiezhi::lawtool
