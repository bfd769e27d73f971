// Commands on what a dossier gathers, and the events they yield. What is recorded again under its id takes the place of
// what stood there.
#pragma once

#include "core/dossier/enterprise.h"
#include "core/rule/command.h"

namespace xiezhi::core::dossier {

struct RecordLicence {
  static constexpr std::string_view kName = "RecordLicence";
  using State = Enterprise;
  std::string licence_id;
  LicenceKind kind = LicenceKind::safety_production;
  std::string number;
  std::string issuer;
  base::Date valid_from;
  std::optional<base::Date> valid_until;
  std::optional<std::string> scope;
};
BOOST_DESCRIBE_STRUCT(RecordLicence, (), (licence_id, kind, number, issuer, valid_from, valid_until, scope))
XIEZHI_COMMAND(RecordLicence);

struct EndLicence {
  static constexpr std::string_view kName = "EndLicence";
  using State = Enterprise;
  std::string licence_id;
  base::Date ended_on;
  LicenceEnd ended_by = LicenceEnd::cancelled;
};
BOOST_DESCRIBE_STRUCT(EndLicence, (), (licence_id, ended_on, ended_by))
XIEZHI_COMMAND(EndLicence);

struct RecordHazardSource {
  static constexpr std::string_view kName = "RecordHazardSource";
  using State = Enterprise;
  std::string source_id;
  std::string name;
  SourceGrade grade = SourceGrade::fourth;
  base::Date assessed_on;
  std::optional<base::Date> filed_on;
  std::optional<std::string> filed_number;
};
BOOST_DESCRIBE_STRUCT(RecordHazardSource, (), (source_id, name, grade, assessed_on, filed_on, filed_number))
XIEZHI_COMMAND(RecordHazardSource);

struct CloseHazardSource {
  static constexpr std::string_view kName = "CloseHazardSource";
  using State = Enterprise;
  std::string source_id;
  base::Date closed_on;
};
BOOST_DESCRIBE_STRUCT(CloseHazardSource, (), (source_id, closed_on))
XIEZHI_COMMAND(CloseHazardSource);

struct RecordKeyPerson {
  static constexpr std::string_view kName = "RecordKeyPerson";
  using State = Enterprise;
  std::string person_id;
  KeyRole role = KeyRole::principal;
  rule::Personal name;
  std::optional<std::string> qualification;
  std::optional<base::Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(RecordKeyPerson, (), (person_id, role, name, qualification, valid_until))
XIEZHI_COMMAND(RecordKeyPerson);

struct EndKeyPerson {
  static constexpr std::string_view kName = "EndKeyPerson";
  using State = Enterprise;
  std::string person_id;
  base::Date left_on;
};
BOOST_DESCRIBE_STRUCT(EndKeyPerson, (), (person_id, left_on))
XIEZHI_COMMAND(EndKeyPerson);

struct GradeEnterprise {
  static constexpr std::string_view kName = "GradeEnterprise";
  using State = Enterprise;
  RiskGrade grade = RiskGrade::d;
  std::string reasons;
};
BOOST_DESCRIBE_STRUCT(GradeEnterprise, (), (grade, reasons))
XIEZHI_COMMAND(GradeEnterprise);

// Events -------------------------------------------------------------------------------------------------------------

struct LicenceRecorded {
  static constexpr std::string_view kType = "licence_recorded.1";
  using State = Enterprise;
  std::string id;
  LicenceKind kind = LicenceKind::safety_production;
  std::string number;
  std::string issuer;
  base::Date valid_from;
  std::optional<base::Date> valid_until;
  std::optional<std::string> scope;
};
BOOST_DESCRIBE_STRUCT(LicenceRecorded, (), (id, kind, number, issuer, valid_from, valid_until, scope))

struct LicenceEnded {
  static constexpr std::string_view kType = "licence_ended.1";
  using State = Enterprise;
  std::string id;
  base::Date ended_on;
  LicenceEnd ended_by = LicenceEnd::cancelled;
};
BOOST_DESCRIBE_STRUCT(LicenceEnded, (), (id, ended_on, ended_by))

struct HazardSourceRecorded {
  static constexpr std::string_view kType = "hazard_source_recorded.1";
  using State = Enterprise;
  std::string id;
  std::string name;
  SourceGrade grade = SourceGrade::fourth;
  base::Date assessed_on;
  std::optional<base::Date> filed_on;
  std::optional<std::string> filed_number;
};
BOOST_DESCRIBE_STRUCT(HazardSourceRecorded, (), (id, name, grade, assessed_on, filed_on, filed_number))

struct HazardSourceClosed {
  static constexpr std::string_view kType = "hazard_source_closed.1";
  using State = Enterprise;
  std::string id;
  base::Date closed_on;
};
BOOST_DESCRIBE_STRUCT(HazardSourceClosed, (), (id, closed_on))

struct KeyPersonRecorded {
  static constexpr std::string_view kType = "key_person_recorded.1";
  using State = Enterprise;
  std::string id;
  KeyRole role = KeyRole::principal;
  rule::Commitment name;
  std::optional<std::string> qualification;
  std::optional<base::Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(KeyPersonRecorded, (), (id, role, name, qualification, valid_until))

struct KeyPersonLeft {
  static constexpr std::string_view kType = "key_person_left.1";
  using State = Enterprise;
  std::string id;
  base::Date left_on;
};
BOOST_DESCRIBE_STRUCT(KeyPersonLeft, (), (id, left_on))

struct EnterpriseGraded {
  static constexpr std::string_view kType = "enterprise_graded.1";
  using State = Enterprise;
  RiskGrade grade = RiskGrade::d;
  std::string reasons;
  base::Date graded_on;
};
BOOST_DESCRIBE_STRUCT(EnterpriseGraded, (), (grade, reasons, graded_on))

void evolve(Enterprise& enterprise, const LicenceRecorded& event);
void evolve(Enterprise& enterprise, const LicenceEnded& event);
void evolve(Enterprise& enterprise, const HazardSourceRecorded& event);
void evolve(Enterprise& enterprise, const HazardSourceClosed& event);
void evolve(Enterprise& enterprise, const KeyPersonRecorded& event);
void evolve(Enterprise& enterprise, const KeyPersonLeft& event);
void evolve(Enterprise& enterprise, const EnterpriseGraded& event);

}  // namespace xiezhi::core::dossier
