// The workbench knows every term, what lies in whose hands, and what nobody told its head; lists are found by more than
// their status.
#include "cli/desk_test_fixture.h"

#include "app/rebuild.h"
#include "http/url.h"

namespace xiezhi::cli {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, DeskTest, testing::Values(store::Engine::sqlite));

}  // namespace

std::string DeskTest::signed_inspection() {
  const std::string officer = product->officer("daoli-officer");
  const std::string second = product->officer("daoli-officer2");
  std::string stream = "inspection/" + app::time_uuid(kNow.ms);
  std::int64_t version = 0;
  const auto give = [&](const std::string& person, const std::string& command, const std::string& payload) {
    const auto response = product->give(person, command, stream, version, payload);
    EXPECT_EQ(response.status, 200) << command << response.body;
    const auto reply = base::Json::parse(response.body);
    if (reply.ok() && reply->find("version") != nullptr) version = *reply->find("version")->integer();
  };
  std::map<std::string, std::string> certificates;
  for (const base::Json& row : rows("daoli-officer", "/api/officers?body=230102")) {
    if (row.find("certificates")->array()->empty()) continue;
    certificates[text(row, "id")] = R"({"officer":")" + text(row, "id") + R"(","number":")" +
                                    text(row.find("certificates")->array()->front(), "number") + "\"}";
  }
  give("daoli-officer", "OpenInspection",
       R"({"body":"230102","enterprise":")" + product->enterprise +
           R"(","division":"230102","trigger":"plan","trigger_reference":"计划第一项","officers":[")" + officer +
           R"(",")" + second + R"("]})");
  give("daoli-head", "ApproveScheme", R"({"items":[{"id":"i1","text":"警示标志","violation":"wsl.99.1"}]})");
  give("daoli-officer", "BeginOnSite",
       R"({"person_in_charge":"李丙丁","person_role":"厂长","certificates":[)" + certificates[officer] + "," +
           certificates[second] + "]}");
  give("daoli-officer", "RecordItem", R"({"item":"i1","result":"failed","note":""})");
  give("daoli-officer", "RecordFinding",
       R"({"id":"f1","item":"i1","violation":"wsl.99.1","description":"没有警示标志","place":"冲压车间",)"
       R"("major_hazard":true,"evidence":[{"sha256":")" +
           base::to_hex(base::sha256("照片")) + R"(","caption":"现场照片"}]})");
  give("daoli-officer", "GiveFeedback", R"({"person":"李丙丁","opinion":"属实"})");
  give("daoli-officer", "TakeMeasure",
       R"({"id":"m1","kind":"withdraw_people","finding":"f1","object":"冲压车间","urgent":false})");
  give("daoli-officer", "OrderCorrection",
       R"({"id":"o1","findings":["f1"],"requirements":"设置警示标志","deadline":"2026-10-30"})");
  give("daoli-officer", "SignByOfficer", "{}");
  give("daoli-officer2", "SignByOfficer", "{}");
  give("daoli-officer", "SignByEnterprise", R"({"person":"李丙丁"})");
  return stream;
}

