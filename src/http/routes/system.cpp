#include "http/routes/system.h"

#include "http/body_route.h"
#include "http/openapi.h"

namespace xiezhi::http {

void add_system_routes(Router& router) {
  router.add(body_route<Nothing, Nothing, HealthView>(
      Method::get, "/api/health", Public{}, "运行状态",
      [](const Call&, Nothing, Nothing, const Respond& respond) {
        respond(json_response(200, base::to_json(HealthView{"ok"})));
      }));
  router.add(body_route<Nothing, Nothing, base::Json>(
      Method::get, "/api/openapi.json", Public{}, "接口说明",
      [&router](const Call&, Nothing, Nothing, const Respond& respond) {
        respond(json_response(200, openapi_document(router.routes())));
      }));
}

}  // namespace xiezhi::http
