#include "app/projection/hands.h"

#include <algorithm>

#include "app/projection/terms.h"

namespace xiezhi::app {
namespace {

using core::casefile::CaseFile;
using core::casefile::CaseParty;
using core::inspection::FindingStatus;
using core::inspection::Inspection;

std::vector<Hand> working(const std::vector<std::string>& officers, const std::vector<std::string>& recused) {
  std::vector<Hand> out;
  for (const std::string& officer : officers) {
    const auto same = [&](const Hand& hand) { return hand.officer == officer; };
    const bool left = std::find(recused.begin(), recused.end(), officer) != recused.end();
    if (!left && std::none_of(out.begin(), out.end(), same)) out.push_back({"officer", officer});
  }
  return out;
}

/// Something is left to the head: an answer, a deliberation, a decision, or the close.
bool waits_for_head(const CaseFile& state, const core::law::Pack& pack) {
  if (recusal_waits(state)) return true;
  if (state.summary_procedure) return terms_of(state, pack).empty();
  const bool undecided = std::any_of(state.parties.begin(), state.parties.end(), [](const CaseParty& party) {
    return !party.track.decision || party.track.to_decide_anew();
  });
  if (undecided) return state.investigation_ended_at.has_value();
  const bool enforced = std::any_of(state.parties.begin(), state.parties.end(),
                                    [](const CaseParty& party) { return party.track.court_applied_on.has_value(); });
  return enforced || terms_of(state, pack).empty();
}

}  // namespace

bool calls_for_case(const Inspection& state) {
  if (state.closed_at || !state.signed_off()) return false;
  return std::any_of(state.findings.begin(), state.findings.end(), [](const auto& finding) {
    if (finding.case_id) return false;
    if (finding.status == FindingStatus::uncorrected) return true;
    const bool left = finding.status == FindingStatus::open || finding.status == FindingStatus::ordered;
    return left && finding.major_hazard;
  });
}

bool recusal_waits(const CaseFile& state) {
  return state.recusal_requests &&
         std::any_of(state.recusal_requests->begin(), state.recusal_requests->end(),
                     [](const core::casefile::RecusalRequest& request) { return !request.granted; });
}

std::vector<Hand> hands_of(const Inspection& state) {
  auto out = working(state.officers, state.recused);
  if (state.closed_at) return out;
  const bool unapproved = std::any_of(state.measures.begin(), state.measures.end(), [](const auto& measure) {
    return measure.urgent && !measure.approved_by && !measure.ended_on;
  });
  if (!state.scheme_approved_by || unapproved || calls_for_case(state)) out.push_back({"approver", ""});
  return out;
}

std::vector<Hand> hands_of(const CaseFile& state, const core::law::Pack& pack) {
  auto out = working(state.investigators, state.recused);
  if (state.over()) return out;
  for (const CaseParty& party : state.parties) {
    const auto& hearing = party.track.hearing;
    if (!hearing || hearing->held_at || !hearing->presider) continue;
    const auto same = [&](const Hand& hand) { return hand.role == "presider" && hand.officer == *hearing->presider; };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back({"presider", *hearing->presider});
  }
  const bool undecided = std::any_of(state.parties.begin(), state.parties.end(), [](const CaseParty& party) {
    return !party.track.decision || party.track.to_decide_anew();
  });
  if (undecided && state.investigation_ended_at && !state.review) out.push_back({"reviewer", ""});
  if (waits_for_head(state, pack)) out.push_back({"approver", ""});
  return out;
}

}  // namespace xiezhi::app
