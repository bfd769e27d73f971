// Filing a case, its jurisdiction, and who investigates it.
#include "base/text.h"
#include "core/casefile/guards.h"
#include "core/inspection/events.h"

namespace xiezhi::core::casefile {
namespace {

Verdict filed_twice(const CaseFile& state, const FileCase*, const Context&) { return refuse_if(state.exists()); }

// 行政处罚法(2021) 第五十四条第二款: the body files the case; its head or a deputy approves it.
Verdict not_by_head(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const org::Officer* officer = context.world->officer(context.actor);
  return refuse_if(!org::is_approver(officer, command->body, context.today()),
                   {{"officer", officer == nullptr ? context.actor : officer->name}});
}

// 行政处罚法(2021) 第十七条、第二十三条、第二十四条.
Verdict body_without_power(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const org::Body* body = context.world->body(command->body);
  if (body == nullptr) return Facts{{"body", command->body}};
  return refuse_if(!org::has_penalty_power(*body, context.today()) || body->kind == org::BodyKind::team,
                   {{"body", body->name}});
}

// 行政处罚法(2021) 第二十二条: the body of the place of the act, unless a superior gave jurisdiction
// (第二十五条第二款).
Verdict outside_jurisdiction(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr || command->grant) return std::nullopt;
  const org::Body* body = context.world->body(command->body);
  if (body == nullptr) return std::nullopt;
  return refuse_if(!org::answers_for(*body, command->division),
                   {{"body", body->name}, {"division", command->division}});
}

// 行政处罚法(2021) 第二十五条第二款: designated by a common superior, which lies above both places.
Verdict grant_invalid(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr || !command->grant) return std::nullopt;
  const org::Body* superior = context.world->body(command->grant->by_body);
  const org::Body* body = context.world->body(command->body);
  if (superior == nullptr || body == nullptr) return Facts{{"body", command->grant->by_body}};
  const bool above = superior->id != body->id && org::within(body->division, superior->division) &&
                     org::answers_for(*superior, command->division);
  return refuse_if(!above || base::trim(command->grant->reference).empty(), {{"body", superior->name}});
}

// 行政处罚法(2021) 第四十二条第一款.
Verdict too_few_investigators(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto minimum = context.figure("officers.minimum", command->division);
  const auto able = static_cast<std::int64_t>(able_officers(command->investigators, command->body, {}, context));
  return refuse_if(able < minimum, {{"count", std::to_string(able)}, {"minimum", std::to_string(minimum)}});
}

Verdict team_outside_items(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return outside_entrustment(command->investigators, command->body, command->charges, context);
}

// 行政处罚法(2021) 第二十四条第二款: within the range that the decision prescribes.
Verdict body_outside_items(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return outside_authorisation(command->body, command->charges, context);
}

