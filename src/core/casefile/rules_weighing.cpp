// Discretion weighed by the benchmark in force. 行政处罚法(2021) 第五条第二款、第三十四条.
#include "base/text.h"
#include "core/casefile/decision_guards.h"
#include "core/casefile/weighing.h"

namespace xiezhi::core::casefile {
namespace {

std::optional<WeighingBasis> basis_of(const CaseFile& state, const WeighPenalty* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  return weighing_basis(state, command->party, command->charge, *context.pack);
}

Verdict charge_unknown(const CaseFile& state, const WeighPenalty* command, const Context& context) {
  if (command == nullptr || state.party(command->party) == nullptr) return std::nullopt;
  return refuse_if(!basis_of(state, command, context), {{"charge", command->charge}});
}

/// Whether a fine of the party in focus, or of any, is graded by a benchmark.
bool anything_weighable(const CaseFile& state, const Context& context) {
  return std::any_of(state.parties.begin(), state.parties.end(), [&](const CaseParty& party) {
    const bool meant = context.focus.empty() || party.party.id == context.focus;
    return meant && std::any_of(state.charges.begin(), state.charges.end(), [&](const Charge& charge) {
             return weighable(state, party.party.id, charge.id, *context.pack);
           });
  });
}

// 行政处罚法(2021) 第三十四条: discretion is weighed by a benchmark; where there is none there is nothing to weigh by.
Verdict benchmark_missing(const CaseFile& state, const WeighPenalty* command, const Context& context) {
  if (command == nullptr) return refuse_if(!anything_weighable(state, context));
  const auto basis = basis_of(state, command, context);
  return refuse_if(basis && basis->benchmark == nullptr, {{"charge", command->charge}});
}

// 行政处罚法(2021) 第四十条: what the fine is reckoned from must be established.
Verdict range_unknown(const CaseFile& state, const WeighPenalty* command, const Context& context) {
  const auto basis = basis_of(state, command, context);
  return refuse_if(basis && basis->range && !basis->range->known, {{"charge", command ? command->charge : ""}});
}

// 行政处罚法(2021) 第五条第二款、第四十条: the facts, nature and circumstances decide, so each must be stated.
Verdict facts_unsuitable(const CaseFile& state, const WeighPenalty* command, const Context& context) {
  const auto basis = basis_of(state, command, context);
  if (!basis || basis->benchmark == nullptr) return std::nullopt;
  const auto tier = law::tier_of(*basis->benchmark, command->facts);
  if (tier.ok()) return std::nullopt;
  return Facts{{"charge", command->charge}, {"fact", tier.error().fact}, {"problem", tier.error().code}};
}

Verdict circumstance_unknown(const CaseFile& state, const WeighPenalty* command, const Context& context) {
  if (command == nullptr) return std::nullopt;
  const law::Discretion* region = context.pack->discretion(state.division);
  const auto basis = basis_of(state, command, context);
  const base::Date on = basis ? basis->charge->act_until : context.today();
  for (const std::string& id : command->circumstances) {
    const auto named = std::count(command->circumstances.begin(), command->circumstances.end(), id);
    if (circumstance(region, id, on) == nullptr || named > 1) return Facts{{"circumstance", id}};
  }
  return std::nullopt;
}

Verdict weighed_early(const CaseFile& state, const WeighPenalty*, const Context&) {
  return refuse_if(state.exists() && !state.investigation_ended_at);
}

}  // namespace

XIEZHI_GUARDS(WeighPenalty,
    XIEZHI_CASE_INVESTIGATOR(WeighPenalty),
    {"case.party_unknown", party_unknown<WeighPenalty>, at({kPenaltyLaw, 44})},
    {"case.party_decided", party_decided<WeighPenalty>, at({kPenaltyLaw, 57, 1})},
    {"weighing.investigation_open", weighed_early, at({kPenaltyLaw, 57, 1})},
    {"weighing.charge_unknown", charge_unknown, at({kPenaltyLaw, 57, 1})},
    {"weighing.no_benchmark", benchmark_missing, at({kPenaltyLaw, 34})},
    {"weighing.range_unknown", range_unknown, at({kPenaltyLaw, 40})},
    {"weighing.facts_unsuitable", facts_unsuitable, at({kPenaltyLaw, 5, 2}, {kPenaltyLaw, 34})},
    {"weighing.circumstance_unknown", circumstance_unknown, at({kPenaltyLaw, 32}, {kPenaltyLaw, 34})});

void apply(const CaseFile& state, const WeighPenalty& command, const Context& context, Outcome& out) {
  const auto basis = basis_of(state, &command, context);
  VERIFY(basis && basis->benchmark != nullptr);
  const law::Tier tier = MUST(law::tier_of(*basis->benchmark, command.facts));
  std::vector<const law::Circumstance*> circumstances;
  for (const std::string& id : command.circumstances) {
    circumstances.push_back(circumstance(context.pack->discretion(state.division), id, basis->charge->act_until));
  }
  const WeighedAmount amount =
      weigh(tier, *basis->range, circumstances, *context.pack, basis->charge->act_until, state.division);
  PenaltyWeighed event{command.party,
                       command.charge,
                       basis->benchmark->benchmark->id,
                       command.facts,
                       command.circumstances,
                       tier.name,
                       amount.band,
                       amount.allowed,
                       amount.recommended_fen,
                       {}};
  if (command.ground && !base::trim(*command.ground).empty()) event.ground = command.ground;
  out.emit(event);
}

}  // namespace xiezhi::core::casefile
