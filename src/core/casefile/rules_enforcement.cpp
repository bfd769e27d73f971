// The demand and the application to the court. 行政强制法(2011) 第五章.
#include "core/casefile/execution_guards.h"
#include "core/casefile/sanction_guards.h"

namespace xiezhi::core::casefile {
namespace {

// 行政强制法(2011) 第三十五条、第五十四条: a demand is for what is overdue.
Verdict nothing_overdue(const CaseFile& state, const ServeDemand* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->service || !track->decision) return std::nullopt;
  if (command != nullptr && command->duty && command->amount_fen.fen == 0) return std::nullopt;  // not for money
  const Balance balance = balance_on(*track, context.today(), *context.pack, state.division);
  return refuse_if(balance.due_fen.fen == 0 || !balance.pay_by || context.today() <= *balance.pay_by);
}

// 行政强制法(2011) 第五十三条、第五十四条: a duty other than to pay is one that the decision laid on the party.
Verdict duty_not_decided(const CaseFile& state, const ServeDemand* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || !track->decided() || !command->duty) return std::nullopt;
  const Decision& decision = *track->decision;
  const bool any = decision.correction == Correction::ordered ||
                   std::any_of(decision.sanctions.begin(), decision.sanctions.end(),
                               [](const Sanction& sanction) { return weight_of(sanction.kind) == 3; });
  return refuse_if(!any || base::trim(*command->duty).empty());
}

// 行政强制法(2011) 第三十五条第一项: a term to pay in.
Verdict demand_without_term(const CaseFile&, const ServeDemand* command, const Context& context) {
  return refuse_if(command != nullptr && command->pay_by <= context.today());
}

// 行政强制法(2011) 第三十五条第二项: in what way.
Verdict demand_without_manner(const CaseFile&, const ServeDemand* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->manner).empty());
}

// 行政强制法(2011) 第三十五条第三项、第四十五条第一款: how much exactly; the additional fine of that day may be in it,
// in whole or in part.
Verdict demand_of_other_amount(const CaseFile& state, const ServeDemand* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || !track->service || !track->decided()) return std::nullopt;
  const Balance balance = balance_on(*track, context.today(), *context.pack, state.division);
  if (command->duty && command->amount_fen.fen == 0) return std::nullopt;
  const std::int64_t least = std::max<std::int64_t>(1, balance.fine_fen.fen - balance.paid_fen.fen);
  const bool wrong = command->amount_fen.fen < least || command->amount_fen > balance.due_fen;
  return refuse_if(balance.due_fen.fen > 0 && wrong, {{"due_fen", std::to_string(balance.due_fen.fen)}});
}

// 行政强制法(2011) 第三十五条第四项.
Verdict demand_without_defence(const CaseFile&, const ServeDemand* command, const Context&) {
  return refuse_if(command != nullptr && !command->defence_offered);
}

// 行政强制法(2011) 第三十六条: what is answered was demanded.
Verdict reply_before_demand(const CaseFile& state, const RecordDemandReply* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && !track->demand_served_at);
}

// 行政强制法(2011) 第三十六条: recorded, and looked into.
Verdict reply_unreviewed(const CaseFile&, const RecordDemandReply* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->content).empty() || base::trim(command->reason).empty());
}

// 行政强制法(2011) 第三十六条: what the party is right in is adopted, before the court is asked.
Verdict reply_adopted(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->demand && track->demand->reply_adopted.value_or(false));
}

// 行政强制法(2011) 第五十四条: the court is asked for what is still owed after the demand.
Verdict nothing_to_enforce(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->service || !track->decision) return std::nullopt;
  if (track->demand && track->demand->duty) return std::nullopt;
  const Balance balance = balance_on(*track, context.today(), *context.pack, state.division);
  return refuse_if(balance.due_fen.fen == 0 || (balance.pay_by && context.today() <= *balance.pay_by));
}

/// 行政诉讼法(2017) 第九十五条: a judgment against the party is enforced as such; the demand and the three months of
/// 行政强制法 第五十三条、第五十四条 are of a decision that nobody went to court against.
bool judged(const Track& track) {
  return std::any_of(track.remedies.begin(), track.remedies.end(), [](const Remedy& remedy) {
    return remedy.counts() && remedy.kind == RemedyKind::litigation && remedy.outcome == RemedyOutcome::dismissed;
  });
}

Verdict demand_missing(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && !track->demand_served_at && !judged(*track));
}

