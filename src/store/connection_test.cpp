#include "store/connection.h"

#include <thread>

#include "store/connection_test_fixture.h"
#include "store/migration.h"
#include "store/sqlite/connection.h"

namespace xiezhi::store {
namespace {

constexpr Statement both(std::string_view name, std::string_view sql) { return Statement{name, sql, sql}; }
constexpr Statement kCreate{"create",
                            "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name TEXT, data BLOB) STRICT",
                            "CREATE TABLE item (id BIGINT NOT NULL PRIMARY KEY, name TEXT, data BYTEA)"};
constexpr Statement kInsert = both("insert", "INSERT INTO item (id, name, data) VALUES ($1, $2, $3)");
constexpr Statement kInsertBackwards = both("insert", "INSERT INTO item (data, name, id) VALUES ($3, $2, $1)");
constexpr Statement kAll = both("all", "SELECT id, name, data FROM item ORDER BY id");
constexpr Statement kCount = both("count", "SELECT count(*) FROM item");
constexpr Statement kSum = both("sum", "SELECT sum(id) FROM item");
constexpr Statement kHalf = both("half", "SELECT 0.5 FROM item");
constexpr Statement kWrong = both("wrong", "SELECT nothing FROM item");

INSTANTIATE_TEST_SUITE_P(Sqlite, ConnectionTest, testing::Values(Engine::sqlite));
INSTANTIATE_TEST_SUITE_P(Sqlite, MigrationTest, testing::Values(Engine::sqlite));

Row item(std::int64_t id, const char* name) { return {Value(id), Value(std::string(name)), Value()}; }

std::int64_t count(Connection& connection) { return integer(connection.run(kCount, {}).value()[0][0]); }

TEST_P(ConnectionTest, ValuesComeBackAsTheyWent) {
  auto db = connection();
  MUST(db->run(kCreate, {}));
  const std::string odd("a\0\\x\n\xff'", 7);
  const std::vector<Row> rows = {
      {Value(std::int64_t{-9'007'199'254'740'991}), Value(std::string("龙煤\t\\N\r\n\"'")), Value(Bytes{odd})},
      {Value(std::int64_t{10'000'000'000}), Value(std::string()), Value(Bytes{})},
      {Value(std::int64_t{9'223'372'036'854'775'807}), Value(), Value()},
  };
  MUST(db->run(kInsert, rows[0]));
  MUST(db->run(kInsertBackwards, rows[1]));
  MUST(db->bulk_insert("item", {"id", "name", "data"}, std::span(rows).subspan(2)));
  EXPECT_EQ(MUST(db->run(kAll, {})), rows);

  const std::vector<Row> more = {{Value(std::int64_t{-1}), rows[0][1], rows[0][2]},
                                 {Value(std::int64_t{1}), rows[1][1], rows[1][2]}};
  MUST(db->bulk_insert("item", {"id", "name", "data"}, more));
  const auto all = MUST(db->run(kAll, {}));
  EXPECT_EQ(all[1], more[0]);
  EXPECT_EQ(all[2], more[1]);
}

TEST_P(ConnectionTest, SumsAreIntegersAndFractionsAreRefused) {
  auto db = connection();
  MUST(db->run(kCreate, {}));
  EXPECT_TRUE(is_null(MUST(db->run(kSum, {}))[0][0]));
  MUST(db->run(kInsert, item(10'000'000'000'000'001, "a")));
  MUST(db->run(kInsert, item(-20'000, "b")));
  EXPECT_EQ(integer(MUST(db->run(kSum, {}))[0][0]), 9'999'999'999'980'001);
  EXPECT_FALSE(db->run(kHalf, {}).ok());
  EXPECT_EQ(count(*db), 2);
}

TEST_P(ConnectionTest, ErrorsHaveTheirKindAndStatement) {
  auto db = connection();
  MUST(db->run(kCreate, {}));
  MUST(db->run(kInsert, item(1, "a")));
  const auto twice = db->run(kInsert, item(1, "b"));
  ASSERT_FALSE(twice.ok());
  EXPECT_EQ(twice.error().kind, DbErrorKind::duplicate);
  EXPECT_EQ(twice.error().statement, "insert");
  const auto wrong = db->run(kWrong, {});
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().kind, DbErrorKind::refused);
  EXPECT_EQ(count(*db), 1);
}

TEST_P(ConnectionTest, CallsOutsideATransactionCountTogetherOrNotAtAll) {
  auto db = connection();
  MUST(db->run(kCreate, {}));
  const std::vector<Call> calls = {{&kInsert, item(1, "a")}, {&kInsert, item(2, "b")}, {&kInsert, item(1, "c")}};
  const auto status = db->run_all(calls);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().kind, DbErrorKind::duplicate);
  EXPECT_EQ(count(*db), 0);
  MUST(db->run_all(std::span(calls).first(2)));
  EXPECT_EQ(count(*db), 2);
}

TEST_P(ConnectionTest, RowsOfEachCallReturnInOrder) {
  auto db = connection();
  MUST(db->run(kCreate, {}));
  MUST(db->begin(Access::write));
  const std::vector<Call> calls = {{&kInsert, item(1, "a")}, {&kCount, {}}, {&kInsert, item(2, "b")}, {&kCount, {}}};
  const auto rows = MUST(db->run_each(calls));
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(integer(rows[1][0][0]), 1);
  EXPECT_EQ(integer(rows[3][0][0]), 2);
  MUST(db->commit());
  EXPECT_EQ(count(*db), 2);
}

TEST_P(ConnectionTest, TransactionIsSeenWhenCommittedOnly) {
  auto db = connection();
  MUST(db->run(kCreate, {}));
  auto other = connection(Access::read);
  MUST(db->begin(Access::write));
  MUST(db->run(kInsert, item(1, "a")));
  EXPECT_EQ(count(*other), 0);
  const Call last{&kInsert, item(2, "b")};
  MUST(db->commit({&last, 1}));
  EXPECT_EQ(count(*other), 2);
  MUST(db->begin(Access::write));
  MUST(db->run(kInsert, item(3, "c")));
  db->rollback();
  db->rollback();
  EXPECT_EQ(count(*db), 2);
}

TEST_P(ConnectionTest, ReadTransactionKeepsItsSnapshot) {
  auto db = connection();
  MUST(db->run(kCreate, {}));
  auto other = connection(Access::read);
  MUST(other->begin(Access::read));
  EXPECT_EQ(count(*other), 0);
  MUST(db->run(kInsert, item(1, "a")));
  EXPECT_EQ(count(*other), 0);
  MUST(other->commit());
  EXPECT_EQ(count(*other), 1);
}

TEST_P(ConnectionTest, FailedCommitLeavesNothing) {
  auto db = connection();
  MUST(db->run(kCreate, {}));
  MUST(db->begin(Access::write));
  MUST(db->run(kInsert, item(1, "a")));
  const Call last{&kInsert, item(1, "b")};
  EXPECT_FALSE(db->commit({&last, 1}).ok());
  EXPECT_EQ(count(*db), 0);
}

TEST_P(ConnectionTest, PartOfATransactionFailsAlone) {
  auto db = connection();
  MUST(db->run(kCreate, {}));
  MUST(db->begin(Access::write));
  MUST(db->savepoint());
  MUST(db->run(kInsert, item(1, "a")));
  MUST(db->release_savepoint());
  MUST(db->savepoint());
  MUST(db->run(kInsert, item(2, "b")));
  EXPECT_FALSE(db->run(kInsert, item(1, "c")).ok());
  MUST(db->rollback_to_savepoint());
  MUST(db->commit());
  EXPECT_EQ(count(*db), 1);
}

TEST_P(ConnectionTest, ReaderCannotWrite) {
  auto db = connection();
  MUST(db->run(kCreate, {}));
  auto reader = connection(Access::read);
  EXPECT_FALSE(reader->run(kInsert, item(1, "a")).ok());
}

TEST_P(MigrationTest, DatabaseWithoutSchemaIsNotOpened) {
  const auto opened = open(address(), Access::read);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().statement, "schema");
}

TEST_P(MigrationTest, SeveralProgramsMigrateAtOnce) {
  std::vector<std::thread> threads;
  std::atomic<int> done{0};
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      const auto status = migrate(address());
      EXPECT_TRUE(status.ok()) << status.error().statement << ": " << status.error().message;
      done += status.ok() ? 1 : 0;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(done, 4);
  EXPECT_TRUE(open(address(), Access::write).ok());
}

TEST_P(MigrationTest, ChangedTextIsNamed) {
  auto db = connection();
  const std::vector<Migration> all(migrations().begin(), migrations().end());
  auto next = all;
  const std::int64_t number = all.back().number + 1;
  next.push_back({number, "extra", "CREATE TABLE extra (id @INT64@ NOT NULL) @STRICT@;"});
  MUST(apply_migrations(*db, next));
  MUST(check_migrations(*db, next));

  next.back().text = "CREATE TABLE extra (id @INT64@) @STRICT@;";
  const auto changed = apply_migrations(*db, next);
  ASSERT_FALSE(changed.ok());
  EXPECT_NE(changed.error().message.find("(extra) was changed"), std::string::npos) << changed.error().message;
  EXPECT_FALSE(check_migrations(*db, next).ok());

  const auto newer = check_migrations(*db, all);
  ASSERT_FALSE(newer.ok());
  EXPECT_NE(newer.error().message.find("newer program"), std::string::npos);
}

TEST_P(MigrationTest, FailedMigrationLeavesNothing) {
  auto db = connection();
  std::vector<Migration> next(migrations().begin(), migrations().end());
  next.push_back({next.back().number + 1, "half", "CREATE TABLE half (id @INT64@) @STRICT@; CREATE NONSENSE;"});
  EXPECT_FALSE(apply_migrations(*db, next).ok());
  EXPECT_TRUE(check_migrations(*db, migrations()).ok());
  next.back().text = "CREATE TABLE half (id @INT64@) @STRICT@;";
  EXPECT_TRUE(apply_migrations(*db, next).ok());
}

TEST(SchemaText, BlocksAndTokensFollowTheEngine) {
  constexpr std::string_view kText = "id @INT64@ @BYTES@ @SQLITE{one}@@POSTGRES{two}@ @STRICT@";
  EXPECT_EQ(render_schema(kText, Engine::sqlite), "id INTEGER BLOB one STRICT");
  EXPECT_EQ(render_schema(kText, Engine::postgres), "id BIGINT BYTEA two ");
}

TEST(SqliteSettings, UnsafeOnesAreRefused) {
  const TestDatabase database(Engine::sqlite);
  const std::string place = database.address().substr(7);
  for (const char* unsafe : {"?synchronous=normal", "?synchronous=off", "?journal_mode=delete", "?journal_mode=off"}) {
    const auto opened = sqlite::connect(place + unsafe, Access::write);
    ASSERT_FALSE(opened.ok()) << unsafe;
    EXPECT_EQ(opened.error().statement, "settings");
  }
  EXPECT_TRUE(sqlite::connect(place, Access::write).ok());
}

}  // namespace
}  // namespace xiezhi::store
