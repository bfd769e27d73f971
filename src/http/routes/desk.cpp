// What the desk opens with: tasks, counts, and the steps that are lawful now.
#include "http/body_route.h"
#include "http/routes/read.h"

namespace xiezhi::http {

struct RemarkBody {
  std::string stream;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(RemarkBody, (), (stream, text))

struct KeptBody {
  std::string value;
};
BOOST_DESCRIBE_STRUCT(KeptBody, (), (value))

namespace {

void add_remark_routes(RouteTable& table, app::Service* service) {
  const AnyOfficer officer{app::Reach::subtree};
  table.add(
      list_route("/api/remarks", officer, "同事留言（不入案卷）",
                 [service](const app::Caller&, const app::StreamQuery& query) -> app::QueryResult<app::RemarkList> {
                   return service->remarks(query);
                 }));
  table.add(body_route<Nothing, RemarkBody, app::RemarkRow>(
      Method::post, "/api/remarks", officer, "写留言（不入案卷）",
      [service](const Call& call, Nothing, const RemarkBody& body, const Respond& respond) {
        const auto row = service->remark(call.session->caller, call.scope, body.stream, body.text);
        if (row.ok()) return respond(json_response(201, base::to_json(*row)));
        respond(problem_response(ProblemOf<app::QueryProblem>::of(row.error())));
      }));
}

Response kept_response(const app::QueryResult<app::KeptView>& kept) {
  if (kept.ok()) return json_response(200, base::to_json(*kept));
  return problem_response(ProblemOf<app::QueryProblem>::of(kept.error()));
}

void add_kept_routes(RouteTable& table, app::Service* service) {
  const AnyOfficer self{app::Reach::self};
  table.add(body_route<app::KeptQuery, Nothing, app::KeptView>(
      Method::get, "/api/kept/{name}", self, "本人保存的界面设置",
      [service](const Call& call, const app::KeptQuery& query, Nothing, const Respond& respond) {
        respond(kept_response(service->kept(call.session->caller, query.name)));
      }));
  table.add(body_route<app::KeptQuery, KeptBody, app::KeptView>(
      Method::put, "/api/kept/{name}", self, "保存本人的界面设置",
      [service](const Call& call, const app::KeptQuery& query, const KeptBody& body, const Respond& respond) {
        respond(kept_response(service->keep(call.session->caller, query.name, body.value)));
      }));
}

}  // namespace

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
  table.add(
      list_route("/api/workbench", officer, "工作台：本单位在办事项与各自的下一步",
                 [service](const app::Caller& caller, const app::WorkQuery& query) -> app::QueryResult<app::WorkView> {
                   return service->workbench(caller, query);
                 }));
  table.add(
      list_route("/api/load", officer, "各单位在办数量",
                 [service](const app::Caller& caller, const app::LoadQuery& query) -> app::QueryResult<app::LoadView> {
                   return service->load_of_bodies(caller, query);
                 }));
  table.add(
      list_route("/api/overview/places", officer, "分地区数据",
                 [service](const app::Caller&, const app::FiguresQuery& query) -> app::QueryResult<app::FiguresView> {
                   return service->figures_by_place(query);
                 }));
  table.add(list_route("/api/pulse", officer, "日志进展",
                       [service](const app::Caller&, const app::PulseQuery& query) -> app::QueryResult<app::PulseView> {
                         return service->pulse(query);
                       }));
  table.add(list_route("/api/states", officer, "事项的当前状态（供本机检核）",
                       [service](const app::Caller& caller, const app::StatesQuery& query)
                           -> app::QueryResult<app::StatesView> { return service->states(caller, query); }));
  add_remark_routes(table, service);
  add_kept_routes(table, service);
}

}  // namespace xiezhi::http