// 行政强制法(2011) 第五十四条、第六十九条: ten working days after the demand.
Verdict demand_running(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->demand_served_at || judged(*track)) return std::nullopt;
  const auto days = static_cast<std::int32_t>(context.figure("demand_notice.days", state.division));
  const auto last = context.pack->calendar().add_working_days(track->demand_served_at->date(), days);
  return refuse_if(last && context.today() <= *last, {{"last", last ? last->iso() : ""}});
}

/// The last day on which the party can still apply or sue. Counted from service: six months to sue (行政诉讼法
/// 第四十六条第一款), but against a decision made on the spot sixty days to apply for reconsideration, which comes
/// first (行政复议法 第二十条第一款、 第二十三条第一款第一项). The answer of a reconsideration, or its silence, puts
/// fifteen days in their place (行政诉讼法 第四十五条); a suit judged leaves none. What the party withdrew leaves the
/// term as it was. A last day on a holiday moves to the next working day (行政诉讼法 第一百零一条, 行政复议法
/// 第八十八条第一款); in a year without published holidays it stays where it is.
std::optional<base::Date> remedies_open_until(const CaseFile& state, const Track& track, const Context& context) {
  const auto received = received_at(track, *context.pack, state.division);
  if (!received || !track.decision) return std::nullopt;
  const auto last_of = [&](const char* figure, base::Instant start) {
    calendar::Term term = context.term(figure, start, state.division);
    const auto moved = calendar::last_day_of(term, context.pack->calendar());
    if (moved) return *moved;
    term.rolls_past_holiday = false;
    const auto plain = calendar::last_day_of(term, context.pack->calendar());
    VERIFY(plain);
    return *plain;
  };
  base::Date last = last_of(track.decision->summary ? "reconsideration.days" : "litigation.months", *received);
  for (const Remedy& remedy : track.remedies) {
    if (!remedy.counts() || !remedy.until) continue;
    if (!remedy.answered()) {
      last = std::max(last, *remedy.until);
    } else if (remedy.kind == RemedyKind::litigation) {
      last = *remedy.until;
    } else {
      const bool silent = remedy.outcome == RemedyOutcome::unanswered;
      last = last_of(silent ? "litigation.after_silence_days" : "litigation.after_reconsideration_days",
                     base::Instant::start_of(*remedy.until));
    }
  }
  return last;
}

// 行政复议法(2023) 第七十八条第二项、第三项: what a reconsideration changed or mediated is enforced by its own body,
// unless a court has spoken since.
Verdict enforced_by_reconsideration(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  bool changed = false;
  for (const Remedy& remedy : track->remedies) {
    if (!remedy.counts() || !remedy.answered()) continue;
    changed = remedy.kind == RemedyKind::reconsideration &&
              (remedy.outcome == RemedyOutcome::changed || remedy.outcome == RemedyOutcome::mediated);
  }
  return refuse_if(changed);
}

// 行政强制法(2011) 第五十三条: after the terms of reconsideration and suit have passed unused.
Verdict remedies_open(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  const bool pending = std::any_of(track->remedies.begin(), track->remedies.end(),
                                   [](const Remedy& remedy) { return remedy.counts() && !remedy.until; });
  const auto last = remedies_open_until(state, *track, context);
  return refuse_if(pending || (last && context.today() <= *last), {{"last", last ? last->iso() : ""}});
}

// 行政强制法(2011) 第五十三条: within three months of that; from the end of a deferral (行政处罚法 第七十二条第二款).
Verdict application_too_late(const CaseFile& state, const ApplyToCourt* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || judged(*track)) return std::nullopt;
  auto from = remedies_open_until(state, *track, context);
  if (from && track->deferred_until && *track->deferred_until > *from) from = track->deferred_until;
  if (!from) return std::nullopt;
  const base::Date last =
      from->plus_months(static_cast<int>(context.figure("court_application.months", state.division)));
  return refuse_if(context.today() > last, {{"last", last.iso()}});
}

Verdict ended_twice(const CaseFile& state, const EndExecution* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->execution_ended_on);
}

// 行政强制法(2011) 第四十条第一项、第二项: the first is of a person, the second of a unit; the last one says why.
Verdict end_unfounded(const CaseFile& state, const EndExecution* command, const Context& context) {
  const CaseParty* party = command == nullptr ? nullptr : party_of(state, command, context);
  if (party == nullptr) return std::nullopt;
  const bool person = party->party.kind == dossier::PartyKind::person;
  const bool of_other = (command->ground == ExecutionEnd::dead_without_estate && !person) ||
                        (command->ground == ExecutionEnd::dissolved_without_means && person);
  return refuse_if(of_other || base::trim(command->reason).empty());
}

