// The tales of the demonstration: together they leave a file in every state that files can be in.
#pragma once

#include <span>

#include "app/demo/story.h"

namespace xiezhi::app::demo {

struct NamedTale {
  const char* name;
  void (*tell)(Story&);
  int ago_least;  ///< working days between the last act and today, at least
  int ago_most;
  bool everyday = false;  ///< what most files are like
  bool by_team = false;
};

/// Tales of inspections without a case.
std::span<const NamedTale> inspection_tales();
/// Tales of cases, most of them with the inspection they come from.
std::span<const NamedTale> case_tales();

}  // namespace xiezhi::app::demo
