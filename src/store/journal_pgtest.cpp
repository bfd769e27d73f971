#include <thread>

#include "store/journal_test_fixture.h"

namespace xiezhi::store {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, JournalTest, testing::Values(Engine::postgres));

class PostgresJournal : public testing::Test {
 protected:
  TestDatabase database{Engine::postgres};
};

TEST_F(PostgresJournal, WriterWaitsForTheLockAndThenSeesTheNewVersion) {
  ASSERT_FALSE(database.address().empty());
  MUST(migrate(database.address()));
  auto first = MUST(open(database.address(), Access::write));
  MUST(append(*first, std::vector{make_entry("case/a", 1)}));
  MUST(first->begin(Access::write));
  EXPECT_EQ(MUST(lock_streams(*first, {"case/a"}))[0].version, 1);
  std::int64_t seen = 0;
  std::size_t loaded = 0;
  std::thread second([&] {
    auto db = MUST(open(database.address(), Access::write));
    MUST(db->begin(Access::write));
    seen = MUST(lock_streams(*db, {"case/a"}))[0].version;
    loaded = MUST(load_entries(*db, "case/a")).size();
    const auto added = append(*db, std::vector{make_entry("case/a", seen + 1)});
    EXPECT_TRUE(added.ok()) << added.error().message;
    MUST(db->commit());
  });
  MUST(append(*first, std::vector{make_entry("case/a", 2)}));
  MUST(first->commit());
  second.join();
  EXPECT_EQ(seen, 2);
  EXPECT_EQ(loaded, 2U);
}

TEST_F(PostgresJournal, OfTwoThatCreateAStreamOneIsADuplicate) {
  ASSERT_FALSE(database.address().empty());
  MUST(migrate(database.address()));
  auto first = MUST(open(database.address(), Access::write));
  auto second = MUST(open(database.address(), Access::write));
  for (auto* db : {first.get(), second.get()}) {
    MUST(db->begin(Access::write));
    EXPECT_EQ(MUST(lock_streams(*db, {"case/new"}))[0].version, 0);
  }
  MUST(append(*first, std::vector{make_entry("case/new", 1)}));
  MUST(first->commit());
  const auto late = append(*second, std::vector{make_entry("case/new", 1)});
  ASSERT_FALSE(late.ok());
  EXPECT_EQ(late.error().kind, DbErrorKind::duplicate);
}

}  // namespace
}  // namespace xiezhi::store
