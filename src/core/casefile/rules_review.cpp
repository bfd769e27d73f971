// Legal review, collective deliberation, the term of the decision, and referral. 行政处罚法(2021)
// 第二十七条、第五十七条、第五十八条、第六十条; 行政执法机关移送涉嫌犯罪案件的规定(2020).
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
  return refuse_if(investigated(state, context.actor));
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

// 行政处罚法(2021) 第四十三条第一款.
Verdict member_recused(const CaseFile& state, const Deliberate* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const std::string& id : command->members) {
    if (std::find(state.recused.begin(), state.recused.end(), id) != state.recused.end()) return Facts{{"officer", id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第六十条: only where a statute or rule says otherwise.
Verdict extension_without_basis(const CaseFile&, const ExtendDecisionTerm* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->basis).empty() || command->days <= 0);
}

// 行政处罚法(2021) 第六十条: the term stands still only where a statute or rule says so, which is named.
Verdict suspension_without_basis(const CaseFile&, const SuspendTerm* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->basis).empty() || base::trim(command->reason).empty());
}

// 行政处罚法(2021) 第六十条: a term that has run out is not made longer.
template <typename C>
Verdict term_over(const CaseFile& state, const C*, const Context& context) {
  if (!state.exists()) return std::nullopt;
  for (const CaseParty& party : state.parties) {
    if (party.track.to_decide_anew()) return std::nullopt;  // its own term is the order's
  }
  const auto last = calendar::last_day_of(state.decision_term, context.pack->calendar());
  return refuse_if(last && context.today() > *last, {{"last", last ? last->iso() : ""}});
}

const calendar::Suspension* open_suspension(const CaseFile& state) {
  const auto& all = state.decision_term.suspensions;
  return all.empty() || all.back().until ? nullptr : &all.back();
}

Verdict suspended_twice(const CaseFile& state, const SuspendTerm*, const Context&) {
  return refuse_if(open_suspension(state) != nullptr);
}

// 行政处罚法(2021) 第四十七条、第六十条: from a day that was, after the filing and after an earlier suspension.
Verdict suspension_misdated(const CaseFile& state, const SuspendTerm* command, const Context& context) {
  if (command == nullptr || !state.exists()) return std::nullopt;
  const auto& all = state.decision_term.suspensions;
  const bool overlaps = !all.empty() && all.back().until && command->from <= *all.back().until;
  return refuse_if(command->from > context.today() || command->from < state.filed_at.date() || overlaps);
}

Verdict not_suspended(const CaseFile& state, const ResumeTerm*, const Context&) {
  return refuse_if(state.exists() && open_suspension(state) == nullptr);
}

Verdict resumption_misdated(const CaseFile& state, const ResumeTerm* command, const Context& context) {
  const calendar::Suspension* open = open_suspension(state);
  if (command == nullptr || open == nullptr) return std::nullopt;
  return refuse_if(command->until > context.today() || command->until < open->from);
}

Verdict referral_unnamed(const CaseFile&, const ReferToPolice* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->authority).empty() || base::trim(command->reason).empty());
}

// What was answered without a conviction may be referred again, on new facts.
Verdict referred_twice(const CaseFile& state, const ReferToPolice*, const Context&) {
  return refuse_if(state.referred_on && !state.referral_answer);
}

// 行政执法机关移送涉嫌犯罪案件的规定 第五条第一款: the head, or who presides in his place; no other deputy.
Verdict referred_by_deputy(const CaseFile& state, const ReferToPolice* command, const Context& context) {
  const org::Officer* officer = context.world->officer(context.actor);
  const bool may = command == nullptr || command->presides.value_or(false);
  if (may || state.body.empty() || !org::is_approver(officer, state.body, context.today())) return std::nullopt;
  return refuse_if(officer->rank != org::Rank::head, {{"officer", officer->name}});
}

Verdict not_referred(const CaseFile& state, const RecordReferralAnswer*, const Context&) {
  return refuse_if(state.exists() && !state.referred_on);
}

Verdict referral_answered_twice(const CaseFile& state, const RecordReferralAnswer*, const Context&) {
  return refuse_if(state.referral_answer.has_value());
}

