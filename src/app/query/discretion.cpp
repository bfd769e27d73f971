#include <algorithm>

#include "app/query/query_tools.h"
#include "app/view/discretion_views.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

namespace casefile = core::casefile;

constexpr std::size_t kPastShown = 10;
/// The circumstance of the region's list that earlier penalties bear out.
constexpr const char* kRepeated = "repeated";

/// What the file itself says about a charge.
casefile::WeighingFacts facts_of(const casefile::CaseFile& state, const casefile::CaseParty& party,
                                 const casefile::Charge& charge) {
  casefile::WeighingFacts out;
  out.subject = party.subject;
  out.triggers = charge.triggers;
  out.act_until = charge.act_until;
  out.discovered_on = state.discovered_on;
  out.harms_life = state.character.harms_life;
  out.age = party.age;
  out.accident = charge.accident;
  out.illegal_gains_fen = charge.illegal_gains_fen;
  out.last_year_income_fen = charge.last_year_income_fen;
  out.daily = charge.daily;
  if (const auto* weighing = state.weighing(party.party.id, charge.id)) {
    for (const auto& fact : weighing->facts) out.facts[fact.name] = base::Json(fact.value);
    out.circumstances = weighing->circumstances;
  }
  return out;
}

/// What each earlier decision punished. A decision without a fine tells its day only.
store::DbResult<std::vector<casefile::EarlierPenalty>> earlier_penalties(store::Connection& connection,
                                                                         const casefile::CaseParty& party,
                                                                         const std::string& case_id) {
  std::vector<casefile::EarlierPenalty> out;
  if (!party.party.enterprise) return out;
  const auto rows = TRY(connection.run(store::query::kEnterprisePenaltyKinds, {*party.party.enterprise}));
  for (const store::Row& row : rows) {
    const auto day = base::Date::parse(store::text(row[1]));
    if (store::text(row[0]) == case_id || !day) continue;
    out.push_back({*day, optional_text_of(row[2]).value_or(""), store::text(row[0])});
  }
  return out;
}

store::DbResult<ComparableView> comparable(store::Connection& connection, const std::string& case_id,
                                           const casefile::Explanation& explanation) {
  ComparableView out;
  const std::string subject(base::enum_name(explanation.subject));
  if (!explanation.range) return out;
  const std::string stage(base::enum_name(explanation.range->stage));
  const auto rows = TRY(connection.run(store::query::kDecidedFineComparable,
                                       {explanation.violation, subject, case_id, stage, std::int64_t{kMostRows}}));
  std::vector<std::int64_t> fines;
  for (const store::Row& row : rows) {
    PastFine fine{store::text(row[0]), store::text(row[1]), base::Money{store::integer(row[2])},
                  optional_text_of(row[3]), store::text(row[4])};
    fines.push_back(fine.fine_fen.fen);
    if (explanation.recommended_fen && fine.fine_fen < *explanation.recommended_fen) ++out.below;
    if (explanation.tier && fine.tier == explanation.tier->name) ++out.same_tier;
    if (out.last.size() < kPastShown) out.last.push_back(std::move(fine));
  }
  std::sort(fines.begin(), fines.end());
  out.count = static_cast<std::int64_t>(fines.size());
  if (fines.empty()) return out;
  out.lowest_fen = base::Money{fines.front()};
  out.middle_fen = base::Money{fines[fines.size() / 2]};
  out.highest_fen = base::Money{fines.back()};
  return out;
}

}  // namespace

QueryResult<DiscretionView> explain_discretion(const casefile::CaseFile& state, const DiscretionRequest& request,
                                               const core::law::Pack& pack, base::Date today,
                                               store::Connection& connection) {
  const auto* party = state.party(request.party);
  const auto* asked = state.charge(request.charge);
  if (party == nullptr || asked == nullptr) return not_found("charge " + request.charge);
  DiscretionView view;
  std::vector<casefile::JudgedCharge> judged;
  for (const auto& charge : state.charges) {
    const bool named = std::find(charge.parties.begin(), charge.parties.end(), request.party) != charge.parties.end();
    if (!named) continue;
    auto facts = facts_of(state, *party, charge);
    if (charge.id == request.charge) {
      facts.facts = request.facts;
      facts.circumstances = request.circumstances;
      facts.conditions = request.conditions;
      facts.earlier_penalties = TRY_DB(earlier_penalties(connection, *party, state.id));
    }
    auto explanation = casefile::explain(charge.violation, facts, pack, today, state.division);
    if (explanation) judged.push_back({charge.id, charge.act, *std::move(explanation)});
  }
  const auto own = std::find_if(judged.begin(), judged.end(), [&](const auto& one) { return one.charge == asked->id; });
  if (own == judged.end()) return not_found("charge " + request.charge);
  view.explanation = own->explanation;
  view.combination = casefile::combine(judged);
  if (const auto* weighing = state.weighing(request.party, request.charge)) view.weighed = *weighing;
  if (const auto* region = pack.discretion(state.division)) {
    for (const auto& one : region->circumstances) {
      if (casefile::circumstance(region, one.id, asked->act_until) != &one) continue;
      view.offered.push_back({one.id, one.title, one.effect, one.percent, pack.cite(one.source)});
      const auto& repetition = view.explanation.repetition;
      if (one.id == kRepeated && repetition && repetition->count > 0) view.proposed.push_back(one.id);
    }
  }
  view.comparable = TRY_DB(comparable(connection, state.id, view.explanation));
  return view;
}

}  // namespace xiezhi::app
