#include "app/query/figures.h"

#include <algorithm>
#include <chrono>

#include "app/query/query_tools.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

constexpr std::int64_t kFreshMs = 5000;
constexpr std::int64_t kCostFactor = 20;  // counting takes at most a twentieth of one processor
constexpr std::int64_t kCheapMs = 20;     // so little is waited for
constexpr int kMonths = 12;

std::string month_of(base::Date day) { return day.iso().substr(0, 7); }

base::Date first_month(base::Date today) {
  return base::Date::of(today.year(), today.month(), 1).plus_months(1 - kMonths);
}

void add(PlaceFigures& sum, const PlaceFigures& part) {
  sum.enterprises += part.enterprises;
  sum.inspections += part.inspections;
  sum.open_inspections += part.open_inspections;
  sum.findings += part.findings;
  sum.open_findings += part.open_findings;
  sum.cases += part.cases;
  sum.open_cases += part.open_cases;
  sum.overdue += part.overdue;
  sum.fine_fen.fen += part.fine_fen.fen;
}

void add(MonthFigures& sum, const MonthFigures& part) {
  sum.inspections += part.inspections;
  sum.findings += part.findings;
  sum.cases += part.cases;
}

store::DbStatus count_inspections(store::Connection& connection, const std::string& today, FiguresCube& cube) {
  for (const auto& row : TRY(connection.run(store::query::kFiguresInspections, {today}))) {
    PlaceFigures& at = cube.by_division[store::text(row[0])];
    const std::int64_t count = store::integer(row[2]);
    at.inspections += count;
    if (store::text(row[1]) != "closed") at.open_inspections += count;
    at.findings += store::integer(row[3]);
    at.open_findings += store::integer(row[4]);
    at.overdue += store::integer(row[5]);
    cube.statuses[store::text(row[0])].push_back({"inspection", store::text(row[1]), count});
  }
  return base::Unit{};
}

store::DbStatus count_cases(store::Connection& connection, const std::string& today, FiguresCube& cube) {
  for (const auto& row : TRY(connection.run(store::query::kFiguresCases, {today}))) {
    PlaceFigures& at = cube.by_division[store::text(row[0])];
    const std::string& status = store::text(row[1]);
    const std::int64_t count = store::integer(row[2]);
    at.cases += count;
    if (status != "closed" && status != "terminated") at.open_cases += count;
    at.fine_fen.fen += store::integer(row[3]);
    at.overdue += store::integer(row[4]);
    cube.statuses[store::text(row[0])].push_back({"case", status, count});
  }
  return base::Unit{};
}

store::DbStatus count_months(store::Connection& connection, base::Date today, FiguresCube& cube) {
  const base::Instant from = base::Instant::start_of(first_month(today));
  for (const auto& row : TRY(connection.run(store::query::kFiguresDays, {from.ms}))) {
    const base::Date day{static_cast<std::int32_t>(store::integer(row[2]))};
    const bool inspection = store::text(row[0]) == "inspection";
    const auto count = [&](MonthFigures& at) {
      (inspection ? at.inspections : at.cases) += store::integer(row[3]);
      at.findings += store::integer(row[4]);
    };
    count(cube.months[store::text(row[1])][month_of(day)]);
    if (day == today) count(cube.today[store::text(row[1])]);
  }
  return base::Unit{};
}

}  // namespace

Figures::~Figures() {
  if (aside_.joinable()) aside_.join();
}

