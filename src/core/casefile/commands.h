// What can be done in a case. Input structs that carry personal data stand here; events carry commitments.
#pragma once

#include "core/casefile/events.h"

namespace xiezhi::core::casefile {

/// A party as a command names it.
struct PartyInput {
  std::string id;
  dossier::PartyKind kind = dossier::PartyKind::unit;
  std::optional<std::string> name;  ///< of a unit
  std::optional<std::string> credit_code;
  std::optional<std::string> enterprise;
  std::optional<std::string> site;
  std::optional<rule::Personal> person_name;  ///< of a natural person
  std::optional<rule::Personal> id_number;
  law::Subject subject = law::Subject::unit;
  std::optional<std::int32_t> age;
};
BOOST_DESCRIBE_STRUCT(PartyInput, (),
                      (id, kind, name, credit_code, enterprise, site, person_name, id_number, subject, age))

/// Jurisdiction that a superior body gave (行政处罚法 第二十五条第二款).
struct JurisdictionGrant {
  std::string by_body;
  std::string reference;
};
BOOST_DESCRIBE_STRUCT(JurisdictionGrant, (), (by_body, reference))

/// A fine collected on the spot (第六十八条至第七十条).
struct Collection {
  base::Money amount_fen;
  std::string receipt;  ///< number of the finance department's receipt
  bool hard_to_collect_later = false;
  bool remote_and_requested = false;  ///< 第六十九条
};
BOOST_DESCRIBE_STRUCT(Collection, (), (amount_fen, receipt, hard_to_collect_later, remote_and_requested))

/// 立案. The acting officer is a head who approves it.
struct FileCase {
  static constexpr std::string_view kName = "FileCase";
  using State = CaseFile;
  Source source = Source::inspection;
  std::string reference;
  std::optional<std::string> inspection;
  std::string body;
  std::string division;
  base::Date discovered_on;
  std::vector<std::string> investigators;
  std::vector<PartyInput> parties;
  std::vector<Charge> charges;
  std::optional<JurisdictionGrant> grant;
};
BOOST_DESCRIBE_STRUCT(FileCase, (),
                      (source, reference, inspection, body, division, discovered_on, investigators, parties, charges,
                       grant))
XIEZHI_COMMAND(FileCase);

/// `equipment_reviewed` is given for evidence of electronic monitoring equipment (第四十一条).
struct CollectEvidence {
  static constexpr std::string_view kName = "CollectEvidence";
  using State = CaseFile;
  std::string id;
  EvidenceKind kind = EvidenceKind::documentary;
  std::string caption;
  std::optional<std::string> sha256;
  std::vector<std::string> charges;
  std::vector<std::string> officers;
  bool certificates_shown = false;
  bool new_facts = false;
  bool lawful_means = false;
  std::optional<bool> equipment_reviewed;
};
BOOST_DESCRIBE_STRUCT(CollectEvidence, (),
                      (id, kind, caption, sha256, charges, officers, certificates_shown, new_facts, lawful_means,
                       equipment_reviewed))
XIEZHI_COMMAND(CollectEvidence);

struct VerifyEvidence {
  static constexpr std::string_view kName = "VerifyEvidence";
  using State = CaseFile;
  std::string evidence;
  bool verified = false;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(VerifyEvidence, (), (evidence, verified, note))
XIEZHI_COMMAND(VerifyEvidence);

/// 先行登记保存. `approved_by` is the head who approved it.
struct PreserveEvidence {
  static constexpr std::string_view kName = "PreserveEvidence";
  using State = CaseFile;
  std::string id;
  std::string items;
  std::optional<std::string> approved_by;
};
BOOST_DESCRIBE_STRUCT(PreserveEvidence, (), (id, items, approved_by))
XIEZHI_COMMAND(PreserveEvidence);

struct DisposePreservation {
  static constexpr std::string_view kName = "DisposePreservation";
  using State = CaseFile;
  std::string preservation;
  std::string disposition;
  bool released = false;
};
BOOST_DESCRIBE_STRUCT(DisposePreservation, (), (preservation, disposition, released))
XIEZHI_COMMAND(DisposePreservation);

/// A recused officer leaves, another takes his place; the acting head decides (第四十三条第三款).
struct ReplaceInvestigator {
  static constexpr std::string_view kName = "ReplaceInvestigator";
  using State = CaseFile;
  std::string officer;
  std::string replacement;
  std::string grounds;
};
BOOST_DESCRIBE_STRUCT(ReplaceInvestigator, (), (officer, replacement, grounds))
XIEZHI_COMMAND(ReplaceInvestigator);

/// The party asks that somebody leave the case (第四十三条第二款).
struct RequestRecusal {
  static constexpr std::string_view kName = "RequestRecusal";
  using State = CaseFile;
  std::string id;
  std::string party;
  std::string officer;
  std::string grounds;
};
BOOST_DESCRIBE_STRUCT(RequestRecusal, (), (id, party, officer, grounds))
XIEZHI_COMMAND(RequestRecusal);

/// The acting head answers a request (第四十三条第三款). An investigator who leaves is replaced by ReplaceInvestigator.
struct DecideRecusal {
  static constexpr std::string_view kName = "DecideRecusal";
  using State = CaseFile;
  std::string request;
  bool granted = false;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecideRecusal, (), (request, granted, reason))
XIEZHI_COMMAND(DecideRecusal);

struct EndInvestigation {
  static constexpr std::string_view kName = "EndInvestigation";
  using State = CaseFile;
  Character character;
  std::string conclusion;
};
BOOST_DESCRIBE_STRUCT(EndInvestigation, (), (character, conclusion))
XIEZHI_COMMAND(EndInvestigation);

/// 裁量: the facts that the benchmark asks for, and the circumstances. `ground` is written for an amount outside what
/// the tier and the circumstances allow.
struct WeighPenalty {
  static constexpr std::string_view kName = "WeighPenalty";
  using State = CaseFile;
  std::string party;
  std::string charge;
  std::vector<law::StatedFact> facts;
  std::vector<std::string> circumstances;
  std::optional<std::string> ground;
};
BOOST_DESCRIBE_STRUCT(WeighPenalty, (), (party, charge, facts, circumstances, ground))
XIEZHI_COMMAND(WeighPenalty);

/// 告知. Served when it occurred.
struct GiveNotice {
  static constexpr std::string_view kName = "GiveNotice";
  using State = CaseFile;
  std::string id;
  std::string party;
  std::string facts;
  std::string grounds;
  std::vector<Sanction> sanctions;
  bool defence_offered = false;
  bool hearing_offered = false;
};
BOOST_DESCRIBE_STRUCT(GiveNotice, (), (id, party, facts, grounds, sanctions, defence_offered, hearing_offered))
XIEZHI_COMMAND(GiveNotice);

/// `hearing`: the party also says that it asks for no hearing, or takes back that it did
/// (第六十三条、第六十四条第一项).
struct WaiveDefence {
  static constexpr std::string_view kName = "WaiveDefence";
  using State = CaseFile;
  std::string party;
  std::string statement;
  std::optional<bool> hearing;
};
BOOST_DESCRIBE_STRUCT(WaiveDefence, (), (party, statement, hearing))
XIEZHI_COMMAND(WaiveDefence);

struct RecordDefence {
  static constexpr std::string_view kName = "RecordDefence";
  using State = CaseFile;
  std::string id;
  std::string party;
  std::string content;
};
BOOST_DESCRIBE_STRUCT(RecordDefence, (), (id, party, content))
XIEZHI_COMMAND(RecordDefence);

struct ReviewDefence {
  static constexpr std::string_view kName = "ReviewDefence";
  using State = CaseFile;
  std::string party;
  std::string defence;
  bool adopted = false;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReviewDefence, (), (party, defence, adopted, reason))
XIEZHI_COMMAND(ReviewDefence);

struct RequestHearing {
  static constexpr std::string_view kName = "RequestHearing";
  using State = CaseFile;
  std::string party;
};
BOOST_DESCRIBE_STRUCT(RequestHearing, (), (party))
XIEZHI_COMMAND(RequestHearing);

struct NotifyHearing {
  static constexpr std::string_view kName = "NotifyHearing";
  using State = CaseFile;
  std::string party;
  base::Date scheduled_on;
  std::string place;
  std::string presider;
};
BOOST_DESCRIBE_STRUCT(NotifyHearing, (), (party, scheduled_on, place, presider))
XIEZHI_COMMAND(NotifyHearing);

struct HoldHearing {
  static constexpr std::string_view kName = "HoldHearing";
  using State = CaseFile;
  std::string party;
  bool party_absent = false;
  std::string record;
};
BOOST_DESCRIBE_STRUCT(HoldHearing, (), (party, party_absent, record))
XIEZHI_COMMAND(HoldHearing);

/// 法制审核, by the acting reviewer.
struct ReviewLegality {
  static constexpr std::string_view kName = "ReviewLegality";
  using State = CaseFile;
  bool passed = false;
  std::string opinion;
};
BOOST_DESCRIBE_STRUCT(ReviewLegality, (), (passed, opinion))
XIEZHI_COMMAND(ReviewLegality);

/// 集体讨论.
struct Deliberate {
  static constexpr std::string_view kName = "Deliberate";
  using State = CaseFile;
  std::vector<std::string> members;
  std::string conclusion;
};
BOOST_DESCRIBE_STRUCT(Deliberate, (), (members, conclusion))
XIEZHI_COMMAND(Deliberate);

/// `basis` names the statute or rule that allows it (第六十条).
struct ExtendDecisionTerm {
  static constexpr std::string_view kName = "ExtendDecisionTerm";
  using State = CaseFile;
  std::int32_t days = 0;
  std::string basis;
};
BOOST_DESCRIBE_STRUCT(ExtendDecisionTerm, (), (days, basis))
XIEZHI_COMMAND(ExtendDecisionTerm);

/// The term of the decision stands still from `from` for a reason that a statute or rule names: `basis` (第六十条).
struct SuspendTerm {
  static constexpr std::string_view kName = "SuspendTerm";
  using State = CaseFile;
  base::Date from;
  std::string basis;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SuspendTerm, (), (from, basis, reason))
XIEZHI_COMMAND(SuspendTerm);

/// It runs on; `until` is the last day on which it stood still.
struct ResumeTerm {
  static constexpr std::string_view kName = "ResumeTerm";
  using State = CaseFile;
  base::Date until;
};
BOOST_DESCRIBE_STRUCT(ResumeTerm, (), (until))
XIEZHI_COMMAND(ResumeTerm);

/// 移送司法机关. `presides`: a deputy acts who presides over the body (主持工作的负责人).
struct ReferToPolice {
  static constexpr std::string_view kName = "ReferToPolice";
  using State = CaseFile;
  std::string authority;
  std::string reason;
  std::optional<bool> presides;
};
BOOST_DESCRIBE_STRUCT(ReferToPolice, (), (authority, reason, presides))
XIEZHI_COMMAND(ReferToPolice);

/// What came back of a referral; `fined`: the court imposed 罚金. `reference` is the paper that says so.
struct RecordReferralAnswer {
  static constexpr std::string_view kName = "RecordReferralAnswer";
  using State = CaseFile;
  ReferralOutcome outcome = ReferralOutcome::not_filed;
  bool fined = false;
  std::string reference;
};
BOOST_DESCRIBE_STRUCT(RecordReferralAnswer, (), (outcome, fined, reference))
XIEZHI_COMMAND(RecordReferralAnswer);

/// 行政处罚决定 against one party: at least one sanction.
struct Decide {
  static constexpr std::string_view kName = "Decide";
  using State = CaseFile;
  std::string number;
  std::string party;
  std::vector<ChargeVerdict> verdicts;
  std::vector<Sanction> sanctions;
  Correction correction = Correction::none;
  RemedyStatement remedies;
};
BOOST_DESCRIBE_STRUCT(Decide, (), (number, party, verdicts, sanctions, correction, remedies))
XIEZHI_COMMAND(Decide);

/// 不予行政处罚决定: no sanction at all. `educated`: the party was taught why (第三十三条第三款).
struct DecideNoPenalty {
  static constexpr std::string_view kName = "DecideNoPenalty";
  using State = CaseFile;
  std::string number;
  std::string party;
  std::vector<ChargeVerdict> verdicts;
  bool educated = false;
  RemedyStatement remedies;
};
BOOST_DESCRIBE_STRUCT(DecideNoPenalty, (), (number, party, verdicts, educated, remedies))
XIEZHI_COMMAND(DecideNoPenalty);

/// 当场处罚 (第五十一条至第五十三条). `informed`: told before of the content, facts, grounds and basis, and of the
/// right to speak (第四十四条). `conditions` are those of 第三十三条 that hold; `reduction` is why it is less than the
/// clause says.
struct DecideSummarily {
  static constexpr std::string_view kName = "DecideSummarily";
  using State = CaseFile;
  std::string number;
  std::string body;
  std::string division;
  PartyInput party;
  Charge charge;
  law::MeasureKind kind = law::MeasureKind::warning;
  std::optional<base::Money> fine_fen;
  Correction correction = Correction::none;
  RemedyStatement remedies;
  std::vector<std::string> officers;
  bool certificates_shown = false;
  bool informed = false;
  std::optional<SpokenDefence> defence;
  bool suspected_crime = false;
  std::vector<Condition> conditions;
  std::optional<Reduction> reduction;
  bool delivered = false;
  std::optional<Collection> collected;
  std::optional<std::string> inspection;  ///< whose finding the charge rests on
};
BOOST_DESCRIBE_STRUCT(DecideSummarily, (),
                      (number, body, division, party, charge, kind, fine_fen, correction, remedies, officers,
                       certificates_shown, informed, defence, suspected_crime, conditions, reduction, delivered,
                       collected, inspection))
XIEZHI_COMMAND(DecideSummarily);

/// 第五十二条第三款: the decision is put on record with the body.
struct ReportSummary {
  static constexpr std::string_view kName = "ReportSummary";
  using State = CaseFile;
  std::string report;
};
BOOST_DESCRIBE_STRUCT(ReportSummary, (), (report))
XIEZHI_COMMAND(ReportSummary);

struct ServeDecision {
  static constexpr std::string_view kName = "ServeDecision";
  using State = CaseFile;
  std::string party;
  ServiceMethod method = ServiceMethod::direct;
};
BOOST_DESCRIBE_STRUCT(ServeDecision, (), (party, method))
XIEZHI_COMMAND(ServeDecision);

struct ConsentToElectronicService {
  static constexpr std::string_view kName = "ConsentToElectronicService";
  using State = CaseFile;
  std::string party;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(ConsentToElectronicService, (), (party, address))
XIEZHI_COMMAND(ConsentToElectronicService);

struct RecordPayment {
  static constexpr std::string_view kName = "RecordPayment";
  using State = CaseFile;
  std::string party;
  base::Money amount_fen;
  base::Date paid_on;
  PaymentChannel channel = PaymentChannel::bank;
  std::string receipt;
  std::optional<bool> remote_and_requested;  ///< of a fine collected on the spot: 第六十九条
};
BOOST_DESCRIBE_STRUCT(RecordPayment, (), (party, amount_fen, paid_on, channel, receipt, remote_and_requested))
XIEZHI_COMMAND(RecordPayment);

/// `instalments` are all that is owed, in parts; the last one is due on `until`.
struct ApproveDeferral {
  static constexpr std::string_view kName = "ApproveDeferral";
  using State = CaseFile;
  std::string party;
  base::Date until;
  bool applied_for = false;
  std::string reason;
  std::optional<std::vector<Instalment>> instalments;
};
BOOST_DESCRIBE_STRUCT(ApproveDeferral, (), (party, until, applied_for, reason, instalments))
XIEZHI_COMMAND(ApproveDeferral);

struct RecordRemedy {
  static constexpr std::string_view kName = "RecordRemedy";
  using State = CaseFile;
  std::string id;
  std::string party;
  RemedyKind kind = RemedyKind::reconsideration;
  base::Date from;
};
BOOST_DESCRIBE_STRUCT(RecordRemedy, (), (id, party, kind, from))
XIEZHI_COMMAND(RecordRemedy);

/// `until` is the day on which the party received what ends the proceedings. `sanctions` are what remains after a
/// change, `redo_days` the term that an order to decide anew names (行政复议法 第六十四条第一款), `procedure_only` says
/// that the decision was set aside for its procedure alone (第六十四条第二款).
struct EndRemedy {
  static constexpr std::string_view kName = "EndRemedy";
  using State = CaseFile;
  std::string party;
  std::string remedy;
  base::Date until;
  RemedyOutcome outcome = RemedyOutcome::upheld;
  std::string result;
  std::optional<std::vector<Sanction>> sanctions;
  std::optional<std::int32_t> redo_days;
  std::optional<bool> procedure_only;
};
BOOST_DESCRIBE_STRUCT(EndRemedy, (), (party, remedy, until, outcome, result, sanctions, redo_days, procedure_only))
XIEZHI_COMMAND(EndRemedy);

struct RevokeDecision {
  static constexpr std::string_view kName = "RevokeDecision";
  using State = CaseFile;
  std::string party;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RevokeDecision, (), (party, reason))
XIEZHI_COMMAND(RevokeDecision);

/// 催告 (行政强制法 第五十四条), with what it must say (第三十五条): by when, in what way, how much with the additional
/// fine of that day, and that the party may state its case.
/// `duty` is what is to be done where it is not only to pay; `amount_fen` is then nothing, or what is owed beside it.
struct ServeDemand {
  static constexpr std::string_view kName = "ServeDemand";
  using State = CaseFile;
  std::string party;
  base::Date pay_by;
  std::string manner;
  base::Money amount_fen;
  bool defence_offered = false;
  std::optional<std::string> duty;
};
BOOST_DESCRIBE_STRUCT(ServeDemand, (), (party, pay_by, manner, amount_fen, defence_offered, duty))
XIEZHI_COMMAND(ServeDemand);

/// What the party said to the demand, and what was found of it (行政强制法 第三十六条).
struct RecordDemandReply {
  static constexpr std::string_view kName = "RecordDemandReply";
  using State = CaseFile;
  std::string party;
  std::string content;
  bool adopted = false;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RecordDemandReply, (), (party, content, adopted, reason))
XIEZHI_COMMAND(RecordDemandReply);

/// 申请人民法院强制执行.
struct ApplyToCourt {
  static constexpr std::string_view kName = "ApplyToCourt";
  using State = CaseFile;
  std::string party;
  std::string court;
};
BOOST_DESCRIBE_STRUCT(ApplyToCourt, (), (party, court))
XIEZHI_COMMAND(ApplyToCourt);

/// 终结执行: what is left will not be enforced.
struct EndExecution {
  static constexpr std::string_view kName = "EndExecution";
  using State = CaseFile;
  std::string party;
  ExecutionEnd ground = ExecutionEnd::other;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndExecution, (), (party, ground, reason))
XIEZHI_COMMAND(EndExecution);

struct DiscloseDecision {
  static constexpr std::string_view kName = "DiscloseDecision";
  using State = CaseFile;
  std::string party;
};
BOOST_DESCRIBE_STRUCT(DiscloseDecision, (), (party))
XIEZHI_COMMAND(DiscloseDecision);

struct WithdrawDisclosure {
  static constexpr std::string_view kName = "WithdrawDisclosure";
  using State = CaseFile;
  std::string party;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawDisclosure, (), (party, reason))
XIEZHI_COMMAND(WithdrawDisclosure);

/// 提请关闭; `item` of 安全生产法 第一百一十三条第一款.
struct ProposeClosure {
  static constexpr std::string_view kName = "ProposeClosure";
  using State = CaseFile;
  ClosureItem item = ClosureItem::repeated_penalties;
  std::string government;
  std::string grounds;
};
BOOST_DESCRIBE_STRUCT(ProposeClosure, (), (item, government, grounds))
XIEZHI_COMMAND(ProposeClosure);

/// Jurisdiction passes to another body.
struct TransferCase {
  static constexpr std::string_view kName = "TransferCase";
  using State = CaseFile;
  std::string to_body;
  Designation kind = Designation::transferred;
  std::string reference;
};
BOOST_DESCRIBE_STRUCT(TransferCase, (), (to_body, kind, reference))
XIEZHI_COMMAND(TransferCase);

struct TerminateCase {
  static constexpr std::string_view kName = "TerminateCase";
  using State = CaseFile;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TerminateCase, (), (reason))
XIEZHI_COMMAND(TerminateCase);

struct CloseCase {
  static constexpr std::string_view kName = "CloseCase";
  using State = CaseFile;
  std::string summary;
};
BOOST_DESCRIBE_STRUCT(CloseCase, (), (summary))
XIEZHI_COMMAND(CloseCase);

}  // namespace xiezhi::core::casefile
