// Notice, defence and the right to be heard. 行政处罚法(2021) 第四十四条、第四十五条、第六十二条至第六十四条.
#include "base/text.h"
#include "core/casefile/guards.h"
#include "core/casefile/sanction_guards.h"

namespace xiezhi::core::casefile {
namespace {

// 行政处罚法(2021) 第五十七条第一款: the proposal rests on a finished investigation.
Verdict investigation_open(const CaseFile& state, const GiveNotice*, const Context&) {
  return refuse_if(state.exists() && !state.investigation_ended_at);
}

Verdict notice_twice(const CaseFile& state, const GiveNotice* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  for (const Notice& notice : track->notices) {
    if (notice.id == command->id) return Facts{{"notice", notice.id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第四十四条: content, facts, reasons and basis.
Verdict notice_incomplete(const CaseFile&, const GiveNotice* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(command->sanctions.empty() || base::trim(command->facts).empty() ||
                   base::trim(command->grounds).empty());
}

// 行政处罚法(2021) 第四十四条、第四十五条第一款.
Verdict defence_not_offered(const CaseFile&, const GiveNotice* command, const Context&) {
  return refuse_if(command != nullptr && !command->defence_offered);
}

// 行政处罚法(2021) 第六十三条第一款.
Verdict hearing_not_offered(const CaseFile& state, const GiveNotice* command, const Context& context) {
  const CaseParty* party = command == nullptr ? nullptr : party_of(state, command, context);
  if (party == nullptr || command->hearing_offered) return std::nullopt;
  return refuse_if(
      hearing_required(command->sanctions, party->party.kind, *context.pack, context.today(), state.division));
}

// 行政处罚法(2021) 第四十五条第二款: no heavier for having spoken; only new facts, told anew, can weigh more.
Verdict heavier_without_new_facts(const CaseFile& state, const GiveNotice* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || track->notices.empty() || track->defences.empty()) return std::nullopt;
  const Notice& before = track->notices.back();
  const bool new_facts = std::any_of(state.evidence.begin(), state.evidence.end(), [&](const Evidence& evidence) {
    return evidence.new_facts && evidence.version > before.version;
  });
  return refuse_if(!new_facts && outweighs(state, command->sanctions, before.sanctions));
}

template <typename C>
Verdict before_notice(const CaseFile& state, const C* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->notices.empty());
}

// 行政处罚法(2021) 第六十二条: given up in so many words.
Verdict waiver_unstated(const CaseFile&, const WaiveDefence* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->statement).empty());
}

Verdict defence_recorded_twice(const CaseFile& state, const RecordDefence* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  return refuse_if(std::any_of(track->defences.begin(), track->defences.end(),
                               [&](const Defence& defence) { return defence.id == command->id; }),
                   {{"defence", command->id}});
}

Verdict defence_empty(const CaseFile&, const RecordDefence* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->content).empty());
}

Verdict defence_unknown(const CaseFile& state, const ReviewDefence* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || track->defences.empty()) return std::nullopt;
  const bool known = std::any_of(track->defences.begin(), track->defences.end(), [&](const Defence& defence) {
    return defence.id == command->defence && !defence.adopted;
  });
  return refuse_if(!known, {{"defence", command->defence}});
}

Verdict no_defence_to_review(const CaseFile& state, const ReviewDefence* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->defences.empty());
}

// 行政处罚法(2021) 第四十五条第一款: reviewed, and answered with reasons.
Verdict review_unreasoned(const CaseFile&, const ReviewDefence* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

// 行政处罚法(2021) 第六十三条第一款.
Verdict hearing_not_due(const CaseFile& state, const RequestHearing* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && !track->notices.empty() && !track->notices.back().hearing_offered);
}

// 行政处罚法(2021) 第六十四条第一项、第八十五条: within five working days after the notice.
Verdict requested_too_late(const CaseFile& state, const RequestHearing* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || track->notices.empty()) return std::nullopt;
  const auto last =
      calendar::last_day_of(response_term(track->notices.back(), state, context), context.pack->calendar());
  return refuse_if(last && context.today() > *last, {{"last", last ? last->iso() : ""}});
}

Verdict requested_twice(const CaseFile& state, const RequestHearing* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->hearing && !track->hearing->held_at);
}

template <typename C>
Verdict hearing_not_requested(const CaseFile& state, const C* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && (!track->hearing || track->hearing->held_at));
}

// 行政处罚法(2021) 第六十四条第二项、第八十五条: told at least seven working days before.
Verdict notified_too_shortly(const CaseFile& state, const NotifyHearing* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto days = static_cast<std::int32_t>(context.figure("hearing.notice_days", state.division));
  const auto earliest = context.pack->calendar().add_working_days(context.today(), days);
  return refuse_if(earliest && command->scheduled_on < *earliest, {{"earliest", earliest ? earliest->iso() : ""}});
}

