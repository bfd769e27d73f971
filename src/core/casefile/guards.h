// Guards that several commands of a case share.
#pragma once

#include "core/casefile/commands.h"
#include "core/casefile/range.h"
#include "core/inspection/state.h"
#include "core/org/officer_guards.h"

namespace xiezhi::core::casefile {

using rule::at;
using rule::Context;
using rule::Facts;
using rule::kCompulsionLaw;
using rule::kLitigationLaw;
using rule::kPenaltyLaw;
using rule::kReconsiderationLaw;
using rule::kReferralRules;
using rule::kWorkSafetyLaw;
using rule::Outcome;
using rule::refuse_if;
using rule::Severity;
using rule::Verdict;

template <typename C>
Verdict not_filed(const CaseFile& state, const C*, const Context&) {
  return refuse_if(!state.exists());
}

template <typename C>
Verdict case_over(const CaseFile& state, const C*, const Context&) {
  return refuse_if(state.over());
}

template <typename C>
Verdict party_unknown(const CaseFile& state, const C* command, const Context&) {
  if (command == nullptr) return refuse_if(state.parties.empty());
  return refuse_if(state.party(command->party) == nullptr, {{"party", command->party}});
}

/// The command's party, or null. `next` asks without a command, for the party in focus or the only one.
template <typename C>
const CaseParty* party_of(const CaseFile& state, const C* command, const Context& context) {
  if (command != nullptr) return state.party(command->party);
  if (!context.focus.empty()) return state.party(context.focus);
  return state.parties.size() == 1 ? &state.parties.front() : nullptr;
}

template <typename C>
const Track* track_of(const CaseFile& state, const C* command, const Context& context) {
  const CaseParty* party = party_of(state, command, context);
  return party == nullptr ? nullptr : &party->track;
}

// 行政处罚法(2021) 第五十七条第一款: what a decision must precede or follow.
template <typename C>
Verdict party_decided(const CaseFile& state, const C* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->decided());
}

template <typename C>
Verdict party_undecided(const CaseFile& state, const C* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && !track->decision);
}

template <typename C>
Verdict decision_unserved(const CaseFile& state, const C* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->decision && !track->service);
}

/// Certified officers among `ids` who act for the body and are not recused, each once.
std::size_t able_officers(const std::vector<std::string>& ids, std::string_view body,
                          const std::vector<std::string>& recused, const Context& context);

/// Whether the officers who act may act on a violation: their team's entrustment covers it (行政处罚法 第二十条第四款).
Verdict outside_entrustment(const std::vector<std::string>& officers, std::string_view body,
                            const std::vector<Charge>& charges, const Context& context);

/// The first charge that the power of a township or zone does not reach (行政处罚法 第二十四条第二款). A body without
/// any power is another guard's.
Verdict outside_authorisation(std::string_view body, const std::vector<Charge>& charges, const Context& context);

// 行政处罚法(2021) 第四十二条第一款: the case is in the hands of its investigators.
template <typename C>
Verdict not_an_investigator(const CaseFile& state, const C*, const Context& context) {
  const auto& officers = state.investigators;
  return refuse_if(state.exists() && std::find(officers.begin(), officers.end(), context.actor) == officers.end(),
                   {{"officer", context.actor}});
}

/// Whether somebody gathered facts in the case: its investigators now and before, and who collected evidence.
bool investigated(const CaseFile& state, std::string_view officer);
/// Whether somebody was recused from the case.
bool is_recused(const CaseFile& state, std::string_view officer);

/// Findings of an inspection that charges rest on: 行政处罚法(2021) 第二十五条第一款, 第二十九条.
const inspection::Inspection* source_of(const std::optional<std::string>& inspection, const Context& context);
Verdict finding_unknown(const inspection::Inspection* source, const std::vector<Charge>& charges);
Verdict finding_filed_already(const inspection::Inspection* source, const std::vector<Charge>& charges,
                              const Context& context);

/// A case that was closed can still be reconsidered, revoked or disclosed: these acts ask only that it exists.
// clang-format off
#define XIEZHI_CASE_KNOWN(Command)                                                       \
  {"case.not_filed", not_filed<Command>, at({kPenaltyLaw, 54, 2})},                      \
  {"actor.not_an_officer", org::actor_unknown<CaseFile, Command>, at({kPenaltyLaw, 42, 1})}

#define XIEZHI_CASE_OPEN(Command)                                                        \
  {"case.not_filed", not_filed<Command>, at({kPenaltyLaw, 54, 2})},                      \
  {"case.over", case_over<Command>, at({kPenaltyLaw, 57, 1})},                           \
  {"actor.not_an_officer", org::actor_unknown<CaseFile, Command>, at({kPenaltyLaw, 42, 1})}

#define XIEZHI_CASE_OFFICER(Command)                                                                             \
  XIEZHI_CASE_OPEN(Command),                                                                                     \
  {"actor.uncertified", org::actor_uncertified<CaseFile, Command>, at({kPenaltyLaw, 42, 1}, {kWorkSafetyLaw, 67, 2})}, \
  {"actor.of_other_body", org::actor_of_other_body<CaseFile, Command>, at({kPenaltyLaw, 17})},                   \
  {"actor.recused", org::actor_recused<CaseFile, Command>, at({kPenaltyLaw, 43, 1})}

#define XIEZHI_CASE_INVESTIGATOR(Command) \
  XIEZHI_CASE_OFFICER(Command),           \
  {"actor.not_an_investigator", not_an_investigator<Command>, at({kPenaltyLaw, 42, 1})}

/// The rest are the articles that leave the act to the head.
#define XIEZHI_CASE_HEAD(Command, ...)                                               \
  XIEZHI_CASE_OPEN(Command),                                                         \
  {"actor.not_the_head", org::actor_not_approver<CaseFile, Command>, at(__VA_ARGS__)}, \
  {"actor.recused", org::actor_recused<CaseFile, Command>, at({kPenaltyLaw, 43, 1})}
// clang-format on

}  // namespace xiezhi::core::casefile
