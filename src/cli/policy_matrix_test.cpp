#include <gtest/gtest.h>

#include <fstream>

#include "cli/policy_matrix_test_fixture.h"
#include "core/engine/engine.h"

namespace xiezhi::cli {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, PolicyMatrix, testing::Values(store::Engine::sqlite));

/// The version of a stream among those that /api/states told.
std::int64_t version_of(const base::Json& states, const std::string& stream) {
  for (const base::Json& row : *states.find("rows")->array()) {
    if (row.find("stream")->text() == stream) return *row.find("version")->integer();
  }
  ADD_FAILURE() << "no state of " << stream;
  return 0;
}

TEST_P(PolicyMatrix, EveryReadIsOpenToWhomItShouldBe) {
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

TEST_P(PolicyMatrix, DiscretionIsExplainedToWhoMaySeeTheCase) {
  const std::string body = R"({"party":"none","charge":"none","facts":{},"circumstances":[],"conditions":[]})";
  for (const std::string& person : kPeople) {
    const std::string target = "/api/cases/" + product->casefile + "/discretion";
    const int status = product->ask(person, http::Method::post, target, body).status;
    if (person == "nobody") {
      EXPECT_EQ(status, 401);
    } else {
      EXPECT_EQ(status, may_see(person, Sees::place) ? 404 : 403) << person;  // there is no such charge
    }
  }
}

TEST_P(PolicyMatrix, ListsOfAnotherCountyShowNothingOfThisOne) {
  for (const auto& [pattern, asked] : reads()) {
    const auto response = product->ask("nangang-officer", http::Method::get, asked.target);
    if (response.status != 200) continue;  // a refusal may name what was asked for
    for (const std::string& id : {product->inspection, product->casefile, product->enterprise}) {
      EXPECT_EQ(response.body.find(id), std::string::npos) << pattern << " shows " << id;
    }
  }
}

TEST_P(PolicyMatrix, TextsOfBenchmarksAreCheckedForWhoMakesThem) {
  for (const std::string& person : kPeople) {
    const auto response =
        product->ask(person, http::Method::post, "/api/benchmarks/hlj.training/check", R"({"dmn":"<a/>"})");
    const int refused = person == "nobody"        ? 401
                        : person == "harbin-head" ? 404
                                                  : 403;  // a head, but not of the region
    EXPECT_EQ(response.status, person == "province-reviewer" ? 200 : refused) << person;
  }
}

TEST_P(PolicyMatrix, BenchmarksAreDraftedByTheProvinceAlone) {
  for (const std::string& person : kPeople) {
    const std::string body = R"({"command_id":")" + app::time_uuid(kNow.ms) +
                             R"(","expected_version":0,"payload":{"body":"23","reason":"试"},)"
                             R"("stream":"benchmark/hlj.none"})";
    const auto response = product->ask(person, http::Method::post, "/api/command/OpenBenchmarkDraft", body);
    if (person == "province-reviewer") {
      EXPECT_EQ(response.status, 422) << response.body;  // there is no such table
    } else {
      EXPECT_EQ(response.status, person == "nobody" ? 401 : 403) << person << response.body;
    }
  }
}

/// Names of the commands on streams of a kind.
std::vector<std::string> commands_on(Product& product, std::string_view kind) {
  constexpr std::string_view kCommands = "/api/command/";
  std::vector<std::string> out;
  for (const http::Route& route : product.routes()) {
    if (!route.pattern.starts_with(kCommands)) continue;
    const std::string name = route.pattern.substr(kCommands.size());
    if (core::engine::stream_kind_of(name) == kind) out.push_back(name);
  }
  return out;
}

TEST_P(PolicyMatrix, CommandsOnAFileAreForItsBodyAlone) {
  const auto try_all = [&](const char* kind, const std::string& id, std::int64_t version) {
    for (const std::string& name : commands_on(*product, kind)) {
      if (name == "TransferCase") continue;  // below: a superior may
      for (const std::string& person : kPeople) {
        const int allowed = may_see(person, Sees::own_body) ? 400 : 403;
        EXPECT_EQ(tried(person, name, std::string(kind) + "/" + id, version), person == "nobody" ? 401 : allowed)
            << name << " by " << person;
      }
    }
  };
  EXPECT_GT(commands_on(*product, "inspection").size() + commands_on(*product, "case").size(), 50u);
  try_all("inspection", product->inspection, product->inspection_version);
  try_all("case", product->casefile, product->casefile_version);
}

// 行政处罚法(2021) 第二十五条第二款
TEST_P(PolicyMatrix, CasesAreTransferredByTheirBodyAndItsSuperiors) {
  const std::set<std::string> may = {"daoli-officer", "harbin-head", "province-reviewer"};
  for (const std::string& person : kPeople) {
    const int status = tried(person, "TransferCase", "case/" + product->casefile, product->casefile_version);
    EXPECT_EQ(status, person == "nobody" ? 401 : may.contains(person) ? 400 : 403) << person;
  }
}

