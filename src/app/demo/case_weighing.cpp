// Discretion in a case's tale: the facts that the benchmark asks for, stated so that the amount suits the tale.
#include <algorithm>

#include "app/demo/case_tale.h"
#include "core/casefile/discretion.h"

namespace xiezhi::app::demo {
namespace {

namespace casefile = core::casefile;
namespace law = core::law;

/// Sets of facts that are tried, of which the one that suits best is stated.
constexpr int kDraws = 60;
/// Counts and days of ordinary cases stay this near to the least one.
constexpr std::int64_t kSpan = 15;

std::int64_t whole(const std::string& text, std::int64_t otherwise) {
  std::int64_t out = 0;
  if (text.empty()) return otherwise;
  for (const char c : text) {
    if (c < '0' || c > '9') return otherwise;
    out = out * 10 + (c - '0');
  }
  return out;
}

std::string value_of(const law::FactSpec& fact, Random& random) {
  if (fact.kind == law::FactKind::flag) return random.chance(30) ? "true" : "false";
  if (!fact.choices.empty()) return random.pick(fact.choices);
  const std::int64_t low = whole(fact.low, 0);
  const std::int64_t high = std::min(whole(fact.high, low + kSpan), low + kSpan);
  return std::to_string(low + static_cast<std::int64_t>(random.below(static_cast<std::size_t>(high - low + 1))));
}

struct Draw {
  std::vector<law::StatedFact> facts;
  base::Money amount;
};

/// Whether `a` suits better than `b`: the nearest on the wanted side of the amount, else the nearest of all.
bool suits_better(const Draw& a, const Draw& b, std::int64_t wanted_fen, bool at_least) {
  const auto beyond = [&](const Draw& one) {
    return at_least ? one.amount.fen < wanted_fen : one.amount.fen > wanted_fen;
  };
  const auto distance = [&](const Draw& one) { return std::abs(one.amount.fen - wanted_fen); };
  if (beyond(a) != beyond(b)) return beyond(b);
  return distance(a) < distance(b);
}

}  // namespace

// 行政处罚法(2021) 第三十四条.
void CaseTale::weigh(int percent, bool at_least) {
  const law::Pack& pack = story_.pack();
  const std::string& division = story_.firm().division;
  for (const casefile::Charge& charge : charges_) {
    const auto party = std::find_if(parties_.begin(), parties_.end(),
                                    [&](const Party& one) { return one.input.id == charge.parties.front(); });
    const law::Violation* violation = pack.violation(charge.violation, charge.act_until);
    VERIFY(violation != nullptr && party != parties_.end());
    const auto range = casefile::statutory_range(*violation, party->input.subject, charge, pack, division);
    if (!range || !range->known) continue;
    const auto* benchmark = pack.benchmark(casefile::use_of(charge.violation, *range), charge.act_until, division);
    if (benchmark == nullptr) continue;
    const std::int64_t wanted = range->min_fen.fen + (range->max_fen.fen - range->min_fen.fen) * percent / 100;
    std::optional<Draw> best;
    for (int i = 0; i < kDraws; ++i) {
      Draw draw;
      for (const law::FactSpec& fact : law::facts_of(*benchmark)) {
        draw.facts.push_back({fact.name, value_of(fact, story_.random())});
      }
      const auto tier = law::tier_of(*benchmark, draw.facts);
      if (!tier.ok()) continue;
      draw.amount = casefile::weigh(*tier, *range, {}, pack, charge.act_until, division).recommended_fen;
      if (!best || suits_better(draw, *best, wanted, at_least)) best = std::move(draw);
    }
    if (!best) continue;
    weighed_[charge.id] = best->amount;
    act(story_.first(), casefile::WeighPenalty{party->input.id, charge.id, best->facts, {}, std::nullopt});
  }
}

}  // namespace xiezhi::app::demo
