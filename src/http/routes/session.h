// Signing in and out, the session, the password.
#pragma once

#include "http/routes/parts.h"

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

std::string session_cookie_name(CookieSettings settings);
/// Value of Set-Cookie; an empty token deletes the cookie.
std::string session_cookie(CookieSettings settings, std::string_view token);

}  // namespace xiezhi::http
