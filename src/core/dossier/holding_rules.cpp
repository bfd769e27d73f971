// Rules on what a dossier gathers. Where no article is cited they guard the truth of the ledger.
#include <algorithm>

#include "base/text.h"
#include "core/dossier/holding_commands.h"

namespace xiezhi::core::dossier {
namespace {

using rule::at;
using rule::kWorkSafetyLaw;
using rule::refuse_if;
using rule::Verdict;

constexpr const char* kLicenceRegulation = "safety_licence_regulation_2014";
constexpr std::size_t kMaxReasonsLength = 1000;

bool blank(const std::string& text) { return base::trim(text).empty(); }
bool too_long(const std::string& text) { return base::length(text) > kMaxNameLength; }
std::string trimmed(const std::string& text) { return std::string(base::trim(text)); }
std::optional<std::string> trimmed(const std::optional<std::string>& text) {
  if (!text || blank(*text)) return std::nullopt;
  return trimmed(*text);
}

template <typename Item>
const Item* find(const std::vector<Item>& items, const std::string& id) {
  const auto held = std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.id == id; });
  return held == items.end() ? nullptr : &*held;
}

template <typename Command>
Verdict not_registered(const Enterprise& enterprise, const Command*, const rule::Context&) {
  return refuse_if(enterprise.id.empty());
}

// Licences

Verdict licence_incomplete(const Enterprise&, const RecordLicence* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  const bool texts = blank(command->number) || blank(command->issuer) || too_long(command->number) ||
                     too_long(command->issuer) || base::length(command->scope.value_or("")) > kMaxScopeLength;
  return refuse_if(texts || !base::valid_id(command->licence_id));
}

Verdict licence_term_reversed(const Enterprise&, const RecordLicence* command, const rule::Context&) {
  if (command == nullptr || !command->valid_until) return std::nullopt;
  return refuse_if(*command->valid_until < command->valid_from,
                   {{"day", command->valid_from.iso()}, {"until", command->valid_until->iso()}});
}

// 安全生产许可证条例(2014) 第九条第一款
Verdict licence_term_too_long(const Enterprise& enterprise, const RecordLicence* command,
                              const rule::Context& context) {
  if (command == nullptr || command->kind != LicenceKind::safety_production) return std::nullopt;
  const auto* years = context.pack->figure("safety_licence.valid_years", command->valid_from, enterprise.division);
  if (years == nullptr) return std::nullopt;  // before the regulation's version that the pack knows
  const base::Date last = command->valid_from.plus_months(static_cast<int>(years->value) * 12);
  return refuse_if(!command->valid_until || *command->valid_until > last,
                   {{"years", std::to_string(years->value)}, {"latest", last.iso()}});
}

Verdict licence_number_taken(const Enterprise& enterprise, const RecordLicence* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  const std::string number = trimmed(command->number);
  return refuse_if(std::any_of(enterprise.licences.begin(), enterprise.licences.end(),
                               [&](const Licence& one) {
                                 return one.kind == command->kind && one.number == number &&
                                        one.id != command->licence_id;
                               }),
                   {{"number", number}});
}

Verdict licence_unknown(const Enterprise& enterprise, const EndLicence* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(find(enterprise.licences, command->licence_id) == nullptr);
}

Verdict licence_ended_twice(const Enterprise& enterprise, const EndLicence* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  const Licence* licence = find(enterprise.licences, command->licence_id);
  return refuse_if(licence != nullptr && licence->ended_on.has_value());
}

Verdict licence_end_misdated(const Enterprise& enterprise, const EndLicence* command, const rule::Context& context) {
  if (command == nullptr) return std::nullopt;
  const Licence* licence = find(enterprise.licences, command->licence_id);
  const bool before = licence != nullptr && command->ended_on < licence->valid_from;
  return refuse_if(before || command->ended_on > context.now.date(), {{"day", command->ended_on.iso()}});
}

// Major hazard sources

Verdict source_incomplete(const Enterprise&, const RecordHazardSource* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(blank(command->name) || too_long(command->name) || too_long(command->filed_number.value_or("")) ||
                   !base::valid_id(command->source_id));
}

// 安全生产法(2021) 第四十条第二款: filed with the department; a filing has a day, and follows the assessment.
Verdict source_filing_undated(const Enterprise&, const RecordHazardSource* command, const rule::Context& context) {
  if (command == nullptr) return std::nullopt;
  const bool undated = trimmed(command->filed_number) && !command->filed_on;
  const bool misdated =
      command->filed_on && (*command->filed_on < command->assessed_on || *command->filed_on > context.now.date());
  return refuse_if(undated || misdated || command->assessed_on > context.now.date());
}

Verdict source_unknown(const Enterprise& enterprise, const CloseHazardSource* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(find(enterprise.hazard_sources, command->source_id) == nullptr);
}

Verdict source_closed_twice(const Enterprise& enterprise, const CloseHazardSource* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  const HazardSource* source = find(enterprise.hazard_sources, command->source_id);
  return refuse_if(source != nullptr && source->closed_on.has_value());
}

Verdict source_close_misdated(const Enterprise& enterprise, const CloseHazardSource* command,
                              const rule::Context& context) {
  if (command == nullptr) return std::nullopt;
  const HazardSource* source = find(enterprise.hazard_sources, command->source_id);
  const bool before = source != nullptr && command->closed_on < source->assessed_on;
  return refuse_if(before || command->closed_on > context.now.date(), {{"day", command->closed_on.iso()}});
}

// Key people

Verdict person_incomplete(const Enterprise&, const RecordKeyPerson* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(blank(command->name.value) || too_long(command->name.value) ||
                   too_long(command->qualification.value_or("")) || !base::valid_id(command->person_id));
}

