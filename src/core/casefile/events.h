// What happened in a case.
#pragma once

#include "core/casefile/state.h"
#include "core/rule/command.h"

namespace xiezhi::core::casefile {

/// How a case comes to another body (行政处罚法 第二十五条).
enum class Designation : std::uint8_t { transferred, designated, raised };
BOOST_DESCRIBE_ENUM(Designation, transferred, designated, raised)

/// A party as it enters the file.
struct PartyNamed {
  dossier::Party party;
  law::Subject subject = law::Subject::unit;
  std::optional<std::int32_t> age;
};
BOOST_DESCRIBE_STRUCT(PartyNamed, (), (party, subject, age))

struct CaseFiled {
  static constexpr std::string_view kType = "case_filed.1";
  using State = CaseFile;
  std::string id;
  Source source = Source::inspection;
  std::string reference;
  std::optional<std::string> inspection;
  std::string body;
  std::string division;
  base::Date discovered_on;
  std::vector<std::string> investigators;
  std::vector<PartyNamed> parties;
  std::vector<Charge> charges;
  calendar::Term decision_term;
};
BOOST_DESCRIBE_STRUCT(CaseFiled, (),
                      (id, source, reference, inspection, body, division, discovered_on, investigators, parties,
                       charges, decision_term))

struct EvidenceCollected {
  static constexpr std::string_view kType = "evidence_collected.1";
  using State = CaseFile;
  std::string id;
  EvidenceKind kind = EvidenceKind::documentary;
  std::string caption;
  std::optional<std::string> sha256;
  std::vector<std::string> charges;
  std::vector<std::string> officers;
  bool new_facts = false;
};
BOOST_DESCRIBE_STRUCT(EvidenceCollected, (), (id, kind, caption, sha256, charges, officers, new_facts))

struct EvidenceVerified {
  static constexpr std::string_view kType = "evidence_verified.1";
  using State = CaseFile;
  std::string evidence;
  bool verified = false;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(EvidenceVerified, (), (evidence, verified, note))

struct EvidencePreserved {
  static constexpr std::string_view kType = "evidence_preserved.1";
  using State = CaseFile;
  std::string id;
  std::string items;
  std::string approved_by;
  calendar::Term term;
};
BOOST_DESCRIBE_STRUCT(EvidencePreserved, (), (id, items, approved_by, term))

struct PreservationDisposed {
  static constexpr std::string_view kType = "preservation_disposed.1";
  using State = CaseFile;
  std::string preservation;
  std::string disposition;
  bool released = false;
};
BOOST_DESCRIBE_STRUCT(PreservationDisposed, (), (preservation, disposition, released))

struct InvestigatorReplaced {
  static constexpr std::string_view kType = "investigator_replaced.1";
  using State = CaseFile;
  std::string officer;
  std::string replacement;
  std::string grounds;
};
BOOST_DESCRIBE_STRUCT(InvestigatorReplaced, (), (officer, replacement, grounds))

struct RecusalRequested {
  static constexpr std::string_view kType = "recusal_requested.1";
  using State = CaseFile;
  std::string id;
  std::string party;
  std::string officer;
  std::string grounds;
};
BOOST_DESCRIBE_STRUCT(RecusalRequested, (), (id, party, officer, grounds))

struct RecusalDecided {
  static constexpr std::string_view kType = "recusal_decided.1";
  using State = CaseFile;
  std::string request;
  bool granted = false;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RecusalDecided, (), (request, granted, reason))

struct InvestigationEnded {
  static constexpr std::string_view kType = "investigation_ended.1";
  using State = CaseFile;
  Character character;
  std::string conclusion;
};
BOOST_DESCRIBE_STRUCT(InvestigationEnded, (), (character, conclusion))

struct NoticeGiven {
  static constexpr std::string_view kType = "notice_given.1";
  using State = CaseFile;
  std::string id;
  std::string party;
  std::string facts;
  std::string grounds;
  std::vector<Sanction> sanctions;
  bool hearing_offered = false;
};
BOOST_DESCRIBE_STRUCT(NoticeGiven, (), (id, party, facts, grounds, sanctions, hearing_offered))

struct DefenceWaived {
  static constexpr std::string_view kType = "defence_waived.1";
  using State = CaseFile;
  std::string party;
  std::string statement;
  std::optional<bool> hearing;  ///< no hearing either
};
BOOST_DESCRIBE_STRUCT(DefenceWaived, (), (party, statement, hearing))

struct DefenceRecorded {
  static constexpr std::string_view kType = "defence_recorded.1";
  using State = CaseFile;
  std::string id;
  std::string party;
  std::string content;
};
BOOST_DESCRIBE_STRUCT(DefenceRecorded, (), (id, party, content))

struct DefenceReviewed {
  static constexpr std::string_view kType = "defence_reviewed.1";
  using State = CaseFile;
  std::string party;
  std::string defence;
  bool adopted = false;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DefenceReviewed, (), (party, defence, adopted, reason))

struct HearingRequested {
  static constexpr std::string_view kType = "hearing_requested.1";
  using State = CaseFile;
  std::string party;
};
BOOST_DESCRIBE_STRUCT(HearingRequested, (), (party))

struct HearingNotified {
  static constexpr std::string_view kType = "hearing_notified.1";
  using State = CaseFile;
  std::string party;
  base::Date scheduled_on;
  std::string place;
  std::string presider;
};
BOOST_DESCRIBE_STRUCT(HearingNotified, (), (party, scheduled_on, place, presider))

struct HearingHeld {
  static constexpr std::string_view kType = "hearing_held.1";
  using State = CaseFile;
  std::string party;
  bool party_absent = false;
  std::string record;
};
BOOST_DESCRIBE_STRUCT(HearingHeld, (), (party, party_absent, record))

struct LegalityReviewed {
  static constexpr std::string_view kType = "legality_reviewed.1";
  using State = CaseFile;
  bool passed = false;
  std::string opinion;
};
BOOST_DESCRIBE_STRUCT(LegalityReviewed, (), (passed, opinion))

struct Deliberated {
  static constexpr std::string_view kType = "deliberated.1";
  using State = CaseFile;
  std::vector<std::string> members;
  std::string conclusion;
};
BOOST_DESCRIBE_STRUCT(Deliberated, (), (members, conclusion))

struct PenaltyWeighed {
  static constexpr std::string_view kType = "penalty_weighed.1";
  using State = CaseFile;
  std::string party;
  std::string charge;
  std::string benchmark;
  std::vector<law::StatedFact> facts;
  std::vector<std::string> circumstances;
  std::string tier;
  law::Band band;
  law::Band allowed;
  base::Money recommended_fen;
  std::optional<std::string> ground;
};
BOOST_DESCRIBE_STRUCT(PenaltyWeighed, (),
                      (party, charge, benchmark, facts, circumstances, tier, band, allowed, recommended_fen, ground))

struct DecisionTermExtended {
  static constexpr std::string_view kType = "decision_term_extended.1";
  using State = CaseFile;
  std::int32_t days = 0;
  std::string basis;
};
BOOST_DESCRIBE_STRUCT(DecisionTermExtended, (), (days, basis))

struct TermSuspended {
  static constexpr std::string_view kType = "term_suspended.1";
  using State = CaseFile;
  base::Date from;
  std::string basis;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TermSuspended, (), (from, basis, reason))

struct TermResumed {
  static constexpr std::string_view kType = "term_resumed.1";
  using State = CaseFile;
  base::Date until;
};
BOOST_DESCRIBE_STRUCT(TermResumed, (), (until))

struct ReferredToPolice {
  static constexpr std::string_view kType = "referred_to_police.1";
  using State = CaseFile;
  std::string authority;
  std::string reason;
  std::optional<bool> presides;  ///< by a deputy who presides over the body
};
BOOST_DESCRIBE_STRUCT(ReferredToPolice, (), (authority, reason, presides))

struct ReferralAnswered {
  static constexpr std::string_view kType = "referral_answered.1";
  using State = CaseFile;
  ReferralOutcome outcome = ReferralOutcome::not_filed;
  bool fined = false;
  std::string reference;
};
BOOST_DESCRIBE_STRUCT(ReferralAnswered, (), (outcome, fined, reference))

struct Decided {
  static constexpr std::string_view kType = "decided.1";
  using State = CaseFile;
  std::string number;
  std::string party;
  std::vector<ChargeVerdict> verdicts;
  std::vector<Sanction> sanctions;
  base::Money total_fine_fen;
  Correction correction = Correction::none;
  RemedyStatement remedies;
};
BOOST_DESCRIBE_STRUCT(Decided, (), (number, party, verdicts, sanctions, total_fine_fen, correction, remedies))

/// What the party said before a penalty on the spot, and what was found of it (第四十五条第一款).
struct SpokenDefence {
  std::string content;
  bool adopted = false;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SpokenDefence, (), (content, adopted, reason))

struct SummarilyDecided {
  static constexpr std::string_view kType = "summarily_decided.1";
  using State = CaseFile;
  std::string id;
  std::string number;
  std::string body;
  std::string division;
  PartyNamed party;
  Charge charge;
  std::vector<Sanction> sanctions;
  base::Money total_fine_fen;
  Correction correction = Correction::none;
  RemedyStatement remedies;
  std::vector<std::string> officers;
  bool delivered = false;
  std::optional<Payment> collected;
  std::optional<SpokenDefence> defence;
  std::optional<std::vector<Condition>> conditions;
  std::optional<Reduction> reduction;
  std::optional<std::string> inspection;
};
BOOST_DESCRIBE_STRUCT(SummarilyDecided, (),
                      (id, number, body, division, party, charge, sanctions, total_fine_fen, correction, remedies,
                       officers, delivered, collected, defence, conditions, reduction, inspection))

struct SummaryReported {
  static constexpr std::string_view kType = "summary_reported.1";
  using State = CaseFile;
  std::string report;
};
BOOST_DESCRIBE_STRUCT(SummaryReported, (), (report))

struct DecisionServed {
  static constexpr std::string_view kType = "decision_served.1";
  using State = CaseFile;
  std::string party;
  ServiceMethod method = ServiceMethod::direct;
};
BOOST_DESCRIBE_STRUCT(DecisionServed, (), (party, method))

struct ElectronicServiceConsented {
  static constexpr std::string_view kType = "electronic_service_consented.1";
  using State = CaseFile;
  std::string party;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(ElectronicServiceConsented, (), (party, address))

struct PaymentRecorded {
  static constexpr std::string_view kType = "payment_recorded.1";
  using State = CaseFile;
  std::string party;
  Payment payment;
};
BOOST_DESCRIBE_STRUCT(PaymentRecorded, (), (party, payment))

struct DeferralApproved {
  static constexpr std::string_view kType = "deferral_approved.1";
  using State = CaseFile;
  std::string party;
  base::Date until;
  std::string reason;
  std::optional<std::vector<Instalment>> instalments;
};
BOOST_DESCRIBE_STRUCT(DeferralApproved, (), (party, until, reason, instalments))

struct RemedyRecorded {
  static constexpr std::string_view kType = "remedy_recorded.1";
  using State = CaseFile;
  std::string id;
  std::string party;
  RemedyKind kind = RemedyKind::reconsideration;
  base::Date from;
};
BOOST_DESCRIBE_STRUCT(RemedyRecorded, (), (id, party, kind, from))

struct RemedyEnded {
  static constexpr std::string_view kType = "remedy_ended.1";
  using State = CaseFile;
  std::string party;
  std::string remedy;
  base::Date until;
  std::string result;
  std::optional<RemedyOutcome> outcome;
  std::optional<std::vector<Sanction>> sanctions;  ///< as changed
  std::optional<base::Money> total_fine_fen;       ///< of these
  std::optional<calendar::Term> redo_term;         ///< to decide anew
  std::optional<bool> procedure_only;              ///< of an order to decide anew: for the procedure alone
};
BOOST_DESCRIBE_STRUCT(RemedyEnded, (),
                      (party, remedy, until, result, outcome, sanctions, total_fine_fen, redo_term, procedure_only))

struct DecisionRevoked {
  static constexpr std::string_view kType = "decision_revoked.1";
  using State = CaseFile;
  std::string party;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecisionRevoked, (), (party, reason))

struct DemandServed {
  static constexpr std::string_view kType = "demand_served.1";
  using State = CaseFile;
  std::string party;
  std::optional<base::Date> pay_by;
  std::optional<std::string> manner;
  std::optional<base::Money> amount_fen;
  std::optional<std::string> duty;
};
BOOST_DESCRIBE_STRUCT(DemandServed, (), (party, pay_by, manner, amount_fen, duty))

struct DemandReplyRecorded {
  static constexpr std::string_view kType = "demand_reply_recorded.1";
  using State = CaseFile;
  std::string party;
  std::string content;
  bool adopted = false;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DemandReplyRecorded, (), (party, content, adopted, reason))

struct CourtApplied {
  static constexpr std::string_view kType = "court_applied.1";
  using State = CaseFile;
  std::string party;
  std::string court;
};
BOOST_DESCRIBE_STRUCT(CourtApplied, (), (party, court))

struct ExecutionEnded {
  static constexpr std::string_view kType = "execution_ended.1";
  using State = CaseFile;
  std::string party;
  ExecutionEnd ground = ExecutionEnd::other;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExecutionEnded, (), (party, ground, reason))

struct DecisionDisclosed {
  static constexpr std::string_view kType = "decision_disclosed.1";
  using State = CaseFile;
  std::string party;
};
BOOST_DESCRIBE_STRUCT(DecisionDisclosed, (), (party))

struct DisclosureWithdrawn {
  static constexpr std::string_view kType = "disclosure_withdrawn.1";
  using State = CaseFile;
  std::string party;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DisclosureWithdrawn, (), (party, reason))

struct ClosureProposed {
  static constexpr std::string_view kType = "closure_proposed.1";
  using State = CaseFile;
  std::string government;
  std::string grounds;
  std::optional<ClosureItem> item;
};
BOOST_DESCRIBE_STRUCT(ClosureProposed, (), (government, grounds, item))

struct CaseTransferred {
  static constexpr std::string_view kType = "case_transferred.1";
  using State = CaseFile;
  std::string from_body;
  std::string to_body;
  Designation kind = Designation::transferred;
  std::string reference;
};
BOOST_DESCRIBE_STRUCT(CaseTransferred, (), (from_body, to_body, kind, reference))

struct CaseTerminated {
  static constexpr std::string_view kType = "case_terminated.1";
  using State = CaseFile;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CaseTerminated, (), (reason))

struct CaseClosed {
  static constexpr std::string_view kType = "case_closed.1";
  using State = CaseFile;
  std::string summary;
};
BOOST_DESCRIBE_STRUCT(CaseClosed, (), (summary))

void evolve(CaseFile& state, const CaseFiled& event, const rule::Meta& meta);
void evolve(CaseFile& state, const EvidenceCollected& event, const rule::Meta& meta);
void evolve(CaseFile& state, const EvidenceVerified& event, const rule::Meta& meta);
void evolve(CaseFile& state, const EvidencePreserved& event, const rule::Meta& meta);
void evolve(CaseFile& state, const PreservationDisposed& event, const rule::Meta& meta);
void evolve(CaseFile& state, const InvestigatorReplaced& event, const rule::Meta& meta);
void evolve(CaseFile& state, const RecusalRequested& event, const rule::Meta& meta);
void evolve(CaseFile& state, const RecusalDecided& event, const rule::Meta& meta);
void evolve(CaseFile& state, const InvestigationEnded& event, const rule::Meta& meta);
void evolve(CaseFile& state, const NoticeGiven& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DefenceWaived& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DefenceRecorded& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DefenceReviewed& event, const rule::Meta& meta);
void evolve(CaseFile& state, const HearingRequested& event, const rule::Meta& meta);
void evolve(CaseFile& state, const HearingNotified& event, const rule::Meta& meta);
void evolve(CaseFile& state, const HearingHeld& event, const rule::Meta& meta);
void evolve(CaseFile& state, const LegalityReviewed& event, const rule::Meta& meta);
void evolve(CaseFile& state, const Deliberated& event, const rule::Meta& meta);
void evolve(CaseFile& state, const PenaltyWeighed& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DecisionTermExtended& event, const rule::Meta& meta);
void evolve(CaseFile& state, const TermSuspended& event, const rule::Meta& meta);
void evolve(CaseFile& state, const TermResumed& event, const rule::Meta& meta);
void evolve(CaseFile& state, const ReferredToPolice& event, const rule::Meta& meta);
void evolve(CaseFile& state, const ReferralAnswered& event, const rule::Meta& meta);
void evolve(CaseFile& state, const Decided& event, const rule::Meta& meta);
void evolve(CaseFile& state, const SummarilyDecided& event, const rule::Meta& meta);
void evolve(CaseFile& state, const SummaryReported& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DecisionServed& event, const rule::Meta& meta);
void evolve(CaseFile& state, const ElectronicServiceConsented& event, const rule::Meta& meta);
void evolve(CaseFile& state, const PaymentRecorded& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DeferralApproved& event, const rule::Meta& meta);
void evolve(CaseFile& state, const RemedyRecorded& event, const rule::Meta& meta);
void evolve(CaseFile& state, const RemedyEnded& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DecisionRevoked& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DemandServed& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DemandReplyRecorded& event, const rule::Meta& meta);
void evolve(CaseFile& state, const CourtApplied& event, const rule::Meta& meta);
void evolve(CaseFile& state, const ExecutionEnded& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DecisionDisclosed& event, const rule::Meta& meta);
void evolve(CaseFile& state, const DisclosureWithdrawn& event, const rule::Meta& meta);
void evolve(CaseFile& state, const ClosureProposed& event, const rule::Meta& meta);
void evolve(CaseFile& state, const CaseTransferred& event, const rule::Meta& meta);
void evolve(CaseFile& state, const CaseTerminated& event, const rule::Meta& meta);
void evolve(CaseFile& state, const CaseClosed& event, const rule::Meta& meta);

}  // namespace xiezhi::core::casefile
