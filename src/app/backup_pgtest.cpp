#include <cstdlib>

#include "app/backup_test_fixture.h"

namespace xiezhi::app {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, BackupTest, testing::Values(Engine::postgres));

TEST(PostgresBackup, RestoresWithPgRestoreAndItsJournalVerifies) {
  const store::TestDatabase database(Engine::postgres);
  const store::TestDatabase empty(Engine::postgres);
  ASSERT_FALSE(database.address().empty());
  MUST(store::migrate(database.address()));
  auto source = MUST(store::open(database.address(), Access::write));
  MUST(store::append(*source, std::vector{make_entry("case/a", 1)}));
  MUST(sequence_all(*source, test_key(), kNow));
  const std::string file = (std::filesystem::temp_directory_path() / ("pg_" + std::to_string(getpid()))).string();
  MUST(backup(database.address(), "none", file));
  const std::string restore = "pg_restore --no-owner --dbname='" + empty.address() + "' " + file;
  EXPECT_EQ(std::system(restore.c_str()), 0);
  std::filesystem::remove(file);
  auto restored = MUST(store::open(empty.address(), Access::write));
  const auto report = verify(*restored);
  EXPECT_TRUE(report.ok) << listed(report);
  EXPECT_EQ(report.tree_size, 1);
  MUST(store::append(*restored, std::vector{make_entry("case/a", 2)}));
}

}  // namespace
}  // namespace xiezhi::app
