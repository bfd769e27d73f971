#include "http/api.h"

#include "http/problem.h"

namespace xiezhi::http {
namespace {

bool of_the_interface(const Request& request) { return request.path == "/api" || request.path.starts_with("/api/"); }

}  // namespace

BodyPlan Api::plan(const Request& head) {
  if (of_the_interface(head)) return router_.plan(head);
  return {kJsonBodyLimit, {}, problem_response("http.method_not_allowed")};
}

void Api::handle(Request request, Respond respond) {
  if (of_the_interface(request)) return router_.handle(request, std::move(respond));
  respond(files_.serve(request));
}

}  // namespace xiezhi::http
