#include "core/feel/letters.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "core/feel/letters_table.h"

namespace xiezhi::core::feel {
namespace {

constexpr std::array<std::string_view, 30> kCategories = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl",
                                                          "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Zs", "Zl",
                                                          "Zp", "Sm", "Sc", "Sk", "So", "Cc", "Cf", "Cs", "Co", "Cn"};
constexpr std::uint32_t kPairsFromEven = 30;
constexpr std::string_view kGroups = "LMNPZSC";
constexpr char32_t kSigma = 0x3A3;
constexpr char32_t kFinalSigma = 0x3C2;
constexpr char32_t kDottedI = 0x130;
constexpr char32_t kDotAbove = 0x307;

std::string_view category_of(char32_t c) {
  const auto runs = category_runs();
  const auto after = std::upper_bound(runs.begin(), runs.end(), c * 32 + 31);
  const std::uint32_t kind = *(after - 1) % 32;
  if (kind < kPairsFromEven) return kCategories[kind];
  const bool even = c % 2 == 0;
  return even == (kind == kPairsFromEven) ? "Lu" : "Ll";
}

char32_t other_case(std::span<const CaseRun> runs, char32_t c) {
  const auto after = std::upper_bound(runs.begin(), runs.end(), c,
                                      [](char32_t wanted, const CaseRun& run) { return wanted < run.first; });
  if (after == runs.begin()) return c;
  const CaseRun& run = *(after - 1);
  if (c > run.last || (c - run.first) % static_cast<char32_t>(run.step) != 0) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + run.distance);
}

bool is_cased(char32_t c) {
  const std::string_view category = category_of(c);
  return category == "Lu" || category == "Ll" || category == "Lt";
}

/// What stands between letters without parting a word.
bool is_ignored(char32_t c) {
  if (c == '\'' || c == '.' || c == ':' || c == 0xB7 || c == 0x2019) return true;
  const std::string_view category = category_of(c);
  return category == "Mn" || category == "Me" || category == "Cf" || category == "Lm" || category == "Sk";
}

/// Whether the letter at that place is the last of a word.
bool ends_word(const std::vector<char32_t>& points, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && is_ignored(points[before - 1])) --before;
  if (before == 0 || !is_cased(points[before - 1])) return false;
  std::size_t next = at + 1;
  while (next < points.size() && is_ignored(points[next])) ++next;
  return next == points.size() || !is_cased(points[next]);
}

}  // namespace

char32_t to_lower(char32_t c) { return other_case(lower_runs(), c); }
char32_t to_upper(char32_t c) { return other_case(upper_runs(), c); }

std::string upper_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto several = long_uppers();
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    const auto found =
        c < 0x80 ? several.end()
                 : std::find_if(several.begin(), several.end(), [&](const LongCase& one) { return one.letter == c; });
    if (found == several.end()) {
      base::append_code_point(out, to_upper(c));
      continue;
    }
    for (const char32_t part : {found->first, found->second, found->third}) {
      if (part != 0) base::append_code_point(out, part);
    }
  }
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto points = base::code_points(text);
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i] == kSigma && ends_word(points, i)) {
      base::append_code_point(out, kFinalSigma);
    } else if (points[i] == kDottedI) {
      base::append_code_point(out, 'i');
      base::append_code_point(out, kDotAbove);
    } else {
      base::append_code_point(out, to_lower(points[i]));
    }
  }
  return out;
}

std::optional<bool> in_category(char32_t c, std::string_view name) {
  if (name.starts_with("Is")) {
    name.remove_prefix(2);
    const auto known = blocks();
    const auto found = std::lower_bound(known.begin(), known.end(), name,
                                        [](const Block& one, std::string_view wanted) { return one.name < wanted; });
    if (found == known.end() || found->name != name) return std::nullopt;
    return c >= found->first && c <= found->last;
  }
  const bool group = name.size() == 1 && kGroups.find(name) != std::string_view::npos;
  if (!group && std::find(kCategories.begin(), kCategories.end(), name) == kCategories.end()) return std::nullopt;
  return category_of(c).starts_with(name);
}

}  // namespace xiezhi::core::feel
