#include "app/stream_cache.h"

#include "store/journal.h"

namespace xiezhi::app {
namespace {

using core::engine::Aggregate;
using core::engine::Loaded;

// Measured on inspections with ten findings: the state, and what each entry adds to it.
constexpr std::size_t kBytesOfState = 3000;
constexpr std::size_t kBytesOfEntry = 1000;

store::DbResult<Loaded> fold(const std::string& stream, Aggregate aggregate,
                             const std::vector<core::journal::Entry>& entries) {
  std::int64_t version = 0;
  for (const auto& entry : entries) {
    const auto folded =
        core::engine::evolve(aggregate, entry.type, entry.payload, {entry.occurred_at, entry.actor, entry.version});
    if (!folded.ok()) {
      return base::Err{store::DbError{store::DbErrorKind::refused, "fold",
                                      stream + " version " + std::to_string(entry.version) + ": " +
                                          folded.error().path + " " + folded.error().message}};
    }
    version = entry.version;
  }
  return Loaded{version, std::make_shared<const Aggregate>(std::move(aggregate))};
}

}  // namespace

std::size_t StreamCache::weight(const Item& item) {
  return kBytesOfState + kBytesOfEntry * static_cast<std::size_t>(item.loaded.version);
}

std::optional<Loaded> StreamCache::find(const std::string& stream) {
  const std::lock_guard lock(mutex_);
  const auto found = places_.find(stream);
  if (found == places_.end()) return std::nullopt;
  items_.splice(items_.begin(), items_, found->second);
  return found->second->loaded;
}

void StreamCache::put(const std::string& stream, const Loaded& loaded) {
  const std::lock_guard lock(mutex_);
  if (const auto found = places_.find(stream); found != places_.end()) {
    weight_ -= weight(*found->second);
    found->second->loaded = loaded;
    items_.splice(items_.begin(), items_, found->second);
  } else {
    items_.push_front({stream, loaded});
    places_[items_.front().stream] = items_.begin();
  }
  weight_ += weight(items_.front());
  while (weight_ > most_ && items_.size() > 1) {
    weight_ -= weight(items_.back());
    places_.erase(items_.back().stream);
    items_.pop_back();
  }
}

store::DbResult<std::map<std::string, Loaded>> load_streams(store::Connection& connection, StreamCache& cache,
                                                            const std::vector<core::journal::StreamVersion>& versions) {
  std::map<std::string, Loaded> out;
  std::vector<std::string> wanted;
  for (const auto& [stream, version] : versions) {
    auto empty = core::engine::empty_aggregate(stream);
    if (!empty) continue;
    const auto cached = cache.find(stream);
    if (version == 0) {
      out[stream] = Loaded{0, std::make_shared<const Aggregate>(*std::move(empty))};
    } else if (cached && cached->version == version) {
      out[stream] = *cached;
    } else {
      wanted.push_back(stream);
    }
  }
  if (wanted.empty()) return out;
  const auto entries = TRY(store::load_entries(connection, wanted));
  for (const std::string& stream : wanted) {
    const auto found = entries.find(stream);
    static const std::vector<core::journal::Entry> kNone;
    Loaded loaded =
        TRY(fold(stream, *core::engine::empty_aggregate(stream), found == entries.end() ? kNone : found->second));
    cache.put(stream, loaded);
    out[stream] = std::move(loaded);
  }
  return out;
}

}  // namespace xiezhi::app
