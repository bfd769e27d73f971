#include "app/view/benchmark_views.h"
#include "app/view/what_if_views.h"
#include "http/body_route.h"
#include "http/routes/read.h"

namespace xiezhi::http {
namespace {

/// The lists of a region: what applies is public, drafts stay with those who make them.
void add_regulation_routes(RouteTable& table, app::Service* service, const AnyOfficer& officer, const Duty& makers) {
  table.add(list_route("/api/regulations", officer, "裁量清单",
                       [service](const app::Caller&, const app::RegulationQuery& query)
                           -> app::QueryResult<app::RegulationList> { return service->regulations(query); }));
  table.add(
      file_route("/api/regulations/{id}", makers, "裁量清单及其草案",
                 [service](const app::Caller&, const app::IdQuery& query) -> app::QueryResult<app::RegulationView> {
                   return service->regulation(query.id);
                 }));
  table.add(body_route<app::IdQuery, app::RegulationCheckRequest, app::RegulationCheck>(
      Method::post, "/api/regulations/{id}/check", makers, "校核裁量清单",
      [service](const Call& call, const app::IdQuery& query, const app::RegulationCheckRequest& request,
                const Respond& respond) {
        const auto found = service->check_regulation(call.scope, query.id, request.content);
        if (!found.ok()) return respond(problem_response(ProblemOf<app::QueryProblem>::of(found.error())));
        respond(json_response(200, base::to_json(*found)));
      }));
}

}  // namespace

void add_benchmark_routes(RouteTable& table, const Parts& parts) {
  app::Service* service = parts.service;
  const AnyOfficer officer{app::Reach::subtree};
  const Duty makers{{core::org::Duty::legal_reviewer, core::org::Duty::approver}, app::Reach::subtree};
  // What is published is public (行政处罚法 第三十四条); drafts stay with those who make them.
  table.add(list_route("/api/benchmarks", officer, "裁量基准",
                       [service, makers](const app::Caller& caller,
                                         const app::BenchmarkQuery& query) -> app::QueryResult<app::BenchmarkList> {
                         return service->benchmarks({query.scope, Policy(makers).permits(caller)});
                       }));
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
  table.add(list_route(
      "/api/benchmark-fines", officer, "可以裁量的罚款",
      [service](const app::Caller& caller, const app::GradedFineQuery&) -> app::QueryResult<app::GradedFineList> {
        return service->graded_fines(caller.division);
      }));
  add_regulation_routes(table, service, officer, makers);
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
