// The workbench: what lies in the caller's hands, and the open files of his body, each with the steps that take it
// forward as they stand to him.
#include <algorithm>
#include <set>

#include "app/projection/hands.h"
#include "app/projection/terms.h"
#include "app/query/dues.h"
#include "app/query/forward.h"
#include "app/query/query_tools.h"
#include "app/service.h"
#include "core/org/officer_guards.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using core::casefile::CaseFile;
using core::inspection::Inspection;

constexpr std::int64_t kFilesShown = 100;

std::string main_party(const CaseFile& state) {
  for (const auto& party : state.parties) {
    if (!party.track.service) return party.party.id;
  }
  return state.parties.empty() ? "" : state.parties.front().party.id;
}

std::vector<WorkStep> steps_of(const core::engine::Next& next, const core::engine::Aggregate& aggregate,
                               const core::law::Pack& pack) {
  std::vector<WorkStep> out;
  for (const std::string& name : forward_commands(aggregate, pack)) {
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
                                  const core::law::Pack& pack, WorkRow& row) {
  row.steps = steps_of(next, aggregate, pack);
  if (const auto* state = std::get_if<Inspection>(&aggregate)) {
    row.trigger = std::string(base::enum_name(state->trigger));
    return state->officers;
  }
  const auto* state = std::get_if<CaseFile>(&aggregate);
  VERIFY(state != nullptr);
  return state->investigators;
}

/// The party that the steps are told of: the one whose term is nearest, else the first that still waits.
std::string focus_of(const core::engine::Aggregate& aggregate, const std::vector<FileTerm>& terms) {
  const auto* state = std::get_if<CaseFile>(&aggregate);
  if (state == nullptr) return "";
  return !terms.empty() && !terms.front().party.empty() ? terms.front().party : main_party(*state);
}

/// Filing a case is no step of the inspection, but where findings are left to a case it is what the inspection waits
/// for (行政处罚法(2021) 第五十四条第二款).
void add_filing(const core::engine::World& world, const core::engine::Aggregate& aggregate, const Caller& caller,
                base::Date today, std::vector<WorkStep>& steps) {
  const auto* state = std::get_if<Inspection>(&aggregate);
  if (state == nullptr || !calls_for_case(*state)) return;
  const bool head = core::org::is_approver(world.officer(caller.officer), state->body, today);
  WorkStep step{"FileCase", head, {}};
  if (!head) step.codes = {"filing.not_by_head"};
  steps.insert(steps.begin(), std::move(step));
}

/// Streams of the officers of all rows, each once.
std::vector<std::string> officers_of(const std::vector<WorkRow>& rows) {
  std::set<std::string> streams;
  for (const WorkRow& row : rows) {
    for (const std::string& officer : row.officers) streams.insert("officer/" + officer);
  }
  return {streams.begin(), streams.end()};
}

void put_names(const std::map<std::string, std::string>& known, std::vector<std::string>& officers) {
  for (std::string& officer : officers) {
    const auto name = known.find(officer);
    if (name != known.end()) officer = name->second;
  }
}

/// The office's name among hands, where the caller holds it; "" otherwise.
std::string office(const Caller& caller, std::string_view duty, const char* role) {
  const bool held = std::find(caller.duties.begin(), caller.duties.end(), duty) != caller.duties.end();
  return held ? role : "";
}

}  // namespace

store::DbResult<core::engine::Next> Service::next_in(store::Connection& connection, core::engine::World& world,
                                                     const std::string& stream, const std::string& officer,
                                                     const std::string& focus) {
  std::vector<std::string> wanted;
  if (world.find(stream) == nullptr) wanted.push_back(stream);
  for (;;) {
    const auto versions = TRY(store::stream_versions(connection, wanted));
    for (auto& [name, loaded] : TRY(load_streams(connection, cache_, versions))) world.put(name, loaded);
    world.forget_missing();
    auto answer = core::engine::next(world, stream, officer, now(), focus, live_.held()->pack);
    wanted = world.missing();
    if (wanted.empty()) return answer;
  }
}

store::DbResult<WorkRow> Service::work_row(store::Connection& connection, core::engine::World& world,
                                           const Caller& caller, const store::Row& row) {
  WorkRow out;
  const base::Date today = now().date();
  out.stream = store::text(row[0]);
  out.kind = store::text(row[1]);
  out.title = store::text(row[2]);
  out.enterprise_name = optional_text_of(row[3]);
  out.place = ledger::place_name(pack_.divisions(), store::text(row[7]));
  out.status = store::text(row[4]);
  out.since.ms = store::integer(row[6]);
  const auto& state = *world.find(out.stream)->state;
  const auto terms = terms_of(state, live_.held()->pack);
  if (!terms.empty()) {
    out.due_on = terms.front().day.iso();
    out.due_command = terms.front().command;
    out.working_days = working_days_left(pack_.calendar(), today, terms.front().day);
  }
  const std::string focus = focus_of(state, terms);
  if (!focus.empty()) out.party = focus;
  const auto next = TRY(next_in(connection, world, out.stream, caller.officer, focus));
  const auto& known_state = *world.find(out.stream)->state;
  const auto assigned = describe(known_state, next, live_.held()->pack, out);
  add_filing(world, known_state, caller, today, out.steps);
  out.officers = assigned;
  out.assigned = std::find(assigned.begin(), assigned.end(), caller.officer) != assigned.end();
  return out;
}

