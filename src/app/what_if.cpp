#include "app/what_if.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/dmn/prove.h"

namespace xiezhi::app {
namespace {

namespace dmn = core::dmn;
namespace feel = core::feel;
namespace law = core::law;

std::optional<feel::Decimal> number_of(const law::BenchmarkProgram& program, std::size_t rule, const char* output) {
  const dmn::Table& table = *program.table.table;
  for (std::size_t i = 0; i < table.outputs.size(); ++i) {
    if (table.outputs[i].name != output) continue;
    const auto value = dmn::constant_value(program.program, program.table, table.rules[rule].outputs[i]);
    if (value && value->number() != nullptr) return *value->number();
  }
  return std::nullopt;
}

std::string tier_of_rule(const law::BenchmarkProgram& program, std::size_t rule) {
  const dmn::Table& table = *program.table.table;
  for (std::size_t i = 0; i < table.outputs.size(); ++i) {
    if (table.outputs[i].name != "tier") continue;
    const auto value = dmn::constant_value(program.program, program.table, table.rules[rule].outputs[i]);
    if (value && value->string() != nullptr) return *value->string();
  }
  return "";
}

feel::Decimal sum_of(const feel::Decimal& a, const feel::Decimal& b) { return feel::add(a, b).value_or(a); }

int sign_between(const feel::Decimal& before, const feel::Decimal& after) {
  return after < before ? -1 : before < after ? 1 : 0;
}

/// Both ends of a band together, in fen over a range of the law.
feel::Decimal weight_of(const FastBenchmark::Outcome& outcome, const law::Band& range) {
  const feel::Decimal both = sum_of(outcome.low, outcome.high);
  if (!outcome.percent) return feel::multiply(both, feel::Decimal(100)).value_or(both);
  const feel::Decimal width(range.high.fen - range.low.fen);
  const feel::Decimal parts = feel::multiply(width, both).value_or(both);
  return sum_of(feel::Decimal(2 * range.low.fen), feel::divide(parts, feel::Decimal(100)).value_or(parts));
}

}  // namespace

base::Result<FastBenchmark, std::string> FastBenchmark::of(const law::BenchmarkProgram& program) {
  FastBenchmark out;
  out.axes_ = program.space.axes;
  out.classifier_ = TRY(dmn::Classifier::of(program.program, program.table, program.space));
  for (std::size_t rule = 0; rule < program.table.table->rules.size(); ++rule) {
    const auto from_percent = number_of(program, rule, "from_percent");
    const auto to_percent = number_of(program, rule, "to_percent");
    const bool of_range = from_percent && to_percent;
    const auto low = of_range ? from_percent : number_of(program, rule, "from_yuan");
    const auto high = of_range ? to_percent : number_of(program, rule, "to_yuan");
    if (!low || !high) return base::Err{"the band of rule " + std::to_string(rule + 1) + " is computed"};
    const std::string band = low->text() + "–" + high->text() + (of_range ? " %" : "");
    out.outcomes_.push_back({tier_of_rule(program, rule), band, *low, *high, of_range});
  }
  return out;
}

std::optional<std::uint32_t> FastBenchmark::rule(const std::vector<feel::Value>& values) const {
  std::array<std::uint32_t, 64> at{};
  if (axes_.size() > at.size()) return std::nullopt;
  for (std::size_t i = 0; i < axes_.size(); ++i) {
    const auto position = axes_[i].position(values[i]);
    if (!position || !axes_[i].inside[*position]) return std::nullopt;
    at[i] = *position;
  }
  return classifier_.rule(std::span(at).first(axes_.size()));
}

void WhatIf::add(const WhatIf& other) {
  cases += other.cases;
  same += other.same;
  heavier += other.heavier;
  lighter += other.lighter;
  renamed += other.renamed;
  unlike += other.unlike;
  no_longer += other.no_longer;
  newly += other.newly;
  neither += other.neither;
  for (const auto& [move, count] : other.moves) moves[move] += count;
}

Comparison::Comparison(const FastBenchmark& before, const FastBenchmark& after,
                       std::optional<std::vector<law::Band>> ranges)
    : before_(before), after_(after), ranges_(std::move(ranges)), axes_(before.axes()) {
  for (const dmn::Axis& axis : after.axes()) {
    std::size_t at = 0;
    while (at < axes_.size() && axes_[at].name != axis.name) ++at;
    if (at == axes_.size()) axes_.push_back(axis);
    after_at_.push_back(at);
  }
  counts_.assign((before.outcomes().size() + 1) * (after.outcomes().size() + 1), 0);
}

std::pair<std::size_t, std::size_t> Comparison::decide(const std::vector<feel::Value>& values) const {
  std::vector<feel::Value> asked;
  asked.reserve(after_at_.size());
  for (const std::size_t at : after_at_) asked.push_back(values[at]);
  const auto before = before_.rule(values);
  const auto after = after_.rule(asked);
  return {before ? *before : before_.outcomes().size(), after ? *after : after_.outcomes().size()};
}

bool Comparison::differ(std::size_t before, std::size_t after) const {
  const bool was = before < before_.outcomes().size();
  const bool is = after < after_.outcomes().size();
  if (!was || !is) return was != is;
  const auto& a = before_.outcomes()[before];
  const auto& b = after_.outcomes()[after];
  return a.tier != b.tier || a.band != b.band;
}

std::optional<int> Comparison::shift(const FastBenchmark::Outcome& before, const FastBenchmark::Outcome& after) const {
  if (before.percent == after.percent) {
    return sign_between(sum_of(before.low, before.high), sum_of(after.low, after.high));
  }
  std::optional<int> out;
  if (!ranges_) return out;
  for (const law::Band& range : *ranges_) {
    const int here = sign_between(weight_of(before, range), weight_of(after, range));
    if (out && *out != here) return std::nullopt;
    out = here;
  }
  return out;
}

bool Comparison::add(const std::vector<feel::Value>& values) {
  const auto [before, after] = decide(values);
  ++counts_[before * (after_.outcomes().size() + 1) + after];
  return differ(before, after);
}

std::string Comparison::named(const FastBenchmark& benchmark, std::size_t rule) const {
  if (rule >= benchmark.outcomes().size()) return "—";
  const auto& outcome = benchmark.outcomes()[rule];
  return outcome.tier + " " + outcome.band;
}

WhatIf Comparison::result() const {
  WhatIf out;
  const std::size_t last_before = before_.outcomes().size();
  const std::size_t last_after = after_.outcomes().size();
  for (std::size_t before = 0; before <= last_before; ++before) {
    for (std::size_t after = 0; after <= last_after; ++after) {
      const std::int64_t count = counts_[before * (last_after + 1) + after];
      if (count == 0) continue;
      out.cases += count;
      if (before == last_before && after == last_after) {
        out.neither += count;
        continue;
      }
      if (!differ(before, after)) {
        out.same += count;
        continue;
      }
      out.moves[named(before_, before) + " → " + named(after_, after)] += count;
      if (after == last_after) {
        out.no_longer += count;
      } else if (before == last_before) {
        out.newly += count;
      } else {
        const auto moved = shift(before_.outcomes()[before], after_.outcomes()[after]);
        if (!moved) {
          out.unlike += count;
        } else {
          (*moved > 0 ? out.heavier : *moved < 0 ? out.lighter : out.renamed) += count;
        }
      }
    }
  }
  return out;
}

Example Comparison::example(const std::vector<feel::Value>& values, const std::string& id) const {
  const auto [before, after] = decide(values);
  Example out{{}, id, named(before_, before), named(after_, after)};
  for (std::size_t i = 0; i < axes_.size(); ++i) out.facts[axes_[i].name] = feel::text_of(values[i]);
  return out;
}

}  // namespace xiezhi::app
