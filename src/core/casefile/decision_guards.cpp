#include "core/casefile/decision_guards.h"

namespace xiezhi::core::casefile {
namespace {

bool has(const ChargeVerdict& verdict, Condition condition) {
  return std::find(verdict.conditions.begin(), verdict.conditions.end(), condition) != verdict.conditions.end();
}

/// Two editions of a statute are one statute.
bool same_statute(const law::Pack& pack, const std::string& a, const std::string& b) {
  if (a == b) return true;
  const law::Instrument* one = pack.instrument(a);
  const law::Instrument* other = pack.instrument(b);
  return one != nullptr && other != nullptr && one->title == other->title;
}

}  // namespace

std::vector<const Charge*> charges_of(const CaseFile& state, std::string_view party) {
  std::vector<const Charge*> out;
  for (const Charge& charge : state.charges) {
    if (std::find(charge.parties.begin(), charge.parties.end(), party) != charge.parties.end()) out.push_back(&charge);
  }
  return out;
}

const ChargeVerdict* verdict_of(const std::vector<ChargeVerdict>& verdicts, std::string_view charge) {
  const auto found = std::find_if(verdicts.begin(), verdicts.end(),
                                  [&](const ChargeVerdict& verdict) { return verdict.charge == charge; });
  return found == verdicts.end() ? nullptr : &*found;
}

/// Whether the act lay undiscovered for longer than the term of 第三十六条.
bool limitation_passed(const Charge& charge, const CaseFile& state, const Context& context) {
  const char* key = state.character.harms_life ? "limitation.harm_years" : "limitation.years";
  const auto years = static_cast<int>(context.figure(key, state.division));
  return state.discovered_on > charge.act_until.plus_months(12 * years);
}

const dossier::PenaltyRecord* penalty_before(const dossier::Enterprise& enterprise, const Charge& charge,
                                             std::string_view division, const Context& context) {
  const law::Figure* months = context.pack->figure("discretion.first_months", charge.act_until, division);
  const law::Violation* violation = violation_of(charge, context);
  const auto& past = enterprise.penalties;
  const auto found = std::find_if(past.rbegin(), past.rend(), [&](const dossier::PenaltyRecord& one) {
    if (one.decided_on > charge.act_until) return false;
    if (months == nullptr) return true;
    const bool alike =
        violation == nullptr || same_statute(*context.pack, one.instrument, violation->penalty.instrument);
    return alike && one.decided_on >= charge.act_until.plus_months(-static_cast<int>(months->value));
  });
  return found == past.rend() ? nullptr : &*found;
}

bool conditions_unmet(const ChargeVerdict& verdict, const Charge& charge, const CaseParty& party, const CaseFile& state,
                      const Context& context) {
  switch (verdict.ruling) {
    case Ruling::penalty: return false;
    case Ruling::no_penalty_minor:  // 第三十三条第一款前句
      return !has(verdict, Condition::act_minor) || !has(verdict, Condition::corrected_in_time) ||
             !has(verdict, Condition::no_harm);
    case Ruling::no_penalty_first:  // 第三十三条第一款后句
      return !has(verdict, Condition::first_time) || !has(verdict, Condition::harm_slight) ||
             !has(verdict, Condition::corrected_in_time);
    case Ruling::no_penalty_no_fault:  // 第三十三条第二款
      return !has(verdict, Condition::no_fault_proved);
    case Ruling::no_penalty_age:  // 第三十条
      return !party.age || *party.age >= context.figure("minor.no_penalty_age", state.division);
    case Ruling::no_penalty_capacity:  // 第三十一条
      return party.party.kind != dossier::PartyKind::person || verdict.reason.empty();
    case Ruling::no_penalty_limitation:  // 第三十六条
      return !limitation_passed(charge, state, context);
    case Ruling::not_established:  // 第五十七条第一款第三项
      return verdict.reason.empty();
    case Ruling::referred:  // 第五十七条第一款第四项
      return !state.referred_on;
  }
  VERIFY_NOT_REACHED();
}

}  // namespace xiezhi::core::casefile
