// Bodies that enforce, the teams they entrust, and their officers. 行政处罚法 第三章, 第四十二条; 安全生产法
// 第六十七条.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"

namespace xiezhi::core::org {

enum class Level : std::uint8_t { province, city, county, township, zone };
BOOST_DESCRIBE_ENUM(Level, province, city, county, township, zone)

/// An authority acts in its own name; a team acts in the name of the authority that entrusts it (行政处罚法 第二十条).
enum class BodyKind : std::uint8_t { authority, team };
BOOST_DESCRIBE_ENUM(BodyKind, authority, team)

/// What is entrusted, to whom and until when. Compulsion is never among it (行政强制法 第十七条第一款).
struct Entrustment {
  std::string id;
  std::string team;                ///< body id of the entrusted team
  std::vector<std::string> items;  ///< prefixes of violation ids, for example "wsl.99."
  base::Date from;
  base::Date until;  ///< last day
  base::Date published_on;
  std::optional<base::Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(Entrustment, (), (id, team, items, from, until, published_on, ended_on))

/// The scope of a published decision by which a township or zone took over penalties (行政处罚法 第二十四条第一款、
/// 第二款). `compulsion`: the decision names the measures of compulsion that go with them (行政强制法 第十七条第二款).
struct AuthorisationScope {
  std::vector<std::string> items;  ///< prefixes of violation ids, for example "wsl.99."
  base::Date from;
  std::optional<base::Date> until;  ///< last day; absent: until it is withdrawn
  bool compulsion = false;
};
BOOST_DESCRIBE_STRUCT(AuthorisationScope, (), (items, from, until, compulsion))

struct Body {
  std::string id;
  std::string name;
  Level level = Level::county;
  BodyKind kind = BodyKind::authority;
  std::string division;               ///< division code it is responsible for
  std::optional<std::string> parent;  ///< the superior body
  std::vector<std::string> areas;     ///< further division or zone codes it answers for
  std::optional<std::string>
      penalty_authorisation;  ///< published provincial decision, for townships and zones (第二十四条)
  std::optional<AuthorisationScope> authorisation_scope;  ///< absent: the decision was recorded without its scope
  std::vector<Entrustment> entrustments;
  std::optional<std::string> short_name;  ///< 机关代字: how the numbers of its documents name it, "哈里"
};
BOOST_DESCRIBE_STRUCT(Body, (),
                      (id, name, level, kind, division, parent, areas, penalty_authorisation, authorisation_scope,
                       entrustments, short_name))

enum class Duty : std::uint8_t {
  investigator,      ///< 执法人员
  legal_reviewer,    ///< 法制审核人员
  hearing_presider,  ///< 听证主持人
  approver,          ///< 行政机关负责人
  registrar,         ///< 台账管理
  administrator      ///< 机构与人员管理
};
BOOST_DESCRIBE_ENUM(Duty, investigator, legal_reviewer, hearing_presider, approver, registrar, administrator)

/// 行政机关负责人 is the head and the deputies; 主要负责人 is the head alone.
enum class Rank : std::uint8_t { staff, team_leader, deputy_head, head };
BOOST_DESCRIBE_ENUM(Rank, staff, team_leader, deputy_head, head)

struct Certificate {
  std::string number;
  std::string kind;  ///< 行政执法证 and the like
  base::Date valid_from;
  base::Date valid_until;  ///< last valid day
  std::optional<base::Date> revoked_on;

  [[nodiscard]] bool valid_on(base::Date day) const {
    return day >= valid_from && day <= valid_until && (!revoked_on || day < *revoked_on);
  }
};
BOOST_DESCRIBE_STRUCT(Certificate, (), (number, kind, valid_from, valid_until, revoked_on))

struct Officer {
  std::string id;
  std::string name;
  std::string body;
  Rank rank = Rank::staff;
  std::vector<Duty> duties;
  std::vector<Certificate> certificates;
  bool qualified_in_law = false;      ///< 法律职业资格 (行政处罚法 第五十八条第二款)
  std::optional<base::Date> left_on;  ///< first day no longer in service

  [[nodiscard]] bool has(Duty duty) const;
  /// Whether any certificate is valid on that day.
  [[nodiscard]] bool certified_on(base::Date day) const;
  [[nodiscard]] bool serves_on(base::Date day) const { return !left_on || day < *left_on; }
  /// 行政机关负责人.
  [[nodiscard]] bool is_head_or_deputy() const { return rank == Rank::head || rank == Rank::deputy_head; }
};
BOOST_DESCRIBE_STRUCT(Officer, (), (id, name, body, rank, duties, certificates, qualified_in_law, left_on))

/// Whether a division lies in another: "230102" in "2301". Codes are administrative division codes.
bool within(std::string_view division, std::string_view area);
/// Whether a body answers for a place.
bool answers_for(const Body& body, std::string_view division);
/// The entrustment under which a team may act for `body` on a violation and day, or null.
const Entrustment* entrustment_for(const Body& body, std::string_view team, std::string_view violation, base::Date day);
/// Whether the body may impose penalties at all on that day (行政处罚法 第二十三条、第二十四条).
bool has_penalty_power(const Body& body, base::Date day);
/// Whether its power reaches a violation: what was decided without a scope reaches all (第二十四条第二款).
bool has_penalty_power_over(const Body& body, std::string_view violation, base::Date day);
/// Whether the body may apply measures of compulsion (行政强制法 第十七条第一款、第二款): a department of a county or
/// above; a township or zone when the decision says so.
bool has_compulsion_power(const Body& body, base::Date day);

}  // namespace xiezhi::core::org
