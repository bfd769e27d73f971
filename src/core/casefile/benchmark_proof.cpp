#include "core/casefile/benchmark_proof.h"

#include <algorithm>

namespace xiezhi::core::casefile {
namespace {

/// A fine that is bound, as the law has it.
struct BoundFine {
  law::BenchmarkUse use;
  std::optional<StatutoryRange> range;
  bool fixed = false;  ///< amounts stand in the law itself, so that amounts of a band can be held against them
};

BoundFine bound_fine(const law::BenchmarkUse& use, const law::Pack& pack, base::Date on, std::string_view division) {
  BoundFine out{use, std::nullopt, true};
  const law::Violation* violation = pack.violation(use.violation, on);
  if (violation == nullptr) return out;
  Charge charge;
  charge.act_from = charge.act_until = on;
  charge.triggers = {use.stage};
  charge.illegal_gains_fen = base::Money{};
  charge.last_year_income_fen = base::Money{};
  for (const law::Branch& branch : violation->branches) {
    const bool named = std::find(branch.when.begin(), branch.when.end(), use.stage) != branch.when.end();
    if (!named || branch.subject != use.subject) continue;
    if (use.stage == law::Trigger::gains_at_least_threshold && branch.threshold_fen) {
      charge.illegal_gains_fen = branch.threshold_fen;
    }
    for (const law::Measure& measure : branch.measures) {
      out.fixed = out.fixed && (!paid_as_fine(measure.kind) || measure.kind == law::MeasureKind::fine);
    }
  }
  out.range = statutory_range(*violation, use.subject, charge, pack, division);
  if (out.range && use_of(use.violation, *out.range) != use) out.range.reset();
  return out;
}

std::string yuan(base::Money money) { return std::to_string(money.fen / 100); }

class BandProver {
 public:
  BandProver(const law::BenchmarkProgram& program, std::vector<BoundFine> fines, dmn::TableProof& proof)
      : program_(program), fines_(std::move(fines)), proof_(proof) {}

  void prove() {
    for (const BoundFine& fine : fines_) {
      if (fine.range) continue;
      add(0, "no fine is set for " + fine.use.violation + " against " + std::string(base::enum_name(fine.use.subject)) +
                 " after " + std::string(base::enum_name(fine.use.stage)));
    }
    for (std::uint32_t rule = 0; rule < program_.space.rules.size(); ++rule) {
      if (dmn::point_in(program_.space, rule)) check(rule);
    }
  }

 private:
  void add(std::uint32_t rule, std::string detail) {
    dmn::Finding finding{dmn::Fault::outside_statute, {}, {}, std::move(detail)};
    if (rule != 0) {
      finding.rules = {rule};
      finding.facts = dmn::facts_at(program_.space, *dmn::point_in(program_.space, rule - 1));
    }
    proof_.findings.push_back(std::move(finding));
  }

  [[nodiscard]] std::optional<feel::Decimal> output(std::uint32_t rule, const char* name) const {
    const dmn::Table& table = *program_.table.table;
    for (std::size_t i = 0; i < table.outputs.size(); ++i) {
      if (table.outputs[i].name != name) continue;
      const auto value = dmn::constant_value(program_.program, program_.table, table.rules[rule].outputs[i]);
      if (value && value->number() != nullptr) return *value->number();
    }
    return std::nullopt;
  }

  void check(std::uint32_t rule) {
    const auto from_percent = output(rule, "from_percent");
    const auto to_percent = output(rule, "to_percent");
    if (from_percent && to_percent) {
      const feel::Decimal whole(100);
      if (from_percent->negative()) add(rule + 1, "the band begins below the range: " + from_percent->text() + " %");
      if (*to_percent > whole) add(rule + 1, "the band ends above the range: " + to_percent->text() + " %");
      if (*to_percent < *from_percent) add(rule + 1, "the band ends before it begins");
      return;
    }
    const auto from = output(rule, "from_yuan");
    const auto to = output(rule, "to_yuan");
    if (!from || !to) {
      if (!proof_.undecided) proof_.undecided = "the band of rule " + std::to_string(rule + 1) + " is computed";
      return;
    }
    if (*to < *from) add(rule + 1, "the band ends before it begins");
    for (const BoundFine& fine : fines_) check_amounts(rule, *from, *to, fine);
  }

  void check_amounts(std::uint32_t rule, const feel::Decimal& from, const feel::Decimal& to, const BoundFine& fine) {
    if (!fine.range) return;
    if (!fine.fixed) {
      if (!proof_.undecided) proof_.undecided = "the fine of " + fine.use.violation + " is reckoned from other amounts";
      return;
    }
    const auto fen = [](const feel::Decimal& amount) { return feel::multiply(amount, feel::Decimal(100)); };
    const auto low = fen(from);
    const auto high = fen(to);
    if (!low || *low < feel::Decimal(fine.range->min_fen.fen)) {
      add(rule + 1, from.text() + " yuan lies below the minimum of " + yuan(fine.range->min_fen) + " yuan (" +
                        fine.range->basis + ")");
    }
    if (!high || *high > feel::Decimal(fine.range->max_fen.fen)) {
      add(rule + 1, to.text() + " yuan lies above the maximum of " + yuan(fine.range->max_fen) + " yuan (" +
                        fine.range->basis + ")");
    }
  }

  const law::BenchmarkProgram& program_;
  std::vector<BoundFine> fines_;
  dmn::TableProof& proof_;
};

}  // namespace

dmn::TableProof prove_benchmark(const law::BenchmarkProgram& program, const std::vector<law::BenchmarkUse>& uses,
                                const law::Pack& pack, base::Date on, std::string_view division,
                                const dmn::ProofLimits& limits) {
  dmn::TableProof proof = dmn::prove_table(program.program, program.table, limits);
  std::vector<BoundFine> fines;
  for (const law::BenchmarkUse& use : uses) fines.push_back(bound_fine(use, pack, on, division));
  BandProver(program, std::move(fines), proof).prove();
  return proof;
}

std::optional<StatutoryRange> graded_range(const law::BenchmarkUse& use, const law::Pack& pack, base::Date on,
                                           std::string_view division) {
  return bound_fine(use, pack, on, division).range;
}

std::optional<std::vector<law::Band>> fixed_ranges(const std::vector<law::BenchmarkUse>& uses, const law::Pack& pack,
                                                   base::Date on, std::string_view division) {
  std::vector<law::Band> out;
  for (const law::BenchmarkUse& use : uses) {
    const BoundFine fine = bound_fine(use, pack, on, division);
    if (!fine.fixed || !fine.range || !fine.range->known) return std::nullopt;
    const auto same = [&](const law::Band& one) {
      return one.low == fine.range->min_fen && one.high == fine.range->max_fen;
    };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back({fine.range->min_fen, fine.range->max_fen});
  }
  return out;
}

}  // namespace xiezhi::core::casefile