// 行政强制法(2011) 第四十条: something is still owed or to be done.
Verdict nothing_left(const CaseFile& state, const EndExecution* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->decided() || !track->service) return std::nullopt;
  const Balance balance = balance_on(*track, context.today(), *context.pack, state.division);
  return refuse_if(balance.due_fen.fen == 0 && !(track->demand && track->demand->duty));
}

}  // namespace

XIEZHI_GUARDS(ServeDemand,
    XIEZHI_CASE_OFFICER(ServeDemand),
    XIEZHI_AFTER_DECISION(ServeDemand),
    {"demand.before_service", decision_unserved<ServeDemand>, at({kCompulsionLaw, 54})},
    {"demand.duty_not_decided", duty_not_decided, at({kCompulsionLaw, 53}, {kCompulsionLaw, 54})},
    {"demand.nothing_overdue", nothing_overdue, at({kCompulsionLaw, 35, 1}, {kCompulsionLaw, 54})},
    {"demand.term_missing", demand_without_term, at({kCompulsionLaw, 35, 1, 1})},
    {"demand.manner_missing", demand_without_manner, at({kCompulsionLaw, 35, 1, 2})},
    {"demand.amount_wrong", demand_of_other_amount, at({kCompulsionLaw, 35, 1, 3}, {kCompulsionLaw, 45, 1})},
    {"demand.defence_not_offered", demand_without_defence, at({kCompulsionLaw, 35, 1, 4})});

void apply(const CaseFile&, const ServeDemand& command, const Context&, Outcome& out) {
  out.emit(DemandServed{command.party, command.pay_by, command.manner, command.amount_fen, command.duty});
}

XIEZHI_GUARDS(RecordDemandReply,
    XIEZHI_CASE_OFFICER(RecordDemandReply),
    {"case.party_unknown", party_unknown<RecordDemandReply>, at({kCompulsionLaw, 36})},
    {"demand.reply_before_demand", reply_before_demand, at({kCompulsionLaw, 36})},
    {"demand.reply_unreviewed", reply_unreviewed, at({kCompulsionLaw, 36})});

void apply(const CaseFile&, const RecordDemandReply& command, const Context&, Outcome& out) {
  out.emit(DemandReplyRecorded{command.party, command.content, command.adopted, command.reason});
}

XIEZHI_GUARDS(ApplyToCourt,
    XIEZHI_CASE_HEAD(ApplyToCourt, {kCompulsionLaw, 55, 2}),
    XIEZHI_AFTER_DECISION(ApplyToCourt),
    {"court.nothing_due", nothing_to_enforce, at({kCompulsionLaw, 53}, {kCompulsionLaw, 54})},
    {"court.reconsideration_enforces", enforced_by_reconsideration,
     at({kReconsiderationLaw, 78, 1, 2}, {kReconsiderationLaw, 78, 1, 3})},
    {"court.demand_missing", demand_missing, at({kCompulsionLaw, 54})},
    {"court.demand_reply_adopted", reply_adopted, at({kCompulsionLaw, 36})},
    {"court.demand_running", demand_running, at({kCompulsionLaw, 54}, {kCompulsionLaw, 69})},
    {"court.remedies_open", remedies_open, at({kCompulsionLaw, 53})},
    {"court.too_late", application_too_late, at({kCompulsionLaw, 53}, {kPenaltyLaw, 72, 2})});

void apply(const CaseFile&, const ApplyToCourt& command, const Context&, Outcome& out) {
  out.emit(CourtApplied{command.party, command.court});
}

XIEZHI_GUARDS(EndExecution,
    XIEZHI_CASE_HEAD(EndExecution, {kCompulsionLaw, 40}),
    XIEZHI_AFTER_DECISION(EndExecution),
    {"execution.before_service", decision_unserved<EndExecution>, at({kCompulsionLaw, 40})},
    {"execution.nothing_left", nothing_left, at({kCompulsionLaw, 40})},
    {"execution.ended_twice", ended_twice, at({kCompulsionLaw, 40})},
    {"execution.end_unfounded", end_unfounded, at({kCompulsionLaw, 40}, {kCompulsionLaw, 39, 2})});

void apply(const CaseFile&, const EndExecution& command, const Context&, Outcome& out) {
  out.emit(ExecutionEnded{command.party, command.ground, command.reason});
}

}  // namespace xiezhi::core::casefile
