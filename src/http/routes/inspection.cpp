#include "http/routes/read.h"

namespace xiezhi::http {

void add_inspection_routes(RouteTable& table, const Parts& parts) {
  app::Service* service = parts.service;
  const AnyOfficer officer{app::Reach::subtree};
  table.add(
      list_route("/api/inspections", officer, "执法检查列表",
                 [service](const app::Caller&, const app::FileQuery& query) -> app::QueryResult<app::InspectionPage> {
                   return service->list_inspections(query);
                 }));
  table.add(
      file_route("/api/inspections/{id}", officer, "执法检查",
                 [service](const app::Caller&, const app::IdQuery& query) -> app::QueryResult<app::InspectionView> {
                   return service->inspection(query.id);
                 })
          .reads_personal_data());
}

}  // namespace xiezhi::http
