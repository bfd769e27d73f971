// The end of a case: closure proposed, terminated, closed. 行政处罚法(2021) 第五十七条; 安全生产法(2021)
// 第一百一十三条.
#include "core/casefile/execution_guards.h"

namespace xiezhi::core::casefile {
namespace {

Verdict closure_unfounded(const CaseFile&, const ProposeClosure* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->government).empty() || base::trim(command->grounds).empty());
}

Verdict termination_unreasoned(const CaseFile&, const TerminateCase* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

// 行政处罚法(2021) 第五十七条第一款: a case that has a decision is closed, not broken off.
Verdict terminated_after_decision(const CaseFile& state, const TerminateCase*, const Context&) {
  return refuse_if(std::any_of(state.parties.begin(), state.parties.end(),
                               [](const CaseParty& party) { return party.track.decided(); }));
}

// 行政复议法(2023) 第六十四条第一款、第七十七条第一款: what was ordered to be decided anew is decided.
Verdict terminated_in_place_of_new(const CaseFile& state, const TerminateCase*, const Context&) {
  return refuse_if(std::any_of(state.parties.begin(), state.parties.end(),
                               [](const CaseParty& party) { return party.track.to_decide_anew(); }));
}

template <typename Test>
Verdict any_party(const CaseFile& state, Test test) {
  for (const CaseParty& party : state.parties) {
    if (test(party)) return Facts{{"party", party.party.id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第五十七条第一款; 行政复议法(2023) 第七十七条第一款: what was ordered to be decided anew is decided.
Verdict undecided_party(const CaseFile& state, const CloseCase*, const Context&) {
  return any_party(state, [](const CaseParty& party) { return !party.track.decision || party.track.to_decide_anew(); });
}

// 行政处罚法(2021) 第六十一条第一款.
Verdict unserved_party(const CaseFile& state, const CloseCase*, const Context&) {
  return any_party(state, [](const CaseParty& party) { return party.track.decided() && !party.track.service; });
}

bool given_up_or_with_court(const Track& track) { return track.court_applied_on || track.execution_ended_on; }

// 行政处罚法(2021) 第六十六条第一款、第七十二条第一款; 行政强制法(2011) 第四十条: paid, in the hands of the court, or
// past enforcing.
Verdict unpaid_party(const CaseFile& state, const CloseCase*, const Context& context) {
  return any_party(state, [&](const CaseParty& party) {
    const Balance balance = balance_on(party.track, context.today(), *context.pack, state.division);
    return balance.paid_fen < balance.fine_fen && !given_up_or_with_court(party.track);
  });
}

// 行政处罚法(2021) 第七十二条第一款第一项; 行政强制法(2011) 第四十二条第一款、第四十五条第一款: the additional fine may
// be imposed and may be let off; that it was is for people to say.
Verdict additional_fine_unpaid(const CaseFile& state, const CloseCase*, const Context& context) {
  return any_party(state, [&](const CaseParty& party) {
    const Balance balance = balance_on(party.track, context.today(), *context.pack, state.division);
    const bool only_that = balance.due_fen.fen > 0 && balance.paid_fen >= balance.fine_fen;
    return only_that && !given_up_or_with_court(party.track);
  });
}

// 行政处罚法(2021) 第七十三条: a remedy that is pending may still change the decision; closing meanwhile needs a
// reason.
Verdict remedy_pending(const CaseFile& state, const CloseCase*, const Context&) {
  return any_party(state, [](const CaseParty& party) {
    return std::any_of(party.track.remedies.begin(), party.track.remedies.end(),
                       [](const Remedy& remedy) { return !remedy.until; });
  });
}

// 行政处罚法(2021) 第五十六条: what becomes of the things is decided before.
template <typename C>
Verdict preservation_open(const CaseFile& state, const C*, const Context&) {
  for (const Preservation& preservation : state.preservations) {
    if (!preservation.disposition) return Facts{{"preservation", preservation.id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第五十二条第三款.
Verdict summary_unreported(const CaseFile& state, const CloseCase*, const Context&) {
  return refuse_if(state.summary_procedure && !state.summary_reported_at);
}

bool proposed(const CaseFile& state, ClosureItem item) {
  return state.closure_items &&
         std::find(state.closure_items->begin(), state.closure_items->end(), item) != state.closure_items->end();
}

/// The item of 安全生产法 第一百一十三条第一款 that a charge alleges, from the second on.
std::optional<ClosureItem> closure_item(const Charge& charge, const Context& context) {
  const law::Violation* violation = violation_of(charge, context);
  if (violation == nullptr) return std::nullopt;
  const law::Citation& at = violation->penalty;
  if (at.instrument != kWorkSafetyLaw || at.article != 113) return std::nullopt;
  switch (at.item.value_or(0)) {
    case 2: return ClosureItem::still_unfit;
    case 3: return ClosureItem::major_accident;
    case 4: return ClosureItem::refused_suspension;
    default: return std::nullopt;
  }
}

/// Whether a decision in force punishes somebody for a charge.
bool punished_for(const CaseFile& state, const Charge& charge) {
  return std::any_of(state.parties.begin(), state.parties.end(), [&](const CaseParty& party) {
    if (!party.track.decided()) return false;
    const ChargeVerdict* verdict = verdict_of(party.track.decision->verdicts, charge.id);
    return verdict != nullptr && verdict->ruling == Ruling::penalty;
  });
}

// 安全生产法(2021) 第一百一十三条第一款第二项至第四项: established, so closure is proposed.
Verdict closure_ground_unproposed(const CaseFile& state, const CloseCase*, const Context& context) {
  for (const Charge& charge : state.charges) {
    const auto item = closure_item(charge, context);
    if (item && punished_for(state, charge) && !proposed(state, *item)) return Facts{{"charge", charge.id}};
  }
  return std::nullopt;
}

// 安全生产法(2021) 第一百一十三条第一款第三项: after a major accident people judge whether the unit was fit at all.
Verdict closure_to_consider(const CaseFile& state, const CloseCase*, const Context& context) {
  if (proposed(state, ClosureItem::major_accident)) return std::nullopt;
  for (const Charge& charge : state.charges) {
    const auto triggers = triggers_of(charge, *context.pack, state.division);
    const bool major =
        std::find(triggers.begin(), triggers.end(), law::Trigger::accident_major_or_worse) != triggers.end();
    if (major && punished_for(state, charge) && !closure_item(charge, context)) return Facts{{"charge", charge.id}};
  }
  return std::nullopt;
}

/// Penalties under 安全生产法 from `first` to `last`, both included: the day on which a term starts is not counted, so
/// the hundred-and-eightieth day after a penalty is still within it.
std::int64_t penalties_within(const dossier::Enterprise& enterprise, base::Date first, base::Date last) {
  return std::count_if(enterprise.penalties.begin(), enterprise.penalties.end(),
                       [&](const dossier::PenaltyRecord& record) {
                         return record.instrument == std::string_view(kWorkSafetyLaw) && record.decided_on >= first &&
                                record.decided_on <= last;
                       });
}

// 安全生产法(2021) 第一百一十三条第一项: a major hazard, and three penalties in 180 days or four in a year.
Verdict closure_not_proposed(const CaseFile& state, const CloseCase*, const Context& context) {
  if (proposed(state, ClosureItem::repeated_penalties)) return std::nullopt;
  const bool major =
      std::any_of(state.charges.begin(), state.charges.end(), [](const Charge& charge) { return charge.major_hazard; });
  if (!major) return std::nullopt;
  for (const CaseParty& party : state.parties) {
    if (!party.party.enterprise || !party.track.decided()) continue;
    const dossier::Enterprise* enterprise = context.world->enterprise(*party.party.enterprise);
    if (enterprise == nullptr) continue;
    const base::Date last = party.track.decision->decided_at.date();
    const auto window = static_cast<std::int32_t>(context.figure("closure.window_days", state.division));
    const auto years = static_cast<int>(context.figure("closure.window_years", state.division));
    const std::int64_t recent = penalties_within(*enterprise, last.plus_days(-window), last);
    const std::int64_t year = penalties_within(*enterprise, last.plus_months(-12 * years), last);
    if (recent >= context.figure("closure.penalties_180_days", state.division) ||
        year >= context.figure("closure.penalties_year", state.division)) {
      return Facts{{"enterprise", enterprise->name}, {"count", std::to_string(std::max(recent, year))}};
    }
  }
  return std::nullopt;
}

}  // namespace

XIEZHI_GUARDS(ProposeClosure,
    XIEZHI_CASE_HEAD(ProposeClosure, {kWorkSafetyLaw, 113, 1}),
    {"closure.unfounded", closure_unfounded, at({kWorkSafetyLaw, 113, 1}, {kWorkSafetyLaw, 115})});

void apply(const CaseFile&, const ProposeClosure& command, const Context&, Outcome& out) {
  out.emit(ClosureProposed{command.government, command.grounds, command.item});
}

XIEZHI_GUARDS(TerminateCase,
    XIEZHI_CASE_HEAD(TerminateCase, {kPenaltyLaw, 57, 1}),
    {"termination.after_decision", terminated_after_decision, at({kPenaltyLaw, 57, 1})},
    {"termination.crime_not_referred", crime_not_referred<TerminateCase>, at({kPenaltyLaw, 27, 1})},
    {"termination.ordered_anew", terminated_in_place_of_new,
     at({kReconsiderationLaw, 64, 1}, {kReconsiderationLaw, 77, 1})},
    {"close.preservation_open", preservation_open<TerminateCase>, at({kPenaltyLaw, 56})},
    {"termination.unreasoned", termination_unreasoned, at({kPenaltyLaw, 57, 1})});

void apply(const CaseFile&, const TerminateCase& command, const Context&, Outcome& out) {
  out.emit(CaseTerminated{command.reason});
}

XIEZHI_GUARDS(CloseCase,
    XIEZHI_CASE_HEAD(CloseCase, {kPenaltyLaw, 57, 1}),
    {"close.party_undecided", undecided_party, at({kPenaltyLaw, 57, 1}, {kReconsiderationLaw, 77, 1})},
    {"close.decision_unserved", unserved_party, at({kPenaltyLaw, 61, 1})},
    {"close.fine_unpaid", unpaid_party, at({kPenaltyLaw, 66, 1}, {kPenaltyLaw, 72, 1}, {kCompulsionLaw, 40})},
    {"close.additional_fine_unpaid", additional_fine_unpaid,
     at({kPenaltyLaw, 72, 1, 1}, {kCompulsionLaw, 42, 1}, {kCompulsionLaw, 45, 1}), Severity::advice},
    {"close.remedy_pending", remedy_pending, at({kPenaltyLaw, 73, 1}), Severity::advice},
    {"close.preservation_open", preservation_open<CloseCase>, at({kPenaltyLaw, 56})},
    {"close.summary_unreported", summary_unreported, at({kPenaltyLaw, 52, 3})},
    {"close.closure_not_proposed", closure_not_proposed, at({kWorkSafetyLaw, 113, 1, 1})},
    {"close.closure_ground_unproposed", closure_ground_unproposed,
     at({kWorkSafetyLaw, 113, 1, 2}, {kWorkSafetyLaw, 113, 1, 3}, {kWorkSafetyLaw, 113, 1, 4})},
    {"close.closure_to_consider", closure_to_consider, at({kWorkSafetyLaw, 113, 1, 3}), Severity::advice});

void apply(const CaseFile&, const CloseCase& command, const Context&, Outcome& out) {
  out.emit(CaseClosed{command.summary});
}

}  // namespace xiezhi::core::casefile
