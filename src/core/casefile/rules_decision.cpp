// The decision against one party. 行政处罚法(2021) 第二十八条至第三十六条、第五十七条至第六十二条.
#include "core/casefile/decision_guards.h"
#include "core/dossier/commands.h"

namespace xiezhi::core::casefile {
namespace {

// 行政处罚法(2021) 第六十二条: no notice, no decision; a decision made anew has its own.
Verdict without_notice(const CaseFile& state, const Decide* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  return refuse_if(track->notices.empty() || track->before_remand(track->notices.back().version));
}

// 行政复议法(2023) 第六十四条第二款; 行政诉讼法(2017) 第七十一条: not the same again on the same facts and grounds,
// unless it fell for its procedure alone. The charges of a case are its grounds; new facts are new evidence.
Verdict same_as_set_aside(const CaseFile& state, const Decide* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || !track->to_decide_anew() || track->remand->procedure_only) return std::nullopt;
  const bool new_evidence = std::any_of(state.evidence.begin(), state.evidence.end(), [&](const Evidence& evidence) {
    return evidence.verified.value_or(false) && !track->before_remand(evidence.version);
  });
  const std::vector<Sanction>& before = track->remand->sanctions;
  return refuse_if(!new_evidence && !heavier(before, command->sanctions));
}

// 行政处罚法(2021) 第四十五条第一款、第六十四条第一项、第八十五条: the party's days are not cut short, unless it gave
// them up.
Verdict response_term_running(const CaseFile& state, const Decide* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || track->notices.empty() || track->gave_up_answer()) return std::nullopt;
  const auto last =
      calendar::last_day_of(response_term(track->notices.back(), state, context), context.pack->calendar());
  return refuse_if(last && context.today() <= *last, {{"last", last ? last->iso() : ""}});
}

// A year whose holidays are not published gives no end of a term: people vouch for it, with a reason.
Verdict response_term_unknown(const CaseFile& state, const Decide* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || track->notices.empty() || track->gave_up_answer()) return std::nullopt;
  return refuse_if(
      !calendar::last_day_of(response_term(track->notices.back(), state, context), context.pack->calendar()));
}

