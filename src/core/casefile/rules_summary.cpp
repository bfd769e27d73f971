// 简易程序: a decision on the spot. 行政处罚法(2021) 第五十一条至第五十三条、第六十八条至第七十一条.
#include "base/text.h"
#include "core/casefile/decision_guards.h"
#include "core/dossier/commands.h"
#include "core/inspection/events.h"

namespace xiezhi::core::casefile {
namespace {

Verdict decided_twice(const CaseFile& state, const DecideSummarily*, const Context&) {
  return refuse_if(state.exists());
}

Verdict body_without_power(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const org::Body* body = context.world->body(command->body);
  return refuse_if(body == nullptr || !org::has_penalty_power(*body, context.today()) ||
                   body->kind == org::BodyKind::team);
}

Verdict outside_jurisdiction(const CaseFile&, const DecideSummarily* command, const Context& context) {
  const org::Body* body = command == nullptr ? nullptr : context.world->body(command->body);
  if (body == nullptr) return std::nullopt;
  return refuse_if(!org::answers_for(*body, command->division),
                   {{"body", body->name}, {"division", command->division}});
}

// 行政处罚法(2021) 第四十二条第一款: two, on the spot as well.
Verdict too_few_officers(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto minimum = context.figure("officers.minimum", command->division);
  const auto able = static_cast<std::int64_t>(able_officers(command->officers, command->body, {}, context));
  return refuse_if(able < minimum, {{"count", std::to_string(able)}, {"minimum", std::to_string(minimum)}});
}

Verdict actor_not_among(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto& officers = command->officers;
  return refuse_if(std::find(officers.begin(), officers.end(), context.actor) == officers.end());
}

Verdict team_outside_items(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return outside_entrustment(command->officers, command->body, {command->charge}, context);
}

// 行政处罚法(2021) 第二十四条第二款.
Verdict body_outside_items(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return outside_authorisation(command->body, {command->charge}, context);
}

// 行政处罚法(2021) 第五十二条第一款: certificates shown …
Verdict certificates_not_shown(const CaseFile&, const DecideSummarily* command, const Context&) {
  return refuse_if(command != nullptr && !command->certificates_shown);
}

// … a numbered decision …
Verdict unnumbered(const CaseFile&, const DecideSummarily* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->number).empty());
}

// … handed over on the spot.
Verdict not_delivered(const CaseFile&, const DecideSummarily* command, const Context&) {
  return refuse_if(command != nullptr && !command->delivered);
}

// 行政处罚法(2021) 第五十一条: a fine or a warning, nothing else.
Verdict kind_not_allowed(const CaseFile&, const DecideSummarily* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const bool fine = command->kind == law::MeasureKind::fine;
  return refuse_if((!fine && command->kind != law::MeasureKind::warning) || fine != command->fine_fen.has_value());
}

// 行政处罚法(2021) 第五十一条: two hundred yuan for a citizen, three thousand for a unit.
Verdict fine_too_high(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr || !command->fine_fen) return std::nullopt;
  const char* key =
      command->party.kind == dossier::PartyKind::person ? "summary.person_max_fen" : "summary.unit_max_fen";
  const auto most = context.figure(key, command->division);
  return refuse_if(command->fine_fen->fen > most, {{"max_fen", std::to_string(most)}});
}

// 行政处罚法(2021) 第五十一条: 有法定依据.
Verdict without_basis(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const law::Violation* violation = violation_of(command->charge, context);
  if (violation == nullptr) return Facts{{"violation", command->charge.violation}};
  const Clause clause =
      clause_for(*violation, command->party.subject, command->charge, *context.pack, command->division);
  if (command->kind == law::MeasureKind::fine) {
    if (!clause.fine || !clause.fine->known || !command->fine_fen) return Facts{{"violation", violation->id}};
    const bool below = *command->fine_fen < clause.fine->min && !command->reduction;
    return refuse_if(below || *command->fine_fen > clause.fine->max,
                     {{"violation", violation->id}, {"min_fen", std::to_string(clause.fine->min.fen)}});
  }
  return refuse_if(std::none_of(clause.measures.begin(), clause.measures.end(),
                                [&](const law::Measure* measure) { return measure->kind == command->kind; }),
                   {{"violation", violation->id}});
}