TEST_P(PolicyMatrix, BodiesAndOfficersAreOrganisedByAdministratorsOfTheirPlace) {
  const std::set<std::string> may = {"daoli-admin", "harbin-admin", "province-admin"};
  const base::Json states =
      product->read("province-admin", "/api/states?streams=body/230102,officer/" + product->officer("daoli-officer"));
  const std::map<std::string, std::string> files = {{"body", "body/230102"},
                                                    {"officer", "officer/" + product->officer("daoli-officer")}};
  for (const auto& [kind, stream] : files) {
    const auto commands = commands_on(*product, kind);
    EXPECT_GE(commands.size(), 3u) << kind;
    for (const std::string& name : commands) {
      for (const std::string& person : kPeople) {
        const int status = tried(person, name, stream, version_of(states, stream));
        EXPECT_EQ(status, person == "nobody" ? 401 : may.contains(person) ? 400 : 403) << name << " by " << person;
      }
    }
  }
}

TEST_P(PolicyMatrix, NoAdministratorMakesBodiesOrOfficersOfANeighbour) {
  const std::set<std::string> may = {"daoli-admin", "harbin-admin", "province-admin"};
  for (const std::string& person : kPeople) {
    const int wanted = person == "nobody" ? 401 : may.contains(person) ? 200 : 403;
    const std::string officer =
        R"({"name":"新来的","body":"230102","rank":"staff","duties":["investigator"],"qualified_in_law":false})";
    EXPECT_EQ(product->give(person, "RegisterOfficer", "officer/" + app::time_uuid(kNow.ms), 0, officer).status, wanted)
        << person;
    const std::string body =
        R"({"name":"某某执法队","level":"county","kind":"team","division":"230102","parent":"230102"})";
    EXPECT_EQ(product->give(person, "RegisterBody", "body/" + app::time_uuid(kNow.ms), 0, body).status, wanted)
        << person;
  }
  // A place of his own beside the neighbour's body does not help him.
  const std::string both = R"({"division":"230103","name":"新来的","body":"230102","rank":"staff","duties":[],)"
                           R"("qualified_in_law":false})";
  const std::string stream = "officer/" + app::time_uuid(kNow.ms);
  EXPECT_NE(product->give("nangang-admin", "RegisterOfficer", stream, 0, both).status, 200);
  EXPECT_EQ(product->ask("province-admin", http::Method::get, "/api/journal?stream=" + stream).status, 404);
}

TEST_P(PolicyMatrix, AccountsAreKeptByAdministratorsOfTheirPlace) {
  const std::set<std::string> may = {"daoli-admin", "harbin-admin", "province-admin"};
  const std::string officer = product->officer("daoli-officer2");
  const auto status = [&](const std::string& person, const std::string& target, const std::string& body) {
    return product->ask(person, http::Method::post, "/api/accounts" + target, body).status;
  };
  const auto wanted = [&](const std::string& person, int good) {
    if (may.contains(person)) return good;
    return person == "nobody" ? 401 : person == "nangang-admin" ? 404 : 403;
  };
  for (const std::string& person : kPeople) {
    const std::string name = "made-by-" + person;
    const std::string made = R"({"name":")" + name + R"(","officer":")" + officer + "\"}";
    EXPECT_EQ(status(person, "", made), wanted(person, 201)) << person;
    const std::string known = R"({"name":"daoli-presider"})";
    EXPECT_EQ(status(person, "/password", known), wanted(person, 200)) << person;
    const std::string own = R"({"name":")" + name + "\"}";
    if (may.contains(person)) {
      EXPECT_EQ(status(person, "", made), 409) << person;
      EXPECT_EQ(status(person, "/disable", own), 204) << person;
      EXPECT_EQ(status(person, "/disable", own), 404) << person;
      EXPECT_EQ(status(person, "/disable", R"({"name":")" + person + "\"}"), 409) << person;
      EXPECT_EQ(status(person, "/enable", own), 200) << person;
      EXPECT_EQ(status(person, "/enable", own), 404) << person << ": it is open already";
    } else {
      EXPECT_EQ(status(person, "/disable", known), wanted(person, 204)) << person;
      EXPECT_EQ(status(person, "/enable", known), wanted(person, 200)) << person;
    }
  }
  EXPECT_EQ(status("daoli-admin", "/disable", R"({"name":"province-registrar"})"), 404);
  EXPECT_EQ(status("daoli-admin", "", R"({"name":"Böse Namen","officer":"x"})"), 400);
  EXPECT_EQ(status("daoli-admin", "", R"({"name":"good-name","officer":"nobody"})"), 404);
}

