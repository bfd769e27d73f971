// The lists of a region in the making: entries, versions, drafts, and what is to be said of a draft.
#include <algorithm>
#include <set>

#include "app/query/query_tools.h"
#include "app/service.h"
#include "store/journal.h"

namespace xiezhi::app {
namespace {

namespace law = core::law;
namespace regulation = core::regulation;

constexpr law::ListKind kKinds[] = {law::ListKind::leniency, law::ListKind::circumstances, law::ListKind::figures};

struct ListName {
  std::string region;
  law::ListKind kind = law::ListKind::leniency;
};

/// The list of that id among those the pack's regions have.
std::optional<ListName> named(const law::Pack& pack, const std::string& id) {
  for (const auto& one : pack.discretions()) {
    for (const law::ListKind kind : kKinds) {
      if (law::list_id(one.region, kind) == id) return ListName{one.region, kind};
    }
  }
  return std::nullopt;
}

std::vector<std::string> officers_of(const regulation::Regulation& list) {
  std::set<std::string> out;
  for (const auto& version : list.versions) {
    out.insert({"officer/" + version.author, "officer/" + version.approved_by, "officer/" + version.published_by});
  }
  if (list.draft) {
    for (const std::string& editor : list.draft->editors) out.insert("officer/" + editor);
    if (list.draft->returned) out.insert("officer/" + list.draft->returned->officer);
    if (list.draft->approval) out.insert("officer/" + list.draft->approval->officer);
  }
  return {out.begin(), out.end()};
}

std::string name_of(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() ? id : found->second;
}

RegulationDraftRow draft_row(const regulation::Draft& draft, const std::map<std::string, std::string>& names) {
  RegulationDraftRow out{draft.status,   draft.author,   draft.editors, {}, draft.reason, draft.opened_at,
                         draft.saved_at, draft.returned, draft.approval};
  for (const std::string& editor : draft.editors) out.names[editor] = name_of(names, editor);
  if (draft.returned) out.names[draft.returned->officer] = name_of(names, draft.returned->officer);
  if (draft.approval) out.names[draft.approval->officer] = name_of(names, draft.approval->officer);
  return out;
}

std::int64_t size_of(const law::ListContent& content) {
  return static_cast<std::int64_t>(content.leniency.size() + content.circumstances.size() + content.figures.size());
}

RegulationRow row_of(const law::Pack& pack, const ListName& name, const core::engine::Loaded& loaded,
                     const regulation::Regulation& list, base::Date today) {
  RegulationRow out;
  out.id = law::list_id(name.region, name.kind);
  out.region = name.region;
  out.kind = name.kind;
  out.stream = "regulation/" + out.id;
  out.version = loaded.version;
  out.entries = size_of(law::list_on(pack, name.region, name.kind, today));
  if (!list.versions.empty() && list.versions.back().from > today) out.next_from = list.versions.back().from;
  return out;
}

std::vector<RegulationVersionRow> history_of(const regulation::Regulation& list, base::Date today,
                                             const std::map<std::string, std::string>& names) {
  std::vector<RegulationVersionRow> out;
  bool later = false;  // whether a later one applies already
  for (auto version = list.versions.rbegin(); version != list.versions.rend(); ++version) {
    const bool applies = !version->replaced_by && version->from <= today && !later;
    later = later || applies;
    out.push_back({version->from, applies, version->published_at, version->published_in,
                   name_of(names, version->author), name_of(names, version->approved_by),
                   name_of(names, version->published_by), version->replaced_by});
  }
  return out;
}

law::PackFile only(const std::string& region, law::ListContent content) {
  law::PackFile out;
  content = law::bare(std::move(content));
  out.figures = std::move(content.figures);
  out.discretion.emplace();
  out.discretion->push_back({region, {}, std::move(content.circumstances), std::move(content.leniency)});
  return out;
}

RegulationCheck judged(const law::ListContent& content, const ListName& name, const law::Pack& pack, base::Date today) {
  return {regulation::faults_of(content, name.kind, pack, name.region, today),
          law::diff(only(name.region, law::list_on(pack, name.region, name.kind, today)), only(name.region, content))};
}

void add_words(RegulationView& view, const law::ListContent& content, const law::Pack& pack, base::Date today) {
  for (const auto& one : content.leniency) {
    view.cited[one.id] = pack.cite(one.source);
    for (const std::string& id : one.violations) {
      if (const auto* violation = pack.violation(id, today)) view.titles[id] = violation->title;
    }
  }
  for (const auto& one : content.circumstances) view.cited[one.id] = pack.cite(one.source);
  for (const auto& one : content.figures) view.cited[one.key] = pack.cite(one.source);
}

}  // namespace

QueryResult<RegulationList> Service::regulations(const RegulationQuery& query) {
  RegulationList out;
  if (!query.scope.granted()) return out;
  const base::Date today = now().date();
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const HeldLawPtr held = TRY(law_in(connection));
    for (const auto& region : held->pack.discretions()) {
      for (const law::ListKind kind : kKinds) {
        const ListName name{region.region, kind};
        const auto loaded = TRY(load(connection, "regulation/" + law::list_id(region.region, kind)));
        const auto& list = *std::get_if<regulation::Regulation>(loaded.state.get());
        RegulationRow row = row_of(held->pack, name, loaded, list, today);
        if (list.draft && query.scope.admits(region.region, list.body)) {
          row.draft = draft_row(*list.draft, TRY(names(connection, officers_of(list))));
        }
        out.rows.push_back(std::move(row));
      }
    }
    return base::Unit{};
  }));
  return out;
}

QueryResult<RegulationView> Service::regulation(const std::string& id) {
  RegulationView view;
  const base::Date today = now().date();
  bool found = false;
  TRY_DB(readers_.with([&](store::Connection& connection) -> store::DbStatus {
    const HeldLawPtr held = TRY(law_in(connection));
    const auto name = named(held->pack, id);
    if (!name) return base::Unit{};
    found = true;
    const auto loaded = TRY(load(connection, "regulation/" + id));
    const auto& list = *std::get_if<regulation::Regulation>(loaded.state.get());
    const auto who = TRY(names(connection, officers_of(list)));
    view.list = row_of(held->pack, *name, loaded, list, today);
    view.body = list.body;
    view.history = history_of(list, today, who);
    view.current = law::list_on(held->pack, name->region, name->kind, today);
    view.content = view.current;
    if (view.list.next_from) view.content = list.versions.back().content;
    if (list.draft) {
      view.list.draft = draft_row(*list.draft, who);
      view.content = list.draft->content;
    }
    add_words(view, view.current, held->pack, today);
    add_words(view, view.content, held->pack, today);
    view.check = judged(view.content, *name, held->pack, today);
    return base::Unit{};
  }));
  if (!found) return not_found(id);
  return view;
}

QueryResult<RegulationCheck> Service::check_regulation(const Scope& scope, const std::string& id,
                                                       const law::ListContent& content) {
  const HeldLawPtr held = TRY(law());
  const auto name = named(held->pack, id);
  if (!name || !scope.admits(name->region, "")) return not_found(id);
  return judged(content, *name, held->pack, now().date());
}

}  // namespace xiezhi::app
