// Benchmarks in the making: the tables with their versions and drafts, and what is to be said of a text.
#include <algorithm>
#include <set>

#include "app/query/query_tools.h"
#include "app/service.h"
#include "core/benchmark/proof.h"
#include "core/casefile/benchmark_proof.h"
#include "core/law/published.h"
#include "store/journal.h"

namespace xiezhi::app {
namespace {

namespace benchmark = core::benchmark;
namespace law = core::law;

const benchmark::Series& series_in(const core::engine::Loaded& loaded) {
  return *std::get_if<benchmark::Series>(loaded.state.get());
}

std::set<std::string> officers_of(const benchmark::Series& series) {
  std::set<std::string> out;
  for (const auto& version : series.versions) {
    out.insert({"officer/" + version.author, "officer/" + version.approved_by, "officer/" + version.published_by});
  }
  if (!series.draft) return out;
  for (const std::string& editor : series.draft->editors) out.insert("officer/" + editor);
  if (series.draft->returned) out.insert("officer/" + series.draft->returned->officer);
  if (series.draft->approval) out.insert("officer/" + series.draft->approval->officer);
  return out;
}

std::string named(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() ? id : found->second;
}

BenchmarkDraftRow draft_row(const benchmark::Draft& draft, const std::map<std::string, std::string>& names) {
  BenchmarkDraftRow out{draft.status,   draft.author,    draft.editors,  {},
                        draft.reason,   draft.opened_at, draft.saved_at, draft.based_on,
                        draft.returned, draft.approval};
  for (const std::string& editor : draft.editors) out.names[editor] = named(names, editor);
  if (draft.returned) out.names[draft.returned->officer] = named(names, draft.returned->officer);
  if (draft.approval) out.names[draft.approval->officer] = named(names, draft.approval->officer);
  return out;
}

BenchmarkRow row_of(const law::Pack& pack, const std::string& region, const law::Benchmark& newest,
                    const core::engine::Loaded& loaded, base::Date today) {
  BenchmarkRow out;
  out.id = newest.id;
  out.title = newest.title;
  out.region = region;
  out.stream = "benchmark/" + newest.id;
  out.version = loaded.version;
  for (const auto& use : newest.uses) {
    const auto* violation = pack.violation(use.violation, today);
    out.uses.push_back({use.violation, violation == nullptr ? "" : violation->title, use.subject, use.stage});
  }
  if (const auto* current = law::benchmark_on(pack, region, newest.id, today)) out.in_force_from = current->from;
  if (newest.from > today) out.next_from = newest.from;
  for (const auto& one : pack.discretions()) {
    if (one.region != region) continue;
    out.versions += std::count_if(one.benchmarks.begin(), one.benchmarks.end(),
                                  [&](const law::Benchmark& version) { return version.id == newest.id; });
  }
  return out;
}

BenchmarkVersionRow version_row(const law::Benchmark& table, base::Date today) {
  BenchmarkVersionRow out;
  out.from = table.from;
  out.until = table.until;
  out.in_force = table.from <= today && (!table.until || *table.until >= today);
  out.note = table.note;
  out.status = table.status;
  return out;
}

void tell_publication(BenchmarkVersionRow& row, const benchmark::Version& version,
                      const std::map<std::string, std::string>& names) {
  row.published_at = version.published_at;
  row.published_in = version.published_in;
  row.author = named(names, version.author);
  row.approved_by = named(names, version.approved_by);
  row.published_by = named(names, version.published_by);
  row.replaced_by = version.replaced_by;
}

/// All versions: those that the law has, and those that were replaced before their day.
std::vector<BenchmarkVersionRow> history_of(const law::Pack& pack, const std::string& region,
                                            const benchmark::Series& series, const std::string& id, base::Date today,
                                            const std::map<std::string, std::string>& names) {
  std::vector<BenchmarkVersionRow> out;
  for (const auto& one : pack.discretions()) {
    if (one.region != region) continue;
    for (const auto& table : one.benchmarks) {
      if (table.id == id) out.push_back(version_row(table, today));
    }
  }
  for (const auto& version : series.versions) {
    const auto known = std::find_if(out.begin(), out.end(), [&](const BenchmarkVersionRow& row) {
      return !version.replaced_by && row.from == version.table.from;
    });
    if (known != out.end()) {
      tell_publication(*known, version, names);
    } else {
      out.push_back(version_row(version.table, today));
      out.back().in_force = false;
      tell_publication(out.back(), version, names);
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const BenchmarkVersionRow& a, const BenchmarkVersionRow& b) { return a.from > b.from; });
  return out;
}

/// The file of a version: as it was published, or written from the compiled model.
std::string file_of(const law::Benchmark& table, const benchmark::Series& series) {
  for (const auto& version : series.versions) {
    if (!version.replaced_by && version.table.from == table.from && !version.dmn.empty()) return version.dmn;
  }
  return write_draft(table).ok() ? *write_draft(table) : "";
}

law::PackFile only(const law::Benchmark* table, const std::string& region) {
  law::PackFile out;
  out.discretion.emplace();
  out.discretion->push_back({region, {}, {}, {}});
  if (table != nullptr) out.discretion->front().benchmarks.push_back(*table);
  return out;
}

void judge(BenchmarkCheck& out, law::Benchmark table, const law::Pack& pack, const std::string& region,
           base::Date today) {
  auto verified = benchmark::verify(table, pack, today, region);
  out.sound = verified.sound();
  out.unusable = std::move(verified.unusable);
  if (!out.unusable) out.proof = std::move(verified.proof);
  const auto* current = law::benchmark_on(pack, region, table.id, today);
  if (current != nullptr) {
    // A draft has no day of its own yet, and where it came from decides nothing.
    table.from = current->from;
    table.until = current->until;
    table.note = current->note;
    table.status = current->status;
    if (table.model.sources.size() == current->model.sources.size()) {
      for (std::size_t i = 0; i < table.model.sources.size(); ++i) {
        table.model.sources[i].file = current->model.sources[i].file;
      }
    }
  }
  out.changes = law::diff(only(current, region), only(&table, region));
}

}  // namespace

store::DbResult<HeldLawPtr> Service::law_in(store::Connection& connection) { return live_.refresh(connection, cache_); }

QueryResult<HeldLawPtr> Service::law() {
  return TRY_DB(readers_.with([&](store::Connection& connection) { return law_in(connection); }));
}

QueryResult<BenchmarkList> Service::benchmarks(const BenchmarkQuery& query) {
  BenchmarkList list;
  if (!query.scope.granted()) return list;
  const base::Date today = now().date();
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const HeldLawPtr held = TRY(law_in(connection));
    for (const auto& region : held->pack.discretions()) {
      std::set<std::string> ids;
      for (const auto& one : region.benchmarks) {
        if (!ids.insert(one.id).second) continue;
        const auto* newest = law::newest_benchmark(held->pack, region.region, one.id);
        const auto loaded = TRY(load(connection, "benchmark/" + one.id));
        BenchmarkRow row = row_of(held->pack, region.region, *newest, loaded, today);
        const auto& series = series_in(loaded);
        if (series.draft && query.maker && query.scope.admits(region.region, series.body)) {
          const auto officers = officers_of(series);
          row.draft = draft_row(*series.draft, TRY(names(connection, {officers.begin(), officers.end()})));
        }
        list.rows.push_back(std::move(row));
      }
    }
    if (!query.maker) return base::Unit{};
    for (const auto& [stream, version] : TRY(LivePack::streams(connection))) {
      const auto loaded = TRY(load(connection, stream));
      const auto* series = std::get_if<benchmark::Series>(loaded.state.get());
      // A table that was never published is its makers' own.
      if (series == nullptr || !series->draft || law::newest_benchmark(held->pack, series->region, series->id))
        continue;
      if (!query.scope.admits(series->region, series->body)) continue;
      BenchmarkRow row = row_of(held->pack, series->region, series->draft->table, loaded, today);
      row.next_from.reset();
      const auto officers = officers_of(*series);
      row.draft = draft_row(*series->draft, TRY(names(connection, {officers.begin(), officers.end()})));
      list.rows.push_back(std::move(row));
    }
    return base::Unit{};
  }));
  return list;
}

