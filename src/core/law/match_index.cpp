#include "core/law/match_index.h"

#include <algorithm>
#include <tuple>

#include "base/assert.h"

namespace xiezhi::core::law {
namespace {

constexpr std::int64_t kUnit = 1024;

/// Binary logarithm in 1/1024, linear between the powers of two: near enough, and the same everywhere.
std::int64_t log2_fixed(std::int64_t numerator, std::int64_t denominator) {
  std::int64_t value = numerator * kUnit / denominator;
  std::int64_t whole = 0;
  for (; value >= 2 * kUnit; value /= 2) whole += kUnit;
  return whole + std::max<std::int64_t>(value - kUnit, 0);
}

/// A lone character tells little; what is denied has also been counted as such.
std::int64_t divisor(Token token) {
  if (is_denied(token)) return 3;
  return is_weak(token) ? 4 : 1;
}

}  // namespace

void PhraseIndex::add(std::uint32_t subject, const std::vector<Token>& tokens) {
  VERIFY(phrases_.empty() || phrases_.back().subject <= subject);
  for (Token token : tokens) postings_.push_back({token, static_cast<std::uint32_t>(phrases_.size())});
  phrases_.push_back({subject, 0});
}

void PhraseIndex::finish(std::uint32_t subjects) {
  subjects_ = subjects;
  std::sort(postings_.begin(), postings_.end(), [](const Posting& a, const Posting& b) {
    return std::tie(a.token, a.phrase) < std::tie(b.token, b.phrase);
  });
  for (std::uint32_t i = 0; i < postings_.size();) {
    Term term{postings_[i].token, i, i, 0};
    std::int64_t holders = 0;
    for (std::uint32_t last = subjects; term.end < postings_.size() && postings_[term.end].token == term.token;
         ++term.end) {
      const std::uint32_t subject = phrases_[postings_[term.end].phrase].subject;
      if (subject != last) ++holders;
      last = subject;
    }
    // The rarer among violations, the more it tells (inverse document frequency).
    term.weight = log2_fixed(2 * std::int64_t{subjects} + 1, 2 * holders - 1) / divisor(term.token);
    for (; i < term.end; ++i) phrases_[postings_[i].phrase].weight += term.weight;
    terms_.push_back(term);
  }
}

std::vector<SubjectScore> PhraseIndex::score(const std::vector<Token>& part) const {
  std::vector<std::int64_t> shared(phrases_.size());
  std::vector<std::int64_t> together(subjects_);
  std::int64_t whole = 0;
  for (Token token : part) {
    const auto term = std::lower_bound(terms_.begin(), terms_.end(), token,
                                       [](const Term& one, Token wanted) { return one.token < wanted; });
    if (term == terms_.end() || term->token != token) continue;
    whole += term->weight;
    std::uint32_t last = subjects_;
    for (std::uint32_t i = term->begin; i < term->end; ++i) {
      const std::uint32_t phrase = postings_[i].phrase;
      shared[phrase] += term->weight;
      if (phrases_[phrase].subject != last) together[phrases_[phrase].subject] += term->weight;
      last = phrases_[phrase].subject;
    }
  }
  std::vector<std::int64_t> best(subjects_);
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    if (shared[i] == 0) continue;
    // What the phrase and the part share, the more the larger its share of the phrase and of the part.
    const std::int64_t of_phrase = shared[i] * kUnit / phrases_[i].weight;
    const std::int64_t of_part = shared[i] * kUnit / whole;
    const std::int64_t fit = shared[i] * (kUnit / 4 + of_phrase + of_part / 2) / kUnit;
    best[phrases_[i].subject] = std::max(best[phrases_[i].subject], fit);
  }
  std::vector<SubjectScore> out;
  for (std::uint32_t i = 0; i < subjects_; ++i) {
    if (together[i] > 0) out.push_back({i, best[i] + together[i] / 2});
  }
  return out;
}

}  // namespace xiezhi::core::law
