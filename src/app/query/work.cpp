// What may be done next, and what waits to be done.
#include "app/query/dues.h"
#include "app/query/forward.h"
#include "app/query/query_tools.h"
#include "app/service.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {
QueryResult<NextView> Service::next(const Caller& caller, const NextQuery& query) {
  if (!core::engine::empty_aggregate(query.stream)) return invalid_query("stream");
  NextView view;
  bool visible = true;
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const HeldLawPtr law = TRY(law_in(connection));
    std::vector<std::string> wanted = {query.stream};
    core::engine::World world;
    for (;;) {
      const auto versions = TRY(store::stream_versions(connection, wanted));
      for (auto& [stream, loaded] : TRY(load_streams(connection, cache_, versions))) world.put(stream, loaded);
      world.forget_missing();
      const auto* target = world.find(query.stream);
      view.version = target->version;
      const std::string division = core::engine::division_of(world, *target->state);
      visible = target->version == 0 || query.scope.admits(division, core::engine::body_of(*target->state));
      auto answer = core::engine::next(world, query.stream, caller.officer, now(), query.focus.value_or(""), law->pack);
      wanted = world.missing();
      view.steps = std::move(answer.steps);
      view.dues = dues_of(*target->state, query.focus.value_or(""), law->pack, now().date());
      view.forward = forward_commands(*target->state, law->pack);
      if (wanted.empty() || !visible) return base::Unit{};
    }
  }));
  if (!visible) return not_found(query.stream);
  return view;
}

QueryResult<TaskPage> Service::tasks(const Caller& caller, const TaskQuery& query) {
  TaskPage page;
  if (!query.scope.granted()) return page;
  const auto cursor = read_task_cursor(query.cursor);
  if (!cursor) return invalid_query("cursor");
  const std::int64_t size = page_size(query.size);
  const std::string& division = query.scope.division();
  const auto rows = TRY_DB(readers_.once([&](store::Connection& connection) {
    if (query.below.value_or(false)) {
      return connection.run(store::query::kTaskListBelow,
                            {division, end_of_prefix(division), cursor->due, cursor->stream, size + 1});
    }
    return connection.run(store::query::kTaskList, {caller.body, cursor->due, cursor->stream, size + 1});
  }));
  for (const store::Row& row : rows) {
    TaskRow task{store::text(row[0]),
                 store::text(row[1]),
                 store::text(row[2]),
                 optional_text_of(row[3]),
                 store::text(row[4]),
                 std::nullopt,
                 base::Instant{store::integer(row[6])},
                 ledger::place_name(pack_.divisions(), store::text(row[7]))};
    if (store::text(row[5]) != kNoDueDay) task.due_on = store::text(row[5]);
    page.rows.push_back(std::move(task));
  }
  if (page.rows.size() > static_cast<std::size_t>(size)) {
    page.rows.resize(static_cast<std::size_t>(size));
    const TaskRow& last = page.rows.back();
    page.next_cursor = last.due_on.value_or(std::string(kNoDueDay)) + "." + last.stream;
  }
  return page;
}

QueryResult<HistoryView> Service::history(const StreamQuery& query) {
  if (!core::engine::empty_aggregate(query.stream)) return invalid_query("stream");
  HistoryView view;
  bool visible = true;
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    core::engine::World world;
    const auto target = TRY(load(connection, query.stream));
    const auto* officer = std::get_if<core::org::Officer>(target.state.get());
    if (officer != nullptr) world.put("body/" + officer->body, TRY(load(connection, "body/" + officer->body)));
    visible = query.scope.admits(core::engine::division_of(world, *target.state), core::engine::body_of(*target.state));
    if (!visible) return base::Unit{};
    for (const store::Row& row : TRY(connection.run(store::query::kEntryHistory, {query.stream}))) {
      const auto leaf = base::Json::parse(store::text(row[4]));
      HistoryRow out;
      out.version = store::integer(row[0]);
      out.type = store::text(row[1]);
      out.actor = store::text(row[2]);
      out.actor_name = optional_text_of(row[3]).value_or("");
      if (leaf.ok() && leaf->find("occurred_at") != nullptr) {
        out.occurred_at.ms = leaf->find("occurred_at")->integer().value_or(0);
        out.recorded_at.ms = leaf->find("recorded_at")->integer().value_or(0);
        if (leaf->find("payload") != nullptr) out.payload = *leaf->find("payload");
      }
      if (!store::is_null(row[5])) out.leaf_index = store::integer(row[5]);
      view.rows.push_back(std::move(out));
    }
    return base::Unit{};
  }));
  if (!visible || view.rows.empty()) return not_found(query.stream);
  return view;
}

QueryResult<OverviewView> Service::overview(const OverviewQuery& query) {
  OverviewView view;
  if (!query.scope.granted()) return view;
  const auto cube = TRY_DB(figures_cube_.at(now()));
  std::map<std::pair<std::string, std::string>, std::int64_t> sums;
  for (const auto& [division, rows] : cube->statuses) {
    if (!division.starts_with(query.scope.division())) continue;
    for (const CountRow& row : rows) sums[{row.kind, row.status}] += row.count;
  }
  for (const auto& [key, count] : sums) view.files.push_back({key.first, key.second, count});
  for (const auto& [division, figures] : cube->by_division) {
    if (division.starts_with(query.scope.division())) view.enterprises += figures.enterprises;
  }
  return view;
}

}  // namespace xiezhi::app
