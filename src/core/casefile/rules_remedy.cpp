// Reconsideration and suit against a decision, and what the body sets right itself. 行政处罚法(2021) 第七十三条、
// 第七十五条; 行政复议法(2023); 行政诉讼法(2017).
#include "core/casefile/execution_guards.h"
#include "core/casefile/sanction_guards.h"

namespace xiezhi::core::casefile {
namespace {

Verdict remedy_recorded_twice(const CaseFile& state, const RecordRemedy* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  return refuse_if(std::any_of(track->remedies.begin(), track->remedies.end(),
                               [&](const Remedy& remedy) { return remedy.id == command->id; }),
                   {{"remedy", command->id}});
}

Verdict remedy_unknown(const CaseFile& state, const EndRemedy* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  const bool open = std::any_of(track->remedies.begin(), track->remedies.end(), [&](const Remedy& remedy) {
    return !remedy.until && (command == nullptr || remedy.id == command->remedy);
  });
  return refuse_if(!open);
}

// 行政处罚法(2021) 第七十三条第三款: the additional fine stands still for these days, so they are days that were.
Verdict remedy_begun_in_future(const CaseFile&, const RecordRemedy* command, const Context& context) {
  return refuse_if(command != nullptr && command->from > context.today());
}

Verdict remedy_end_misdated(const CaseFile& state, const EndRemedy* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  return refuse_if(command->until > context.today() ||
                   std::any_of(track->remedies.begin(), track->remedies.end(), [&](const Remedy& remedy) {
                     return remedy.id == command->remedy && command->until < remedy.from;
                   }));
}

// 行政复议法(2023) 第二十三条第一款第一项: against an on-the-spot decision, reconsideration comes first, and is
// answered.
Verdict suit_before_reconsideration(const CaseFile& state, const RecordRemedy* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || !track->decision || !track->decision->summary) return std::nullopt;
  const bool reconsidered = std::any_of(track->remedies.begin(), track->remedies.end(), [](const Remedy& remedy) {
    return remedy.counts() && remedy.kind == RemedyKind::reconsideration && (remedy.answered() || !remedy.until);
  });
  return refuse_if(command->kind == RemedyKind::litigation && !reconsidered);
}

// 行政复议法(2023) 第二十九条第一款: no suit while the reconsideration runs.
Verdict reconsideration_pending(const CaseFile& state, const RecordRemedy* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || command->kind != RemedyKind::litigation) return std::nullopt;
  for (const Remedy& remedy : track->remedies) {
    const bool runs = remedy.counts() && remedy.kind == RemedyKind::reconsideration && !remedy.until;
    if (runs) return Facts{{"remedy", remedy.id}};
  }
  return std::nullopt;
}

// 行政复议法(2023) 第二十九条第二款、第三十条第一款第七项、第七十四条第二款: no reconsideration once a court took the
// suit, nor a second one, but of one withdrawn against the applicant's will. Who took it judged that: the reason says
// it.
Verdict reconsideration_barred(const CaseFile& state, const RecordRemedy* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || command->kind != RemedyKind::reconsideration) return std::nullopt;
  for (const Remedy& remedy : track->remedies) {
    if (remedy.counts()) return Facts{{"remedy", remedy.id}};
  }
  return std::nullopt;
}

// 行政复议法(2023) 第六十八条; 行政诉讼法(2017) 第六十九条、第四十五条: a court dismisses, it does not uphold, and it
// is not silent.
Verdict outcome_of_other_kind(const CaseFile& state, const EndRemedy* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  const bool of_reconsideration =
      command->outcome == RemedyOutcome::upheld || command->outcome == RemedyOutcome::unanswered;
  return refuse_if(of_reconsideration &&
                   std::any_of(track->remedies.begin(), track->remedies.end(), [&](const Remedy& remedy) {
                     return remedy.id == command->remedy && remedy.kind == RemedyKind::litigation;
                   }));
}

// 行政复议法(2023) 第六十三条第一款; 行政诉讼法(2017) 第七十七条第一款: a change says what the party bears from now on,
// and nothing else does.
Verdict change_unstated(const CaseFile&, const EndRemedy* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const bool stated = command->sanctions && !command->sanctions->empty();
  return refuse_if(changes_sanctions(command->outcome) ? !stated : command->sanctions.has_value());
}

bool has_kind(const std::vector<Sanction>& sanctions, const Sanction& like) {
  return std::any_of(sanctions.begin(), sanctions.end(), [&](const Sanction& sanction) {
    return sanction.charge == like.charge && sanction.kind == like.kind;
  });
}

/// Whether a sanction of another kind stands in the place of a weightier one that fell away.
bool stands_for_heavier(const Sanction& sanction, const std::vector<Sanction>& now,
                        const std::vector<Sanction>& before) {
  return std::any_of(before.begin(), before.end(), [&](const Sanction& gone) {
    return gone.charge == sanction.charge && !has_kind(now, gone) && weight_of(gone.kind) > weight_of(sanction.kind);
  });
}

// 行政复议法(2023) 第六十三条第二款; 行政诉讼法(2017) 第七十七条第二款: to the party's harm only where a third party
// asked for the opposite, which the reason says.
Verdict changed_for_worse(const CaseFile& state, const EndRemedy* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || !track->decision || !command->sanctions) return std::nullopt;
  const std::vector<Sanction>& before = track->decision->sanctions;
  return refuse_if(std::any_of(command->sanctions->begin(), command->sanctions->end(), [&](const Sanction& sanction) {
    return heavier({sanction}, before) &&
           (has_kind(before, sanction) || !stands_for_heavier(sanction, *command->sanctions, before));
  }));
}

