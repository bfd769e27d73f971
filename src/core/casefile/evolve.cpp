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
  state.recused.push_back(event.officer);
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
}

void evolve(CaseFile& state, const DefenceWaived& event, const rule::Meta&) {
  track_of(state, event.party).waived = true;
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

void evolve(CaseFile& state, const DecisionTermExtended& event, const rule::Meta&) {
  state.decision_term.extension += event.days;
}

void evolve(CaseFile& state, const ReferredToPolice&, const rule::Meta& meta) {
  state.referred_on = meta.occurred_at.date();
}

void evolve(CaseFile& state, const Decided& event, const rule::Meta& meta) {
  Track& track = track_of(state, event.party);
  // A decision in place of a revoked one is served, paid, demanded and disclosed anew; what was paid is given back.
  track.service.reset();
  track.payments.clear();
  track.deferred_until.reset();
  track.demand_served_at.reset();
  track.court_applied_on.reset();
  track.disclosed_on.reset();
  track.disclosure_withdrawn_on.reset();
  track.decision = Decision{event.number,         meta.occurred_at, meta.actor,     event.verdicts, event.sanctions,
                            event.total_fine_fen, event.correction, event.remedies, false,          std::nullopt};
}

void evolve(CaseFile& state, const SummarilyDecided& event, const rule::Meta& meta) {
  state.id = event.id;
  state.source = Source::inspection;
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
  party.track.decision = Decision{event.number,         meta.occurred_at, meta.actor,     {verdict}, event.sanctions,
                                  event.total_fine_fen, event.correction, event.remedies, true,      std::nullopt};
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

void evolve(CaseFile& state, const DeferralApproved& event, const rule::Meta&) {
  track_of(state, event.party).deferred_until = event.until;
}

void evolve(CaseFile& state, const RemedyRecorded& event, const rule::Meta&) {
  track_of(state, event.party).remedies.push_back({event.id, event.kind, event.from, std::nullopt, ""});
}

void evolve(CaseFile& state, const RemedyEnded& event, const rule::Meta&) {
  Remedy* remedy = by_id(track_of(state, event.party).remedies, event.remedy);
  VERIFY(remedy != nullptr);
  remedy->until = event.until;
  remedy->result = event.result;
}

void evolve(CaseFile& state, const DecisionRevoked& event, const rule::Meta& meta) {
  track_of(state, event.party).decision->revoked_at = meta.occurred_at;
}

void evolve(CaseFile& state, const DemandServed& event, const rule::Meta& meta) {
  track_of(state, event.party).demand_served_at = meta.occurred_at;
}

void evolve(CaseFile& state, const CourtApplied& event, const rule::Meta& meta) {
  track_of(state, event.party).court_applied_on = meta.occurred_at.date();
}

void evolve(CaseFile& state, const DecisionDisclosed& event, const rule::Meta& meta) {
  track_of(state, event.party).disclosed_on = meta.occurred_at.date();
}

void evolve(CaseFile& state, const DisclosureWithdrawn& event, const rule::Meta& meta) {
  track_of(state, event.party).disclosure_withdrawn_on = meta.occurred_at.date();
}

void evolve(CaseFile& state, const ClosureProposed&, const rule::Meta& meta) {
  state.closure_proposed_on = meta.occurred_at.date();
}

void evolve(CaseFile& state, const CaseTransferred& event, const rule::Meta&) { state.body = event.to_body; }
void evolve(CaseFile& state, const CaseTerminated&, const rule::Meta& meta) { state.terminated_at = meta.occurred_at; }
void evolve(CaseFile& state, const CaseClosed&, const rule::Meta& meta) { state.closed_at = meta.occurred_at; }

}  // namespace xiezhi::core::casefile
