// After the decision: service, payment, remedies, enforcement by the court, disclosure, the close.
// 行政处罚法(2021) 第四十八条、第六章; 行政强制法(2011) 第五章.
#include "base/text.h"
#include "core/casefile/decision_guards.h"
#include "core/casefile/fine.h"
#include "core/dossier/commands.h"

namespace xiezhi::core::casefile {
namespace {

template <typename C>
Verdict decision_revoked(const CaseFile& state, const C* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->decision && track->decision->revoked_at);
}

Verdict served_twice(const CaseFile& state, const ServeDecision* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->service.has_value());
}

// 行政处罚法(2021) 第六十一条第二款: by electronic means only with a signed confirmation.
Verdict electronic_unconsented(const CaseFile& state, const ServeDecision* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  return refuse_if(track != nullptr && command->method == ServiceMethod::electronic && !track->consented_electronic);
}

// 行政处罚法(2021) 第六十一条第一款、第八十五条: within seven working days. A late service still serves: it needs its
// reason.
Verdict served_late(const CaseFile& state, const ServeDecision* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->decision) return std::nullopt;
  const auto days = static_cast<std::int32_t>(context.figure("service.days", state.division));
  const auto last = context.pack->calendar().add_working_days(track->decision->decided_at.date(), days);
  return refuse_if(last && context.today() > *last, {{"last", last ? last->iso() : ""}});
}

// 行政处罚法(2021) 第六十七条第一款、第二款: whoever fines does not collect, but where no bank is near and the party
// asks (第六十九条).
Verdict collected_unlawfully(const CaseFile&, const RecordPayment* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(command->channel == PaymentChannel::on_the_spot && !command->remote_and_requested.value_or(false));
}

// 行政处罚法(2021) 第四十七条: what is recorded has happened.
Verdict paid_in_future(const CaseFile&, const RecordPayment* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(command->paid_on > context.today(), {{"paid_on", command->paid_on.iso()}});
}

Verdict amount_not_positive(const CaseFile&, const RecordPayment* command, const Context&) {
  return refuse_if(command != nullptr && command->amount_fen.fen <= 0);
}

// 行政处罚法(2021) 第七十二条第一款第一项: never more than the fine and as much again.
Verdict overpaid(const CaseFile& state, const RecordPayment* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || !track->decision) return std::nullopt;
  const Balance balance = balance_on(*track, command->paid_on, *context.pack, state.division);
  return refuse_if(command->amount_fen > balance.due_fen, {{"due_fen", std::to_string(balance.due_fen.fen)}});
}

// 行政处罚法(2021) 第七十条: a receipt of the finance department.
Verdict receipt_missing(const CaseFile&, const RecordPayment* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->receipt).empty());
}

// 行政处罚法(2021) 第六十六条第二款: on the party's application.
Verdict deferral_not_applied_for(const CaseFile&, const ApproveDeferral* command, const Context&) {
  return refuse_if(command != nullptr && !command->applied_for);
}

// 行政处罚法(2021) 第六十六条第二款: for want of means, which the record states.
Verdict deferral_unreasoned(const CaseFile&, const ApproveDeferral* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

Verdict deferral_in_past(const CaseFile&, const ApproveDeferral* command, const Context& context) {
  return refuse_if(command != nullptr && command->until <= context.today());
}

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

// 行政复议法(2023) 第二十三条第一款第一项: against an on-the-spot decision, reconsideration comes first.
Verdict suit_before_reconsideration(const CaseFile& state, const RecordRemedy* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || !track->decision || !track->decision->summary) return std::nullopt;
  const bool reconsidered = std::any_of(track->remedies.begin(), track->remedies.end(), [](const Remedy& remedy) {
    return remedy.kind == RemedyKind::reconsideration && remedy.until;
  });
  return refuse_if(command->kind == RemedyKind::litigation && !reconsidered);
}

// 行政处罚法(2021) 第七十五条第二款: errors found are corrected, with the reason.
Verdict revocation_unreasoned(const CaseFile&, const RevokeDecision* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

// 行政强制法(2011) 第三十五条、第五十四条: a demand is for what is overdue.
Verdict nothing_overdue(const CaseFile& state, const ServeDemand* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->service || !track->decision) return std::nullopt;
  const Balance balance = balance_on(*track, context.today(), *context.pack, state.division);
  return refuse_if(balance.due_fen.fen == 0 || !balance.pay_by || context.today() <= *balance.pay_by);
}

