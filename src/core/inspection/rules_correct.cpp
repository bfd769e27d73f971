// What follows a finding: correction, orders, re-inspection, transfer, and the close.
#include "base/text.h"
#include "core/inspection/guards.h"

namespace xiezhi::core::inspection {
namespace {

template <typename C>
Verdict finding_not_open(const Inspection& state, const C* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const Finding* finding = state.finding(command->finding);
  return refuse_if(
      finding != nullptr && finding->status != FindingStatus::open && finding->status != FindingStatus::uncorrected,
      {{"finding", command->finding}});
}

Verdict order_empty(const Inspection& state, const OrderCorrection* command, const Context&) {
  if (command == nullptr) return refuse_if(state.findings.empty());
  return refuse_if(command->findings.empty());
}

Verdict order_twice(const Inspection& state, const OrderCorrection* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const Order& order : state.orders) {
    if (order.id == command->id) return Facts{{"order", command->id}};
  }
  return std::nullopt;
}

Verdict ordered_finding_not_open(const Inspection& state, const OrderCorrection* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const std::string& id : command->findings) {
    const Finding* finding = state.finding(id);
    // A case does not take the place of correction (行政处罚法 第二十八条第一款).
    const bool open = finding != nullptr &&
                      (finding->status == FindingStatus::open || finding->status == FindingStatus::uncorrected ||
                       (finding->status == FindingStatus::case_filed && !finding->order));
    if (!open) return Facts{{"finding", id}};
  }
  return std::nullopt;
}

// 安全生产法(2021) 第六十五条第一款第二项: 限期改正 gives a term that still lies ahead.
Verdict deadline_passed(const Inspection&, const OrderCorrection* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(command->deadline <= context.today(), {{"deadline", command->deadline.iso()}});
}

Verdict requirements_missing(const Inspection&, const OrderCorrection* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->requirements).empty());
}

// 安全生产法(2021) 第六十五条第一款第二项: what was found is put to the unit before it is ordered to correct.
Verdict ordered_before_feedback(const Inspection& state, const OrderCorrection*, const Context&) {
  return refuse_if(!state.feedback_at);
}

// 安全生产法(2021) 第六十五条第一款第三项: people out, or work stopped, where safety cannot be kept meanwhile.
Verdict major_hazard_unmeasured(const Inspection& state, const OrderCorrection* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const std::string& id : command->findings) {
    const Finding* finding = state.finding(id);
    if (finding == nullptr || !finding->major_hazard) continue;
    const bool measured = std::any_of(state.measures.begin(), state.measures.end(),
                                      [&](const Measure& measure) { return measure.finding == id; });
    if (!measured) return Facts{{"finding", id}};
  }
  return std::nullopt;
}

Verdict reinspected_without_order(const Inspection& state, const Reinspect* command, const Context&) {
  if (command == nullptr) return refuse_if(state.orders.empty());
  const Finding* finding = state.finding(command->finding);
  return refuse_if(finding != nullptr && !finding->order);
}

Verdict reinspected_settled(const Inspection& state, const Reinspect* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const Finding* finding = state.finding(command->finding);
  // What became a case is looked at again all the same: work stopped for it resumes only when it is gone
  // (安全生产法 第六十五条第一款第三项).
  return refuse_if(finding != nullptr && finding->order && finding->status != FindingStatus::ordered &&
                   finding->status != FindingStatus::uncorrected && finding->status != FindingStatus::case_filed);
}

// 安全生产法(2021) 第六十八条: the first record stands signed before a second begins.
template <typename C>
Verdict record_unsigned(const Inspection& state, const C*, const Context&) {
  return refuse_if(!state.signed_off());
}

// 安全生产法(2021) 第六十五条第一款第二项、第九十九条 (逾期未改正): nobody is late before the last day of the term is
// over. That the hazard is gone can be seen before.
Verdict uncorrected_before_deadline(const Inspection& state, const Reinspect* command, const Context& context) {
  const Finding* finding = command == nullptr ? nullptr : state.finding(command->finding);
  if (finding == nullptr || command->corrected || !finding->order) return std::nullopt;
  const Order* order = state.correction_order(*finding->order);
  return refuse_if(order != nullptr && context.today() <= order->deadline,
                   {{"deadline", order == nullptr ? "" : order->deadline.iso()}});
}

