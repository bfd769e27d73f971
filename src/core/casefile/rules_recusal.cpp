// Who leaves a case: on the party's request, or of himself. 行政处罚法(2021) 第四十三条.
#include "base/text.h"
#include "core/casefile/guards.h"

namespace xiezhi::core::casefile {
namespace {

Verdict replacer_not_head(const CaseFile& state, const ReplaceInvestigator* command, const Context& context) {
  return org::actor_not_approver(state, command, context);
}

// 行政处罚法(2021) 第四十二条第一款: whoever takes over is qualified as well.
Verdict replacement_unable(const CaseFile& state, const ReplaceInvestigator* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto& officers = state.investigators;
  const bool listed = std::find(officers.begin(), officers.end(), command->officer) != officers.end();
  const bool taken = std::find(officers.begin(), officers.end(), command->replacement) != officers.end();
  const bool recused =
      std::find(state.recused.begin(), state.recused.end(), command->replacement) != state.recused.end();
  return refuse_if(!listed || taken || recused || able_officers({command->replacement}, state.body, {}, context) == 0,
                   {{"officer", command->replacement}});
}

const RecusalRequest* recusal_request(const CaseFile& state, std::string_view id) {
  if (!state.recusal_requests) return nullptr;
  for (const RecusalRequest& request : *state.recusal_requests) {
    if (request.id == id) return &request;
  }
  return nullptr;
}

Verdict requested_twice(const CaseFile& state, const RequestRecusal* command, const Context&) {
  return refuse_if(command != nullptr && recusal_request(state, command->id) != nullptr);
}

// 行政处罚法(2021) 第四十三条第二款: against somebody who takes part in enforcement.
Verdict person_unknown(const CaseFile&, const RequestRecusal* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(context.world->officer(command->officer) == nullptr, {{"officer", command->officer}});
}

// 行政处罚法(2021) 第四十三条第二款: for an interest in the case or another relation to it.
Verdict request_ungrounded(const CaseFile&, const RequestRecusal* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->grounds).empty());
}

Verdict request_unknown(const CaseFile& state, const DecideRecusal* command, const Context&) {
  const std::vector<RecusalRequest>& all = state.recusal_requests.value_or(std::vector<RecusalRequest>{});
  const bool open = std::any_of(all.begin(), all.end(), [&](const RecusalRequest& request) {
    return !request.granted && (command == nullptr || request.id == command->request);
  });
  return refuse_if(!open);
}

// 行政处罚法(2021) 第四十三条第三款: a head decides, and not about himself.
Verdict own_recusal(const CaseFile& state, const DecideRecusal* command, const Context& context) {
  const RecusalRequest* request = command == nullptr ? nullptr : recusal_request(state, command->request);
  return refuse_if(request != nullptr && request->officer == context.actor, {{"officer", context.actor}});
}

// 行政处罚法(2021) 第四十三条第三款: looked into, so answered with reasons.
Verdict recusal_unreasoned(const CaseFile&, const DecideRecusal* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

}  // namespace

XIEZHI_GUARDS(ReplaceInvestigator,
    XIEZHI_CASE_OPEN(ReplaceInvestigator),
    {"recusal.not_by_head", replacer_not_head, at({kPenaltyLaw, 43, 3})},
    {"recusal.replacement_unable", replacement_unable, at({kPenaltyLaw, 42, 1})});

void apply(const CaseFile&, const ReplaceInvestigator& command, const Context&, Outcome& out) {
  out.emit(InvestigatorReplaced{command.officer, command.replacement, command.grounds});
}

XIEZHI_GUARDS(RequestRecusal,
    XIEZHI_CASE_OPEN(RequestRecusal),
    {"case.party_unknown", party_unknown<RequestRecusal>, at({kPenaltyLaw, 43, 2})},
    {"recusal.requested_twice", requested_twice, at({kPenaltyLaw, 47})},
    {"recusal.person_unknown", person_unknown, at({kPenaltyLaw, 43, 2})},
    {"recusal.ungrounded", request_ungrounded, at({kPenaltyLaw, 43, 2})});

void apply(const CaseFile&, const RequestRecusal& command, const Context&, Outcome& out) {
  out.emit(RecusalRequested{command.id, command.party, command.officer, command.grounds});
}

XIEZHI_GUARDS(DecideRecusal,
    XIEZHI_CASE_HEAD(DecideRecusal, {kPenaltyLaw, 43, 3}),
    {"recusal.request_unknown", request_unknown, at({kPenaltyLaw, 43, 3})},
    {"recusal.own_request", own_recusal, at({kPenaltyLaw, 43, 1}, {kPenaltyLaw, 43, 3})},
    {"recusal.unreasoned", recusal_unreasoned, at({kPenaltyLaw, 43, 3})});

void apply(const CaseFile&, const DecideRecusal& command, const Context&, Outcome& out) {
  out.emit(RecusalDecided{command.request, command.granted, command.reason});
}

}  // namespace xiezhi::core::casefile