// 行政处罚法(2021) 第五条第二款、第七十六条第一款第二项: what the clause says shall be imposed is imposed, whole; where
// that is more than one thing the spot is not the place.
Verdict due_sanction_missing(const CaseFile&, const DecideSummarily* command, const Context& context) {
  const law::Violation* violation = command == nullptr ? nullptr : violation_of(command->charge, context);
  if (violation == nullptr) return std::nullopt;
  if (kind_not_allowed({}, command, context) || without_basis({}, command, context)) return std::nullopt;
  const Clause clause =
      clause_for(*violation, command->party.subject, command->charge, *context.pack, command->division);
  if (clause.fine && clause.fine->due && command->kind != law::MeasureKind::fine) return Facts{{"kind", "fine"}};
  for (const law::Measure* measure : clause.measures) {
    const bool due = measure->duty == law::Duty::shall && decided_by_department(*measure) &&
                     measure->kind != law::MeasureKind::confiscate_gains && measure->kind != command->kind;
    if (due) return Facts{{"kind", std::string(base::enum_name(measure->kind))}};
  }
  return std::nullopt;
}

Verdict inspection_unknown(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr || !command->inspection) return std::nullopt;
  return refuse_if(source_of(command->inspection, context) == nullptr, {{"inspection", *command->inspection}});
}

Verdict finding_not_there(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return finding_unknown(source_of(command->inspection, context), {command->charge});
}

// 行政处罚法(2021) 第二十九条: what a case or an earlier decision on the spot deals with is not fined again.
Verdict finding_taken(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return finding_filed_already(source_of(command->inspection, context), {command->charge}, context);
}

// 行政处罚法(2021) 第五十九条第一款第一项, through 第五十二条第二款: against somebody named.
Verdict party_unnamed(const CaseFile&, const DecideSummarily* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const PartyInput& party = command->party;
  const bool named = party.kind == dossier::PartyKind::unit ? party.name.has_value() : party.person_name.has_value();
  return refuse_if(!named, {{"party", party.id}});
}

// 行政处罚法(2021) 第五十一条: an act of that party, on days that were.
Verdict charge_malformed(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const Charge& charge = command->charge;
  const bool in_order = charge.act_from <= charge.act_until && charge.act_until <= context.today();
  return refuse_if(!in_order || charge.parties != std::vector<std::string>{command->party.id}, {{"charge", charge.id}});
}

// 行政处罚法(2021) 第四十四条: told before.
Verdict not_informed(const CaseFile&, const DecideSummarily* command, const Context&) {
  return refuse_if(command != nullptr && !command->informed);
}

// 行政处罚法(2021) 第四十五条第一款: heard, looked into, answered.
Verdict defence_unreviewed(const CaseFile&, const DecideSummarily* command, const Context&) {
  if (command == nullptr || !command->defence) return std::nullopt;
  return refuse_if(base::trim(command->defence->content).empty() || base::trim(command->defence->reason).empty());
}

// 行政处罚法(2021) 第八条第二款、第二十七条第一款: what may be a crime is investigated and referred.
Verdict crime_suspected(const CaseFile&, const DecideSummarily* command, const Context&) {
  return refuse_if(command != nullptr && command->suspected_crime);
}

// 行政处罚法(2021) 第三十六条第一款: discovered today.
Verdict punished_after_limitation(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto years = static_cast<int>(context.figure("limitation.years", command->division));
  return refuse_if(context.today() > command->charge.act_until.plus_months(12 * years),
                   {{"charge", command->charge.id}, {"act_until", command->charge.act_until.iso()}});
}

// 行政处罚法(2021) 第三十三条第一款前句.
Verdict minor_act_punished(const CaseFile&, const DecideSummarily* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const auto has = [&](Condition condition) {
    return std::find(command->conditions.begin(), command->conditions.end(), condition) != command->conditions.end();
  };
  return refuse_if(has(Condition::act_minor) && has(Condition::corrected_in_time) && has(Condition::no_harm),
                   {{"charge", command->charge.id}});
}

// 行政处罚法(2021) 第三十条后句.
Verdict minor_not_lightened(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr || !command->party.age) return std::nullopt;
  const bool minor = !is_child(command->party.age, command->division, context) &&
                     *command->party.age < context.figure("minor.lighter_age", command->division);
  return refuse_if(minor && command->reduction != Reduction::minor_aged, {{"charge", command->charge.id}});
}

// 行政处罚法(2021) 第五十一条、第二十八条第二款: gains are confiscated, which the spot does not allow.
Verdict gains_to_take(const CaseFile&, const DecideSummarily* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const base::Money gains = gains_to_confiscate(command->charge);
  return refuse_if(gains.fen > 0, {{"gains_fen", std::to_string(gains.fen)}});
}

