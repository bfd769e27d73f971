#include "http/problem.h"

#include "http/wording.h"

namespace xiezhi::http {
namespace {

std::string_view code_of(app::CommandStatus status) {
  switch (status) {
    case app::CommandStatus::accepted: VERIFY_NOT_REACHED();
    case app::CommandStatus::refused: return "command.refused";
    case app::CommandStatus::conflict: return "command.conflict";
    case app::CommandStatus::invalid: return "command.invalid";
    case app::CommandStatus::forbidden: return "command.forbidden";
    case app::CommandStatus::reused_id: return "command.reused_id";
    case app::CommandStatus::failed: return "command.failed";
  }
  VERIFY_NOT_REACHED();
}

}  // namespace

Problem make_problem(std::string_view code, std::string detail, std::string path) {
  const Wording& wording = wording_of(code);
  Problem out;
  out.type = "urn:xiezhi:problem:" + std::string(code);
  out.title = wording.title;
  out.status = wording.status;
  out.code = code;
  if (!detail.empty()) out.detail = std::move(detail);
  if (!path.empty()) out.path = std::move(path);
  return out;
}

Problem body_problem(const base::JsonError& error) {
  return make_problem("http.invalid_body", error.code + ": " + error.message, error.path);
}

Problem command_problem(const app::CommandReply& reply) {
  std::string detail = reply.code.value_or("");
  if (reply.message) detail += (detail.empty() ? "" : ": ") + *reply.message;
  Problem out = make_problem(code_of(reply.status), std::move(detail), reply.path.value_or(""));
  out.refusals = reply.refusals;
  out.current_version = reply.current_version;
  return out;
}

Response problem_response(const Problem& problem) {
  Response out;
  out.status = problem.status;
  out.body = base::to_json(problem);
  out.set("content-type", "application/problem+json");
  out.set("cache-control", "no-store");
  return out;
}

}  // namespace xiezhi::http