// 行政处罚法(2021) 第四十二条第一款, and 第四十三条第一款: who is recused does not count.
Verdict reinspection_too_few(const Inspection& state, const Reinspect* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto minimum = context.figure("officers.minimum", state.division);
  std::set<std::string> able;
  for (const std::string& id : command->officers) {
    const org::Officer* officer = context.world->officer(id);
    if (officer != nullptr && !state.is_recused(id) && officer->certified_on(context.today()) &&
        officer->serves_on(context.today()) && org::acts_for(*context.world, *officer, state.body, context.today())) {
      able.insert(id);
    }
  }
  return refuse_if(static_cast<std::int64_t>(able.size()) < minimum,
                   {{"count", std::to_string(able.size())}, {"minimum", std::to_string(minimum)}});
}

// 行政处罚法(2021) 第四十三条第一款: who is recused does not look again, though two others do.
Verdict reinspected_by_recused(const Inspection& state, const Reinspect* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const std::string& id : command->officers) {
    if (state.is_recused(id)) return Facts{{"officer", id}};
  }
  return std::nullopt;
}

// 安全生产法(2021) 第六十九条: a transfer names the department and leaves a record.
Verdict department_missing(const Inspection&, const TransferFinding* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->department).empty() || base::trim(command->reason).empty());
}

// 安全生产法(2021) 第六十二条第二款: a hazard found is dealt with; nothing is left open.
Verdict finding_without_exit(const Inspection& state, const CloseInspection*, const Context&) {
  std::vector<std::string> open;
  for (const Finding& finding : state.findings) {
    switch (finding.status) {
      case FindingStatus::verified:
      case FindingStatus::transferred:
      case FindingStatus::case_filed:
      case FindingStatus::withdrawn: break;
      case FindingStatus::open:
      case FindingStatus::ordered:
      case FindingStatus::uncorrected: open.push_back(finding.id); break;
    }
  }
  if (open.empty()) return std::nullopt;
  return Facts{{"findings", base::join(open, "、")}};
}

/// Whether the clause of a violation says that the unit shall be fined for the act as it was found.
bool fine_due_when_found(const law::Violation& violation) {
  return std::any_of(violation.branches.begin(), violation.branches.end(), [](const law::Branch& branch) {
    const bool unit = branch.subject == law::Subject::unit || branch.subject == law::Subject::anyone;
    const bool found = branch.when == std::vector<law::Trigger>{law::Trigger::found};
    return unit && found &&
           std::any_of(branch.measures.begin(), branch.measures.end(), [](const law::Measure& measure) {
             return measure.kind == law::MeasureKind::fine && measure.duty == law::Duty::shall;
           });
  });
}

// 安全生产法(2021) 第六十五条第一款第二项; 行政处罚法(2021) 第五条第二款、第七十六条第二款: correction does not stand
// in for a penalty that is due. Whether the act is one that must not or need not be punished (第三十三条), people
// judge.
Verdict due_penalty_unfiled(const Inspection& state, const CloseInspection*, const Context& context) {
  std::vector<std::string> ids;
  for (const Finding& finding : state.findings) {
    if (finding.status != FindingStatus::verified || finding.case_id || !finding.violation) continue;
    const law::Violation* violation = context.pack->violation(*finding.violation, context.today());
    if (violation != nullptr && fine_due_when_found(*violation)) ids.push_back(finding.id);
  }
  if (ids.empty()) return std::nullopt;
  return Facts{{"findings", base::join(ids, "、")}};
}

// 安全生产法(2021) 第六十五条第一款第三项、第四项: a measure ends by review or by a decision, not by forgetting it.
Verdict measure_in_force(const Inspection& state, const CloseInspection*, const Context&) {
  std::vector<std::string> ids;
  for (const Measure& measure : state.measures) {
    if (!measure.ended_on) ids.push_back(measure.id);
  }
  if (ids.empty()) return std::nullopt;
  return Facts{{"measures", base::join(ids, "、")}};
}

// 安全生产法(2021) 第七十条第二款: lifted in good time, not forgotten.
Verdict supply_stopped(const Inspection& state, const CloseInspection*, const Context&) {
  if (!state.supply_stops) return std::nullopt;
  for (const SupplyStop& stop : *state.supply_stops) {
    if (!stop.ended_on) return Facts{{"stop", stop.id}};
  }
  return std::nullopt;
}

}  // namespace

XIEZHI_GUARDS(CorrectOnSpot,
    XIEZHI_INSPECTION_ACTOR(CorrectOnSpot),
    {"record.not_on_site", not_on_site<CorrectOnSpot>, at({kWorkSafetyLaw, 68})},
    {"record.actor_not_on_site", actor_not_on_site<CorrectOnSpot>, at({kWorkSafetyLaw, 68})},
    {"record.signed", record_signed<CorrectOnSpot>, at({kWorkSafetyLaw, 68})},
    {"finding.unknown", finding_unknown<CorrectOnSpot>, at({kWorkSafetyLaw, 68})},
    {"finding.not_open", finding_not_open<CorrectOnSpot>, at({kWorkSafetyLaw, 65, 1, 2})});