// 行政处罚法(2021) 第六十四条第二项: told when and where.
Verdict place_missing(const CaseFile&, const NotifyHearing* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->place).empty());
}

// 行政处罚法(2021) 第六十四条第四项.
Verdict presider_investigated(const CaseFile& state, const NotifyHearing* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(investigated(state, command->presider), {{"officer", command->presider}});
}

Verdict presider_not_named(const CaseFile& state, const NotifyHearing* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const org::Officer* officer = context.world->officer(command->presider);
  return refuse_if(officer == nullptr || officer->body != state.body || !officer->has(org::Duty::hearing_presider),
                   {{"officer", command->presider}});
}

Verdict hearing_not_notified(const CaseFile& state, const HoldHearing* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->hearing && !track->hearing->notified_at);
}

Verdict held_early(const CaseFile& state, const HoldHearing* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->hearing || !track->hearing->scheduled_on) return std::nullopt;
  return refuse_if(context.today() < *track->hearing->scheduled_on,
                   {{"scheduled", track->hearing->scheduled_on->iso()}});
}

// 行政处罚法(2021) 第六十四条第二项、第六项: who stays away from another day than he was told of gives nothing up.
Verdict absent_unannounced(const CaseFile& state, const HoldHearing* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || !track->hearing || !track->hearing->scheduled_on || !command->party_absent) {
    return std::nullopt;
  }
  return refuse_if(context.today() > *track->hearing->scheduled_on,
                   {{"scheduled", track->hearing->scheduled_on->iso()}});
}

// 行政处罚法(2021) 第六十四条第二项: a later day is one to which the hearing was put off with the party, or told anew.
Verdict held_later(const CaseFile& state, const HoldHearing* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->hearing || !track->hearing->scheduled_on) return std::nullopt;
  const bool absent = command != nullptr && command->party_absent;
  return refuse_if(!absent && context.today() > *track->hearing->scheduled_on,
                   {{"scheduled", track->hearing->scheduled_on->iso()}});
}

// 行政处罚法(2021) 第六十四条第四项、第四十三条第三款: only the investigation goes on while recusal is asked for.
Verdict presider_challenged(const CaseFile& state, const HoldHearing*, const Context& context) {
  for (const RecusalRequest& request : state.recusal_requests.value_or(std::vector<RecusalRequest>{})) {
    if (!request.granted && request.officer == context.actor) return Facts{{"officer", request.officer}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第六十四条第四项: the presider named to the party holds it.
Verdict held_by_other(const CaseFile& state, const HoldHearing* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->hearing || !track->hearing->presider) return std::nullopt;
  return refuse_if(context.actor != *track->hearing->presider, {{"presider", *track->hearing->presider}});
}

// 行政处罚法(2021) 第六十四条第八项.
Verdict hearing_unrecorded(const CaseFile&, const HoldHearing* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->record).empty());
}

}  // namespace

bool heavier(const std::vector<Sanction>& proposed, const std::vector<Sanction>& before) {
  for (const Sanction& sanction : proposed) {
    const auto same = std::find_if(before.begin(), before.end(), [&](const Sanction& other) {
      return other.charge == sanction.charge && other.kind == sanction.kind;
    });
    if (same == before.end()) return true;
    if (sanction.amount_fen.value_or(base::Money{}) > same->amount_fen.value_or(base::Money{})) return true;
    if (same->for_life.value_or(false)) continue;
    if (sanction.for_life.value_or(false) || sanction.years.value_or(0) > same->years.value_or(0)) return true;
  }
  return false;
}

namespace {

/// What the sanctions for one act come to.
struct Weight {
  std::int64_t money = 0;            ///< fen
  std::set<law::MeasureKind> kinds;  ///< those that touch the business or a person's post
  std::int32_t ban_years = 0;
  bool for_life = false;
};

std::map<std::string, Weight> weights_of(const CaseFile& state, const std::vector<Sanction>& sanctions) {
  std::map<std::string, Weight> out;
  for (const Sanction& sanction : sanctions) {
    const Charge* charge = state.charge(sanction.charge);
    Weight& weight = out[charge == nullptr ? sanction.charge : charge->act];
    weight.money += sanction.amount_fen.value_or(base::Money{}).fen;
    if (weight_of(sanction.kind) == 3) weight.kinds.insert(sanction.kind);
    weight.ban_years = std::max(weight.ban_years, sanction.years.value_or(0));
    weight.for_life = weight.for_life || sanction.for_life.value_or(false);
  }
  return out;
}

}  // namespace

