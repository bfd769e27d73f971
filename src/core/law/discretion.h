// A benchmark at work: which tier the stated facts fall into, what band that is, and the least change of facts that
// would lead to another tier.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/result.h"
#include "core/dmn/space.h"
#include "core/law/benchmark.h"

namespace xiezhi::core::law {

/// A benchmark made ready when the pack is loaded. `benchmark` lives as long as the pack.
struct BenchmarkProgram {
  const Benchmark* benchmark = nullptr;
  dmn::Program program;
  dmn::TableAt table;
  dmn::Space space;
};

/// An error says why the model is no benchmark: it does not compile, its decision is no table of plain conditions over
/// input data, or its outputs are not those of a benchmark.
base::Result<BenchmarkProgram, std::string> prepare(const Benchmark& benchmark);

enum class FactKind : std::uint8_t { number, whole_number, flag, choice, text, day, duration };
BOOST_DESCRIBE_ENUM(FactKind, number, whole_number, flag, choice, text, day, duration)

/// A fact that a benchmark asks for. Bounds include their ends; "" is none.
struct FactSpec {
  std::string name;
  FactKind kind = FactKind::number;
  std::vector<std::string> choices;
  std::string low;
  std::string high;
};
BOOST_DESCRIBE_STRUCT(FactSpec, (), (name, kind, choices, low, high))

std::vector<FactSpec> facts_of(const BenchmarkProgram& program);

/// A stated fact as a value of its axis; nothing when it cannot be one. Declared values do not count.
std::optional<feel::Value> read_fact(const dmn::Axis& axis, const std::string& text);

/// What is wrong with the stated facts.
struct FactProblem {
  std::string code;  ///< missing, unknown, twice, not_allowed, undecided
  std::string fact;
};
BOOST_DESCRIBE_STRUCT(FactProblem, (), (code, fact))

/// A fact that decided, with the condition of the rule it met ("-": any value).
struct DecidingFact {
  std::string name;
  std::string value;
  std::string condition;
};
BOOST_DESCRIBE_STRUCT(DecidingFact, (), (name, value, condition))

struct Tier {
  std::uint32_t rule = 0;  ///< from 1
  std::string name;
  std::vector<DecidingFact> facts;
  std::optional<std::int64_t> from_percent;  ///< a share of the range, or amounts
  std::optional<std::int64_t> to_percent;
  std::optional<base::Money> from_fen;
  std::optional<base::Money> to_fen;
};

base::Result<Tier, FactProblem> tier_of(const BenchmarkProgram& program, const std::vector<StatedFact>& facts);
/// The band of a tier within a statutory range; amounts beyond the range are cut off at it.
Band band_of(const Tier& tier, base::Money min, base::Money max);

struct FactChange {
  std::string name;
  std::string from;
  std::string to;
};
BOOST_DESCRIBE_STRUCT(FactChange, (), (name, from, to))

struct TierChange {
  std::vector<FactChange> changes;
  std::string tier;
  std::uint32_t rule = 0;
};
BOOST_DESCRIBE_STRUCT(TierChange, (), (changes, tier, rule))

struct NearestChanges {
  std::vector<TierChange> changes;
  bool cut = false;  ///< not everything was looked at: there were too many combinations, or four facts would be needed
};

/// The least changes that lead to another tier: of one fact each, in both directions; only where no single fact can
/// change it, of two facts together, and only where no two can, of three.
NearestChanges nearest_changes(const BenchmarkProgram& program, const std::vector<StatedFact>& facts);

}  // namespace xiezhi::core::law
