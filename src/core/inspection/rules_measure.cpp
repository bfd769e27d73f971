// Measures on the spot. Ordering people out or work to stop is no compulsion; sealing and seizing are.
#include "base/text.h"
#include "core/inspection/guards.h"

namespace xiezhi::core::inspection {
namespace {

bool is_compulsion(MeasureKind kind) {
  switch (kind) {
    case MeasureKind::seal:
    case MeasureKind::seize: return true;
    case MeasureKind::withdraw_people:
    case MeasureKind::suspend_business:
    case MeasureKind::stop_using: return false;
  }
  VERIFY_NOT_REACHED();
}

Verdict measure_twice(const Inspection& state, const TakeMeasure* command, const Context&) {
  return refuse_if(command != nullptr && state.measure(command->id) != nullptr);
}

// 安全生产法(2021) 第六十五条第一款第三项: for a major hazard whose removal cannot be kept safe.
Verdict not_a_major_hazard(const Inspection& state, const TakeMeasure* command, const Context&) {
  if (command == nullptr || is_compulsion(command->kind)) return std::nullopt;
  const Finding* finding = state.finding(command->finding);
  return refuse_if(finding != nullptr && !finding->major_hazard, {{"finding", command->finding}});
}

// 行政强制法(2011) 第十七条第一款: an entrusted team has no power of compulsion.
Verdict compulsion_by_team(const Inspection&, const TakeMeasure* command, const Context& context) {
  if (command == nullptr || !is_compulsion(command->kind)) return std::nullopt;
  const org::Officer* officer = context.world->officer(context.actor);
  const org::Body* body = officer == nullptr ? nullptr : context.world->body(officer->body);
  return refuse_if(body != nullptr && body->kind == org::BodyKind::team, {{"team", body == nullptr ? "" : body->name}});
}

Verdict compulsion_without_power(const Inspection& state, const TakeMeasure* command, const Context& context) {
  if (command == nullptr || !is_compulsion(command->kind)) return std::nullopt;
  return body_without_compulsion(state, context);
}

// 行政强制法(2011) 第十八条第一项: the head's approval comes first, unless it cannot wait (第十九条).
Verdict not_approved(const Inspection& state, const TakeMeasure* command, const Context& context) {
  if (command == nullptr || !is_compulsion(command->kind) || command->urgent) return std::nullopt;
  if (!command->approved_by) return Facts{};
  return refuse_if(!org::is_approver(context.world->officer(*command->approved_by), state.body, context.today()));
}

// 行政强制法(2011) 第十七条第三款、第十八条第二项: two officers of the department itself are on the spot; one of a team
// does not count, nor one who is recused (行政处罚法 第四十三条第一款) or has left.
Verdict compulsion_by_too_few(const Inspection& state, const TakeMeasure* command, const Context& context) {
  if (command == nullptr || !is_compulsion(command->kind) || !state.on_site) return std::nullopt;
  const auto minimum = context.figure("compulsion.officers_minimum", state.division);
  std::set<std::string> able;
  for (const ShownCertificate& shown : state.on_site->certificates) {
    const org::Officer* officer = context.world->officer(shown.officer);
    const org::Body* body = officer == nullptr ? nullptr : context.world->body(officer->body);
    const bool own = body != nullptr && body->kind != org::BodyKind::team;
    const bool acts = officer != nullptr && officer->certified_on(context.today()) &&
                      officer->serves_on(context.today()) && !state.is_recused(shown.officer);
    if (own && acts) able.insert(shown.officer);
  }
  return refuse_if(static_cast<std::int64_t>(able.size()) < minimum,
                   {{"count", std::to_string(able.size())}, {"minimum", std::to_string(minimum)}});
}

Verdict object_missing(const Inspection&, const TakeMeasure* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->object).empty());
}

const SeizureInput* seizure_of(const TakeMeasure* command) {
  return command != nullptr && is_compulsion(command->kind) && command->seizure ? &*command->seizure : nullptr;
}

// 行政强制法(2011) 第十八条第七项: a record is made on the spot; of a measure that is no compulsion there is none.
Verdict seizure_unrecorded(const Inspection&, const TakeMeasure* command, const Context&) {
  return refuse_if(command != nullptr && is_compulsion(command->kind) != command->seizure.has_value());
}

