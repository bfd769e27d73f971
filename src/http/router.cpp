#include "http/router.h"

#include "app/account_secret.h"
#include "http/problem.h"

namespace xiezhi::http {
namespace {

bool is_parameter(const std::string& segment) { return segment.size() > 2 && segment.front() == '{'; }

/// Whether the path matches; its parameters are appended.
bool matches(const Route& route, const std::vector<std::string>& path, QueryPairs& parameters) {
  if (route.segments.size() != path.size()) return false;
  parameters.clear();
  for (std::size_t i = 0; i < path.size(); ++i) {
    const std::string& wanted = route.segments[i];
    if (is_parameter(wanted)) {
      if (path[i].empty()) return false;
      parameters.emplace_back(wanted.substr(1, wanted.size() - 2), path[i]);
    } else if (wanted != path[i]) {
      return false;
    }
  }
  return true;
}

bool same_paths(const Route& a, const Route& b) {
  if (a.segments.size() != b.segments.size()) return false;
  for (std::size_t i = 0; i < a.segments.size(); ++i) {
    const bool open = is_parameter(a.segments[i]) || is_parameter(b.segments[i]);
    if (!open && a.segments[i] != b.segments[i]) return false;
  }
  return true;
}

bool changes_something(const Request& request) { return request.method != Method::get; }

}  // namespace

std::string session_cookie_name(const CookieSettings& settings) {
  return settings.secure ? "__Host-xiezhi_session" : "xiezhi_session";
}

std::string session_cookie(const CookieSettings& settings, std::string_view token) {
  std::string out = session_cookie_name(settings) + "=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Strict";
  if (settings.secure) out += "; Secure";
  if (token.empty()) out += "; Max-Age=0";
  return out;
}

void Router::add(Route route) {
  for (const Route& other : routes_) VERIFY(other.method != route.method || !same_paths(other, route));
  routes_.push_back(std::move(route));
}

Router::Match Router::match(const Request& request) const {
  Match out;
  const auto path = path_segments(request.path);
  if (!path) return out;
  QueryPairs parameters;
  for (const Route& route : routes_) {
    if (!matches(route, *path, parameters)) continue;
    if (route.method == request.method) {
      out.route = &route;
      out.parameters = std::move(parameters);
      return out;
    }
    if (!out.allowed.empty()) out.allowed += ", ";
    out.allowed += method_name(route.method);
  }
  return out;
}

Response Router::no_route(const Match& match) {
  if (match.allowed.empty()) return problem_response("http.not_found");
  Response out = problem_response("http.method_not_allowed");
  out.set("allow", match.allowed);
  return out;
}

Router::Admission Router::admit(const Route& route, const Request& request) const {
  Admission out;
  out.token = request.cookie(session_cookie_name(cookies_));
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
  const Match found = match(head);
  if (found.route == nullptr) return {kJsonBodyLimit, {}, no_route(found)};
  const Route& route = *found.route;
  Admission admission = admit(route, head);
  if (admission.refusal) return {kJsonBodyLimit, {}, std::move(admission.refusal)};
  if (route.limits == Limits::upload) return {kUploadBodyLimit, spool_directory_, {}};
  if (route.shapes.body && !head.header("content-type").starts_with("application/json")) {
    return {kJsonBodyLimit, {}, problem_response("http.unsupported_media_type", "expected application/json")};
  }
  return {kJsonBodyLimit, {}, {}};
}

void Router::handle(const Request& request, Respond respond) const {
  Match found = match(request);
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