int weight_of(law::MeasureKind kind) {
  if (kind == law::MeasureKind::warning || kind == law::MeasureKind::circular_criticism) return 1;
  const bool taken = kind == law::MeasureKind::confiscate_gains || kind == law::MeasureKind::confiscate_goods;
  return paid_as_fine(kind) || taken ? 2 : 3;
}

bool outweighs(const CaseFile& state, const std::vector<Sanction>& proposed, const std::vector<Sanction>& before) {
  const auto then = weights_of(state, before);
  for (const auto& [act, weight] : weights_of(state, proposed)) {
    const auto found = then.find(act);
    if (found == then.end()) return true;
    const Weight& was = found->second;
    if (weight.money > was.money) return true;
    if (!std::includes(was.kinds.begin(), was.kinds.end(), weight.kinds.begin(), weight.kinds.end())) return true;
    if (!was.for_life && (weight.for_life || weight.ban_years > was.ban_years)) return true;
  }
  return false;
}

calendar::Term response_term(const Notice& notice, const CaseFile& state, const Context& context) {
  const char* key = notice.hearing_offered ? "hearing.request_days" : "defence.days";
  return context.term(key, notice.served_at, state.division);
}

XIEZHI_GUARDS(GiveNotice,
    XIEZHI_CASE_INVESTIGATOR(GiveNotice),
    {"case.party_unknown", party_unknown<GiveNotice>, at({kPenaltyLaw, 44})},
    {"case.party_decided", party_decided<GiveNotice>, at({kPenaltyLaw, 44})},
    {"notice.investigation_open", investigation_open, at({kPenaltyLaw, 57, 1})},
    {"notice.given_twice", notice_twice, at({kPenaltyLaw, 44})},
    {"notice.incomplete", notice_incomplete, at({kPenaltyLaw, 44})},
    {"notice.defence_not_offered", defence_not_offered, at({kPenaltyLaw, 44}, {kPenaltyLaw, 45, 1})},
    {"notice.hearing_not_offered", hearing_not_offered, at({kPenaltyLaw, 44}, {kPenaltyLaw, 63, 1})},
    {"sanction.listed_twice", sanction_listed_twice<GiveNotice>, at({kPenaltyLaw, 28, 2}, {kPenaltyLaw, 29})},
    {"sanction.no_basis", sanction_without_basis<GiveNotice>, at({kPenaltyLaw, 38, 1})},
    {"sanction.not_ours", sanction_of_other_body<GiveNotice>, at({kWorkSafetyLaw, 115})},
    {"sanction.reckoning_unknown", reckoning_unknown<GiveNotice>, at({kPenaltyLaw, 40})},
    {"sanction.ban_misstated", ban_misstated<GiveNotice>, at({kPenaltyLaw, 59, 1, 3}, {kWorkSafetyLaw, 113, 1})},
    {"sanction.above_maximum", sanction_above_maximum<GiveNotice>, at({kPenaltyLaw, 4})},
    {"sanction.unweighed", fine_unweighed<GiveNotice>, at({kPenaltyLaw, 5, 2}, {kPenaltyLaw, 34})},
    {"sanction.outside_band", sanction_outside_band<GiveNotice>, at({kPenaltyLaw, 34}, {kPenaltyLaw, 5, 2})},
    {"notice.heavier_without_new_facts", heavier_without_new_facts, at({kPenaltyLaw, 45, 2})});

void apply(const CaseFile&, const GiveNotice& command, const Context&, Outcome& out) {
  out.emit(NoticeGiven{command.id, command.party, command.facts, command.grounds, command.sanctions,
                       command.hearing_offered});
}

XIEZHI_GUARDS(WaiveDefence,
    XIEZHI_CASE_OPEN(WaiveDefence),
    {"case.party_unknown", party_unknown<WaiveDefence>, at({kPenaltyLaw, 44})},
    {"case.party_decided", party_decided<WaiveDefence>, at({kPenaltyLaw, 62})},
    {"defence.before_notice", before_notice<WaiveDefence>, at({kPenaltyLaw, 44})},
    {"defence.waiver_unstated", waiver_unstated, at({kPenaltyLaw, 62})});

void apply(const CaseFile&, const WaiveDefence& command, const Context&, Outcome& out) {
  out.emit(DefenceWaived{command.party, command.statement, command.hearing});
}

XIEZHI_GUARDS(RecordDefence,
    XIEZHI_CASE_OPEN(RecordDefence),
    {"case.party_unknown", party_unknown<RecordDefence>, at({kPenaltyLaw, 45, 1})},
    {"case.party_decided", party_decided<RecordDefence>, at({kPenaltyLaw, 45, 1})},
    {"defence.before_notice", before_notice<RecordDefence>, at({kPenaltyLaw, 44})},
    {"defence.recorded_twice", defence_recorded_twice, at({kPenaltyLaw, 47})},
    {"defence.empty", defence_empty, at({kPenaltyLaw, 45, 1})});

