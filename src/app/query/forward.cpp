#include "app/query/forward.h"

#include <algorithm>
#include <array>

#include "app/projection/hands.h"
#include "core/casefile/weighing.h"

namespace xiezhi::app {
namespace {

using core::casefile::CaseFile;
using core::inspection::Inspection;

// The steps by which a file moves on, the nearest first. What may be done besides (recusal, withdrawal …) stands on
// the file's own page.
constexpr std::array kInspectionSteps = {"ApproveScheme", "ApproveMeasure", "BeginOnSite",      "RecordItem",
                                         "GiveFeedback",  "SignByOfficer",  "SignByEnterprise", "OrderCorrection",
                                         "Reinspect",     "LiftMeasure",    "CloseInspection"};
constexpr std::array kCaseSteps = {"DecideRecusal",    "DisposePreservation", "VerifyEvidence",   "CollectEvidence",
                                   "EndInvestigation", "WeighPenalty",        "GiveNotice",       "ReviewDefence",
                                   "NotifyHearing",    "HoldHearing",         "ReviewLegality",   "Deliberate",
                                   "Decide",           "ServeDecision",       "DiscloseDecision", "WithdrawDisclosure",
                                   "RecordPayment",    "ServeDemand",         "ApplyToCourt",     "CloseCase"};

/// Steps that are lawful for long after they have been done often enough.
bool done_enough(const Inspection& state, std::string_view command, const core::law::Pack&) {
  if (command == "ApproveMeasure") {
    return std::none_of(state.measures.begin(), state.measures.end(), [](const auto& measure) {
      return measure.urgent && !measure.approved_by && !measure.ended_on;
    });
  }
  if (command == "LiftMeasure") {
    return std::none_of(state.measures.begin(), state.measures.end(),
                        [](const auto& measure) { return measure.term && !measure.ended_on; });
  }
  const auto none = [&](auto... statuses) {
    return std::none_of(state.findings.begin(), state.findings.end(),
                        [&](const auto& finding) { return ((finding.status == statuses) || ...); });
  };
  using core::inspection::FindingStatus;
  if (command == "OrderCorrection") return none(FindingStatus::open, FindingStatus::uncorrected);
  if (command == "Reinspect") return none(FindingStatus::ordered);
  if (command != "RecordItem") return false;
  return std::all_of(state.scheme.begin(), state.scheme.end(), [&](const auto& item) {
    return std::any_of(state.records.begin(), state.records.end(),
                       [&](const auto& record) { return record.item == item.id; });
  });
}

bool done_enough(const CaseFile& state, std::string_view command, const core::law::Pack& pack) {
  if (command == "DecideRecusal") return !recusal_waits(state);
  if (command == "DisposePreservation") {
    return std::all_of(state.preservations.begin(), state.preservations.end(),
                       [](const auto& kept) { return kept.disposition.has_value(); });
  }
  if (command == "WithdrawDisclosure") {
    return std::none_of(state.parties.begin(), state.parties.end(), [](const auto& party) {
      const auto& track = party.track;
      const bool gone = track.decision && track.decision->revoked_at;
      return gone && track.disclosed_on && !track.disclosure_withdrawn_on;
    });
  }
  const bool any = !state.evidence.empty();
  const bool unexamined = std::any_of(state.evidence.begin(), state.evidence.end(),
                                      [](const auto& one) { return !one.verified.has_value(); });
  if (command == "CollectEvidence") return any || state.investigation_ended_at.has_value();
  if (command == "VerifyEvidence") return !unexamined;
  if (command == "EndInvestigation") return state.investigation_ended_at.has_value();
  if (command == "ReviewLegality") return state.review.has_value();
  if (command == "Deliberate") return state.deliberation.has_value();
  const auto all = [&](auto test) { return std::all_of(state.parties.begin(), state.parties.end(), test); };
  if (command == "Decide") return all([](const auto& party) { return party.track.decision.has_value(); });
  const bool told = all([](const auto& party) { return !party.track.notices.empty(); });
  if (command == "WeighPenalty") return !core::casefile::anything_unweighed(state, pack);
  if (command == "GiveNotice") return told;
  if (command == "ReviewDefence") {
    return all([](const auto& party) {
      const auto& made = party.track.defences;
      return std::all_of(made.begin(), made.end(), [](const auto& one) { return one.adopted.has_value(); });
    });
  }
  if (command == "NotifyHearing") {
    return all([](const auto& party) { return !party.track.hearing || party.track.hearing->notified_at; });
  }
  if (command == "HoldHearing") {
    return all([](const auto& party) { return !party.track.hearing || party.track.hearing->held_at; });
  }
  if (command == "DiscloseDecision") return all([](const auto& party) { return party.track.disclosed_on.has_value(); });
  return false;
}

template <typename Names, typename State>
std::vector<std::string> forward_of(const Names& names, const State& state, const core::law::Pack& pack) {
  std::vector<std::string> out;
  for (const char* name : names) {
    if (!done_enough(state, name, pack)) out.emplace_back(name);
  }
  return out;
}

}  // namespace

std::vector<std::string> forward_commands(const core::engine::Aggregate& aggregate, const core::law::Pack& pack) {
  if (const auto* state = std::get_if<Inspection>(&aggregate)) return forward_of(kInspectionSteps, *state, pack);
  if (const auto* state = std::get_if<CaseFile>(&aggregate)) return forward_of(kCaseSteps, *state, pack);
  return {};
}

}  // namespace xiezhi::app
