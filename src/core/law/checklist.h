// Checklists by trade: what is looked at in an inspection of an industry. A scheme is filled from them and edited
// afterwards; no rule of law reads them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"

namespace xiezhi::core::law {

struct ChecklistItem {
  std::string id;
  std::string text;                               ///< how it should be, worded by the project
  std::optional<bool> key;                        ///< true: among the few that are looked at first
  std::optional<std::string> violation;           ///< what it suggests when it is not so
  std::optional<std::vector<std::string>> basis;  ///< where it says so, as cited: 安全生产法 第三十六条第一款
};
BOOST_DESCRIBE_STRUCT(ChecklistItem, (), (id, text, key, violation, basis))

struct Checklist {
  std::string id;
  std::string title;
  std::vector<std::string> industries;  ///< prefixes of codes of GB/T 4754; "" or none: every industry
  std::vector<ChecklistItem> items;
};
BOOST_DESCRIBE_STRUCT(Checklist, (), (id, title, industries, items))

/// The lists that fit an industry: those for the narrowest class of it first, those for every industry last; equals in
/// the order of the pack. Without an industry ("") those for every one. The code has the letter of its section or not.
std::vector<const Checklist*> checklists_for(const std::vector<Checklist>& lists, std::string_view industry);

}  // namespace xiezhi::core::law
