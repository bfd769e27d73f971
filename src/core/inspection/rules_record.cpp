// What is recorded on site: items, findings, feedback, signatures.
#include "base/text.h"
#include "core/inspection/guards.h"

namespace xiezhi::core::inspection {
namespace {

Verdict item_unknown(const Inspection& state, const RecordItem* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const SchemeItem& item : state.scheme) {
    if (item.id == command->item) return std::nullopt;
  }
  return Facts{{"item", command->item}};
}

Verdict finding_twice(const Inspection& state, const RecordFinding* command, const Context&) {
  return refuse_if(command != nullptr && state.finding(command->id) != nullptr);
}

// 安全生产法(2021) 第六十八条: the record says what was found and where.
Verdict description_missing(const Inspection&, const RecordFinding* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(base::trim(command->description).empty() || base::trim(command->place).empty());
}

// 行政处罚法(2021) 第四条: only what a statute or rule names is a violation.
Verdict violation_unknown(const Inspection&, const RecordFinding* command, const Context& context) {
  if (command == nullptr || !command->violation) return std::nullopt;
  return refuse_if(context.pack->violation(*command->violation, context.today()) == nullptr,
                   {{"violation", *command->violation}});
}

// 行政处罚法(2021) 第四十条: facts without evidence carry no penalty later.
Verdict evidence_missing(const Inspection&, const RecordFinding* command, const Context&) {
  return refuse_if(command != nullptr && command->violation && command->evidence.empty());
}

Verdict withdrawal_unreasoned(const Inspection&, const WithdrawFinding* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

Verdict withdrawn_not_open(const Inspection& state, const WithdrawFinding* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const Finding* finding = state.finding(command->finding);
  return refuse_if(finding != nullptr && finding->status != FindingStatus::open);
}

Verdict feedback_person_unnamed(const Inspection&, const GiveFeedback* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->person.value).empty());
}

// 安全生产法(2021) 第六十五条第一款第二项: what was found is put to the unit on the spot.
template <typename C>
Verdict feedback_missing(const Inspection& state, const C*, const Context&) {
  return refuse_if(!state.feedback_at);
}

// 安全生产法(2021) 第六十八条: the record names how each finding was dealt with.
template <typename C>
Verdict finding_untreated(const Inspection& state, const C*, const Context&) {
  std::vector<std::string> open;
  for (const Finding& finding : state.findings) {
    const bool measured = std::any_of(state.measures.begin(), state.measures.end(),
                                      [&](const Measure& measure) { return measure.finding == finding.id; });
    if (finding.status == FindingStatus::open && !finding.case_id && !measured) open.push_back(finding.id);
  }
  if (open.empty()) return std::nullopt;
  return Facts{{"findings", base::join(open, "、")}};
}

// 安全生产法(2021) 第六十八条: the record tells what was inspected; an item of the scheme left out has its reason.
Verdict items_unchecked(const Inspection& state, const SignByOfficer*, const Context&) {
  std::vector<std::string> ids;
  for (const SchemeItem& item : state.scheme) {
    const bool recorded = std::any_of(state.records.begin(), state.records.end(),
                                      [&](const ItemRecord& record) { return record.item == item.id; });
    if (!recorded) ids.push_back(item.id);
  }
  if (ids.empty() || !state.feedback_at || !state.officer_signatures.empty()) return std::nullopt;
  return Facts{{"item", base::join(ids, "、")}};
}

// 安全生产法(2021) 第六十八条: the record tells what was found; an item that failed is a finding.
Verdict failed_item_unfound(const Inspection& state, const SignByOfficer*, const Context&) {
  std::vector<std::string> ids;
  for (const ItemRecord& record : state.records) {
    const bool found = std::any_of(state.findings.begin(), state.findings.end(), [&](const Finding& finding) {
      return finding.item == record.item && finding.status != FindingStatus::withdrawn;
    });
    if (record.result == ItemResult::failed && !found) ids.push_back(record.item);
  }
  if (ids.empty() || !state.feedback_at || !state.officer_signatures.empty()) return std::nullopt;
  return Facts{{"item", base::join(ids, "、")}};
}

