// A guard is one rule: a function, its articles and its permanent code. `decide` and `next` run the same guards; `next`
// has no command yet, so a guard that looks at the command's arguments answers "nothing to say" when it is null.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "core/rule/context.h"
#include "core/rule/refusal.h"

namespace xiezhi::core::rule {

/// Nothing: the rule is content. Facts: it is not, and these are the arguments of the wording.
using Verdict = std::optional<Facts>;

template <typename State, typename Command>
struct Guard {
  const char* code;
  Verdict (*check)(const State&, const Command*, const Context&);
  std::array<Article, 3> articles;
  Severity severity = Severity::refusal;
};

/// An advice that was triggered and gone past, with the reason given.
struct PassedAdvice {
  std::string code;
  std::string reason;
};

/// Runs guards in order of precedence and returns what they refuse. An advice that was acknowledged with a reason is
/// dropped.
template <typename State, typename Command>
Refusals run_guards(std::span<const Guard<State, Command>> guards, const State& state, const Command* command,
                    const Context& context, std::vector<PassedAdvice>* passed = nullptr) {
  Refusals refusals;
  for (const auto& guard : guards) {
    if (context.skip_guard == guard.code) continue;
    auto facts = guard.check(state, command, context);
    if (!facts) continue;
    if (guard.severity == Severity::advice && context.acknowledged != nullptr) {
      const auto reason = context.acknowledged->find(guard.code);
      if (reason != context.acknowledged->end() && !reason->second.empty()) {
        if (passed != nullptr) passed->push_back({guard.code, reason->second});
        continue;
      }
    }
    Refusal refusal{guard.code, guard.severity, {}, std::move(*facts)};
    for (const Article& article : guard.articles) {
      if (article.instrument != nullptr) refusal.articles.push_back(article.citation());
    }
    refusals.push_back(std::move(refusal));
  }
  return refusals;
}

inline Verdict refuse_if(bool refused, Facts facts = {}) {
  if (!refused) return std::nullopt;
  return facts;
}

}  // namespace xiezhi::core::rule
