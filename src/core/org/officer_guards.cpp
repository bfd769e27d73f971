#include "core/org/officer_guards.h"

namespace xiezhi::core::org {

bool acts_for(const engine::World& world, const Officer& officer, std::string_view body, base::Date day) {
  if (officer.body == body) return true;
  const Body* team = world.body(officer.body);
  const Body* principal = world.body(body);
  if (team == nullptr || principal == nullptr || team->kind != BodyKind::team) return false;
  if (team->parent == principal->id) return true;
  return std::any_of(principal->entrustments.begin(), principal->entrustments.end(),
                     [&](const Entrustment& entrustment) {
                       return entrustment.team == team->id && day >= entrustment.from && day <= entrustment.until &&
                              (!entrustment.ended_on || day < *entrustment.ended_on);
                     });
}

bool is_head_of(const Officer* officer, std::string_view body, base::Date day) {
  return officer != nullptr && officer->body == body && officer->is_head_or_deputy() && officer->serves_on(day);
}

bool is_approver(const Officer* officer, std::string_view body, base::Date day) {
  return is_head_of(officer, body, day) && officer->has(Duty::approver);
}

}  // namespace xiezhi::core::org