// 行政处罚法(2021) 第五十九条第一款第一项: someone answers for the act.
Verdict party_missing(const CaseFile&, const FileCase* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  if (command->parties.empty()) return Facts{};
  std::set<std::string> ids;
  for (const PartyInput& party : command->parties) {
    const bool named = party.kind == dossier::PartyKind::unit ? party.name.has_value() : party.person_name.has_value();
    if (!named || !ids.insert(party.id).second) return Facts{{"party", party.id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第五十四条第一款: an act that the law punishes, and by whom.
Verdict charge_malformed(const CaseFile&, const FileCase* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  if (command->charges.empty()) return Facts{};
  std::set<std::string> ids;
  for (const Charge& charge : command->charges) {
    bool parties_known = !charge.parties.empty();
    for (const std::string& id : charge.parties) {
      parties_known = parties_known && std::any_of(command->parties.begin(), command->parties.end(),
                                                   [&](const PartyInput& party) { return party.id == id; });
    }
    const bool dates_in_order = charge.act_from <= charge.act_until && charge.act_until <= command->discovered_on;
    if (!parties_known || !dates_in_order || !ids.insert(charge.id).second) return Facts{{"charge", charge.id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第四条、第三十七条: named by the law of the day of the act.
Verdict violation_unknown(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  for (const Charge& charge : command->charges) {
    if (context.pack->violation(charge.violation, charge.act_until) == nullptr) {
      return Facts{{"violation", charge.violation}, {"day", charge.act_until.iso()}};
    }
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第三十八条第一款: an article without a penalty of the department's own founds no case of it.
Verdict nothing_to_punish(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  for (const Charge& charge : command->charges) {
    const law::Violation* violation = context.pack->violation(charge.violation, charge.act_until);
    if (violation != nullptr && !has_own_penalty(*violation)) {
      return Facts{{"article", context.pack->cite(violation->penalty)}};
    }
  }
  return std::nullopt;
}

/// The provision in force on the day of the act that a charge's own gives way to, in the way asked about; or null.
const law::Citation* gives_way_to(const Charge& charge, law::Relation relation, const Context& context) {
  const law::Violation* violation = context.pack->violation(charge.violation, charge.act_until);
  const law::Instrument* own = violation == nullptr ? nullptr : context.pack->instrument(violation->penalty.instrument);
  if (own == nullptr) return nullptr;
  for (const law::Yielding& yielding : own->yields) {
    const law::Instrument* governing = context.pack->instrument(yielding.to.instrument);
    const bool in_force = governing != nullptr && governing->from <= charge.act_until &&
                          (!governing->until || charge.act_until < *governing->until);
    const bool meant = yielding.relation.value_or(law::Relation::gives_way) == relation;
    if (meant && in_force && yielding.at.article == violation->penalty.article) return &yielding.to;
  }
  return nullptr;
}

template <law::Relation kRelation>
Verdict gives_way(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  for (const Charge& charge : command->charges) {
    const law::Citation* governing = gives_way_to(charge, kRelation, context);
    if (governing != nullptr) return Facts{{"charge", charge.id}, {"article", context.pack->cite(*governing)}};
  }
  return std::nullopt;
}

// 安全生产法(2021) 第一百一十四条、第九十五条: a rule that gives way founds no case once the law that it gives way to
// is in force on the day of the act.
constexpr auto kYields = gives_way<law::Relation::gives_way>;
// 安全生产法(2021) 第一百一十条: where that law speaks of a part of the acts only, people judge which part this is.
constexpr auto kYieldsInPart = gives_way<law::Relation::gives_way_in_part>;

Verdict inspection_unknown(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr || !command->inspection) return std::nullopt;
  return refuse_if(source_of(command->inspection, context) == nullptr, {{"inspection", *command->inspection}});
}

Verdict finding_not_there(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return finding_unknown(source_of(command->inspection, context), command->charges);
}

// 安全生产法(2021) 第九十九条 (逾期未改正), 行政处罚法(2021) 第四十条: established by looking again once the term was
// over.
Verdict finding_not_overdue(const CaseFile&, const FileCase* command, const Context& context) {
  const inspection::Inspection* source = command == nullptr ? nullptr : source_of(command->inspection, context);
  if (source == nullptr) return std::nullopt;
  for (const Charge& charge : command->charges) {
    const bool late = std::find(charge.triggers.begin(), charge.triggers.end(), law::Trigger::not_corrected_in_time) !=
                      charge.triggers.end();
    if (late && charge.finding && source->finding(*charge.finding) != nullptr && !source->overdue(*charge.finding)) {
      return Facts{{"charge", charge.id}, {"finding", *charge.finding}};
    }
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第二十五条第一款: the first to file has the case.
Verdict finding_taken(const CaseFile&, const FileCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return finding_filed_already(source_of(command->inspection, context), command->charges, context);
}

// 安全生产法(2021) 第一百一十二条第一款: the days of a daily penalty follow the order and are days that were.
Verdict daily_misdated(const CaseFile&, const FileCase* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const Charge& charge : command->charges) {
    if (!charge.daily) continue;
    const bool wrong = charge.daily->until > command->discovered_on || charge.daily->until < charge.daily->ordered_on;
    if (wrong) return Facts{{"charge", charge.id}, {"until", charge.daily->until.iso()}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第二十五条第二款: a superior of both bodies decides.
Verdict transfer_not_by_superior(const CaseFile& state, const TransferCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const org::Officer* officer = context.world->officer(context.actor);
  const org::Body* superior = officer == nullptr ? nullptr : context.world->body(officer->body);
  const org::Body* from = context.world->body(state.body);
  const org::Body* to = context.world->body(command->to_body);
  if (superior == nullptr || from == nullptr || to == nullptr) return Facts{{"body", command->to_body}};
  const bool above_from = superior->id != from->id && org::within(from->division, superior->division);
  // Raising a case (提级) takes it to the superior itself.
  const bool reaches_to = org::within(to->division, superior->division);
  const bool by_head = org::is_head_of(officer, superior->id, context.today());
  return refuse_if(!above_from || !reaches_to || !by_head, {{"body", to->name}});
}

Verdict transfer_to_same(const CaseFile& state, const TransferCase* command, const Context&) {
  return refuse_if(command != nullptr && command->to_body == state.body);
}

// 行政处罚法(2021) 第十七条、第二十条第四款、第二十四条第一款: the case goes to a body that may punish in its own name.
Verdict transfer_to_powerless(const CaseFile&, const TransferCase* command, const Context& context) {
  const org::Body* to = command == nullptr ? nullptr : context.world->body(command->to_body);
  if (to == nullptr) return std::nullopt;
  return refuse_if(!org::has_penalty_power(*to, context.today()) || to->kind == org::BodyKind::team,
                   {{"body", to->name}});
}

Verdict transfer_outside_items(const CaseFile& state, const TransferCase* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return outside_authorisation(command->to_body, state.charges, context);
}

PartyNamed named(const PartyInput& input, Outcome& out) {
  PartyNamed party;
  party.party.id = input.id;
  party.party.kind = input.kind;
  party.party.name = input.name;
  party.party.credit_code = input.credit_code;
  party.party.enterprise = input.enterprise;
  party.party.site = input.site;
  if (input.person_name) party.party.person_name = out.commit(*input.person_name);
  if (input.id_number) party.party.id_number = out.commit(*input.id_number);
  party.subject = input.subject;
  party.age = input.age;
  return party;
}

}  // namespace

XIEZHI_GUARDS(FileCase,
    {"case.filed_twice", filed_twice, at({kPenaltyLaw, 54, 2})},
    {"filing.body_without_power", body_without_power, at({kPenaltyLaw, 17}, {kPenaltyLaw, 23}, {kPenaltyLaw, 24, 1})},
    {"authorisation.outside_items", body_outside_items, at({kPenaltyLaw, 24, 2}, {kPenaltyLaw, 17})},
    {"filing.not_by_head", not_by_head, at({kPenaltyLaw, 54, 2})},
    {"filing.outside_jurisdiction", outside_jurisdiction, at({kPenaltyLaw, 22})},
    {"filing.grant_invalid", grant_invalid, at({kPenaltyLaw, 25, 2})},
    {"filing.too_few_investigators", too_few_investigators, at({kPenaltyLaw, 42, 1})},
    {"entrustment.outside_items", team_outside_items, at({kPenaltyLaw, 20, 4})},
    {"filing.party_missing", party_missing, at({kPenaltyLaw, 59, 1, 1})},
    {"filing.charge_malformed", charge_malformed, at({kPenaltyLaw, 54, 1})},
    {"filing.violation_unknown", violation_unknown, at({kPenaltyLaw, 4}, {kPenaltyLaw, 37})},
    {"filing.nothing_to_punish", nothing_to_punish, at({kPenaltyLaw, 38, 1})},
    {"filing.yields_to", kYields, at({kWorkSafetyLaw, 114}, {kWorkSafetyLaw, 95})},
    {"filing.yields_in_part", kYieldsInPart, at({kWorkSafetyLaw, 110}), Severity::advice},
    {"filing.inspection_unknown", inspection_unknown, at({kPenaltyLaw, 54, 1})},
    {"filing.finding_unknown", finding_not_there, at({kPenaltyLaw, 54, 1})},
    {"filing.finding_filed_already", finding_taken, at({kPenaltyLaw, 25, 1}, {kPenaltyLaw, 29})},
    {"filing.finding_not_overdue", finding_not_overdue,
     at({kPenaltyLaw, 40}, {kWorkSafetyLaw, 65, 1, 2}, {kWorkSafetyLaw, 99})},
    {"filing.daily_misdated", daily_misdated, at({kWorkSafetyLaw, 112, 1})});

void apply(const CaseFile&, const FileCase& command, const Context& context, Outcome& out) {
  std::vector<PartyNamed> parties;
  for (const PartyInput& input : command.parties) parties.push_back(named(input, out));
  const std::string id = engine::id_of(context.stream);
  // 行政处罚法(2021) 第六十条: ninety days from filing; no text makes them working days.
  const calendar::Term term = context.term("decision.days", context.occurred_at, command.division);
  out.emit(CaseFiled{id, command.source, command.reference, command.inspection, command.body, command.division,
                     command.discovered_on, command.investigators, std::move(parties), command.charges, term});
  if (!command.inspection) return;
  for (const Charge& charge : command.charges) {
    if (charge.finding) out.emit_to("inspection/" + *command.inspection, inspection::FindingFiled{*charge.finding, id});
  }
}

XIEZHI_GUARDS(TransferCase,
    XIEZHI_CASE_OPEN(TransferCase),
    {"jurisdiction.same_body", transfer_to_same, at({kPenaltyLaw, 25, 2})},
    {"jurisdiction.not_by_superior", transfer_not_by_superior, at({kPenaltyLaw, 25, 2})},
    {"jurisdiction.body_without_power", transfer_to_powerless,
     at({kPenaltyLaw, 17}, {kPenaltyLaw, 20, 4}, {kPenaltyLaw, 24, 1})},
    {"authorisation.outside_items", transfer_outside_items, at({kPenaltyLaw, 24, 2}, {kPenaltyLaw, 17})});

void apply(const CaseFile& state, const TransferCase& command, const Context&, Outcome& out) {
  out.emit(CaseTransferred{state.body, command.to_body, command.kind, command.reference});
}

}  // namespace xiezhi::core::casefile
