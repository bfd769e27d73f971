// Evidence, its preservation, and the end of the investigation. 行政处罚法(2021)
// 第四十条、第四十一条、第四十六条、第五十六条.
#include "base/text.h"
#include "core/casefile/guards.h"

namespace xiezhi::core::casefile {
namespace {

bool any_decision(const CaseFile& state) {
  return std::any_of(state.parties.begin(), state.parties.end(),
                     [](const CaseParty& party) { return party.track.decision.has_value(); });
}

/// A party waits for a new decision in place of one set aside: what it needs is gathered (行政复议法 第六十四条,
/// 行政诉讼法 第七十条).
bool to_decide_anew(const CaseFile& state) {
  return std::any_of(state.parties.begin(), state.parties.end(),
                     [](const CaseParty& party) { return party.track.to_decide_anew(); });
}

bool all_decided(const CaseFile& state) {
  return std::all_of(state.parties.begin(), state.parties.end(),
                     [](const CaseParty& party) { return party.track.decision.has_value(); });
}

Verdict collected_after_decision(const CaseFile& state, const CollectEvidence*, const Context&) {
  return refuse_if(state.exists() && all_decided(state) && !to_decide_anew(state));
}

Verdict evidence_twice(const CaseFile& state, const CollectEvidence* command, const Context&) {
  return refuse_if(command != nullptr && state.evidence_item(command->id) != nullptr);
}

// 行政处罚法(2021) 第四十二条第一款.
Verdict collected_by_too_few(const CaseFile& state, const CollectEvidence* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto minimum = context.figure("officers.minimum", state.division);
  const auto able = static_cast<std::int64_t>(able_officers(command->officers, state.body, state.recused, context));
  return refuse_if(able < minimum, {{"count", std::to_string(able)}, {"minimum", std::to_string(minimum)}});
}

// 行政处罚法(2021) 第四十三条第一款: who is recused collects nothing, though two others do.
Verdict collected_by_recused(const CaseFile& state, const CollectEvidence* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const std::string& id : command->officers) {
    const bool recused = std::find(state.recused.begin(), state.recused.end(), id) != state.recused.end();
    if (recused) return Facts{{"officer", id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第五十五条第一款: certificates are shown unasked.
Verdict certificates_not_shown(const CaseFile&, const CollectEvidence* command, const Context&) {
  return refuse_if(command != nullptr && !command->certificates_shown);
}

// 行政处罚法(2021) 第四十六条第三款.
Verdict unlawful_means(const CaseFile&, const CollectEvidence* command, const Context&) {
  return refuse_if(command != nullptr && !command->lawful_means);
}

// 行政处罚法(2021) 第四十一条第一款、第二款.
Verdict equipment_unreviewed(const CaseFile&, const CollectEvidence* command, const Context&) {
  return refuse_if(command != nullptr && command->equipment_reviewed && !*command->equipment_reviewed);
}

Verdict charge_unknown(const CaseFile& state, const CollectEvidence* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const std::string& id : command->charges) {
    if (state.charge(id) == nullptr) return Facts{{"charge", id}};
  }
  return refuse_if(command->charges.empty());
}

Verdict evidence_unknown(const CaseFile& state, const VerifyEvidence* command, const Context&) {
  if (command == nullptr) return refuse_if(state.evidence.empty());
  return refuse_if(state.evidence_item(command->evidence) == nullptr, {{"evidence", command->evidence}});
}

// 行政处罚法(2021) 第五十六条: the head approves before evidence is taken into registered keeping.
Verdict preservation_unapproved(const CaseFile& state, const PreserveEvidence* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  if (!command->approved_by) return Facts{};
  return refuse_if(!org::is_approver(context.world->officer(*command->approved_by), state.body, context.today()));
}

Verdict preservation_twice(const CaseFile& state, const PreserveEvidence* command, const Context&) {
  return refuse_if(command != nullptr && state.preservation(command->id) != nullptr);
}

Verdict preservation_unknown(const CaseFile& state, const DisposePreservation* command, const Context&) {
  if (command == nullptr) return refuse_if(state.preservations.empty());
  const Preservation* preservation = state.preservation(command->preservation);
  return refuse_if(preservation == nullptr || preservation->disposition.has_value());
}

// 行政处罚法(2021) 第五十六条、第八十五条: within seven working days; after that the things can only be given back.
Verdict disposed_too_late(const CaseFile& state, const DisposePreservation* command, const Context& context) {
  if (command == nullptr || command->released) return std::nullopt;
  const Preservation* preservation = state.preservation(command->preservation);
  if (preservation == nullptr) return std::nullopt;
  const auto last = calendar::last_day_of(preservation->term, context.pack->calendar());
  return refuse_if(last && context.today() > *last, {{"last", last ? last->iso() : ""}});
}

// 行政处罚法(2021) 第五十六条: a decision says what becomes of the things.
Verdict disposition_missing(const CaseFile&, const DisposePreservation* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->disposition).empty());
}

// 行政处罚法(2021) 第四十条: facts must be established before the investigation can end.
Verdict no_evidence(const CaseFile& state, const EndInvestigation*, const Context&) {
  return refuse_if(state.exists() && state.evidence.empty());
}

// 行政处罚法(2021) 第四十六条第二款: each piece is examined.
Verdict evidence_unexamined(const CaseFile& state, const EndInvestigation*, const Context&) {
  std::vector<std::string> ids;
  for (const Evidence& evidence : state.evidence) {
    if (!evidence.verified) ids.push_back(evidence.id);
  }
  if (ids.empty()) return std::nullopt;
  return Facts{{"evidence", base::join(ids, "、")}};
}

Verdict ended_after_decision(const CaseFile& state, const EndInvestigation*, const Context&) {
  return refuse_if(any_decision(state) && !to_decide_anew(state));
}

}  // namespace

XIEZHI_GUARDS(CollectEvidence,
    XIEZHI_CASE_INVESTIGATOR(CollectEvidence),
    {"evidence.after_decision", collected_after_decision, at({kPenaltyLaw, 57, 1})},
    {"evidence.collected_twice", evidence_twice, at({kPenaltyLaw, 47})},
    {"evidence.too_few_officers", collected_by_too_few, at({kPenaltyLaw, 42, 1}, {kPenaltyLaw, 43, 1})},
    {"evidence.officer_recused", collected_by_recused, at({kPenaltyLaw, 43, 1})},
    {"evidence.certificates_not_shown", certificates_not_shown, at({kPenaltyLaw, 55, 1})},
    {"evidence.unlawful_means", unlawful_means, at({kPenaltyLaw, 46, 3})},
    {"evidence.equipment_unreviewed", equipment_unreviewed, at({kPenaltyLaw, 41, 1}, {kPenaltyLaw, 41, 2})},
    {"evidence.charge_unknown", charge_unknown, at({kPenaltyLaw, 40})});

void apply(const CaseFile&, const CollectEvidence& command, const Context&, Outcome& out) {
  out.emit(EvidenceCollected{command.id, command.kind, command.caption, command.sha256, command.charges,
                             command.officers, command.new_facts});
}

XIEZHI_GUARDS(VerifyEvidence,
    XIEZHI_CASE_INVESTIGATOR(VerifyEvidence),
    {"evidence.unknown", evidence_unknown, at({kPenaltyLaw, 46, 2})});

void apply(const CaseFile&, const VerifyEvidence& command, const Context&, Outcome& out) {
  out.emit(EvidenceVerified{command.evidence, command.verified, command.note});
}

XIEZHI_GUARDS(PreserveEvidence,
    XIEZHI_CASE_INVESTIGATOR(PreserveEvidence),
    {"preservation.not_approved", preservation_unapproved, at({kPenaltyLaw, 56})},
    {"preservation.twice", preservation_twice, at({kPenaltyLaw, 56})});

void apply(const CaseFile& state, const PreserveEvidence& command, const Context& context, Outcome& out) {
  // 第八十五条: 七日 means working days, which the figure carries as its unit.
  const calendar::Term term = context.term("evidence.preservation_days", context.occurred_at, state.division);
  out.emit(EvidencePreserved{command.id, command.items, command.approved_by.value_or(""), term});
}

XIEZHI_GUARDS(DisposePreservation,
    XIEZHI_CASE_INVESTIGATOR(DisposePreservation),
    {"preservation.unknown", preservation_unknown, at({kPenaltyLaw, 56})},
    {"preservation.disposition_missing", disposition_missing, at({kPenaltyLaw, 56})},
    {"preservation.too_late", disposed_too_late, at({kPenaltyLaw, 56}, {kPenaltyLaw, 85})});

void apply(const CaseFile&, const DisposePreservation& command, const Context&, Outcome& out) {
  out.emit(PreservationDisposed{command.preservation, command.disposition, command.released});
}

XIEZHI_GUARDS(EndInvestigation,
    XIEZHI_CASE_INVESTIGATOR(EndInvestigation),
    {"investigation.after_decision", ended_after_decision, at({kPenaltyLaw, 57, 1})},
    {"investigation.no_evidence", no_evidence, at({kPenaltyLaw, 40})},
    {"investigation.evidence_unexamined", evidence_unexamined, at({kPenaltyLaw, 46, 2})});

void apply(const CaseFile&, const EndInvestigation& command, const Context&, Outcome& out) {
  out.emit(InvestigationEnded{command.character, command.conclusion});
}

}  // namespace xiezhi::core::casefile
