// Rules on bodies and officers.
#include <algorithm>

#include "base/text.h"
#include "core/engine/world.h"
#include "core/org/commands.h"

namespace xiezhi::core::org {
namespace {

using rule::Facts;
using rule::refuse_if;
using rule::Verdict;

template <typename State, typename Command>
Verdict not_registered(const State& state, const Command*, const rule::Context&) {
  return refuse_if(state.id.empty());
}

template <typename State, typename Command>
Verdict registered_twice(const State& state, const Command*, const rule::Context&) {
  return refuse_if(!state.id.empty(), {{"name", state.name}});
}

bool incomplete(const std::string& decision, const AuthorisationScope& scope) {
  const bool unnamed = std::any_of(scope.items.begin(), scope.items.end(),
                                   [](const std::string& item) { return base::trim(item).empty(); });
  return base::trim(decision).empty() || scope.items.empty() || unnamed || (scope.until && *scope.until < scope.from);
}

// 行政处罚法(2021) 第二十四条第一款、第二款: a published decision, within the range it prescribes.
template <typename Command>
Verdict authorisation_incomplete(const Body&, const Command* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  if constexpr (std::is_same_v<Command, RegisterBody>) {
    if (!command->authorisation_scope) return std::nullopt;
    return refuse_if(incomplete(command->penalty_authorisation.value_or(""), *command->authorisation_scope));
  } else {
    return refuse_if(incomplete(command->decision, command->scope));
  }
}

// 行政处罚法(2021) 第二十四条第一款: it is a county's powers that are handed down, to a township or street office.
Verdict authorised_needlessly(const Body& body, const AuthoriseBody*, const rule::Context&) {
  const bool below = body.level == Level::township || body.level == Level::zone;
  return refuse_if(!body.id.empty() && (!below || body.kind == BodyKind::team), {{"body", body.name}});
}

// 行政处罚法(2021) 第二十条第四款: an entrusted organisation may not entrust again.
Verdict team_entrusts(const Body& body, const EntrustTeam*, const rule::Context&) {
  return refuse_if(body.kind == BodyKind::team, {{"body", body.name}});
}

// 行政强制法(2011) 第十七条第一款: the power of compulsion cannot be entrusted.
Verdict compulsion_entrusted(const Body&, const EntrustTeam* command, const rule::Context&) {
  return refuse_if(command != nullptr && command->includes_compulsion);
}

// 行政处罚法(2021) 第二十条第二款: the letter names items, powers and term.
Verdict letter_incomplete(const Body&, const EntrustTeam* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(command->items.empty() || command->until < command->from);
}

// 行政处罚法(2021) 第二十条第二款: the letter is published.
Verdict letter_unpublished(const Body&, const EntrustTeam* command, const rule::Context& context) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(!command->published_on || *command->published_on > context.today());
}

// 行政处罚法(2021) 第二十条第一款: only an organisation that the law allows may be entrusted.
Verdict not_a_team(const Body&, const EntrustTeam* command, const rule::Context& context) {
  if (command == nullptr) return std::nullopt;
  const Body* team = context.world->body(command->team);
  return refuse_if(team == nullptr || team->kind != BodyKind::team, {{"team", command->team}});
}

Verdict entrustment_unknown(const Body& body, const EndEntrustment* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  for (const Entrustment& entrustment : body.entrustments) {
    if (entrustment.id == command->entrustment_id && !entrustment.ended_on) return std::nullopt;
  }
  return Facts{{"entrustment", command->entrustment_id}};
}

Verdict body_unknown(const Officer&, const RegisterOfficer* command, const rule::Context& context) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(context.world->body(command->body) == nullptr, {{"body", command->body}});
}

Verdict certificate_term_reversed(const Officer&, const IssueCertificate* command, const rule::Context&) {
  return refuse_if(command != nullptr && command->valid_until < command->valid_from);
}

