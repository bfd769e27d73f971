// Service and payment of a decision. 行政处罚法(2021) 第六十一条、第六十六条至第七十条.
#include "core/casefile/execution_guards.h"

namespace xiezhi::core::casefile {
namespace {

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

// 行政处罚法(2021) 第五十七条第一款; 行政强制法(2011) 第五十三条: what the court collects is recorded after the close
// too.
Verdict closed_to_payment(const CaseFile& state, const RecordPayment* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  const bool with_the_court =
      command == nullptr ? std::any_of(state.parties.begin(), state.parties.end(),
                                       [](const CaseParty& party) { return party.track.court_applied_on.has_value(); })
                         : track != nullptr && track->court_applied_on;
  return refuse_if(state.over() && !with_the_court);
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

// 行政处罚法(2021) 第六十六条第二款: the parts fall due one after the other, the last one at the end.
Verdict instalments_misdated(const CaseFile&, const ApproveDeferral* command, const Context& context) {
  if (command == nullptr || !command->instalments) return std::nullopt;
  base::Date before = context.today();
  for (const Instalment& instalment : *command->instalments) {
    if (instalment.due_on <= before) return Facts{{"day", instalment.due_on.iso()}};
    before = instalment.due_on;
  }
  return refuse_if(command->instalments->empty() || before != command->until, {{"day", command->until.iso()}});
}

// 行政处罚法(2021) 第六十六条: together they are what is owed, no more and no less.
Verdict instalments_missum(const CaseFile& state, const ApproveDeferral* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || !track->service || !command->instalments) return std::nullopt;
  base::Money sum;
  bool positive = true;
  for (const Instalment& instalment : *command->instalments) {
    positive = positive && instalment.amount_fen.fen > 0;
    sum = sum + instalment.amount_fen;
  }
  const Balance balance = balance_on(*track, context.today(), *context.pack, state.division);
  return refuse_if(!positive || sum != balance.due_fen, {{"due_fen", std::to_string(balance.due_fen.fen)}});
}

}  // namespace

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
    XIEZHI_CASE_KNOWN(RecordPayment),
    {"case.over", closed_to_payment, at({kPenaltyLaw, 57, 1}, {kCompulsionLaw, 53})},
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
    XIEZHI_CASE_HEAD(ApproveDeferral, {kPenaltyLaw, 66, 2}),
    XIEZHI_AFTER_DECISION(ApproveDeferral),
    {"deferral.before_service", decision_unserved<ApproveDeferral>, at({kPenaltyLaw, 66, 2})},
    {"deferral.not_applied_for", deferral_not_applied_for, at({kPenaltyLaw, 66, 2})},
    {"deferral.unreasoned", deferral_unreasoned, at({kPenaltyLaw, 66, 2})},
    {"deferral.in_past", deferral_in_past, at({kPenaltyLaw, 66, 2})},
    {"deferral.instalments_misdated", instalments_misdated, at({kPenaltyLaw, 66, 2})},
    {"deferral.instalments_missum", instalments_missum, at({kPenaltyLaw, 66})});

void apply(const CaseFile&, const ApproveDeferral& command, const Context&, Outcome& out) {
  out.emit(DeferralApproved{command.party, command.until, command.reason, command.instalments});
}

}  // namespace xiezhi::core::casefile