// 行政处罚法(2021) 第四十五条第一款、第六十二条.
Verdict defence_unreviewed(const CaseFile& state, const Decide* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr) return std::nullopt;
  for (const Defence& defence : track->defences) {
    if (!defence.adopted) return Facts{{"defence", defence.id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第四十三条第三款: a request for recusal is answered; until then only the investigation goes on.
Verdict recusal_unanswered(const CaseFile& state, const Decide*, const Context&) {
  for (const RecusalRequest& request : state.recusal_requests.value_or(std::vector<RecusalRequest>{})) {
    if (!request.granted) return Facts{{"officer", request.officer}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第六十三条第一款.
Verdict hearing_pending(const CaseFile& state, const Decide* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || !track->hearing) return std::nullopt;
  // 第四十三条: what somebody held who had to leave the case was not held.
  const bool void_now = track->hearing->presider && is_recused(state, *track->hearing->presider);
  return refuse_if(!track->hearing->held_at || void_now);
}

// 行政处罚法(2021) 第四十四条、第六十二条: facts found after the notice are told anew.
Verdict new_facts_untold(const CaseFile& state, const Decide* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  if (track == nullptr || track->notices.empty()) return std::nullopt;
  for (const Evidence& evidence : state.evidence) {
    if (evidence.new_facts && evidence.version > track->notices.back().version) return Facts{{"evidence", evidence.id}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第四十五条第二款.
Verdict heavier_after_defence(const CaseFile& state, const Decide* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || track->notices.empty() || track->defences.empty()) return std::nullopt;
  return refuse_if(outweighs(state, command->sanctions, track->notices.back().sanctions));
}

// 行政处罚法(2021) 第四十四条、第六十二条: more, or on another basis, than the party was told.
Verdict heavier_than_notified(const CaseFile& state, const Decide* command, const Context& context) {
  const Track* track = command == nullptr ? nullptr : track_of(state, command, context);
  if (track == nullptr || track->notices.empty()) return std::nullopt;
  const auto& told = track->notices.back().sanctions;
  const bool said_already = !track->defences.empty() && outweighs(state, command->sanctions, told);
  return refuse_if(!said_already && heavier(command->sanctions, told));
}

/// A penalty heavy by its kind: 行政处罚法(2021) 第六十三条第一款第三项、第四项.
/// `next` has no sanctions yet, and a notified one may still become lighter: then there is nothing to say.
bool imposes_heavy_kind(const Decide* command) {
  return command != nullptr && std::any_of(command->sanctions.begin(), command->sanctions.end(),
                                           [](const Sanction& sanction) { return heavy_by_kind(sanction.kind); });
}

/// Whether the fines reach a threshold of the region, where it has set one: "review" or "deliberation".
bool fines_reach(const std::string& threshold_of, const CaseFile& state, const Decide* command,
                 const Context& context) {
  const CaseParty* party = command == nullptr ? nullptr : party_of(state, command, context);
  if (party == nullptr) return false;
  const char* whose = party->party.kind == dossier::PartyKind::unit ? ".fine_unit_fen" : ".fine_person_fen";
  const law::Figure* threshold = context.pack->figure(threshold_of + whose, context.today(), state.division);
  if (threshold == nullptr) return false;
  std::int64_t fine = 0;
  for (const Sanction& sanction : command->sanctions) {
    if (paid_as_fine(sanction.kind)) fine += sanction.amount_fen.value_or(base::Money{}).fen;
  }
  return fine >= threshold->value;
}

bool heard(const Track& track) { return track.hearing && track.hearing->held_at && !track.hearing->abandoned; }

// 行政处罚法(2021) 第五十八条第一款.
Verdict review_missing(const CaseFile& state, const Decide* command, const Context& context) {
  const Track* track = track_of(state, command, context);
  const bool was_heard = track != nullptr && heard(*track);
  const bool due = was_heard || state.character.public_interest || state.character.complex ||
                   fines_reach("review", state, command, context);
  if (!due) return std::nullopt;
  // What the review saw must not have changed since: a hearing after it asks for a new one.
  const bool outdated = state.review && was_heard && state.review->version < track->hearing->version;
  const bool for_earlier = state.review && track != nullptr && track->before_remand(state.review->version);
  const bool void_now = state.review && is_recused(state, state.review->reviewer);
  return refuse_if(!state.review || outdated || for_earlier || void_now);
}

// 行政处罚法(2021) 第五十八条第一款: reviewed and not passed, no decision.
Verdict review_not_passed(const CaseFile& state, const Decide*, const Context&) {
  return refuse_if(state.review && !state.review->passed);
}

// 行政处罚法(2021) 第五十七条第二款: complex or major. Heavy kinds and the region's threshold count as major. What the
// heads decide on together is the reviewed case (第五十八条第一款), what the party was told and answered (第四十四条、
// 第四十五条), and the record of the hearing (第六十五条).
Verdict deliberation_missing(const CaseFile& state, const Decide* command, const Context& context) {
  const bool due = state.character.complex || state.character.major || imposes_heavy_kind(command) ||
                   fines_reach("deliberation", state, command, context);
  if (!due || !state.deliberation) return refuse_if(due);
  const Track* track = track_of(state, command, context);
  const bool before_hearing =
      track != nullptr && heard(*track) && state.deliberation->version < track->hearing->version;
  const bool before_review = state.review && state.deliberation->version < state.review->version;
  const bool for_earlier = track != nullptr && track->before_remand(state.deliberation->version);
  const auto later = [&](const auto& said) { return said.version > state.deliberation->version; };
  const bool before_answer = track != nullptr && (std::any_of(track->notices.begin(), track->notices.end(), later) ||
                                                  std::any_of(track->defences.begin(), track->defences.end(), later));
  const auto& members = state.deliberation->members;
  const bool void_now =
      std::any_of(members.begin(), members.end(), [&](const std::string& id) { return is_recused(state, id); });
  return refuse_if(before_hearing || before_review || for_earlier || before_answer || void_now);
}

// 行政处罚法(2021) 第三十四条、第五十七条第二款: leaving the benchmark is for the heads together, on the ground
// written.
Verdict outside_band_undeliberated(const CaseFile& state, const Decide* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const Sanction& sanction : command->sanctions) {
    const Weighing* weighing = weighing_left(state, *command, sanction);
    if (weighing == nullptr || !weighing->ground) continue;
    const bool deliberated = state.deliberation && state.deliberation->version > weighing->version;
    if (!deliberated) return Facts{{"charge", sanction.charge}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第十七条、第二十四条第一款: power that was handed over and has ended decides nothing.
Verdict body_without_power(const CaseFile& state, const Decide*, const Context& context) {
  const org::Body* body = context.world->body(state.body);
  if (body == nullptr) return std::nullopt;
  return refuse_if(!org::has_penalty_power(*body, context.today()), {{"body", body->name}});
}

// 行政处罚法(2021) 第二十四条第二款: within the items handed over, on the day of the decision as well.
Verdict beyond_authorisation(const CaseFile& state, const Decide*, const Context& context) {
  return outside_authorisation(state.body, state.charges, context);
}

Verdict team_outside_items(const CaseFile& state, const Decide*, const Context& context) {
  return outside_entrustment(state.investigators, state.body, state.charges, context);
}

const ChargeVerdict* punished(const Decide& command, const Charge& charge) {
  const ChargeVerdict* verdict = verdict_of(command.verdicts, charge.id);
  return verdict != nullptr && verdict->ruling == Ruling::penalty ? verdict : nullptr;
}

const Sanction* sanction_for(const Decide& command, std::string_view charge, law::MeasureKind kind) {
  for (const Sanction& sanction : command.sanctions) {
    if (sanction.charge == charge && sanction.kind == kind) return &sanction;
  }
  return nullptr;
}

// 行政处罚法(2021) 第四十条、第四十六条第二款.
Verdict unproved(const CaseFile& state, const Decide* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const Charge* charge : charges_of(state, command->party)) {
    if (punished(*command, *charge) == nullptr) continue;
    const bool proved = std::any_of(state.evidence.begin(), state.evidence.end(), [&](const Evidence& evidence) {
      const auto& charges = evidence.charges;
      return evidence.verified.value_or(false) &&
             std::find(charges.begin(), charges.end(), charge->id) != charges.end();
    });
    if (!proved) return Facts{{"charge", charge->id}};
  }
  return std::nullopt;
}

/// The charge of the same act that carries the fine for both (行政处罚法 第二十九条), or null.
const Charge* fined_for_same_act(const CaseFile& state, const Decide& command, const Charge& charge) {
  for (const Sanction& sanction : command.sanctions) {
    const Charge* other = state.charge(sanction.charge);
    const bool same = other != nullptr && other->id != charge.id && other->act == charge.act;
    if (same && sanction.kind == law::MeasureKind::fine) return other;
  }
  return nullptr;
}

// 安全生产法(2021) 第六十五条第一款第二项; 行政处罚法(2021) 第二十八条第一款: correction goes with a penalty, not in
// its place.
Verdict correction_instead(const CaseFile& state, const Decide* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const Charge* charge : charges_of(state, command->party)) {
    if (punished(*command, *charge) == nullptr) continue;
    const bool any = fined_for_same_act(state, *command, *charge) != nullptr ||
                     std::any_of(command->sanctions.begin(), command->sanctions.end(),
                                 [&](const Sanction& sanction) { return sanction.charge == charge->id; });
    if (!any) return Facts{{"charge", charge->id}};
  }
  return std::nullopt;
}

Verdict sanction_without_ruling(const CaseFile& state, const Decide* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  if (command->sanctions.empty()) return Facts{};
  for (const Sanction& sanction : command->sanctions) {
    const Charge* charge = state.charge(sanction.charge);
    if (charge == nullptr || punished(*command, *charge) == nullptr) return Facts{{"charge", sanction.charge}};
  }
  return std::nullopt;
}

std::optional<FineRange> fine_range(const CaseFile& state, const CaseParty& party, const Charge& charge,
                                    const Context& context) {
  const law::Violation* violation = violation_of(charge, context);
  if (violation == nullptr) return std::nullopt;
  return clause_for(*violation, party.subject, charge, *context.pack, state.division).fine;
}

// 行政处罚法(2021) 第二十九条: of the rules that one act breaks, the one with the higher fine is applied.
bool fined_under_higher_rule(const CaseFile& state, const Decide& command, const CaseParty& party, const Charge& charge,
                             const FineRange& range, const Context& context) {
  const Charge* other = fined_for_same_act(state, command, charge);
  if (other == nullptr) return false;
  const auto others = fine_range(state, party, *other, context);
  return others && (others->max > range.max || (others->max == range.max && others->min >= range.min));
}

// 行政处罚法(2021) 第五条第二款、第七十六条第一款第二项: what the clause says shall be imposed is imposed, whole.
Verdict due_sanction_missing(const CaseFile& state, const Decide* command, const Context& context) {
  const CaseParty* party = command == nullptr ? nullptr : state.party(command->party);
  if (party == nullptr) return std::nullopt;
  for (const Charge* charge : charges_of(state, command->party)) {
    const law::Violation* violation = violation_of(*charge, context);
    if (punished(*command, *charge) == nullptr || violation == nullptr) continue;
    const Clause clause = clause_for(*violation, party->subject, *charge, *context.pack, state.division);
    if (clause.fine && clause.fine->due && sanction_for(*command, charge->id, law::MeasureKind::fine) == nullptr &&
        !fined_under_higher_rule(state, *command, *party, *charge, *clause.fine, context)) {
      return Facts{{"charge", charge->id}, {"kind", "fine"}};
    }
    for (const law::Measure* measure : clause.measures) {
      const bool due = measure->duty == law::Duty::shall && decided_by_department(*measure) &&
                       measure->kind != law::MeasureKind::confiscate_gains;
      if (due && sanction_for(*command, charge->id, measure->kind) == nullptr) {
        return Facts{{"charge", charge->id}, {"kind", std::string(base::enum_name(measure->kind))}};
      }
    }
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第二十八条第二款.
Verdict gains_not_confiscated(const CaseFile& state, const Decide* command, const Context&) {
  const CaseParty* party = command == nullptr ? nullptr : state.party(command->party);
  if (party == nullptr) return std::nullopt;
  for (const Charge* charge : charges_of(state, command->party)) {
    const base::Money gains = gains_to_confiscate(*charge);
    // What the act brought in is the unit's; a person beside it has gains of his own charge only.
    if (punished(*command, *charge) == nullptr || gains.fen == 0) continue;
    const bool beside_unit = party->party.kind == dossier::PartyKind::person && charge->parties.size() > 1;
    const Sanction* taken = sanction_for(*command, charge->id, law::MeasureKind::confiscate_gains);
    if (!beside_unit && (taken == nullptr || taken->amount_fen.value_or(base::Money{}) < gains)) {
      return Facts{{"charge", charge->id}, {"gains_fen", std::to_string(gains.fen)}};
    }
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第四条、第三十二条: below the range only where a text lets it be reduced.
Verdict below_minimum(const CaseFile& state, const Decide* command, const Context& context) {
  const CaseParty* party = command == nullptr ? nullptr : state.party(command->party);
  if (party == nullptr) return std::nullopt;
  for (const Sanction& sanction : command->sanctions) {
    if (!paid_as_fine(sanction.kind)) continue;
    std::optional<FineRange> range;
    const ChargeVerdict* verdict = verdict_of(command->verdicts, sanction.charge);
    if (flaw_of(sanction, *party, state, context, range) != SanctionFlaw::none || !range) continue;
    const bool reduced = verdict != nullptr && verdict->reduction.has_value();
    if (!reduced && sanction.amount_fen.value_or(base::Money{}) < range->min) {
      return Facts{{"charge", sanction.charge}, {"min_fen", std::to_string(range->min.fen)}};
    }
  }
  return std::nullopt;
}

// 安全生产法(2021) 第九十二条第三款、第一百一十三条第一款; 行政处罚法(2021) 第四条、第三十二条: a ban lasts as long as
// the strictest clause that holds says, but where the penalty is reduced.
Verdict ban_too_short(const CaseFile& state, const Decide* command, const Context& context) {
  const CaseParty* party = command == nullptr ? nullptr : state.party(command->party);
  if (party == nullptr) return std::nullopt;
  for (const Sanction& sanction : command->sanctions) {
    const Charge* charge = state.charge(sanction.charge);
    const law::Violation* violation = charge == nullptr ? nullptr : violation_of(*charge, context);
    const ChargeVerdict* verdict = verdict_of(command->verdicts, sanction.charge);
    const bool reduced = verdict != nullptr && verdict->reduction.has_value();
    if (sanction.kind != law::MeasureKind::ban_from_post || violation == nullptr || reduced) continue;
    const Clause clause = clause_for(*violation, party->subject, *charge, *context.pack, state.division);
    const law::Measure* ban = strictest_ban(clause);
    if (ban == nullptr || sanction.for_life.value_or(false) || !sanction.years) continue;
    const bool short_of_life = ban->for_life.value_or(false);
    if (short_of_life || *sanction.years < ban->ban_years.value_or(0)) return Facts{{"charge", sanction.charge}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第二十九条: one act, one fine.
Verdict act_fined_twice(const CaseFile& state, const Decide* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  std::set<std::string> acts;
  for (const Sanction& sanction : command->sanctions) {
    const Charge* charge = state.charge(sanction.charge);
    if (charge == nullptr || sanction.kind != law::MeasureKind::fine) continue;
    if (!acts.insert(charge->act).second) return Facts{{"act", charge->act}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第二十八条第一款.
Verdict correction_not_ordered(const CaseFile&, const Decide* command, const Context&) {
  return refuse_if(command != nullptr && command->correction == Correction::none);
}

// 行政处罚法(2021) 第三十条前句.
Verdict child_punished(const CaseFile& state, const Decide* command, const Context& context) {
  const CaseParty* party = party_of(state, command, context);
  return refuse_if(party != nullptr && is_child(party->age, state.division, context));
}

// 行政处罚法(2021) 第三十条后句.
bool is_minor(const CaseParty& party, std::string_view division, const Context& context) {
  return party.age && !is_child(party.age, division, context) &&
         *party.age < context.figure("minor.lighter_age", division);
}

Verdict minor_not_lightened(const CaseFile& state, const Decide* command, const Context& context) {
  const CaseParty* party = command == nullptr ? nullptr : party_of(state, command, context);
  if (party == nullptr || !is_minor(*party, state.division, context)) return std::nullopt;
  for (const ChargeVerdict& verdict : command->verdicts) {
    if (verdict.ruling == Ruling::penalty && verdict.reduction != Reduction::minor_aged) {
      return Facts{{"charge", verdict.charge}};
    }
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第三十条后句、第三十一条: these two grounds need a natural person, the first one of the age.
Verdict reduction_unfounded(const CaseFile& state, const Decide* command, const Context& context) {
  const CaseParty* party = command == nullptr ? nullptr : party_of(state, command, context);
  if (party == nullptr) return std::nullopt;
  const bool person = party->party.kind == dossier::PartyKind::person;
  for (const ChargeVerdict& verdict : command->verdicts) {
    const bool by_age = verdict.reduction == Reduction::minor_aged && !is_minor(*party, state.division, context);
    const bool by_capacity = verdict.reduction == Reduction::limited_capacity && !person;
    if (by_age || by_capacity) return Facts{{"charge", verdict.charge}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第三十六条.
Verdict punished_after_limitation(const CaseFile& state, const Decide* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  for (const Charge* charge : charges_of(state, command->party)) {
    if (punished(*command, *charge) != nullptr && limitation_passed(*charge, state, context)) {
      return Facts{{"charge", charge->id}, {"act_until", charge->act_until.iso()}};
    }
  }
  return std::nullopt;
}

bool takes_money(const Sanction& sanction) { return weight_of(sanction.kind) == 2; }

// 行政处罚法(2021) 第二十七条第一款、第三十五条第二款; 行政执法机关移送涉嫌犯罪案件的规定 第十条: while the act is with
// those who prosecute it, no fine and no confiscation is decided here.
Verdict referral_open(const CaseFile& state, const Decide* command, const Context&) {
  if (command == nullptr || !state.referred_on || state.referral_answer) return std::nullopt;
  const auto& all = command->sanctions;
  return refuse_if(std::any_of(all.begin(), all.end(), takes_money), {{"referred", state.referred_on->iso()}});
}

// 行政处罚法(2021) 第三十五条第二款: whom a court has fined for the act, the department does not fine.
Verdict fined_by_court(const CaseFile& state, const Decide* command, const Context&) {
  if (command == nullptr || !state.referral_answer || !state.referral_answer->fined) return std::nullopt;
  const auto& all = command->sanctions;
  return refuse_if(
      std::any_of(all.begin(), all.end(), [](const Sanction& sanction) { return paid_as_fine(sanction.kind); }));
}

// 行政处罚法(2021) 第三十七条: a rule that no longer stands as it did may have become milder, which people compare.
Verdict law_changed(const CaseFile& state, const Decide* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  for (const Charge* charge : charges_of(state, command->party)) {
    const bool then = punished(*command, *charge) != nullptr && violation_of(*charge, context) != nullptr;
    if (then && context.pack->violation(charge->violation, context.today()) == nullptr) {
      return Facts{{"charge", charge->id}, {"violation", charge->violation}};
    }
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第三十三条第一款前句: minor, corrected in time and harmless must not be punished.
Verdict minor_act_punished(const CaseFile&, const Decide* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  const auto has = [](const ChargeVerdict& verdict, Condition condition) {
    return std::find(verdict.conditions.begin(), verdict.conditions.end(), condition) != verdict.conditions.end();
  };
  for (const ChargeVerdict& verdict : command->verdicts) {
    if (verdict.ruling == Ruling::penalty && has(verdict, Condition::act_minor) &&
        has(verdict, Condition::corrected_in_time) && has(verdict, Condition::no_harm)) {
      return Facts{{"charge", verdict.charge}};
    }
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第五十七条第一款第二项、第三项: a decision without sanctions is of the other kind.
Verdict punishes_nothing_claimed(const CaseFile&, const DecideNoPenalty* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const ChargeVerdict& verdict : command->verdicts) {
    if (verdict.ruling == Ruling::penalty) return Facts{{"charge", verdict.charge}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第三十三条第三款.
Verdict not_educated(const CaseFile&, const DecideNoPenalty* command, const Context&) {
  if (command == nullptr || command->educated) return std::nullopt;
  const bool violation =
      std::any_of(command->verdicts.begin(), command->verdicts.end(), [](const ChargeVerdict& verdict) {
        return verdict.ruling != Ruling::not_established && verdict.ruling != Ruling::referred;
      });
  return refuse_if(violation);
}

/// A penalty against an enterprise stands in its dossier, once for each statute punished under (安全生产法 第七十八条).
void record_in_dossier(const CaseFile& state, const Decide& command, const Context& context, Outcome& out) {
  const CaseParty* party = state.party(command.party);
  if (party == nullptr || !party->party.enterprise || party->party.kind != dossier::PartyKind::unit) return;
  std::map<std::string, bool> instruments;
  for (const Sanction& sanction : command.sanctions) {
    const Charge* charge = state.charge(sanction.charge);
    const law::Violation* violation = charge == nullptr ? nullptr : violation_of(*charge, context);
    if (violation == nullptr) continue;
    bool& major = instruments[violation->penalty.instrument];
    major = major || charge->major_hazard;
  }
  for (const auto& [instrument, major] : instruments) {
    out.emit_to("enterprise/" + *party->party.enterprise,
                dossier::PenaltyRecorded{state.id, command.party, context.today(), instrument, major});
  }
}

}  // namespace

XIEZHI_GUARDS(Decide,
    XIEZHI_CASE_HEAD(Decide, {kPenaltyLaw, 57, 1}),
    {"case.party_unknown", party_unknown<Decide>, at({kPenaltyLaw, 59, 1, 1})},
    {"case.party_decided", party_decided<Decide>, at({kPenaltyLaw, 57, 1})},
    {"decision.investigation_open", investigation_unfinished<Decide>, at({kPenaltyLaw, 57, 1})},
    {"decision.too_late", decision_too_late<Decide>, at({kPenaltyLaw, 60})},
    {"decision.child_punished", child_punished, at({kPenaltyLaw, 30})},
    {"decision.crime_not_referred", crime_not_referred<Decide>, at({kPenaltyLaw, 8, 2}, {kPenaltyLaw, 27, 1})},
    {"decision.body_without_power", body_without_power, at({kPenaltyLaw, 17}, {kPenaltyLaw, 24, 1})},
    {"authorisation.outside_items", beyond_authorisation, at({kPenaltyLaw, 24, 2})},
    {"decision.referral_open", referral_open, at({kPenaltyLaw, 27, 1}, {kPenaltyLaw, 35, 2}, {kReferralRules, 10})},
    {"decision.fined_by_court", fined_by_court, at({kPenaltyLaw, 35, 2})},
    {"decision.law_changed", law_changed, at({kPenaltyLaw, 37}), Severity::advice},
    {"entrustment.outside_items", team_outside_items, at({kPenaltyLaw, 20, 4})},
    {"decision.without_notice", without_notice, at({kPenaltyLaw, 62}, {kPenaltyLaw, 44})},
    {"decision.new_facts_untold", new_facts_untold, at({kPenaltyLaw, 44}, {kPenaltyLaw, 62})},
    {"decision.response_term_running", response_term_running,
     at({kPenaltyLaw, 45, 1}, {kPenaltyLaw, 64, 1, 1}, {kPenaltyLaw, 85})},
    {"decision.response_term_unknown", response_term_unknown, at({kPenaltyLaw, 85}), Severity::advice},
    {"decision.defence_unreviewed", defence_unreviewed, at({kPenaltyLaw, 45, 1}, {kPenaltyLaw, 62})},
    {"decision.recusal_unanswered", recusal_unanswered, at({kPenaltyLaw, 43, 3})},
    {"decision.hearing_pending", hearing_pending, at({kPenaltyLaw, 63, 1})},
    {"decision.review_missing", review_missing, at({kPenaltyLaw, 58, 1})},
    {"decision.review_not_passed", review_not_passed, at({kPenaltyLaw, 58, 1})},
    {"decision.deliberation_missing", deliberation_missing, at({kPenaltyLaw, 57, 2})},
    {"decision.number_missing", number_missing<Decide>, at({kPenaltyLaw, 59, 1})},
    {"decision.charge_not_judged", charge_not_judged<Decide>, at({kPenaltyLaw, 57, 1})},
    {"decision.ground_unmet", ground_unmet<Decide>,
     at({kPenaltyLaw, 33}, {kPenaltyLaw, 36}, {kPenaltyLaw, 57, 1})},
    {"decision.not_the_first", not_the_first<Decide>, at({kPenaltyLaw, 33, 1})},
    {"decision.minor_act_punished", minor_act_punished, at({kPenaltyLaw, 33, 1})},
    {"decision.limitation_passed", punished_after_limitation, at({kPenaltyLaw, 36, 1})},
    {"decision.sanction_without_ruling", sanction_without_ruling, at({kPenaltyLaw, 57, 1})},
    {"decision.unproved", unproved, at({kPenaltyLaw, 40}, {kPenaltyLaw, 46, 2})},
    {"decision.correction_instead", correction_instead, at({kWorkSafetyLaw, 65, 1, 2}, {kPenaltyLaw, 28, 1})},
    {"sanction.listed_twice", sanction_listed_twice<Decide>, at({kPenaltyLaw, 28, 2}, {kPenaltyLaw, 29})},
    {"sanction.no_basis", sanction_without_basis<Decide>, at({kPenaltyLaw, 38, 1})},
    {"sanction.not_ours", sanction_of_other_body<Decide>, at({kWorkSafetyLaw, 115})},
    {"sanction.reckoning_unknown", reckoning_unknown<Decide>, at({kPenaltyLaw, 40})},
    {"sanction.ban_misstated", ban_misstated<Decide>, at({kPenaltyLaw, 59, 1, 3}, {kWorkSafetyLaw, 113, 1})},
    {"sanction.above_maximum", sanction_above_maximum<Decide>, at({kPenaltyLaw, 4})},
    {"sanction.unweighed", fine_unweighed<Decide>, at({kPenaltyLaw, 5, 2}, {kPenaltyLaw, 34})},
    {"sanction.outside_band", sanction_outside_band<Decide>, at({kPenaltyLaw, 34}, {kPenaltyLaw, 5, 2})},
    {"decision.outside_band_undeliberated", outside_band_undeliberated, at({kPenaltyLaw, 57, 2}, {kPenaltyLaw, 34})},
    {"decision.below_minimum", below_minimum, at({kPenaltyLaw, 4}, {kPenaltyLaw, 32})},
    {"decision.ban_too_short", ban_too_short, at({kWorkSafetyLaw, 92, 3}, {kWorkSafetyLaw, 113, 1}, {kPenaltyLaw, 4})},
    {"decision.due_sanction_missing", due_sanction_missing, at({kPenaltyLaw, 5, 2}, {kPenaltyLaw, 76, 1, 2})},
    {"decision.gains_not_confiscated", gains_not_confiscated, at({kPenaltyLaw, 28, 2})},
    {"decision.act_fined_twice", act_fined_twice, at({kPenaltyLaw, 29})},
    {"decision.minor_not_lightened", minor_not_lightened, at({kPenaltyLaw, 30})},
    {"decision.reduction_unfounded", reduction_unfounded, at({kPenaltyLaw, 30}, {kPenaltyLaw, 31})},
    {"decision.same_as_set_aside", same_as_set_aside, at({kReconsiderationLaw, 64, 2}, {kLitigationLaw, 71})},
    {"decision.heavier_after_defence", heavier_after_defence, at({kPenaltyLaw, 45, 2})},
    {"decision.heavier_than_notified", heavier_than_notified, at({kPenaltyLaw, 44}, {kPenaltyLaw, 62})},
    {"decision.correction_not_ordered", correction_not_ordered, at({kPenaltyLaw, 28, 1})},
    {"decision.remedies_misstated", remedies_misstated<Decide>,
     at({kPenaltyLaw, 59, 1, 5}, {kReconsiderationLaw, 20, 1}, {kLitigationLaw, 46, 1})});

void apply(const CaseFile& state, const Decide& command, const Context& context, Outcome& out) {
  out.emit(Decided{command.number, command.party, command.verdicts, command.sanctions, total_fine(command.sanctions),
                   command.correction, command.remedies});
  record_in_dossier(state, command, context, out);
}

XIEZHI_GUARDS(DecideNoPenalty,
    XIEZHI_CASE_HEAD(DecideNoPenalty, {kPenaltyLaw, 57, 1}),
    {"case.party_unknown", party_unknown<DecideNoPenalty>, at({kPenaltyLaw, 59, 1, 1})},
    {"case.party_decided", party_decided<DecideNoPenalty>, at({kPenaltyLaw, 57, 1})},
    {"decision.investigation_open", investigation_unfinished<DecideNoPenalty>, at({kPenaltyLaw, 57, 1})},
    {"decision.too_late", decision_too_late<DecideNoPenalty>, at({kPenaltyLaw, 60}), Severity::advice},
    {"decision.crime_not_referred", crime_not_referred<DecideNoPenalty>, at({kPenaltyLaw, 8, 2}, {kPenaltyLaw, 27, 1})},
    {"decision.number_missing", number_missing<DecideNoPenalty>, at({kPenaltyLaw, 59, 1})},
    {"decision.charge_not_judged", charge_not_judged<DecideNoPenalty>, at({kPenaltyLaw, 57, 1})},
    {"decision.punishes_nothing", punishes_nothing_claimed, at({kPenaltyLaw, 57, 1})},
    {"decision.ground_unmet", ground_unmet<DecideNoPenalty>,
     at({kPenaltyLaw, 33}, {kPenaltyLaw, 36}, {kPenaltyLaw, 57, 1})},
    {"decision.not_the_first", not_the_first<DecideNoPenalty>, at({kPenaltyLaw, 33, 1})},
    {"decision.not_educated", not_educated, at({kPenaltyLaw, 33, 3})},
    {"decision.remedies_misstated", remedies_misstated<DecideNoPenalty>,
     at({kPenaltyLaw, 59, 1, 5}, {kReconsiderationLaw, 20, 1}, {kLitigationLaw, 46, 1})});

void apply(const CaseFile&, const DecideNoPenalty& command, const Context&, Outcome& out) {
  out.emit(Decided{command.number, command.party, command.verdicts, {}, {}, Correction::none, command.remedies});
}

}  // namespace xiezhi::core::casefile