// 行政执法机关移送涉嫌犯罪案件的规定 第八条: in writing. A fine is the court's, so it goes with a conviction.
Verdict referral_answer_unstated(const CaseFile&, const RecordReferralAnswer* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->reference).empty() ||
                   (command->fined && command->outcome != ReferralOutcome::convicted));
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
    XIEZHI_CASE_HEAD(Deliberate, {kPenaltyLaw, 57, 2}),
    {"deliberation.investigation_open", deliberated_early, at({kPenaltyLaw, 57, 2})},
    {"deliberation.too_few_heads", deliberated_alone, at({kPenaltyLaw, 57, 2})},
    {"deliberation.member_recused", member_recused, at({kPenaltyLaw, 43, 1})});

void apply(const CaseFile&, const Deliberate& command, const Context&, Outcome& out) {
  out.emit(Deliberated{command.members, command.conclusion});
}

XIEZHI_GUARDS(ExtendDecisionTerm,
    XIEZHI_CASE_HEAD(ExtendDecisionTerm, {kPenaltyLaw, 60}),
    {"term.over", term_over<ExtendDecisionTerm>, at({kPenaltyLaw, 60})},
    {"term.extension_without_basis", extension_without_basis, at({kPenaltyLaw, 60})});

void apply(const CaseFile&, const ExtendDecisionTerm& command, const Context&, Outcome& out) {
  out.emit(DecisionTermExtended{command.days, command.basis});
}

XIEZHI_GUARDS(SuspendTerm,
    XIEZHI_CASE_HEAD(SuspendTerm, {kPenaltyLaw, 60}),
    {"term.over", term_over<SuspendTerm>, at({kPenaltyLaw, 60})},
    {"term.suspended_twice", suspended_twice, at({kPenaltyLaw, 60})},
    {"term.suspension_without_basis", suspension_without_basis, at({kPenaltyLaw, 60})},
    {"term.suspension_misdated", suspension_misdated, at({kPenaltyLaw, 47}, {kPenaltyLaw, 60})});

void apply(const CaseFile&, const SuspendTerm& command, const Context&, Outcome& out) {
  out.emit(TermSuspended{command.from, command.basis, command.reason});
}

XIEZHI_GUARDS(ResumeTerm,
    XIEZHI_CASE_HEAD(ResumeTerm, {kPenaltyLaw, 60}),
    {"term.not_suspended", not_suspended, at({kPenaltyLaw, 60})},
    {"term.resumption_misdated", resumption_misdated, at({kPenaltyLaw, 47}, {kPenaltyLaw, 60})});

void apply(const CaseFile&, const ResumeTerm& command, const Context&, Outcome& out) {
  out.emit(TermResumed{command.until});
}

XIEZHI_GUARDS(ReferToPolice,
    XIEZHI_CASE_KNOWN(ReferToPolice),
    {"actor.not_the_head", org::actor_not_approver<CaseFile, ReferToPolice>, at({kReferralRules, 5, 1})},
    {"actor.recused", org::actor_recused<CaseFile, ReferToPolice>, at({kPenaltyLaw, 43, 1})},
    {"referral.by_deputy", referred_by_deputy, at({kReferralRules, 5, 1})},
    {"referral.twice", referred_twice, at({kPenaltyLaw, 27, 1})},
    {"referral.unnamed", referral_unnamed, at({kPenaltyLaw, 27, 1})});

void apply(const CaseFile&, const ReferToPolice& command, const Context&, Outcome& out) {
  out.emit(ReferredToPolice{command.authority, command.reason, command.presides});
}

XIEZHI_GUARDS(RecordReferralAnswer,
    XIEZHI_CASE_KNOWN(RecordReferralAnswer),
    {"referral.none", not_referred, at({kPenaltyLaw, 27, 1})},
    {"referral.answered_twice", referral_answered_twice, at({kReferralRules, 8})},
    {"referral.answer_unstated", referral_answer_unstated, at({kReferralRules, 8}, {kPenaltyLaw, 35, 2})});

void apply(const CaseFile&, const RecordReferralAnswer& command, const Context&, Outcome& out) {
  out.emit(ReferralAnswered{command.outcome, command.fined, command.reference});
}

}  // namespace xiezhi::core::casefile
