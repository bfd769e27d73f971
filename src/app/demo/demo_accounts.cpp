#include "app/demo/demo_accounts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/administration.h"

namespace xiezhi::app::demo {
namespace {

using Done = base::Result<base::Unit, std::string>;

const Bureau& bureau_of(const std::vector<Bureau>& bureaus, std::string_view code) {
  const auto found =
      std::find_if(bureaus.begin(), bureaus.end(), [&](const Bureau& bureau) { return bureau.code == code; });
  VERIFY(found != bureaus.end());
  return *found;
}

DemoAccount account_of(const char* login, const Person& person, const std::string& office, const char* post) {
  return {login, person.id(), office + " " + person.caller->name + "（" + post + "）"};
}

Done write_file(const std::string& path, const std::vector<DemoAccount>& accounts, const std::string& password) {
  std::ofstream out(path, std::ios::trunc);
  std::error_code failed;
  std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, failed);
  for (const DemoAccount& account : accounts) out << account.login << '\t' << password << '\t' << account.who << '\n';
  out.close();
  if (!out || failed) return base::Err{"cannot write " + path};
  return base::Unit{};
}

}  // namespace

std::vector<DemoAccount> demo_accounts(const std::vector<Bureau>& bureaus) {
  const Bureau& daoli = bureau_of(bureaus, "230102");
  const Bureau& nangang = bureau_of(bureaus, "230103");
  const Bureau& harbin = bureau_of(bureaus, "2301");
  const Bureau& province = bureau_of(bureaus, "23");
  return {account_of("daoli-officer", daoli.investigators[0], daoli.name, "执法人员"),
          account_of("daoli-officer2", daoli.investigators[1], daoli.name, "执法人员"),
          account_of("daoli-head", daoli.head, daoli.name, "局长，审批"),
          account_of("daoli-deputy", daoli.deputy, daoli.name, "副局长，审批"),
          account_of("daoli-reviewer", daoli.reviewer, daoli.name, "法制审核人员"),
          account_of("daoli-presider", daoli.presider, daoli.name, "听证主持人"),
          account_of("daoli-registrar", daoli.registrar, daoli.name, "台账管理"),
          account_of("nangang-officer", nangang.investigators[0], nangang.name, "执法人员"),
          account_of("harbin-head", harbin.head, harbin.name, "局长"),
          account_of("province-registrar", province.registrar, province.name, "台账管理"),
          account_of("province-admin", province.administrator, province.name, "机构与人员管理"),
          account_of("province-reviewer", province.reviewer, province.name, "法制审核人员"),
          account_of("province-reviewer2", province.second_reviewer, province.name, "法制审核人员"),
          account_of("province-supervisor", province.deputy, province.name, "副厅长，监督")};
}

Done create_accounts(const DemoOptions& options, const std::vector<DemoAccount>& accounts) {
  const std::string password = fresh_password();
  TRY(write_file(options.accounts_file, accounts, password));
  AccountSettings settings;
  settings.database = options.database;
  settings.cost = options.small ? PasswordCost::cheap : PasswordCost::strong;
  settings.clock = [now = options.now] { return now; };
  Accounts store(std::move(settings));
  for (const DemoAccount& account : accounts) {
    const auto created = store.create(account.login, account.officer, password);
    if (!created.ok()) return base::Err{"account " + account.login + " was not created: " + created.error().message};
  }
  return base::Unit{};
}

}  // namespace xiezhi::app::demo