namespace {

/// The table as it stands: its newest version, or the draft of one that has none.
struct Standing {
  std::string region;
  const law::Benchmark* newest = nullptr;
};

std::optional<Standing> standing_of(const law::Pack& pack, const benchmark::Series& series, const std::string& id) {
  for (const auto& region : pack.discretions()) {
    const auto* newest = law::newest_benchmark(pack, region.region, id);
    if (newest != nullptr) return Standing{region.region, newest};
  }
  if (series.draft) return Standing{series.region, nullptr};
  return std::nullopt;
}

}  // namespace

QueryResult<BenchmarkView> Service::benchmark(const std::string& id) {
  BenchmarkView view;
  const base::Date today = now().date();
  bool found = false;
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const HeldLawPtr held = TRY(law_in(connection));
    const auto loaded = TRY(load(connection, "benchmark/" + id));
    const auto& series = series_in(loaded);
    const auto standing = standing_of(held->pack, series, id);
    if (!standing) return base::Unit{};
    found = true;
    const std::string& region = standing->region;
    const law::Benchmark& shown = series.draft ? series.draft->table : *standing->newest;
    const auto officers = officers_of(series);
    const auto who = TRY(names(connection, {officers.begin(), officers.end()}));
    view.table = row_of(held->pack, region, standing->newest == nullptr ? shown : *standing->newest, loaded, today);
    if (standing->newest == nullptr) view.table.next_from.reset();
    view.body = series.body;
    view.history = history_of(held->pack, region, series, id, today, who);
    if (series.draft) {
      view.table.draft = draft_row(*series.draft, who);
      view.drafted = row_of(held->pack, region, series.draft->table, loaded, today).uses;
      view.drafted_title = series.draft->table.title;
    }
    view.dmn = series.draft && !series.draft->dmn.empty() ? series.draft->dmn : file_of(shown, series);
    const auto* current = law::benchmark_on(held->pack, region, id, today);
    if (current != nullptr) view.current = file_of(*current, series);
    judge(view.check, shown, held->pack, region, today);
    return base::Unit{};
  }));
  if (!found) return not_found(id);
  return view;
}