Verdict certificate_unknown(const Officer& officer, const RevokeCertificate* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  for (const Certificate& certificate : officer.certificates) {
    if (certificate.number == command->number && !certificate.revoked_on) return std::nullopt;
  }
  return Facts{{"number", command->number}};
}

// 行政处罚法(2021) 第五十八条第二款: who reviews legality for the first time has passed the national legal
// qualification.
template <typename Command>
Verdict reviewer_unqualified(const Officer& officer, const Command* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  bool qualified = officer.qualified_in_law;
  if constexpr (std::is_same_v<Command, RegisterOfficer>) qualified = command->qualified_in_law;
  const bool reviews =
      std::find(command->duties.begin(), command->duties.end(), Duty::legal_reviewer) != command->duties.end();
  return refuse_if(reviews && !qualified);
}

}  // namespace

XIEZHI_GUARDS(RegisterBody,
    {"body.registered_twice", registered_twice, rule::at({rule::kPenaltyLaw, 17})},
    {"body.authorisation_incomplete", authorisation_incomplete<RegisterBody>,
     rule::at({rule::kPenaltyLaw, 24, 1}, {rule::kPenaltyLaw, 24, 2})});

void apply(const Body&, const RegisterBody& command, const rule::Context& context, rule::Outcome& out) {
  out.emit(BodyRegistered{engine::id_of(context.stream), command.name, command.level, command.kind, command.division,
                          command.parent, command.penalty_authorisation, command.authorisation_scope,
                          command.short_name});
}

XIEZHI_GUARDS(AuthoriseBody,
    {"body.not_registered", not_registered, rule::at({rule::kPenaltyLaw, 17})},
    {"body.authorised_needlessly", authorised_needlessly, rule::at({rule::kPenaltyLaw, 24, 1})},
    {"body.authorisation_incomplete", authorisation_incomplete<AuthoriseBody>,
     rule::at({rule::kPenaltyLaw, 24, 1}, {rule::kPenaltyLaw, 24, 2})});

void apply(const Body&, const AuthoriseBody& command, const rule::Context&, rule::Outcome& out) {
  out.emit(BodyAuthorised{command.decision, command.scope});
}

XIEZHI_GUARDS(EntrustTeam,
    {"body.not_registered", not_registered, rule::at({rule::kPenaltyLaw, 17})},
    {"entrustment.by_entrusted_team", team_entrusts, rule::at({rule::kPenaltyLaw, 20, 4})},
    {"entrustment.compulsion_included", compulsion_entrusted, rule::at({rule::kCompulsionLaw, 17, 1})},
    {"entrustment.not_a_team", not_a_team, rule::at({rule::kPenaltyLaw, 20, 1}, {rule::kPenaltyLaw, 21})},
    {"entrustment.letter_incomplete", letter_incomplete, rule::at({rule::kPenaltyLaw, 20, 2})},
    {"entrustment.letter_unpublished", letter_unpublished, rule::at({rule::kPenaltyLaw, 20, 2})});

void apply(const Body&, const EntrustTeam& command, const rule::Context&, rule::Outcome& out) {
  out.emit(TeamEntrusted{command.entrustment_id, command.team, command.items, command.from, command.until,
                         *command.published_on});
}

XIEZHI_GUARDS(EndEntrustment,
    {"entrustment.unknown", entrustment_unknown, rule::at({rule::kPenaltyLaw, 20, 2})});

void apply(const Body&, const EndEntrustment& command, const rule::Context&, rule::Outcome& out) {
  out.emit(EntrustmentEnded{command.entrustment_id, command.ended_on});
}

XIEZHI_GUARDS(RegisterOfficer,
    {"officer.registered_twice", registered_twice, rule::at({rule::kPenaltyLaw, 42, 1})},
    {"officer.body_unknown", body_unknown, rule::at({rule::kPenaltyLaw, 17})},
    {"officer.reviewer_unqualified", reviewer_unqualified<RegisterOfficer>, rule::at({rule::kPenaltyLaw, 58, 2})});

