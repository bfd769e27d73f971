#include "store/sqlite/connection.h"

#include "store/sqlite/checkpointer.h"
#include "store/sqlite/statement.h"
#include "store/sqlite/writer_queue.h"

namespace xiezhi::store::sqlite {
namespace {

using base::Err;

constexpr int kBusyTimeoutMs = 10'000;

constexpr Statement same(std::string_view name, std::string_view sql) { return Statement{name, sql, sql}; }
constexpr Statement kBeginRead = same("begin", "BEGIN");
constexpr Statement kBeginWrite = same("begin", "BEGIN IMMEDIATE");
constexpr Statement kCommit = same("commit", "COMMIT");
constexpr Statement kRollback = same("rollback", "ROLLBACK");
constexpr Statement kSavepoint = same("savepoint", "SAVEPOINT part");
constexpr Statement kRelease = same("release", "RELEASE part");
constexpr Statement kRollbackTo = same("rollback to", "ROLLBACK TO part");
constexpr Statement kJournalMode = same("journal_mode", "PRAGMA journal_mode");
constexpr Statement kSynchronous = same("synchronous", "PRAGMA synchronous");
constexpr Statement kVacuumInto = same("vacuum into", "VACUUM INTO $1");

constexpr std::string_view kPragmas =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
    "PRAGMA trusted_schema=OFF; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864;";
constexpr std::string_view kWriterCache = "PRAGMA cache_size=-65536;";
constexpr std::string_view kReaderCache = "PRAGMA cache_size=-8192; PRAGMA query_only=ON;";

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(sqlite3* db, std::shared_ptr<WriterQueue> queue) : db_(db), cache_(db), queue_(std::move(queue)) {}
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;
  ~SqliteConnection() override {
    rollback();
    cache_.clear();
    VERIFY(sqlite3_close(db_) == SQLITE_OK);
  }

  /// From here on what this connection commits is moved into the database on another thread.
  void share_checkpoints(std::shared_ptr<Checkpointer> checkpointer) {
    checkpointer_ = std::move(checkpointer);
    checkpointer_->watch(db_);
  }

  [[nodiscard]] Engine engine() const override { return Engine::sqlite; }

  DbResult<std::vector<Row>> run(const Statement& statement, const Row& parameters) override {
    std::vector<Row> rows;
    auto* prepared = TRY(cache_.get(statement.name, statement.sqlite));
    TRY(prepared->run(parameters, &rows));
    return rows;
  }

  DbStatus run_all(std::span<const Call> calls) override {
    if (calls.empty()) return base::Unit{};
    return atomically([&] { return run_in_order(calls, nullptr); });
  }

  DbResult<std::vector<std::vector<Row>>> run_each(std::span<const Call> calls) override {
    std::vector<std::vector<Row>> out;
    TRY(atomically([&] { return run_in_order(calls, &out); }));
    return out;
  }

  DbResult<std::vector<std::vector<Row>>> read_each(std::span<const Call> calls) override {
    std::vector<std::vector<Row>> out;
    TRY(begin(Access::read));
    auto status = run_in_order(calls, &out);
    rollback();
    TRY(std::move(status));
    return out;
  }