Verdict signed_twice(const Inspection& state, const SignByOfficer*, const Context& context) {
  const auto& signatures = state.officer_signatures;
  return refuse_if(std::find(signatures.begin(), signatures.end(), context.actor) != signatures.end());
}

template <typename C>
Verdict enterprise_signed_twice(const Inspection& state, const C*, const Context&) {
  return refuse_if(state.enterprise_signature.has_value());
}

Verdict signer_unnamed(const Inspection&, const SignByEnterprise* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->person.value).empty());
}

// 安全生产法(2021) 第六十八条: a refusal to sign is recorded …
Verdict refusal_unreasoned(const Inspection&, const RecordRefusalToSign* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->reason).empty());
}

// … and reported to the department.
Verdict refusal_unreported(const Inspection& state, const RecordRefusalToSign* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(!org::is_head_of(context.world->officer(command->reported_to), state.body, context.today()));
}

}  // namespace

XIEZHI_GUARDS(RecordItem,
    XIEZHI_INSPECTION_ACTOR(RecordItem),
    {"record.not_on_site", not_on_site<RecordItem>, at({kWorkSafetyLaw, 68})},
    {"record.actor_not_on_site", actor_not_on_site<RecordItem>, at({kWorkSafetyLaw, 68})},
    {"record.signed", record_signed<RecordItem>, at({kWorkSafetyLaw, 68})},
    {"record.item_outside_scheme", item_unknown, at({kWorkSafetyLaw, 62, 2})});

void apply(const Inspection&, const RecordItem& command, const Context&, Outcome& out) {
  out.emit(ItemRecorded{command.item, command.result, command.note});
}

XIEZHI_GUARDS(RecordFinding,
    XIEZHI_INSPECTION_ACTOR(RecordFinding),
    {"record.not_on_site", not_on_site<RecordFinding>, at({kWorkSafetyLaw, 68})},
    {"record.actor_not_on_site", actor_not_on_site<RecordFinding>, at({kWorkSafetyLaw, 68})},
    {"record.signed", record_signed<RecordFinding>, at({kWorkSafetyLaw, 68})},
    {"finding.recorded_twice", finding_twice, at({kWorkSafetyLaw, 68})},
    {"finding.description_missing", description_missing, at({kWorkSafetyLaw, 68})},
    {"finding.violation_unknown", violation_unknown, at({kPenaltyLaw, 4})},
    {"finding.evidence_missing", evidence_missing, at({kPenaltyLaw, 40}), Severity::advice});

void apply(const Inspection&, const RecordFinding& command, const Context&, Outcome& out) {
  out.emit(FindingRecorded{command.id, command.item, command.violation, command.description, command.place,
                           command.major_hazard, command.evidence});
}

XIEZHI_GUARDS(WithdrawFinding,
    XIEZHI_INSPECTION_ACTOR(WithdrawFinding),
    {"record.actor_not_on_site", actor_not_on_site<WithdrawFinding>, at({kWorkSafetyLaw, 68})},
    {"record.signed", record_signed<WithdrawFinding>, at({kWorkSafetyLaw, 68})},
    {"finding.unknown", finding_unknown<WithdrawFinding>, at({kWorkSafetyLaw, 68})},
    {"finding.not_open", withdrawn_not_open, at({kWorkSafetyLaw, 68})},
    {"finding.withdrawal_unreasoned", withdrawal_unreasoned, at({kWorkSafetyLaw, 68})},
    {"finding.under_measure", finding_under_measure<WithdrawFinding>,
     at({kWorkSafetyLaw, 65, 1, 3}, {kPenaltyLaw, 75, 2}), Severity::advice});

void apply(const Inspection&, const WithdrawFinding& command, const Context&, Outcome& out) {
  out.emit(FindingWithdrawn{command.finding, command.reason});
}

