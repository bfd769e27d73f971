// The database as the layers above see it: named statements, plain values, one connection per thread. SQLite and
// PostgreSQL stand behind it. No law here.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace xiezhi::store {

struct Bytes {
  std::string data;
  bool operator==(const Bytes&) const = default;
};

/// null, 64-bit integer, UTF-8 text or bytes. There is no floating point.
using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes>;
using Row = std::vector<Value>;

/// Column readers; the wrong type is a bug.
std::int64_t integer(const Value& value);
const std::string& text(const Value& value);
const std::string& bytes(const Value& value);
bool is_null(const Value& value);

enum class Engine : std::uint8_t { sqlite, postgres };

/// A statement of src/store/query as a named constant. Parameters are $1, $2, …; most texts serve both engines
/// unchanged.
struct Statement {
  std::string_view name;
  std::string_view sqlite;
  std::string_view postgres;
};

enum class DbErrorKind : std::uint8_t {
  duplicate,    ///< a unique constraint refused the row
  retry,        ///< busy, serialization failure or deadlock: the transaction may be tried again
  unavailable,  ///< the database cannot be reached
  refused       ///< anything else: a bug or a damaged database
};
struct DbError {
  DbErrorKind kind = DbErrorKind::refused;
  std::string statement;
  std::string message;
};

template <typename T>
using DbResult = base::Result<T, DbError>;
using DbStatus = DbResult<base::Unit>;

/// A statement with its parameters, for running many at once.
struct Call {
  const Statement* statement = nullptr;
  Row parameters;
};

enum class Access : std::uint8_t { read, write };

class Connection {
 public:
  virtual ~Connection() = default;
  [[nodiscard]] virtual Engine engine() const = 0;

  /// Runs one statement and returns all its rows.
  virtual DbResult<std::vector<Row>> run(const Statement& statement, const Row& parameters) = 0;
  /// Runs statements in order and drops their rows: one round trip on PostgreSQL (pipeline mode). Stops at the first
  /// error. Outside a transaction all of them count or none.
  virtual DbStatus run_all(std::span<const Call> calls) = 0;
  /// The same, with the rows of each call.
  virtual DbResult<std::vector<std::vector<Row>>> run_each(std::span<const Call> calls) = 0;
  /// Reads in one transaction of their own, so that all see one snapshot: one round trip on PostgreSQL, BEGIN and
  /// COMMIT included. Not inside a transaction.
  virtual DbResult<std::vector<std::vector<Row>>> read_each(std::span<const Call> calls) = 0;
  /// Inserts many rows into `table(columns)`: COPY on PostgreSQL, one prepared insert on SQLite.
  virtual DbStatus bulk_insert(std::string_view table, const std::vector<std::string>& columns,
                               std::span<const Row> rows) = 0;

  /// A read transaction sees one snapshot; a write transaction takes the writer's place on SQLite at once. On
  /// PostgreSQL it starts together with the first statement, in the same round trip.
  virtual DbStatus begin(Access access) = 0;
  /// Runs the last calls and commits, in one round trip on PostgreSQL. After an error nothing of the transaction
  /// stands, except with `unavailable`, where nobody knows; either way it is over.
  virtual DbStatus commit(std::span<const Call> calls) = 0;
  DbStatus commit() { return commit({}); }
  /// Ends the transaction, if there is one, without a trace.
  virtual void rollback() = 0;

  /// A part of a write transaction that can fail alone: several commands share one commit, each in its own part.
  virtual DbStatus savepoint() = 0;
  virtual DbStatus release_savepoint() = 0;
  virtual DbStatus rollback_to_savepoint() = 0;

  /// Runs a text of several statements without parameters, such as a migration.
  virtual DbStatus run_script(std::string_view name, std::string_view sql) = 0;
};

/// Where the database is: "sqlite:<path>" or a libpq connection string "postgresql://…". SQLite takes "?vfs=NAME" after
/// the path. Opening refuses unsafe settings (synchronous below FULL, not WAL, fsync, full_page_writes or
/// synchronous_commit off) and a schema that is not the program's.
DbResult<std::unique_ptr<Connection>> open(std::string_view address, Access access);

/// Creates or upgrades the schema; a migration whose text changed after it was applied is an error that names it.
DbStatus migrate(std::string_view address);

}  // namespace xiezhi::store
