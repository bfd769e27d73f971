#include "app/permission.h"

#include <algorithm>

#include "core/org/org.h"

namespace xiezhi::app {
namespace {

using core::org::Duty;

bool has(const Caller& caller, Duty duty) {
  const std::string_view name = base::enum_name(duty);
  return std::find(caller.duties.begin(), caller.duties.end(), name) != caller.duties.end();
}

bool enforces(const Caller& caller) {
  return has(caller, Duty::investigator) || has(caller, Duty::approver) || has(caller, Duty::legal_reviewer) ||
         has(caller, Duty::hearing_presider);
}

std::string text_of(const base::Json& payload, std::string_view field) {
  const base::Json* found = payload.find(field);
  return found == nullptr ? "" : found->text();
}

/// The caller's own body, a team under it or the body that his team belongs to.
bool of_body(const Caller& caller, const core::engine::World& world, const std::string& body) {
  if (caller.body == body) return true;
  const core::org::Body* own = world.body(caller.body);
  const core::org::Body* other = world.body(body);
  if (own == nullptr || other == nullptr) return false;
  if (own->kind == core::org::BodyKind::team && own->parent == other->id) return true;
  return std::any_of(other->entrustments.begin(), other->entrustments.end(),
                     [&](const core::org::Entrustment& entrustment) { return entrustment.team == own->id; });
}

bool may_organise(const Caller& caller, const core::engine::World& world, const core::engine::Loaded& target,
                  const base::Json& payload) {
  if (!has(caller, Duty::administrator)) return false;
  std::string division = core::engine::division_of(world, *target.state);
  if (target.version == 0) {
    division = text_of(payload, "division");
    const core::org::Body* body = division.empty() ? world.body(text_of(payload, "body")) : nullptr;
    if (body != nullptr) division = body->division;
  }
  return core::org::within(division, caller.division);
}

bool may_keep_ledger(const Caller& caller, const core::engine::World& world, const core::engine::Loaded& target,
                     const base::Json& payload) {
  if (!has(caller, Duty::registrar) && !has(caller, Duty::investigator)) return false;
  const std::string division =
      target.version == 0 ? text_of(payload, "division") : core::engine::division_of(world, *target.state);
  return core::org::within(division, caller.division);
}

/// Legal staff and heads of the authority whose region the table or list is for.
bool may_make_benchmarks(const Caller& caller, const core::engine::World& world, const core::engine::Loaded& target,
                         const base::Json& payload) {
  if (!has(caller, Duty::legal_reviewer) && !has(caller, Duty::approver)) return false;
  if (target.version != 0) return core::engine::body_of(*target.state) == caller.body;
  const std::string body = text_of(payload, "body");
  return body == caller.body && world.body(body) != nullptr;
}

}  // namespace

bool may_command(const Caller& caller, std::string_view command, const core::engine::World& world,
                 const core::engine::Loaded& target, const base::Json& payload) {
  const std::string_view kind = core::engine::stream_kind_of(command);
  if (kind == "body" || kind == "officer") return may_organise(caller, world, target, payload);
  if (kind == "enterprise") return may_keep_ledger(caller, world, target, payload);
  if (kind == "benchmark" || kind == "regulation") return may_make_benchmarks(caller, world, target, payload);
  if (!enforces(caller)) return false;
  if (command == "TransferCase") {
    // 行政处罚法(2021) 第二十五条第二款: a superior body takes part in a case that is not its own.
    const core::org::Body* body = world.body(core::engine::body_of(*target.state));
    return body != nullptr && core::org::within(body->division, caller.division);
  }
  const std::string body = target.version == 0 ? text_of(payload, "body") : core::engine::body_of(*target.state);
  return of_body(caller, world, body);
}

}  // namespace xiezhi::app
