// What other hosts of the core and waiting pages ask: how far the journal is, and states of streams.
#include <algorithm>
#include <set>

#include "app/query/query_tools.h"
#include "app/service.h"
#include "base/text.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

constexpr std::int64_t kMostNamed = 200;
constexpr std::size_t kMostStates = 60;

}  // namespace

/// Remarks stand outside the journal, so that they are told apart.
store::DbStatus Service::add_remarks(store::Connection& connection, const PulseQuery& query, PulseView& view) {
  view.last_remark = store::text(TRY(connection.run(store::query::kRemarkLast, {})).front()[0]);
  if (!query.remarks || *query.remarks >= view.last_remark) return base::Unit{};
  for (const auto& row : TRY(connection.run(store::query::kRemarkSince, {*query.remarks, kMostNamed}))) {
    const std::string& stream = store::text(row[0]);
    if (std::find(view.remarked.begin(), view.remarked.end(), stream) != view.remarked.end()) continue;
    if (TRY(visible(connection, query.scope, stream))) view.remarked.push_back(stream);
  }
  return base::Unit{};
}

QueryResult<PulseView> Service::pulse(const PulseQuery& query) {
  PulseView view;
  if (!query.scope.granted()) return view;
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    view.size = store::integer(TRY(connection.run(store::query::kLeafCount, {})).front()[0]);
    TRY(add_remarks(connection, query, view));
    if (!query.since || *query.since >= view.size) return base::Unit{};
    if (view.size - *query.since > kMostNamed) {
      view.many = true;
      return base::Unit{};
    }
    std::set<std::string> seen;
    for (const auto& row : TRY(connection.run(store::query::kPulseChanged, {*query.since, kMostNamed}))) {
      const auto entry = base::parse_json<core::journal::Entry>(store::text(row[1]));
      const bool open = entry.ok() && query.scope.admits(entry->division, entry->on_behalf.value_or(""));
      if (open && seen.insert(store::text(row[0])).second) view.streams.push_back(store::text(row[0]));
    }
    return base::Unit{};
  }));
  return view;
}

QueryResult<StatesView> Service::states(const Caller& caller, const StatesQuery& query) {
  StatesView view;
  std::vector<std::string> wanted;
  for (const std::string_view name : base::split(query.streams, ',')) {
    if (!core::engine::empty_aggregate(name)) return invalid_query("streams");
    wanted.emplace_back(name);
  }
  if (wanted.size() > kMostStates) return invalid_query("streams: too many");
  bool hidden = false;
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    core::engine::World world;
    std::vector<std::string> missing = wanted;
    const auto load_missing = [&]() -> store::DbStatus {
      const auto versions = TRY(store::stream_versions(connection, missing));
      for (auto& [name, loaded] : TRY(load_streams(connection, cache_, versions))) world.put(name, loaded);
      world.forget_missing();
      return base::Unit{};
    };
    TRY(load_missing());
    for (const std::string& stream : wanted) {
      const auto* loaded = world.find(stream);
      StateRow row{stream, loaded->version, std::nullopt};
      if (loaded->version > 0) {
        std::string division = core::engine::division_of(world, *loaded->state);
        missing = world.missing();
        if (!missing.empty()) {
          TRY(load_missing());
          division = core::engine::division_of(world, *loaded->state);
        }
        // Superior bodies and their officers decide on files of those below: they are no secret to them.
        const bool people = stream.starts_with("body/") || stream.starts_with("officer/");
        const bool above = people && caller.division.starts_with(division);
        hidden = hidden || (!above && !query.scope.admits(division, core::engine::body_of(*loaded->state)));
        row.state = MUST(base::Json::parse(core::engine::state_json(*loaded->state)));
      }
      view.rows.push_back(std::move(row));
    }
    return base::Unit{};
  }));
  if (hidden) return not_found("a stream outside the caller's scope");
  return view;
}

QueryResult<SystemView> Service::system(const SystemQuery&) {
  SystemView view;
  view.core_version = core::engine::kCoreVersion;
  view.law_pack = TRY(law())->pack.hash();
  view.figures = static_cast<std::int64_t>(pack_.figures().size());
  view.violations = static_cast<std::int64_t>(pack_.violations().size());
  for (const auto& one : pack_.instruments()) view.instruments.push_back({one.id, one.title, one.version});
  view.started_at = started_at_;
  view.now = now();
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    view.engine = connection.engine() == store::Engine::postgres ? "PostgreSQL" : "SQLite";
    view.leaves = store::integer(TRY(connection.run(store::query::kLeafCount, {})).front()[0]);
    view.unnumbered = !TRY(connection.run(store::query::kPendingAny, {})).empty();
    for (const auto& row : TRY(connection.run(store::query::kCheckpointLast, {}))) {
      view.checkpoint_size = store::integer(row[0]);
      view.checkpoint_at = base::Instant{store::integer(row[3])};
    }
    return base::Unit{};
  }));
  view.journal_keys = TRY(journal_keys());
  return view;
}

QueryResult<std::vector<std::string>> Service::journal_keys() {
  const auto rows = TRY_DB(
      readers_.once([](store::Connection& connection) { return connection.run(store::query::kJournalKeyList, {}); }));
  std::vector<std::string> keys;
  for (const store::Row& row : rows) keys.push_back(base::to_hex(store::bytes(row[0])));
  return keys;
}

}  // namespace xiezhi::app
