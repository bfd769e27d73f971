// Legal review, collective deliberation, the term of the decision, and referral. 行政处罚法(2021)
// 第二十七条、第五十七条、第五十八条、第六十条.
#include "base/text.h"
#include "core/casefile/guards.h"

namespace xiezhi::core::casefile {
namespace {

Verdict investigation_open(const CaseFile& state, const ReviewLegality*, const Context&) {
  return refuse_if(state.exists() && !state.investigation_ended_at);
}

// 行政处罚法(2021) 第五十八条第一款: by those who do legal review.
Verdict not_a_reviewer(const CaseFile& state, const ReviewLegality*, const Context& context) {
  const org::Officer* officer = context.world->officer(context.actor);
  return refuse_if(officer == nullptr || officer->body != state.body || !officer->has(org::Duty::legal_reviewer));
}

// 行政处罚法(2021) 第四十三条第一款: nobody reviews his own investigation, nor a case from which he was recused.
Verdict reviewer_investigated(const CaseFile& state, const ReviewLegality*, const Context& context) {
  const auto& officers = state.investigators;
  const bool investigated = std::find(officers.begin(), officers.end(), context.actor) != officers.end();
  const bool recused = std::find(state.recused.begin(), state.recused.end(), context.actor) != state.recused.end();
  return refuse_if(investigated || recused);
}

Verdict opinion_missing(const CaseFile&, const ReviewLegality* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->opinion).empty());
}

Verdict deliberated_early(const CaseFile& state, const Deliberate*, const Context&) {
  return refuse_if(state.exists() && !state.investigation_ended_at);
}

// 行政处罚法(2021) 第五十七条第二款: the heads together, so more than one.
Verdict deliberated_alone(const CaseFile& state, const Deliberate* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  std::set<std::string> heads;
  for (const std::string& id : command->members) {
    if (org::is_head_of(context.world->officer(id), state.body, context.today())) heads.insert(id);
  }
  return refuse_if(heads.size() <= 1, {{"count", std::to_string(heads.size())}});
}

// 行政处罚法(2021) 第六十条: only where a statute or rule says otherwise.
Verdict extension_without_basis(const CaseFile&, const ExtendDecisionTerm* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->basis).empty() || command->days <= 0);
}

Verdict referral_unnamed(const CaseFile&, const ReferToPolice* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->authority).empty() || base::trim(command->reason).empty());
}

Verdict referred_twice(const CaseFile& state, const ReferToPolice*, const Context&) {
  return refuse_if(state.referred_on.has_value());
}

}  // namespace

XIEZHI_GUARDS(ReviewLegality,
    XIEZHI_CASE_OPEN(ReviewLegality),
    {"review.not_a_reviewer", not_a_reviewer, at({kPenaltyLaw, 58, 1})},
    {"review.reviewer_investigated", reviewer_investigated, at({kPenaltyLaw, 43, 1})},
    {"review.investigation_open", investigation_open, at({kPenaltyLaw, 58, 1})},
    {"review.opinion_missing", opinion_missing, at({kPenaltyLaw, 58, 1})});

void apply(const CaseFile&, const ReviewLegality& command, const Context&, Outcome& out) {
  out.emit(LegalityReviewed{command.passed, command.opinion});
}

XIEZHI_GUARDS(Deliberate,
    XIEZHI_CASE_HEAD(Deliberate),
    {"deliberation.investigation_open", deliberated_early, at({kPenaltyLaw, 57, 2})},
    {"deliberation.too_few_heads", deliberated_alone, at({kPenaltyLaw, 57, 2})});

void apply(const CaseFile&, const Deliberate& command, const Context&, Outcome& out) {
  out.emit(Deliberated{command.members, command.conclusion});
}

XIEZHI_GUARDS(ExtendDecisionTerm,
    XIEZHI_CASE_HEAD(ExtendDecisionTerm),
    {"term.extension_without_basis", extension_without_basis, at({kPenaltyLaw, 60})});

void apply(const CaseFile&, const ExtendDecisionTerm& command, const Context&, Outcome& out) {
  out.emit(DecisionTermExtended{command.days, command.basis});
}

XIEZHI_GUARDS(ReferToPolice,
    XIEZHI_CASE_HEAD(ReferToPolice),
    {"referral.twice", referred_twice, at({kPenaltyLaw, 27, 1})},
    {"referral.unnamed", referral_unnamed, at({kPenaltyLaw, 27, 1})});

void apply(const CaseFile&, const ReferToPolice& command, const Context&, Outcome& out) {
  out.emit(ReferredToPolice{command.authority, command.reason});
}

}  // namespace xiezhi::core::casefile
