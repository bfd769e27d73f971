// Accounts as administrators keep them.
#pragma once

#include "http/routes/parts.h"

namespace xiezhi::http {

struct NewAccountBody {
  std::string name;
  std::string officer;
};
BOOST_DESCRIBE_STRUCT(NewAccountBody, (), (name, officer))

struct AccountBody {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(AccountBody, (), (name))

/// Told once and kept nowhere: the administrator hands it over.
struct FreshPasswordView {
  std::string name;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(FreshPasswordView, (), (name, password))

}  // namespace xiezhi::http
