// What must have happened before a party's decision, and what the decision must judge.
#pragma once

#include "base/text.h"
#include "core/casefile/guards.h"
#include "core/casefile/sanction_guards.h"

namespace xiezhi::core::casefile {

/// Charges that a party answers for.
std::vector<const Charge*> charges_of(const CaseFile& state, std::string_view party);
const ChargeVerdict* verdict_of(const std::vector<ChargeVerdict>& verdicts, std::string_view charge);

// 行政处罚法(2021) 第五十七条第一款.
template <typename C>
Verdict investigation_unfinished(const CaseFile& state, const C*, const Context&) {
  return refuse_if(state.exists() && !state.investigation_ended_at);
}

// 行政处罚法(2021) 第六十条: ninety days from filing; of a decision to be made anew, the term that its order gives.
template <typename C>
Verdict decision_too_late(const CaseFile& state, const C* command, const Context& context) {
  if (!state.exists()) return std::nullopt;
  const Track* track = track_of(state, command, context);
  const bool anew = track != nullptr && track->to_decide_anew();
  const auto last = calendar::last_day_of(anew ? track->remand->term : state.decision_term, context.pack->calendar());
  return refuse_if(last && context.today() > *last, {{"last", last ? last->iso() : ""}});
}

// 行政处罚法(2021) 第五十七条第一款: every charge is judged, each apart; none is picked out or left behind.
template <typename C>
Verdict charge_not_judged(const CaseFile& state, const C* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const std::vector<const Charge*> charges = charges_of(state, command->party);
  for (const Charge* charge : charges) {
    const auto count = std::count_if(command->verdicts.begin(), command->verdicts.end(),
                                     [&](const ChargeVerdict& verdict) { return verdict.charge == charge->id; });
    if (count != 1) return Facts{{"charge", charge->id}};
  }
  return refuse_if(command->verdicts.size() != charges.size());
}

// 行政处罚法(2021) 第八条第二款、第二十七条第一款: a suspected crime goes to those who prosecute it, whatever the end
// here.
template <typename C>
Verdict crime_not_referred(const CaseFile& state, const C*, const Context&) {
  return refuse_if(state.character.suspected_crime && !state.referred_on);
}

// 行政处罚法(2021) 第三十条前句.
inline bool is_child(const std::optional<std::int32_t>& age, std::string_view division, const Context& context) {
  return age && *age < context.figure("minor.no_penalty_age", division);
}

/// Whether an act lay undiscovered for longer than the term of 行政处罚法 第三十六条.
bool limitation_passed(const Charge& charge, const CaseFile& state, const Context& context);

/// The conditions that a ground of not punishing needs are not all established.
bool conditions_unmet(const ChargeVerdict& verdict, const Charge& charge, const CaseParty& party, const CaseFile& state,
                      const Context& context);

// 行政处罚法(2021) 第三十条、第三十一条、第三十三条、第三十六条、第五十七条第一款.
template <typename C>
Verdict ground_unmet(const CaseFile& state, const C* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const CaseParty* party = state.party(command->party);
  if (party == nullptr) return std::nullopt;
  for (const ChargeVerdict& verdict : command->verdicts) {
    const Charge* charge = state.charge(verdict.charge);
    if (charge != nullptr && conditions_unmet(verdict, *charge, *party, state, context)) {
      return Facts{{"charge", charge->id}, {"ruling", std::string(base::enum_name(verdict.ruling))}};
    }
  }
  return std::nullopt;
}

/// The last penalty that keeps an act from being the first, or null: one decided before the act, under the same statute
/// in whatever edition, within the months that the region counts (discretion.first_months); where it counts none, any
/// decided before.
const dossier::PenaltyRecord* penalty_before(const dossier::Enterprise& enterprise, const Charge& charge,
                                             std::string_view division, const Context& context);

// 行政处罚法(2021) 第三十三条第一款: a second violation is not the first.
template <typename C>
Verdict not_the_first(const CaseFile& state, const C* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const CaseParty* party = state.party(command->party);
  if (party == nullptr || !party->party.enterprise) return std::nullopt;
  for (const ChargeVerdict& verdict : command->verdicts) {
    const Charge* charge = state.charge(verdict.charge);
    if (verdict.ruling != Ruling::no_penalty_first || charge == nullptr) continue;
    const dossier::Enterprise* enterprise = context.world->enterprise(*party->party.enterprise);
    if (enterprise == nullptr) return std::nullopt;
    const dossier::PenaltyRecord* before = penalty_before(*enterprise, *charge, state.division, context);
    if (before != nullptr) return Facts{{"charge", charge->id}, {"case", before->case_id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第五十九条第一款第五项; 行政复议法(2023) 第二十条第一款; 行政诉讼法(2017) 第四十六条第一款.
template <typename C>
Verdict remedies_misstated(const CaseFile& state, const C* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const auto days = context.figure("reconsideration.days", state.division);
  const auto months = context.figure("litigation.months", state.division);
  // Nothing makes reconsideration come first here: the party may sue at once (行政诉讼法 第四十四条第一款).
  const bool wrong = command->remedies.reconsideration_days != days || command->remedies.litigation_months != months ||
                     command->remedies.reconsideration_first;
  return refuse_if(wrong, {{"days", std::to_string(days)}, {"months", std::to_string(months)}});
}

template <typename C>
Verdict number_missing(const CaseFile&, const C* command, const Context&) {
  return refuse_if(command != nullptr && base::trim(command->number).empty());
}

}  // namespace xiezhi::core::casefile
