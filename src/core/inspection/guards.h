// Guards that several commands of an inspection share.
#pragma once

#include <set>

#include "core/inspection/commands.h"
#include "core/org/officer_guards.h"

namespace xiezhi::core::inspection {

using rule::at;
using rule::Context;
using rule::Facts;
using rule::kCompulsionLaw;
using rule::kPenaltyLaw;
using rule::kWorkSafetyLaw;
using rule::Outcome;
using rule::refuse_if;
using rule::Severity;
using rule::Verdict;

template <typename C>
Verdict not_open(const Inspection& state, const C*, const Context&) {
  return refuse_if(!state.exists());
}

template <typename C>
Verdict already_closed(const Inspection& state, const C*, const Context&) {
  return refuse_if(state.closed_at.has_value());
}

// 安全生产法(2021) 第六十八条: what is recorded is what was found on the spot.
template <typename C>
Verdict not_on_site(const Inspection& state, const C*, const Context&) {
  return refuse_if(!state.on_site);
}

// 安全生产法(2021) 第六十八条: the officers who inspect make and sign the record.
template <typename C>
Verdict actor_not_on_site(const Inspection& state, const C*, const Context& context) {
  return refuse_if(state.on_site && !state.on_site_officer(context.actor), {{"officer", context.actor}});
}

// 安全生产法(2021) 第六十八条: a signed record is not changed.
template <typename C>
Verdict record_signed(const Inspection& state, const C*, const Context&) {
  return refuse_if(!state.officer_signatures.empty() || state.enterprise_signature.has_value());
}

// 行政处罚法(2021) 第四十二条第一款: two are left on the spot, recused ones not counted.
template <typename C>
Verdict too_few_left(const Inspection& state, const C*, const Context& context) {
  if (!state.on_site) return std::nullopt;
  const auto minimum = context.figure("officers.minimum", state.division);
  std::set<std::string> left;
  for (const ShownCertificate& shown : state.on_site->certificates) {
    if (!state.is_recused(shown.officer)) left.insert(shown.officer);
  }
  return refuse_if(static_cast<std::int64_t>(left.size()) < minimum,
                   {{"count", std::to_string(left.size())}, {"minimum", std::to_string(minimum)}});
}

// 行政强制法(2011) 第十七条第一款、第二款; 安全生产法(2021) 第九条第二款: only a body to which a statute or regulation
// gives the power; a township or zone acts within its authorisation.
inline Verdict body_without_compulsion(const Inspection& state, const Context& context) {
  const org::Body* body = context.world->body(state.body);
  return refuse_if(
      body != nullptr && body->kind == org::BodyKind::authority && !org::has_compulsion_power(*body, context.today()),
      {{"body", body == nullptr ? "" : body->name}});
}

template <typename C>
Verdict finding_unknown(const Inspection& state, const C* command, const Context&) {
  if (command == nullptr) return refuse_if(state.findings.empty());
  return refuse_if(state.finding(command->finding) == nullptr, {{"finding", command->finding}});
}

template <typename C>
Verdict measure_unknown(const Inspection& state, const C* command, const Context&) {
  if (command == nullptr) return refuse_if(state.measures.empty());
  return refuse_if(state.measure(command->measure) == nullptr, {{"measure", command->measure}});
}

template <typename C>
Verdict measure_ended(const Inspection& state, const C* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const Measure* measure = state.measure(command->measure);
  return refuse_if(measure != nullptr && measure->ended_on.has_value(), {{"measure", command->measure}});
}

// 安全生产法(2021) 第六十五条第一款第三项; 行政处罚法(2021) 第七十五条第二款: a measure does not outlive what it was
// taken for by oversight.
template <typename C>
Verdict finding_under_measure(const Inspection& state, const C* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const auto running = std::find_if(state.measures.begin(), state.measures.end(), [&](const Measure& measure) {
    return measure.finding == command->finding && !measure.ended_on;
  });
  if (running == state.measures.end()) return std::nullopt;
  return Facts{{"measure", running->id}};
}

/// The guards that stand before every act on the spot: the inspection is open and the actor is a certified officer of
/// it.
// clang-format off
#define XIEZHI_INSPECTION_ACTOR(Command)                                                            \
  {"inspection.not_opened", not_open<Command>, at({kWorkSafetyLaw, 62, 2})},                        \
  {"inspection.closed", already_closed<Command>, at({kWorkSafetyLaw, 68})},                         \
  {"actor.not_an_officer", org::actor_unknown<Inspection, Command>, at({kPenaltyLaw, 42, 1})},      \
  {"actor.uncertified", org::actor_uncertified<Inspection, Command>,                                \
   at({kWorkSafetyLaw, 67, 2}, {kPenaltyLaw, 42, 1})},                                              \
  {"actor.of_other_body", org::actor_of_other_body<Inspection, Command>, at({kPenaltyLaw, 17})},    \
  {"actor.recused", org::actor_recused<Inspection, Command>, at({kPenaltyLaw, 43, 1})}
// clang-format on

}  // namespace xiezhi::core::inspection
