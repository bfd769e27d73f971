// Enforcement documents of inspections and cases: the list, and each as a PDF to look at in place.
#include "app/document/documents.h"
#include "http/body_route.h"
#include "http/routes/read.h"

namespace xiezhi::http {

struct EnterpriseDocumentsQuery {
  std::string id;
  app::Scope scope;
};
BOOST_DESCRIBE_STRUCT(EnterpriseDocumentsQuery, (), (id))

namespace {

using app::DocumentFile;
using app::DocumentList;
using app::DocumentQuery;

Response pdf_response(DocumentFile file) {
  Response out;
  out.body = std::move(file.pdf);
  out.set("content-type", "application/pdf");
  out.set("content-disposition", "inline; filename*=UTF-8''" + percent_encode(file.name));
  out.set("cache-control", "private, no-store");
  return out;
}

/// A document is made beside the readers: it takes some milliseconds of one processor, and a second the first time.
template <typename Print>
Route pdf_route(std::string pattern, std::string summary, WorkPool* pool, Print print) {
  auto route = body_route<DocumentQuery, Nothing, std::string>(
      Method::get, std::move(pattern), AnyOfficer{app::Reach::subtree}, std::move(summary),
      [pool, print = std::move(print)](const Call& call, DocumentQuery query, Nothing, const Respond& respond) {
        query.scope = call.scope;
        const auto work = [print, query = std::move(query), respond] {
          auto file = print(query);
          if (!file.ok()) return respond(problem_response(ProblemOf<app::QueryProblem>::of(file.error())));
          respond(pdf_response(std::move(file).value()));
        };
        if (!pool->try_post(work)) respond(problem_response("http.unavailable", "too many documents at once"));
      });
  route.shapes.response_type = "application/pdf";
  return std::move(route.reads_personal_data());
}

}  // namespace

void add_document_routes(RouteTable& table, const Parts& parts) {
  const app::Documents* documents = parts.documents;
  const AnyOfficer officer{app::Reach::subtree};
  table.add(file_route("/api/inspections/{id}/documents", officer, "执法检查的文书",
                       [documents](const app::Caller&, const app::IdQuery& query) -> app::QueryResult<DocumentList> {
                         return documents->list_inspection(query.id);
                       })
                .reads_personal_data());
  table.add(pdf_route("/api/inspections/{id}/documents/{kind}", "执法检查的一份文书", parts.printing,
                      [documents](const DocumentQuery& query) { return documents->print_inspection(query); }));
  table.add(file_route("/api/cases/{id}/documents", officer, "案件的文书",
                       [documents](const app::Caller&, const app::IdQuery& query) -> app::QueryResult<DocumentList> {
                         return documents->list_case(query.id);
                       })
                .reads_personal_data());
  table.add(pdf_route("/api/cases/{id}/documents/{kind}", "案件的一份文书", parts.printing,
                      [documents](const DocumentQuery& query) { return documents->print_case(query); }));
  table.add(file_route("/api/enterprises/{id}/documents", officer, "企业各次检查和各案的文书",
                       [documents](const app::Caller&, const EnterpriseDocumentsQuery& query)
                           -> app::QueryResult<app::EnterpriseDocuments> {
                         return documents->list_enterprise(query.scope, query.id);
                       })
                .reads_personal_data());
}

}  // namespace xiezhi::http