void apply(const Inspection&, const CorrectOnSpot& command, const Context&, Outcome& out) {
  out.emit(FindingCorrectedOnSpot{command.finding, command.note, command.evidence});
}

XIEZHI_GUARDS(OrderCorrection,
    XIEZHI_INSPECTION_ACTOR(OrderCorrection),
    {"record.not_on_site", not_on_site<OrderCorrection>, at({kWorkSafetyLaw, 68})},
    {"record.too_few_officers", too_few_left<OrderCorrection>, at({kPenaltyLaw, 42, 1})},
    {"order.before_feedback", ordered_before_feedback, at({kWorkSafetyLaw, 65, 1, 2})},
    {"order.empty", order_empty, at({kWorkSafetyLaw, 65, 1, 2})},
    {"order.twice", order_twice, at({kWorkSafetyLaw, 65, 1, 2})},
    {"order.finding_not_open", ordered_finding_not_open, at({kWorkSafetyLaw, 65, 1, 2})},
    {"order.deadline_passed", deadline_passed, at({kWorkSafetyLaw, 65, 1, 2})},
    {"order.requirements_missing", requirements_missing, at({kWorkSafetyLaw, 65, 1, 2})},
    {"order.major_hazard_unmeasured", major_hazard_unmeasured, at({kWorkSafetyLaw, 65, 1, 3}), Severity::advice});

void apply(const Inspection&, const OrderCorrection& command, const Context&, Outcome& out) {
  out.emit(CorrectionOrdered{command.id, command.findings, command.requirements, command.deadline, command.number});
}

XIEZHI_GUARDS(Reinspect,
    XIEZHI_INSPECTION_ACTOR(Reinspect),
    {"reinspection.record_unsigned", record_unsigned<Reinspect>, at({kWorkSafetyLaw, 68})},
    {"finding.unknown", finding_unknown<Reinspect>, at({kWorkSafetyLaw, 68})},
    {"reinspection.without_order", reinspected_without_order, at({kWorkSafetyLaw, 65, 1, 2})},
    {"reinspection.settled", reinspected_settled, at({kWorkSafetyLaw, 65, 1, 2})},
    {"reinspection.before_deadline", uncorrected_before_deadline,
     at({kWorkSafetyLaw, 65, 1, 2}, {kWorkSafetyLaw, 99})},
    {"reinspection.too_few_officers", reinspection_too_few, at({kPenaltyLaw, 42, 1}, {kPenaltyLaw, 43, 1})},
    {"reinspection.officer_recused", reinspected_by_recused, at({kPenaltyLaw, 43, 1})});

void apply(const Inspection&, const Reinspect& command, const Context&, Outcome& out) {
  out.emit(FindingReinspected{command.finding, command.corrected, command.note, command.officers, command.number});
}

XIEZHI_GUARDS(TransferFinding,
    XIEZHI_INSPECTION_ACTOR(TransferFinding),
    {"finding.unknown", finding_unknown<TransferFinding>, at({kWorkSafetyLaw, 68})},
    {"finding.not_open", finding_not_open<TransferFinding>, at({kWorkSafetyLaw, 69})},
    {"transfer.department_missing", department_missing, at({kWorkSafetyLaw, 69})},
    {"finding.under_measure", finding_under_measure<TransferFinding>,
     at({kWorkSafetyLaw, 65, 1, 3}, {kPenaltyLaw, 75, 2}), Severity::advice});

void apply(const Inspection&, const TransferFinding& command, const Context&, Outcome& out) {
  out.emit(FindingTransferred{command.finding, command.department, command.reason});
}

XIEZHI_GUARDS(CloseInspection,
    XIEZHI_INSPECTION_ACTOR(CloseInspection),
    {"close.record_unsigned", record_unsigned<CloseInspection>, at({kWorkSafetyLaw, 68})},
    {"close.finding_without_exit", finding_without_exit, at({kWorkSafetyLaw, 62, 2})},
    {"close.measure_in_force", measure_in_force, at({kWorkSafetyLaw, 65, 1, 3}, {kCompulsionLaw, 28})},
    {"close.supply_stopped", supply_stopped, at({kWorkSafetyLaw, 70, 2})},
    {"close.due_penalty_unfiled", due_penalty_unfiled,
     at({kWorkSafetyLaw, 65, 1, 2}, {kPenaltyLaw, 5, 2}, {kPenaltyLaw, 76, 2}), Severity::advice});

void apply(const Inspection&, const CloseInspection& command, const Context&, Outcome& out) {
  out.emit(InspectionClosed{command.summary});
}

}  // namespace xiezhi::core::inspection
