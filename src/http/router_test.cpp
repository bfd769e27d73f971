#include "http/router.h"

#include "http/openapi.h"
#include "http/read_route.h"
#include "http/routes/command.h"
#include "http/test_server.h"
#include "store/query.h"

namespace xiezhi::http {

struct FileQuery {
  std::string id;
  app::Scope scope;
};
BOOST_DESCRIBE_STRUCT(FileQuery, (), (id))

struct FileView {
  std::string id;
  std::string division;
};
BOOST_DESCRIBE_STRUCT(FileView, (), (id, division))
app::Place place_of(const FileView& view) { return {view.division, {}}; }

struct FilesQuery {
  std::optional<std::int32_t> limit;
  app::Scope scope;
};
BOOST_DESCRIBE_STRUCT(FilesQuery, (), (limit))

struct DoThis {
  static constexpr std::string_view kName = "DoThis";
  std::string what;
};
BOOST_DESCRIBE_STRUCT(DoThis, (), (what))
struct DoThat {
  static constexpr std::string_view kName = "DoThat";
  base::Money fine;
};
BOOST_DESCRIBE_STRUCT(DoThat, (), (fine))

template <>
struct ProblemOf<std::string> {
  static Problem of(const std::string& code) { return make_problem(code); }
};

namespace {

using Files = base::Result<std::vector<FileView>, std::string>;
using File = base::Result<FileView, std::string>;

/// A file in every place; its id is its division.
const std::vector<std::string> kDivisions = {"23", "2301", "230102", "230103", "2302"};

class RouterTest : public ServerTest {
 protected:
  void SetUp() override {
    ServerTest::SetUp();
    if (world == nullptr) return;
    world->add_officer("other_county", "230103", {"investigator"});
    world->add_officer("city", "2301", {"approver"});
    world->add_officer("province", "23", {"administrator"});
    world->add_officer("clerk", "230102", {"registrar"});
  }
  void add_routes(RouteTable& table) override {
    const auto list = [](const app::Caller&, const FilesQuery& query) -> Files {
      std::vector<FileView> out;
      for (const auto& division : kDivisions) {
        if (query.scope.admits(division, "body-" + division)) out.push_back({division, division});
      }
      return out;
    };
    const auto file = [](const app::Caller&, const FileQuery& query) -> File {
      if (query.id == "none") return base::Err{std::string("http.not_found")};
      return FileView{query.id, query.id};  // answers to anybody: the router must not let it out
    };
    table.add(list_route("/api/file", AnyOfficer{app::Reach::subtree}, "列表", list));
    table.add(list_route("/api/own", AnyOfficer{app::Reach::body}, "本机关", list));
    table.add(list_route("/api/all", Duty{{core::org::Duty::administrator}, app::Reach::province}, "全省", list));
    table.add(file_route("/api/file/{id}", AnyOfficer{app::Reach::subtree}, "详情", file).reads_personal_data());
    add_command_routes<boost::mp11::mp_list<DoThis, DoThat>>(
        table, [](const app::Caller&, const std::string&, const app::CommandRequest& request,
                  const app::ReplyHandler& handler) {
          app::CommandReply reply;
          reply.status = *base::enum_from_name<app::CommandStatus>(request.stream);
          reply.version = 1;
          if (reply.status == app::CommandStatus::refused) {
            reply.refusals = {{"hearing.request.too_late", core::rule::Severity::refusal, {{"law", 1, {}, {}}}, {}}};
          }
          if (reply.status == app::CommandStatus::conflict) reply.current_version = 9;
          if (reply.status == app::CommandStatus::invalid) reply.path = "/payload/what";
          handler(reply);
        });
  }
  std::string csrf(const std::string& token) { return app::csrf_token(token); }
  std::string command(const std::string& status) {
    return R"({"command_id":"1","expected_version":0,"payload":{},"stream":")" + status + "\"}";
  }
};

INSTANTIATE_TEST_SUITE_P(Sqlite, RouterTest, testing::Values(store::Engine::sqlite));

TEST_P(RouterTest, ListsShowTheCallersPartOfTheProvince) {
  EXPECT_EQ(get("/api/file", world->login("wang")).body, R"([{"division":"230102","id":"230102"}])");
  EXPECT_EQ(get("/api/own", world->login("city")).body, R"([{"division":"2301","id":"2301"}])");
  const auto city = base::parse_json<std::vector<FileView>>(get("/api/file", world->login("city")).body);
  ASSERT_TRUE(city.ok());
  EXPECT_EQ(city->size(), 3u);
  const auto province = base::parse_json<std::vector<FileView>>(get("/api/file", world->login("province")).body);
  EXPECT_EQ(province->size(), kDivisions.size());
}

TEST_P(RouterTest, AFileOfAnotherPlaceDoesNotLeaveEvenIfItsIdIsGuessed) {
  EXPECT_EQ(get("/api/file/230102", world->login("wang")).status, 200);
  EXPECT_EQ(get("/api/file/230102", world->login("city")).status, 200);
  const auto other = get("/api/file/230102", world->login("other_county"));
  EXPECT_EQ(other.status, 403);
  EXPECT_EQ(other.body.find("230102"), std::string::npos);
  EXPECT_EQ(get("/api/file/23", world->login("city")).status, 403) << "the superior's file";
  EXPECT_EQ(get("/api/file/none", world->login("wang")).status, 404);
}

TEST_P(RouterTest, ADutyIsNeededWhereThePolicySaysSo) {
  EXPECT_EQ(get("/api/all", world->login("wang")).status, 403);
  EXPECT_EQ(get("/api/all", world->login("province")).status, 200);
}

TEST_P(RouterTest, NobodySeesAnythingButThePublicRoutes) {
  for (const Route& route : api->table().routes()) {
    std::string target = route.pattern;
    if (const auto at = target.find("{id}"); at != std::string::npos) target.replace(at, 4, "230102");
    const auto response = request(std::string(method_name(route.method)), target, {}, route.shapes.body ? "{}" : "");
    EXPECT_EQ(response.status == 401, !route.policy.is_public()) << route.pattern << " " << response.status;
  }
}

TEST_P(RouterTest, EveryRouteHasASummaryAndAPolicy) {
  for (const Route& route : api->table().routes()) {
    EXPECT_FALSE(route.summary.empty()) << route.pattern;
    EXPECT_FALSE(route.policy.text().empty()) << route.pattern;
  }
}

TEST_P(RouterTest, AForgedTokenIsNobody) {
  EXPECT_EQ(get("/api/file", std::string(64, 'a')).status, 401);
  EXPECT_EQ(get("/api/file", "' OR 1=1 --").status, 401);
}

TEST_P(RouterTest, ParametersAreStrict) {
  const std::string token = world->login("wang");
  EXPECT_EQ(get("/api/file?limit=5", token).status, 200);
  const auto unknown = get("/api/file?limt=5", token);
  EXPECT_EQ(unknown.status, 400);
  EXPECT_NE(unknown.body.find(R"("path":"?limt")"), std::string::npos);
  EXPECT_EQ(get("/api/file?scope=23", token).status, 400) << "the scope never comes from the client";
  EXPECT_EQ(get("/api/file/230102?id=230103", token).status, 400) << "the path's parameter cannot be overridden";
}

TEST_P(RouterTest, WrongMethodIs405WithTheRightOnes) {
  const auto response = request("PUT", "/api/session", {});
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.header("allow"), "POST, DELETE, GET");
}