// 行政强制法(2011) 第五十四条: the court is asked for what is still owed after the demand.
Verdict nothing_to_enforce(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->service || !track->decision) return std::nullopt;
  const Balance balance = balance_on(*track, context.today(), *context.pack, state.division);
  return refuse_if(balance.due_fen.fen == 0 || (balance.pay_by && context.today() <= *balance.pay_by));
}

Verdict demand_missing(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && !track->demand_served_at);
}

// 行政强制法(2011) 第五十四条、第六十九条: ten working days after the demand.
Verdict demand_running(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->demand_served_at) return std::nullopt;
  const auto days = static_cast<std::int32_t>(context.figure("demand_notice.days", state.division));
  const auto last = context.pack->calendar().add_working_days(track->demand_served_at->date(), days);
  return refuse_if(last && context.today() <= *last, {{"last", last ? last->iso() : ""}});
}

/// The last day on which the party can still apply or sue. Counted from service: six months to sue (行政诉讼法
/// 第四十六条第一款), but against a decision made on the spot sixty days to apply for reconsideration, which comes
/// first (行政复议法 第二十条第一款、 第二十三条第一款第一项). From the end of a reconsideration: fifteen days
/// (行政诉讼法 第四十五条). A last day on a holiday moves to the next working day (行政诉讼法 第一百零一条, 行政复议法
/// 第八十八条第一款); in a year without published holidays it stays where it is.
std::optional<base::Date> remedies_open_until(const CaseFile& state, const Track& track, const Context& context) {
  if (!track.service || !track.decision) return std::nullopt;
  const auto last_of = [&](const char* figure, base::Instant start) {
    calendar::Term term = context.term(figure, start, state.division);
    const auto moved = calendar::last_day_of(term, context.pack->calendar());
    if (moved) return *moved;
    term.rolls_past_holiday = false;
    const auto plain = calendar::last_day_of(term, context.pack->calendar());
    VERIFY(plain);
    return *plain;
  };
  base::Date last =
      last_of(track.decision->summary ? "reconsideration.days" : "litigation.months", track.service->served_at);
  for (const Remedy& remedy : track.remedies) {
    if (!remedy.until) continue;
    const bool suit_follows = remedy.kind == RemedyKind::reconsideration;
    const base::Instant ended = base::Instant::start_of(*remedy.until);
    last = std::max(last, suit_follows ? last_of("litigation.after_reconsideration_days", ended) : *remedy.until);
  }
  return last;
}

// 行政强制法(2011) 第五十三条: after the terms of reconsideration and suit have passed unused.
Verdict remedies_open(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  const bool pending =
      std::any_of(track->remedies.begin(), track->remedies.end(), [](const Remedy& remedy) { return !remedy.until; });
  const auto last = remedies_open_until(state, *track, context);
  return refuse_if(pending || (last && context.today() <= *last), {{"last", last ? last->iso() : ""}});
}

// 行政强制法(2011) 第五十三条: within three months of that; from the end of a deferral (行政处罚法 第七十二条第二款).
Verdict application_too_late(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  auto from = remedies_open_until(state, *track, context);
  if (from && track->deferred_until && *track->deferred_until > *from) from = track->deferred_until;
  if (!from) return std::nullopt;
  const base::Date last =
      from->plus_months(static_cast<int>(context.figure("court_application.months", state.division)));
  return refuse_if(context.today() > last, {{"last", last.iso()}});
}

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

// 行政处罚法(2021) 第四十八条第二款: withdrawn because the decision was changed or revoked.
Verdict withdrawal_without_cause(const CaseFile& state, const WithdrawDisclosure* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  return refuse_if(!track->disclosed_on || !track->decision || !track->decision->revoked_at);
}

// 行政处罚法(2021) 第四十八条第二款、第八十五条: within three working days, with the reasons made public.
Verdict withdrawal_late(const CaseFile& state, const WithdrawDisclosure* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->decision || !track->decision->revoked_at) return std::nullopt;
  const auto days = static_cast<std::int32_t>(context.figure("disclosure.withdraw_days", state.division));
  const auto last = context.pack->calendar().add_working_days(track->decision->revoked_at->date(), days);
  return refuse_if(last && context.today() > *last, {{"last", last ? last->iso() : ""}});
}

