// Checklists of the law pack for whoever fills a scheme.
#pragma once

#include "app/view/views.h"
#include "core/law/pack.h"

namespace xiezhi::app {

struct ChecklistQuery {
  std::optional<std::string> industry;  ///< code of GB/T 4754; absent: lists for every industry
};
BOOST_DESCRIBE_STRUCT(ChecklistQuery, (), (industry))

struct ChecklistItemRow {
  std::string id;
  std::string text;
  bool key = false;
  std::optional<std::string> violation;
  std::vector<std::string> basis;  ///< as cited
};
BOOST_DESCRIBE_STRUCT(ChecklistItemRow, (), (id, text, key, violation, basis))

struct ChecklistRow {
  std::string id;
  std::string title;
  bool general = false;  ///< for every industry
  std::vector<ChecklistItemRow> items;
};
BOOST_DESCRIBE_STRUCT(ChecklistRow, (), (id, title, general, items))

struct ChecklistList {
  std::vector<ChecklistRow> rows;
};
BOOST_DESCRIBE_STRUCT(ChecklistList, (), (rows))

/// Those that fit, the narrowest first.
ChecklistList checklists(const core::law::Pack& pack, const ChecklistQuery& query);

}  // namespace xiezhi::app
