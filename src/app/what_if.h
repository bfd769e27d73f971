// Cases decided under a benchmark and under a draft of it, many at a time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/dmn/classifier.h"
#include "core/law/discretion.h"

namespace xiezhi::app {

/// A benchmark ready for millions of cases.
class FastBenchmark {
 public:
  static base::Result<FastBenchmark, std::string> of(const core::law::BenchmarkProgram& program);

  struct Outcome {
    std::string tier;
    std::string band;  ///< "20–50 %" of the range, or "1000–5000" yuan
    core::feel::Decimal low;
    core::feel::Decimal high;
    bool percent = false;
  };
  [[nodiscard]] const std::vector<core::dmn::Axis>& axes() const { return axes_; }
  [[nodiscard]] const std::vector<Outcome>& outcomes() const { return outcomes_; }  ///< rule by rule
  /// The rule that decides for values in the order of axes(); nothing where there is none, or a value is not declared.
  [[nodiscard]] std::optional<std::uint32_t> rule(const std::vector<core::feel::Value>& values) const;

 private:
  std::vector<core::dmn::Axis> axes_;
  core::dmn::Classifier classifier_;
  std::vector<Outcome> outcomes_;
};

/// One case that a draft would treat differently.
struct Example {
  std::map<std::string, std::string> facts;
  std::string id;  ///< of the case; "" for a synthetic one
  std::string before;
  std::string after;
};
BOOST_DESCRIBE_STRUCT(Example, (), (facts, id, before, after))

struct WhatIf {
  std::int64_t cases = 0;
  std::int64_t same = 0;
  std::int64_t heavier = 0;    ///< the band lies higher
  std::int64_t lighter = 0;    ///< the band lies lower
  std::int64_t renamed = 0;    ///< another tier, the same band
  std::int64_t unlike = 0;     ///< percent against yuan, and not the same way for every fine that is graded
  std::int64_t no_longer = 0;  ///< decided before, without an answer under the draft
  std::int64_t newly = 0;      ///< without an answer before
  std::int64_t neither = 0;
  std::map<std::string, std::int64_t> moves;  ///< "轻微 → 一般" and how many

  void add(const WhatIf& other);
};
BOOST_DESCRIBE_STRUCT(WhatIf, (), (cases, same, heavier, lighter, renamed, unlike, no_longer, newly, neither, moves))

/// Counts one case.
class Comparison {
 public:
  /// `ranges` of the fines that are graded: percent and yuan are compared over them, or not at all.
  Comparison(const FastBenchmark& before, const FastBenchmark& after,
             std::optional<std::vector<core::law::Band>> ranges = std::nullopt);

  /// Facts by the axes of the benchmark in force, then those that only the draft asks for.
  [[nodiscard]] const std::vector<core::dmn::Axis>& axes() const { return axes_; }
  /// Whether the case is treated differently.
  bool add(const std::vector<core::feel::Value>& values);
  [[nodiscard]] WhatIf result() const;
  [[nodiscard]] Example example(const std::vector<core::feel::Value>& values, const std::string& id) const;

 private:
  /// Rule before × rule after.
  [[nodiscard]] std::pair<std::size_t, std::size_t> decide(const std::vector<core::feel::Value>& values) const;
  [[nodiscard]] bool differ(std::size_t before, std::size_t after) const;
  /// Below 0 where the band after lies lower, 0 where it weighs the same, above 0 where it lies higher.
  [[nodiscard]] std::optional<int> shift(const FastBenchmark::Outcome& before,
                                         const FastBenchmark::Outcome& after) const;
  [[nodiscard]] std::string named(const FastBenchmark& benchmark, std::size_t rule) const;

  const FastBenchmark& before_;
  const FastBenchmark& after_;
  std::optional<std::vector<core::law::Band>> ranges_;
  std::vector<core::dmn::Axis> axes_;
  std::vector<std::size_t> after_at_;  ///< of each axis of the draft: its place in axes_
  std::vector<std::int64_t> counts_;   ///< by rule before × rule after, the last of each for none
};

}  // namespace xiezhi::app