Verdict closure_unfounded(const CaseFile&, const ProposeClosure* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->government).empty() || base::trim(command->grounds).empty());
}

Verdict termination_unreasoned(const CaseFile&, const TerminateCase* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

// 行政处罚法(2021) 第五十七条第一款: a case that has a decision is closed, not broken off.
Verdict terminated_after_decision(const CaseFile& state, const TerminateCase*, const Context&) {
  return refuse_if(std::any_of(state.parties.begin(), state.parties.end(), [](const CaseParty& party) {
    return party.track.decision && !party.track.decision->revoked_at;
  }));
}

template <typename Test>
Verdict any_party(const CaseFile& state, Test test) {
  for (const CaseParty& party : state.parties) {
    if (test(party)) return Facts{{"party", party.party.id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第五十七条第一款.
Verdict undecided_party(const CaseFile& state, const CloseCase*, const Context&) {
  return any_party(state, [](const CaseParty& party) { return !party.track.decision; });
}

// 行政处罚法(2021) 第六十一条第一款.
Verdict unserved_party(const CaseFile& state, const CloseCase*, const Context&) {
  return any_party(state, [](const CaseParty& party) {
    return party.track.decision && !party.track.decision->revoked_at && !party.track.service;
  });
}

// 行政处罚法(2021) 第六十六条第一款、第七十二条第一款: paid, or in the hands of the court.
Verdict unpaid_party(const CaseFile& state, const CloseCase*, const Context& context) {
  return any_party(state, [&](const CaseParty& party) {
    const Balance balance = balance_on(party.track, context.today(), *context.pack, state.division);
    return balance.due_fen.fen > 0 && !party.track.court_applied_on;
  });
}

// 行政处罚法(2021) 第七十三条: while a remedy is pending the case is not at its end.
Verdict remedy_pending(const CaseFile& state, const CloseCase*, const Context&) {
  return any_party(state, [](const CaseParty& party) {
    return std::any_of(party.track.remedies.begin(), party.track.remedies.end(),
                       [](const Remedy& remedy) { return !remedy.until; });
  });
}

// 行政处罚法(2021) 第五十六条.
Verdict preservation_open(const CaseFile& state, const CloseCase*, const Context&) {
  for (const Preservation& preservation : state.preservations) {
    if (!preservation.disposition) return Facts{{"preservation", preservation.id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第五十二条第三款.
Verdict summary_unreported(const CaseFile& state, const CloseCase*, const Context&) {
  return refuse_if(state.summary_procedure && !state.summary_reported_at);
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
  if (state.closure_proposed_on) return std::nullopt;
  const bool major =
      std::any_of(state.charges.begin(), state.charges.end(), [](const Charge& charge) { return charge.major_hazard; });
  if (!major) return std::nullopt;
  for (const CaseParty& party : state.parties) {
    if (!party.party.enterprise || !party.track.decision || party.track.decision->revoked_at) continue;
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

// clang-format off
#define XIEZHI_AFTER_DECISION(Command)                                                    \
  {"case.party_unknown", party_unknown<Command>, at({kPenaltyLaw, 59, 1, 1})},            \
  {"case.party_undecided", party_undecided<Command>, at({kPenaltyLaw, 57, 1})},           \
  {"case.decision_revoked", decision_revoked<Command>, at({kPenaltyLaw, 75, 2})}
// clang-format on

XIEZHI_GUARDS(ServeDecision,
    XIEZHI_CASE_OFFICER(ServeDecision),
    XIEZHI_AFTER_DECISION(ServeDecision),
    {"service.twice", served_twice, at({kPenaltyLaw, 61, 1})},
    {"service.electronic_unconsented", electronic_unconsented, at({kPenaltyLaw, 61, 2})},
    {"service.late", served_late, at({kPenaltyLaw, 61, 1}, {kPenaltyLaw, 85}), Severity::advice});

void apply(const CaseFile&, const ServeDecision& command, const Context&, Outcome& out) {
  out.emit(DecisionServed{command.party, command.method});
}

XIEZHI_GUARDS(ConsentToElectronicService,
    XIEZHI_CASE_OPEN(ConsentToElectronicService),
    {"case.party_unknown", party_unknown<ConsentToElectronicService>, at({kPenaltyLaw, 61, 2})});

void apply(const CaseFile&, const ConsentToElectronicService& command, const Context&, Outcome& out) {
  out.emit(ElectronicServiceConsented{command.party, command.address});
}

XIEZHI_GUARDS(RecordPayment,
    XIEZHI_CASE_OPEN(RecordPayment),
    XIEZHI_AFTER_DECISION(RecordPayment),
    {"payment.before_service", decision_unserved<RecordPayment>, at({kPenaltyLaw, 67, 3})},
    {"payment.collected_unlawfully", collected_unlawfully,
     at({kPenaltyLaw, 67, 1}, {kPenaltyLaw, 67, 2}, {kPenaltyLaw, 69})},
    {"payment.in_the_future", paid_in_future, at({kPenaltyLaw, 47})},
    {"payment.amount_not_positive", amount_not_positive, at({kPenaltyLaw, 66, 1})},
    {"payment.receipt_missing", receipt_missing, at({kPenaltyLaw, 70})},
    {"payment.more_than_due", overpaid, at({kPenaltyLaw, 72, 1, 1})});

void apply(const CaseFile&, const RecordPayment& command, const Context&, Outcome& out) {
  out.emit(
      PaymentRecorded{command.party, Payment{command.amount_fen, command.paid_on, command.channel, command.receipt}});
}

XIEZHI_GUARDS(ApproveDeferral,
    XIEZHI_CASE_HEAD(ApproveDeferral),
    XIEZHI_AFTER_DECISION(ApproveDeferral),
    {"deferral.before_service", decision_unserved<ApproveDeferral>, at({kPenaltyLaw, 66, 2})},
    {"deferral.not_applied_for", deferral_not_applied_for, at({kPenaltyLaw, 66, 2})},
    {"deferral.unreasoned", deferral_unreasoned, at({kPenaltyLaw, 66, 2})},
    {"deferral.in_past", deferral_in_past, at({kPenaltyLaw, 66, 2})});

void apply(const CaseFile&, const ApproveDeferral& command, const Context&, Outcome& out) {
  out.emit(DeferralApproved{command.party, command.until, command.reason});
}

XIEZHI_GUARDS(RecordRemedy,
    XIEZHI_CASE_KNOWN(RecordRemedy),
    XIEZHI_AFTER_DECISION(RecordRemedy),
    {"remedy.before_service", decision_unserved<RecordRemedy>, at({kPenaltyLaw, 73, 1})},
    {"remedy.recorded_twice", remedy_recorded_twice, at({kPenaltyLaw, 47})},
    {"remedy.misdated", remedy_begun_in_future, at({kPenaltyLaw, 47}, {kPenaltyLaw, 73, 3})},
    {"remedy.reconsideration_first", suit_before_reconsideration, at({kReconsiderationLaw, 23, 1, 1})});

void apply(const CaseFile&, const RecordRemedy& command, const Context&, Outcome& out) {
  out.emit(RemedyRecorded{command.id, command.party, command.kind, command.from});
}

XIEZHI_GUARDS(EndRemedy,
    XIEZHI_CASE_KNOWN(EndRemedy),
    {"case.party_unknown", party_unknown<EndRemedy>, at({kPenaltyLaw, 73, 1})},
    {"remedy.unknown", remedy_unknown, at({kPenaltyLaw, 73, 1})},
    {"remedy.misdated", remedy_end_misdated, at({kPenaltyLaw, 47}, {kPenaltyLaw, 73, 3})});

void apply(const CaseFile&, const EndRemedy& command, const Context&, Outcome& out) {
  out.emit(RemedyEnded{command.party, command.remedy, command.until, command.result});
}

XIEZHI_GUARDS(RevokeDecision,
    XIEZHI_CASE_KNOWN(RevokeDecision),
    {"actor.not_the_head", org::actor_not_approver<CaseFile, RevokeDecision>, at({kPenaltyLaw, 57, 1})},
    XIEZHI_AFTER_DECISION(RevokeDecision),
    {"revocation.unreasoned", revocation_unreasoned, at({kPenaltyLaw, 75, 2})});

void apply(const CaseFile& state, const RevokeDecision& command, const Context&, Outcome& out) {
  out.emit(DecisionRevoked{command.party, command.reason});
  const CaseParty* party = state.party(command.party);
  if (party == nullptr || !party->party.enterprise || party->party.kind != dossier::PartyKind::unit) return;
  if (!party->track.decision || !party->track.decision->punishes()) return;
  out.emit_to("enterprise/" + *party->party.enterprise, dossier::PenaltyAnnulled{state.id, command.party});
}

XIEZHI_GUARDS(ServeDemand,
    XIEZHI_CASE_OFFICER(ServeDemand),
    XIEZHI_AFTER_DECISION(ServeDemand),
    {"demand.before_service", decision_unserved<ServeDemand>, at({kCompulsionLaw, 54})},
    {"demand.nothing_overdue", nothing_overdue, at({kCompulsionLaw, 35, 1}, {kCompulsionLaw, 54})});

void apply(const CaseFile&, const ServeDemand& command, const Context&, Outcome& out) {
  out.emit(DemandServed{command.party});
}

XIEZHI_GUARDS(ApplyToCourt,
    XIEZHI_CASE_HEAD(ApplyToCourt),
    XIEZHI_AFTER_DECISION(ApplyToCourt),
    {"court.nothing_due", nothing_to_enforce, at({kCompulsionLaw, 53}, {kCompulsionLaw, 54})},
    {"court.demand_missing", demand_missing, at({kCompulsionLaw, 54})},
    {"court.demand_running", demand_running, at({kCompulsionLaw, 54}, {kCompulsionLaw, 69})},
    {"court.remedies_open", remedies_open, at({kCompulsionLaw, 53})},
    {"court.too_late", application_too_late, at({kCompulsionLaw, 53}, {kPenaltyLaw, 72, 2})});

void apply(const CaseFile&, const ApplyToCourt& command, const Context&, Outcome& out) {
  out.emit(CourtApplied{command.party, command.court});
}

XIEZHI_GUARDS(DiscloseDecision,
    XIEZHI_CASE_KNOWN(DiscloseDecision),
    XIEZHI_AFTER_DECISION(DiscloseDecision),
    {"disclosure.before_service", decision_unserved<DiscloseDecision>, at({kPenaltyLaw, 48, 1})},
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

XIEZHI_GUARDS(ProposeClosure,
    XIEZHI_CASE_HEAD(ProposeClosure),
    {"closure.unfounded", closure_unfounded, at({kWorkSafetyLaw, 113, 1}, {kWorkSafetyLaw, 115})});

void apply(const CaseFile&, const ProposeClosure& command, const Context&, Outcome& out) {
  out.emit(ClosureProposed{command.government, command.grounds});
}

XIEZHI_GUARDS(TerminateCase,
    XIEZHI_CASE_HEAD(TerminateCase),
    {"termination.after_decision", terminated_after_decision, at({kPenaltyLaw, 57, 1})},
    {"termination.crime_not_referred", crime_not_referred<TerminateCase>, at({kPenaltyLaw, 27, 1})},
    {"termination.unreasoned", termination_unreasoned, at({kPenaltyLaw, 57, 1})});

void apply(const CaseFile&, const TerminateCase& command, const Context&, Outcome& out) {
  out.emit(CaseTerminated{command.reason});
}

XIEZHI_GUARDS(CloseCase,
    XIEZHI_CASE_HEAD(CloseCase),
    {"close.party_undecided", undecided_party, at({kPenaltyLaw, 57, 1})},
    {"close.decision_unserved", unserved_party, at({kPenaltyLaw, 61, 1})},
    {"close.fine_unpaid", unpaid_party, at({kPenaltyLaw, 66, 1}, {kPenaltyLaw, 72, 1})},
    {"close.remedy_pending", remedy_pending, at({kPenaltyLaw, 73, 1})},
    {"close.preservation_open", preservation_open, at({kPenaltyLaw, 56})},
    {"close.summary_unreported", summary_unreported, at({kPenaltyLaw, 52, 3})},
    {"close.closure_not_proposed", closure_not_proposed, at({kWorkSafetyLaw, 113, 1, 1})});

void apply(const CaseFile&, const CloseCase& command, const Context&, Outcome& out) {
  out.emit(CaseClosed{command.summary});
}

}  // namespace xiezhi::core::casefile