TEST_P(PolicyMatrix, TheAccountOfWhoHasLeftIsNotOpenedAgain) {
  const std::string id = app::time_uuid(kNow.ms);
  const std::string stream = "officer/" + id;
  const std::string officer = R"({"name":"来去","body":"230102","rank":"staff","duties":[],"qualified_in_law":false})";
  ASSERT_EQ(product->give("daoli-admin", "RegisterOfficer", stream, 0, officer).status, 200);
  const auto status = [&](const std::string& target, const std::string& body) {
    return product->ask("daoli-admin", http::Method::post, "/api/accounts" + target, body).status;
  };
  ASSERT_EQ(status("", R"({"name":"comes-and-goes","officer":")" + id + "\"}"), 201);
  ASSERT_EQ(status("/disable", R"({"name":"comes-and-goes"})"), 204);
  const std::string today = kNow.date().iso();
  ASSERT_EQ(product->give("daoli-admin", "EndService", stream, 1, R"({"left_on":")" + today + "\"}").status, 200);
  EXPECT_EQ(status("/enable", R"({"name":"comes-and-goes"})"), 409);
}

TEST_P(PolicyMatrix, WhatIsKeptIsItsOwnersAlone) {
  const std::string target = "/api/kept/ledger-filters";
  for (const std::string& person : kPeople) {
    const auto kept = product->ask(person, http::Method::put, target, R"({"value":"of )" + person + "\"}");
    EXPECT_EQ(kept.status, person == "nobody" ? 401 : 200) << person;
  }
  for (const std::string& person : kPeople) {
    if (person == "nobody") continue;
    EXPECT_EQ(product->ask(person, http::Method::get, target).body, R"({"value":"of )" + person + "\"}");
  }
  const auto put = [&](const std::string& name, const std::string& value) {
    return product->ask("daoli-officer", http::Method::put, "/api/kept/" + name, R"({"value":")" + value + "\"}")
        .status;
  };
  EXPECT_EQ(put("Bad.Name", "x"), 400);
  EXPECT_EQ(put("long", std::string(16'384, 'x')), 200);
  EXPECT_EQ(put("long", std::string(16'385, 'x')), 400);
  for (int i = 0; i < 30; ++i) EXPECT_EQ(put(std::string(static_cast<std::size_t>(i) + 1, 'a'), "x"), 200) << i;
  EXPECT_EQ(put("one-too-many", "x"), 400);
  EXPECT_EQ(put("ledger-filters", "again"), 200);
}

TEST_P(PolicyMatrix, ListsForAdministratorsShowTheirPlaceAlone) {
  const auto accounts = product->ask("daoli-admin", http::Method::get, "/api/accounts").body;
  EXPECT_NE(accounts.find("\"daoli-head\""), std::string::npos);
  for (const char* other : {"\"nangang-officer\"", "\"harbin-head\"", "\"province-admin\""}) {
    EXPECT_EQ(accounts.find(other), std::string::npos) << other;
  }
  EXPECT_EQ(accounts.find("argon2"), std::string::npos);
  const auto begun =
      product->ask("daoli-officer", http::Method::post, "/api/ledger/exports", R"({"kind":"csv","columns":["name"]})");
  const std::string id = MUST(base::Json::parse(begun.body)).find("id")->text();
  const auto jobs = [&](const char* person) {
    return product->ask(person, http::Method::get, "/api/system/jobs").body.find(id) != std::string::npos;
  };
  EXPECT_TRUE(jobs("daoli-admin"));
  EXPECT_TRUE(jobs("province-admin"));
  EXPECT_FALSE(jobs("nangang-admin"));
  product->ask("daoli-officer", http::Method::del, "/api/ledger/exports/" + id);
}

TEST_P(PolicyMatrix, TheLedgerIsKeptByRegistrarsAndInvestigatorsOfThePlace) {
  const std::set<std::string> may = {"daoli-officer", "daoli-registrar", "province-registrar"};
  const std::string stream = "enterprise/" + product->enterprise;
  const std::int64_t version = version_of(product->read("province-admin", "/api/states?streams=" + stream), stream);
  const auto commands = commands_on(*product, "enterprise");
  EXPECT_GE(commands.size(), 8u);
  for (const std::string& name : commands) {
    for (const std::string& person : kPeople) {
      const int status = tried(person, name, stream, version);
      EXPECT_EQ(status, person == "nobody" ? 401 : may.contains(person) ? 400 : 403) << name << " by " << person;
    }
  }
  for (const std::string& person : kPeople) {
    const std::string payload = R"({"name":")" + person + R"(的企业","division":"230102"})";
    const int status =
        product->give(person, "RegisterEnterprise", "enterprise/" + app::time_uuid(kNow.ms), 0, payload).status;
    EXPECT_EQ(status, person == "nobody" ? 401 : may.contains(person) ? 200 : 403) << person;
  }
}

TEST_P(PolicyMatrix, AnImportIsOpenToWhoBeganItAlone) {
  const auto path = std::filesystem::temp_directory_path() / ("xiezhi_list_" + app::random_token().substr(0, 12));
  std::ofstream(path) << "企业名称,注册地址\n某某试验有限公司,黑龙江省哈尔滨市道里区新阳路1号\n";
  auto upload = product->request("daoli-registrar", http::Method::post, "/api/ledger/imports?name=list.csv&hold=true");
  upload.file = std::make_shared<http::SpooledFile>(path);
  const auto held = product->send(std::move(upload));
  ASSERT_EQ(held.status, 202) << held.body;
  const base::Json job = MUST(base::Json::parse(held.body));
  const std::string at = "/api/ledger/imports/" + job.find("id")->text();
  std::string layout = job.find("layout")->canonical();
  struct Way {
    http::Method method;
    std::string target;
    std::string body;
  };
  // The last ends it.
  const std::vector<Way> ways = {{http::Method::get, at, ""},
                                 {http::Method::get, at + "/preview", ""},
                                 {http::Method::get, at + "/rows", ""},
                                 {http::Method::get, at + "/report", ""},
                                 {http::Method::post, at + "/check", layout},
                                 {http::Method::post, at + "/start", layout},
                                 {http::Method::post, at + "/resume", ""},
                                 {http::Method::del, at, ""}};
  EXPECT_EQ(
      std::count_if(product->routes().begin(), product->routes().end(),
                    [](const http::Route& route) { return route.pattern.starts_with("/api/ledger/imports/{id}"); }),
      static_cast<std::ptrdiff_t>(ways.size()));
  for (const std::string& person : kPeople) {
    if (person == "daoli-registrar") continue;
    const int wanted = person == "nobody" ? 401 : person.ends_with("-registrar") ? 404 : 403;
    for (const Way& way : ways) {
      EXPECT_EQ(product->ask(person, way.method, way.target, way.body).status, wanted) << way.target << " " << person;
    }
    const auto list = product->ask(person, http::Method::get, "/api/ledger/imports");
    EXPECT_EQ(list.body.find(job.find("id")->text()), std::string::npos) << person;
  }
  EXPECT_EQ(product->ask("daoli-registrar", http::Method::get, at).status, 200);
  EXPECT_EQ(product->ask("daoli-registrar", http::Method::get, at + "/preview").status, 200);
  EXPECT_EQ(product->ask("daoli-registrar", http::Method::del, at).status, 200);
  EXPECT_EQ(product->ask("daoli-registrar", http::Method::get, at).status, 404);
}

TEST_P(PolicyMatrix, AnExportIsOpenToWhoBeganItAlone) {
  const auto begun =
      product->ask("daoli-officer", http::Method::post, "/api/ledger/exports", R"({"kind":"csv","columns":["name"]})");
  ASSERT_EQ(begun.status, 202) << begun.body;
  const std::string at = "/api/ledger/exports/" + MUST(base::Json::parse(begun.body)).find("id")->text();
  for (const std::string& person : kPeople) {
    if (person == "daoli-officer") continue;
    const int wanted = person == "nobody" ? 401 : 404;
    EXPECT_EQ(product->ask(person, http::Method::get, at).status, wanted) << person;
    EXPECT_EQ(product->ask(person, http::Method::get, at + "/file").status, wanted) << person;
    EXPECT_EQ(product->ask(person, http::Method::del, at).status, wanted) << person;
  }
  EXPECT_EQ(product->ask("daoli-officer", http::Method::get, at).status, 200);
  EXPECT_EQ(product->ask("daoli-officer", http::Method::del, at).status, 200);
  EXPECT_EQ(product->ask("daoli-officer", http::Method::get, at).status, 404);
}

TEST_P(PolicyMatrix, EveryCommandNeedsASession) {
  for (const http::Route& route : product->routes()) {
    if (route.method == http::Method::get || route.pattern == "/api/session") continue;
    EXPECT_EQ(product->ask("nobody", route.method, route.pattern, "{}").status, 401) << route.pattern;
  }
}

TEST_P(PolicyMatrix, NothingIsChangedWithoutTheAntiForgeryToken) {
  for (const http::Route& route : product->routes()) {
    if (route.method == http::Method::get || route.csrf_exempt) continue;
    http::Request request = product->request("province-admin", route.method, route.pattern, "{}");
    std::erase_if(request.headers, [](const http::Header& header) { return header.first == "x-csrf-token"; });
    const auto response = product->send(std::move(request));
    EXPECT_EQ(response.status, 403) << route.pattern;
    EXPECT_NE(response.body.find("session.csrf"), std::string::npos) << route.pattern;
  }
}

}  // namespace
}  // namespace xiezhi::cli
