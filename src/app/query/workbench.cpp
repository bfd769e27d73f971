// The workbench: the open files of the caller's body, each with the steps that take it forward as they stand to him.
#include <algorithm>

#include "app/query/dues.h"
#include "app/query/forward.h"
#include "app/query/query_tools.h"
#include "app/service.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using core::casefile::CaseFile;
using core::inspection::Inspection;

constexpr std::string_view kNoDueDay = "9999-12-31";
constexpr std::int64_t kFilesShown = 100;

std::string main_party(const CaseFile& state) {
  for (const auto& party : state.parties) {
    if (!party.track.service) return party.party.id;
  }
  return state.parties.empty() ? "" : state.parties.front().party.id;
}

std::vector<WorkStep> steps_of(const core::engine::Next& next, const core::engine::Aggregate& aggregate) {
  std::vector<WorkStep> out;
  for (const std::string& name : forward_commands(aggregate)) {
    const auto step = std::find_if(next.steps.begin(), next.steps.end(),
                                   [&](const core::engine::Step& one) { return one.command == name; });
    if (step == next.steps.end()) continue;
    WorkStep made{step->command, step->lawful, {}};
    for (const auto& refusal : step->refusals) {
      if (refusal.severity == core::rule::Severity::refusal) made.codes.push_back(refusal.code);
    }
    out.push_back(std::move(made));
  }
  return out;
}

/// Adds what can be told of a file from its state alone, and gives back whom it is assigned to.
std::vector<std::string> describe(const core::engine::Aggregate& aggregate, const core::engine::Next& next,
                                  WorkRow& row) {
  row.steps = steps_of(next, aggregate);
  if (const auto* state = std::get_if<Inspection>(&aggregate)) {
    row.trigger = std::string(base::enum_name(state->trigger));
    return state->officers;
  }
  const auto* state = std::get_if<CaseFile>(&aggregate);
  VERIFY(state != nullptr);
  return state->investigators;
}

std::string focus_of(const core::engine::Aggregate& aggregate) {
  const auto* state = std::get_if<CaseFile>(&aggregate);
  return state == nullptr ? "" : main_party(*state);
}

std::optional<std::int32_t> days_left(const core::calendar::Calendar& calendar, base::Date today,
                                      const std::string& due_on) {
  const auto due = base::Date::parse(due_on);
  return due ? working_days_left(calendar, today, *due) : std::nullopt;
}

void count_load(std::map<std::string, PersonLoad>& people, const std::string& officer, const std::string& name,
                const WorkRow& row) {
  PersonLoad& load = people[officer];
  load.officer = officer;
  load.name = name;
  (row.kind == "case" ? load.cases : load.inspections) += 1;
  if (row.working_days.value_or(0) < 0) load.overdue += 1;
}

}  // namespace

store::DbResult<core::engine::Next> Service::next_in(store::Connection& connection, core::engine::World& world,
                                                     const std::string& stream, const std::string& officer) {
  std::vector<std::string> wanted;
  if (world.find(stream) == nullptr) wanted.push_back(stream);
  for (;;) {
    const auto versions = TRY(store::stream_versions(connection, wanted));
    for (auto& [name, loaded] : TRY(load_streams(connection, cache_, versions))) world.put(name, loaded);
    world.forget_missing();
    auto answer =
        core::engine::next(world, stream, officer, now(), focus_of(*world.find(stream)->state), live_.held()->pack);
    wanted = world.missing();
    if (wanted.empty()) return answer;
  }
}

QueryResult<WorkView> Service::workbench(const Caller& caller, const WorkQuery& query) {
  WorkView view;
  const base::Date today = now().date();
  view.today = today.iso();
  if (!query.scope.granted()) return view;
  const std::int64_t size = std::min<std::int64_t>(kFilesShown, std::max(1, query.size.value_or(kFilesShown)));
  std::map<std::string, PersonLoad> people;
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    auto rows = TRY(connection.run(store::query::kTaskList, {caller.body, std::string(), std::string(), size + 1}));
    view.more = rows.size() > static_cast<std::size_t>(size);
    if (view.more) rows.resize(static_cast<std::size_t>(size));
    core::engine::World world;
    std::vector<std::string> streams;
    for (const store::Row& row : rows) streams.push_back(store::text(row[0]));
    const auto versions = TRY(store::stream_versions(connection, streams));
    for (auto& [name, loaded] : TRY(load_streams(connection, cache_, versions))) world.put(name, loaded);
    for (const store::Row& row : rows) {
      WorkRow out;
      out.stream = store::text(row[0]);
      out.kind = store::text(row[1]);
      out.title = store::text(row[2]);
      out.enterprise_name = optional_text_of(row[3]);
      out.place = ledger::place_name(pack_.divisions(), store::text(row[7]));
      out.status = store::text(row[4]);
      if (store::text(row[5]) != kNoDueDay) out.due_on = store::text(row[5]);
      out.since.ms = store::integer(row[6]);
      if (out.due_on) out.working_days = days_left(pack_.calendar(), today, *out.due_on);
      const auto next = TRY(next_in(connection, world, out.stream, caller.officer));
      const auto assigned = describe(*world.find(out.stream)->state, next, out);
      std::vector<std::string> officers;
      for (const std::string& officer : assigned) officers.push_back("officer/" + officer);
      const auto known = TRY(names(connection, officers));
      for (const std::string& officer : assigned) {
        const auto name = known.find(officer);
        out.officers.push_back(name == known.end() ? officer : name->second);
        out.assigned = out.assigned || officer == caller.officer;
        count_load(people, officer, out.officers.back(), out);
      }
      view.rows.push_back(std::move(out));
    }
    return base::Unit{};
  }));
  for (auto& [officer, load] : people) view.people.push_back(std::move(load));
  return view;
}

QueryResult<LoadView> Service::load_of_bodies(const LoadQuery& query) {
  LoadView view;
  if (!query.scope.granted()) return view;
  constexpr std::int32_t kSoonDays = 7;
  const std::string& division = query.scope.division();
  const base::Date today = now().date();
  const auto rows = TRY_DB(readers_.once([&](store::Connection& connection) {
    return connection.run(store::query::kTaskLoad,
                          {division, end_of_prefix(division), today.iso(), today.plus_days(kSoonDays).iso()});
  }));
  for (const store::Row& row : rows) {
    const std::string& body = store::text(row[0]);
    if (view.rows.empty() || view.rows.back().body != body) {
      view.rows.push_back({body, optional_text_of(row[1]).value_or(body), 0, 0, 0, 0});
    }
    BodyLoad& load = view.rows.back();
    (store::text(row[2]) == "case" ? load.cases : load.inspections) += store::integer(row[3]);
    load.overdue += store::integer(row[4]);
    load.due_soon += store::integer(row[5]);
  }
  return view;
}

QueryResult<FiguresView> Service::figures_by_place(const FiguresQuery& query) {
  const auto division = division_asked(query.scope, query.division);
  if (!division) return not_found("division " + query.division.value_or(""));
  const auto cube = TRY_DB(figures_cube_.at(now()));
  return figures_of(*cube, pack_.divisions(), *division, now().date());
}

}  // namespace xiezhi::app