// 行政强制法(2011) 第十八条第五项、第六项: told of grounds, basis, rights and remedies, and heard.
Verdict seizure_untold(const Inspection&, const TakeMeasure* command, const Context&) {
  const SeizureInput* seizure = seizure_of(command);
  return refuse_if(seizure != nullptr && (!seizure->rights_told || base::trim(seizure->statement).empty()));
}

// 行政强制法(2011) 第十八条第四项、第九项: the party is called to the place; when it does not come, a witness is.
Verdict seizure_unwitnessed(const Inspection&, const TakeMeasure* command, const Context&) {
  const SeizureInput* seizure = seizure_of(command);
  if (seizure == nullptr || seizure->party_present) return std::nullopt;
  return refuse_if(!seizure->witness || base::trim(seizure->witness->value).empty());
}

// 行政强制法(2011) 第二十四条第一款: a decision and a list, handed over on the spot.
Verdict seizure_undelivered(const Inspection&, const TakeMeasure* command, const Context&) {
  const SeizureInput* seizure = seizure_of(command);
  if (seizure == nullptr) return std::nullopt;
  return refuse_if(base::trim(seizure->number).empty() || seizure->items.empty() || !seizure->delivered);
}

Verdict approved_already(const Inspection& state, const ApproveMeasure* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const Measure* measure = state.measure(command->measure);
  return refuse_if(measure != nullptr && (measure->approved_by || !measure->urgent));
}

// 行政强制法(2011) 第十九条: reported within twenty-four hours, else the measure is lifted.
Verdict approval_too_late(const Inspection& state, const ApproveMeasure* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const Measure* measure = state.measure(command->measure);
  if (measure == nullptr) return std::nullopt;
  const std::int64_t hours = context.figure("compulsion.report_hours", state.division);
  return refuse_if(context.occurred_at.ms > measure->taken_at.ms + hours * 3'600'000,
                   {{"hours", std::to_string(hours)}});
}

/// The finding of a stop was withdrawn or handed to another department: no review of its removal can come any more.
bool finding_gone(const Inspection& state, const Measure& measure) {
  const Finding* finding = state.finding(measure.finding);
  return finding == nullptr || finding->status == FindingStatus::withdrawn ||
         finding->status == FindingStatus::transferred;
}

// 安全生产法(2021) 第六十五条第一款第三项: work resumes after a review of the hazard that stopped it. Where there was
// none, or it is another department's, the stop is undone (行政处罚法 第七十五条第二款).
Verdict lifted_without_review(const Inspection& state, const LiftMeasure* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const Measure* measure = state.measure(command->measure);
  return refuse_if(measure != nullptr && !is_compulsion(measure->kind) && !finding_gone(state, *measure));
}

// 行政强制法(2011) 第二十八条第一款; 行政处罚法(2021) 第七十五条第二款: lifted for a reason, which stands on record.
Verdict lifted_unreasoned(const Inspection&, const LiftMeasure* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

Verdict resumption_of_compulsion(const Inspection& state, const ReviewResumption* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const Measure* measure = state.measure(command->measure);
  return refuse_if(measure != nullptr && is_compulsion(measure->kind));
}

// 安全生产法(2021) 第六十五条第一款第三项: work resumes after the hazard is removed and a review agrees.
Verdict hazard_remains(const Inspection& state, const ReviewResumption* command, const Context&) {
  if (command == nullptr || !command->agreed) return std::nullopt;
  const Measure* measure = state.measure(command->measure);
  if (measure == nullptr) return std::nullopt;
  const Finding* finding = state.finding(measure->finding);
  return refuse_if(finding == nullptr || finding->status != FindingStatus::verified, {{"finding", measure->finding}});
}

}  // namespace

