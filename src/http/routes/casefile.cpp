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
}

}  // namespace xiezhi::http
