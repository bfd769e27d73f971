// What the desk opens with: tasks, counts, and the steps that are lawful now.
#include "http/routes/read.h"

namespace xiezhi::http {

void add_desk_routes(RouteTable& table, const Parts& parts) {
  app::Service* service = parts.service;
  const AnyOfficer officer{app::Reach::subtree};
  table.add(
      list_route("/api/tasks", officer, "待办事项",
                 [service](const app::Caller& caller, const app::TaskQuery& query) -> app::QueryResult<app::TaskPage> {
                   return service->tasks(caller, query);
                 }));
  table.add(
      list_route("/api/overview", officer, "概况",
                 [service](const app::Caller&, const app::OverviewQuery& query) -> app::QueryResult<app::OverviewView> {
                   return service->overview(query);
                 }));
  table.add(
      list_route("/api/next", officer, "现在依法可以办理的步骤",
                 [service](const app::Caller& caller, const app::NextQuery& query) -> app::QueryResult<app::NextView> {
                   return service->next(caller, query);
                 }));
}

}  // namespace xiezhi::http
