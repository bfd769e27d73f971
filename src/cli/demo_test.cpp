// The demonstration on a database of its own: every guard accepts it, and files in every state are there.
#include "app/demo/demo.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "app/journal_verify.h"
#include "lawtool/source.h"
#include "store/query.h"
#include "store/test_database.h"

namespace xiezhi::app::demo {
namespace {

/// The working day after the National Day holidays of 2026: terms of the demonstration run across them.
const base::Instant kNow = *base::Instant::parse_local("2026-10-09T10:00");

class DemoTest : public store::DatabaseTest {
 protected:
  void SetUp() override {
    DatabaseTest::SetUp();
    folder_ = std::filesystem::temp_directory_path() / ("xiezhi_demo_" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    bytes_ = MUST(lawtool::build_pack(std::string(XIEZHI_SOURCE_DIR) + "/law"));
    pack_ = MUST(core::law::Pack::load(bytes_));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  base::Result<DemoCounts, std::string> make(base::Instant now = kNow) {
    DemoOptions options;
    options.database = address();
    options.data = folder_.string();
    options.pack = &pack_;
    options.now = now;
    options.small = true;
    options.accounts_file = (folder_ / "accounts.txt").string();
    return make_demo(options);
  }
  /// Statuses of one kind of file, with their counts.
  std::map<std::string, std::int64_t> statuses(const std::string& kind) {
    std::map<std::string, std::int64_t> out;
    const auto rows = connection(store::Access::read)->run(store::query::kOverviewCounts, {std::string("23"), std::string("24")});
    EXPECT_TRUE(rows.ok());
    for (const store::Row& row : *rows) {
      if (store::text(row[0]) == kind) out[store::text(row[1])] = store::integer(row[2]);
    }
    return out;
  }

  std::filesystem::path folder_;
  std::string bytes_;
  core::law::Pack pack_;
};

INSTANTIATE_TEST_SUITE_P(Sqlite, DemoTest, testing::Values(store::Engine::sqlite));

TEST_P(DemoTest, SmallSetHasFilesInEveryStateAndACleanJournal) {
  const auto counts = make();
  ASSERT_TRUE(counts.ok()) << counts.error();
  EXPECT_EQ(counts->bodies, 7);  // four bureaus; the city's and the counties' have entrusted teams
  for (const char* status : {"opened", "scheme_approved", "on_site", "signing", "correcting", "ready_to_close", "closed"}) {
    EXPECT_GT(statuses("inspection")[status], 0) << status;
  }
  for (const char* status : {"investigating", "investigated", "notified", "decided", "served", "closed", "terminated"}) {
    EXPECT_GT(statuses("case")[status], 0) << status;
  }
  JournalVerifyOptions wanted;
  wanted.now_ms = kNow.ms;
  const auto report = verify_journal(*connection(store::Access::read), wanted);
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report->ok) << base::to_json(*report);
  EXPECT_EQ(report->commands, counts->commands);
  EXPECT_EQ(report->pending, 0);
}

TEST_P(DemoTest, AccountsFileNamesEveryAccountWithTheSamePassword) {
  const auto counts = make();
  ASSERT_TRUE(counts.ok()) << counts.error();
  std::ifstream in(folder_ / "accounts.txt");
  std::set<std::string> logins;
  std::set<std::string> passwords;
  for (std::string login, password, who; std::getline(in, login, '\t') && std::getline(in, password, '\t') && std::getline(in, who);) {
    logins.insert(login);
    passwords.insert(password);
  }
  EXPECT_EQ(logins.size(), static_cast<std::size_t>(counts->accounts));
  EXPECT_TRUE(logins.contains("daoli-officer"));
  EXPECT_EQ(passwords.size(), 1U);
}

TEST_P(DemoTest, LeavesADatabaseWithBodiesAlone) {
  const auto first = make();
  ASSERT_TRUE(first.ok()) << first.error();
  const auto before = statuses("inspection");
  const auto second = make(base::Instant{kNow.ms + 10 * base::kMillisecondsPerDay});
  ASSERT_TRUE(second.ok()) << second.error();
  EXPECT_TRUE(second->already_there);
  EXPECT_EQ(second->commands, 0);
  EXPECT_EQ(statuses("inspection"), before);
}

// In the first weeks of a year whose holidays are not published terms in working days have no known end.
TEST_P(DemoTest, WorksInAYearWithoutPublishedHolidays) {
  const auto counts = make(*base::Instant::parse_local("2027-03-15T10:00"));
  ASSERT_TRUE(counts.ok()) << counts.error();
}

}  // namespace
}  // namespace xiezhi::app::demo
