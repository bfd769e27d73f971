// An inspection, from its trigger to its close. 安全生产法(2021) 第六十二条至第七十条.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "core/calendar/calendar.h"
#include "core/rule/decision.h"

namespace xiezhi::core::inspection {

/// Why this enterprise, now (黑应急发〔2022〕126号 四).
enum class TriggerKind : std::uint8_t { plan, random_draw, complaint, transfer, accident, campaign, monitoring };
BOOST_DESCRIBE_ENUM(TriggerKind, plan, random_draw, complaint, transfer, accident, campaign, monitoring)

struct SchemeItem {
  std::string id;
  std::string text;
  std::optional<std::string> violation;  ///< the violation that a failed item suggests
};
BOOST_DESCRIBE_STRUCT(SchemeItem, (), (id, text, violation))

enum class ItemResult : std::uint8_t { passed, failed, not_applicable };
BOOST_DESCRIBE_ENUM(ItemResult, passed, failed, not_applicable)

struct ItemRecord {
  std::string item;
  ItemResult result = ItemResult::passed;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ItemRecord, (), (item, result, note))

/// A photo, sound, video or document, named by its SHA-256.
struct Attachment {
  std::string sha256;
  std::string caption;
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (sha256, caption))

/// Where a finding stands. `verified`, `transferred` and `case_filed` are its lawful exits.
enum class FindingStatus : std::uint8_t { open, ordered, verified, uncorrected, transferred, case_filed, withdrawn };
BOOST_DESCRIBE_ENUM(FindingStatus, open, ordered, verified, uncorrected, transferred, case_filed, withdrawn)

struct Finding {
  std::string id;
  std::optional<std::string> item;
  std::optional<std::string> violation;
  std::string description;
  std::string place;
  bool major_hazard = false;
  std::vector<Attachment> evidence;
  FindingStatus status = FindingStatus::open;
  std::optional<std::string> order;
  std::optional<std::string> case_id;
};
BOOST_DESCRIBE_STRUCT(Finding, (),
                      (id, item, violation, description, place, major_hazard, evidence, status, order, case_id))

struct Order {
  std::string id;
  std::vector<std::string> findings;
  std::string requirements;
  base::Date deadline;
  base::Instant ordered_at;
  std::optional<std::string> number;  ///< of the 责令限期整改指令书
};
BOOST_DESCRIBE_STRUCT(Order, (), (id, findings, requirements, deadline, ordered_at, number))

/// Measures on the spot (第六十五条第一款第三项、第四项). The last two are compulsion under 行政强制法.
enum class MeasureKind : std::uint8_t { withdraw_people, suspend_business, stop_using, seal, seize };
BOOST_DESCRIBE_ENUM(MeasureKind, withdraw_people, suspend_business, stop_using, seal, seize)

/// How a seizure was carried out (行政强制法 第十八条、第二十四条): the decision, what the party was told and answered,
/// who stood by, and the list that was handed over.
struct SeizureRecord {
  std::string number;  ///< of the decision
  std::vector<std::string> items;
  bool rights_told = false;
  std::string statement;  ///< what the party stated in its defence
  bool party_present = false;
  std::optional<rule::Commitment> witness;  ///< 见证人, when the party is absent
  bool delivered = false;
};
BOOST_DESCRIBE_STRUCT(SeizureRecord, (), (number, items, rights_told, statement, party_present, witness, delivered))

/// 检测、检验、检疫、技术鉴定 of what is sealed or seized (行政强制法 第二十五条第三款).
enum class TestingKind : std::uint8_t { testing, inspection, quarantine, appraisal };
BOOST_DESCRIBE_ENUM(TestingKind, testing, inspection, quarantine, appraisal)

/// A test whose time does not count. The party was told its first and last day in writing; a result that comes earlier
/// ends it earlier.
struct Testing {
  TestingKind kind = TestingKind::testing;
  std::string institution;
  base::Date from;
  base::Date until;
  std::string notice;  ///< number of the written notice to the party
  std::optional<base::Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(Testing, (), (kind, institution, from, until, notice, ended_on))

struct Measure {
  std::string id;
  MeasureKind kind = MeasureKind::withdraw_people;
  std::string finding;
  std::string object;  ///< the place, device or goods
  base::Instant taken_at;
  std::optional<std::string> approved_by;  ///< officer id; absent for an urgent measure not yet approved
  bool urgent = false;
  std::optional<calendar::Term> term;    ///< seal and seize only
  std::optional<SeizureRecord> seizure;  ///< seal and seize only
  std::optional<base::Date> ended_on;
  std::optional<std::vector<Testing>> testings;  ///< absent until the first
  std::optional<std::string> number;  ///< of the 现场处理措施决定书; measures of one day may stand in one

