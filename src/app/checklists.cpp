#include "app/checklists.h"

#include <algorithm>

namespace xiezhi::app {

ChecklistList checklists(const core::law::Pack& pack, const ChecklistQuery& query) {
  ChecklistList out;
  for (const core::law::Checklist* list : core::law::checklists_for(pack.checklists(), query.industry.value_or(""))) {
    const auto& industries = list->industries;
    const bool general =
        industries.empty() || std::find(industries.begin(), industries.end(), std::string()) != industries.end();
    ChecklistRow row{list->id, list->title, general, {}};
    for (const core::law::ChecklistItem& item : list->items) {
      row.items.push_back({item.id, item.text, item.key.value_or(false), item.violation,
                           item.basis.value_or(std::vector<std::string>{})});
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace xiezhi::app
