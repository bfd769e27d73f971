// Exports of the ledger: asked for, followed, fetched, or stopped.
#include "http/body_route.h"
#include "http/routes/export_runner.h"
#include "http/routes/read.h"

namespace xiezhi::http {
namespace {

using app::ledger::ExportJob;
using app::ledger::ExportKind;
using app::ledger::ExportRequest;
using app::ledger::ExportState;

const AnyOfficer kOfficer{app::Reach::subtree};

Response file_response(const ExportRunner& exports, const ExportJob& job) {
  Response out;
  out.file = exports.file_of(job);
  const bool csv = job.request.kind == ExportKind::csv;
  out.set("content-type",
          csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  const std::string name = "企业台账-" + job.started_at.date().iso() + (csv ? ".csv" : ".xlsx");
  out.set("content-disposition", "attachment; filename*=UTF-8''" + percent_encode(name));
  out.set("cache-control", "private, no-store");
  return out;
}

/// Answers for a job of the caller's own.
template <typename Answer>
auto of_own(ExportRunner* exports, Answer answer) {
  return [exports, answer](const Call& call, const app::IdQuery& query, Nothing, const Respond& respond) {
    const auto job = exports->find(call.session->caller, query.id);
    respond(job ? answer(*exports, *job) : problem_response("http.not_found"));
  };
}

}  // namespace

void add_export_routes(RouteTable& table, const Parts& parts) {
  ExportRunner* exports = parts.exports;
  table.add(body_route<Nothing, ExportRequest, ExportJob>(
      Method::post, "/api/ledger/exports", kOfficer, "导出企业台账（CSV、XLSX）",
      [exports](const Call& call, Nothing, const ExportRequest& request, const Respond& respond) {
        if (request.columns.empty()) return respond(problem_response("http.invalid_body", "columns: none"));
        const auto job = exports->begin(call.session->caller, call.scope, request);
        respond(job ? json_response(202, base::to_json(*job)) : problem_response("http.overloaded"));
      }));
  table.add(body_route<app::IdQuery, Nothing, ExportJob>(
      Method::get, "/api/ledger/exports/{id}", kOfficer, "导出的进度",
      of_own(exports,
             [](const ExportRunner&, const ExportJob& job) { return json_response(200, base::to_json(job)); })));
  auto file = body_route<app::IdQuery, Nothing, std::string>(
      Method::get, "/api/ledger/exports/{id}/file", kOfficer, "导出的文件",
      of_own(exports, [](const ExportRunner& runner, const ExportJob& job) {
        return job.state == ExportState::done ? file_response(runner, job) : problem_response("http.not_found");
      }));
  file.shapes.response_type = "application/octet-stream";
  table.add(std::move(file));
  table.add(body_route<app::IdQuery, Nothing, Nothing>(Method::del, "/api/ledger/exports/{id}", kOfficer,
                                                       "停止导出，删除文件",
                                                       of_own(exports, [](ExportRunner& runner, const ExportJob& job) {
                                                         runner.remove(job);
                                                         return json_response(200, base::to_json(Nothing{}));
                                                       })));
}

}  // namespace xiezhi::http