// 行政复议法(2023) 第六十四条第一款; 行政诉讼法(2017) 第七十条: a term and its reason belong to an order to decide
// anew.
Verdict redo_misstated(const CaseFile&, const EndRemedy* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const bool remanded = command->outcome == RemedyOutcome::remanded;
  const bool named = command->redo_days.has_value() || command->procedure_only.has_value();
  return refuse_if((!remanded && named) || command->redo_days.value_or(1) <= 0);
}

// 行政处罚法(2021) 第七十五条第二款: errors found are corrected, with the reason.
Verdict revocation_unreasoned(const CaseFile&, const RevokeDecision* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

/// A decision set aside takes its penalty out of the enterprise's dossier.
void annul_in_dossier(const CaseFile& state, const std::string& id, Outcome& out) {
  const CaseParty* party = state.party(id);
  if (party == nullptr || !party->party.enterprise || party->party.kind != dossier::PartyKind::unit) return;
  if (!party->track.decision || !party->track.decision->punishes()) return;
  out.emit_to("enterprise/" + *party->party.enterprise, dossier::PenaltyAnnulled{state.id, id});
}

}  // namespace

XIEZHI_GUARDS(RecordRemedy,
    XIEZHI_CASE_KNOWN(RecordRemedy),
    {"case.party_unknown", party_unknown<RecordRemedy>, at({kPenaltyLaw, 59, 1, 1})},
    {"case.party_undecided", party_undecided<RecordRemedy>, at({kPenaltyLaw, 57, 1})},
    {"remedy.decision_revoked", decision_revoked<RecordRemedy>, at({kPenaltyLaw, 75, 2}, {kLitigationLaw, 74, 2, 2}),
     Severity::advice},
    {"remedy.before_service", decision_unserved<RecordRemedy>, at({kPenaltyLaw, 73, 1}, {kReconsiderationLaw, 20, 1}),
     Severity::advice},
    {"remedy.recorded_twice", remedy_recorded_twice, at({kPenaltyLaw, 47})},
    {"remedy.misdated", remedy_begun_in_future, at({kPenaltyLaw, 47}, {kPenaltyLaw, 73, 3})},
    {"remedy.reconsideration_first", suit_before_reconsideration, at({kReconsiderationLaw, 23, 1, 1})},
    {"remedy.proceeding_pending", reconsideration_pending, at({kReconsiderationLaw, 29, 1})},
    {"remedy.reconsideration_barred", reconsideration_barred,
     at({kReconsiderationLaw, 29, 2}, {kReconsiderationLaw, 30, 1, 7}, {kReconsiderationLaw, 74, 2}),
     Severity::advice});

void apply(const CaseFile&, const RecordRemedy& command, const Context&, Outcome& out) {
  out.emit(RemedyRecorded{command.id, command.party, command.kind, command.from});
}

XIEZHI_GUARDS(EndRemedy,
    XIEZHI_CASE_KNOWN(EndRemedy),
    {"case.party_unknown", party_unknown<EndRemedy>, at({kPenaltyLaw, 73, 1})},
    {"remedy.unknown", remedy_unknown, at({kPenaltyLaw, 73, 1})},
    {"remedy.misdated", remedy_end_misdated, at({kPenaltyLaw, 47}, {kPenaltyLaw, 73, 3})},
    {"remedy.outcome_of_other_kind", outcome_of_other_kind,
     at({kReconsiderationLaw, 68}, {kLitigationLaw, 69}, {kLitigationLaw, 45})},
    {"remedy.change_unstated", change_unstated, at({kReconsiderationLaw, 63, 1}, {kLitigationLaw, 77, 1})},
    {"remedy.changed_for_worse", changed_for_worse, at({kReconsiderationLaw, 63, 2}, {kLitigationLaw, 77, 2}),
     Severity::advice},
    {"remedy.redo_misstated", redo_misstated, at({kReconsiderationLaw, 64, 1}, {kLitigationLaw, 70})});

void apply(const CaseFile& state, const EndRemedy& command, const Context& context, Outcome& out) {
  RemedyEnded event;
  event.party = command.party;
  event.remedy = command.remedy;
  event.until = command.until;
  event.result = command.result;
  event.outcome = command.outcome;
  event.sanctions = command.sanctions;
  event.procedure_only = command.procedure_only;
  if (command.sanctions) event.total_fine_fen = total_fine(*command.sanctions);
  if (command.outcome == RemedyOutcome::remanded) {
    // 行政处罚法(2021) 第六十条, or the term that the order names (行政复议法 第六十四条第一款).
    calendar::Term term = context.term("decision.days", base::Instant::start_of(command.until), state.division);
    if (command.redo_days) term.length = *command.redo_days;
    event.redo_term = term;
  }
  out.emit(event);
  const Track& track = state.party(command.party)->track;
  const bool current = std::any_of(track.remedies.begin(), track.remedies.end(), [&](const Remedy& remedy) {
    return remedy.id == command.remedy && remedy.counts();
  });
  if (sets_aside(command.outcome) && current && track.decided()) annul_in_dossier(state, command.party, out);
}

XIEZHI_GUARDS(RevokeDecision,
    XIEZHI_CASE_KNOWN(RevokeDecision),
    {"actor.not_the_head", org::actor_not_approver<CaseFile, RevokeDecision>, at({kPenaltyLaw, 57, 1})},
    XIEZHI_AFTER_DECISION(RevokeDecision),
    {"revocation.unreasoned", revocation_unreasoned, at({kPenaltyLaw, 75, 2})});

void apply(const CaseFile& state, const RevokeDecision& command, const Context&, Outcome& out) {
  out.emit(DecisionRevoked{command.party, command.reason});
  annul_in_dossier(state, command.party, out);
}

}  // namespace xiezhi::core::casefile
