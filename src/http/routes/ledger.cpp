#include <fstream>

#include "app/account_secret.h"
#include "http/body_route.h"
#include "http/routes/read.h"

namespace xiezhi::http {

struct EnterpriseQuery {
  std::optional<std::string> text;  ///< part of the name, or the beginning of a credit code
  std::optional<std::string> division;
  std::optional<std::string> cursor;  ///< `next` of the page before
  std::optional<std::int32_t> size;
  app::Scope scope;
};
BOOST_DESCRIBE_STRUCT(EnterpriseQuery, (), (text, division, cursor, size))

struct EnterpriseIdQuery {
  std::string id;
  app::Scope scope;
};
BOOST_DESCRIBE_STRUCT(EnterpriseIdQuery, (), (id))

struct ImportQuery {
  std::string name;  ///< of the file
};
BOOST_DESCRIBE_STRUCT(ImportQuery, (), (name))

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
const Duty kRegistrar{{core::org::Duty::registrar}, app::Reach::self};

app::QueryResult<app::ledger::EnterprisePage> list(app::Service& service, const EnterpriseQuery& query) {
  app::ledger::EnterpriseFilter filter;
  filter.text = query.text.value_or("");
  filter.division = query.division.value_or("");
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

void begin_import(ImportRunner& imports, const Call& call, const std::string& file_name, const Respond& respond) {
  if (!call.request.file) return respond(problem_response("http.invalid_body", "no file"));
  const bool taken =
      imports.pool().try_post([&imports, caller = call.session->caller, file = call.request.file, file_name, respond] {
        const auto job = imports.begin(caller, file, file_name);
        if (job.ok()) return respond(json_response(202, base::to_json(*job)));
        respond(problem_response(make_problem("import.failed", job.error().code + ": " + job.error().message)));
      });
  if (!taken) respond(problem_response("http.overloaded"));
}

void add_import_routes(RouteTable& table, const Parts& parts) {
  app::Readers* readers = parts.readers;
  auto upload = body_route<ImportQuery, Nothing, ImportJob>(
      Method::post, "/api/ledger/imports", kRegistrar, "导入企业台账（CSV）",
      [imports = parts.imports](const Call& call, const ImportQuery& query, Nothing, const Respond& respond) {
        begin_import(*imports, call, query.name, respond);
      });
  upload.shapes.body = [](Schemas&) { return type_schema("string", "binary"); };
  upload.shapes.body_type = "text/csv";
  table.add(upload.streams_body());
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
  auto download = body_route<app::IdQuery, Nothing, std::string>(
      Method::get, "/api/ledger/imports/{id}/report", kRegistrar, "台账导入报告（CSV）",
      [parts](const Call& call, const app::IdQuery& query, Nothing, const Respond& respond) {
        const auto job = find_own(*parts.readers, call.scope, query.id);
        respond(job.ok() ? report(parts, *job) : problem_response(ProblemOf<app::QueryProblem>::of(job.error())));
      });
  download.shapes.response_type = "text/csv";
  table.add(std::move(download));
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
