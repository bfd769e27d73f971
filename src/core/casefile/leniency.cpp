#include "core/casefile/leniency.h"

#include <algorithm>

namespace xiezhi::core::casefile {
namespace {

template <typename T, typename V>
bool among(const std::vector<T>& all, const V& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

std::vector<Condition> conditions_of(const law::Leniency& entry) {
  std::vector<Condition> out;
  for (const std::string& name : entry.conditions) {
    if (const auto condition = base::enum_from_name<Condition>(name)) out.push_back(*condition);
  }
  return out;
}

bool speaks_of(const law::Leniency& entry, std::string_view violation, base::Date on) {
  return entry.from <= on && (!entry.until || on <= *entry.until) && among(entry.violations, violation);
}

const law::Leniency* leniency_for(const law::Pack& pack, std::string_view division, std::string_view violation,
                                  base::Date on, std::string_view tier, const std::vector<Condition>& conditions) {
  const law::Discretion* region = pack.discretion(division);
  if (region == nullptr) return nullptr;
  for (const law::Leniency& entry : region->leniency) {
    const auto wanted = conditions_of(entry);
    if (speaks_of(entry, violation, on) && among(entry.tiers, tier) && wanted.size() == entry.conditions.size() &&
        std::all_of(wanted.begin(), wanted.end(), [&](Condition one) { return among(conditions, one); })) {
      return &entry;
    }
  }
  return nullptr;
}

}  // namespace xiezhi::core::casefile