QueryResult<WorkView> Service::workbench(const Caller& caller, const WorkQuery& query) {
  WorkView view;
  view.today = now().date().iso();
  if (!query.scope.granted()) return view;
  const auto cursor = read_task_cursor(query.cursor);
  if (!cursor) return invalid_query("cursor");
  const std::int64_t size = std::min<std::int64_t>(kFilesShown, std::max(1, query.size.value_or(kFilesShown)));
  const std::string head = office(caller, "approver", "approver");
  const std::string reviewer = office(caller, "legal_reviewer", "reviewer");
  const std::string& division = query.scope.division();
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const auto counts = TRY(connection.run(store::query::kWorkCounts, {caller.officer, caller.body, head, reviewer}));
    view.own_files = store::integer(counts.front()[0]);
    view.unit_files = store::integer(counts.front()[1]);
    auto rows = TRY(
        query.own.value_or(false)
            ? connection.run(store::query::kWorkOwn, {caller.officer, caller.body, head, reviewer, division,
                                                      end_of_prefix(division), cursor->due, cursor->stream, size + 1})
            : connection.run(store::query::kTaskList, {caller.body, cursor->due, cursor->stream, size + 1}));
    if (rows.size() > static_cast<std::size_t>(size)) {
      rows.resize(static_cast<std::size_t>(size));
      view.next_cursor = store::text(rows.back()[5]) + "." + store::text(rows.back()[0]);
    }
    core::engine::World world;
    std::vector<std::string> streams;
    for (const store::Row& row : rows) streams.push_back(store::text(row[0]));
    const auto versions = TRY(store::stream_versions(connection, streams));
    for (auto& [name, loaded] : TRY(load_streams(connection, cache_, versions))) world.put(name, loaded);
    for (const store::Row& row : rows) view.rows.push_back(TRY(work_row(connection, world, caller, row)));
    const auto known = TRY(names(connection, officers_of(view.rows)));
    for (WorkRow& row : view.rows) put_names(known, row.officers);
    return count_remarks(connection, caller, view.rows);
  }));
  return view;
}

QueryResult<LoadView> Service::load_of_bodies(const Caller& caller, const LoadQuery& query) {
  LoadView view;
  const base::Date today = now().date();
  view.today = today.iso();
  if (!query.scope.granted()) return view;
  constexpr std::int32_t kSoonDays = 7;
  const std::string& division = query.scope.division();
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const std::string soon = today.plus_days(kSoonDays).iso();
    for (const store::Row& row :
         TRY(connection.run(store::query::kTaskLoad, {division, end_of_prefix(division), view.today, soon}))) {
      const std::string& body = store::text(row[0]);
      if (view.rows.empty() || view.rows.back().body != body) {
        view.rows.push_back({body, optional_text_of(row[1]).value_or(body), 0, 0, 0, 0});
      }
      BodyLoad& load = view.rows.back();
      (store::text(row[2]) == "case" ? load.cases : load.inspections) += store::integer(row[3]);
      load.overdue += store::integer(row[4]);
      load.due_soon += store::integer(row[5]);
    }
    for (const store::Row& row : TRY(connection.run(store::query::kPersonLoad, {caller.body, view.today}))) {
      const std::string& officer = store::text(row[0]);
      if (view.people.empty() || view.people.back().officer != officer) {
        view.people.push_back({officer, optional_text_of(row[1]).value_or(officer), 0, 0, 0});
      }
      PersonLoad& load = view.people.back();
      (store::text(row[2]) == "case" ? load.cases : load.inspections) += store::integer(row[3]);
      load.overdue += store::integer(row[4]);
    }
    return base::Unit{};
  }));
  return view;
}

QueryResult<FiguresView> Service::figures_by_place(const FiguresQuery& query) {
  const auto division = division_asked(query.scope, query.division);
  if (!division) return not_found("division " + query.division.value_or(""));
  const auto cube = TRY_DB(figures_cube_.at(now()));
  return figures_of(*cube, pack_.divisions(), *division, now().date());
}

}  // namespace xiezhi::app
