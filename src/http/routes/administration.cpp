#include "http/routes/administration.h"

#include "app/administration.h"
#include "http/body_route.h"
#include "http/routes/read.h"

namespace xiezhi::http {
namespace {

using app::AccessAction;

const Duty kAdministrator{{core::org::Duty::administrator}, app::Reach::subtree};

std::string_view code_of(app::AccountFailure failure) {
  switch (failure) {
    case app::AccountFailure::taken: return "account.taken";
    case app::AccountFailure::weak: return "account.name";  // the password is our own
    case app::AccountFailure::wrong: return "http.not_found";
    case app::AccountFailure::locked:
    case app::AccountFailure::slow_down:
    case app::AccountFailure::unavailable: return "http.unavailable";
  }
  VERIFY_NOT_REACHED();
}

Response problem_of(const app::AccountProblem& problem) {
  return problem_response(code_of(problem.failure), problem.message);
}

/// What a change needs of its call, which is gone by the time the password is hashed.
struct Change {
  app::Session by;
  std::string address;
  app::Scope scope;
};
Change change_of(const Call& call) { return {*call.session, call.request.address, call.scope}; }

void note(app::Accounts& accounts, const Change& change, AccessAction action, const std::string& name) {
  accounts.log().add({accounts.now(), change.by.account, change.by.caller.officer, action, name, change.address});
}

/// Why the account, which should stand so, may not be changed by this administrator; nothing when it may.
std::optional<Response> refused(const Parts& parts, const Change& change, const std::string& name,
                                app::AccountStanding wanted) {
  if (name == change.by.account) return problem_response("account.own");
  const auto found = app::standing_of(*parts.readers, change.scope, name, parts.accounts->now().date());
  if (!found.ok()) return problem_response(ProblemOf<app::QueryProblem>::of(found.error()));
  if (*found == app::AccountStanding::ended && wanted == app::AccountStanding::disabled) {
    return problem_response("account.left");
  }
  if (*found != wanted) return problem_response("http.not_found");
  return std::nullopt;
}

/// Runs `work(change)` where passwords are hashed.
template <typename Work>
void later(const Parts& parts, const Call& call, const Respond& respond, Work work) {
  const bool taken =
      parts.logins->try_post([respond, change = change_of(call), work = std::move(work)] { respond(work(change)); });
  if (!taken) respond(problem_response("http.overloaded"));
}

Route create_route(const Parts& parts) {
  return body_route<Nothing, NewAccountBody, FreshPasswordView>(
      Method::post, "/api/accounts", kAdministrator, "为执法人员开立账号",
      [parts](const Call& call, Nothing, NewAccountBody body, const Respond& respond) {
        if (!app::acceptable_account_name(body.name)) return respond(problem_response("account.name"));
        later(parts, call, respond, [parts, body](const Change& change) {
          const auto today = parts.accounts->now().date();
          const auto within = app::officer_within(*parts.readers, change.scope, body.officer, today);
          if (!within.ok()) return problem_response(ProblemOf<app::QueryProblem>::of(within.error()));
          if (!*within) return problem_response("http.not_found", "officer");
          const std::string password = app::fresh_password();
          const auto done = parts.accounts->create(body.name, body.officer, password);
          if (!done.ok()) return problem_of(done.error());
          note(*parts.accounts, change, AccessAction::account_created, body.name);
          return json_response(201, base::to_json(FreshPasswordView{body.name, password}));
        });
      });
}

Route password_route(const Parts& parts) {
  return body_route<Nothing, AccountBody, FreshPasswordView>(
      Method::post, "/api/accounts/password", kAdministrator, "重置账号的密码",
      [parts](const Call& call, Nothing, AccountBody body, const Respond& respond) {
        later(parts, call, respond, [parts, body](const Change& change) {
          if (auto answer = refused(parts, change, body.name, app::AccountStanding::open)) return *std::move(answer);
          const std::string password = app::fresh_password();
          const auto done = parts.accounts->reset_password(body.name, password);
          if (!done.ok()) return problem_of(done.error());
          note(*parts.accounts, change, AccessAction::password_reset, body.name);
          return json_response(200, base::to_json(FreshPasswordView{body.name, password}));
        });
      });
}

Route disable_route(const Parts& parts) {
  return body_route<Nothing, AccountBody, Nothing>(
      Method::post, "/api/accounts/disable", kAdministrator, "停用账号",
      [parts](const Call& call, Nothing, AccountBody body, const Respond& respond) {
        later(parts, call, respond, [parts, body](const Change& change) {
          if (auto answer = refused(parts, change, body.name, app::AccountStanding::open)) return *std::move(answer);
          const auto done = parts.accounts->disable(body.name);
          if (!done.ok()) return problem_of(done.error());
          note(*parts.accounts, change, AccessAction::account_disabled, body.name);
          Response out;
          out.status = 204;
          return out;
        });
      });
}

Route enable_route(const Parts& parts) {
  return body_route<Nothing, AccountBody, FreshPasswordView>(
      Method::post, "/api/accounts/enable", kAdministrator, "恢复已停用的账号",
      [parts](const Call& call, Nothing, AccountBody body, const Respond& respond) {
        later(parts, call, respond, [parts, body](const Change& change) {
          if (auto answer = refused(parts, change, body.name, app::AccountStanding::disabled)) {
            return *std::move(answer);
          }
          const std::string password = app::fresh_password();
          const auto done = parts.accounts->enable(body.name, password);
          if (!done.ok()) return problem_of(done.error());
          note(*parts.accounts, change, AccessAction::account_enabled, body.name);
          return json_response(200, base::to_json(FreshPasswordView{body.name, password}));
        });
      });
}

}  // namespace

void add_administration_routes(RouteTable& table, const Parts& parts) {
  table.add(
      list_route("/api/accounts", kAdministrator, "登录账号",
                 [parts](const app::Caller&, const app::AccountQuery& query) -> app::QueryResult<app::AccountList> {
                   return app::list_accounts(*parts.readers, query, parts.accounts->now());
                 }));
  table.add(create_route(parts));
  table.add(password_route(parts));
  table.add(disable_route(parts));
  table.add(enable_route(parts));
  table.add(list_route("/api/system/jobs", kAdministrator, "后台任务",
                       [parts](const app::Caller&, const app::JobsQuery& query) -> app::QueryResult<app::JobsView> {
                         return app::list_jobs(*parts.readers, query, parts.accounts->now(),
                                               parts.accounts->purged_at());
                       }));
}

}  // namespace xiezhi::http
