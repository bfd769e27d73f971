// One enterprise, one dossier (一企一档). An enterprise is not its sites: the place of an act decides jurisdiction. Nor
// is it a party: a case names its parties itself, with or without an enterprise behind them.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "core/dossier/holdings.h"
#include "core/rule/decision.h"

namespace xiezhi::core::dossier {

enum class Status : std::uint8_t {
  operating,     ///< 在营
  suspended,     ///< 停业
  deregistered,  ///< 注销
  revoked        ///< 吊销
};
BOOST_DESCRIBE_ENUM(Status, operating, suspended, deregistered, revoked)

/// A place where an enterprise works.
struct Site {
  std::string id;
  std::string name;
  std::string address;
  std::string division;  ///< division code of the place: city or county
};
BOOST_DESCRIBE_STRUCT(Site, (), (id, name, address, division))

/// A penalty that a case ended in, as the dossier keeps it (安全生产法(2021) 第七十八条; counted by 第一百一十三条).
struct PenaltyRecord {
  std::string case_id;
  base::Date decided_on;
  std::string instrument;  ///< the statute punished under, for example "work_safety_law_2021"
  bool major_hazard = false;
};
BOOST_DESCRIBE_STRUCT(PenaltyRecord, (), (case_id, decided_on, instrument, major_hazard))

struct Enterprise {
  std::string id;
  std::string name;
  std::optional<std::string> credit_code;
  std::optional<std::string> type;      ///< 企业类型, as registered
  std::optional<std::string> industry;  ///< GB/T 4754-2017: "C", "26", "261" or "2614", with or without the letter
  std::optional<std::string> scope;     ///< 经营范围
  std::optional<base::Date> registered_on;
  std::optional<std::string> registered_capital;      ///< as written
  std::optional<base::Money> registered_capital_fen;  ///< when the writing is plain and in yuan
  std::optional<std::string> address;
  std::string division;  ///< city or county code
  std::optional<rule::Commitment> legal_representative;
  std::optional<rule::Commitment> phone;
  Status status = Status::operating;
  std::vector<Site> sites;
  std::vector<PenaltyRecord> penalties;
  std::vector<Licence> licences;
  std::vector<HazardSource> hazard_sources;
  std::vector<KeyPerson> key_people;
  std::optional<Grading> grading;
};
BOOST_DESCRIBE_STRUCT(Enterprise, (),
                      (id, name, credit_code, type, industry, scope, registered_on, registered_capital,
                       registered_capital_fen, address, division, legal_representative, phone, status, sites, penalties,
                       licences, hazard_sources, key_people, grading))

/// Whether a text has the form of a code of GB/T 4754-2017: a section letter A to T, 2 to 4 digits, or both.
bool industry_code_form(std::string_view code);

/// "50(万元人民币)", "9,800(万元)", "200万人民币", "30000元" as money; nothing for another currency or an unclear
/// writing.
std::optional<base::Money> parse_registered_capital(std::string_view text);

/// Longest text, in characters, of the fields of a dossier.
inline constexpr std::size_t kMaxNameLength = 200;
inline constexpr std::size_t kMaxAddressLength = 500;
inline constexpr std::size_t kMaxScopeLength = 10'000;
inline constexpr std::size_t kMaxShortLength = 100;

}  // namespace xiezhi::core::dossier
