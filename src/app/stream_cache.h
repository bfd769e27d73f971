// Folded streams, kept in the process. A cached state is used only when its version is the one in the database, so it
// never decides anything by itself.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/engine.h"
#include "store/connection.h"

namespace xiezhi::app {

class StreamCache {
 public:
  explicit StreamCache(std::size_t most = 20'000) : most_(most) {}

  [[nodiscard]] std::optional<core::engine::Loaded> find(const std::string& stream);
  void put(const std::string& stream, const core::engine::Loaded& loaded);

 private:
  std::size_t most_;
  std::mutex mutex_;
  std::map<std::string, core::engine::Loaded> streams_;
};

/// States of streams at exactly these versions: from the cache, or folded from their entries. A stream of an unknown
/// kind is left out. An entry that cannot be folded is `refused`: a damaged journal.
store::DbResult<std::map<std::string, core::engine::Loaded>> load_streams(
    store::Connection& connection, StreamCache& cache, const std::vector<core::journal::StreamVersion>& versions);

}  // namespace xiezhi::app
