#include "store/migration.h"

#include "base/sha256.h"
#include "base/text.h"
#include "store/query.h"

namespace xiezhi::store {
namespace {

using base::Err;

void replace_all(std::string& text, std::string_view token, std::string_view with) {
  for (auto at = text.find(token); at != std::string::npos; at = text.find(token, at + with.size())) {
    text.replace(at, token.size(), with);
  }
}

/// Drops the blocks that open with `token`, or only their brackets when `keep`.
void resolve_blocks(std::string& text, std::string_view token, bool keep) {
  constexpr std::string_view kClose = "}@";
  for (auto from = text.find(token); from != std::string::npos; from = text.find(token)) {
    const auto close = text.find(kClose, from);
    VERIFY(close != std::string::npos);
    if (keep) {
      text.erase(close, kClose.size());
      text.erase(from, token.size());
    } else {
      text.erase(from, close + kClose.size() - from);
    }
  }
}

Err<DbError> schema_error(const Migration& migration, const std::string& what) {
  return Err{
      DbError{DbErrorKind::refused, "schema",
              "migration " + std::to_string(migration.number) + " (" + std::string(migration.name) + ") " + what}};
}

/// Compares the recorded migrations with the wanted ones; returns how many of these are applied.
DbResult<std::size_t> count_applied(Connection& connection, std::span<const Migration> wanted) {
  const auto rows = TRY(connection.run(query::kMigrationList, {}));
  if (rows.size() > wanted.size()) {
    return Err{DbError{DbErrorKind::refused, "schema",
                       "the database was migrated by a newer program: migration " +
                           std::to_string(integer(rows[wanted.size()][0])) + " is unknown here"}};
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool same = integer(rows[i][0]) == wanted[i].number && text(rows[i][1]) == wanted[i].name;
    if (!same) return schema_error(wanted[i], "does not match the recorded " + text(rows[i][1]));
    if (text(rows[i][2]) != migration_hash(wanted[i])) {
      return schema_error(wanted[i], "was changed after it had been applied");
    }
  }
  return rows.size();
}

DbStatus apply_missing(Connection& connection, std::span<const Migration> wanted) {
  if (connection.engine() == Engine::postgres) TRY(connection.run(query::kMigrationLock, {}));
  TRY(connection.run(query::kMigrationTable, {}));
  const std::size_t applied = TRY(count_applied(connection, wanted));
  for (const Migration& migration : wanted.subspan(applied)) {
    TRY(connection.run_script(migration.name, render_schema(migration.text, connection.engine())));
    TRY(connection.run(query::kMigrationInsert, {Value(migration.number), Value(std::string(migration.name)),
                                                 Value(migration_hash(migration))}));
  }
  return base::Unit{};
}

}  // namespace

std::string render_schema(std::string_view source, Engine engine) {
  std::string out(source);
  const bool sqlite = engine == Engine::sqlite;
  resolve_blocks(out, "@SQLITE{", sqlite);
  resolve_blocks(out, "@POSTGRES{", !sqlite);
  replace_all(out, "@INT64@", sqlite ? "INTEGER" : "BIGINT");
  replace_all(out, "@BYTES@", sqlite ? "BLOB" : "BYTEA");
  replace_all(out, "@STRICT@", sqlite ? "STRICT" : "");
  return out;
}

std::string migration_hash(const Migration& migration) { return base::to_hex(base::sha256(migration.text)); }

DbStatus apply_migrations(Connection& connection, std::span<const Migration> wanted) {
  TRY(connection.begin(Access::write));
  auto applied = apply_missing(connection, wanted);
  if (!applied.ok()) {
    connection.rollback();
    return applied;
  }
  return connection.commit();
}

DbStatus check_migrations(Connection& connection, std::span<const Migration> wanted) {
  const auto found = TRY(connection.run(query::kMigrationTableExists, {}));
  if (found.empty()) {
    return Err{DbError{DbErrorKind::refused, "schema", "the database has no schema yet; run the migrations first"}};
  }
  const std::size_t applied = TRY(count_applied(connection, wanted));
  if (applied < wanted.size()) return schema_error(wanted[applied], "is not applied yet");
  return base::Unit{};
}

}  // namespace xiezhi::store
