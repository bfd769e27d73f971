// Connections for accounts, apart from the writer of the journal: a slow command batch delays no session look-up.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/connection.h"

namespace xiezhi::app {

class AccountDatabase {
 public:
  explicit AccountDatabase(std::string address) : address_(std::move(address)) {}

  /// Runs one statement for reading. Any number of threads at once, a connection each.
  store::DbResult<std::vector<store::Row>> read(const store::Statement& statement, const store::Row& parameters);
  /// Runs one statement for writing, as its own transaction; one at a time, tried again while the database is busy.
  store::DbResult<std::vector<store::Row>> write(const store::Statement& statement, const store::Row& parameters);
  /// Adds rows in one transaction, tried again while the database is busy.
  store::DbStatus insert(std::string_view table, const std::vector<std::string>& columns,
                         std::span<const store::Row> rows);

 private:
  store::DbResult<store::Connection*> writer();
  store::DbStatus insert_once(std::string_view table, const std::vector<std::string>& columns,
                              std::span<const store::Row> rows);

  std::string address_;
  std::mutex readers_mutex_;
  std::vector<std::unique_ptr<store::Connection>> idle_readers_;
  std::mutex writer_mutex_;
  std::unique_ptr<store::Connection> writer_;
};

}  // namespace xiezhi::app
