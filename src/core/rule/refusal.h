// What the law answers when it says no, and the articles it says it with.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "core/law/citation.h"

namespace xiezhi::core::rule {

/// A refusal blocks. An advice does not: going past it needs a reason, which is recorded.
enum class Severity : std::uint8_t { refusal, advice };
BOOST_DESCRIBE_ENUM(Severity, refusal, advice)

/// Arguments for the wording of a refusal: names and values, never sentences.
using Facts = std::map<std::string, std::string>;

struct Refusal {
  std::string code;  ///< dotted and permanent, for example "hearing.request.too_late"
  Severity severity = Severity::refusal;
  std::vector<law::Citation> articles;
  Facts facts;
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (code, severity, articles, facts))

using Refusals = std::vector<Refusal>;

/// An article as guards name it: a literal, so that guards are constants.
struct Article {
  const char* instrument = nullptr;
  std::int32_t article = 0;
  std::int32_t paragraph = 0;  ///< 0: the article as a whole
  std::int32_t item = 0;

  [[nodiscard]] law::Citation citation() const {
    law::Citation out{instrument, article, {}, {}};
    if (paragraph != 0) out.paragraph = paragraph;
    if (item != 0) out.item = item;
    return out;
  }
};

/// The articles of a guard, up to three.
constexpr std::array<Article, 3> at(Article first, Article second = {}, Article third = {}) {
  return {first, second, third};
}

inline constexpr const char* kPenaltyLaw = "administrative_penalty_law_2021";
inline constexpr const char* kCompulsionLaw = "administrative_compulsion_law_2011";
inline constexpr const char* kWorkSafetyLaw = "work_safety_law_2021";
inline constexpr const char* kReconsiderationLaw = "administrative_reconsideration_law_2023";
inline constexpr const char* kReferralRules = "crime_referral_rules_2020";
inline constexpr const char* kLitigationLaw = "administrative_litigation_law_2017";

}  // namespace xiezhi::core::rule
