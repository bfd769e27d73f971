// What a dossier gathers over time beside the registration: licences, major hazard sources, key people, the risk grade.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/codec.h"
#include "core/rule/decision.h"

namespace xiezhi::core::dossier {

enum class LicenceKind : std::uint8_t {
  safety_production,    ///< 安全生产许可证
  chemicals_operation,  ///< 危险化学品经营许可证
  chemicals_use,        ///< 危险化学品安全使用许可证
  fireworks_operation,  ///< 烟花爆竹经营（批发、零售）许可证
  other
};
BOOST_DESCRIBE_ENUM(LicenceKind, safety_production, chemicals_operation, chemicals_use, fireworks_operation, other)

/// Why a licence ended before its term: 行政许可法(2019) 第六十九条、第七十条; 安全生产法(2021) 第六十三条.
enum class LicenceEnd : std::uint8_t { cancelled, withdrawn, revoked };
BOOST_DESCRIBE_ENUM(LicenceEnd, cancelled, withdrawn, revoked)

struct Licence {
  std::string id;
  LicenceKind kind = LicenceKind::safety_production;
  std::string number;
  std::string issuer;
  base::Date valid_from;
  std::optional<base::Date> valid_until;  ///< last day; absent: without a term
  std::optional<std::string> scope;
  std::optional<base::Date> ended_on;
  std::optional<LicenceEnd> ended_by;
};
BOOST_DESCRIBE_STRUCT(Licence, (), (id, kind, number, issuer, valid_from, valid_until, scope, ended_on, ended_by))

/// Of major hazard sources, the first the gravest (危险化学品重大危险源监督管理暂行规定 第八条).
enum class SourceGrade : std::uint8_t { first, second, third, fourth };
BOOST_DESCRIBE_ENUM(SourceGrade, first, second, third, fourth)

/// 重大危险源 (安全生产法(2021) 第四十条): registered with a file, assessed, and filed with the department.
struct HazardSource {
  std::string id;
  std::string name;
  SourceGrade grade = SourceGrade::fourth;
  base::Date assessed_on;
  std::optional<base::Date> filed_on;
  std::optional<std::string> filed_number;
  std::optional<base::Date> closed_on;
};
BOOST_DESCRIBE_STRUCT(HazardSource, (), (id, name, grade, assessed_on, filed_on, filed_number, closed_on))

enum class KeyRole : std::uint8_t {
  principal,       ///< 主要负责人 (安全生产法(2021) 第二十一条)
  safety_manager,  ///< 安全生产管理人员 (第二十四条)
  special_worker   ///< 特种作业人员 (第三十条)
};
BOOST_DESCRIBE_ENUM(KeyRole, principal, safety_manager, special_worker)

struct KeyPerson {
  std::string id;
  KeyRole role = KeyRole::principal;
  rule::Commitment name;
  std::optional<std::string> qualification;  ///< number of the certificate of knowledge or of special work
  std::optional<base::Date> valid_until;
  std::optional<base::Date> left_on;
};
BOOST_DESCRIBE_STRUCT(KeyPerson, (), (id, role, name, qualification, valid_until, left_on))

/// 安全风险分级 (安全生产法(2021) 第四条第一款、第四十一条第一款): a the gravest, red; d the least, blue.
enum class RiskGrade : std::uint8_t { a, b, c, d };
BOOST_DESCRIBE_ENUM(RiskGrade, a, b, c, d)

struct Grading {
  RiskGrade grade = RiskGrade::d;
  std::string reasons;
  base::Date graded_on;
};
BOOST_DESCRIBE_STRUCT(Grading, (), (grade, reasons, graded_on))

}  // namespace xiezhi::core::dossier
