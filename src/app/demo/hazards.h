// What the inspections of the demonstration look at, and what they find.
#pragma once

#include <span>

namespace xiezhi::app::demo {

struct Hazard {
  const char* violation;    ///< of the law pack
  const char* item;         ///< of the inspection scheme
  const char* description;  ///< of a finding
  const char* place;        ///< "" : the trade's own workplace
  const char* requirement;  ///< what the order asks for
};

/// Of which the statute fines the unit at once.
std::span<const Hazard> common_hazards();
/// Of which people may have to leave or work to stop.
std::span<const Hazard> major_hazards();
/// Unsafe equipment, such as is sealed.
std::span<const Hazard> equipment_hazards();

}  // namespace xiezhi::app::demo
