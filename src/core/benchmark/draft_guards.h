// Guards on a text that legal staff draft and a second person approves: benchmarks, and the lists of a region. The
// state must have `body` and `draft`, the draft `author`, `editors` and `status`. Who drafts, who approves and that it
// takes two are rules of the platform, and cite no article.
#pragma once

#include <algorithm>
#include <initializer_list>

#include "base/text.h"
#include "core/benchmark/state.h"
#include "core/engine/world.h"
#include "core/org/officer_guards.h"

namespace xiezhi::core::benchmark {

inline std::string name_of(const rule::Context& context, const std::string& officer) {
  const org::Officer* found = context.world->officer(officer);
  return found == nullptr ? officer : found->name;
}

inline bool reviews_law(const org::Officer& officer) { return officer.has(org::Duty::legal_reviewer); }

/// Whether the draft is in one of these states.
template <typename State>
bool draft_in(const State& state, std::initializer_list<DraftStatus> wanted) {
  return state.draft && std::find(wanted.begin(), wanted.end(), state.draft->status) != wanted.end();
}

/// Own rule: legal staff draft.
template <typename State, typename Command>
rule::Verdict not_a_reviewer(const State&, const Command*, const rule::Context& context) {
  const org::Officer* officer = context.world->officer(context.actor);
  if (officer == nullptr) return std::nullopt;
  return rule::refuse_if(!reviews_law(*officer), {{"officer", officer->name}});
}

/// Own rule: legal staff, or a head who approves, judge what others drafted.
template <typename State, typename Command>
rule::Verdict not_an_approver(const State&, const Command*, const rule::Context& context) {
  const org::Officer* officer = context.world->officer(context.actor);
  if (officer == nullptr) return std::nullopt;
  const bool approves = officer->is_head_or_deputy() && officer->has(org::Duty::approver);
  return rule::refuse_if(!approves && !reviews_law(*officer), {{"officer", officer->name}});
}

/// Own rule: two persons. Whoever wrote any of it does not approve it.
template <typename State, typename Command>
rule::Verdict approver_has_edited(const State& state, const Command*, const rule::Context& context) {
  if (!draft_in(state, {DraftStatus::submitted})) return std::nullopt;
  const auto& editors = state.draft->editors;
  const bool edited = std::find(editors.begin(), editors.end(), context.actor) != editors.end();
  return rule::refuse_if(edited, {{"officer", name_of(context, context.actor)}});
}

template <typename State, typename Command>
rule::Verdict no_draft(const State& state, const Command*, const rule::Context&) {
  return rule::refuse_if(!state.draft.has_value());
}

template <typename State, typename Command>
rule::Verdict not_editable(const State& state, const Command*, const rule::Context&) {
  return rule::refuse_if(state.draft && !draft_in(state, {DraftStatus::editing}));
}

template <typename State, typename Command>
rule::Verdict not_submitted(const State& state, const Command*, const rule::Context&) {
  return rule::refuse_if(state.draft && !draft_in(state, {DraftStatus::submitted}));
}

template <typename State, typename Command>
rule::Verdict not_in_review(const State& state, const Command*, const rule::Context&) {
  return rule::refuse_if(state.draft && !draft_in(state, {DraftStatus::submitted, DraftStatus::approved}));
}

template <typename State, typename Command>
rule::Verdict not_approved(const State& state, const Command*, const rule::Context&) {
  return rule::refuse_if(state.draft && !draft_in(state, {DraftStatus::approved}));
}

template <typename State, typename Command>
rule::Verdict reason_missing(const State&, const Command* command, const rule::Context&) {
  return rule::refuse_if(command != nullptr && base::trim(command->reason).empty());
}

/// The body that drafts: the one named, for `next` the actor's own.
template <typename Command>
const org::Body* drafting_body(const Command* command, const rule::Context& context) {
  if (command != nullptr) return context.world->body(command->body);
  const org::Officer* officer = context.world->officer(context.actor);
  return officer == nullptr ? nullptr : context.world->body(officer->body);
}

// 行政处罚法(2021) 第三十四条: an organ makes benchmarks by law. Here: the authority of the region that has set any,
// acted for by its own people.
template <typename State, typename Command>
rule::Verdict not_the_regions_body(const State& state, const Command* command, const rule::Context& context) {
  const org::Body* body = drafting_body(command, context);
  const org::Officer* officer = context.world->officer(context.actor);
  if (body == nullptr) return rule::Facts{{"body", command == nullptr ? "" : command->body}};
  const auto& regions = context.pack->discretions();
  const bool sets = std::any_of(regions.begin(), regions.end(),
                                [&](const law::Discretion& region) { return region.region == body->division; });
  const bool own = officer == nullptr || officer->body == body->id;
  const bool same = state.body.empty() || state.body == body->id;
  return rule::refuse_if(!sets || !own || !same || body->kind != org::BodyKind::authority, {{"body", body->name}});
}

// 行政处罚法(2021) 第五条第三款: what is not published is no ground for a penalty, so it cannot have applied before.
template <typename State, typename Command>
rule::Verdict effective_before_publication(const State& state, const Command* command, const rule::Context& context) {
  if (command == nullptr || !state.draft) return std::nullopt;
  return rule::refuse_if(command->effective_on < context.now.date(),
                         {{"effective_on", command->effective_on.iso()}, {"day", context.now.date().iso()}});
}

// 行政处罚法(2021) 第三十四条: benchmarks are made public.
template <typename State, typename Command>
rule::Verdict publication_unnamed(const State&, const Command* command, const rule::Context&) {
  return rule::refuse_if(command != nullptr && base::trim(command->published_in).empty());
}

}  // namespace xiezhi::core::benchmark
