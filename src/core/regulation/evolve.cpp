// How events change the lists of a region.
#include <algorithm>

#include "core/regulation/commands.h"

namespace xiezhi::core::regulation {
namespace {

/// A draft is open whenever one of these events was decided.
Draft& open_draft(Regulation& regulation) {
  VERIFY(regulation.draft.has_value());
  return *regulation.draft;
}

void had_a_hand(Draft& draft, const std::string& officer) {
  if (std::find(draft.editors.begin(), draft.editors.end(), officer) == draft.editors.end()) {
    draft.editors.push_back(officer);
  }
}

}  // namespace

void evolve(Regulation& regulation, const RegulationDraftOpened& event, const rule::Meta& meta) {
  regulation.id = event.id;
  regulation.region = event.region;
  regulation.kind = event.kind;
  regulation.body = event.body;
  Draft draft;
  draft.author = meta.actor;
  draft.editors = {meta.actor};
  draft.reason = event.reason;
  draft.opened_at = draft.saved_at = meta.occurred_at;
  draft.content = event.content;
  regulation.draft = std::move(draft);
}

void evolve(Regulation& regulation, const RegulationDraftSaved& event, const rule::Meta& meta) {
  Draft& draft = open_draft(regulation);
  draft.content = event.content;
  draft.saved_at = meta.occurred_at;
  had_a_hand(draft, meta.actor);
}

void evolve(Regulation& regulation, const RegulationDraftSubmitted&, const rule::Meta& meta) {
  Draft& draft = open_draft(regulation);
  draft.status = benchmark::DraftStatus::submitted;
  had_a_hand(draft, meta.actor);
}

void evolve(Regulation& regulation, const RegulationDraftReturned& event, const rule::Meta& meta) {
  Draft& draft = open_draft(regulation);
  draft.status = benchmark::DraftStatus::editing;
  draft.approval.reset();
  draft.returned = benchmark::Opinion{meta.actor, meta.occurred_at, event.reason};
}

void evolve(Regulation& regulation, const RegulationDraftWithdrawn&, const rule::Meta&) { regulation.draft.reset(); }

void evolve(Regulation& regulation, const RegulationDraftApproved& event, const rule::Meta& meta) {
  Draft& draft = open_draft(regulation);
  draft.status = benchmark::DraftStatus::approved;
  draft.approval = benchmark::Opinion{meta.actor, meta.occurred_at, event.opinion};
}

void evolve(Regulation& regulation, const RegulationPublished& event, const rule::Meta& meta) {
  for (Version& version : regulation.versions) {
    if (!version.replaced_by && version.from >= event.from) version.replaced_by = event.from;
  }
  const Draft& draft = open_draft(regulation);
  Version version;
  version.from = event.from;
  version.content = event.content;
  version.author = draft.author;
  version.approved_by = draft.approval ? draft.approval->officer : "";
  version.published_by = meta.actor;
  version.published_at = meta.occurred_at;
  version.published_in = event.published_in;
  regulation.versions.push_back(std::move(version));
  regulation.draft.reset();
}

}  // namespace xiezhi::core::regulation
