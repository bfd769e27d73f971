#include "app/live_pack.h"

#include <algorithm>

#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {

LivePack::LivePack(core::law::Pack pack, std::string bytes)
    : base_(std::make_shared<const HeldLaw>(HeldLaw{std::move(pack), std::move(bytes)})), held_(base_) {}

HeldLawPtr LivePack::held() const {
  const std::lock_guard lock(mutex_);
  return held_;
}

store::DbResult<HeldLawPtr> LivePack::laid_over(const Published& published) const {
  if (published.benchmarks.empty() && published.lists.empty()) return base_;
  auto file = base::parse_json<core::law::PackFile>(base_->bytes);
  VERIFY(file.ok());
  const auto& regions = base_->pack.discretions();
  for (const auto& list : published.lists) {
    const auto same = [&](const core::law::Discretion& region) { return region.region == list.region; };
    if (std::any_of(regions.begin(), regions.end(), same)) continue;
    return base::Err{store::DbError{store::DbErrorKind::refused, "published lists",
                                    "region " + list.region + " is not in the law pack"}};
  }
  auto laid = core::law::with_published(std::move(file).value(), published.benchmarks);
  if (!laid.ok()) {
    return base::Err{store::DbError{store::DbErrorKind::refused, "published benchmarks", laid.error()}};
  }
  std::string bytes = base::to_json(core::law::with_lists(std::move(laid).value(), published.lists));
  auto pack = core::law::Pack::load(bytes);
  if (!pack.ok()) {
    return base::Err{store::DbError{store::DbErrorKind::refused, "published benchmarks",
                                    pack.error().path + ": " + pack.error().message}};
  }
  return HeldLawPtr(std::make_shared<const HeldLaw>(HeldLaw{std::move(pack).value(), std::move(bytes)}));
}

store::DbResult<std::vector<store::StreamVersion>> LivePack::streams(store::Connection& connection) {
  std::vector<store::StreamVersion> out;
  for (const store::Row& row : TRY(connection.run(store::query::kLawStreams, {}))) {
    out.push_back({store::text(row[0]), store::integer(row[1])});
  }
  return out;
}

store::DbResult<HeldLawPtr> LivePack::refresh(store::Connection& connection, StreamCache& cache) {
  const auto versions = TRY(streams(connection));
  std::map<std::string, std::int64_t> seen;
  for (const auto& one : versions) seen[one.stream] = one.version;
  const std::lock_guard lock(mutex_);
  if (seen == seen_) return held_;
  Published published;
  for (const auto& [stream, loaded] : TRY(load_streams(connection, cache, versions))) {
    if (const auto* series = std::get_if<core::benchmark::Series>(loaded.state.get())) {
      for (const auto& version : series->versions) {
        if (!version.replaced_by) published.benchmarks.push_back({series->region, version.table});
      }
    }
    if (const auto* list = std::get_if<core::regulation::Regulation>(loaded.state.get())) {
      for (const auto& version : list->versions) {
        if (!version.replaced_by) published.lists.push_back({list->region, list->kind, version.from, version.content});
      }
    }
  }
  std::string text;
  if (!published.benchmarks.empty() || !published.lists.empty()) {
    text = base::to_json(published.benchmarks) + base::to_json(published.lists);
  }
  if (text != published_) {
    held_ = TRY(laid_over(published));
    published_ = std::move(text);
  }
  seen_ = std::move(seen);
  return held_;
}

}  // namespace xiezhi::app
