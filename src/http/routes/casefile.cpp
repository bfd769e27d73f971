#include "app/view/discretion_views.h"
#include "http/body_route.h"
#include "http/routes/read.h"

namespace xiezhi::http {

void add_casefile_routes(RouteTable& table, const Parts& parts) {
  app::Service* service = parts.service;
  const AnyOfficer officer{app::Reach::subtree};
  table.add(list_route("/api/cases", officer, "案件列表",
                       [service](const app::Caller&, const app::FileQuery& query) -> app::QueryResult<app::CasePage> {
                         return service->list_cases(query);
                       }));
  table.add(file_route("/api/cases/{id}", officer, "案件",
                       [service](const app::Caller&, const app::IdQuery& query) -> app::QueryResult<app::CaseView> {
                         return service->casefile(query.id);
                       })
                .reads_personal_data());
  app::Readers* readers = parts.readers;
  table.add(body_route<app::IdQuery, app::DiscretionRequest, app::DiscretionView>(
      Method::post, "/api/cases/{id}/discretion", officer, "裁量说明",
      [service, readers](const Call& call, const app::IdQuery& query, const app::DiscretionRequest& request,
                         const Respond& respond) {
        const auto casefile = service->casefile(query.id);
        if (!casefile.ok()) return respond(problem_response(ProblemOf<app::QueryProblem>::of(casefile.error())));
        const auto place = place_of(*casefile);
        if (!call.scope.admits(place.division, place.body)) return respond(problem_response("http.forbidden"));
        std::optional<app::QueryResult<app::DiscretionView>> view;
        const auto today = service->options().clock().date();
        const auto read = readers->once([&](store::Connection& connection) -> store::DbStatus {
          const app::HeldLawPtr law = TRY(service->law_in(connection));
          view = app::explain_discretion(casefile->state, request, law->pack, today, connection);
          return base::Unit{};
        });
        if (!read.ok() || !view) return respond(problem_response("http.unavailable"));
        if (!view->ok()) return respond(problem_response(ProblemOf<app::QueryProblem>::of(view->error())));
        respond(json_response(200, base::to_json(**view)));
      }));
}

}  // namespace xiezhi::http
