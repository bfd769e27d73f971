#include "app/law_library.h"
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
  table.add(reference_route("/api/law/article", AnyOfficer{app::Reach::province}, "法律条文原文（已导入的文本）",
                            [service](const app::Caller&, const app::ArticleQuery& query) {
                              const app::LawLibrary library(service->options().data);
                              return app::article_text(service->pack(), library, query);
                            }));
}

}  // namespace xiezhi::http
