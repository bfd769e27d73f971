#include <fstream>

#include "app/account_secret.h"
#include "http/body_route.h"
#include "http/routes/read.h"

namespace xiezhi::http {

struct EnterpriseQuery {
  std::optional<std::string> text;  ///< part of the name, initials of its sounds, or the beginning of a credit code
  std::optional<std::string> division;
  std::optional<std::string> industry;
  std::optional<core::dossier::Status> status;
  std::optional<core::dossier::RiskGrade> grade;
  std::optional<std::string> cursor;  ///< `next` of the page before
  std::optional<std::int32_t> size;
  app::Scope scope;
};
BOOST_DESCRIBE_STRUCT(EnterpriseQuery, (), (text, division, industry, status, grade, cursor, size))

struct EnterpriseIdQuery {
  std::string id;
  app::Scope scope;
};
BOOST_DESCRIBE_STRUCT(EnterpriseIdQuery, (), (id))

struct ImportQuery {
  std::string name;          ///< of the file
  std::optional<bool> hold;  ///< true: it waits to be checked or begun; else it begins with the columns of its header
};
BOOST_DESCRIBE_STRUCT(ImportQuery, (), (name, hold))

struct PreviewQuery {
  std::string id;
  std::optional<std::string> sheet;
  std::optional<std::int32_t> header_row;
};
BOOST_DESCRIBE_STRUCT(PreviewQuery, (), (id, sheet, header_row))

struct ReportQuery {
  std::string id;
  std::optional<std::int32_t> after;  ///< row of the file
  std::optional<app::ledger::RowResult> result;
  app::Scope scope;
};
BOOST_DESCRIBE_STRUCT(ReportQuery, (), (id, after, result))

struct ReportPage {
  std::vector<app::ledger::ReportRow> rows;
  bool more = false;
};
BOOST_DESCRIBE_STRUCT(ReportPage, (), (rows, more))

struct ImportListQuery {
  app::Scope scope;
};
BOOST_DESCRIBE_STRUCT(ImportListQuery, (), ())

struct ImportList {
  std::vector<app::ledger::ImportJob> rows;
};
BOOST_DESCRIBE_STRUCT(ImportList, (), (rows))

namespace {

using app::ledger::ImportJob;

constexpr std::int64_t kImportsListed = 50;
constexpr std::int64_t kRowsShown = 100;
const Duty kRegistrar{{core::org::Duty::registrar}, app::Reach::self};

app::QueryResult<app::ledger::EnterprisePage> list(app::Service& service, const EnterpriseQuery& query) {
  app::ledger::EnterpriseFilter filter;
  filter.text = query.text.value_or("");
  filter.division = query.division.value_or("");
  filter.industry = query.industry.value_or("");
  if (!filter.industry.empty() && !core::dossier::industry_code_form(filter.industry)) {
    return base::Err{app::QueryProblem{"invalid", "industry: a code of GB/T 4754"}};
  }
  filter.status = query.status;
  filter.grade = query.grade;
  filter.after = query.cursor.value_or("");
  if (query.size) filter.size = *query.size;
  if (filter.size < 1 || filter.size > app::ledger::kMaxPageSize) {
    return base::Err{app::QueryProblem{"invalid", "size: 1 to 200"}};
  }
  return service.list_enterprises(query.scope, filter);
}

/// An import belongs to who began it.
app::QueryResult<ImportJob> find_own(app::Readers& readers, const app::Scope& scope, const std::string& id) {
  auto job = TRY(
      as_query(readers.once([&](store::Connection& connection) { return app::ledger::find_import(connection, id); })));
  if (!job || !scope.granted() || job->actor != scope.officer()) {
    return base::Err{app::QueryProblem{"not_found", "no import of that id by the caller"}};
  }
  return std::move(*job);
}

/// The report goes through a file, since it may be as long as the list that was imported.
Response report(const Parts& parts, const ImportJob& job) {
  const std::filesystem::path spool = std::filesystem::path(parts.service->options().data) / "spool";
  const auto file = std::make_shared<SpooledFile>(spool / ("report-" + app::random_token().substr(0, 32)));
  std::ofstream csv(file->path(), std::ios::binary);
  const auto written = parts.readers->with([&](store::Connection& connection) {
    return app::ledger::write_report(connection, job.id, [&](std::string_view piece) { csv << piece; });
  });
  if (!written.ok()) return problem_response("http.unavailable", written.error().message);
  csv.close();
  if (!csv) return problem_response("http.unavailable", "the report could not be written");
  Response out;
  out.spooled = file;
  out.file = file->path();
  out.set("content-type", "text/csv; charset=utf-8");
  out.set("content-disposition", "attachment; filename=\"import-report.csv\"");
  out.set("cache-control", "no-store");
  return out;
}

template <typename T>
Response import_response(int status, const app::ledger::ImportResult<T>& result) {
  if (!result.ok()) {
    return problem_response(make_problem("import.failed", result.error().code + ": " + result.error().message));
  }
  if constexpr (std::is_same_v<T, base::Unit>) {
    return json_response(status, base::to_json(Nothing{}));
  } else {
    return json_response(status, base::to_json(*result));
  }
}

/// Answers with what `work` gives, on the thread that examines files.
template <typename Work>
void answer_from(ImportRunner& imports, const Respond& respond, int status, Work work) {
  const bool taken =
      imports.pool().try_post([respond, status, work = std::move(work)] { respond(import_response(status, work())); });
  if (!taken) respond(problem_response("http.overloaded"));
}

/// The same for a job of the caller's own.
template <typename Work>
void answer_for(const Parts& parts, const Call& call, const std::string& id, const Respond& respond, int status,
                Work work) {
  auto job = find_own(*parts.readers, call.scope, id);
  if (!job.ok()) return respond(problem_response(ProblemOf<app::QueryProblem>::of(job.error())));
  ImportRunner& imports = *parts.imports;
  answer_from(imports, respond, status,
              [&imports, caller = call.session->caller, job = std::move(*job), work = std::move(work)] {
                return work(imports, caller, job);
              });
}

Route upload_route(const Parts& parts) {
  auto upload = body_route<ImportQuery, Nothing, ImportJob>(
      Method::post, "/api/ledger/imports", kRegistrar, "上传企业台账（CSV、XLSX）",
      [imports = parts.imports](const Call& call, const ImportQuery& query, Nothing, const Respond& respond) {
        if (!call.request.file) return respond(problem_response("http.invalid_body", "no file"));
        answer_from(*imports, respond, 202, [imports, caller = call.session->caller, file = call.request.file, query] {
          return query.hold.value_or(false) ? imports->hold(caller, *file, query.name)
                                            : imports->begin(caller, *file, query.name);
        });
      });
  upload.shapes.body = [](Schemas&) { return type_schema("string", "binary"); };
  upload.shapes.body_type = "application/octet-stream";
  return std::move(upload.streams_body());
}

Route report_route(const Parts& parts) {
  auto download = body_route<app::IdQuery, Nothing, std::string>(
      Method::get, "/api/ledger/imports/{id}/report", kRegistrar, "台账导入报告（CSV）",
      [parts](const Call& call, const app::IdQuery& query, Nothing, const Respond& respond) {
        const auto job = find_own(*parts.readers, call.scope, query.id);
        respond(job.ok() ? report(parts, *job) : problem_response(ProblemOf<app::QueryProblem>::of(job.error())));
      });
  download.shapes.response_type = "text/csv";
  return download;
}

void add_import_reads(RouteTable& table, app::Readers* readers) {
  table.add(list_route("/api/ledger/imports", kRegistrar, "台账导入记录",
                       [readers](const app::Caller&, const ImportListQuery& query) -> app::QueryResult<ImportList> {
                         auto rows = TRY(as_query(readers->once([&](store::Connection& connection) {
                           return app::ledger::list_imports(connection, query.scope.officer(), kImportsListed);
                         })));
                         return ImportList{std::move(rows)};
                       }));
  table.add(list_route("/api/ledger/imports/{id}", kRegistrar, "台账导入进度",
                       [readers](const app::Caller&, const EnterpriseIdQuery& query) -> app::QueryResult<ImportJob> {
                         return find_own(*readers, query.scope, query.id);
                       }));
  table.add(list_route("/api/ledger/imports/{id}/rows", kRegistrar, "台账导入中须说明的行",
                       [readers](const app::Caller&, const ReportQuery& query) -> app::QueryResult<ReportPage> {
                         TRY(find_own(*readers, query.scope, query.id));
                         auto rows = TRY(as_query(readers->once([&](store::Connection& connection) {
                           return app::ledger::report_page(connection, query.id, query.after.value_or(0),
                                                           kRowsShown + 1, query.result);
                         })));
                         const bool more = static_cast<std::int64_t>(rows.size()) > kRowsShown;
                         if (more) rows.pop_back();
                         return ReportPage{std::move(rows), more};
                       }));
}

Route begin_route(const Parts& parts, const char* pattern, const char* summary, app::ledger::ImportState as) {
  return body_route<app::IdQuery, app::ledger::Layout, ImportJob>(
      Method::post, pattern, kRegistrar, summary,
      [parts, as](const Call& call, const app::IdQuery& query, const app::ledger::Layout& layout,
                  const Respond& respond) {
        answer_for(parts, call, query.id, respond, 202,
                   [layout, as](ImportRunner& imports, const app::Caller& caller, const ImportJob& job) {
                     return imports.begin(caller, job, layout, as);
                   });
      });
}

void add_import_routes(RouteTable& table, const Parts& parts) {
  using app::ledger::ImportState;
  table.add(upload_route(parts));
  add_import_reads(table, parts.readers);
  table.add(report_route(parts));
  table.add(body_route<PreviewQuery, Nothing, app::ledger::ListPreview>(
      Method::get, "/api/ledger/imports/{id}/preview", kRegistrar, "待导入文件的表头与前几行",
      [parts](const Call& call, const PreviewQuery& query, Nothing, const Respond& respond) {
        answer_for(parts, call, query.id, respond, 200,
                   [query](ImportRunner& imports, const app::Caller& caller, const ImportJob& job) {
                     return imports.preview(caller, job, query.sheet, query.header_row);
                   });
      }));
  table.add(begin_route(parts, "/api/ledger/imports/{id}/check", "核对待导入文件，不写入台账", ImportState::checking));
  table.add(begin_route(parts, "/api/ledger/imports/{id}/start", "开始导入", ImportState::running));
  table.add(body_route<app::IdQuery, Nothing, ImportJob>(
      Method::post, "/api/ledger/imports/{id}/resume", kRegistrar, "接着导入中断的文件",
      [parts](const Call& call, const app::IdQuery& query, Nothing, const Respond& respond) {
        answer_for(parts, call, query.id, respond, 202,
                   [](ImportRunner& imports, const app::Caller& caller, const ImportJob& job) {
                     return imports.resume(caller, job);
                   });
      }));
  table.add(body_route<app::IdQuery, Nothing, Nothing>(
      Method::del, "/api/ledger/imports/{id}", kRegistrar, "放弃待导入的文件",
      [parts](const Call& call, const app::IdQuery& query, Nothing, const Respond& respond) {
        answer_for(
            parts, call, query.id, respond, 200,
            [](ImportRunner& imports, const app::Caller&, const ImportJob& job) { return imports.discard(job); });
      }));
}

}  // namespace

void add_ledger_routes(RouteTable& table, const Parts& parts) {
  app::Service* service = parts.service;
  const AnyOfficer officer{app::Reach::subtree};
  table.add(list_route("/api/enterprises", officer, "企业台账",
                       [service](const app::Caller&, const EnterpriseQuery& query)
                           -> app::QueryResult<app::ledger::EnterprisePage> { return list(*service, query); }));
  table.add(
      file_route("/api/enterprises/{id}", officer, "一企一档",
                 [service](const app::Caller&, const EnterpriseIdQuery& query) -> app::QueryResult<app::DossierView> {
                   return service->dossier(query.scope, query.id);
                 })
          .reads_personal_data());
  add_import_routes(table, parts);
}

}  // namespace xiezhi::http
