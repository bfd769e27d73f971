// Proof of decision tables over their declared inputs: no gap, no two rules that contradict each other, no rule that
// can never decide. Exact: the inputs are cut into stretches that no cell tells apart, and all of them are looked at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/dmn/space.h"

namespace xiezhi::core::dmn {

enum class Fault : std::uint8_t {
  gap,             ///< facts for which no rule holds
  overlap,         ///< facts for which two rules hold that say different things
  unreachable,     ///< a rule that no facts lead to, or only such as an earlier rule has taken
  outside_statute  ///< an outcome beyond what the bound provisions allow (core/casefile/benchmark_proof.h)
};
BOOST_DESCRIBE_ENUM(Fault, gap, overlap, unreachable, outside_statute)

/// One fact of a witness, the value as FEEL writes it.
struct WitnessFact {
  std::string name;
  std::string value;

  bool operator==(const WitnessFact&) const = default;
};
BOOST_DESCRIBE_STRUCT(WitnessFact, (), (name, value))

struct Finding {
  Fault fault = Fault::gap;
  std::vector<std::uint32_t> rules;  ///< from 1; of a gap none
  std::vector<WitnessFact> facts;    ///< concrete facts that show it; none where there are none
  std::string detail;
  bool advice = false;  ///< to be looked at, not wrong: rules that overlap and agree although they should be apart
};
BOOST_DESCRIBE_STRUCT(Finding, (), (fault, rules, facts, detail, advice))

struct TableProof {
  std::string decision;
  std::string place;  ///< inside the decision; "" for its own table
  std::uint32_t rules = 0;
  std::optional<std::string> undecided;  ///< why nothing, or not everything, could be told
  std::vector<Finding> findings;

  /// Whether everything was told and nothing is wrong.
  [[nodiscard]] bool sound() const;
};
BOOST_DESCRIBE_STRUCT(TableProof, (), (decision, place, rules, undecided, findings))

struct ProofLimits {
  std::uint64_t steps = 200'000'000;  ///< rules looked at in one search
  std::size_t findings = 50;          ///< of a kind and table; the rest is counted in `undecided`
};

TableProof prove_table(const Program& program, const TableAt& at, const ProofLimits& limits = {});
/// All tables of the model itself.
std::vector<TableProof> prove(const Program& program, const ProofLimits& limits = {});

/// The facts at one position of each axis.
std::vector<WitnessFact> facts_at(const Space& space, const std::vector<std::uint32_t>& at);
/// The value of an expression that needs no names; nothing for any other, and for text that cannot be read.
std::optional<feel::Value> constant_value(const Program& program, const TableAt& at, const std::string& text);

}  // namespace xiezhi::core::dmn
