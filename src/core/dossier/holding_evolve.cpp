// How events change what a dossier gathers.
#include <algorithm>

#include "core/dossier/holding_commands.h"

namespace xiezhi::core::dossier {
namespace {

template <typename Item>
void put(std::vector<Item>& items, Item item) {
  const auto held = std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.id == item.id; });
  if (held == items.end()) {
    items.push_back(std::move(item));
  } else {
    *held = std::move(item);
  }
}

template <typename Item>
Item& of_id(std::vector<Item>& items, const std::string& id) {
  const auto held = std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.id == id; });
  VERIFY(held != items.end());
  return *held;
}

}  // namespace

void evolve(Enterprise& enterprise, const LicenceRecorded& event) {
  put(enterprise.licences, {event.id, event.kind, event.number, event.issuer, event.valid_from, event.valid_until,
                            event.scope, std::nullopt, std::nullopt});
}

void evolve(Enterprise& enterprise, const LicenceEnded& event) {
  Licence& licence = of_id(enterprise.licences, event.id);
  licence.ended_on = event.ended_on;
  licence.ended_by = event.ended_by;
}

void evolve(Enterprise& enterprise, const HazardSourceRecorded& event) {
  put(enterprise.hazard_sources,
      {event.id, event.name, event.grade, event.assessed_on, event.filed_on, event.filed_number, std::nullopt});
}

void evolve(Enterprise& enterprise, const HazardSourceClosed& event) {
  of_id(enterprise.hazard_sources, event.id).closed_on = event.closed_on;
}

void evolve(Enterprise& enterprise, const KeyPersonRecorded& event) {
  put(enterprise.key_people, {event.id, event.role, event.name, event.qualification, event.valid_until, std::nullopt});
}

void evolve(Enterprise& enterprise, const KeyPersonLeft& event) {
  of_id(enterprise.key_people, event.id).left_on = event.left_on;
}

void evolve(Enterprise& enterprise, const EnterpriseGraded& event) {
  enterprise.grading = Grading{event.grade, event.reasons, event.graded_on};
}

}  // namespace xiezhi::core::dossier
