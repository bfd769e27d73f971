// What happened in an inspection.
#pragma once

#include "core/inspection/state.h"
#include "core/rule/command.h"

namespace xiezhi::core::inspection {

struct InspectionOpened {
  static constexpr std::string_view kType = "inspection_opened.1";
  using State = Inspection;
  std::string id;
  std::string body;
  std::string enterprise;
  std::optional<std::string> site;
  std::string division;
  TriggerKind trigger = TriggerKind::plan;
  std::string trigger_reference;
  std::vector<std::string> officers;
};
BOOST_DESCRIBE_STRUCT(InspectionOpened, (),
                      (id, body, enterprise, site, division, trigger, trigger_reference, officers))

struct SchemeApproved {
  static constexpr std::string_view kType = "scheme_approved.1";
  using State = Inspection;
  std::vector<SchemeItem> items;
};
BOOST_DESCRIBE_STRUCT(SchemeApproved, (), (items))

struct OnSiteBegun {
  static constexpr std::string_view kType = "on_site_begun.1";
  using State = Inspection;
  rule::Commitment person_in_charge;
  std::string person_role;
  std::vector<ShownCertificate> certificates;
};
BOOST_DESCRIBE_STRUCT(OnSiteBegun, (), (person_in_charge, person_role, certificates))

struct ItemRecorded {
  static constexpr std::string_view kType = "item_recorded.1";
  using State = Inspection;
  std::string item;
  ItemResult result = ItemResult::passed;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ItemRecorded, (), (item, result, note))

struct FindingRecorded {
  static constexpr std::string_view kType = "finding_recorded.1";
  using State = Inspection;
  std::string id;
  std::optional<std::string> item;
  std::optional<std::string> violation;
  std::string description;
  std::string place;
  bool major_hazard = false;
  std::vector<Attachment> evidence;
};
BOOST_DESCRIBE_STRUCT(FindingRecorded, (), (id, item, violation, description, place, major_hazard, evidence))

struct FindingWithdrawn {
  static constexpr std::string_view kType = "finding_withdrawn.1";
  using State = Inspection;
  std::string finding;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(FindingWithdrawn, (), (finding, reason))

struct FeedbackGiven {
  static constexpr std::string_view kType = "feedback_given.1";
  using State = Inspection;
  rule::Commitment person;
  std::string opinion;
};
BOOST_DESCRIBE_STRUCT(FeedbackGiven, (), (person, opinion))

struct FindingCorrectedOnSpot {
  static constexpr std::string_view kType = "finding_corrected_on_spot.1";
  using State = Inspection;
  std::string finding;
  std::string note;
  std::vector<Attachment> evidence;
};
BOOST_DESCRIBE_STRUCT(FindingCorrectedOnSpot, (), (finding, note, evidence))

struct CorrectionOrdered {
  static constexpr std::string_view kType = "correction_ordered.1";
  using State = Inspection;
  std::string id;
  std::vector<std::string> findings;
  std::string requirements;
  base::Date deadline;
  std::optional<std::string> number;  ///< of the document; absent in entries made before it had one
};
BOOST_DESCRIBE_STRUCT(CorrectionOrdered, (), (id, findings, requirements, deadline, number))

struct MeasureTaken {
  static constexpr std::string_view kType = "measure_taken.1";
  using State = Inspection;
  std::string id;
  MeasureKind kind = MeasureKind::withdraw_people;
  std::string finding;
  std::string object;
  std::optional<std::string> approved_by;
  bool urgent = false;
  std::optional<calendar::Term> term;
  std::optional<SeizureRecord> seizure;
  std::optional<std::string> number;  ///< of the document; absent in entries made before it had one
};
BOOST_DESCRIBE_STRUCT(MeasureTaken, (), (id, kind, finding, object, approved_by, urgent, term, seizure, number))

struct MeasureApproved {
  static constexpr std::string_view kType = "measure_approved.1";
  using State = Inspection;
  std::string measure;
};
BOOST_DESCRIBE_STRUCT(MeasureApproved, (), (measure))

struct MeasureExtended {
  static constexpr std::string_view kType = "measure_extended.1";
  using State = Inspection;
  std::string measure;
  std::int32_t days = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(MeasureExtended, (), (measure, days, reason))

/// The term of a seizure stands still while what was seized is tested (行政强制法 第二十五条第三款).
struct TestingBegun {
  static constexpr std::string_view kType = "testing_begun.1";
  using State = Inspection;
  std::string measure;
  TestingKind kind = TestingKind::testing;
  std::string institution;
  base::Date from;
  base::Date until;
  std::string notice;
};
BOOST_DESCRIBE_STRUCT(TestingBegun, (), (measure, kind, institution, from, until, notice))

struct TestingEnded {
  static constexpr std::string_view kType = "testing_ended.1";
  using State = Inspection;
  std::string measure;
  base::Date ended_on;
  std::string result;
};
BOOST_DESCRIBE_STRUCT(TestingEnded, (), (measure, ended_on, result))

struct MeasureLifted {
  static constexpr std::string_view kType = "measure_lifted.1";
  using State = Inspection;
  std::string measure;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(MeasureLifted, (), (measure, reason))

/// 审查同意恢复生产经营和使用, or not (第六十五条第一款第三项).
struct ResumptionReviewed {
  static constexpr std::string_view kType = "resumption_reviewed.1";
  using State = Inspection;
  std::string measure;
  bool agreed = false;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ResumptionReviewed, (), (measure, agreed, note))

/// 通知有关单位停止供电、停止供应民用爆炸物品 (第七十条第一款).
struct SupplyStopped {
  static constexpr std::string_view kType = "supply_stopped.1";
  using State = Inspection;
  std::string id;
  SupplyKind kind = SupplyKind::power;
  std::string measure;
  std::string supplier;
  std::string refusal;
  std::string danger;
  std::string safeguards;
  bool urgent = false;
  std::optional<base::Instant> announced_at;
};
BOOST_DESCRIBE_STRUCT(SupplyStopped, (),
                      (id, kind, measure, supplier, refusal, danger, safeguards, urgent, announced_at))

/// 解除 (第七十条第二款).
struct SupplyRestored {
  static constexpr std::string_view kType = "supply_restored.1";
  using State = Inspection;
  std::string stop;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SupplyRestored, (), (stop, reason))

struct OfficerSigned {
  static constexpr std::string_view kType = "officer_signed.1";
  using State = Inspection;
  std::string officer;
  std::optional<std::string> signature;
};
BOOST_DESCRIBE_STRUCT(OfficerSigned, (), (officer, signature))

struct EnterpriseSigned {
  static constexpr std::string_view kType = "enterprise_signed.1";
  using State = Inspection;
  rule::Commitment person;
  std::optional<std::string> signature;
};
BOOST_DESCRIBE_STRUCT(EnterpriseSigned, (), (person, signature))

struct SigningRefused {
  static constexpr std::string_view kType = "signing_refused.1";
  using State = Inspection;
  rule::Commitment person;
  std::string reason;
  std::string reported_to;
};
BOOST_DESCRIBE_STRUCT(SigningRefused, (), (person, reason, reported_to))

struct FindingReinspected {
  static constexpr std::string_view kType = "finding_reinspected.1";
  using State = Inspection;
  std::string finding;
  bool corrected = false;
  std::string note;
  std::vector<std::string> officers;
  std::optional<std::string> number;  ///< of the document; absent in entries made before it had one
};
BOOST_DESCRIBE_STRUCT(FindingReinspected, (), (finding, corrected, note, officers, number))

struct FindingTransferred {
  static constexpr std::string_view kType = "finding_transferred.1";
  using State = Inspection;
  std::string finding;
  std::string department;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(FindingTransferred, (), (finding, department, reason))

struct FindingFiled {
  static constexpr std::string_view kType = "finding_filed.1";
  using State = Inspection;
  std::string finding;
  std::string case_id;
};
BOOST_DESCRIBE_STRUCT(FindingFiled, (), (finding, case_id))

struct OfficerRecused {
  static constexpr std::string_view kType = "officer_recused.1";
  using State = Inspection;
  std::string officer;
  std::string grounds;
};
BOOST_DESCRIBE_STRUCT(OfficerRecused, (), (officer, grounds))

struct OfficerReplaced {
  static constexpr std::string_view kType = "officer_replaced.1";
  using State = Inspection;
  std::string officer;
  std::string replacement;
};
BOOST_DESCRIBE_STRUCT(OfficerReplaced, (), (officer, replacement))

/// A replacement has come to the place and shown the certificate.
struct OfficerJoined {
  static constexpr std::string_view kType = "officer_joined.1";
  using State = Inspection;
  ShownCertificate certificate;
};
BOOST_DESCRIBE_STRUCT(OfficerJoined, (), (certificate))

struct InspectionClosed {
  static constexpr std::string_view kType = "inspection_closed.1";
  using State = Inspection;
  std::string summary;
};
BOOST_DESCRIBE_STRUCT(InspectionClosed, (), (summary))

void evolve(Inspection& state, const InspectionOpened& event, const rule::Meta& meta);
void evolve(Inspection& state, const SchemeApproved& event, const rule::Meta& meta);
void evolve(Inspection& state, const OnSiteBegun& event, const rule::Meta& meta);
void evolve(Inspection& state, const ItemRecorded& event);
void evolve(Inspection& state, const FindingRecorded& event);
void evolve(Inspection& state, const FindingWithdrawn& event);
void evolve(Inspection& state, const FeedbackGiven& event, const rule::Meta& meta);
void evolve(Inspection& state, const FindingCorrectedOnSpot& event);
void evolve(Inspection& state, const CorrectionOrdered& event, const rule::Meta& meta);
void evolve(Inspection& state, const MeasureTaken& event, const rule::Meta& meta);
void evolve(Inspection& state, const MeasureApproved& event, const rule::Meta& meta);
void evolve(Inspection& state, const MeasureExtended& event);
void evolve(Inspection& state, const TestingBegun& event);
void evolve(Inspection& state, const TestingEnded& event);
void evolve(Inspection& state, const MeasureLifted& event, const rule::Meta& meta);
void evolve(Inspection& state, const ResumptionReviewed& event, const rule::Meta& meta);
void evolve(Inspection& state, const SupplyStopped& event, const rule::Meta& meta);
void evolve(Inspection& state, const SupplyRestored& event, const rule::Meta& meta);
void evolve(Inspection& state, const OfficerSigned& event);
void evolve(Inspection& state, const EnterpriseSigned& event);
void evolve(Inspection& state, const SigningRefused& event);
void evolve(Inspection& state, const FindingReinspected& event, const rule::Meta& meta);
void evolve(Inspection& state, const FindingTransferred& event);
void evolve(Inspection& state, const FindingFiled& event);
void evolve(Inspection& state, const OfficerRecused& event);
void evolve(Inspection& state, const OfficerReplaced& event);
void evolve(Inspection& state, const OfficerJoined& event);
void evolve(Inspection& state, const InspectionClosed& event, const rule::Meta& meta);

}  // namespace xiezhi::core::inspection
