// How a case's state follows from its events. Never reads the law.
#include <algorithm>

#include "core/casefile/events.h"

namespace xiezhi::core::casefile {
namespace {

template <typename List>
auto* by_id(List& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

Track& track_of(CaseFile& state, std::string_view party) {
  for (CaseParty& candidate : state.parties) {
    if (candidate.party.id == party) return candidate.track;
  }
  VERIFY_NOT_REACHED();
}

void recuse(CaseFile& state, const std::string& officer) {
  const bool already = std::find(state.recused.begin(), state.recused.end(), officer) != state.recused.end();
  if (!already) state.recused.push_back(officer);
}

}  // namespace

const CaseParty* CaseFile::party(std::string_view party_id) const {
  for (const CaseParty& candidate : parties) {
    if (candidate.party.id == party_id) return &candidate;
  }
  return nullptr;
}

const Charge* CaseFile::charge(std::string_view charge_id) const { return by_id(charges, charge_id); }
const Evidence* CaseFile::evidence_item(std::string_view evidence_id) const { return by_id(evidence, evidence_id); }
const Preservation* CaseFile::preservation(std::string_view preservation_id) const {
  return by_id(preservations, preservation_id);
}

const Weighing* CaseFile::weighing(std::string_view party_id, std::string_view charge_id) const {
  if (!weighings) return nullptr;
  const auto found = std::find_if(weighings->rbegin(), weighings->rend(), [&](const Weighing& one) {
    return one.party == party_id && one.charge == charge_id;
  });
  return found == weighings->rend() ? nullptr : &*found;
}

void evolve(CaseFile& state, const CaseFiled& event, const rule::Meta& meta) {
  state.id = event.id;
  state.source = event.source;
  state.reference = event.reference;
  state.inspection = event.inspection;
  state.body = event.body;
  state.division = event.division;
  state.discovered_on = event.discovered_on;
  state.filed_at = meta.occurred_at;
  state.investigators = event.investigators;
  state.charges = event.charges;
  for (const PartyNamed& named : event.parties) state.parties.push_back({named.party, named.subject, named.age, {}});
  state.decision_term = event.decision_term;
}

void evolve(CaseFile& state, const EvidenceCollected& event, const rule::Meta& meta) {
  for (const std::string& officer : event.officers) {
    const auto listed = [&](const std::vector<std::string>& list) {
      return std::find(list.begin(), list.end(), officer) != list.end();
    };
    if (listed(state.investigators) || (state.collectors && listed(*state.collectors))) continue;
    if (!state.collectors) state.collectors.emplace();
    state.collectors->push_back(officer);
  }
  state.evidence.push_back(
      {event.id, event.kind, event.caption, event.sha256, event.charges, event.new_facts, std::nullopt, meta.version});
}

void evolve(CaseFile& state, const EvidenceVerified& event, const rule::Meta&) {
  Evidence* evidence = by_id(state.evidence, event.evidence);
  VERIFY(evidence != nullptr);
  evidence->verified = event.verified;
}

void evolve(CaseFile& state, const EvidencePreserved& event, const rule::Meta&) {
  state.preservations.push_back({event.id, event.items, event.term, std::nullopt});
}

void evolve(CaseFile& state, const PreservationDisposed& event, const rule::Meta&) {
  Preservation* preservation = by_id(state.preservations, event.preservation);
  VERIFY(preservation != nullptr);
  preservation->disposition = event.disposition;
}

void evolve(CaseFile& state, const InvestigatorReplaced& event, const rule::Meta&) {
  std::replace(state.investigators.begin(), state.investigators.end(), event.officer, event.replacement);
  recuse(state, event.officer);
}

void evolve(CaseFile& state, const RecusalRequested& event, const rule::Meta&) {
  if (!state.recusal_requests) state.recusal_requests.emplace();
  state.recusal_requests->push_back({event.id, event.party, event.officer, event.grounds});
}

void evolve(CaseFile& state, const RecusalDecided& event, const rule::Meta&) {
  VERIFY(state.recusal_requests);
  RecusalRequest* request = by_id(*state.recusal_requests, event.request);
  VERIFY(request != nullptr);
  request->granted = event.granted;
  if (event.granted) recuse(state, request->officer);
}

void evolve(CaseFile& state, const InvestigationEnded& event, const rule::Meta& meta) {
  state.investigation_ended_at = meta.occurred_at;
  state.character = event.character;
}

void evolve(CaseFile& state, const NoticeGiven& event, const rule::Meta& meta) {
  Track& track = track_of(state, event.party);
  track.notices.push_back({event.id, meta.occurred_at, event.sanctions, event.hearing_offered, meta.version});
  // A new notice opens the rights anew (第四十四条).
  track.waived = false;
  track.hearing_waived.reset();
}

void evolve(CaseFile& state, const DefenceWaived& event, const rule::Meta&) {
  Track& track = track_of(state, event.party);
  track.waived = true;
  if (!event.hearing.value_or(false)) return;
  track.hearing_waived = true;
  if (track.hearing && !track.hearing->held_at) track.hearing.reset();
}

void evolve(CaseFile& state, const DefenceRecorded& event, const rule::Meta& meta) {
  track_of(state, event.party)
      .defences.push_back({event.id, meta.occurred_at, event.content, std::nullopt, meta.version});
}

void evolve(CaseFile& state, const DefenceReviewed& event, const rule::Meta&) {
  Defence* defence = by_id(track_of(state, event.party).defences, event.defence);
  VERIFY(defence != nullptr);
  defence->adopted = event.adopted;
}

void evolve(CaseFile& state, const HearingRequested& event, const rule::Meta& meta) {
  Hearing hearing;
  hearing.requested_at = meta.occurred_at;
  track_of(state, event.party).hearing = hearing;
}

void evolve(CaseFile& state, const HearingNotified& event, const rule::Meta& meta) {
  Hearing& hearing = *track_of(state, event.party).hearing;
  hearing.notified_at = meta.occurred_at;
  hearing.scheduled_on = event.scheduled_on;
  hearing.presider = event.presider;
}

void evolve(CaseFile& state, const HearingHeld& event, const rule::Meta& meta) {
  Hearing& hearing = *track_of(state, event.party).hearing;
  hearing.abandoned = event.party_absent;
  hearing.held_at = meta.occurred_at;
  hearing.version = meta.version;
}

void evolve(CaseFile& state, const LegalityReviewed& event, const rule::Meta& meta) {
  state.review = LegalReview{meta.actor, event.passed, event.opinion, meta.version};
}

void evolve(CaseFile& state, const Deliberated& event, const rule::Meta& meta) {
  state.deliberation = Deliberation{event.members, event.conclusion, meta.version};
}

void evolve(CaseFile& state, const PenaltyWeighed& event, const rule::Meta& meta) {
  if (!state.weighings) state.weighings.emplace();
  state.weighings->push_back({event.party, event.charge, event.benchmark, event.facts, event.circumstances, event.tier,
                              event.band, event.allowed, event.recommended_fen, event.ground, meta.version});
}

void evolve(CaseFile& state, const DecisionTermExtended& event, const rule::Meta&) {
  state.decision_term.extension += event.days;
}

void evolve(CaseFile& state, const TermSuspended& event, const rule::Meta&) {
  state.decision_term.suspensions.push_back({event.from, std::nullopt});
  for (CaseParty& party : state.parties) {
    if (party.track.to_decide_anew()) party.track.remand->term.suspensions.push_back({event.from, std::nullopt});
  }
}

void evolve(CaseFile& state, const TermResumed& event, const rule::Meta&) {
  VERIFY(!state.decision_term.suspensions.empty());
  state.decision_term.suspensions.back().until = event.until;
  for (CaseParty& party : state.parties) {
    if (!party.track.remand || party.track.remand->term.suspensions.empty()) continue;
    calendar::Suspension& last = party.track.remand->term.suspensions.back();
    if (!last.until) last.until = event.until;
  }
}

void evolve(CaseFile& state, const ReferredToPolice&, const rule::Meta& meta) {
  state.referred_on = meta.occurred_at.date();
  state.referral_answer.reset();
}

void evolve(CaseFile& state, const ReferralAnswered& event, const rule::Meta& meta) {
  state.referral_answer = ReferralAnswer{event.outcome, event.fined, meta.occurred_at.date()};
}

void evolve(CaseFile& state, const Decided& event, const rule::Meta& meta) {
  Track& track = track_of(state, event.party);
  // A decision in place of a revoked one is served, paid, demanded and disclosed anew; what was paid is given back.
  track.service.reset();
  track.payments.clear();
  track.deferred_until.reset();
  track.deferrals.reset();
  track.demand_served_at.reset();
  track.demand.reset();
  track.court_applied_on.reset();
  track.execution_ended_on.reset();
  track.disclosed_on.reset();
  track.disclosure_withdrawn_on.reset();
  for (Remedy& remedy : track.remedies) remedy.of_earlier_decision = true;
  track.remand.reset();
  track.decision = Decision{event.number,         meta.occurred_at, meta.actor,     event.verdicts, event.sanctions,
                            event.total_fine_fen, event.correction, event.remedies, false};
}

void evolve(CaseFile& state, const SummarilyDecided& event, const rule::Meta& meta) {
  state.id = event.id;
  state.source = Source::inspection;
  state.inspection = event.inspection;
  state.body = event.body;
  state.division = event.division;
  state.discovered_on = meta.occurred_at.date();
  state.filed_at = meta.occurred_at;
  state.summary_procedure = true;
  state.investigators = event.officers;
  state.charges = {event.charge};
  CaseParty party{event.party.party, event.party.subject, event.party.age, {}};
  ChargeVerdict verdict;
  verdict.charge = event.charge.id;
  verdict.reason = event.charge.facts;
  verdict.conditions = event.conditions.value_or(std::vector<Condition>{});
  verdict.reduction = event.reduction;
  if (event.defence) {
    party.track.defences.push_back(
        {"d1", meta.occurred_at, event.defence->content, event.defence->adopted, meta.version});
  }
  party.track.decision = Decision{event.number,         meta.occurred_at, meta.actor,     {verdict}, event.sanctions,
                                  event.total_fine_fen, event.correction, event.remedies, true};
  if (event.delivered) party.track.service = ServiceRecord{ServiceMethod::on_the_spot, meta.occurred_at};
  if (event.collected) party.track.payments.push_back(*event.collected);
  state.parties = {std::move(party)};
}

void evolve(CaseFile& state, const SummaryReported&, const rule::Meta& meta) {
  state.summary_reported_at = meta.occurred_at;
}

void evolve(CaseFile& state, const DecisionServed& event, const rule::Meta& meta) {
  track_of(state, event.party).service = ServiceRecord{event.method, meta.occurred_at};
}

void evolve(CaseFile& state, const ElectronicServiceConsented& event, const rule::Meta&) {
  track_of(state, event.party).consented_electronic = true;
}

void evolve(CaseFile& state, const PaymentRecorded& event, const rule::Meta&) {
  track_of(state, event.party).payments.push_back(event.payment);
}

void evolve(CaseFile& state, const DeferralApproved& event, const rule::Meta& meta) {
  Track& track = track_of(state, event.party);
  track.deferred_until = event.until;
  if (!track.deferrals) track.deferrals.emplace();
  base::Money paid;
  for (const Payment& payment : track.payments) paid = paid + payment.amount_fen;
  track.deferrals->push_back({meta.occurred_at.date(), event.until, paid, event.instalments});
}

void evolve(CaseFile& state, const RemedyRecorded& event, const rule::Meta&) {
  track_of(state, event.party).remedies.push_back({event.id, event.kind, event.from, std::nullopt, ""});
}

void evolve(CaseFile& state, const RemedyEnded& event, const rule::Meta& meta) {
  Track& track = track_of(state, event.party);
  Remedy* remedy = by_id(track.remedies, event.remedy);
  VERIFY(remedy != nullptr);
  remedy->until = event.until;
  remedy->result = event.result;
  remedy->outcome = event.outcome;
  if (!event.outcome || !remedy->counts() || !track.decided()) return;
  Decision& decision = *track.decision;
  if (*event.outcome == RemedyOutcome::confirmed_unlawful) decision.unlawful_on = event.until;
  if (sets_aside(*event.outcome)) decision.revoked_at = base::Instant::start_of(event.until);
  if (changes_sanctions(*event.outcome) && event.sanctions) {
    decision.changed_on = event.until;
    decision.sanctions = *event.sanctions;
    decision.total_fine_fen = event.total_fine_fen.value_or(base::Money{});
  }
  if (!event.redo_term) return;
  track.remand =
      Remand{event.until, decision.sanctions, event.procedure_only.value_or(false), *event.redo_term, meta.version};
  // 行政复议法 第六十四条第一款, 行政诉讼法 第七十条: what was closed is taken up again.
  state.closed_at.reset();
  state.terminated_at.reset();
}

void evolve(CaseFile& state, const DecisionRevoked& event, const rule::Meta& meta) {
  track_of(state, event.party).decision->revoked_at = meta.occurred_at;
}

void evolve(CaseFile& state, const DemandServed& event, const rule::Meta& meta) {
  Track& track = track_of(state, event.party);
  track.demand_served_at = meta.occurred_at;
  track.demand.reset();
  if (event.pay_by) {
    track.demand = Demand{*event.pay_by, event.manner.value_or(""), event.amount_fen.value_or(base::Money{})};
    track.demand->duty = event.duty;
  }
}

void evolve(CaseFile& state, const DemandReplyRecorded& event, const rule::Meta&) {
  Track& track = track_of(state, event.party);
  if (!track.demand) track.demand.emplace();
  track.demand->reply = event.content;
  track.demand->reply_adopted = event.adopted;
}

void evolve(CaseFile& state, const CourtApplied& event, const rule::Meta& meta) {
  track_of(state, event.party).court_applied_on = meta.occurred_at.date();
}

void evolve(CaseFile& state, const ExecutionEnded& event, const rule::Meta& meta) {
  track_of(state, event.party).execution_ended_on = meta.occurred_at.date();
}

void evolve(CaseFile& state, const DecisionDisclosed& event, const rule::Meta& meta) {
  track_of(state, event.party).disclosed_on = meta.occurred_at.date();
}

void evolve(CaseFile& state, const DisclosureWithdrawn& event, const rule::Meta& meta) {
  track_of(state, event.party).disclosure_withdrawn_on = meta.occurred_at.date();
}

void evolve(CaseFile& state, const ClosureProposed& event, const rule::Meta& meta) {
  if (!state.closure_items) state.closure_items.emplace();
  state.closure_items->push_back(event.item.value_or(ClosureItem::repeated_penalties));
  state.closure_proposed_on = meta.occurred_at.date();
}

void evolve(CaseFile& state, const CaseTransferred& event, const rule::Meta&) { state.body = event.to_body; }
void evolve(CaseFile& state, const CaseTerminated&, const rule::Meta& meta) { state.terminated_at = meta.occurred_at; }
void evolve(CaseFile& state, const CaseClosed&, const rule::Meta& meta) { state.closed_at = meta.occurred_at; }

}  // namespace xiezhi::core::casefile
