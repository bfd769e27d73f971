#include <algorithm>

#include "base/text.h"
#include "core/law/validate.h"
#include "lawtool/source.h"
#include "lawtool/statute.h"

namespace xiezhi::lawtool {
namespace {

/// "第三十六条", "第二款" …: the number, and what stands behind it. Nothing when the text does not begin so.
std::optional<std::int32_t> take_part(std::string_view& text, std::string_view unit) {
  constexpr std::string_view kFirst = "第";
  if (!text.starts_with(kFirst)) return std::nullopt;
  const auto number = read_numeral(text, kFirst.size());
  if (!number || !text.substr(number->end).starts_with(unit)) return std::nullopt;
  if (number->value < 1 || number->value > 9999) return std::nullopt;
  text.remove_prefix(number->end + unit.size());
  return static_cast<std::int32_t>(number->value);
}

/// The text of that name that is in force, or else the newest.
const law::Instrument* instrument_named(const law::PackFile& pack, std::string_view short_title) {
  const law::Instrument* out = nullptr;
  for (const law::Instrument& one : pack.instruments) {
    if (one.short_title != short_title) continue;
    const bool better = out == nullptr || (out->until && !one.until) ||
                        (out->until.has_value() == one.until.has_value() && one.from > out->from);
    if (better) out = &one;
  }
  return out;
}

}  // namespace

std::optional<law::Citation> read_citation(std::string_view text, const law::PackFile& pack) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank == 0) return std::nullopt;
  const law::Instrument* instrument = instrument_named(pack, text.substr(0, blank));
  std::string_view rest = text.substr(blank + 1);
  law::Citation out;
  if (instrument != nullptr) out.instrument = instrument->id;
  out.article = take_part(rest, "条").value_or(0);
  out.paragraph = take_part(rest, "款");
  out.item = take_part(rest, "项");
  // Written back it is the same: 第三十六条, not 第36条.
  const bool same = out.article > 0 && law::place_in_chinese(out) == text.substr(blank + 1);
  return same ? std::optional(out) : std::nullopt;
}

std::optional<FileError> checklist_error(const law::Checklist& list, const law::PackFile& pack) {
  const std::string file = "checklist/" + list.id + ".json";
  if (auto problem = law::checklist_problem(pack, list)) return FileError{file, std::move(*problem)};
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const auto& basis = list.items[i].basis;
    for (std::size_t k = 0; basis && k < basis->size(); ++k) {
      if (read_citation((*basis)[k], pack)) continue;
      const std::string path = "/items/" + std::to_string(i) + "/basis/" + std::to_string(k);
      const std::string what = "item '" + list.items[i].id + "': '" + (*basis)[k] + "' cites no place";
      return FileError{file, base::JsonError{path, "law.bad_citation", what}};
    }
  }
  return std::nullopt;
}

}  // namespace xiezhi::lawtool