XIEZHI_GUARDS(TakeMeasure,
    XIEZHI_INSPECTION_ACTOR(TakeMeasure),
    {"record.not_on_site", not_on_site<TakeMeasure>, at({kWorkSafetyLaw, 68})},
    {"finding.unknown", finding_unknown<TakeMeasure>, at({kWorkSafetyLaw, 68})},
    {"measure.taken_twice", measure_twice, at({kWorkSafetyLaw, 65, 1})},
    {"measure.not_a_major_hazard", not_a_major_hazard, at({kWorkSafetyLaw, 65, 1, 3})},
    {"measure.compulsion_by_team", compulsion_by_team, at({kCompulsionLaw, 17, 1})},
    {"measure.body_without_compulsion", compulsion_without_power,
     at({kCompulsionLaw, 17, 1}, {kCompulsionLaw, 17, 2}, {kCompulsionLaw, 22})},
    {"measure.too_few_officers", compulsion_by_too_few, 
     at({kCompulsionLaw, 17, 3}, {kCompulsionLaw, 18, 1, 2}, {kPenaltyLaw, 43, 1})},
    {"measure.not_approved", not_approved, at({kCompulsionLaw, 18, 1, 1}, {kCompulsionLaw, 19})},
    {"measure.object_missing", object_missing, at({kCompulsionLaw, 24, 2, 3}, {kWorkSafetyLaw, 65, 1})},
    {"seizure.unrecorded", seizure_unrecorded, at({kCompulsionLaw, 18, 1, 7})},
    {"seizure.untold", seizure_untold, at({kCompulsionLaw, 18, 1, 5}, {kCompulsionLaw, 18, 1, 6})},
    {"seizure.unwitnessed", seizure_unwitnessed, at({kCompulsionLaw, 18, 1, 4}, {kCompulsionLaw, 18, 1, 9})},
    {"seizure.undelivered", seizure_undelivered, at({kCompulsionLaw, 24, 1})});

void apply(const Inspection& state, const TakeMeasure& command, const Context& context, Outcome& out) {
  std::optional<calendar::Term> term;
  if (is_compulsion(command.kind)) term = context.term("seizure.days", context.occurred_at, state.division);
  const bool urgent = command.urgent && is_compulsion(command.kind);
  std::optional<SeizureRecord> seizure;
  if (command.seizure) {
    const SeizureInput& input = *command.seizure;
    seizure = SeizureRecord{input.number,        input.items,  input.rights_told, input.statement,
                            input.party_present, std::nullopt, input.delivered};
    if (input.witness) seizure->witness = out.commit(*input.witness);
  }
  out.emit(MeasureTaken{command.id, command.kind, command.finding, command.object,
                        urgent ? std::nullopt : command.approved_by, urgent, term, seizure, command.number});
}

XIEZHI_GUARDS(ApproveMeasure,
    {"inspection.not_opened", not_open<ApproveMeasure>, at({kWorkSafetyLaw, 62, 2})},
    {"measure.approver_not_head", org::actor_not_approver<Inspection, ApproveMeasure>, at({kCompulsionLaw, 19})},
    {"measure.unknown", measure_unknown<ApproveMeasure>, at({kCompulsionLaw, 19})},
    {"measure.ended", measure_ended<ApproveMeasure>, at({kCompulsionLaw, 28, 1})},
    {"measure.approved_already", approved_already, at({kCompulsionLaw, 19})},
    {"measure.approval_too_late", approval_too_late, at({kCompulsionLaw, 19})});

void apply(const Inspection&, const ApproveMeasure& command, const Context&, Outcome& out) {
  out.emit(MeasureApproved{command.measure});
}

XIEZHI_GUARDS(LiftMeasure,
    XIEZHI_INSPECTION_ACTOR(LiftMeasure),
    {"measure.unknown", measure_unknown<LiftMeasure>, at({kCompulsionLaw, 28, 1})},
    {"measure.ended", measure_ended<LiftMeasure>, at({kCompulsionLaw, 28, 1})},
    {"measure.lifted_without_review", lifted_without_review, at({kWorkSafetyLaw, 65, 1, 3}, {kPenaltyLaw, 75, 2})},
    {"measure.lifted_unreasoned", lifted_unreasoned, at({kCompulsionLaw, 28, 1}, {kPenaltyLaw, 75, 2})});

void apply(const Inspection&, const LiftMeasure& command, const Context&, Outcome& out) {
  out.emit(MeasureLifted{command.measure, command.reason});
}

XIEZHI_GUARDS(ReviewResumption,
    XIEZHI_INSPECTION_ACTOR(ReviewResumption),
    {"measure.unknown", measure_unknown<ReviewResumption>, at({kWorkSafetyLaw, 65, 1, 3})},
    {"measure.ended", measure_ended<ReviewResumption>, at({kWorkSafetyLaw, 65, 1, 3})},
    {"resumption.of_compulsion", resumption_of_compulsion, at({kCompulsionLaw, 28, 1})},
    {"resumption.hazard_remains", hazard_remains, at({kWorkSafetyLaw, 65, 1, 3})});

void apply(const Inspection&, const ReviewResumption& command, const Context&, Outcome& out) {
  out.emit(ResumptionReviewed{command.measure, command.agreed, command.note});
}

}  // namespace xiezhi::core::inspection
