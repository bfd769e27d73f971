// Guards that the acts after a decision share.
#pragma once

#include "base/text.h"
#include "core/casefile/decision_guards.h"
#include "core/casefile/fine.h"
#include "core/dossier/commands.h"

namespace xiezhi::core::casefile {

template <typename C>
Verdict decision_revoked(const CaseFile& state, const C* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  return refuse_if(track != nullptr && track->decision && track->decision->revoked_at);
}

// clang-format off
#define XIEZHI_AFTER_DECISION(Command)                                                    \
  {"case.party_unknown", party_unknown<Command>, at({kPenaltyLaw, 59, 1, 1})},            \
  {"case.party_undecided", party_undecided<Command>, at({kPenaltyLaw, 57, 1})},           \
  {"case.decision_revoked", decision_revoked<Command>, at({kPenaltyLaw, 75, 2})}
// clang-format on

}  // namespace xiezhi::core::casefile
