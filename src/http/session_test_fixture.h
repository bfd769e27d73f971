#pragma once

#include "http/test_server.h"

namespace xiezhi::http {

class SessionRoutesTest : public ServerTest {
 protected:
  RawResponse log_in(const std::string& name, const std::string& password) {
    return request("POST", "/api/session", {}, R"({"name":")" + name + R"(","password":")" + password + "\"}");
  }
  static std::string token_of(const RawResponse& response) {
    const std::string cookie = response.header("set-cookie");
    const auto from = cookie.find('=') + 1;
    return cookie.substr(from, cookie.find(';') - from);
  }
};

}  // namespace xiezhi::http
