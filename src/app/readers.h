// Connections for reading, one for each thread that reads at the moment.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/connection.h"

namespace xiezhi::app {

class Readers {
 public:
  explicit Readers(std::string address) : address_(std::move(address)) {}

  /// Runs `read(connection)` inside one read transaction: one snapshot. A connection that failed is not used again.
  template <typename Read>
  auto with(Read read) -> decltype(read(std::declval<store::Connection&>())) {
    auto taken = take();
    if (!taken.ok()) return base::Err{taken.error()};
    std::unique_ptr<store::Connection> connection = std::move(taken).value();
    const auto begun = connection->begin(store::Access::read);
    if (!begun.ok()) return base::Err{begun.error()};
    auto result = read(*connection);
    connection->rollback();
    if (result.ok()) give_back(std::move(connection));
    return result;
  }

  /// The same without a transaction, for a single statement.
  template <typename Read>
  auto once(Read read) -> decltype(read(std::declval<store::Connection&>())) {
    auto taken = take();
    if (!taken.ok()) return base::Err{taken.error()};
    std::unique_ptr<store::Connection> connection = std::move(taken).value();
    auto result = read(*connection);
    if (result.ok()) give_back(std::move(connection));
    return result;
  }

 private:
  store::DbResult<std::unique_ptr<store::Connection>> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
      }
    }
    return store::open(address_, store::Access::read);
  }
  void give_back(std::unique_ptr<store::Connection> connection) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(connection));
  }

  std::string address_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<store::Connection>> idle_;
};

}  // namespace xiezhi::app
