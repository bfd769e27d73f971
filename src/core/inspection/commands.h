// What can be done in an inspection.
#pragma once

#include "core/inspection/events.h"

namespace xiezhi::core::inspection {

struct OpenInspection {
  static constexpr std::string_view kName = "OpenInspection";
  using State = Inspection;
  std::string body;
  std::string enterprise;
  std::optional<std::string> site;
  std::string division;  ///< division code of the place inspected
  TriggerKind trigger = TriggerKind::plan;
  std::string trigger_reference;
  std::vector<std::string> officers;
};
BOOST_DESCRIBE_STRUCT(OpenInspection, (), (body, enterprise, site, division, trigger, trigger_reference, officers))
XIEZHI_COMMAND(OpenInspection);

struct ApproveScheme {
  static constexpr std::string_view kName = "ApproveScheme";
  using State = Inspection;
  std::vector<SchemeItem> items;
};
BOOST_DESCRIBE_STRUCT(ApproveScheme, (), (items))
XIEZHI_COMMAND(ApproveScheme);

struct BeginOnSite {
  static constexpr std::string_view kName = "BeginOnSite";
  using State = Inspection;
  rule::Personal person_in_charge;
  std::string person_role;
  std::vector<ShownCertificate> certificates;
};
BOOST_DESCRIBE_STRUCT(BeginOnSite, (), (person_in_charge, person_role, certificates))
XIEZHI_COMMAND(BeginOnSite);

struct RecordItem {
  static constexpr std::string_view kName = "RecordItem";
  using State = Inspection;
  std::string item;
  ItemResult result = ItemResult::passed;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(RecordItem, (), (item, result, note))
XIEZHI_COMMAND(RecordItem);

struct RecordFinding {
  static constexpr std::string_view kName = "RecordFinding";
  using State = Inspection;
  std::string id;
  std::optional<std::string> item;
  std::optional<std::string> violation;
  std::string description;
  std::string place;
  bool major_hazard = false;
  std::vector<Attachment> evidence;
};
BOOST_DESCRIBE_STRUCT(RecordFinding, (), (id, item, violation, description, place, major_hazard, evidence))
XIEZHI_COMMAND(RecordFinding);

struct WithdrawFinding {
  static constexpr std::string_view kName = "WithdrawFinding";
  using State = Inspection;
  std::string finding;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawFinding, (), (finding, reason))
XIEZHI_COMMAND(WithdrawFinding);

struct GiveFeedback {
  static constexpr std::string_view kName = "GiveFeedback";
  using State = Inspection;
  rule::Personal person;
  std::string opinion;  ///< what the person in charge said
};
BOOST_DESCRIBE_STRUCT(GiveFeedback, (), (person, opinion))
XIEZHI_COMMAND(GiveFeedback);

struct CorrectOnSpot {
  static constexpr std::string_view kName = "CorrectOnSpot";
  using State = Inspection;
  std::string finding;
  std::string note;
  std::vector<Attachment> evidence;
};
BOOST_DESCRIBE_STRUCT(CorrectOnSpot, (), (finding, note, evidence))
XIEZHI_COMMAND(CorrectOnSpot);

struct OrderCorrection {
  static constexpr std::string_view kName = "OrderCorrection";
  using State = Inspection;
  std::string id;
  std::vector<std::string> findings;
  std::string requirements;
  base::Date deadline;
  std::optional<std::string> number;  ///< of the document; absent: the host gives the next one
};
BOOST_DESCRIBE_STRUCT(OrderCorrection, (), (id, findings, requirements, deadline, number))
XIEZHI_COMMAND(OrderCorrection);

/// The record of a seizure as its command gives it: see SeizureRecord.
struct SeizureInput {
  std::string number;
  std::vector<std::string> items;
  bool rights_told = false;
  std::string statement;
  bool party_present = false;
  std::optional<rule::Personal> witness;
  bool delivered = false;
};
BOOST_DESCRIBE_STRUCT(SeizureInput, (), (number, items, rights_told, statement, party_present, witness, delivered))

/// `seizure` is given for sealing and seizing, and only for them.
struct TakeMeasure {
  static constexpr std::string_view kName = "TakeMeasure";
  using State = Inspection;
  std::string id;
  MeasureKind kind = MeasureKind::withdraw_people;
  std::string finding;
  std::string object;
  std::optional<std::string> approved_by;  ///< officer id of the head who approved beforehand
  bool urgent = false;
  std::optional<SeizureInput> seizure;
  std::optional<std::string> number;  ///< of the 现场处理措施决定书; absent: the host gives the next one
};
BOOST_DESCRIBE_STRUCT(TakeMeasure, (), (id, kind, finding, object, approved_by, urgent, seizure, number))
XIEZHI_COMMAND(TakeMeasure);

struct ApproveMeasure {
  static constexpr std::string_view kName = "ApproveMeasure";
  using State = Inspection;
  std::string measure;
};
BOOST_DESCRIBE_STRUCT(ApproveMeasure, (), (measure))
XIEZHI_COMMAND(ApproveMeasure);

struct ExtendMeasure {
  static constexpr std::string_view kName = "ExtendMeasure";
  using State = Inspection;
  std::string measure;
  std::int32_t days = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExtendMeasure, (), (measure, days, reason))
XIEZHI_COMMAND(ExtendMeasure);

/// 检测、检验、检疫、技术鉴定: their time, told to the party in writing, is not counted (行政强制法 第二十五条第三款).
/// One that takes longer than told is told anew, as a further one.
struct BeginTesting {
  static constexpr std::string_view kName = "BeginTesting";
  using State = Inspection;
  std::string measure;
  TestingKind kind = TestingKind::testing;
  std::string institution;  ///< who tests
  base::Date from;
  base::Date until;    ///< last day
  std::string notice;  ///< number of the written notice to the party
};
BOOST_DESCRIBE_STRUCT(BeginTesting, (), (measure, kind, institution, from, until, notice))
XIEZHI_COMMAND(BeginTesting);

/// The result is there: the term runs on from the next day.
struct EndTesting {
  static constexpr std::string_view kName = "EndTesting";
  using State = Inspection;
  std::string measure;
  base::Date ended_on;  ///< last day of the test
  std::string result;
};
BOOST_DESCRIBE_STRUCT(EndTesting, (), (measure, ended_on, result))
XIEZHI_COMMAND(EndTesting);

struct LiftMeasure {
  static constexpr std::string_view kName = "LiftMeasure";
  using State = Inspection;
  std::string measure;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LiftMeasure, (), (measure, reason))
XIEZHI_COMMAND(LiftMeasure);

struct ReviewResumption {
  static constexpr std::string_view kName = "ReviewResumption";
  using State = Inspection;
  std::string measure;
  bool agreed = false;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ReviewResumption, (), (measure, agreed, note))
XIEZHI_COMMAND(ReviewResumption);

/// 停止供电、停止供应民用爆炸物品 (第七十条). The acting officer is the head of the department, who approves it.
/// `announced_at` is when the unit was told of the power cut; an urgent one may go without.
struct StopSupply {
  static constexpr std::string_view kName = "StopSupply";
  using State = Inspection;
  std::string id;
  SupplyKind kind = SupplyKind::power;
  std::string measure;
  std::string supplier;
  std::string refusal;     ///< how the unit refused to carry out the decision
  std::string danger;      ///< the real danger of an accident
  std::string safeguards;  ///< how safety is kept while the supply is off
  bool urgent = false;
  std::optional<base::Instant> announced_at;
};
BOOST_DESCRIBE_STRUCT(StopSupply, (), (id, kind, measure, supplier, refusal, danger, safeguards, urgent, announced_at))
XIEZHI_COMMAND(StopSupply);

struct RestoreSupply {
  static constexpr std::string_view kName = "RestoreSupply";
  using State = Inspection;
  std::string stop;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RestoreSupply, (), (stop, reason))
XIEZHI_COMMAND(RestoreSupply);

/// The acting officer signs the record.
struct SignByOfficer {
  static constexpr std::string_view kName = "SignByOfficer";
  using State = Inspection;
  std::optional<std::string> signature;  ///< SHA-256 of the signature image
};
BOOST_DESCRIBE_STRUCT(SignByOfficer, (), (signature))
XIEZHI_COMMAND(SignByOfficer);

struct SignByEnterprise {
  static constexpr std::string_view kName = "SignByEnterprise";
  using State = Inspection;
  rule::Personal person;
  std::optional<std::string> signature;
};
BOOST_DESCRIBE_STRUCT(SignByEnterprise, (), (person, signature))
XIEZHI_COMMAND(SignByEnterprise);

struct RecordRefusalToSign {
  static constexpr std::string_view kName = "RecordRefusalToSign";
  using State = Inspection;
  rule::Personal person;
  std::string reason;
  std::string reported_to;  ///< officer id of whom the refusal was reported to
};
BOOST_DESCRIBE_STRUCT(RecordRefusalToSign, (), (person, reason, reported_to))
XIEZHI_COMMAND(RecordRefusalToSign);

struct Reinspect {
  static constexpr std::string_view kName = "Reinspect";
  using State = Inspection;
  std::string finding;
  bool corrected = false;
  std::string note;
  std::vector<std::string> officers;
  std::optional<std::string> number;  ///< of the document; absent: the host gives the next one
};
BOOST_DESCRIBE_STRUCT(Reinspect, (), (finding, corrected, note, officers, number))
XIEZHI_COMMAND(Reinspect);

struct TransferFinding {
  static constexpr std::string_view kName = "TransferFinding";
  using State = Inspection;
  std::string finding;
  std::string department;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TransferFinding, (), (finding, department, reason))
XIEZHI_COMMAND(TransferFinding);

struct RecuseOfficer {
  static constexpr std::string_view kName = "RecuseOfficer";
  using State = Inspection;
  std::string officer;
  std::string grounds;
};
BOOST_DESCRIBE_STRUCT(RecuseOfficer, (), (officer, grounds))
XIEZHI_COMMAND(RecuseOfficer);

/// Another officer takes the place of a recused one; the acting head decides (行政处罚法 第四十三条第三款).
struct ReplaceOfficer {
  static constexpr std::string_view kName = "ReplaceOfficer";
  using State = Inspection;
  std::string officer;
  std::string replacement;
};
BOOST_DESCRIBE_STRUCT(ReplaceOfficer, (), (officer, replacement))
XIEZHI_COMMAND(ReplaceOfficer);

/// The acting officer, a replacement, comes to the place and shows the certificate.
struct JoinOnSite {
  static constexpr std::string_view kName = "JoinOnSite";
  using State = Inspection;
  std::string certificate;  ///< its number
};
BOOST_DESCRIBE_STRUCT(JoinOnSite, (), (certificate))
XIEZHI_COMMAND(JoinOnSite);

struct CloseInspection {
  static constexpr std::string_view kName = "CloseInspection";
  using State = Inspection;
  std::string summary;
};
BOOST_DESCRIBE_STRUCT(CloseInspection, (), (summary))
XIEZHI_COMMAND(CloseInspection);

}  // namespace xiezhi::core::inspection