QueryResult<BenchmarkCheck> Service::check_benchmark(const Scope& scope, const std::string& id,
                                                     const std::string& dmn) {
  std::optional<BenchmarkCheck> out;
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const HeldLawPtr held = TRY(law_in(connection));
    const auto loaded = TRY(load(connection, "benchmark/" + id));
    const auto& series = series_in(loaded);
    const auto standing = standing_of(held->pack, series, id);
    if (!standing || !scope.admits(standing->region, "")) return base::Unit{};
    out.emplace();
    auto model = read_draft(dmn);
    if (!model.ok()) {
      out->problem = model.error();
      return base::Unit{};
    }
    law::Benchmark table = series.draft ? series.draft->table : *standing->newest;
    benchmark::take_model(table, std::move(model).value());
    judge(*out, std::move(table), held->pack, standing->region, now().date());
    return base::Unit{};
  }));
  if (!out) return not_found(id);
  return *std::move(out);
}

QueryResult<GradedFineList> Service::graded_fines(const std::string& region) {
  GradedFineList list;
  const HeldLawPtr held = TRY(law());
  const base::Date today = now().date();
  for (const auto& violation : held->pack.violations()) {
    if (held->pack.violation(violation.id, today) != &violation) continue;
    for (const auto& branch : violation.branches) {
      if (branch.when.empty()) continue;
      const law::BenchmarkUse use{violation.id, branch.subject, branch.when.front()};
      const auto range = core::casefile::graded_range(use, held->pack, today, region);
      if (!range) continue;
      GradedFineRow row{violation.id, violation.title, range->basis,   use.subject, use.stage,
                        range->known, range->min_fen,  range->max_fen, {},          {}};
      if (const auto* bound = held->pack.benchmark(use, today, region)) {
        row.table = bound->benchmark->id;
        row.table_title = bound->benchmark->title;
      }
      list.rows.push_back(std::move(row));
    }
  }
  return list;
}

}  // namespace xiezhi::app
