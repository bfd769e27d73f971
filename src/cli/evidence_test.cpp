// Photos go with the inspections and cases that refer to them.
#include "cli/evidence_test_fixture.h"

#include "app/rebuild.h"

namespace xiezhi::cli {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, EvidenceTest, testing::Values(store::Engine::sqlite));

/// A photo of the test's own on every engine.
std::string photo_of(store::Engine engine, const std::string& what) {
  return what + (engine == store::Engine::sqlite ? " 甲" : " 乙");
}

}  // namespace

void EvidenceTest::record_finding(const std::string& photo) {
  const std::string officer = product->officer("daoli-officer");
  const std::string second = product->officer("daoli-officer2");
  const std::string stream = "inspection/" + app::time_uuid(kNow.ms);
  std::int64_t version = 0;
  const auto give = [&](const std::string& person, const std::string& command, const std::string& payload) {
    const auto response = product->give(person, command, stream, version++, payload);
    EXPECT_EQ(response.status, 200) << command << response.body;
  };
  const base::Json officers = product->read("daoli-officer", "/api/officers?body=230102");
  const auto certificate = [&](const std::string& id) {
    for (const base::Json& row : *officers.find("rows")->array()) {
      if (row.find("id")->text() != id) continue;
      const std::string number = row.find("certificates")->array()->front().find("number")->text();
      return R"({"officer":")" + id + R"(","number":")" + number + "\"}";
    }
    return std::string();
  };
  give("daoli-officer", "OpenInspection",
       R"({"body":"230102","enterprise":")" + product->enterprise +
           R"(","division":"230102","trigger":"plan","trigger_reference":"计划第一项","officers":[")" + officer +
           R"(",")" + second + R"("]})");
  give("daoli-head", "ApproveScheme", R"({"items":[{"id":"i1","text":"警示标志","violation":"wsl.99.1"}]})");
  give("daoli-officer", "BeginOnSite",
       R"({"person_in_charge":"李丙丁","person_role":"厂长","certificates":[)" + certificate(officer) + "," +
           certificate(second) + "]}");
  give("daoli-officer", "RecordItem", R"({"item":"i1","result":"failed","note":""})");
  give("daoli-officer", "RecordFinding",
       R"({"id":"f1","item":"i1","violation":"wsl.99.1","description":"没有警示标志","place":"冲压车间",)"
       R"("major_hazard":false,"evidence":[{"sha256":")" +
           hex_of(photo) + R"(","caption":"现场照片"}]})");
}

namespace {

TEST_P(EvidenceTest, IsSeenByWhoSentItUntilAFileRefersToIt) {
  const std::string photo = photo_of(GetParam(), "仅本人");
  ASSERT_EQ(send("daoli-officer", photo), 200);
  EXPECT_EQ(look("daoli-officer", photo), 200);
  for (const char* person : {"daoli-officer2", "daoli-head", "nangang-officer", "harbin-head", "province-admin"}) {
    EXPECT_EQ(look(person, photo), 404) << person;
  }
  EXPECT_EQ(look("nobody", photo), 401);
}

TEST_P(EvidenceTest, IsSeenByWhomSeesTheFileThatRefersToIt) {
  const std::string photo = photo_of(GetParam(), "在案");
  ASSERT_EQ(send("daoli-officer", photo), 200);
  ASSERT_EQ(send("nangang-officer", photo), 200) << "the same bytes, sent whole";
  EXPECT_EQ(look("nangang-officer", photo), 200);
  record_finding(photo);
  for (const char* person : {"daoli-officer", "daoli-officer2", "daoli-head", "harbin-head", "province-admin"}) {
    EXPECT_EQ(look(person, photo), 200) << person;
  }
  EXPECT_EQ(look("nangang-officer", photo), 404);
  EXPECT_EQ(look("nangang-registrar", photo), 404);
  EXPECT_EQ(look("nobody", photo), 401);
}

TEST_P(EvidenceTest, WhoOnlyKnowsTheHashGetsNowhere) {
  const std::string photo = photo_of(GetParam(), "外县");
  ASSERT_EQ(send("daoli-officer", photo), 200);
  record_finding(photo);
  EXPECT_EQ(received("nangang-officer", photo), 0);
  EXPECT_EQ(finish("nangang-officer", photo), 404);
  // Nor by a file of his own that would refer to it. An unknown photo only leaves the payload incomplete.
  const base::Json files = product->read("nangang-officer", "/api/inspections?size=1");
  const base::Json& file = files.find("rows")->array()->front();
  const auto refer = [&](const std::string& hash) {
    return product
        ->give("nangang-officer", "RecordFinding", "inspection/" + file.find("id")->text(),
               *file.find("version")->integer(), R"({"evidence":[{"sha256":")" + hash + R"(","caption":"照片"}]})")
        .status;
  };
  EXPECT_EQ(refer(hex_of(photo)), 403);
  EXPECT_EQ(refer(hex_of("没有人传过")), 400);
  EXPECT_EQ(look("nangang-officer", photo), 404);
}

TEST_P(EvidenceTest, MayBeNamedBeforeItArrives) {
  const std::string photo = photo_of(GetParam(), "后传");
  record_finding(photo);
  EXPECT_EQ(look("daoli-officer", photo), 404);
  ASSERT_EQ(send("daoli-officer", photo), 200);
  EXPECT_EQ(look("daoli-officer2", photo), 200);
  EXPECT_EQ(look("nangang-officer", photo), 404);
}

TEST_P(EvidenceTest, ReferencesAreRebuiltFromTheJournal) {
  const std::string photo = photo_of(GetParam(), "重建");
  ASSERT_EQ(send("daoli-officer", photo), 200);
  record_finding(photo);
  const auto connection = MUST(store::open(product->address(), store::Access::write));
  const auto before = MUST(app::digest_tables(*connection));
  const auto after = MUST(app::rebuild(*connection, product->pack(), [](std::int64_t) {})).tables;
  EXPECT_EQ(before, after);
  EXPECT_TRUE(before.contains("blob_reference"));
  EXPECT_EQ(look("harbin-head", photo), 200);
  EXPECT_EQ(look("nangang-officer", photo), 404);
}

}  // namespace
}  // namespace xiezhi::cli