XIEZHI_GUARDS(GiveFeedback,
    XIEZHI_INSPECTION_ACTOR(GiveFeedback),
    {"record.not_on_site", not_on_site<GiveFeedback>, at({kWorkSafetyLaw, 68})},
    {"record.actor_not_on_site", actor_not_on_site<GiveFeedback>, at({kWorkSafetyLaw, 68})},
    {"record.signed", record_signed<GiveFeedback>, at({kWorkSafetyLaw, 68})},
    {"feedback.person_unnamed", feedback_person_unnamed, at({kWorkSafetyLaw, 65, 1, 2})});

void apply(const Inspection&, const GiveFeedback& command, const Context&, Outcome& out) {
  out.emit(FeedbackGiven{out.commit(command.person), command.opinion});
}

XIEZHI_GUARDS(SignByOfficer,
    XIEZHI_INSPECTION_ACTOR(SignByOfficer),
    {"record.not_on_site", not_on_site<SignByOfficer>, at({kWorkSafetyLaw, 68})},
    {"record.too_few_officers", too_few_left<SignByOfficer>, at({kPenaltyLaw, 42, 1})},
    {"record.actor_not_on_site", actor_not_on_site<SignByOfficer>, at({kWorkSafetyLaw, 68})},
    {"sign.feedback_missing", feedback_missing<SignByOfficer>, at({kWorkSafetyLaw, 65, 1, 2})},
    {"sign.finding_untreated", finding_untreated<SignByOfficer>, at({kWorkSafetyLaw, 68})},
    {"sign.items_unchecked", items_unchecked, at({kWorkSafetyLaw, 68}), Severity::advice},
    {"sign.failed_item_unfound", failed_item_unfound, at({kWorkSafetyLaw, 68}), Severity::advice},
    {"sign.twice", signed_twice, at({kWorkSafetyLaw, 68})});

void apply(const Inspection&, const SignByOfficer& command, const Context& context, Outcome& out) {
  out.emit(OfficerSigned{context.actor, command.signature});
}

XIEZHI_GUARDS(SignByEnterprise,
    XIEZHI_INSPECTION_ACTOR(SignByEnterprise),
    {"record.not_on_site", not_on_site<SignByEnterprise>, at({kWorkSafetyLaw, 68})},
    {"record.too_few_officers", too_few_left<SignByEnterprise>, at({kPenaltyLaw, 42, 1})},
    {"sign.feedback_missing", feedback_missing<SignByEnterprise>, at({kWorkSafetyLaw, 65, 1, 2})},
    {"sign.finding_untreated", finding_untreated<SignByEnterprise>, at({kWorkSafetyLaw, 68})},
    {"sign.enterprise_twice", enterprise_signed_twice<SignByEnterprise>, at({kWorkSafetyLaw, 68})},
    {"sign.person_unnamed", signer_unnamed, at({kWorkSafetyLaw, 68})});

void apply(const Inspection&, const SignByEnterprise& command, const Context&, Outcome& out) {
  out.emit(EnterpriseSigned{out.commit(command.person), command.signature});
}

XIEZHI_GUARDS(RecordRefusalToSign,
    XIEZHI_INSPECTION_ACTOR(RecordRefusalToSign),
    {"record.not_on_site", not_on_site<RecordRefusalToSign>, at({kWorkSafetyLaw, 68})},
    {"record.too_few_officers", too_few_left<RecordRefusalToSign>, at({kPenaltyLaw, 42, 1})},
    {"sign.feedback_missing", feedback_missing<RecordRefusalToSign>, at({kWorkSafetyLaw, 65, 1, 2})},
    {"sign.enterprise_twice", enterprise_signed_twice<RecordRefusalToSign>, at({kWorkSafetyLaw, 68})},
    {"sign.refusal_unreasoned", refusal_unreasoned, at({kWorkSafetyLaw, 68})},
    {"sign.refusal_unreported", refusal_unreported, at({kWorkSafetyLaw, 68})});

void apply(const Inspection&, const RecordRefusalToSign& command, const Context&, Outcome& out) {
  out.emit(SigningRefused{out.commit(command.person), command.reason, command.reported_to});
}

}  // namespace xiezhi::core::inspection