namespace {

TEST_P(DeskTest, EachRowsDayIsTheNearestOfTheTermsOnTheFilesPage) {
  int with_day = 0;
  std::set<std::string> commands;
  for (const base::Json& row : rows("daoli-head", "/api/workbench")) {
    const auto dues =
        rows("daoli-head", "/api/next?stream=" + text(row, "stream") + "&focus=" + text(row, "party"), "dues");
    if (dues.empty()) {
      EXPECT_EQ(text(row, "due_on"), "");
      continue;
    }
    with_day += 1;
    commands.insert(text(row, "due_command"));
    EXPECT_EQ(text(row, "due_on"), text(dues.front(), "day"));
    EXPECT_EQ(text(row, "due_command"), text(dues.front(), "command"));
  }
  EXPECT_GT(with_day, 0);
  EXPECT_GT(commands.size(), 2U) << "not only of decisions and orders";
}

TEST_P(DeskTest, OwnFilesComeByThemselvesAndPageByPage) {
  const auto own = rows("daoli-officer", "/api/workbench?own=true");
  const base::Json whole = product->read("daoli-officer", "/api/workbench");
  ASSERT_FALSE(own.empty());
  for (const base::Json& row : own) EXPECT_TRUE(*row.find("assigned")->boolean()) << text(row, "stream");
  EXPECT_EQ(number(whole, "own_files"), static_cast<std::int64_t>(own.size()));
  EXPECT_EQ(number(whole, "unit_files"), static_cast<std::int64_t>(whole.find("rows")->array()->size()));
  std::set<std::string> assigned;
  for (const base::Json& row : *whole.find("rows")->array()) {
    if (*row.find("assigned")->boolean()) assigned.insert(text(row, "stream"));
  }
  EXPECT_EQ(all_of(own, "stream"), assigned);

  std::vector<std::string> walked;
  std::string cursor;
  do {
    const base::Json page = product->read("daoli-officer", "/api/workbench?own=true&size=1&cursor=" + cursor);
    for (const base::Json& row : *page.find("rows")->array()) walked.push_back(text(row, "stream"));
    cursor = text(page, "next_cursor");
  } while (!cursor.empty() && walked.size() <= own.size());
  ASSERT_EQ(walked.size(), own.size());
  for (std::size_t at = 0; at < own.size(); ++at) EXPECT_EQ(walked[at], text(own[at], "stream"));
}

TEST_P(DeskTest, WhatAHeadMayDoIsAmongHisOwn) {
  const auto own = all_of(rows("daoli-head", "/api/workbench?own=true"), "stream");
  for (const base::Json& row : rows("daoli-head", "/api/workbench")) {
    for (const char* command :
         {"ApproveScheme", "ApproveMeasure", "FileCase", "DecideRecusal", "Decide", "Deliberate", "CloseCase"}) {
      const bool may = lawful(row, command) == "yes";
      EXPECT_TRUE(!may || own.contains(text(row, "stream"))) << command;
    }
  }
}

TEST_P(DeskTest, FindingsLeftToACaseComeToTheHead) {
  const std::string stream = signed_inspection();
  const auto of_head = rows("daoli-head", "/api/workbench?own=true");
  ASSERT_NE(row_of(of_head, stream), nullptr);
  EXPECT_EQ(lawful(*row_of(of_head, stream), "FileCase"), "yes");
  const auto of_officer = rows("daoli-officer", "/api/workbench?own=true");
  ASSERT_NE(row_of(of_officer, stream), nullptr);
  EXPECT_EQ(lawful(*row_of(of_officer, stream), "FileCase"), "no");
  EXPECT_EQ(row_of(rows("nangang-officer", "/api/workbench"), stream), nullptr);
}

TEST_P(DeskTest, LoadCountsEveryOpenFileOfAnOfficer) {
  const std::string officer = product->officer("daoli-officer");
  const auto own = rows("daoli-officer", "/api/workbench?own=true");
  for (const base::Json& load : rows("daoli-head", "/api/load", "people")) {
    if (text(load, "officer") != officer) continue;
    EXPECT_EQ(number(load, "inspections") + number(load, "cases"), static_cast<std::int64_t>(own.size()));
    return;
  }
  FAIL() << "the officer is not in the load";
}

TEST_P(DeskTest, ListsAreNarrowedByOfficerBodyDayAndState) {
  const std::string officer = product->officer("daoli-officer");
  for (const std::string list : {"/api/inspections", "/api/cases"}) {
    const std::string kind = list == "/api/cases" ? "case/" : "inspection/";
    std::set<std::string> open;
    std::set<std::string> late;
    for (const base::Json& row : rows("daoli-officer", "/api/workbench?own=true")) {
      if (text(row, "kind") + "/" != kind) continue;
      open.insert(text(row, "stream").substr(kind.size()));
      const std::string day = text(row, "due_on");
      if (!day.empty() && day < "2026-10-09") late.insert(text(row, "stream").substr(kind.size()));
    }
    const std::string mine = list + "?size=200&officer=" + officer;
    EXPECT_EQ(all_of(rows("daoli-officer", mine + "&status=open"), "id"), open) << list;
    EXPECT_EQ(all_of(rows("daoli-officer", mine + "&overdue=true"), "id"), late) << list;
    const auto overdue = rows("harbin-head", list + "?size=200&overdue=true");
    for (const base::Json& row : overdue) EXPECT_LT(text(row, "due_on"), "2026-10-09");
    EXPECT_EQ(all_of(rows("harbin-head", list + "?size=200&body=230102"), "body"), std::set<std::string>{"230102"});
    EXPECT_TRUE(rows("nangang-officer", list + "?size=200&officer=" + officer).empty()) << "another place";
  }
}

TEST_P(DeskTest, FilesAreFoundByTheEnterpriseAndByADocumentsNumber) {
  const std::string stream = signed_inspection();
  const std::string id = stream.substr(stream.find('/') + 1);
  const base::Json view = product->read("daoli-officer", "/api/inspections/" + id);
  const std::string name = text(*view.find("names"), product->enterprise.c_str());
  const auto by_name = rows("daoli-officer", "/api/inspections?size=200&text=" + http::percent_encode(name));
  EXPECT_TRUE(all_of(by_name, "id").contains(id));
  EXPECT_EQ(all_of(by_name, "enterprise"), std::set<std::string>{product->enterprise});
  const std::string given = text(view.find("state")->find("orders")->array()->front(), "number");
  const auto by_number = rows("daoli-officer", "/api/inspections?text=" + http::percent_encode(given));
  EXPECT_EQ(all_of(by_number, "id"), std::set<std::string>{id}) << given;
  EXPECT_TRUE(rows("nangang-officer", "/api/inspections?text=" + http::percent_encode(given)).empty());
  EXPECT_TRUE(rows("daoli-officer", "/api/cases?text=" + http::percent_encode(given)).empty());
}

TEST_P(DeskTest, ARemarkIsToldToThoseWhoSeeTheFile) {
  const std::string stream = "inspection/" + product->inspection;
  const std::string target =
      "/api/pulse?since=0&remarks=" + text(product->read("daoli-head", "/api/pulse"), "last_remark");
  const auto said = product->ask("daoli-officer", http::Method::post, "/api/remarks",
                                 R"({"stream":")" + stream + R"(","text":"请看第三项"})");
  ASSERT_EQ(said.status, 201) << said.body;
  const auto told = [&](const std::string& person) {
    std::set<std::string> out;
    for (const base::Json& one : rows(person, target, "remarked")) out.insert(one.text());
    return out;
  };
  EXPECT_EQ(told("daoli-head"), std::set<std::string>{stream});
  EXPECT_TRUE(told("nangang-officer").empty());
}

TEST_P(DeskTest, TheTablesBehindItAreRebuiltFromTheJournal) {
  signed_inspection();
  const auto connection = MUST(store::open(product->address(), store::Access::write));
  const auto before = MUST(app::digest_tables(*connection));
  EXPECT_EQ(MUST(app::rebuild(*connection, product->pack(), [](std::int64_t) {})).tables, before);
  EXPECT_TRUE(before.contains("file_hand"));
  EXPECT_TRUE(before.contains("file_number"));
}

}  // namespace
}  // namespace xiezhi::cli
