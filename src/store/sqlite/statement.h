// Prepared statements of one SQLite connection.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/connection.h"

namespace xiezhi::store::sqlite {

DbError error_of(sqlite3* db, std::string_view statement);

/// One statement: `$1`, `$2`, … are names to SQLite, so each is bound by its name wherever it stands in the text.
class Prepared {
 public:
  static DbResult<Prepared> make(sqlite3* db, std::string_view name, std::string_view sql);
  Prepared(Prepared&& other) noexcept;
  Prepared& operator=(Prepared&&) = delete;
  ~Prepared();

  /// Runs to the end. The parameters must outlive the call. `rows` may be null.
  DbStatus run(const Row& parameters, std::vector<Row>* rows);

 private:
  Prepared() = default;
  int bind(const Row& parameters);
  DbResult<Row> read_row();

  sqlite3* db_ = nullptr;
  sqlite3_stmt* handle_ = nullptr;
  std::string name_;
  std::vector<int> places_;  ///< SQLite's index of $1, $2, …
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// Statements by their text.
class Cache {
 public:
  explicit Cache(sqlite3* db) : db_(db) {}
  DbResult<Prepared*> get(std::string_view name, std::string_view sql);
  void clear() { statements_.clear(); }

 private:
  sqlite3* db_;
  std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> statements_;
};

}  // namespace xiezhi::store::sqlite
