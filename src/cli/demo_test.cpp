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

const base::Instant kNow = *base::Instant::parse_local("2026-10-09T10:00");

/// A small demonstration.
class World {
 public:
  explicit World(base::Instant now) : now_(now) {
    std::filesystem::remove_all(folder_);
    const std::string bytes = MUST(lawtool::build_pack(std::string(XIEZHI_SOURCE_DIR) + "/law"));
    pack_ = MUST(core::law::Pack::load(bytes));
    made = make();
  }
  ~World() { std::filesystem::remove_all(folder_); }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  base::Result<DemoCounts, std::string> make() {
    DemoOptions options;
    options.database = database_.address();
    options.data = folder_.string();
    options.pack = &pack_;
    options.now = now_;
    options.small = true;
    options.accounts_file = accounts_file().string();
    return make_demo(options);
  }
  [[nodiscard]] std::filesystem::path accounts_file() const { return folder_ / "accounts.txt"; }
  [[nodiscard]] std::unique_ptr<store::Connection> read() const {
    return MUST(store::open(database_.address(), store::Access::read));
  }
  /// Statuses of one kind of file, with their counts.
  [[nodiscard]] std::map<std::string, std::int64_t> statuses(const std::string& kind) const {
    std::map<std::string, std::int64_t> out;
    const auto& counts = kind == "case" ? store::query::kFiguresCases : store::query::kFiguresInspections;
    const auto rows = MUST(read()->run(counts, {now_.date().iso()}));
    for (const store::Row& row : rows) out[store::text(row[1])] += store::integer(row[2]);
    return out;
  }

  base::Result<DemoCounts, std::string> made{DemoCounts{}};

 private:
  base::Instant now_;
  store::TestDatabase database_{store::Engine::sqlite};
  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("xiezhi_demo_" + std::to_string(getpid()));
  core::law::Pack pack_;
};

/// The tests read one demonstration.
class DemoTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { world = std::make_unique<World>(kNow); }
  static void TearDownTestSuite() { world.reset(); }
  void SetUp() override { ASSERT_TRUE(world->made.ok()) << world->made.error(); }

  static std::unique_ptr<World> world;
};
std::unique_ptr<World> DemoTest::world;

TEST_F(DemoTest, HasInspectionsInEveryState) {
  auto found = world->statuses("inspection");
  for (const char* status :
       {"opened", "scheme_approved", "on_site", "signing", "correcting", "ready_to_close", "closed"}) {
    EXPECT_GT(found[status], 0) << status;
  }
}

TEST_F(DemoTest, HasCasesInEveryState) {
  auto found = world->statuses("case");
  for (const char* status :
       {"investigating", "investigated", "notified", "decided", "served", "closed", "terminated"}) {
    EXPECT_GT(found[status], 0) << status;
  }
}

TEST_F(DemoTest, JournalIsCleanAndFullyNumbered) {
  JournalVerifyOptions wanted;
  wanted.now_ms = kNow.ms;
  const auto report = verify_journal(*world->read(), wanted);
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report->ok) << base::to_json(*report);
  EXPECT_EQ(report->commands, world->made->commands);
  EXPECT_EQ(report->pending, 0);
}

TEST_F(DemoTest, FoundsABureauForEachDivisionAndTeamsBelowTheProvince) {
  std::set<std::string> bodies;
  const auto rows = MUST(world->read()->run(store::query::kBodyList, {}));
  for (const store::Row& row : rows) bodies.insert(store::text(row[0]));
  const std::set<std::string> wanted{"23", "2301", "2301-team", "230102", "230102-team", "230103", "230103-team"};
  EXPECT_EQ(bodies, wanted);
}

TEST_F(DemoTest, AccountsFileNamesEveryAccountWithTheSamePassword) {
  std::ifstream in(world->accounts_file());
  std::set<std::string> logins;
  std::set<std::string> passwords;
  for (std::string login, password, who;
       std::getline(in, login, '\t') && std::getline(in, password, '\t') && std::getline(in, who);) {
    logins.insert(login);
    passwords.insert(password);
  }
  EXPECT_EQ(logins.size(), static_cast<std::size_t>(world->made->accounts));
  EXPECT_TRUE(logins.contains("daoli-officer"));
  EXPECT_EQ(passwords.size(), 1U);
}

TEST_F(DemoTest, LeavesADatabaseWithBodiesAlone) {
  const auto before = world->statuses("inspection");
  const auto again = world->make();
  ASSERT_TRUE(again.ok()) << again.error();
  EXPECT_TRUE(again->already_there);
  EXPECT_EQ(again->commands, 0);
  EXPECT_EQ(world->statuses("inspection"), before);
}

// Terms in working days have no known end there: heads vouch for them.
TEST(DemoInAYearWithoutPublishedHolidays, IsAcceptedAsWell) {
  const World world(*base::Instant::parse_local("2035-03-15T10:00"));
  EXPECT_TRUE(world.made.ok()) << world.made.error();
}

}  // namespace
}  // namespace xiezhi::app::demo
