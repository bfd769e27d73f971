// How events change the versions of a benchmark.
#include <algorithm>

#include "core/benchmark/commands.h"

namespace xiezhi::core::benchmark {
namespace {

/// A draft is open whenever one of these events was decided.
Draft& open_draft(Series& series) {
  VERIFY(series.draft.has_value());
  return *series.draft;
}

void had_a_hand(Draft& draft, const std::string& officer) {
  if (std::find(draft.editors.begin(), draft.editors.end(), officer) == draft.editors.end()) {
    draft.editors.push_back(officer);
  }
}

}  // namespace

void take_model(law::Benchmark& table, dmn::Model model) {
  table.model = std::move(model);
  const dmn::DrgNode* only = nullptr;
  for (const dmn::DrgNode& node : table.model.nodes) {
    if (node.kind != dmn::NodeKind::decision) continue;
    if (node.name == table.decision || only != nullptr) return;
    only = &node;
  }
  if (only != nullptr) table.decision = only->name;
}

void evolve(Series& series, const BenchmarkDraftOpened& event, const rule::Meta& meta) {
  series.id = event.id;
  series.region = event.region;
  series.body = event.body;
  Draft draft;
  draft.author = meta.actor;
  draft.editors = {meta.actor};
  draft.reason = event.reason;
  draft.opened_at = draft.saved_at = meta.occurred_at;
  draft.based_on = event.table.from;
  draft.table = event.table;
  for (const Version& version : series.versions) {
    if (!version.replaced_by && version.table.from == event.table.from) draft.dmn = version.dmn;
  }
  series.draft = std::move(draft);
}

void evolve(Series& series, const BenchmarkDraftBound& event, const rule::Meta& meta) {
  Draft& draft = open_draft(series);
  draft.table.title = event.title;
  draft.table.uses = event.uses;
  draft.saved_at = meta.occurred_at;
  had_a_hand(draft, meta.actor);
}

void evolve(Series& series, const BenchmarkDraftSaved& event, const rule::Meta& meta) {
  Draft& draft = open_draft(series);
  draft.dmn = event.dmn;
  take_model(draft.table, event.model);
  draft.saved_at = meta.occurred_at;
  had_a_hand(draft, meta.actor);
}

void evolve(Series& series, const BenchmarkDraftSubmitted&, const rule::Meta& meta) {
  Draft& draft = open_draft(series);
  draft.status = DraftStatus::submitted;
  had_a_hand(draft, meta.actor);
}

void evolve(Series& series, const BenchmarkDraftReturned& event, const rule::Meta& meta) {
  Draft& draft = open_draft(series);
  draft.status = DraftStatus::editing;
  draft.approval.reset();
  draft.returned = Opinion{meta.actor, meta.occurred_at, event.reason};
}

void evolve(Series& series, const BenchmarkDraftWithdrawn&, const rule::Meta&) { series.draft.reset(); }

void evolve(Series& series, const BenchmarkDraftApproved& event, const rule::Meta& meta) {
  Draft& draft = open_draft(series);
  draft.status = DraftStatus::approved;
  draft.approval = Opinion{meta.actor, meta.occurred_at, event.opinion};
}

void evolve(Series& series, const BenchmarkPublished& event, const rule::Meta& meta) {
  for (Version& version : series.versions) {
    if (!version.replaced_by && version.table.from >= event.table.from) version.replaced_by = event.table.from;
  }
  Version version;
  version.table = event.table;
  version.digest = event.digest;
  const Draft& draft = open_draft(series);
  version.dmn = draft.dmn;
  version.author = draft.author;
  version.approved_by = draft.approval ? draft.approval->officer : "";
  version.published_by = meta.actor;
  version.published_at = meta.occurred_at;
  version.published_in = event.published_in;
  series.versions.push_back(std::move(version));
  series.draft.reset();
}

}  // namespace xiezhi::core::benchmark
