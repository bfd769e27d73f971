#include "http/body_route.h"
#include "http/openapi.h"
#include "http/routes/read.h"

namespace xiezhi::http {

struct HealthView {
  std::string status;  ///< "ok"
};
BOOST_DESCRIBE_STRUCT(HealthView, (), (status))

void add_system_routes(RouteTable& table, const Parts& parts) {
  app::Service* service = parts.service;
  table.add(body_route<Nothing, Nothing, HealthView>(Method::get, "/api/health", Public{}, "运行状态",
                                                     [](const Call&, Nothing, Nothing, const Respond& respond) {
                                                       respond(json_response(200, base::to_json(HealthView{"ok"})));
                                                     }));
  table.add(body_route<Nothing, Nothing, base::Json>(Method::get, "/api/openapi.json", Public{}, "接口说明",
                                                     [&table](const Call&, Nothing, Nothing, const Respond& respond) {
                                                       respond(json_response(200, openapi_document(table.routes())));
                                                     }));
  table.add(
      list_route("/api/system", Duty{{core::org::Duty::administrator}, app::Reach::subtree}, "系统状况",
                 [service](const app::Caller&, const app::SystemQuery& query) -> app::QueryResult<app::SystemView> {
                   return service->system(query);
                 }));
}

}  // namespace xiezhi::http