  DbStatus bulk_insert(std::string_view table, const std::vector<std::string>& columns,
                       std::span<const Row> rows) override {
    if (rows.empty()) return base::Unit{};
    std::string names;
    std::string places;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const char* comma = i == 0 ? "" : ", ";
      names += comma + columns[i];
      places += comma + ("$" + std::to_string(i + 1));
    }
    const std::string sql = "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + places + ")";
    auto* insert = TRY(cache_.get(table, sql));
    return atomically([&]() -> DbStatus {
      for (const Row& row : rows) TRY(insert->run(row, nullptr));
      return base::Unit{};
    });
  }

  DbStatus begin(Access access) override {
    VERIFY(sqlite3_get_autocommit(db_) != 0 && !writing_);
    if (access == Access::read) return command(kBeginRead);
    queue_->enter();
    writing_ = true;
    auto status = command(kBeginWrite);
    if (!status.ok()) leave_queue();
    return status;
  }

  DbStatus commit(std::span<const Call> calls) override {
    VERIFY(sqlite3_get_autocommit(db_) == 0);
    auto status = run_in_order(calls, nullptr);
    if (status.ok()) status = command(kCommit);
    if (!status.ok()) rollback();
    leave_queue();
    return status;
  }

  void rollback() override {
    // Some errors (disk full, I/O) have rolled back already.
    if (sqlite3_get_autocommit(db_) == 0) (void)command(kRollback);
    leave_queue();
  }

  DbStatus savepoint() override { return command(kSavepoint); }
  DbStatus release_savepoint() override { return command(kRelease); }
  DbStatus rollback_to_savepoint() override {
    TRY(command(kRollbackTo));
    return command(kRelease);
  }

  DbStatus run_script(std::string_view name, std::string_view sql) override {
    const std::string text(sql);
    if (sqlite3_exec(db_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return Err{error_of(db_, name)};
    return base::Unit{};
  }

 private:
  DbStatus command(const Statement& statement) {
    auto* prepared = TRY(cache_.get(statement.name, statement.sqlite));
    return prepared->run({}, nullptr);
  }

  DbStatus run_in_order(std::span<const Call> calls, std::vector<std::vector<Row>>* out) {
    for (const Call& call : calls) {
      std::vector<Row>* rows = out == nullptr ? nullptr : &out->emplace_back();
      auto* prepared = TRY(cache_.get(call.statement->name, call.statement->sqlite));
      TRY(prepared->run(call.parameters, rows));
    }
    return base::Unit{};
  }

  /// Inside a transaction runs the body; outside of one gives it its own.
  template <typename Body>
  DbStatus atomically(Body body) {
    if (sqlite3_get_autocommit(db_) == 0) return body();
    TRY(begin(Access::write));
    auto status = body();
    if (status.ok()) return commit({});
    rollback();
    return status;
  }

  void leave_queue() {
    if (writing_) queue_->leave();
    writing_ = false;
  }

  sqlite3* db_;
  Cache cache_;
  std::shared_ptr<WriterQueue> queue_;
  std::shared_ptr<Checkpointer> checkpointer_;
  bool writing_ = false;
};

DbStatus check_settings(Connection& connection) {
  const auto mode = TRY(connection.run(kJournalMode, {}));
  if (text(mode[0][0]) != "wal") {
    return Err{DbError{DbErrorKind::refused, "settings", "journal_mode is " + text(mode[0][0]) + ", not wal"}};
  }
  const auto synchronous = TRY(connection.run(kSynchronous, {}));
  if (integer(synchronous[0][0]) < 2) {
    return Err{DbError{DbErrorKind::refused, "settings", "synchronous is below FULL: a commit could be lost"}};
  }
  return base::Unit{};
}

}  // namespace

DbResult<std::unique_ptr<Connection>> connect(std::string_view place, Access access) {
  std::string path(place.substr(0, place.find('?')));
  std::string extra;
  std::string vfs;
  if (const auto mark = place.find('?'); mark != std::string_view::npos) {
    // Whoever asks for an unsafe setting gets it, and is then refused by the check like everybody else.
    constexpr std::string_view kVfs = "vfs=";
    const std::string_view option = place.substr(mark + 1);
    if (option.starts_with(kVfs)) {
      vfs = option.substr(kVfs.size());
    } else {
      extra = "PRAGMA " + std::string(option) + ";";
    }
  }
  sqlite3* db = nullptr;
  constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  const int rc = sqlite3_open_v2(path.c_str(), &db, kFlags, vfs.empty() ? nullptr : vfs.c_str());
  if (rc != SQLITE_OK) {
    DbError error{DbErrorKind::unavailable, "open", path + ": " + sqlite3_errstr(rc)};
    sqlite3_close(db);
    return Err{std::move(error)};
  }
  sqlite3_extended_result_codes(db, 1);
  sqlite3_busy_timeout(db, kBusyTimeoutMs);
  const auto queue = WriterQueue::of(path);
  auto connection = std::make_unique<SqliteConnection>(db, queue);
  TRY(connection->run_script("settings", kPragmas));
  if (!extra.empty()) TRY(connection->run_script("settings", extra));
  TRY(connection->run_script("settings", access == Access::read ? kReaderCache : kWriterCache));
  TRY(check_settings(*connection));
  // A file system of a test's own sees one thread alone.
  if (access == Access::write && vfs.empty()) connection->share_checkpoints(Checkpointer::of(path, queue));
  return std::unique_ptr<Connection>(std::move(connection));
}

DbStatus copy_to(Connection& connection, const std::string& file) {
  TRY(connection.run(kVacuumInto, {Value(file)}));
  return base::Unit{};
}

}  // namespace xiezhi::store::sqlite
