#include "app/view/benchmark_views.h"
#include "app/view/what_if_views.h"
#include "http/body_route.h"
#include "http/routes/read.h"

namespace xiezhi::http {

void add_benchmark_routes(RouteTable& table, const Parts& parts) {
  app::Service* service = parts.service;
  const AnyOfficer officer{app::Reach::subtree};
  const Duty makers{{core::org::Duty::legal_reviewer, core::org::Duty::approver}, app::Reach::subtree};
  // What is published is public (行政处罚法 第三十四条); drafts stay with those who make them.
  table.add(list_route("/api/benchmarks", officer, "裁量基准",
                       [service](const app::Caller&, const app::BenchmarkQuery& query)
                           -> app::QueryResult<app::BenchmarkList> { return service->benchmarks(query); }));
  table.add(
      file_route("/api/benchmarks/{id}", makers, "裁量基准及其草案",
                 [service](const app::Caller&, const app::IdQuery& query) -> app::QueryResult<app::BenchmarkView> {
                   return service->benchmark(query.id);
                 }));
  table.add(body_route<app::IdQuery, app::BenchmarkCheckRequest, app::BenchmarkCheck>(
      Method::post, "/api/benchmarks/{id}/check", makers, "校核裁量基准文本",
      [service](const Call& call, const app::IdQuery& query, const app::BenchmarkCheckRequest& request,
                const Respond& respond) {
        const auto found = service->check_benchmark(call.scope, query.id, request.dmn);
        if (!found.ok()) return respond(problem_response(ProblemOf<app::QueryProblem>::of(found.error())));
        respond(json_response(200, base::to_json(*found)));
      }));
  app::Readers* readers = parts.readers;
  table.add(body_route<app::IdQuery, app::WhatIfRequest, app::WhatIfView>(
      Method::post, "/api/benchmarks/{id}/what-if", makers, "试算裁量基准",
      [service, readers](const Call& call, const app::IdQuery& query, const app::WhatIfRequest& request,
                         const Respond& respond) {
        std::optional<app::QueryResult<app::WhatIfView>> view;
        const auto today = service->options().clock().date();
        const auto read = readers->with([&](store::Connection& connection) -> store::DbStatus {
          const app::HeldLawPtr law = TRY(service->law_in(connection));
          view = app::what_if(connection, law->pack, call.scope, query.id, request, today);
          return base::Unit{};
        });
        if (!read.ok() || !view) return respond(problem_response("http.unavailable"));
        if (!view->ok()) return respond(problem_response(ProblemOf<app::QueryProblem>::of(view->error())));
        respond(json_response(200, base::to_json(**view)));
      }));
}

}  // namespace xiezhi::http
