#include "http/routes/command.h"

namespace xiezhi::http {
namespace {

/// The envelope's schema with the payload's in place of "anything".
base::Json envelope_schema(Schemas& schemas, base::Json payload) {
  const std::string name = component_name(full_name<app::CommandRequest>());
  schemas.of<app::CommandRequest>();
  base::Json envelope = schemas.components().at(name);
  for (auto& [key, value] : *envelope.object()) {
    if (key != "properties") continue;
    for (auto& [field, schema] : *value.object()) {
      if (field == "payload") schema = payload;
    }
  }
  return envelope;
}

void answer(const app::CommandReply& reply, const Respond& respond) {
  if (reply.status == app::CommandStatus::accepted) return respond(json_response(200, base::to_json(reply)));
  respond(problem_response(command_problem(reply)));
}

}  // namespace

Route command_route(std::string name, std::function<base::Json(Schemas&)> payload, const SubmitCommand& submit) {
  auto route = body_route<Nothing, app::CommandRequest, app::CommandReply>(
      Method::post, "/api/command/" + name, AnyOfficer{app::Reach::province}, "办理：" + name,
      [submit, name](const Call& call, Nothing, app::CommandRequest request, const Respond& respond) {
        submit(call.session->caller, name, std::move(request),
               [respond](const app::CommandReply& reply) { answer(reply, respond); });
      });
  route.shapes.body = [payload = std::move(payload)](Schemas& schemas) {
    return envelope_schema(schemas, payload(schemas));
  };
  return route;
}

}  // namespace xiezhi::http