// 行政处罚法(2021) 第三十条前句.
Verdict child_punished(const CaseFile&, const DecideSummarily* command, const Context& context) {
  return refuse_if(command != nullptr && is_child(command->party.age, command->division, context));
}

Verdict correction_not_ordered(const CaseFile&, const DecideSummarily* command, const Context&) {
  return refuse_if(command != nullptr && command->correction == Correction::none);
}

// 行政处罚法(2021) 第五十二条第二款; 行政复议法(2023) 第二十三条第一款第一项、第二款: reconsideration first, and the
// paper says so.
Verdict direct_suit_offered(const CaseFile&, const DecideSummarily* command, const Context&) {
  return refuse_if(command != nullptr && !command->remedies.reconsideration_first);
}

Verdict remedies_wrong(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto days = context.figure("reconsideration.days", command->division);
  return refuse_if(command->remedies.reconsideration_days != days, {{"days", std::to_string(days)}});
}

// 行政处罚法(2021) 第六十八条、第六十九条: collected on the spot is a fine, up to a hundred yuan, or for a reason the
// law names.
Verdict collected_unlawfully(const CaseFile&, const DecideSummarily* command, const Context& context) {
  if (command == nullptr || !command->collected) return std::nullopt;
  const auto most = context.figure("summary.collect_on_spot_max_fen", command->division);
  const bool small = command->fine_fen && command->fine_fen->fen <= most;
  const bool reason = command->collected->hard_to_collect_later || command->collected->remote_and_requested;
  return refuse_if(!command->fine_fen || (!small && !reason), {{"max_fen", std::to_string(most)}});
}

// 行政处罚法(2021) 第七十条.
Verdict receipt_missing(const CaseFile&, const DecideSummarily* command, const Context&) {
  return refuse_if(command != nullptr && command->collected && base::trim(command->collected->receipt).empty());
}

Verdict collected_other_amount(const CaseFile&, const DecideSummarily* command, const Context&) {
  return refuse_if(command != nullptr && command->collected && command->fine_fen &&
                   command->collected->amount_fen != *command->fine_fen);
}

Verdict not_summary(const CaseFile& state, const ReportSummary*, const Context&) {
  return refuse_if(state.exists() && !state.summary_procedure);
}

Verdict reported_twice(const CaseFile& state, const ReportSummary*, const Context&) {
  return refuse_if(state.summary_reported_at.has_value());
}

}  // namespace

