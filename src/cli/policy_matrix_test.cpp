// Every route × {nobody, own county, other county, superior city, administrator, registrar of the province}, over the
// demonstration data. A route that is added without a line here fails the test.
#include <gtest/gtest.h>

#include <future>
#include <map>
#include <set>

#include "app/demo/demo.h"
#include "core/engine/engine.h"
#include "http/routes/session.h"
#include "http/wire.h"
#include "lawtool/source.h"
#include "store/query.h"
#include "store/test_database.h"

namespace xiezhi::cli {
namespace {

const base::Instant kNow = *base::Instant::parse_local("2026-10-09T10:00");
const std::vector<std::string> kPeople = {"nobody",      "daoli-officer",  "nangang-officer",
                                          "harbin-head", "province-admin", "province-registrar"};

/// What a route's file is: it decides who may see it.
enum class Sees : std::uint8_t {
  everybody,   ///< also nobody
  officers,    ///< whoever is signed in
  place,       ///< the county itself and its superiors
  own_body,    ///< commands on a file: the body that keeps it
  registrars,  ///< who has the duty; rows are their own
  administrators,
};

struct Asked {
  std::string target;
  Sees sees = Sees::officers;
};

/// The product on demonstration data, without a socket.
class Product {
 public:
  Product() {
    const std::string law = MUST(lawtool::build_pack(std::string(XIEZHI_SOURCE_DIR) + "/law"));
    const auto pack = MUST(core::law::Pack::load(law));
    app::demo::DemoOptions demo;
    demo.database = database_.address();
    demo.data = folder_.string();
    demo.pack = &pack;
    demo.now = kNow;
    demo.small = true;
    demo.accounts_file = (folder_ / "accounts.txt").string();
    MUST(app::demo::make_demo(demo));
    service_ = MUST(app::Service::open({database_.address(), folder_.string(), law, [] { return kNow; }}));
    accounts_ = std::make_unique<app::Accounts>(app::AccountSettings{
        database_.address(), app::PasswordCost::cheap,
        [this](const std::string& officer) { return service_->find_caller(officer); }, [] { return kNow; }});
    interface_ = std::make_unique<http::Interface>(
        *service_, *accounts_,
        http::InterfaceOptions{database_.address(), folder_, {}, MUST(http::StaticFiles::load(""))});
    for (const std::string& person : kPeople) {
      if (person != "nobody") tokens_[person] = MUST(accounts_->sessions().open(person, "test"));
    }
    inspection = first("/api/inspections?size=1").find("id")->text();
    inspection_version = *first("/api/inspections?size=1").find("version")->integer();
    casefile = first("/api/cases?size=1").find("id")->text();
    casefile_version = *first("/api/cases?size=1").find("version")->integer();
    enterprise = first("/api/enterprises?size=1").find("id")->text();
    inspection_document = first_document("/api/inspections");
    case_document = first_document("/api/cases");
  }
  ~Product() {
    interface_.reset();
    service_.reset();
    accounts_.reset();
    std::filesystem::remove_all(folder_);
  }
  Product(const Product&) = delete;
  Product& operator=(const Product&) = delete;

