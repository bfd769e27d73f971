// Telling suppliers to stop power or explosives, where a decision to stop work is not carried out. 安全生产法(2021)
// 第七十条.
#include "base/text.h"
#include "core/inspection/guards.h"

namespace xiezhi::core::inspection {
namespace {

Verdict stopped_twice(const Inspection& state, const StopSupply* command, const Context&) {
  return refuse_if(command != nullptr && state.supply_stop(command->id) != nullptr);
}

bool stops_work(const Measure& measure) {
  return measure.kind == MeasureKind::suspend_business || measure.kind == MeasureKind::stop_using;
}

// 安全生产法(2021) 第七十条第一款: a decision to stop business, work or use, for a major hazard, still in force.
Verdict without_decision(const Inspection& state, const StopSupply* command, const Context&) {
  if (command == nullptr) {
    return refuse_if(std::none_of(state.measures.begin(), state.measures.end(),
                                  [](const Measure& measure) { return stops_work(measure) && !measure.ended_on; }));
  }
  const Measure* measure = state.measure(command->measure);
  return refuse_if(measure == nullptr || !stops_work(*measure) || measure->ended_on, {{"measure", command->measure}});
}

// 安全生产法(2021) 第七十条第一款: the unit refuses, and an accident is a real danger.
Verdict refusal_unfounded(const Inspection&, const StopSupply* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->refusal).empty() || base::trim(command->danger).empty());
}

// 安全生产法(2021) 第七十条第一款: 在保证安全的前提下.
Verdict unsafe(const Inspection&, const StopSupply* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->safeguards).empty());
}

// 安全生产法(2021) 第七十条第一款: approved by the head of the department, no deputy.
Verdict not_by_the_head(const Inspection& state, const StopSupply*, const Context& context) {
  const org::Officer* officer = context.world->officer(context.actor);
  if (state.body.empty()) return std::nullopt;
  const bool head = org::is_approver(officer, state.body, context.today()) && officer->rank == org::Rank::head;
  return refuse_if(!head, {{"officer", officer == nullptr ? context.actor : officer->name}});
}

// 安全生产法(2021) 第七十条第一款、第九条第二款: a department that supervises work safety; a township or zone within
// its authorisation (行政强制法 第十七条第二款).
Verdict supply_without_power(const Inspection& state, const StopSupply*, const Context& context) {
  return body_without_compulsion(state, context);
}

// 安全生产法(2021) 第七十条第一款: a written notice to whoever supplies.
Verdict supplier_unnamed(const Inspection&, const StopSupply* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->supplier).empty());
}

// 安全生产法(2021) 第七十条第二款: the unit is told twenty-four hours before its power goes, unless that cannot wait.
Verdict unannounced(const Inspection& state, const StopSupply* command, const Context& context) {
  if (command == nullptr || command->kind != SupplyKind::power || command->urgent) return std::nullopt;
  const std::int64_t hours = context.figure("power_cut.notice_hours", state.division);
  const bool in_time = command->announced_at && command->announced_at->ms + hours * 3'600'000 <= context.occurred_at.ms;
  return refuse_if(!in_time, {{"hours", std::to_string(hours)}});
}

Verdict stop_unknown(const Inspection& state, const RestoreSupply* command, const Context&) {
  if (command == nullptr) return refuse_if(!state.supply_stops);
  return refuse_if(state.supply_stop(command->stop) == nullptr, {{"stop", command->stop}});
}

Verdict restored_already(const Inspection& state, const RestoreSupply* command, const Context&) {
  const SupplyStop* stop = command == nullptr ? nullptr : state.supply_stop(command->stop);
  return refuse_if(stop != nullptr && stop->ended_on.has_value());
}

// 安全生产法(2021) 第七十条第二款: because the decision was carried out and the hazard removed; the record says how.
Verdict restored_unreasoned(const Inspection&, const RestoreSupply* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

}  // namespace

XIEZHI_GUARDS(StopSupply,
    {"inspection.not_opened", not_open<StopSupply>, at({kWorkSafetyLaw, 62, 2})},
    {"inspection.closed", already_closed<StopSupply>, at({kWorkSafetyLaw, 68})},
    {"supply.not_by_the_head", not_by_the_head, at({kWorkSafetyLaw, 70, 1})},
    {"supply.body_without_power", supply_without_power,
     at({kWorkSafetyLaw, 70, 1}, {kWorkSafetyLaw, 9, 2}, {kCompulsionLaw, 17, 2})},
    {"supply.stopped_twice", stopped_twice, at({kWorkSafetyLaw, 70, 1})},
    {"supply.without_decision", without_decision, at({kWorkSafetyLaw, 70, 1})},
    {"supply.refusal_unfounded", refusal_unfounded, at({kWorkSafetyLaw, 70, 1})},
    {"supply.unsafe", unsafe, at({kWorkSafetyLaw, 70, 1})},
    {"supply.supplier_unnamed", supplier_unnamed, at({kWorkSafetyLaw, 70, 1})},
    {"supply.unannounced", unannounced, at({kWorkSafetyLaw, 70, 2})});

void apply(const Inspection&, const StopSupply& command, const Context&, Outcome& out) {
  out.emit(SupplyStopped{command.id, command.kind, command.measure, command.supplier, command.refusal, command.danger,
                         command.safeguards, command.urgent, command.announced_at});
}

XIEZHI_GUARDS(RestoreSupply,
    XIEZHI_INSPECTION_ACTOR(RestoreSupply),
    {"supply.stop_unknown", stop_unknown, at({kWorkSafetyLaw, 70, 2})},
    {"supply.restored_already", restored_already, at({kWorkSafetyLaw, 70, 2})},
    {"supply.restored_unreasoned", restored_unreasoned, at({kWorkSafetyLaw, 70, 2})});

void apply(const Inspection&, const RestoreSupply& command, const Context&, Outcome& out) {
  out.emit(SupplyRestored{command.stop, command.reason});
}

}  // namespace xiezhi::core::inspection
