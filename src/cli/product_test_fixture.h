// For tests: the product on demonstration data, without a socket, on either engine.
#pragma once

#include <gtest/gtest.h>

#include <future>
#include <map>

#include "app/demo/demo.h"
#include "http/routes/session.h"
#include "http/wire.h"
#include "lawtool/source.h"
#include "store/test_database.h"

namespace xiezhi::cli {

inline const base::Instant kNow = *base::Instant::parse_local("2026-10-09T10:00");

/// Who asks. Those of the second line are made beside the demonstration's own accounts.
inline const std::vector<std::string> kPeople = {
    "nobody",          "daoli-officer",     "nangang-officer",    "harbin-head",
    "province-admin",  "daoli-admin",       "nangang-admin",      "harbin-admin",
    "daoli-registrar", "nangang-registrar", "province-registrar", "province-reviewer"};

class Product {
 public:
  explicit Product(store::Engine engine) : database_(engine) {
    if (database_.address().empty()) return;
    const std::string law = MUST(lawtool::build_pack(std::string(XIEZHI_SOURCE_DIR) + "/law"));
    pack_ = std::make_unique<core::law::Pack>(MUST(core::law::Pack::load(law)));
    app::demo::DemoOptions demo;
    demo.database = database_.address();
    demo.data = folder_.string();
    demo.pack = pack_.get();
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
    sign_in("province-admin");
    add_officer("daoli-admin", "230102", "administrator");
    add_officer("nangang-admin", "230103", "administrator");
    add_officer("harbin-admin", "2301", "administrator");
    add_officer("nangang-registrar", "230103", "registrar");
    for (const std::string& person : kPeople) sign_in(person);
    for (const char* person : {"daoli-officer2", "daoli-head"}) sign_in(person);
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

  /// With the person's session and its token against forgery.
  [[nodiscard]] http::Request request(const std::string& person, http::Method method, const std::string& target,
                                      const std::string& body = {}) const {
    http::Request out;
    out.method = method;
    out.path = target.substr(0, target.find('?'));
    if (target.find('?') != std::string::npos) out.query = target.substr(target.find('?') + 1);
    out.body = body;
    out.address = "test";
    if (person != "nobody") {
      out.headers.emplace_back("cookie", "xiezhi_session=" + tokens_.at(person));
      out.headers.emplace_back("x-csrf-token", app::csrf_token(tokens_.at(person)));
    }
    return out;
  }
  http::Response send(http::Request request) {
    std::promise<http::Response> promise;
    interface_->api().handle(std::move(request),
                             [&](http::Response response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
  }
  http::Response ask(const std::string& person, http::Method method, const std::string& target,
                     const std::string& body = {}) {
    return send(request(person, method, target, body));
  }
  http::Response give(const std::string& person, const std::string& command, const std::string& stream,
                      std::int64_t version, const std::string& payload) {
    return ask(person, http::Method::post, "/api/command/" + command,
               R"({"command_id":")" + app::time_uuid(kNow.ms) + R"(","expected_version":)" + std::to_string(version) +
                   R"(,"payload":)" + payload + R"(,"stream":")" + stream + "\"}");
  }
  /// What the person reads; a failure unless the answer is 200.
  base::Json read(const std::string& person, const std::string& target) {
    const auto response = ask(person, http::Method::get, target);
    EXPECT_EQ(response.status, 200) << target << " " << response.body;
    auto parsed = base::Json::parse(response.body);
    return parsed.ok() ? std::move(parsed).value() : base::Json();
  }

  const std::vector<http::Route>& routes() { return interface_->api().table().routes(); }
  [[nodiscard]] const std::string& address() const { return database_.address(); }
  [[nodiscard]] const core::law::Pack& pack() const { return *pack_; }
  /// The id of an officer by his account.
  std::string officer(const std::string& person) {
    return read(person, "/api/session").find("caller")->find("officer")->text();
  }

  std::string inspection;
  std::int64_t inspection_version = 0;
  std::string casefile;
  std::int64_t casefile_version = 0;
  std::string enterprise;
  std::string inspection_document;  ///< address of one that can be printed
  std::string case_document;

 private:
  void sign_in(const std::string& person) {
    if (person != "nobody") tokens_[person] = MUST(accounts_->sessions().open(person, "test"));
  }
  void add_officer(const std::string& account, const std::string& body, const std::string& duty) {
    const std::string id = app::time_uuid(kNow.ms);
    const auto response = give("province-admin", "RegisterOfficer", "officer/" + id, 0,
                               R"({"name":"试甲乙","body":")" + body + R"(","rank":"staff","duties":[")" + duty +
                                   R"("],"qualified_in_law":false})");
    EXPECT_EQ(response.status, 200) << response.body;
    EXPECT_TRUE(accounts_->create(account, id, "correct horse battery").ok()) << account;
  }
  /// The first file that the officer of 道里区 sees.
  base::Json first(const std::string& target) {
    const base::Json answer = read("daoli-officer", target);
    const base::Json* rows = answer.find("rows") != nullptr ? answer.find("rows") : answer.find("items");
    EXPECT_FALSE(rows->array()->empty()) << target;
    return rows->array()->front();
  }
  std::string first_document(const std::string& list) {
    const base::Json files = read("daoli-officer", list + "?size=200");
    for (const base::Json& file : *files.find("rows")->array()) {
      const std::string documents = list + "/" + file.find("id")->text() + "/documents";
      const base::Json rows = read("daoli-officer", documents);
      for (const base::Json& row : *rows.find("rows")->array()) {
        if (row.find("status")->text() == "unavailable") continue;
        return documents + "/" + row.find("kind")->text() + "?subject=" + row.find("subject")->text();
      }
    }
    ADD_FAILURE() << "no document in " << list;
    return list;
  }

  store::TestDatabase database_;
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() /
      ("xiezhi_product_" + std::to_string(getpid()) + "_" + app::random_token().substr(0, 8));
  std::unique_ptr<core::law::Pack> pack_;
  std::unique_ptr<app::Service> service_;
  std::unique_ptr<app::Accounts> accounts_;
  std::unique_ptr<http::Interface> interface_;
  std::map<std::string, std::string> tokens_;
};

/// One product for each engine and suite.
template <typename Suite>
class ProductTest : public testing::TestWithParam<store::Engine> {
 protected:
  static void TearDownTestSuite() { products_.clear(); }
  void SetUp() override {
    auto& held = products_[GetParam()];
    if (held == nullptr) held = std::make_unique<Product>(GetParam());
    if (held->address().empty()) GTEST_FAIL() << "no database";
    product = held.get();
  }

  Product* product = nullptr;

 private:
  static inline std::map<store::Engine, std::unique_ptr<Product>> products_;
};

}  // namespace xiezhi::cli
