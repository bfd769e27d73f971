// Guards on sanctions, the same for a notice and a decision: basis, deciding body, amount.
#pragma once

#include "core/casefile/guards.h"
#include "core/casefile/weighing.h"

namespace xiezhi::core::casefile {

/// Whether any sanction is new or weighs more than before, charge by charge and kind by kind.
bool heavier(const std::vector<Sanction>& proposed, const std::vector<Sanction>& before);

/// Kinds by their weight, as 行政处罚法 第九条 lists them: a word of blame, money, and what touches the business.
int weight_of(law::MeasureKind kind);

/// Whether the sanctions for any act, under whatever charges, come to more than before: more money, a ban that lasts
/// longer, or a kind that touches the business and was not there (行政处罚法 第四十五条第二款).
bool outweighs(const CaseFile& state, const std::vector<Sanction>& proposed, const std::vector<Sanction>& before);

/// The term in which a party may answer a notice: to request a hearing where one is due, else to defend itself.
calendar::Term response_term(const Notice& notice, const CaseFile& state, const Context& context);

enum class SanctionFlaw : std::uint8_t { none, no_basis, not_ours, unknown, ban_misstated, above_maximum };

/// What is wrong with a sanction against a party, if anything. `range` receives the fine's range where there is one.
SanctionFlaw flaw_of(const Sanction& sanction, const CaseParty& party, const CaseFile& state, const Context& context,
                     std::optional<FineRange>& range);

/// The violation of a charge as the law of the day of the act has it (行政处罚法 第三十七条), or null.
inline const law::Violation* violation_of(const Charge& charge, const Context& context) {
  return context.pack->violation(charge.violation, charge.act_until);
}

template <typename C>
Verdict first_flaw(const CaseFile& state, const C* command, const Context& context, SanctionFlaw wanted) {
  if (command == nullptr) return std::nullopt;
  const CaseParty* party = state.party(command->party);
  if (party == nullptr) return std::nullopt;
  for (const Sanction& sanction : command->sanctions) {
    std::optional<FineRange> range;
    if (flaw_of(sanction, *party, state, context, range) != wanted) continue;
    Facts facts{{"charge", sanction.charge}, {"kind", std::string(base::enum_name(sanction.kind))}};
    if (sanction.amount_fen) facts["amount_fen"] = std::to_string(sanction.amount_fen->fen);
    if (range) facts["max_fen"] = std::to_string(range->max.fen);
    return facts;
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第二十八条第二款、第二十九条: gains are taken once, and one act is fined once.
template <typename C>
Verdict sanction_listed_twice(const CaseFile&, const C* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  std::set<std::pair<std::string, law::MeasureKind>> seen;
  for (const Sanction& sanction : command->sanctions) {
    if (seen.emplace(sanction.charge, sanction.kind).second) continue;
    return Facts{{"charge", sanction.charge}, {"kind", std::string(base::enum_name(sanction.kind))}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第三十八条第一款: what has no basis is void.
template <typename C>
Verdict sanction_without_basis(const CaseFile& state, const C* command, const Context& context) {
  return first_flaw(state, command, context, SanctionFlaw::no_basis);
}

// 安全生产法(2021) 第一百一十五条: closure is the government's, detention the police's.
template <typename C>
Verdict sanction_of_other_body(const CaseFile& state, const C* command, const Context& context) {
  return first_flaw(state, command, context, SanctionFlaw::not_ours);
}

// 行政处罚法(2021) 第四十条: what a fine is reckoned from must be established.
template <typename C>
Verdict reckoning_unknown(const CaseFile& state, const C* command, const Context& context) {
  return first_flaw(state, command, context, SanctionFlaw::unknown);
}

// 行政处罚法(2021) 第五十九条第一款第三项: a ban says for how long, and for life is not for years.
template <typename C>
Verdict ban_misstated(const CaseFile& state, const C* command, const Context& context) {
  return first_flaw(state, command, context, SanctionFlaw::ban_misstated);
}

// 行政处罚法(2021) 第四条: within the range that the law gives.
template <typename C>
Verdict sanction_above_maximum(const CaseFile& state, const C* command, const Context& context) {
  return first_flaw(state, command, context, SanctionFlaw::above_maximum);
}

/// The weighing of a fine that its amount goes beyond, or null. Where the verdict reduces the penalty, the law itself
/// is the ground for less.
template <typename C>
const Weighing* weighing_left(const CaseFile& state, const C& command, const Sanction& sanction) {
  const Weighing* weighing = state.weighing(command.party, sanction.charge);
  if (weighing == nullptr || sanction.kind != law::MeasureKind::fine || !sanction.amount_fen) return nullptr;
  bool reduced = false;
  if constexpr (requires { command.verdicts; }) {
    for (const ChargeVerdict& verdict : command.verdicts) {
      reduced = reduced || (verdict.charge == sanction.charge && verdict.reduction.has_value());
    }
  }
  const bool below = *sanction.amount_fen < weighing->allowed.low && !reduced;
  return below || *sanction.amount_fen > weighing->allowed.high ? weighing : nullptr;
}

// 行政处罚法(2021) 第五条第二款、第三十四条: a fine that a benchmark in force grades is weighed by it first.
template <typename C>
Verdict fine_unweighed(const CaseFile& state, const C* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  for (const Sanction& sanction : command->sanctions) {
    const bool missing =
        sanction.kind == law::MeasureKind::fine && unweighed(state, command->party, sanction.charge, *context.pack);
    if (missing) return Facts{{"charge", sanction.charge}};
  }
  return std::nullopt;
}

// 行政处罚法(2021) 第五条第二款、第三十四条: an amount outside the benchmark's band has a written ground.
template <typename C>
Verdict sanction_outside_band(const CaseFile& state, const C* command, const Context&) {
  if (command == nullptr) return std::nullopt;
  for (const Sanction& sanction : command->sanctions) {
    const Weighing* weighing = weighing_left(state, *command, sanction);
    if (weighing == nullptr || weighing->ground) continue;
    return Facts{{"charge", sanction.charge},
                 {"amount_fen", std::to_string(sanction.amount_fen->fen)},
                 {"min_fen", std::to_string(weighing->allowed.low.fen)},
                 {"max_fen", std::to_string(weighing->allowed.high.fen)}};
  }
  return std::nullopt;
}

}  // namespace xiezhi::core::casefile