void apply(const Officer&, const RegisterOfficer& command, const rule::Context& context, rule::Outcome& out) {
  out.emit(OfficerRegistered{engine::id_of(context.stream), command.name, command.body, command.rank, command.duties,
                             command.qualified_in_law});
}

XIEZHI_GUARDS(IssueCertificate,
    {"officer.not_registered", not_registered, rule::at({rule::kPenaltyLaw, 42, 1})},
    {"certificate.term_reversed", certificate_term_reversed, rule::at({rule::kPenaltyLaw, 42, 1})});

void apply(const Officer&, const IssueCertificate& command, const rule::Context&, rule::Outcome& out) {
  out.emit(CertificateIssued{command.number, command.kind, command.valid_from, command.valid_until});
}

XIEZHI_GUARDS(RevokeCertificate,
    {"certificate.unknown", certificate_unknown, rule::at({rule::kPenaltyLaw, 42, 1})});

void apply(const Officer&, const RevokeCertificate& command, const rule::Context&, rule::Outcome& out) {
  out.emit(CertificateRevoked{command.number, command.revoked_on});
}

XIEZHI_GUARDS(AssignDuties,
    {"officer.not_registered", not_registered, rule::at({rule::kPenaltyLaw, 42, 1})},
    {"officer.reviewer_unqualified", reviewer_unqualified<AssignDuties>, rule::at({rule::kPenaltyLaw, 58, 2})});

void apply(const Officer&, const AssignDuties& command, const rule::Context&, rule::Outcome& out) {
  out.emit(DutiesAssigned{command.rank, command.duties});
}

XIEZHI_GUARDS(EndService,
    {"officer.not_registered", not_registered, rule::at({rule::kPenaltyLaw, 42, 1})});

void apply(const Officer&, const EndService& command, const rule::Context&, rule::Outcome& out) {
  out.emit(ServiceEnded{command.left_on});
}

// Events -------------------------------------------------------------------------------------------------------------

void evolve(Body& body, const BodyRegistered& event) {
  body.id = event.id;
  body.name = event.name;
  body.level = event.level;
  body.kind = event.kind;
  body.division = event.division;
  body.parent = event.parent;
  body.penalty_authorisation = event.penalty_authorisation;
  body.authorisation_scope = event.authorisation_scope;
  body.short_name = event.short_name;
}

void evolve(Body& body, const BodyAuthorised& event) {
  body.penalty_authorisation = event.decision;
  body.authorisation_scope = event.scope;
}

void evolve(Body& body, const TeamEntrusted& event) {
  body.entrustments.push_back(
      {event.id, event.team, event.items, event.from, event.until, event.published_on, std::nullopt});
}

void evolve(Body& body, const EntrustmentEnded& event) {
  for (Entrustment& entrustment : body.entrustments) {
    if (entrustment.id == event.id) entrustment.ended_on = event.ended_on;
  }
}

void evolve(Officer& officer, const OfficerRegistered& event) {
  officer.id = event.id;
  officer.name = event.name;
  officer.body = event.body;
  officer.rank = event.rank;
  officer.duties = event.duties;
  officer.qualified_in_law = event.qualified_in_law;
}

void evolve(Officer& officer, const CertificateIssued& event) {
  officer.certificates.push_back({event.number, event.kind, event.valid_from, event.valid_until, std::nullopt});
}

void evolve(Officer& officer, const CertificateRevoked& event) {
  for (Certificate& certificate : officer.certificates) {
    if (certificate.number == event.number && !certificate.revoked_on) certificate.revoked_on = event.revoked_on;
  }
}

void evolve(Officer& officer, const DutiesAssigned& event) {
  officer.rank = event.rank;
  officer.duties = event.duties;
}

void evolve(Officer& officer, const ServiceEnded& event) { officer.left_on = event.left_on; }

}  // namespace xiezhi::core::org