TEST_P(RouterTest, ChangesNeedTheAntiForgeryToken) {
  const std::string token = world->login("wang");
  EXPECT_EQ(request("POST", "/api/command/DoThis", token, command("accepted")).status, 403);
  EXPECT_EQ(request("POST", "/api/command/DoThis", token, command("accepted"), std::string(64, '0')).status, 403);
  const std::string others = csrf(world->login("wang"));
  EXPECT_EQ(request("POST", "/api/command/DoThis", token, command("accepted"), others).status, 403);
  EXPECT_EQ(request("POST", "/api/command/DoThis", token, command("accepted"), csrf(token)).status, 200);
  EXPECT_EQ(request("DELETE", "/api/session", token).status, 403);
}

TEST_P(RouterTest, EveryOutcomeOfACommandHasItsStatus) {
  const std::string token = world->login("wang");
  const std::map<std::string, int> wanted = {{"accepted", 200}, {"refused", 422},   {"conflict", 409},
                                             {"invalid", 400},  {"forbidden", 403}, {"reused_id", 409},
                                             {"failed", 503}};
  for (const auto& [status, code] : wanted) {
    const auto response = request("POST", "/api/command/DoThis", token, command(status), csrf(token));
    EXPECT_EQ(response.status, code) << status;
    const bool problem = response.header("content-type") == "application/problem+json";
    EXPECT_EQ(problem, status != "accepted");
    if (problem) {
      EXPECT_NE(response.body.find("\"code\":\"command." + status + "\""), std::string::npos);
    }
  }
  const auto refused = request("POST", "/api/command/DoThis", token, command("refused"), csrf(token));
  const auto details = base::parse_json<Problem>(refused.body);
  ASSERT_TRUE(details.ok());
  EXPECT_EQ(details->refusals->at(0).code, "hearing.request.too_late");
  EXPECT_EQ(details->refusals->at(0).articles.at(0).article, 1);
}

TEST_P(RouterTest, AMalformedEnvelopeNamesItsPath) {
  const std::string token = world->login("wang");
  const auto response = request("POST", "/api/command/DoThis", token, R"({"command_id":7})", csrf(token));
  EXPECT_EQ(response.status, 400);
  EXPECT_NE(response.body.find(R"("path":"/command_id")"), std::string::npos);
  EXPECT_EQ(request("POST", "/api/command/DoNothing", token, "{}", csrf(token)).status, 404);
}

TEST_P(RouterTest, ReadingPersonalDataIsLogged) {
  const std::string token = world->login("wang");
  EXPECT_EQ(get("/api/file/230102", token).status, 200);
  EXPECT_EQ(get("/api/file", token).status, 200);
  accounts().log().flush();
  const auto rows =
      connection(store::Access::read)->run(store::query::kAccountAccessList, {store::Value(std::int64_t{0})});
  std::vector<std::string> read;
  for (const auto& row : *rows) {
    if (store::text(row[3]) == "read") read.push_back(store::text(row[4]));
  }
  EXPECT_EQ(read, std::vector<std::string>{"/api/file/230102"});
}

TEST_P(RouterTest, TheInterfaceDescribesEveryRoute) {
  const auto document = base::Json::parse(get("/api/openapi.json").body);
  ASSERT_TRUE(document.ok());
  for (const Route& route : api->table().routes()) {
    const base::Json* path = document->find("paths")->find(route.pattern);
    ASSERT_NE(path, nullptr) << route.pattern;
    EXPECT_EQ(path->object()->empty(), false);
  }
  const std::string text = document->find("paths")->find("/api/command/DoThat")->canonical();
  EXPECT_NE(text.find(R"("payload":{"$ref":"#/components/schemas/http.DoThat"})"), std::string::npos);
  EXPECT_NE(text.find("command_id"), std::string::npos);
}

}  // namespace
}  // namespace xiezhi::http
