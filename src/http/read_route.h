// Read routes, typed: the handler's own signature gives the query, the view and their schemas.
#pragma once

#include "http/problem.h"
#include "http/query.h"
#include "http/route.h"

namespace xiezhi::http {

/// A query about files of the province carries its scope (not described: it never comes from the client).
template <typename Query>
concept Scoped = requires(Query& query) {
  { query.scope } -> std::same_as<app::Scope&>;
};

/// A view of one file says where it belongs, so that the router can check it against the scope.
template <typename View>
concept Placed = requires(const View& view) {
  { place_of(view).division } -> std::convertible_to<std::string_view>;
  { place_of(view).body } -> std::convertible_to<std::string_view>;
};

template <typename Function>
struct ReadSignature : ReadSignature<decltype(&Function::operator())> {};
template <typename Class, typename V, typename E, typename Q>
struct ReadSignature<base::Result<V, E> (Class::*)(const app::Caller&, const Q&) const> {
  using View = V;
  using Query = Q;
};

template <typename Query, typename View>
Shapes read_shapes(const std::string& pattern) {
  Shapes shapes;
  shapes.parameters = [pattern](Schemas& schemas) { return parameter_schemas<Query>(schemas, pattern); };
  shapes.response = [](Schemas& schemas) { return schemas.of<View>(); };
  return shapes;
}

/// Reads the query, hands over the scope, answers the view as JSON. `check` sees the view before it leaves.
template <typename Query, typename Function, typename Check>
Handler read_handler(Function function, Check check) {
  return [function = std::move(function), check](const Call& call, const Respond& respond) {
    auto query = read_query<Query>(call.parameters);
    if (!query.ok()) {
      const auto& error = query.error();
      return respond(
          problem_response(make_problem("http.invalid_parameter", error.code + ": " + error.message, error.path)));
    }
    if constexpr (Scoped<Query>) query->scope = call.scope;
    static const app::Caller kNobody;
    const auto view = function(call.session != nullptr ? call.session->caller : kNobody, *query);
    if (!view.ok()) return respond(problem_response(ProblemOf<std::decay_t<decltype(view.error())>>::of(view.error())));
    if (!check(call, *view)) return respond(problem_response("http.forbidden"));
    respond(json_response(200, base::to_json(*view)));
  };
}

/// Many files: the query must carry the scope, which the service must apply.
template <typename Function>
Route list_route(std::string pattern, Policy policy, std::string summary, Function function) {
  using Signature = ReadSignature<Function>;
  using Query = typename Signature::Query;
  static_assert(Scoped<Query>, "the query of a list takes the caller's scope: give it a member `app::Scope scope`");
  auto shapes = read_shapes<Query, typename Signature::View>(pattern);
  return Route(Method::get, std::move(pattern), std::move(policy), std::move(summary), std::move(shapes),
               read_handler<Query>(std::move(function), [](const Call&, const auto&) { return true; }));
}

/// One file: where it belongs is checked here against the caller's scope, whatever the service does.
template <typename Function>
Route file_route(std::string pattern, Policy policy, std::string summary, Function function) {
  using Signature = ReadSignature<Function>;
  using Query = typename Signature::Query;
  static_assert(Placed<typename Signature::View>,
                "the view of a file says where it belongs: declare `app::Place place_of(const View&)` beside it");
  auto shapes = read_shapes<Query, typename Signature::View>(pattern);
  const auto within = [](const Call& call, const auto& view) {
    const auto& place = place_of(view);
    return call.scope.admits(place.division, place.body);
  };
  return Route(Method::get, std::move(pattern), std::move(policy), std::move(summary), std::move(shapes),
               read_handler<Query>(std::move(function), within));
}

/// What belongs to nobody: the law, the calendar, the divisions.
template <typename Function>
Route reference_route(std::string pattern, Policy policy, std::string summary, Function function) {
  using Signature = ReadSignature<Function>;
  using Query = typename Signature::Query;
  static_assert(!Scoped<Query>, "what has a scope is a list or a file, not reference data");
  auto shapes = read_shapes<Query, typename Signature::View>(pattern);
  return Route(Method::get, std::move(pattern), std::move(policy), std::move(summary), std::move(shapes),
               read_handler<Query>(std::move(function), [](const Call&, const auto&) { return true; }));
}

}  // namespace xiezhi::http
