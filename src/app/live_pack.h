// The law in force for this process: the pack it was started with, and the benchmarks and lists that were published
// since.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/stream_cache.h"
#include "core/law/published.h"
#include "core/law/region_list.h"
#include "store/connection.h"
#include "store/journal.h"

namespace xiezhi::app {

/// One state of the law. The bytes are what core.wasm loads to have the same.
struct HeldLaw {
  core::law::Pack pack;
  std::string bytes;
};
using HeldLawPtr = std::shared_ptr<const HeldLaw>;

class LivePack {
 public:
  LivePack(core::law::Pack pack, std::string bytes);

  /// What refresh() last found. It lives as long as the pointer is kept.
  [[nodiscard]] HeldLawPtr held() const;
  /// Reads which versions of benchmarks and lists are published as the connection sees it, and lays them over the pack
  /// when they have changed: every process that serves the journal comes to the same bytes. Versions that do not fit
  /// the pack are `refused`.
  store::DbResult<HeldLawPtr> refresh(store::Connection& connection, StreamCache& cache);
  /// The streams of benchmarks and of regions' lists that there are, in order of name.
  static store::DbResult<std::vector<store::StreamVersion>> streams(store::Connection& connection);

 private:
  struct Published {
    std::vector<core::law::PublishedBenchmark> benchmarks;
    std::vector<core::law::PublishedList> lists;  ///< of each list in the order of their days
  };

  [[nodiscard]] store::DbResult<HeldLawPtr> laid_over(const Published& published) const;

  const HeldLawPtr base_;
  mutable std::mutex mutex_;
  HeldLawPtr held_;
  std::map<std::string, std::int64_t> seen_;  ///< versions of the streams that held_ was made from
  std::string published_;                     ///< canonical JSON of what was laid over; "" for nothing
};

}  // namespace xiezhi::app
