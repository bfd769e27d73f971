// Guards about who acts, shared by inspections and cases. The state must have `body`, `division` and `recused`.
#pragma once

#include <algorithm>

#include "core/engine/world.h"
#include "core/org/org.h"
#include "core/rule/guard.h"

namespace xiezhi::core::org {

/// Whether an officer may act for a body: he belongs to it, or to a team that it leads or has entrusted on that day.
bool acts_for(const engine::World& world, const Officer& officer, std::string_view body, base::Date day);

// 行政处罚法(2021) 第四十二条第一款: qualified officers enforce.
template <typename State, typename Command>
rule::Verdict actor_unknown(const State&, const Command*, const rule::Context& context) {
  const Officer* officer = context.world->officer(context.actor);
  return rule::refuse_if(officer == nullptr || !officer->serves_on(context.today()), {{"officer", context.actor}});
}

// 安全生产法(2021) 第六十七条第二款; 行政处罚法(2021) 第四十二条第一款: a valid certificate on the day of the act.
template <typename State, typename Command>
rule::Verdict actor_uncertified(const State&, const Command*, const rule::Context& context) {
  const Officer* officer = context.world->officer(context.actor);
  if (officer == nullptr) return std::nullopt;
  return rule::refuse_if(!officer->certified_on(context.today()),
                         {{"officer", officer->name}, {"day", context.today().iso()}});
}

// 行政处罚法(2021) 第十七条: within the power of one's own body. A stream without a body has not begun: other guards
// say so.
template <typename State, typename Command>
rule::Verdict actor_of_other_body(const State& state, const Command*, const rule::Context& context) {
  const Officer* officer = context.world->officer(context.actor);
  if (officer == nullptr || state.body.empty()) return std::nullopt;
  return rule::refuse_if(!acts_for(*context.world, *officer, state.body, context.today()),
                         {{"officer", officer->name}});
}

// 行政处罚法(2021) 第四十三条第一款: who is recused does not act.
template <typename State, typename Command>
rule::Verdict actor_recused(const State& state, const Command*, const rule::Context& context) {
  const bool recused = std::find(state.recused.begin(), state.recused.end(), context.actor) != state.recused.end();
  return rule::refuse_if(recused, {{"officer", context.actor}});
}

/// 行政机关负责人: the head or a deputy of that body, in service on that day.
bool is_head_of(const Officer* officer, std::string_view body, base::Date day);
/// Such a head who holds the duty to approve.
bool is_approver(const Officer* officer, std::string_view body, base::Date day);

template <typename State, typename Command>
rule::Verdict actor_not_approver(const State& state, const Command*, const rule::Context& context) {
  const Officer* officer = context.world->officer(context.actor);
  if (state.body.empty()) return std::nullopt;
  return rule::refuse_if(!is_approver(officer, state.body, context.today()),
                         {{"officer", officer == nullptr ? context.actor : officer->name}});
}

}  // namespace xiezhi::core::org
