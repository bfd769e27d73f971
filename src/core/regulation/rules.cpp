// Rules on the lists of a region. The law asks that discretion be set by law and in public (行政处罚法 第四条、第五条
// 第三款、第三十四条), and says itself what must be lighter (第三十条、第三十二条) and what may stay unpunished
// (第三十三条).
#include <algorithm>

#include "core/benchmark/draft_guards.h"
#include "core/regulation/check.h"
#include "core/regulation/commands.h"

namespace xiezhi::core::regulation {
namespace {

using namespace benchmark;  // the guards on drafts
using rule::at;
using rule::Context;
using rule::Facts;
using rule::kPenaltyLaw;
using rule::refuse_if;
using rule::Verdict;

std::string trimmed(const std::string& text) { return std::string(base::trim(text)); }

std::string name_of_kind(law::ListKind kind) { return std::string(base::enum_name(kind)); }

/// The kind that the stream's name says, when it is a list of the region.
std::optional<law::ListKind> kind_named(std::string_view id, std::string_view region) {
  for (const auto kind : {law::ListKind::leniency, law::ListKind::circumstances, law::ListKind::figures}) {
    if (law::list_id(region, kind) == id) return kind;
  }
  return std::nullopt;
}

/// What was last published, or the law pack has.
law::ListContent newest(const Regulation& regulation, law::ListKind kind, const std::string& region,
                        const Context& context) {
  if (!regulation.versions.empty()) return law::bare(regulation.versions.back().content);
  return law::bare(law::list_on(*context.pack, region, kind, context.today()));
}

Verdict list_unknown(const Regulation&, const OpenRegulationDraft* command, const Context& context) {
  const org::Body* body = drafting_body(command, context);
  if (body == nullptr) return std::nullopt;
  const std::string id = engine::id_of(context.stream);
  return refuse_if(!kind_named(id, body->division), {{"list", id}});
}

Verdict draft_open(const Regulation& regulation, const OpenRegulationDraft*, const Context& context) {
  if (!regulation.draft) return std::nullopt;
  return Facts{{"officer", name_of(context, regulation.draft->author)}, {"list_kind", name_of_kind(regulation.kind)}};
}

Verdict unchanged(const Regulation& regulation, const SubmitRegulationDraft*, const Context& context) {
  if (!regulation.draft) return std::nullopt;
  const auto before = newest(regulation, regulation.kind, regulation.region, context);
  return refuse_if(base::to_json(before) == base::to_json(law::bare(regulation.draft->content)),
                   {{"list_kind", name_of_kind(regulation.kind)}});
}

std::vector<FaultFound> faults_on(const Regulation& regulation, base::Date on, const Context& context) {
  return faults_of(regulation.draft->content, regulation.kind, *context.pack, regulation.region, on);
}

Facts facts_of(const FaultFound& fault, std::ptrdiff_t count) {
  const std::string& entry = fault.title.empty() ? fault.entry : fault.title;
  return Facts{{"count", std::to_string(count)},
               {"entry", entry.empty() ? "—" : entry},
               {"detail", fault.detail.empty() ? "—" : fault.detail}};
}

// Each kind of fault with the article it is measured by.
template <Fault kFault>
Verdict has_fault(const Regulation& regulation, const SubmitRegulationDraft*, const Context& context) {
  if (!regulation.draft) return std::nullopt;
  const auto faults = faults_on(regulation, context.today(), context);
  const auto mine = [](const FaultFound& one) { return one.fault == kFault; };
  const auto first = std::find_if(faults.begin(), faults.end(), mine);
  if (first == faults.end()) return std::nullopt;
  return facts_of(*first, std::count_if(faults.begin(), faults.end(), mine));
}

// The same again by the law of the day from which it is to apply: that may have changed since the draft was handed in.
Verdict faulty(const Regulation& regulation, const PublishRegulation* command, const Context& context) {
  if (!regulation.draft) return std::nullopt;
  const auto faults = faults_on(regulation, command == nullptr ? context.today() : command->effective_on, context);
  if (faults.empty()) return std::nullopt;
  Facts facts = facts_of(faults.front(), static_cast<std::ptrdiff_t>(faults.size()));
  facts["list_fault"] = base::enum_name(faults.front().fault);
  return facts;
}

}  // namespace

// Guards that several commands have, in their order of precedence.
#define ACTOR_GUARDS(Command)                                                                    \
  {"actor.not_an_officer", org::actor_unknown<Regulation, Command>, at({kPenaltyLaw, 42, 1})}, { \
    "actor.of_other_body", org::actor_of_other_body<Regulation, Command>, at({kPenaltyLaw, 17})  \
  }

XIEZHI_GUARDS(OpenRegulationDraft,
    {"actor.not_an_officer", org::actor_unknown<Regulation, OpenRegulationDraft>, at({kPenaltyLaw, 42, 1})},
    {"regulation.not_the_regions_body", not_the_regions_body<Regulation, OpenRegulationDraft>, at({kPenaltyLaw, 34})},
    {"regulation.not_a_reviewer", not_a_reviewer<Regulation, OpenRegulationDraft>, {}},
    {"regulation.unknown", list_unknown, {}},
    {"regulation.draft_open", draft_open, {}},
    {"regulation.reason_missing", reason_missing<Regulation, OpenRegulationDraft>, {}});

void apply(const Regulation& regulation, const OpenRegulationDraft& command, const Context& context,
           rule::Outcome& out) {
  const std::string id = engine::id_of(context.stream);
  const std::string& region = context.world->body(command.body)->division;
  const law::ListKind kind = *kind_named(id, region);
  out.emit(RegulationDraftOpened{id, region, kind, command.body, trimmed(command.reason),
                                 newest(regulation, kind, region, context)});
}

XIEZHI_GUARDS(SaveRegulationDraft, ACTOR_GUARDS(SaveRegulationDraft),
    {"regulation.not_a_reviewer", not_a_reviewer<Regulation, SaveRegulationDraft>, {}},
    {"regulation.no_draft", no_draft<Regulation, SaveRegulationDraft>, {}},
    {"regulation.not_editable", not_editable<Regulation, SaveRegulationDraft>, {}});

void apply(const Regulation&, const SaveRegulationDraft& command, const Context&, rule::Outcome& out) {
  out.emit(RegulationDraftSaved{law::bare(command.content)});
}

XIEZHI_GUARDS(SubmitRegulationDraft, ACTOR_GUARDS(SubmitRegulationDraft),
    {"regulation.not_a_reviewer", not_a_reviewer<Regulation, SubmitRegulationDraft>, {}},
    {"regulation.no_draft", no_draft<Regulation, SubmitRegulationDraft>, {}},
    {"regulation.not_editable", not_editable<Regulation, SubmitRegulationDraft>, {}},
    {"regulation.unchanged", unchanged, {}},
    {"regulation.incomplete", has_fault<Fault::incomplete>, at({kPenaltyLaw, 34})},
    {"regulation.duplicate", has_fault<Fault::duplicate>, at({kPenaltyLaw, 34})},
    {"regulation.source_unknown", has_fault<Fault::source_unknown>, at({kPenaltyLaw, 4})},
    {"regulation.violation_unknown", has_fault<Fault::violation_unknown>, at({kPenaltyLaw, 4})},
    {"regulation.tier_unknown", has_fault<Fault::tier_unknown>, at({kPenaltyLaw, 34})},
    {"regulation.conditions_too_few", has_fault<Fault::conditions_too_few>, at({kPenaltyLaw, 33, 1})},
    {"regulation.percent_wrong", has_fault<Fault::percent_wrong>, at({kPenaltyLaw, 34})},
    {"regulation.against_the_law", has_fault<Fault::against_the_law>, at({kPenaltyLaw, 30}, {kPenaltyLaw, 31}, {kPenaltyLaw, 32})},
    {"regulation.statutory_missing", has_fault<Fault::statutory_missing>, at({kPenaltyLaw, 30}, {kPenaltyLaw, 32})},
    {"regulation.figure_unknown", has_fault<Fault::figure_unknown>, at({kPenaltyLaw, 4})},
    {"regulation.figure_missing", has_fault<Fault::figure_missing>, at({kPenaltyLaw, 4})},
    {"regulation.figure_not_positive", has_fault<Fault::figure_not_positive>, at({kPenaltyLaw, 34})},
    {"regulation.of_another_list", has_fault<Fault::of_another_list>, at({kPenaltyLaw, 34})});

void apply(const Regulation&, const SubmitRegulationDraft&, const Context&, rule::Outcome& out) {
  out.emit(RegulationDraftSubmitted{});
}

XIEZHI_GUARDS(ReturnRegulationDraft, ACTOR_GUARDS(ReturnRegulationDraft),
    {"regulation.not_an_approver", not_an_approver<Regulation, ReturnRegulationDraft>, {}},
    {"regulation.no_draft", no_draft<Regulation, ReturnRegulationDraft>, {}},
    {"regulation.not_in_review", not_in_review<Regulation, ReturnRegulationDraft>, {}},
    {"regulation.reason_missing", reason_missing<Regulation, ReturnRegulationDraft>, {}});

void apply(const Regulation&, const ReturnRegulationDraft& command, const Context&, rule::Outcome& out) {
  out.emit(RegulationDraftReturned{trimmed(command.reason)});
}

XIEZHI_GUARDS(WithdrawRegulationDraft, ACTOR_GUARDS(WithdrawRegulationDraft),
    {"regulation.not_a_reviewer", not_a_reviewer<Regulation, WithdrawRegulationDraft>, {}},
    {"regulation.no_draft", no_draft<Regulation, WithdrawRegulationDraft>, {}},
    {"regulation.reason_missing", reason_missing<Regulation, WithdrawRegulationDraft>, {}});

void apply(const Regulation&, const WithdrawRegulationDraft& command, const Context&, rule::Outcome& out) {
  out.emit(RegulationDraftWithdrawn{trimmed(command.reason)});
}

XIEZHI_GUARDS(ApproveRegulationDraft, ACTOR_GUARDS(ApproveRegulationDraft),
    {"regulation.not_an_approver", not_an_approver<Regulation, ApproveRegulationDraft>, {}},
    {"regulation.no_draft", no_draft<Regulation, ApproveRegulationDraft>, {}},
    {"regulation.not_submitted", not_submitted<Regulation, ApproveRegulationDraft>, {}},
    {"regulation.approver_has_edited", approver_has_edited<Regulation, ApproveRegulationDraft>, {}});

void apply(const Regulation&, const ApproveRegulationDraft& command, const Context&, rule::Outcome& out) {
  out.emit(RegulationDraftApproved{trimmed(command.opinion)});
}

XIEZHI_GUARDS(PublishRegulation, ACTOR_GUARDS(PublishRegulation),
    {"regulation.not_an_approver", not_an_approver<Regulation, PublishRegulation>, {}},
    {"regulation.no_draft", no_draft<Regulation, PublishRegulation>, {}},
    {"regulation.not_approved", not_approved<Regulation, PublishRegulation>, {}},
    {"regulation.effective_before_publication", effective_before_publication<Regulation, PublishRegulation>,
     at({kPenaltyLaw, 5, 3})},
    {"regulation.publication_unnamed", publication_unnamed<Regulation, PublishRegulation>, at({kPenaltyLaw, 34})},
    {"regulation.faulty", faulty, at({kPenaltyLaw, 34}, {kPenaltyLaw, 4})});

void apply(const Regulation& regulation, const PublishRegulation& command, const Context&, rule::Outcome& out) {
  const std::string place = trimmed(command.published_in);
  out.emit(RegulationPublished{command.effective_on, law::dated(regulation.draft->content, command.effective_on, place),
                               place});
}

#undef ACTOR_GUARDS

}  // namespace xiezhi::core::regulation