XIEZHI_GUARDS(DecideSummarily,
    {"case.filed_twice", decided_twice, at({kPenaltyLaw, 51})},
    {"filing.body_without_power", body_without_power, at({kPenaltyLaw, 17}, {kPenaltyLaw, 23})},
    {"authorisation.outside_items", body_outside_items, at({kPenaltyLaw, 24, 2}, {kPenaltyLaw, 17})},
    {"filing.outside_jurisdiction", outside_jurisdiction, at({kPenaltyLaw, 22})},
    {"actor.not_an_officer", org::actor_unknown<CaseFile, DecideSummarily>, at({kPenaltyLaw, 42, 1})},
    {"summary.actor_not_among_officers", actor_not_among, at({kPenaltyLaw, 52, 2})},
    {"summary.too_few_officers", too_few_officers, at({kPenaltyLaw, 42, 1})},
    {"entrustment.outside_items", team_outside_items, at({kPenaltyLaw, 20, 4})},
    {"filing.party_missing", party_unnamed, at({kPenaltyLaw, 59, 1, 1}, {kPenaltyLaw, 52, 2})},
    {"filing.charge_malformed", charge_malformed, at({kPenaltyLaw, 51})},
    {"summary.certificates_not_shown", certificates_not_shown, at({kPenaltyLaw, 52, 1})},
    {"summary.kind_not_allowed", kind_not_allowed, at({kPenaltyLaw, 51})},
    {"summary.fine_too_high", fine_too_high, at({kPenaltyLaw, 51})},
    {"summary.without_basis", without_basis, at({kPenaltyLaw, 51}, {kPenaltyLaw, 37}, {kPenaltyLaw, 38, 1})},
    {"summary.due_sanction_missing", due_sanction_missing, at({kPenaltyLaw, 5, 2}, {kPenaltyLaw, 76, 1, 2})},
    {"filing.inspection_unknown", inspection_unknown, at({kPenaltyLaw, 54, 1})},
    {"filing.finding_unknown", finding_not_there, at({kPenaltyLaw, 54, 1})},
    {"filing.finding_filed_already", finding_taken, at({kPenaltyLaw, 25, 1}, {kPenaltyLaw, 29})},
    {"summary.gains_to_confiscate", gains_to_take, at({kPenaltyLaw, 51}, {kPenaltyLaw, 28, 2})},
    {"summary.crime_suspected", crime_suspected, at({kPenaltyLaw, 8, 2}, {kPenaltyLaw, 27, 1})},
    {"summary.not_informed", not_informed, at({kPenaltyLaw, 44})},
    {"summary.defence_unreviewed", defence_unreviewed, at({kPenaltyLaw, 45, 1})},
    {"decision.limitation_passed", punished_after_limitation, at({kPenaltyLaw, 36, 1})},
    {"decision.minor_act_punished", minor_act_punished, at({kPenaltyLaw, 33, 1})},
    {"decision.child_punished", child_punished, at({kPenaltyLaw, 30})},
    {"decision.minor_not_lightened", minor_not_lightened, at({kPenaltyLaw, 30})},
    {"summary.unnumbered", unnumbered, at({kPenaltyLaw, 52, 1})},
    {"summary.not_delivered", not_delivered, at({kPenaltyLaw, 52, 1})},
    {"decision.correction_not_ordered", correction_not_ordered, at({kPenaltyLaw, 28, 1})},
    {"summary.direct_suit_offered", direct_suit_offered,
     at({kReconsiderationLaw, 23, 1, 1}, {kReconsiderationLaw, 23, 2}, {kPenaltyLaw, 52, 2})},
    {"summary.remedies_misstated", remedies_wrong, at({kPenaltyLaw, 52, 2}, {kReconsiderationLaw, 20, 1})},
    {"summary.collected_unlawfully", collected_unlawfully, at({kPenaltyLaw, 68}, {kPenaltyLaw, 69})},
    {"summary.receipt_missing", receipt_missing, at({kPenaltyLaw, 70})},
    {"summary.collected_other_amount", collected_other_amount, at({kPenaltyLaw, 70})});

void apply(const CaseFile&, const DecideSummarily& command, const Context& context, Outcome& out) {
  PartyNamed party;
  party.party.id = command.party.id;
  party.party.kind = command.party.kind;
  party.party.name = command.party.name;
  party.party.credit_code = command.party.credit_code;
  party.party.enterprise = command.party.enterprise;
  party.party.site = command.party.site;
  if (command.party.person_name) party.party.person_name = out.commit(*command.party.person_name);
  if (command.party.id_number) party.party.id_number = out.commit(*command.party.id_number);
  party.subject = command.party.subject;
  party.age = command.party.age;
  const std::string id = engine::id_of(context.stream);
  const base::Money total = command.fine_fen.value_or(base::Money{});
  std::optional<Payment> paid;
  if (command.collected) {
    paid = Payment{command.collected->amount_fen, context.today(), PaymentChannel::on_the_spot,
                   command.collected->receipt};
  }
  out.emit(SummarilyDecided{id,
                            command.number,
                            command.body,
                            command.division,
                            std::move(party),
                            command.charge,
                            {Sanction{command.charge.id, command.kind, command.fine_fen, std::nullopt}},
                            total,
                            command.correction,
                            command.remedies,
                            command.officers,
                            command.delivered,
                            paid,
                            command.defence,
                            command.conditions,
                            command.reduction,
                            command.inspection});
  if (command.inspection && command.charge.finding) {
    out.emit_to("inspection/" + *command.inspection, inspection::FindingFiled{*command.charge.finding, id});
  }
  const law::Violation* violation = violation_of(command.charge, context);
  if (command.party.enterprise && command.party.kind == dossier::PartyKind::unit && violation != nullptr) {
    out.emit_to("enterprise/" + *command.party.enterprise,
                dossier::PenaltyRecorded{id, command.party.id, context.today(), violation->penalty.instrument,
                                         command.charge.major_hazard});
  }
}

XIEZHI_GUARDS(ReportSummary,
    XIEZHI_CASE_OPEN(ReportSummary),
    {"summary.not_summary", not_summary, at({kPenaltyLaw, 52, 3})},
    {"summary.reported_twice", reported_twice, at({kPenaltyLaw, 52, 3})});

void apply(const CaseFile&, const ReportSummary& command, const Context&, Outcome& out) {
  out.emit(SummaryReported{command.report});
}

}  // namespace xiezhi::core::casefile
