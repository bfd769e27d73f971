// Signing in and out, the session, the password.
#pragma once

#include "http/router.h"
#include "http/work_pool.h"

namespace xiezhi::http {

struct LoginBody {
  std::string name;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(LoginBody, (), (name, password))

struct PasswordBody {
  std::string old_password;
  std::string new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (old_password, new_password))

struct SessionView {
  std::string account;
  app::Caller caller;
  std::string csrf_token;  ///< goes back as X-CSRF-Token with everything but GET
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (account, caller, csrf_token))

/// `pool` runs what hashes a password.
void add_session_routes(Router& router, app::Accounts& accounts, WorkPool& pool, CookieSettings cookies);

}  // namespace xiezhi::http
