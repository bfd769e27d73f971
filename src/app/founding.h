// The first body and its administrator: who gives everybody else their place. Only an installation without bodies has
// one to found.
#pragma once

#include <optional>
#include <string>

#include "app/account.h"
#include "app/service.h"

namespace xiezhi::app {

/// The level of the bodies of a division.
core::org::Level level_of(core::org::DivisionKind kind);

struct Founding {
  std::string division;       ///< code of the place, as in the law pack
  std::string body;           ///< name of the body, for example 某省应急管理厅
  std::string administrator;  ///< name of the person
  std::string login;
  std::string password;
  std::optional<std::string> short_name;  ///< of the body, in the numbers of its documents
};

/// Registers the body as body/<division> and the officer with the duty of an administrator, and opens the account. The
/// account's name and password are looked at first: when they will not do, nothing is registered. The error is a
/// sentence for the operator.
base::Result<std::string, std::string> found(Service& service, Accounts& accounts, const Founding& founding);

}  // namespace xiezhi::app
