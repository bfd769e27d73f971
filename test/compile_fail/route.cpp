// Compiled four times by the build's tests: as it is it compiles; each of the three macros leaves out what must not be
// left out, and the compiler must refuse, with the named message where there is one.
#include "http/read_route.h"

namespace xiezhi::http {

struct Query {
  std::string id;
#ifndef WITHOUT_SCOPE
  app::Scope scope;
#endif
};
BOOST_DESCRIBE_STRUCT(Query, (), (id))
struct View {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(View, (), (id))
#ifndef WITHOUT_PLACE
app::Place place_of(const View& view) { return {view.id, view.id}; }
#endif
template <>
struct ProblemOf<std::string> {
  static Problem of(const std::string& code) { return make_problem(code); }
};

using Answer = base::Result<View, std::string>;

Route list() {
  return list_route("/api/thing", AnyOfficer{app::Reach::subtree}, "列表",
                    [](const app::Caller&, const Query& query) -> Answer { return View{query.id}; });
}

Route file() {
  return file_route("/api/thing/{id}",
#ifndef WITHOUT_POLICY
                    AnyOfficer{app::Reach::subtree},
#endif
                    "详情", [](const app::Caller&, const Query& query) -> Answer { return View{query.id}; });
}

}  // namespace xiezhi::http
