#include "http/routes/session.h"

#include "base/text.h"
#include "http/body_route.h"

namespace xiezhi::http {
namespace {

constexpr std::size_t kLongestName = 64;        // bytes
constexpr std::size_t kLongestPassword = 1024;  // bytes; argon2id takes more, an attacker's megabyte need not be hashed

std::string_view code_of(app::AccountFailure failure) {
  switch (failure) {
    case app::AccountFailure::wrong: return "session.wrong";
    case app::AccountFailure::locked: return "session.locked";
    case app::AccountFailure::slow_down: return "session.slow_down";
    case app::AccountFailure::weak: return "session.weak_password";
    case app::AccountFailure::taken: VERIFY_NOT_REACHED();  // only when an account is created
    case app::AccountFailure::unavailable: return "http.unavailable";
  }
  VERIFY_NOT_REACHED();
}

Response account_response(const app::AccountProblem& problem) {
  Response out = problem_response(code_of(problem.failure), problem.message);
  if (problem.retry_after_ms > 0) out.set("retry-after", std::to_string((problem.retry_after_ms + 999) / 1000));
  return out;
}

SessionView view_of(const app::Session& session) { return {session.account, session.caller, session.csrf}; }

/// The session of a fresh token, with its cookie.
Response session_response(const Parts& parts, const std::string& token) {
  const auto session = parts.accounts->sessions().find(token);
  if (!session.ok()) return problem_response("http.unavailable", session.error().message);
  if (!*session) return problem_response("session.wrong", "the officer of the account does not serve");
  Response out = json_response(200, base::to_json(view_of(**session)));
  out.set("set-cookie", session_cookie(parts.cookies, token));
  return out;
}

void post_or_refuse(WorkPool& pool, const Respond& respond, std::function<Response()> work) {
  const bool taken = pool.try_post([respond, work = std::move(work)] { respond(work()); });
  if (!taken) respond(problem_response("http.overloaded"));
}

Route login_route(const Parts& parts) {
  auto route = body_route<Nothing, LoginBody, SessionView>(
      Method::post, "/api/session", Public{}, "登录",
      [parts](const Call& call, Nothing, LoginBody body, const Respond& respond) {
        if (body.name.size() > kLongestName || body.password.size() > kLongestPassword) {
          return respond(problem_response("session.wrong"));
        }
        post_or_refuse(*parts.logins, respond, [parts, body, address = call.request.address] {
          const auto token = parts.accounts->login(body.name, body.password, address);
          return token.ok() ? session_response(parts, *token) : account_response(token.error());
        });
      });
  route.csrf_exempt = true;  // there is no session yet; SameSite and the JSON content type keep other sites out
  return route;
}

Route password_route(const Parts& parts) {
  return body_route<Nothing, PasswordBody, SessionView>(
      Method::post, "/api/password", AnyOfficer{app::Reach::self}, "修改密码",
      [parts](const Call& call, Nothing, PasswordBody body, const Respond& respond) {
        if (body.old_password.size() > kLongestPassword || body.new_password.size() > kLongestPassword) {
          return respond(problem_response("session.weak_password"));
        }
        post_or_refuse(*parts.logins, respond, [parts, body, session = *call.session, address = call.request.address] {
          const auto token = parts.accounts->change_password(session, body.old_password, body.new_password, address);
          if (token.ok()) return session_response(parts, *token);
          // 401 would tell the client that its session is over
          const bool wrong = token.error().failure == app::AccountFailure::wrong;
          return wrong ? problem_response("session.wrong_old_password") : account_response(token.error());
        });
      });
}

Route logout_route(const Parts& parts) {
  return body_route<Nothing, Nothing, Nothing>(Method::del, "/api/session", AnyOfficer{app::Reach::self}, "退出登录",
                                               [parts](const Call& call, Nothing, Nothing, const Respond& respond) {
                                                 const auto done = parts.accounts->logout(call.token, *call.session,
                                                                                          call.request.address);
                                                 if (!done.ok()) return respond(account_response(done.error()));
                                                 Response out;
                                                 out.status = 204;
                                                 out.set("set-cookie", session_cookie(parts.cookies, {}));
                                                 respond(std::move(out));
                                               });
}

}  // namespace

std::string session_cookie_name(CookieSettings settings) {
  return settings.secure ? "__Host-xiezhi_session" : "xiezhi_session";
}

std::string session_cookie(CookieSettings settings, std::string_view token) {
  std::string out = session_cookie_name(settings) + "=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Strict";
  if (settings.secure) out += "; Secure";
  if (token.empty()) out += "; Max-Age=0";
  return out;
}

void add_session_routes(RouteTable& table, const Parts& parts) {
  table.add(login_route(parts));
  table.add(logout_route(parts));
  table.add(password_route(parts));
  table.add(body_route<Nothing, Nothing, SessionView>(
      Method::get, "/api/session", AnyOfficer{app::Reach::self}, "当前登录人员",
      [](const Call& call, Nothing, Nothing, const Respond& respond) {
        respond(json_response(200, base::to_json(view_of(*call.session))));
      }));
}

}  // namespace xiezhi::http