  http::Response ask(const std::string& person, http::Method method, const std::string& target,
                     const std::string& body = {}, bool with_csrf = true) {
    http::Request request;
    request.method = method;
    request.path = target.substr(0, target.find('?'));
    if (target.find('?') != std::string::npos) request.query = target.substr(target.find('?') + 1);
    request.body = body;
    request.address = "test";
    if (person != "nobody") {
      request.headers.emplace_back("cookie", "xiezhi_session=" + tokens_[person]);
      if (with_csrf) request.headers.emplace_back("x-csrf-token", app::csrf_token(tokens_[person]));
    }
    std::promise<http::Response> promise;
    interface_->api().handle(std::move(request),
                             [&](http::Response response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
  }
  const std::vector<http::Route>& routes() { return interface_->api().table().routes(); }

  std::string inspection;
  std::int64_t inspection_version = 0;
  std::string casefile;
  std::int64_t casefile_version = 0;
  std::string enterprise;
  std::string inspection_document;  ///< address of one that can be printed
  std::string case_document;

 private:
  /// The first file that the officer of 道里区 sees.
  base::Json first(const std::string& target) {
    const auto answer = base::Json::parse(ask("daoli-officer", http::Method::get, target).body);
    EXPECT_TRUE(answer.ok());
    const base::Json* rows = answer->find("rows") != nullptr ? answer->find("rows") : answer->find("items");
    EXPECT_FALSE(rows->array()->empty()) << target;
    return rows->array()->front();
  }
  std::string first_document(const std::string& list) {
    const auto files = base::Json::parse(ask("daoli-officer", http::Method::get, list + "?size=200").body);
    for (const base::Json& file : *files->find("rows")->array()) {
      const std::string address = list + "/" + file.find("id")->text() + "/documents";
      const auto documents = base::Json::parse(ask("daoli-officer", http::Method::get, address).body);
      for (const base::Json& row : *documents->find("rows")->array()) {
        if (row.find("status")->text() == "unavailable") continue;
        return address + "/" + row.find("kind")->text() + "?subject=" + row.find("subject")->text();
      }
    }
    ADD_FAILURE() << "no document in " << list;
    return list;
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("xiezhi_matrix_" + std::to_string(getpid()));
  store::TestDatabase database_{store::Engine::sqlite};
  std::unique_ptr<app::Service> service_;
  std::unique_ptr<app::Accounts> accounts_;
  std::unique_ptr<http::Interface> interface_;
  std::map<std::string, std::string> tokens_;
};

class PolicyMatrix : public testing::Test {
 protected:
  static void SetUpTestSuite() { product = std::make_unique<Product>(); }
  static void TearDownTestSuite() { product.reset(); }

  /// How to ask each read route, for a file of 道里区.
  static std::map<std::string, Asked> reads() {
    const std::string stream = "stream=inspection/" + product->inspection;
    return {
        {"/api/health", {"/api/health", Sees::everybody}},
        {"/api/openapi.json", {"/api/openapi.json", Sees::everybody}},
        {"/api/journal/consistency", {"/api/journal/consistency?from_size=1", Sees::everybody}},
        {"/api/journal/keys", {"/api/journal/keys", Sees::everybody}},
        {"/api/session", {"/api/session"}},
        {"/api/tasks", {"/api/tasks"}},
        {"/api/overview", {"/api/overview"}},
        {"/api/overview/places", {"/api/overview/places"}},
        {"/api/workbench", {"/api/workbench"}},
        {"/api/load", {"/api/load"}},
        {"/api/pulse", {"/api/pulse?since=0"}},
        {"/api/states", {"/api/states?streams=inspection/" + product->inspection, Sees::place}},
        {"/api/remarks", {"/api/remarks?" + stream, Sees::place}},
        {"/api/system", {"/api/system", Sees::administrators}},
        {"/api/law/pack", {"/api/law/pack"}},
        {"/api/enterprises", {"/api/enterprises"}},
        {"/api/inspections", {"/api/inspections"}},
        {"/api/cases", {"/api/cases"}},
        {"/api/officers", {"/api/officers"}},
        {"/api/bodies", {"/api/bodies"}},
        {"/api/divisions", {"/api/divisions"}},
        {"/api/violations", {"/api/violations"}},
        {"/api/figures", {"/api/figures?keys=hearing.request_days"}},
        {"/api/law/article", {"/api/law/article?instrument=work_safety_law_2021&article=99"}},
        {"/api/enterprises/{id}", {"/api/enterprises/" + product->enterprise, Sees::place}},
        {"/api/inspections/{id}", {"/api/inspections/" + product->inspection, Sees::place}},
        {"/api/cases/{id}", {"/api/cases/" + product->casefile, Sees::place}},
        {"/api/inspections/{id}/documents", {"/api/inspections/" + product->inspection + "/documents", Sees::place}},
        {"/api/inspections/{id}/documents/{kind}", {product->inspection_document, Sees::place}},
        {"/api/cases/{id}/documents", {"/api/cases/" + product->casefile + "/documents", Sees::place}},
        {"/api/cases/{id}/documents/{kind}", {product->case_document, Sees::place}},
        {"/api/next", {"/api/next?" + stream, Sees::place}},
        {"/api/journal", {"/api/journal?" + stream, Sees::place}},
        {"/api/journal/inclusion", {"/api/journal/inclusion?version=1&" + stream, Sees::place}},
        {"/api/ledger/imports", {"/api/ledger/imports", Sees::registrars}},
        {"/api/ledger/imports/{id}", {"/api/ledger/imports/none", Sees::registrars}},
        {"/api/ledger/imports/{id}/report", {"/api/ledger/imports/none/report", Sees::registrars}},
        {"/api/blobs/{hash}", {"/api/blobs/" + std::string(64, '0')}},
        {"/api/blobs/{hash}/received", {"/api/blobs/" + std::string(64, '0') + "/received"}}};
  }
  static bool may_see(const std::string& person, Sees sees) {
    switch (sees) {
      case Sees::everybody: return true;
      case Sees::officers: return person != "nobody";
      case Sees::place: return person != "nobody" && person != "nangang-officer";
      case Sees::own_body: return person == "daoli-officer";
      case Sees::registrars: return person == "province-registrar";
      case Sees::administrators: return person == "province-admin";
    }
    VERIFY_NOT_REACHED();
  }

  static std::unique_ptr<Product> product;
};
std::unique_ptr<Product> PolicyMatrix::product;

TEST_F(PolicyMatrix, EveryReadIsOpenToWhomItShouldBe) {
  auto known = reads();
  for (const http::Route& route : product->routes()) {
    if (route.method != http::Method::get) continue;
    const auto asked = known.find(route.pattern);
    ASSERT_NE(asked, known.end()) << "tell the matrix how to ask " << route.pattern;
    for (const std::string& person : kPeople) {
      const int status = product->ask(person, http::Method::get, asked->second.target).status;
      const std::string what = route.pattern + " by " + person;
      if (may_see(person, asked->second.sees)) {
        EXPECT_TRUE(status == 200 || status == 404) << what << ": " << status;
        if (asked->second.sees == Sees::place) {
          EXPECT_EQ(status, 200) << what;
        }
      } else if (person == "nobody") {
        EXPECT_EQ(status, 401) << what;
      } else {
        EXPECT_TRUE(status == 403 || status == 404) << what << ": " << status;
      }
    }
    known.erase(asked);
  }
  for (const auto& [pattern, asked] : known) ADD_FAILURE() << "no such route any more: " << pattern;
}

TEST_F(PolicyMatrix, ListsOfAnotherCountyShowNothingOfThisOne) {
  for (const auto& [pattern, asked] : reads()) {
    const auto response = product->ask("nangang-officer", http::Method::get, asked.target);
    if (response.status != 200) continue;  // a refusal may name what was asked for
    for (const std::string& id : {product->inspection, product->casefile, product->enterprise}) {
      EXPECT_EQ(response.body.find(id), std::string::npos) << pattern << " shows " << id;
    }
  }
}

/// A command on a file of 道里区, with an empty payload, so that it is never accepted.
std::string envelope(std::string_view kind, const std::string& id, std::int64_t version) {
  return R"({"command_id":")" + app::time_uuid(kNow.ms) + R"(","expected_version":)" + std::to_string(version) +
         R"(,"payload":{},"stream":")" + std::string(kind) + "/" + id + "\"}";
}

TEST_F(PolicyMatrix, CommandsOnAFileAreForItsBodyAlone) {
  constexpr std::string_view kCommands = "/api/command/";
  std::size_t asked = 0;
  for (const http::Route& route : product->routes()) {
    if (!route.pattern.starts_with(kCommands)) continue;
    const std::string name = route.pattern.substr(kCommands.size());
    const std::string_view kind = core::engine::stream_kind_of(name);
    if ((kind != "inspection" && kind != "case") || name == "TransferCase") continue;  // a superior may transfer a case
    const bool inspection = kind == "inspection";
    for (const std::string& person : kPeople) {
      const std::string body = envelope(kind, inspection ? product->inspection : product->casefile,
                                        inspection ? product->inspection_version : product->casefile_version);
      const auto response = product->ask(person, http::Method::post, route.pattern, body);
      const std::string what = name + " by " + person + ": " + response.body;
      ++asked;
      if (person == "nobody") {
        EXPECT_EQ(response.status, 401) << what;
      } else if (may_see(person, Sees::own_body)) {
        EXPECT_TRUE(response.status == 400 || response.status == 422) << what;
      } else {
        EXPECT_EQ(response.status, 403) << what;
      }
    }
  }
  EXPECT_GT(asked, 50 * kPeople.size());
}

TEST_F(PolicyMatrix, EveryCommandNeedsASession) {
  for (const http::Route& route : product->routes()) {
    if (route.method == http::Method::get || route.pattern == "/api/session") continue;
    EXPECT_EQ(product->ask("nobody", route.method, route.pattern, "{}").status, 401) << route.pattern;
  }
}

TEST_F(PolicyMatrix, NothingIsChangedWithoutTheAntiForgeryToken) {
  for (const http::Route& route : product->routes()) {
    if (route.method == http::Method::get || route.csrf_exempt) continue;
    const auto response = product->ask("province-admin", route.method, route.pattern, "{}", false);
    EXPECT_EQ(response.status, 403) << route.pattern;
    EXPECT_NE(response.body.find("session.csrf"), std::string::npos) << route.pattern;
  }
}

}  // namespace
}  // namespace xiezhi::cli
