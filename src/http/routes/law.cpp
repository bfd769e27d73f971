#include "app/checklists.h"
#include "app/law_library.h"
#include "app/law_match.h"
#include "http/body_route.h"
#include "http/routes/read.h"

namespace xiezhi::http {

void add_law_routes(RouteTable& table, const Parts& parts) {
  app::Service* service = parts.service;
  table.add(reference_route("/api/violations", AnyOfficer{app::Reach::province}, "违法行为与处罚依据",
                            [service](const app::Caller&, const app::ViolationQuery& query)
                                -> app::QueryResult<app::ViolationList> { return service->violations(query); }));
  table.add(reference_route("/api/figures", AnyOfficer{app::Reach::province}, "法定期限与数额",
                            [service](const app::Caller& caller, const app::FigureQuery& query)
                                -> app::QueryResult<app::FigureList> { return service->figures(caller, query); }));
  table.add(reference_route(
      "/api/checklists", AnyOfficer{app::Reach::province}, "按行业的检查清单",
      [service](const app::Caller&, const app::ChecklistQuery& query) -> app::QueryResult<app::ChecklistList> {
        return app::checklists(service->pack(), query);
      }));
  table.add(reference_route(
      "/api/law/match", AnyOfficer{app::Reach::province}, "按现场描述查找违法行为",
      [service, matcher = std::make_shared<app::LawMatcher>()](const app::Caller&, const app::MatchQuery& query) {
        const base::Date today = service->options().clock().date();
        return matcher->find(service->pack(), query, today);
      }));
  table.add(reference_route("/api/law/article", AnyOfficer{app::Reach::province}, "法律条文原文（已导入的文本）",
                            [service](const app::Caller&, const app::ArticleQuery& query) {
                              const app::LawLibrary library(service->options().data);
                              return app::article_text(service->pack(), library, query);
                            }));
  // The bytes themselves: what the core reads in the browser is what it reads here.
  table.add(body_route<Nothing, Nothing, base::Json>(
      Method::get, "/api/law/pack", AnyOfficer{app::Reach::province}, "法规包",
      [service](const Call& call, Nothing, Nothing, const Respond& respond) {
        const auto law = service->law();
        if (!law.ok()) return respond(problem_response(ProblemOf<app::QueryProblem>::of(law.error())));
        const std::string etag = '"' + (*law)->pack.hash() + '"';
        Response out;
        out.set("content-type", "application/json");
        out.set("etag", etag);
        out.set("cache-control", "private, no-cache");
        if (call.request.header("if-none-match").find(etag) != std::string_view::npos) {
          out.status = 304;
        } else {
          out.body = (*law)->bytes;
        }
        respond(std::move(out));
      }));
}

}  // namespace xiezhi::http
