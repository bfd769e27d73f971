#include "app/account_database.h"

#include <chrono>
#include <thread>

namespace xiezhi::app {
namespace {

using store::DbErrorKind;

constexpr int kAttempts = 8;

/// Repeats `work` while the database says "retry", a little longer apart each time.
template <typename Work>
auto persistently(Work&& work) -> decltype(work()) {
  for (int attempt = 1;; ++attempt) {
    auto result = work();
    if (result.ok() || result.error().kind != DbErrorKind::retry || attempt == kAttempts) return result;
    std::this_thread::sleep_for(std::chrono::milliseconds(5 * attempt));
  }
}

}  // namespace

store::DbResult<std::vector<store::Row>> AccountDatabase::read(const store::Statement& statement,
                                                               const store::Row& parameters) {
  std::unique_ptr<store::Connection> connection;
  {
    const std::lock_guard lock(readers_mutex_);
    if (!idle_readers_.empty()) {
      connection = std::move(idle_readers_.back());
      idle_readers_.pop_back();
    }
  }
  if (!connection) connection = TRY(store::open(address_, store::Access::read));
  auto rows = persistently([&] { return connection->run(statement, parameters); });
  // A connection that failed is dropped; the next caller opens a fresh one.
  if (rows.ok()) {
    const std::lock_guard lock(readers_mutex_);
    idle_readers_.push_back(std::move(connection));
  }
  return rows;
}

store::DbResult<store::Connection*> AccountDatabase::writer() {
  if (!writer_) writer_ = TRY(store::open(address_, store::Access::write));
  return writer_.get();
}

store::DbResult<std::vector<store::Row>> AccountDatabase::write(const store::Statement& statement,
                                                                const store::Row& parameters) {
  const std::lock_guard lock(writer_mutex_);
  auto rows = persistently(
      [&]() -> store::DbResult<std::vector<store::Row>> { return TRY(writer())->run(statement, parameters); });
  if (!rows.ok()) writer_.reset();
  return rows;
}

store::DbStatus AccountDatabase::insert_once(std::string_view table, const std::vector<std::string>& columns,
                                             std::span<const store::Row> rows) {
  store::Connection& connection = *TRY(writer());
  TRY(connection.begin(store::Access::write));
  if (auto inserted = connection.bulk_insert(table, columns, rows); !inserted.ok()) {
    connection.rollback();
    return inserted;
  }
  return connection.commit();
}

store::DbStatus AccountDatabase::insert(std::string_view table, const std::vector<std::string>& columns,
                                        std::span<const store::Row> rows) {
  const std::lock_guard lock(writer_mutex_);
  auto done = persistently([&] { return insert_once(table, columns, rows); });
  if (!done.ok()) writer_.reset();
  return done;
}

}  // namespace xiezhi::app
