#include "core/law/checklist.h"

#include <algorithm>

namespace xiezhi::core::law {
namespace {

/// "C3391" of "3391": enterprises are registered with or without the letter of the section (GB/T 4754-2017).
std::string with_section(std::string_view industry) {
  struct Section {
    char letter;
    std::string_view last;  ///< its last division
  };
  static constexpr Section kSections[] = {{'A', "05"}, {'B', "12"}, {'C', "43"}, {'D', "46"}, {'E', "50"},
                                          {'F', "52"}, {'G', "60"}, {'H', "62"}, {'I', "65"}, {'J', "69"},
                                          {'K', "70"}, {'L', "72"}, {'M', "75"}, {'N', "79"}, {'O', "82"},
                                          {'P', "83"}, {'Q', "85"}, {'R', "90"}, {'S', "96"}, {'T', "97"}};
  const bool bare = !industry.empty() && industry[0] >= '0' && industry[0] <= '9';
  if (!bare) return std::string(industry);
  const auto* found = std::find_if(std::begin(kSections), std::end(kSections),
                                   [&](const Section& section) { return industry.substr(0, 2) <= section.last; });
  return found == std::end(kSections) ? std::string() : found->letter + std::string(industry);
}

/// Length of the longest prefix that fits; nothing when none does.
std::optional<std::size_t> fit(const Checklist& list, std::string_view industry) {
  if (list.industries.empty()) return 0;
  std::optional<std::size_t> best;
  for (const std::string& prefix : list.industries) {
    if (industry.starts_with(prefix)) best = std::max(best.value_or(0), prefix.size());
  }
  return best;
}

}  // namespace

std::vector<const Checklist*> checklists_for(const std::vector<Checklist>& lists, std::string_view industry) {
  const std::string code = with_section(industry);
  std::vector<const Checklist*> out;
  for (const Checklist& list : lists) {
    if (fit(list, code)) out.push_back(&list);
  }
  std::stable_sort(out.begin(), out.end(),
                   [&](const Checklist* one, const Checklist* other) { return *fit(*one, code) > *fit(*other, code); });
  return out;
}

}  // namespace xiezhi::core::law
