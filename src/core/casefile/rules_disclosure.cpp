// Decisions made public, and withdrawn. 行政处罚法(2021) 第四十八条; 安全生产法(2021) 第七十八条.
#include "core/casefile/execution_guards.h"

namespace xiezhi::core::casefile {
namespace {

Verdict disclosed_twice(const CaseFile& state, const DiscloseDecision* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->disclosed_on && !track->disclosure_withdrawn_on);
}

// 安全生产法(2021) 第七十八条第二款: seven working days after a decision against a unit.
Verdict disclosed_late(const CaseFile& state, const DiscloseDecision* command, const Context& context) {
  const CaseParty* party = party_of(state, command, context);
  if (party == nullptr || party->party.kind != dossier::PartyKind::unit || !party->track.decision) return std::nullopt;
  const auto days = static_cast<std::int32_t>(context.figure("disclosure.days", state.division));
  const auto last = context.pack->calendar().add_working_days(party->track.decision->decided_at.date(), days);
  return refuse_if(last && context.today() > *last, {{"last", last ? last->iso() : ""}});
}

// 行政处罚法(2021) 第四十八条第二款: the reasons of the withdrawal are made public with it.
Verdict withdrawal_unreasoned(const CaseFile&, const WithdrawDisclosure* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

/// The day on which a decision was changed, revoked or confirmed unlawful; void is revoked here.
std::optional<base::Date> overturned_on(const Decision& decision) {
  if (decision.revoked_at) return decision.revoked_at->date();
  return decision.changed_on ? decision.changed_on : decision.unlawful_on;
}

// 行政处罚法(2021) 第四十八条第二款: withdrawn because the decision was changed, revoked, or confirmed unlawful or
// void.
Verdict withdrawal_without_cause(const CaseFile& state, const WithdrawDisclosure* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  return refuse_if(!track->disclosed_on || !track->decision || !overturned_on(*track->decision));
}

// 行政处罚法(2021) 第四十八条第二款、第八十五条: within three working days, with the reasons made public.
Verdict withdrawal_late(const CaseFile& state, const WithdrawDisclosure* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  const auto overturned = track == nullptr || !track->decision ? std::nullopt : overturned_on(*track->decision);
  if (!overturned) return std::nullopt;
  const auto days = static_cast<std::int32_t>(context.figure("disclosure.withdraw_days", state.division));
  const auto last = context.pack->calendar().add_working_days(*overturned, days);
  return refuse_if(last && context.today() > *last, {{"last", last ? last->iso() : ""}});
}

}  // namespace

XIEZHI_GUARDS(DiscloseDecision,
    XIEZHI_CASE_KNOWN(DiscloseDecision),
    XIEZHI_AFTER_DECISION(DiscloseDecision),
    {"disclosure.before_service", decision_unserved<DiscloseDecision>, at({kWorkSafetyLaw, 78, 2}, {kPenaltyLaw, 48, 1}),
     Severity::advice},
    {"disclosure.twice", disclosed_twice, at({kPenaltyLaw, 48, 1})},
    {"disclosure.late", disclosed_late, at({kWorkSafetyLaw, 78, 2}), Severity::advice});

void apply(const CaseFile&, const DiscloseDecision& command, const Context&, Outcome& out) {
  out.emit(DecisionDisclosed{command.party});
}

XIEZHI_GUARDS(WithdrawDisclosure,
    XIEZHI_CASE_KNOWN(WithdrawDisclosure),
    {"case.party_unknown", party_unknown<WithdrawDisclosure>, at({kPenaltyLaw, 48, 2})},
    {"disclosure.withdrawal_without_cause", withdrawal_without_cause, at({kPenaltyLaw, 48, 2})},
    {"disclosure.withdrawal_unreasoned", withdrawal_unreasoned, at({kPenaltyLaw, 48, 2})},
    {"disclosure.withdrawal_late", withdrawal_late, at({kPenaltyLaw, 48, 2}, {kPenaltyLaw, 85}), Severity::advice});

void apply(const CaseFile&, const WithdrawDisclosure& command, const Context&, Outcome& out) {
  out.emit(DisclosureWithdrawn{command.party, command.reason});
}

}  // namespace xiezhi::core::casefile
