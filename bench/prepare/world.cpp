#include <algorithm>
#include <fstream>
#include <map>

#include "app/account.h"
#include "prepare.h"
#include "store/query.h"

namespace xiezhi::bench {
namespace {

namespace query = store::query;
using core::org::Duty;
using core::org::Officer;

constexpr std::size_t kCountyDigits = 6;
constexpr std::int64_t kPage = 200;
constexpr std::size_t kEnterprisesOfCounty = 4000;

/// Officers by body. The statement gives a thousand at most, so each body is asked for its own.
Outcome<std::vector<Officer>> officers_of(store::Connection& connection, const std::string& body) {
  std::vector<Officer> out;
  for (const store::Row& row : TRY_SAID(connection.run(query::kOfficerList, {"", "~", body}))) {
    auto officer = base::parse_json<Officer>(store::text(row[0]));
    VERIFY(officer.ok());
    if (officer->body == body && !officer->left_on) out.push_back(std::move(officer).value());
  }
  return out;
}

Outcome<std::optional<County>> county_of(store::Connection& connection, const store::Row& body, base::Date today) {
  County county;
  county.body = store::text(body[0]);
  county.code = store::text(body[4]);
  bool approver = false;
  for (const Officer& officer : TRY(officers_of(connection, county.body))) {
    if (officer.has(Duty::investigator) && officer.certified_on(today)) county.investigators.push_back(officer);
    if (officer.has(Duty::approver) && officer.is_head_or_deputy()) county.approver = officer;
    approver = approver || officer.has(Duty::approver);
  }
  if (county.investigators.size() < 2 || !approver) return std::optional<County>();
  return std::optional(std::move(county));
}

/// Ids of the first enterprises of a county; each with its name goes to the file.
Done list_enterprises(store::Connection& connection, County& county, std::ostream& file) {
  std::int64_t after = -1;
  while (county.enterprises.size() < kEnterprisesOfCounty) {
    const auto rows = TRY_SAID(connection.run(query::kEnterpriseListDivision, {after, county.code, kPage}));
    for (const store::Row& row : rows) {
      after = store::integer(row[0]);
      county.enterprises.push_back(store::text(row[1]));
      file << county.code << '\t' << store::text(row[1]) << '\t' << store::text(row[2]) << '\n';
    }
    if (static_cast<std::int64_t>(rows.size()) < kPage) break;
  }
  return base::Unit{};
}

struct Login {
  std::string name;
  std::string officer;
  std::string code;  ///< of the division
};

/// Makes an account, or gives the one that is there the new password.
Done open_account(app::Accounts& accounts, const Login& login, const std::string& password) {
  const auto created = accounts.create(login.name, login.officer, password);
  if (created.ok()) return base::Unit{};
  const auto reset = accounts.reset_password(login.name, password);
  if (!reset.ok()) return base::Err{"account " + login.name + ": " + reset.error().message};
  return base::Unit{};
}

Done open_accounts(const Place& place, const std::vector<Login>& logins) {
  app::AccountSettings settings;
  settings.database = place.database;
  settings.cost = app::PasswordCost::cheap;
  settings.clock = wall_clock;
  app::Accounts accounts(std::move(settings));
  const std::string password = app::random_token().substr(0, 24);
  std::ofstream file(place.out + "/accounts.tsv", std::ios::trunc);
  for (const Login& login : logins) {
    TRY(open_account(accounts, login, password));
    file << login.code << '\t' << login.name << '\t' << password << '\n';
  }
  file.close();
  if (!file) return base::Err{"cannot write to " + place.out};
  return base::Unit{};
}

/// Who brings lists in for the province: a registrar of its body.
Outcome<Login> registrar_of_province(store::Connection& connection, const std::vector<store::Row>& bodies) {
  for (const store::Row& body : bodies) {
    if (store::text(body[2]) != "province") continue;
    for (const Officer& officer : TRY(officers_of(connection, store::text(body[0])))) {
      if (officer.has(Duty::registrar)) return Login{"bench-province", officer.id, store::text(body[4])};
    }
  }
  return base::Err{std::string("the province has no registrar")};
}

}  // namespace

Outcome<std::vector<County>> survey(store::Connection& connection, const Place& place, std::size_t counties) {
  std::map<std::string, std::int64_t> sizes;
  for (const store::Row& row : TRY_SAID(connection.run(query::kEnterpriseCount, {"23"}))) {
    sizes[store::text(row[0])] = store::integer(row[1]);
  }
  auto bodies = TRY_SAID(connection.run(query::kBodyList, {}));
  std::vector<Login> logins = {TRY(registrar_of_province(connection, bodies))};
  std::erase_if(bodies, [](const store::Row& body) {
    return store::text(body[4]).size() != kCountyDigits || store::text(body[3]) != "authority";
  });
  std::stable_sort(bodies.begin(), bodies.end(), [&](const store::Row& a, const store::Row& b) {
    return sizes[store::text(a[4])] > sizes[store::text(b[4])];
  });
  const base::Date today = wall_clock().date();
  std::vector<County> out;
  std::ofstream file(place.out + "/enterprises.tsv", std::ios::trunc);
  for (const store::Row& body : bodies) {
    if (out.size() == counties) break;
    auto county = TRY(county_of(connection, body, today));
    if (!county) continue;
    TRY(list_enterprises(connection, *county, file));
    logins.push_back({"bench-" + county->code, county->investigators.front().id, county->code});
    out.push_back(std::move(*county));
  }
  file.close();
  if (out.size() < counties || !file) {
    return base::Err{std::string("fewer counties with officers than wanted, or a full disk")};
  }
  TRY(open_accounts(place, logins));
  return out;
}

}  // namespace xiezhi::bench
