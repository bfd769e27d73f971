// What must be known of a table before it may be handed in or published.
#pragma once

#include "core/dmn/prove.h"
#include "core/law/pack.h"

namespace xiezhi::core::benchmark {

/// Steps of one proof. A table that needs more counts as one that cannot be decided: guards run while the journal
/// waits.
inline constexpr std::uint64_t kProofSteps = 20'000'000;

/// What can be wrong with a table, as refusals tell it.
enum class Flaw : std::uint8_t { gap, overlap, unreachable, outside_statute, undecided, unusable };
BOOST_DESCRIBE_ENUM(Flaw, gap, overlap, unreachable, outside_statute, undecided, unusable)

struct Verification {
  std::optional<std::string> unusable;  ///< why the model is no benchmark at all
  dmn::TableProof proof;

  /// The first finding that is no mere advice, or null.
  [[nodiscard]] const dmn::Finding* fault() const;
  [[nodiscard]] std::int64_t faults() const;
  /// The first thing wrong; of a sound table there is none.
  [[nodiscard]] Flaw flaw() const;
  [[nodiscard]] bool sound() const { return !unusable && proof.sound(); }
};

/// The same proof as `xiezhi law prove`, by the law of a day in a region.
// 行政处罚法(2021) 第三十四条、第四条: what is published is lawful: without gap or contradiction, inside the statute.
Verification verify(const law::Benchmark& table, const law::Pack& pack, base::Date on, std::string_view region);

/// "未培训人数 = 4，高危行业 = true".
std::string witness_text(const dmn::Finding& finding);

}  // namespace xiezhi::core::benchmark