  /// The test that has not been ended, or null.
  [[nodiscard]] const Testing* running_test() const;
};
BOOST_DESCRIBE_STRUCT(Measure, (),
                      (id, kind, finding, object, taken_at, approved_by, urgent, term, seizure, ended_on, testings,
                       number))

/// What a supplier was told to stop supplying (安全生产法 第七十条).
enum class SupplyKind : std::uint8_t { power, explosives };
BOOST_DESCRIBE_ENUM(SupplyKind, power, explosives)

struct SupplyStop {
  std::string id;
  SupplyKind kind = SupplyKind::power;
  std::string measure;   ///< the decision that was not carried out
  std::string supplier;  ///< who was told
  base::Instant stopped_at;
  std::optional<base::Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(SupplyStop, (), (id, kind, measure, supplier, stopped_at, ended_on))

struct ShownCertificate {
  std::string officer;
  std::string number;
};
BOOST_DESCRIBE_STRUCT(ShownCertificate, (), (officer, number))

struct OnSite {
  base::Instant begun_at;
  rule::Commitment person_in_charge;
  std::string person_role;
  std::vector<ShownCertificate> certificates;
};
BOOST_DESCRIBE_STRUCT(OnSite, (), (begun_at, person_in_charge, person_role, certificates))

/// The enterprise's side of the record: signed, or refused with a report (第六十八条).
struct EnterpriseSignature {
  bool agreed = false;  ///< true: signed; false: refused
  rule::Commitment person;
  std::optional<std::string> refusal_reason;
  std::optional<std::string> reported_to;
};
BOOST_DESCRIBE_STRUCT(EnterpriseSignature, (), (agreed, person, refusal_reason, reported_to))

struct Reinspection {
  std::string finding;
  bool corrected = false;
  std::string note;
  std::vector<std::string> officers;
  base::Instant done_at;
  std::optional<std::string> number;  ///< of the 整改复查意见书, which holds several findings
};
BOOST_DESCRIBE_STRUCT(Reinspection, (), (finding, corrected, note, officers, done_at, number))

struct Inspection {
  std::string id;
  std::string body;
  std::string enterprise;
  std::optional<std::string> site;
  std::string division;
  TriggerKind trigger = TriggerKind::plan;
  std::string trigger_reference;
  base::Instant opened_at;
  std::vector<std::string> officers;
  std::vector<std::string> recused;
  std::vector<SchemeItem> scheme;
  std::optional<std::string> scheme_approved_by;
  std::optional<OnSite> on_site;
  std::vector<ItemRecord> records;
  std::vector<Finding> findings;
  std::optional<base::Instant> feedback_at;
  std::vector<Order> orders;
  std::vector<Measure> measures;
  std::optional<std::vector<SupplyStop>> supply_stops;  ///< absent until the first
  std::vector<std::string> officer_signatures;
  std::optional<EnterpriseSignature> enterprise_signature;
  std::vector<Reinspection> reinspections;
  std::optional<base::Instant> closed_at;

  [[nodiscard]] bool exists() const { return !id.empty(); }
  [[nodiscard]] const Finding* finding(std::string_view finding_id) const;
  [[nodiscard]] const Measure* measure(std::string_view measure_id) const;
  [[nodiscard]] bool has_officer(std::string_view officer) const;
  [[nodiscard]] bool on_site_officer(std::string_view officer) const;
  [[nodiscard]] bool is_recused(std::string_view officer) const;
  [[nodiscard]] const SupplyStop* supply_stop(std::string_view stop_id) const;
  [[nodiscard]] const Order* correction_order(std::string_view order_id) const;
  /// Found uncorrected after the last day of an order that covers it: 逾期未改正.
  [[nodiscard]] bool overdue(std::string_view finding_id) const;
  /// Every officer on site who was not recused and the enterprise have signed, or its refusal is on record and
  /// reported.
  [[nodiscard]] bool signed_off() const;
};
BOOST_DESCRIBE_STRUCT(Inspection, (),
                      (id, body, enterprise, site, division, trigger, trigger_reference, opened_at, officers, recused,
                       scheme, scheme_approved_by, on_site, records, findings, feedback_at, orders, measures,
                       supply_stops, officer_signatures, enterprise_signature, reinspections, closed_at))

}  // namespace xiezhi::core::inspection
