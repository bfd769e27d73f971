#include "http/router.h"

#include "app/account_secret.h"
#include "http/problem.h"

namespace xiezhi::http {
namespace {

bool changes_something(const Request& request) { return request.method != Method::get; }

}  // namespace

Response Router::no_route(const RouteTable::Match& match) {
  if (match.allowed.empty()) return problem_response("http.not_found");
  Response out = problem_response("http.method_not_allowed");
  out.set("allow", match.allowed);
  return out;
}

Router::Admission Router::admit(const Route& route, const Request& request) const {
  Admission out;
  out.token = request.cookie(session_cookie_);
  if (!out.token.empty()) {
    auto session = accounts_.sessions().find(out.token);
    if (!session.ok()) {
      out.refusal = problem_response("http.unavailable", session.error().message);
      return out;
    }
    out.session = std::move(session).value();
  }
  if (!out.session && !route.policy.is_public()) {
    out.refusal = problem_response("http.not_signed_in");
    return out;
  }
  if (out.session && changes_something(request) && !route.csrf_exempt &&
      !app::equal_in_constant_time(request.header("x-csrf-token"), out.session->csrf)) {
    out.refusal = problem_response("session.csrf");
    return out;
  }
  if (!route.policy.is_public() && !route.policy.permits(out.session->caller)) {
    out.refusal = problem_response("http.forbidden");
  }
  return out;
}

BodyPlan Router::plan(const Request& head) const {
  const RouteTable::Match found = table_.match(head);
  if (found.route == nullptr) return {kJsonBodyLimit, {}, no_route(found)};
  const Route& route = *found.route;
  Admission admission = admit(route, head);
  if (admission.refusal) return {kJsonBodyLimit, {}, std::move(admission.refusal)};
  if (route.limits == Limits::upload) return {kUploadBodyLimit, spool_directory_, {}};
  if (route.limits == Limits::chunk) return {kChunkBodyLimit, {}, {}};
  if (route.shapes.body && !head.header("content-type").starts_with("application/json")) {
    return {kJsonBodyLimit, {}, problem_response("http.unsupported_media_type", "expected application/json")};
  }
  return {kJsonBodyLimit, {}, {}};
}

void Router::handle(const Request& request, Respond respond) const {
  RouteTable::Match found = table_.match(request);
  if (found.route == nullptr) return respond(no_route(found));
  const Route& route = *found.route;
  Admission admission = admit(route, request);
  if (admission.refusal) return respond(std::move(*admission.refusal));
  auto pairs = query_pairs(request.query);
  if (!pairs) return respond(problem_response("http.invalid_parameter", "malformed query string"));
  for (auto& pair : *pairs) found.parameters.push_back(std::move(pair));
  const app::Session* session = admission.session.get();
  if (route.personal_data && session != nullptr) {
    accounts_.log().add({accounts_.now(), session->account, session->caller.officer, app::AccessAction::read,
                         request.path, request.address});
  }
  const Call call{request, session, std::move(admission.token),
                  session != nullptr ? route.policy.scope(session->caller) : app::Scope(), std::move(found.parameters)};
  route.handler(call, std::move(respond));
}

}  // namespace xiezhi::http
