#include "core/benchmark/proof.h"

#include <algorithm>

#include "core/casefile/benchmark_proof.h"

namespace xiezhi::core::benchmark {

const dmn::Finding* Verification::fault() const {
  const auto found = std::find_if(proof.findings.begin(), proof.findings.end(),
                                  [](const dmn::Finding& finding) { return !finding.advice; });
  return found == proof.findings.end() ? nullptr : &*found;
}

std::int64_t Verification::faults() const {
  return std::count_if(proof.findings.begin(), proof.findings.end(),
                       [](const dmn::Finding& finding) { return !finding.advice; });
}

Flaw Verification::flaw() const {
  if (unusable) return Flaw::unusable;
  const dmn::Finding* first = fault();
  if (first == nullptr) return Flaw::undecided;
  switch (first->fault) {
    case dmn::Fault::gap: return Flaw::gap;
    case dmn::Fault::overlap: return Flaw::overlap;
    case dmn::Fault::unreachable: return Flaw::unreachable;
    case dmn::Fault::outside_statute: return Flaw::outside_statute;
  }
  VERIFY_NOT_REACHED();
}

Verification verify(const law::Benchmark& table, const law::Pack& pack, base::Date on, std::string_view region) {
  Verification out;
  const auto program = law::prepare(table);
  if (!program.ok()) {
    out.unusable = program.error();
    return out;
  }
  dmn::ProofLimits limits;
  limits.steps = kProofSteps;
  out.proof = casefile::prove_benchmark(*program, table.uses, pack, on, region, limits);
  return out;
}

std::string witness_text(const dmn::Finding& finding) {
  std::string out;
  for (const dmn::WitnessFact& fact : finding.facts) out += (out.empty() ? "" : "，") + fact.name + " = " + fact.value;
  return out;
}

}  // namespace xiezhi::core::benchmark
