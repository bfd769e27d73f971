// Routes that change something: a JSON body of a described struct in, a described struct out, now or later.
#pragma once

#include "http/problem.h"
#include "http/query.h"
#include "http/route.h"

namespace xiezhi::http {

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

/// `function` is void(const Call&, Query, Body, Respond). Body or View `Nothing`: takes or gives none.
template <typename Query, typename Body, typename View, typename Function>
Route body_route(Method method, std::string pattern, Policy policy, std::string summary, Function function) {
  Shapes shapes;
  shapes.parameters = [pattern](Schemas& schemas) { return parameter_schemas<Query>(schemas, pattern); };
  if constexpr (!std::is_same_v<Body, Nothing>) {
    shapes.body = [](Schemas& schemas) { return schemas.of<Body>(); };
  }
  if constexpr (!std::is_same_v<View, Nothing>) {
    shapes.response = [](Schemas& schemas) { return schemas.of<View>(); };
  }
  Handler handler = [function = std::move(function)](const Call& call, const Respond& respond) {
    auto query = read_query<Query>(call.parameters);
    if (!query.ok()) {
      const auto& error = query.error();
      return respond(
          problem_response(make_problem("http.invalid_parameter", error.code + ": " + error.message, error.path)));
    }
    if constexpr (std::is_same_v<Body, Nothing>) {
      function(call, std::move(*query), Nothing{}, respond);
    } else {
      auto body = base::parse_json<Body>(call.request.body);
      if (!body.ok()) return respond(problem_response(body_problem(body.error())));
      function(call, std::move(*query), std::move(*body), respond);
    }
  };
  return Route(method, std::move(pattern), std::move(policy), std::move(summary), std::move(shapes),
               std::move(handler));
}

}  // namespace xiezhi::http
