// What read routes share: the errors of the service as problems.
#pragma once

#include "http/read_route.h"
#include "http/routes/parts.h"

namespace xiezhi::http {

template <>
struct ProblemOf<app::QueryProblem> {
  static Problem of(const app::QueryProblem& problem) {
    if (problem.code == "not_found") return make_problem("http.not_found", problem.message);
    if (problem.code == "invalid") return make_problem("http.invalid_parameter", problem.message);
    return make_problem("http.unavailable", problem.message);
  }
};

/// A failure of the database as a query's.
template <typename T>
app::QueryResult<T> as_query(store::DbResult<T> result) {
  if (result.ok()) return std::move(result).value();
  return base::Err{app::QueryProblem{"unavailable", std::move(result).error().message}};
}

}  // namespace xiezhi::http
