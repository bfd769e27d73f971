// Folded streams, kept in the process. A cached state is used only when its version is the one in the database, so it
// never decides anything by itself.
#pragma once

#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/engine.h"
#include "store/connection.h"

namespace xiezhi::app {

/// Holds what was used last, up to about so many bytes: a state is taken to weigh what its entries do.
class StreamCache {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{48} << 20;

  explicit StreamCache(std::size_t most_bytes = kMostBytes) : most_(most_bytes) {}

  [[nodiscard]] std::optional<core::engine::Loaded> find(const std::string& stream);
  void put(const std::string& stream, const core::engine::Loaded& loaded);

 private:
  struct Item {
    std::string stream;
    core::engine::Loaded loaded;
  };
  static std::size_t weight(const Item& item);

  std::size_t most_;
  std::size_t weight_ = 0;
  std::mutex mutex_;
  std::list<Item> items_;  ///< the one used last in front
  std::map<std::string_view, std::list<Item>::iterator> places_;
};

/// States of streams at exactly these versions: from the cache, or folded from their entries. A stream of an unknown
/// kind is left out. An entry that cannot be folded is `refused`: a damaged journal.
store::DbResult<std::map<std::string, core::engine::Loaded>> load_streams(
    store::Connection& connection, StreamCache& cache, const std::vector<core::journal::StreamVersion>& versions);

}  // namespace xiezhi::app