void apply(const CaseFile&, const RecordDefence& command, const Context&, Outcome& out) {
  out.emit(DefenceRecorded{command.id, command.party, command.content});
}

XIEZHI_GUARDS(ReviewDefence,
    XIEZHI_CASE_OFFICER(ReviewDefence),
    {"case.party_unknown", party_unknown<ReviewDefence>, at({kPenaltyLaw, 45, 1})},
    {"defence.none", no_defence_to_review, at({kPenaltyLaw, 45, 1})},
    {"defence.unknown", defence_unknown, at({kPenaltyLaw, 45, 1})},
    {"defence.review_unreasoned", review_unreasoned, at({kPenaltyLaw, 45, 1})});

void apply(const CaseFile&, const ReviewDefence& command, const Context&, Outcome& out) {
  out.emit(DefenceReviewed{command.party, command.defence, command.adopted, command.reason});
}

XIEZHI_GUARDS(RequestHearing,
    XIEZHI_CASE_OPEN(RequestHearing),
    {"case.party_unknown", party_unknown<RequestHearing>, at({kPenaltyLaw, 63, 1})},
    {"case.party_decided", party_decided<RequestHearing>, at({kPenaltyLaw, 63, 1})},
    {"defence.before_notice", before_notice<RequestHearing>, at({kPenaltyLaw, 44})},
    {"hearing.not_due", hearing_not_due, at({kPenaltyLaw, 63, 1})},
    {"hearing.requested_twice", requested_twice, at({kPenaltyLaw, 63, 1})},
    {"hearing.request.too_late", requested_too_late, at({kPenaltyLaw, 64, 1, 1}, {kPenaltyLaw, 85})});

void apply(const CaseFile&, const RequestHearing& command, const Context&, Outcome& out) {
  out.emit(HearingRequested{command.party});
}

XIEZHI_GUARDS(NotifyHearing,
    XIEZHI_CASE_OPEN(NotifyHearing),
    {"case.party_unknown", party_unknown<NotifyHearing>, at({kPenaltyLaw, 64, 1})},
    {"hearing.not_requested", hearing_not_requested<NotifyHearing>, at({kPenaltyLaw, 63, 1})},
    {"hearing.notice_too_short", notified_too_shortly, at({kPenaltyLaw, 64, 1, 2}, {kPenaltyLaw, 85})},
    {"hearing.place_missing", place_missing, at({kPenaltyLaw, 64, 1, 2})},
    {"hearing.presider_not_named", presider_not_named, at({kPenaltyLaw, 64, 1, 4})},
    {"hearing.presider_investigated", presider_investigated, at({kPenaltyLaw, 64, 1, 4})});

void apply(const CaseFile&, const NotifyHearing& command, const Context&, Outcome& out) {
  out.emit(HearingNotified{command.party, command.scheduled_on, command.place, command.presider});
}

XIEZHI_GUARDS(HoldHearing,
    XIEZHI_CASE_OPEN(HoldHearing),
    {"actor.recused", org::actor_recused<CaseFile, HoldHearing>, at({kPenaltyLaw, 43, 1})},
    {"case.party_unknown", party_unknown<HoldHearing>, at({kPenaltyLaw, 64, 1})},
    {"hearing.not_requested", hearing_not_requested<HoldHearing>, at({kPenaltyLaw, 63, 1})},
    {"hearing.not_notified", hearing_not_notified, at({kPenaltyLaw, 64, 1, 2})},
    {"hearing.held_early", held_early, at({kPenaltyLaw, 64, 1, 2})},
    {"hearing.absent_unannounced", absent_unannounced, at({kPenaltyLaw, 64, 1, 2}, {kPenaltyLaw, 64, 1, 6})},
    {"hearing.held_later", held_later, at({kPenaltyLaw, 64, 1, 2}), Severity::advice},
    {"hearing.presider_challenged", presider_challenged, at({kPenaltyLaw, 64, 1, 4}, {kPenaltyLaw, 43, 3})},
    {"hearing.held_by_other", held_by_other, at({kPenaltyLaw, 64, 1, 4})},
    {"hearing.unrecorded", hearing_unrecorded, at({kPenaltyLaw, 64, 1, 8})});

void apply(const CaseFile&, const HoldHearing& command, const Context&, Outcome& out) {
  out.emit(HearingHeld{command.party, command.party_absent, command.record});
}

}  // namespace xiezhi::core::casefile
