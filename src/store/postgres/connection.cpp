#include "store/postgres/connection.h"

#include "base/text.h"
#include "store/postgres/session.h"
#include "store/postgres/value.h"

namespace xiezhi::store::postgres {
namespace {

using base::Err;

constexpr Statement only(std::string_view name, std::string_view sql) { return Statement{name, {}, sql}; }
constexpr Statement kBeginRead = only("begin", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
constexpr Statement kBeginWrite = only("begin", "BEGIN");
constexpr Statement kCommit = only("commit", "COMMIT");
constexpr Statement kSavepoint = only("savepoint", "SAVEPOINT part");
constexpr Statement kRelease = only("release", "RELEASE part");
constexpr Statement kSettings = only("settings",
                                     "SELECT current_setting('fsync'), current_setting('full_page_writes'), "
                                     "current_setting('synchronous_commit'), current_setting('server_encoding')");

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(PGconn* handle) : session_(handle) {}

  [[nodiscard]] Engine engine() const override { return Engine::postgres; }

  DbResult<std::vector<Row>> run(const Statement& statement, const Row& parameters) override {
    const Call call{&statement, parameters};
    if (begin_ == nullptr) {
      const auto result = TRY(session_.execute(call));
      return read_rows(result.get(), statement.name);
    }
    auto all = TRY(run_each({&call, 1}));
    return std::move(all[0]);
  }

  DbStatus run_all(std::span<const Call> calls) override {
    if (calls.empty()) return base::Unit{};
    TRY(session_.exchange(with_begin(calls)));
    return base::Unit{};
  }

  DbResult<std::vector<std::vector<Row>>> run_each(std::span<const Call> calls) override {
    if (calls.empty()) return std::vector<std::vector<Row>>();
    const std::size_t extra = begin_ == nullptr ? 0 : 1;
    const auto results = TRY(session_.exchange(with_begin(calls)));
    return rows_of(calls, std::span(results).subspan(extra));
  }

  DbResult<std::vector<std::vector<Row>>> read_each(std::span<const Call> calls) override {
    TRY(begin(Access::read));
    std::vector<Call> all = with_begin(calls);
    all.push_back(Call{&kCommit, {}});
    const auto results = session_.exchange(all);
    if (!results.ok()) {
      rollback();
      return Err{results.error()};
    }
    return rows_of(calls, std::span(*results).subspan(1));
  }

  DbStatus bulk_insert(std::string_view table, const std::vector<std::string>& columns,
                       std::span<const Row> rows) override;

  DbStatus begin(Access access) override {
    VERIFY(begin_ == nullptr && (session_.idle() || PQstatus(session_.handle()) != CONNECTION_OK));
    begin_ = access == Access::read ? &kBeginRead : &kBeginWrite;
    return base::Unit{};
  }

  DbStatus commit(std::span<const Call> calls) override {
    if (begin_ != nullptr && calls.empty()) {
      begin_ = nullptr;  // nothing was said since BEGIN
      return base::Unit{};
    }
    std::vector<Call> all = with_begin(calls);
    all.push_back(Call{&kCommit, {}});
    auto results = session_.exchange(all);
    if (!results.ok()) {
      rollback();
      return Err{std::move(results).error()};
    }
    // COMMIT of a failed transaction succeeds with the tag ROLLBACK.
    if (std::string_view(PQcmdStatus(results.value().back().get())) != "COMMIT") {
      return Err{DbError{DbErrorKind::refused, "commit", "the transaction had failed and was rolled back"}};
    }
    return base::Unit{};
  }

  void rollback() override {
    begin_ = nullptr;
    if (!session_.idle() && PQstatus(session_.handle()) == CONNECTION_OK) (void)session_.script("rollback", "ROLLBACK");
  }

  DbStatus savepoint() override { return command(kSavepoint); }
  DbStatus release_savepoint() override { return command(kRelease); }
  DbStatus rollback_to_savepoint() override { return session_.script("rollback to", "ROLLBACK TO part; RELEASE part"); }

  DbStatus run_script(std::string_view name, std::string_view sql) override {
    TRY(start());
    return session_.script(name, std::string(sql));
  }

 private:
  static DbResult<std::vector<std::vector<Row>>> rows_of(std::span<const Call> calls, std::span<const Result> results) {
    std::vector<std::vector<Row>> out;
    for (std::size_t i = 0; i < calls.size(); ++i) {
      out.push_back(TRY(read_rows(results[i].get(), calls[i].statement->name)));
    }
    return out;
  }

  /// The calls, led by the BEGIN that still waits.
  std::vector<Call> with_begin(std::span<const Call> calls) {
    std::vector<Call> out;
    out.reserve(calls.size() + 2);
    if (begin_ != nullptr) out.push_back(Call{begin_, {}});
    begin_ = nullptr;
    out.insert(out.end(), calls.begin(), calls.end());
    return out;
  }

  DbStatus command(const Statement& statement) {
    const Call call{&statement, {}};
    return run_all({&call, 1});
  }

  /// Sends a BEGIN that still waits.
  DbStatus start() {
    if (begin_ == nullptr) return base::Unit{};
    const Call call{begin_, {}};
    begin_ = nullptr;
    TRY(session_.execute(call));
    return base::Unit{};
  }

  DbStatus finish_copy(std::string_view table, bool sent);

  Session session_;
  const Statement* begin_ = nullptr;
};

DbStatus PostgresConnection::bulk_insert(std::string_view table, const std::vector<std::string>& columns,
                                         std::span<const Row> rows) {
  constexpr std::size_t kChunk = 1 << 16;
  if (rows.empty()) return base::Unit{};
  TRY(start());
  PGconn* handle = session_.handle();
  const std::string sql = "COPY " + std::string(table) + " (" + base::join(columns, ", ") + ") FROM STDIN";
  const Result opened(PQexec(handle, sql.c_str()));
  if (PQresultStatus(opened.get()) != PGRES_COPY_IN) return Err{session_.error_of(opened.get(), table)};
  bool sent = true;
  std::string chunk;
  for (const Row& row : rows) {
    append_copy_row(chunk, row);
    if (chunk.size() < kChunk) continue;
    sent = sent && PQputCopyData(handle, chunk.data(), static_cast<int>(chunk.size())) == 1;
    chunk.clear();
  }
  if (!chunk.empty()) sent = sent && PQputCopyData(handle, chunk.data(), static_cast<int>(chunk.size())) == 1;
  return finish_copy(table, sent);
}

DbStatus PostgresConnection::finish_copy(std::string_view table, bool sent) {
  PGconn* handle = session_.handle();
  if (PQputCopyEnd(handle, sent ? nullptr : "not all rows could be sent") != 1) {
    return Err{session_.error_of(nullptr, table)};
  }
  DbStatus status = base::Unit{};
  while (PGresult* next = PQgetResult(handle)) {
    const Result result(next);
    if (PQresultStatus(next) != PGRES_COMMAND_OK && status.ok()) status = Err{session_.error_of(next, table)};
    if (PQstatus(handle) != CONNECTION_OK) break;
  }
  return status;
}

DbStatus check_settings(Connection& connection) {
  const auto rows = TRY(connection.run(kSettings, {}));
  const Row& row = rows[0];
  constexpr const char* kNames[] = {"fsync", "full_page_writes", "synchronous_commit"};
  for (std::size_t i = 0; i < 3; ++i) {
    if (text(row[i]) == "off") {
      return Err{DbError{DbErrorKind::refused, "settings", std::string(kNames[i]) + " is off: a commit could be lost"}};
    }
  }
  if (text(row[3]) != "UTF8") {
    return Err{DbError{DbErrorKind::refused, "settings", "the database's encoding is " + text(row[3]) + ", not UTF8"}};
  }
  return base::Unit{};
}

}  // namespace

DbResult<std::unique_ptr<Connection>> connect(std::string_view address, Access access) {
  const std::string where(address);
  PGconn* handle = PQconnectdb(where.c_str());
  if (PQstatus(handle) != CONNECTION_OK) {
    DbError error{DbErrorKind::unavailable, "open", PQerrorMessage(handle)};
    PQfinish(handle);
    return Err{std::move(error)};
  }
  PQsetNoticeProcessor(
      handle, [](void*, const char*) {}, nullptr);
  auto connection = std::make_unique<PostgresConnection>(handle);
  if (PQsetClientEncoding(handle, "UTF8") != 0) {
    return Err{DbError{DbErrorKind::refused, "settings", "client_encoding UTF8 is not possible"}};
  }
  TRY(check_settings(*connection));
  if (access == Access::read) {
    // A read of a page is over before helpers or a compiler would have begun.
    TRY(connection->run_script("settings",
                               "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY;"
                               "SET max_parallel_workers_per_gather = 0; SET jit = off"));
  }
  return std::unique_ptr<Connection>(std::move(connection));
}

}  // namespace xiezhi::store::postgres
