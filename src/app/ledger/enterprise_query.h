// What people read of the ledger: lists with search, one dossier, counts. Every function takes the caller's scope.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/scope.h"
#include "core/dossier/enterprise.h"
#include "core/org/divisions.h"
#include "store/connection.h"

namespace xiezhi::app::ledger {

struct EnterpriseFilter {
  std::string text;  ///< part of the name, words in any order; initials of its sounds; the beginning of a credit code
  std::string division;  ///< code of a place within the scope; "" is the whole scope
  std::string industry;  ///< GB/T 4754-2017: "C", "26", "261" or "2614", with or without the letter
  std::optional<core::dossier::Status> status;
  std::optional<core::dossier::RiskGrade> grade;
  std::string after;  ///< `next` of the page before; "" for the first
  std::int32_t size = 20;
};
inline constexpr std::int32_t kMaxPageSize = 200;    ///< that people see at once
inline constexpr std::int32_t kMaxBatchSize = 1000;  ///< of a walk through the list

struct EnterpriseItem {
  std::string id;
  std::string name;
  std::optional<std::string> credit_code;
  std::optional<std::string> industry;
  std::optional<std::string> address;
  std::string division;
  std::string place;  ///< "哈尔滨市道里区"
  core::dossier::Status status = core::dossier::Status::operating;
  std::optional<core::dossier::RiskGrade> grade;
};
BOOST_DESCRIBE_STRUCT(EnterpriseItem, (), (id, name, credit_code, industry, address, division, place, status, grade))

struct EnterprisePage {
  std::vector<EnterpriseItem> items;
  std::optional<std::string> next;  ///< absent on the last page
};
BOOST_DESCRIBE_STRUCT(EnterprisePage, (), (items, next))

struct PenaltyItem {
  std::string case_id;
  std::string party;
  base::Date decided_on;
  std::string instrument;
  bool major_hazard = false;
};
BOOST_DESCRIBE_STRUCT(PenaltyItem, (), (case_id, party, decided_on, instrument, major_hazard))

/// A dossier as a page shows it. Personal data that were erased are absent.
struct EnterpriseDossier {
  std::string id;
  std::int64_t version = 0;
  std::string name;
  std::optional<std::string> credit_code;
  std::optional<std::string> type;
  std::optional<std::string> industry;
  std::optional<std::string> scope;
  std::optional<base::Date> registered_on;
  std::optional<std::string> registered_capital;
  std::optional<base::Money> registered_capital_fen;
  std::optional<std::string> address;
  std::string division;
  std::string place;
  std::optional<std::string> legal_representative;
  std::optional<std::string> phone;
  core::dossier::Status status = core::dossier::Status::operating;
  base::Instant updated_at;
  std::vector<core::dossier::Site> sites;
  std::vector<PenaltyItem> penalties;
};
BOOST_DESCRIBE_STRUCT(EnterpriseDossier, (),
                      (id, version, name, credit_code, type, industry, scope, registered_on, registered_capital,
                       registered_capital_fen, address, division, place, legal_representative, phone, status,
                       updated_at, sites, penalties))

struct DivisionCount {
  std::string division;
  std::string place;
  std::int64_t enterprises = 0;
};
BOOST_DESCRIBE_STRUCT(DivisionCount, (), (division, place, enterprises))

/// In the order in which enterprises were registered here (by credit code when the text is the beginning of one).
store::DbResult<EnterprisePage> list_enterprises(store::Connection& connection, const core::org::Divisions& divisions,
                                                 const Scope& scope, const EnterpriseFilter& filter);
/// What a dossier is read with, in one snapshot.
std::vector<store::Call> dossier_calls(const std::string& id);
/// The dossier from the rows of these calls; personal data are read with the connection.
store::DbResult<std::optional<EnterpriseDossier>> read_dossier(store::Connection& connection,
                                                               const core::org::Divisions& divisions,
                                                               const Scope& scope,
                                                               std::span<const std::vector<store::Row>> rows);
/// Nothing when there is none of that id within the scope.
store::DbResult<std::optional<EnterpriseDossier>> find_enterprise(store::Connection& connection,
                                                                  const core::org::Divisions& divisions,
                                                                  const Scope& scope, const std::string& id);
/// One row for each division that has enterprises, by code.
store::DbResult<std::vector<DivisionCount>> count_enterprises(store::Connection& connection,
                                                              const core::org::Divisions& divisions,
                                                              const Scope& scope);

/// Enterprises that carry a normalised credit code, whatever the caller's scope: to be asked before a registration.
struct CodeHolder {
  std::string id;
  std::string name;
  std::string division;
};
BOOST_DESCRIBE_STRUCT(CodeHolder, (), (id, name, division))
store::DbResult<std::vector<CodeHolder>> holders_of_code(store::Connection& connection, const std::string& credit_code);

/// "哈尔滨市道里区": the place without its province; the code when it is unknown.
std::string place_name(const core::org::Divisions& divisions, const std::string& code);

}  // namespace xiezhi::app::ledger
