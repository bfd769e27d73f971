#include "http/routes/read.h"

namespace xiezhi::http {

void add_organisation_routes(RouteTable& table, const Parts& parts) {
  app::Service* service = parts.service;
  table.add(
      list_route("/api/officers", AnyOfficer{app::Reach::subtree}, "执法人员",
                 [service](const app::Caller&, const app::OfficerQuery& query) -> app::QueryResult<app::OfficerList> {
                   return service->officers(query);
                 }));
  table.add(reference_route("/api/bodies", AnyOfficer{app::Reach::province}, "执法机关",
                            [service](const app::Caller&, const app::NoQuery&) -> app::QueryResult<app::BodyList> {
                              return service->bodies();
                            }));
  table.add(reference_route("/api/divisions", AnyOfficer{app::Reach::province}, "行政区划",
                            [service](const app::Caller&, const app::NoQuery&) -> app::QueryResult<app::DivisionList> {
                              return service->divisions();
                            }));
}

}  // namespace xiezhi::http
