// Accounts with which the demonstration is looked at.
#pragma once

#include "app/account_secret.h"
#include "app/demo/bureau.h"
#include "app/demo/demo.h"

namespace xiezhi::app::demo {

struct DemoAccount {
  std::string login;
  std::string officer;
  std::string who;  ///< in Chinese
};

/// Officers of 道里区, 南岗区, 哈尔滨市 and the province.
std::vector<DemoAccount> demo_accounts(const std::vector<Bureau>& bureaus);

/// Creates them with one fresh password and writes name, password and description to the file, readable by its owner
/// only.
base::Result<base::Unit, std::string> create_accounts(const DemoOptions& options,
                                                      const std::vector<DemoAccount>& accounts);

}  // namespace xiezhi::app::demo