// 安全生产法(2021) 第三十条第一款: special work needs its certificate.
Verdict person_unqualified(const Enterprise&, const RecordKeyPerson* command, const rule::Context&) {
  if (command == nullptr || command->role != KeyRole::special_worker) return std::nullopt;
  return refuse_if(!trimmed(command->qualification));
}

Verdict person_unknown(const Enterprise& enterprise, const EndKeyPerson* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(find(enterprise.key_people, command->person_id) == nullptr);
}

Verdict person_left_twice(const Enterprise& enterprise, const EndKeyPerson* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  const KeyPerson* person = find(enterprise.key_people, command->person_id);
  return refuse_if(person != nullptr && person->left_on.has_value());
}

Verdict person_leaves_in_future(const Enterprise&, const EndKeyPerson* command, const rule::Context& context) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(command->left_on > context.now.date(), {{"day", command->left_on.iso()}});
}

// Grade

Verdict grade_without_reasons(const Enterprise&, const GradeEnterprise* command, const rule::Context&) {
  if (command == nullptr) return std::nullopt;
  return refuse_if(blank(command->reasons) || base::length(command->reasons) > kMaxReasonsLength);
}

Verdict grade_unchanged(const Enterprise& enterprise, const GradeEnterprise* command, const rule::Context&) {
  if (command == nullptr || !enterprise.grading) return std::nullopt;
  return refuse_if(enterprise.grading->grade == command->grade &&
                   enterprise.grading->reasons == trimmed(command->reasons));
}

}  // namespace

XIEZHI_GUARDS(RecordLicence,                                                                       //
              {"enterprise.not_registered", not_registered<RecordLicence>, {}},                    //
              {"licence.incomplete", licence_incomplete, {}},                                      //
              {"licence.term_reversed", licence_term_reversed, {}},                                //
              {"licence.term_too_long", licence_term_too_long, at({kLicenceRegulation, 9, 1})},    //
              {"licence.number_taken", licence_number_taken, {}});

void apply(const Enterprise&, const RecordLicence& command, const rule::Context&, rule::Outcome& out) {
  out.emit(LicenceRecorded{command.licence_id, command.kind, trimmed(command.number), trimmed(command.issuer),
                           command.valid_from, command.valid_until, trimmed(command.scope)});
}

XIEZHI_GUARDS(EndLicence,                                                     //
              {"enterprise.not_registered", not_registered<EndLicence>, {}},  //
              {"licence.unknown", licence_unknown, {}},                       //
              {"licence.ended_twice", licence_ended_twice, {}},               //
              {"licence.end_misdated", licence_end_misdated, {}});

void apply(const Enterprise&, const EndLicence& command, const rule::Context&, rule::Outcome& out) {
  out.emit(LicenceEnded{command.licence_id, command.ended_on, command.ended_by});
}

XIEZHI_GUARDS(RecordHazardSource,                                                     //
              {"enterprise.not_registered", not_registered<RecordHazardSource>, {}},  //
              {"hazard_source.incomplete", source_incomplete, {}},                    //
              {"hazard_source.filing_undated", source_filing_undated, at({kWorkSafetyLaw, 40, 2})});

void apply(const Enterprise&, const RecordHazardSource& command, const rule::Context&, rule::Outcome& out) {
  out.emit(HazardSourceRecorded{command.source_id, trimmed(command.name), command.grade, command.assessed_on,
                                command.filed_on, trimmed(command.filed_number)});
}

XIEZHI_GUARDS(CloseHazardSource,                                                     //
              {"enterprise.not_registered", not_registered<CloseHazardSource>, {}},  //
              {"hazard_source.unknown", source_unknown, {}},                         //
              {"hazard_source.closed_twice", source_closed_twice, {}},               //
              {"hazard_source.close_misdated", source_close_misdated, {}});

void apply(const Enterprise&, const CloseHazardSource& command, const rule::Context&, rule::Outcome& out) {
  out.emit(HazardSourceClosed{command.source_id, command.closed_on});
}

XIEZHI_GUARDS(RecordKeyPerson,                                                     //
              {"enterprise.not_registered", not_registered<RecordKeyPerson>, {}},  //
              {"key_person.incomplete", person_incomplete, {}},                    //
              {"key_person.unqualified", person_unqualified, at({kWorkSafetyLaw, 30, 1})});

void apply(const Enterprise&, const RecordKeyPerson& command, const rule::Context&, rule::Outcome& out) {
  out.emit(KeyPersonRecorded{command.person_id, command.role, out.commit({trimmed(command.name.value)}),
                             trimmed(command.qualification), command.valid_until});
}

XIEZHI_GUARDS(EndKeyPerson,                                                     //
              {"enterprise.not_registered", not_registered<EndKeyPerson>, {}},  //
              {"key_person.unknown", person_unknown, {}},                       //
              {"key_person.left_twice", person_left_twice, {}},                 //
              {"key_person.leaves_in_future", person_leaves_in_future, {}});

void apply(const Enterprise&, const EndKeyPerson& command, const rule::Context&, rule::Outcome& out) {
  out.emit(KeyPersonLeft{command.person_id, command.left_on});
}

XIEZHI_GUARDS(GradeEnterprise,                                                     //
              {"enterprise.not_registered", not_registered<GradeEnterprise>, {}},  //
              {"grade.without_reasons", grade_without_reasons, {}},                //
              {"grade.unchanged", grade_unchanged, {}});

void apply(const Enterprise&, const GradeEnterprise& command, const rule::Context& context, rule::Outcome& out) {
  out.emit(EnterpriseGraded{command.grade, trimmed(command.reasons), context.today()});
}

}  // namespace xiezhi::core::dossier
