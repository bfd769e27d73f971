#include "app/backup.h"

#include "app/backup_test_fixture.h"
#include "base/text.h"

namespace xiezhi::app {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, BackupTest, testing::Values(Engine::sqlite));

TEST_P(BackupTest, CopiesDatabaseAndBlobsWhileAWriterIsOpen) {
  MUST(source_->begin(Access::write));
  MUST(store::append(*source_, std::vector{make_entry("case/a", 3)}));
  const auto report = run();
  ASSERT_TRUE(report.ok()) << report.error().message;
  MUST(source_->commit());
  EXPECT_TRUE(report->ok);
  EXPECT_EQ(report->copied, 1);
  EXPECT_EQ(report->bytes, static_cast<std::int64_t>(std::filesystem::file_size(file_)));
  EXPECT_EQ(MUST(Blobs(file_ + ".blob").read(hash_, 0, 9)), "photo");
  EXPECT_FALSE(std::filesystem::exists(file_ + ".partial"));
  EXPECT_FALSE(run().ok()) << "an earlier backup is not overwritten";
}

TEST_P(BackupTest, DamagedBlobIsNamed) {
  std::ofstream(blobs_.path(hash_)) << "phot0";
  const auto report = run();
  ASSERT_TRUE(report.ok()) << report.error().message;
  EXPECT_FALSE(report->ok);
  EXPECT_EQ(report->damaged, std::vector{base::to_hex(hash_)});
}

TEST(SqliteBackup, OpensAsADatabaseAndItsJournalVerifies) {
  const store::TestDatabase database(Engine::sqlite);
  MUST(store::migrate(database.address()));
  auto source = MUST(store::open(database.address(), Access::write));
  MUST(store::append(*source, std::vector{make_entry("case/a", 1)}));
  MUST(sequence_all(*source, test_key(), kNow));
  const std::string copy = database.address() + ".copy";
  MUST(backup(database.address(), "none", copy.substr(7)));
  auto restored = MUST(store::open(copy, Access::read));
  const auto report = verify(*restored);
  EXPECT_TRUE(report.ok) << listed(report);
  EXPECT_EQ(report.tree_size, 1);
}

}  // namespace
}  // namespace xiezhi::app
