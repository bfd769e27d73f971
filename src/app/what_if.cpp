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

std::optional<std::int64_t> number_of(const law::BenchmarkProgram& program, std::size_t rule, const char* output) {
  const dmn::Table& table = *program.table.table;
  for (std::size_t i = 0; i < table.outputs.size(); ++i) {
    if (table.outputs[i].name != output) continue;
    const auto value = dmn::constant_value(program.program, program.table, table.rules[rule].outputs[i]);
    if (value && value->number() != nullptr) return value->number()->integer();
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

}  // namespace

base::Result<FastBenchmark, std::string> FastBenchmark::of(const law::BenchmarkProgram& program) {
  FastBenchmark out;
  out.axes_ = program.space.axes;
  out.classifier_ = TRY(dmn::Classifier::of(program.program, program.table, program.space));
  for (std::size_t rule = 0; rule < program.table.table->rules.size(); ++rule) {
    const auto from_percent = number_of(program, rule, "from_percent");
    const auto to_percent = number_of(program, rule, "to_percent");
    const auto low = from_percent ? from_percent : number_of(program, rule, "from_yuan");
    const auto high = to_percent ? to_percent : number_of(program, rule, "to_yuan");
    if (!low || !high) return base::Err{"the band of rule " + std::to_string(rule + 1) + " is computed"};
    const std::string band = std::to_string(*low) + "–" + std::to_string(*high) + (from_percent ? " %" : "");
    out.outcomes_.push_back({tier_of_rule(program, rule), band, *low, *high});
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
  no_longer += other.no_longer;
  newly += other.newly;
  neither += other.neither;
  for (const auto& [move, count] : other.moves) moves[move] += count;
}

Comparison::Comparison(const FastBenchmark& before, const FastBenchmark& after)
    : before_(before), after_(after), axes_(before.axes()) {
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
        const auto& a = before_.outcomes()[before];
        const auto& b = after_.outcomes()[after];
        const std::int64_t shift = b.low + b.high - a.low - a.high;
        (shift > 0 ? out.heavier : shift < 0 ? out.lighter : out.renamed) += count;
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