store::DbResult<std::shared_ptr<const FiguresCube>> Figures::count(base::Instant now) {
  const auto begun = std::chrono::steady_clock::now();
  auto cube = std::make_shared<FiguresCube>();
  const auto counted = readers_.with([&](store::Connection& connection) -> store::DbStatus {
    cube->leaves = store::integer(TRY(connection.run(store::query::kLeafCount, {})).front()[0]);
    const Scope everywhere = Scope::of(Caller{}, Reach::province);
    for (const auto& count : TRY(ledger::count_enterprises(connection, divisions_, everywhere))) {
      cube->by_division[count.division].enterprises += count.enterprises;
    }
    const std::string today = now.date().iso();
    TRY(count_inspections(connection, today, *cube));
    TRY(count_cases(connection, today, *cube));
    return count_months(connection, now.date(), *cube);
  });
  if (!counted.ok()) return base::Err{counted.error()};
  cube->counted_at = now;
  const auto took = std::chrono::steady_clock::now() - begun;
  const std::lock_guard lock(mutex_);
  cost_ms_ = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
  cube_ = cube;
  return std::shared_ptr<const FiguresCube>(cube);
}

void Figures::count_aside(base::Instant now) {
  if (counting_.exchange(true)) return;
  if (aside_.joinable()) aside_.join();
  aside_ = std::thread([this, now] {
    const std::lock_guard first(first_);
    static_cast<void>(count(now).ok());  // what cannot be counted now is counted the next time
    counting_ = false;
  });
}

store::DbResult<std::shared_ptr<const FiguresCube>> Figures::first(base::Instant now) {
  const std::lock_guard alone(first_);
  {
    const std::lock_guard lock(mutex_);
    if (cube_) return cube_;
  }
  return count(now);
}

store::DbResult<std::shared_ptr<const FiguresCube>> Figures::at(base::Instant now) {
  std::shared_ptr<const FiguresCube> held;
  bool cheap = false;
  {
    const std::lock_guard lock(mutex_);
    held = cube_;
    cheap = cost_ms_ <= kCheapMs;
    const bool due = now.ms - tried_at_ >= std::max(kFreshMs, kCostFactor * cost_ms_) || now.ms < tried_at_;
    if (held && !due) return held;
    if (held) tried_at_ = now.ms;
  }
  if (!held) return first(now);
  const auto leaves =
      TRY(readers_.once([](store::Connection& connection) { return connection.run(store::query::kLeafCount, {}); }));
  const bool changed = store::integer(leaves.front()[0]) != held->leaves || held->counted_at.date() != now.date();
  if (changed && cheap) return count(now);
  if (changed) count_aside(now);
  return held;
}

FiguresView figures_of(const FiguresCube& cube, const core::org::Divisions& divisions, const std::string& division,
                       base::Date today) {
  FiguresView view;
  view.counted_at = cube.counted_at;
  view.whole.division = division;
  view.whole.name = ledger::place_name(divisions, division);
  std::map<std::string, PlaceFigures> parts;
  std::size_t depth = 0;
  for (const auto& one : divisions.all()) {
    const auto path = divisions.path(one.code);
    if (one.code == division) depth = path.size();
  }
  for (const auto& one : divisions.all()) {
    const auto path = divisions.path(one.code);
    const bool below = division.empty() || (path.size() > depth && one.code.starts_with(division));
    if (!below) continue;
    const std::string& part = path[depth]->code;
    parts[part].division = part;
    parts[part].name = path[depth]->name;
    if (path.size() > depth + 1) parts[part].has_parts = true;
  }
  for (const auto& [code, own] : cube.by_division) {
    if (!code.starts_with(division)) continue;
    add(view.whole, own);
    for (auto& [part, figures] : parts) {
      if (code.starts_with(part)) add(figures, own);
    }
  }
  for (auto& [code, figures] : parts) view.parts.push_back(std::move(figures));
  view.whole.has_parts = !view.parts.empty();
  for (int at = 0; at < kMonths; ++at) {
    MonthFigures sum;
    sum.month = month_of(first_month(today).plus_months(at));
    for (const auto& [code, months] : cube.months) {
      const auto found = code.starts_with(division) ? months.find(sum.month) : months.end();
      if (found == months.end()) continue;
      add(sum, found->second);
    }
    view.months.push_back(std::move(sum));
  }
  view.today.month = today.iso();
  for (const auto& [code, day] : cube.today) {
    if (code.starts_with(division) && cube.counted_at.date() == today) add(view.today, day);
  }
  return view;
}

}  // namespace xiezhi::app
