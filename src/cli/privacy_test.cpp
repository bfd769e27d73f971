#include "cli/privacy_test_fixture.h"

#include <fstream>
#include <iterator>

#include "app/journal_verify.h"
#include "app/rebuild.h"
#include "cli/privacy.h"

namespace xiezhi::cli {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, PrivacyTest, testing::Values(store::Engine::sqlite));

/// The test's own look into the table.
const store::Statement kErasures{"erasures", "SELECT actor, reason FROM erasure WHERE stream = $1",
                                 "SELECT actor, reason FROM erasure WHERE stream = $1"};

TEST_P(PrivacyTest, ErasesTheValuesOfAFileAndKeepsItsProofs) {
  ASSERT_NE(dossier().find(kName), std::string::npos);
  const auto before = MUST(app::digest_tables(*connection_));
  const auto report = MUST(erase(request()));
  EXPECT_EQ(report.personal, 2);
  EXPECT_EQ(report.erased, 2);
  EXPECT_EQ(dossier().find(kName), std::string::npos);
  EXPECT_EQ(dossier().find(kPhone), std::string::npos);
  EXPECT_NE(dossier().find("某某试验有限公司"), std::string::npos);

  EXPECT_EQ(MUST(app::rebuild(*connection_, product->pack(), [](std::int64_t) {})).tables, before);
  app::JournalVerifyOptions options;
  options.now_ms = kNow.ms;
  const auto journal = MUST(app::verify_journal(*connection_, options));
  EXPECT_TRUE(journal.ok) << base::to_json(journal.problems);
  EXPECT_GE(journal.erased, 2);

  const auto rows = MUST(connection_->run(kErasures, {"enterprise/" + id_}));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(store::text(rows[0][0]), product->officer("province-admin"));
  EXPECT_EQ(store::text(rows[0][1]), "本人要求");
  EXPECT_EQ(MUST(erase(request())).personal, 0) << "a second time there is nothing left";
}

TEST_P(PrivacyTest, ErasesOneValueAndLeavesTheOthers) {
  auto one = request();
  one.value = kPhone;
  const auto report = MUST(erase(one));
  EXPECT_EQ(report.personal, 2);
  EXPECT_EQ(report.erased, 1);
  EXPECT_NE(dossier().find(kName), std::string::npos);
  EXPECT_EQ(dossier().find(kPhone), std::string::npos);
}

TEST_P(PrivacyTest, FindsTheFilesThatNameAValue) {
  const auto streams = MUST(app::streams_with_value(*connection_, kPhone));
  EXPECT_NE(std::find(streams.begin(), streams.end(), "enterprise/" + id_), streams.end());
  EXPECT_TRUE(MUST(app::streams_with_value(*connection_, "13900000001")).empty());
  MUST(erase(request()));
  const auto left = MUST(app::streams_with_value(*connection_, kPhone));
  EXPECT_EQ(std::find(left.begin(), left.end(), "enterprise/" + id_), left.end());
}

TEST_P(PrivacyTest, IsOrderedByAnAdministratorWhoSaysWhy) {
  EXPECT_FALSE(erase(request("province-admin", "  ")).ok());
  EXPECT_FALSE(erase(request("daoli-officer")).ok());
  auto unknown = request();
  unknown.officer = "nobody";
  EXPECT_FALSE(erase(unknown).ok());
  EXPECT_NE(dossier().find(kName), std::string::npos);
  EXPECT_TRUE(MUST(connection_->run(kErasures, {"enterprise/" + id_})).empty());
}

TEST_P(PrivacyTest, LeavesNoByteInTheFilesOfSqlite) {
  if (GetParam() != store::Engine::sqlite) GTEST_SKIP() << "PostgreSQL keeps former rows until VACUUM FULL";
  const std::string unique = "上官" + id_.substr(id_.size() - 6);
  const auto response = product->give("daoli-registrar", "UpdateEnterprise", "enterprise/" + id_, 1,
                                      R"({"legal_representative":")" + unique + "\"}");
  ASSERT_EQ(response.status, 200) << response.body;
  const std::string file = product->address().substr(std::string("sqlite:").size());
  const auto holds = [&] {
    for (const char* suffix : {"", "-wal"}) {
      std::ifstream in(file + suffix, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      if (bytes.find(unique) != std::string::npos) return true;
    }
    return false;
  };
  EXPECT_TRUE(holds());
  EXPECT_TRUE(MUST(erase(request())).overwritten);
  EXPECT_FALSE(holds());
}

TEST_P(PrivacyTest, TheCommandErases) {
  const std::vector<std::string> without_reason = {
      "--database", product->address(), "--stream", "enterprise/" + id_, "--by", product->officer("province-admin")};
  EXPECT_EQ(privacy_erase(without_reason), 2);
  std::vector<std::string> whole = without_reason;
  whole.insert(whole.end(), {"--reason", "保管期已满"});
  EXPECT_EQ(privacy_erase(whole), 0);
  EXPECT_EQ(dossier().find(kName), std::string::npos);
}

}  // namespace
}  // namespace xiezhi::cli
