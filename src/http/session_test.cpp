#include "http/session_test_fixture.h"

namespace xiezhi::http {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, SessionRoutesTest, testing::Values(store::Engine::sqlite));

TEST_P(SessionRoutesTest, LoginGivesACookieThatScriptsCannotRead) {
  const auto response = log_in("wang", app::kTestPassword);
  EXPECT_EQ(response.status, 200);
  const std::string cookie = response.header("set-cookie");
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos);
  const std::string token = token_of(response);
  EXPECT_EQ(token.size(), 64u);
  EXPECT_EQ(response.body.find(token), std::string::npos) << "the token is in the cookie alone";
  const auto view = base::parse_json<SessionView>(response.body);
  ASSERT_TRUE(view.ok());
  EXPECT_EQ(view->caller.officer, "wang");
  EXPECT_EQ(get("/api/session", token).body, response.body);
}

TEST_P(SessionRoutesTest, BehindTlsTheCookieIsSecure) {
  EXPECT_EQ(session_cookie({true}, "abc"), "__Host-xiezhi_session=abc; Path=/; HttpOnly; SameSite=Strict; Secure");
}

TEST_P(SessionRoutesTest, WrongPasswordIs401AndFiveOfThemLock) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(log_in("wang", "wrong wrong").status, 401);
  const auto locked = log_in("wang", app::kTestPassword);
  EXPECT_EQ(locked.status, 429);
  EXPECT_EQ(locked.header("retry-after"), "900");
  EXPECT_EQ(locked.header("set-cookie"), "");
}

TEST_P(SessionRoutesTest, UnknownNamesAnswerLikeWrongPasswords) {
  EXPECT_EQ(log_in("wang", "wrong wrong").body, log_in("nobody", "wrong wrong").body);
}

TEST_P(SessionRoutesTest, LogoutEndsTheSession) {
  const std::string token = token_of(log_in("wang", app::kTestPassword));
  const auto out = request("DELETE", "/api/session", token, {}, app::csrf_token(token));
  EXPECT_EQ(out.status, 204);
  EXPECT_NE(out.header("set-cookie").find("Max-Age=0"), std::string::npos);
  EXPECT_EQ(get("/api/session", token).status, 401);
}

TEST_P(SessionRoutesTest, PasswordChangeKeepsTheCallerSignedIn) {
  const std::string token = token_of(log_in("wang", app::kTestPassword));
  const auto change = [&](const std::string& old_password, const std::string& new_password) {
    return request("POST", "/api/password", token,
                   R"({"new_password":")" + new_password + R"(","old_password":")" + old_password + "\"}",
                   app::csrf_token(token));
  };
  EXPECT_EQ(change("not the old one", "a new long password").status, 403);
  EXPECT_EQ(change(app::kTestPassword, "short").status, 400);
  const auto changed = change(app::kTestPassword, "a new long password");
  EXPECT_EQ(changed.status, 200);
  EXPECT_EQ(get("/api/session", token).status, 401);
  EXPECT_EQ(get("/api/session", token_of(changed)).status, 200);
  EXPECT_EQ(log_in("wang", "a new long password").status, 200);
}

TEST_P(SessionRoutesTest, AFormOfAnotherSiteCannotLogIn) {
  const std::string body = R"({"name":"wang","password":"x"})";
  const auto response =
      send("POST /api/session HTTP/1.1\r\nHost: test\r\nContent-Type: text/plain\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body);
  EXPECT_EQ(response.status, 415);
}

TEST_P(SessionRoutesTest, NothingOfASessionIsKeptByCaches) {
  EXPECT_EQ(log_in("wang", app::kTestPassword).header("cache-control"), "no-store");
}

}  // namespace
}  // namespace xiezhi::http
