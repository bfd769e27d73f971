// Commands on bodies and officers, and the events they yield.
#pragma once

#include "core/org/org.h"
#include "core/rule/command.h"

namespace xiezhi::core::org {

struct RegisterBody {
  static constexpr std::string_view kName = "RegisterBody";
  using State = Body;
  std::string name;
  Level level = Level::county;
  BodyKind kind = BodyKind::authority;
  std::string division;
  std::optional<std::string> parent;
  std::optional<std::string> penalty_authorisation;
  std::optional<AuthorisationScope> authorisation_scope;
  std::optional<std::string> short_name;
};
BOOST_DESCRIBE_STRUCT(RegisterBody, (),
                      (name, level, kind, division, parent, penalty_authorisation, authorisation_scope, short_name))
XIEZHI_COMMAND(RegisterBody);

/// A decision that hands penalties to a township or zone, or its renewal with another scope (行政处罚法 第二十四条):
/// it takes the place of what stood before.
struct AuthoriseBody {
  static constexpr std::string_view kName = "AuthoriseBody";
  using State = Body;
  std::string decision;  ///< its number
  AuthorisationScope scope;
};
BOOST_DESCRIBE_STRUCT(AuthoriseBody, (), (decision, scope))
XIEZHI_COMMAND(AuthoriseBody);

struct EntrustTeam {
  static constexpr std::string_view kName = "EntrustTeam";
  using State = Body;
  std::string entrustment_id;
  std::string team;
  std::vector<std::string> items;
  bool includes_compulsion = false;
  base::Date from;
  base::Date until;
  std::optional<base::Date> published_on;
};
BOOST_DESCRIBE_STRUCT(EntrustTeam, (), (entrustment_id, team, items, includes_compulsion, from, until, published_on))
XIEZHI_COMMAND(EntrustTeam);

struct EndEntrustment {
  static constexpr std::string_view kName = "EndEntrustment";
  using State = Body;
  std::string entrustment_id;
  base::Date ended_on;
};
BOOST_DESCRIBE_STRUCT(EndEntrustment, (), (entrustment_id, ended_on))
XIEZHI_COMMAND(EndEntrustment);

struct RegisterOfficer {
  static constexpr std::string_view kName = "RegisterOfficer";
  using State = Officer;
  std::string name;
  std::string body;
  Rank rank = Rank::staff;
  std::vector<Duty> duties;
  bool qualified_in_law = false;
};
BOOST_DESCRIBE_STRUCT(RegisterOfficer, (), (name, body, rank, duties, qualified_in_law))
XIEZHI_COMMAND(RegisterOfficer);

struct IssueCertificate {
  static constexpr std::string_view kName = "IssueCertificate";
  using State = Officer;
  std::string number;
  std::string kind;
  base::Date valid_from;
  base::Date valid_until;
};
BOOST_DESCRIBE_STRUCT(IssueCertificate, (), (number, kind, valid_from, valid_until))
XIEZHI_COMMAND(IssueCertificate);

struct RevokeCertificate {
  static constexpr std::string_view kName = "RevokeCertificate";
  using State = Officer;
  std::string number;
  base::Date revoked_on;
};
BOOST_DESCRIBE_STRUCT(RevokeCertificate, (), (number, revoked_on))
XIEZHI_COMMAND(RevokeCertificate);

struct AssignDuties {
  static constexpr std::string_view kName = "AssignDuties";
  using State = Officer;
  Rank rank = Rank::staff;
  std::vector<Duty> duties;
};
BOOST_DESCRIBE_STRUCT(AssignDuties, (), (rank, duties))
XIEZHI_COMMAND(AssignDuties);

struct EndService {
  static constexpr std::string_view kName = "EndService";
  using State = Officer;
  base::Date left_on;
};
BOOST_DESCRIBE_STRUCT(EndService, (), (left_on))
XIEZHI_COMMAND(EndService);

// Events -------------------------------------------------------------------------------------------------------------

struct BodyRegistered {
  static constexpr std::string_view kType = "body_registered.1";
  using State = Body;
  std::string id;
  std::string name;
  Level level = Level::county;
  BodyKind kind = BodyKind::authority;
  std::string division;
  std::optional<std::string> parent;
  std::optional<std::string> penalty_authorisation;
  std::optional<AuthorisationScope> authorisation_scope;  ///< absent in entries from before it was recorded
  std::optional<std::string> short_name;                  ///< absent in entries made before bodies had one
};
BOOST_DESCRIBE_STRUCT(BodyRegistered, (),
                      (id, name, level, kind, division, parent, penalty_authorisation, authorisation_scope, short_name))

struct BodyAuthorised {
  static constexpr std::string_view kType = "body_authorised.1";
  using State = Body;
  std::string decision;
  AuthorisationScope scope;
};
BOOST_DESCRIBE_STRUCT(BodyAuthorised, (), (decision, scope))

struct TeamEntrusted {
  static constexpr std::string_view kType = "team_entrusted.1";
  using State = Body;
  std::string id;
  std::string team;
  std::vector<std::string> items;
  base::Date from;
  base::Date until;
  base::Date published_on;
};
BOOST_DESCRIBE_STRUCT(TeamEntrusted, (), (id, team, items, from, until, published_on))

struct EntrustmentEnded {
  static constexpr std::string_view kType = "entrustment_ended.1";
  using State = Body;
  std::string id;
  base::Date ended_on;
};
BOOST_DESCRIBE_STRUCT(EntrustmentEnded, (), (id, ended_on))

struct OfficerRegistered {
  static constexpr std::string_view kType = "officer_registered.1";
  using State = Officer;
  std::string id;
  std::string name;
  std::string body;
  Rank rank = Rank::staff;
  std::vector<Duty> duties;
  bool qualified_in_law = false;
};
BOOST_DESCRIBE_STRUCT(OfficerRegistered, (), (id, name, body, rank, duties, qualified_in_law))

struct CertificateIssued {
  static constexpr std::string_view kType = "certificate_issued.1";
  using State = Officer;
  std::string number;
  std::string kind;
  base::Date valid_from;
  base::Date valid_until;
};
BOOST_DESCRIBE_STRUCT(CertificateIssued, (), (number, kind, valid_from, valid_until))

struct CertificateRevoked {
  static constexpr std::string_view kType = "certificate_revoked.1";
  using State = Officer;
  std::string number;
  base::Date revoked_on;
};
BOOST_DESCRIBE_STRUCT(CertificateRevoked, (), (number, revoked_on))

struct DutiesAssigned {
  static constexpr std::string_view kType = "duties_assigned.1";
  using State = Officer;
  Rank rank = Rank::staff;
  std::vector<Duty> duties;
};
BOOST_DESCRIBE_STRUCT(DutiesAssigned, (), (rank, duties))

struct ServiceEnded {
  static constexpr std::string_view kType = "service_ended.1";
  using State = Officer;
  base::Date left_on;
};
BOOST_DESCRIBE_STRUCT(ServiceEnded, (), (left_on))

void evolve(Body& body, const BodyRegistered& event);
void evolve(Body& body, const BodyAuthorised& event);
void evolve(Body& body, const TeamEntrusted& event);
void evolve(Body& body, const EntrustmentEnded& event);
void evolve(Officer& officer, const OfficerRegistered& event);
void evolve(Officer& officer, const CertificateIssued& event);
void evolve(Officer& officer, const CertificateRevoked& event);
void evolve(Officer& officer, const DutiesAssigned& event);
void evolve(Officer& officer, const ServiceEnded& event);

}  // namespace xiezhi::core::org
