#include "core/law/discretion.h"

#include <algorithm>

#include "core/dmn/prove.h"

namespace xiezhi::core::law {
namespace {

using base::Err;
using feel::Kind;
using feel::Value;

constexpr const char* kTier = "tier";
constexpr const char* kFromPercent = "from_percent";
constexpr const char* kToPercent = "to_percent";
constexpr const char* kFromYuan = "from_yuan";
constexpr const char* kToYuan = "to_yuan";

std::optional<std::int64_t> whole(const Value& context, const char* name) {
  const Value* found = context.find(name);
  return found == nullptr || found->number() == nullptr ? std::nullopt : found->number()->integer();
}

std::optional<base::Money> money(const Value& context, const char* name) {
  const auto yuan = whole(context, name);
  if (!yuan || *yuan < 0 || *yuan > 1'000'000'000'000) return std::nullopt;
  return base::Money::of_yuan(*yuan);
}

/// The facts as values, axis by axis, each inside its declared values.
base::Result<std::vector<Value>, FactProblem> read_facts(const BenchmarkProgram& program,
                                                         const std::vector<StatedFact>& facts) {
  std::vector<Value> out;
  for (const dmn::Axis& axis : program.space.axes) {
    const auto named = [&](const StatedFact& fact) { return fact.name == axis.name; };
    const auto found = std::find_if(facts.begin(), facts.end(), named);
    if (found == facts.end()) return Err{FactProblem{"missing", axis.name}};
    if (std::count_if(facts.begin(), facts.end(), named) > 1) return Err{FactProblem{"twice", axis.name}};
    auto value = read_fact(axis, found->value);
    const auto at = value ? axis.position(*value) : std::nullopt;
    const bool fits = !axis.whole || !value || value->number() == nullptr || value->number()->is_integer();
    if (!at || !axis.inside[*at] || !fits) return Err{FactProblem{"not_allowed", axis.name}};
    out.push_back(*std::move(value));
  }
  for (const StatedFact& fact : facts) {
    const bool known = std::any_of(program.space.axes.begin(), program.space.axes.end(),
                                   [&](const dmn::Axis& axis) { return axis.name == fact.name; });
    if (!known) return Err{FactProblem{"unknown", fact.name}};
  }
  return out;
}

base::Result<Tier, FactProblem> decide(const BenchmarkProgram& program, const std::vector<Value>& values) {
  dmn::Inputs inputs;
  for (std::size_t i = 0; i < values.size(); ++i) inputs.emplace_back(program.space.axes[i].name, values[i]);
  const auto outcome = dmn::evaluate(program.program, program.benchmark->decision, inputs);
  const Err undecided{FactProblem{"undecided", ""}};
  if (!outcome.ok() || outcome->hits.empty() || outcome->hits.front().rules.empty()) return undecided;
  const Value* name = outcome->value.find(kTier);
  if (name == nullptr || name->string() == nullptr) return undecided;
  Tier tier;
  tier.rule = outcome->hits.front().rules.front();
  tier.name = *name->string();
  tier.from_percent = whole(outcome->value, kFromPercent);
  tier.to_percent = whole(outcome->value, kToPercent);
  tier.from_fen = money(outcome->value, kFromYuan);
  tier.to_fen = money(outcome->value, kToYuan);
  const bool share = tier.from_percent && tier.to_percent;
  if (!share && !(tier.from_fen && tier.to_fen)) return undecided;
  const dmn::Table& table = *program.table.table;
  for (std::size_t i = 0; i < table.inputs.size(); ++i) {
    const std::uint32_t axis = program.space.axis_of[i];
    const std::string& cell = table.rules[tier.rule - 1].inputs[i];
    tier.facts.push_back({program.space.axes[axis].name, feel::text_of(values[axis]), cell.empty() ? "-" : cell});
  }
  return tier;
}

/// The value of a stretch that lies nearest to what was stated, coming from above.
Value nearest_below(const dmn::Axis& axis, std::uint32_t at) {
  const Value plain = axis.sample(at);
  const std::size_t next = at / 2;
  if (at % 2 == 1 || next >= axis.cuts.size()) return plain;
  const Value& high = axis.cuts[next];
  if (axis.kind == Kind::date) return Value(feel::date_of(feel::days_of(*high.date()) - 1));
  if (axis.kind == Kind::months) return Value(feel::Months{high.months()->value - 1});
  if (axis.kind != Kind::number) return plain;
  const auto ceiling = high.number()->rounded(0, feel::Rounding::ceiling);
  const auto before = ceiling ? feel::subtract(*ceiling, feel::Decimal(1)) : std::nullopt;
  const bool fits = before && (next == 0 || *axis.cuts[next - 1].number() < *before);
  return fits ? Value(*before) : plain;
}

bool is_ordered(const dmn::Axis& axis) { return axis.kind != Kind::string && axis.kind != Kind::boolean; }

/// The values of an axis worth trying instead of the one at `now`, nearest first, in one direction.
std::vector<Value> others(const dmn::Axis& axis, std::uint32_t now, bool upwards) {
  std::vector<Value> out;
  if (upwards) {
    for (std::uint32_t at = now + 1; at < axis.positions(); ++at) {
      if (axis.inside[at]) out.push_back(axis.sample(at));
    }
  } else {
    for (std::uint32_t at = now; at-- > 0;) {
      if (axis.inside[at]) out.push_back(is_ordered(axis) ? nearest_below(axis, at) : axis.sample(at));
    }
  }
  return out;
}

/// Looks for changes of one fact, then of two, then of three.
class ChangeSearch {
 public:
  ChangeSearch(const BenchmarkProgram& program, std::vector<Value> values, std::string tier)
      : program_(program), values_(std::move(values)), tier_(std::move(tier)) {}

  NearestChanges search() {
    const std::size_t axes = program_.space.axes.size();
    for (std::size_t i = 0; i < axes; ++i) one(i);
    for (std::size_t size = 2; size <= kMostFacts && found_.empty(); ++size) {
      std::vector<std::size_t> chosen;
      together(chosen, size);
    }
    const bool deeper = found_.empty() && axes > kMostFacts;
    return {std::move(found_), tries_ > kMostTries || deeper};
  }

 private:
  using Changes = std::vector<std::pair<std::size_t, Value>>;

  static constexpr std::size_t kMostFacts = 3;
  static constexpr std::size_t kMostTries = 4'000;

  [[nodiscard]] std::uint32_t at(std::size_t axis) const {
    return program_.space.axes[axis].position(values_[axis]).value_or(0);
  }

  bool differs(const Changes& changes) {
    if (tries_ > kMostTries || ++tries_ > kMostTries) return false;
    std::vector<Value> values = values_;
    for (const auto& [axis, value] : changes) values[axis] = value;
    const auto tier = decide(program_, values);
    if (!tier.ok() || tier->name == tier_) return false;
    TierChange found{{}, tier->name, tier->rule};
    for (const auto& [axis, value] : changes) {
      found.changes.push_back({program_.space.axes[axis].name, feel::text_of(values_[axis]), feel::text_of(value)});
    }
    found_.push_back(std::move(found));
    return true;
  }

  void one(std::size_t i) {
    const dmn::Axis& axis = program_.space.axes[i];
    for (const bool upwards : {false, true}) {
      for (Value& value : others(axis, at(i), upwards)) {
        if (differs({{i, std::move(value)}}) && is_ordered(axis)) break;
      }
    }
  }

  /// Each choice of `size` facts, in every combination of directions.
  void together(std::vector<std::size_t>& chosen, std::size_t size) {
    if (chosen.size() == size) {
      for (std::uint32_t upwards = 0; upwards < (1U << size); ++upwards) {
        Changes changes;
        nearest(chosen, upwards, changes);
      }
      return;
    }
    for (std::size_t i = chosen.empty() ? 0 : chosen.back() + 1; i < program_.space.axes.size(); ++i) {
      chosen.push_back(i);
      together(chosen, size);
      chosen.pop_back();
    }
  }

  /// The first change of the chosen facts that leads to another tier; false for none. A bit of `upwards` for each fact,
  /// the first one the highest.
  bool nearest(const std::vector<std::size_t>& chosen, std::uint32_t upwards, Changes& changes) {
    if (changes.size() == chosen.size()) return differs(changes);
    const std::size_t axis = chosen[changes.size()];
    const bool up = (upwards >> (chosen.size() - 1 - changes.size()) & 1U) != 0;
    for (Value& value : others(program_.space.axes[axis], at(axis), up)) {
      changes.emplace_back(axis, std::move(value));
      if (nearest(chosen, upwards, changes)) return true;
      changes.pop_back();
      if (tries_ > kMostTries) return false;
    }
    return false;
  }

  const BenchmarkProgram& program_;
  std::vector<Value> values_;
  std::string tier_;
  std::vector<TierChange> found_;
  std::size_t tries_ = 0;
};

bool has_output(const dmn::Table& table, const char* name) {
  return std::any_of(table.outputs.begin(), table.outputs.end(),
                     [&](const dmn::OutputClause& output) { return output.name == name; });
}

/// A benchmark has one answer, and it stands in a rule: why this table cannot be one, "" where it can.
std::string unfit(const dmn::Program& program, const dmn::TableAt& at) {
  const dmn::Table& table = *at.table;
  const bool lists = table.policy == dmn::HitPolicy::collect || table.policy == dmn::HitPolicy::rule_order ||
                     table.policy == dmn::HitPolicy::output_order;
  if (lists) return "a benchmark has one answer, and its hit policy gives a list";
  for (std::size_t i = 0; i < table.outputs.size(); ++i) {
    const dmn::OutputClause& output = table.outputs[i];
    if (output.otherwise) return "'" + output.name + "' has a default, which no rule and no facts stand for";
    if (output.name != kTier && output.name != kFromPercent && output.name != kToPercent && output.name != kFromYuan &&
        output.name != kToYuan) {
      continue;
    }
    for (std::size_t rule = 0; rule < table.rules.size(); ++rule) {
      const std::string& cell = table.rules[rule].outputs[i];
      const auto value = dmn::constant_value(program, at, cell);
      if (!value) continue;  // computed; the proof of the band says so
      const bool text = value->string() != nullptr && !value->string()->empty();
      const bool whole_number = value->number() != nullptr && value->number()->integer().has_value();
      if (output.name == kTier ? text : whole_number) continue;
      return "rule " + std::to_string(rule + 1) + ", '" + output.name + "': " + cell +
             (output.name == kTier ? " is no name" : " is no whole number");
    }
  }
  return "";
}

/// The first and last declared value, where there is one.
void set_bounds(const dmn::Axis& axis, FactSpec& spec) {
  const auto first = std::find(axis.inside.begin(), axis.inside.end(), true) - axis.inside.begin();
  if (first % 2 == 1) spec.low = feel::text_of(axis.cuts[static_cast<std::size_t>(first) / 2]);
  for (std::size_t at = axis.inside.size(); at-- > 0;) {
    if (!axis.inside[at]) continue;
    if (at % 2 == 1) spec.high = feel::text_of(axis.cuts[at / 2]);
    return;
  }
}

}  // namespace

std::optional<Value> read_fact(const dmn::Axis& axis, const std::string& text) {
  switch (axis.kind) {
    case Kind::number:
      if (const auto number = feel::Decimal::parse(text)) return Value(*number);
      return std::nullopt;
    case Kind::boolean:
      if (text != "true" && text != "false") return std::nullopt;
      return Value(text == "true");
    case Kind::date:
      if (const auto date = feel::parse_date(text)) return Value(*date);
      return std::nullopt;
    case Kind::seconds:
      if (const auto seconds = feel::parse_seconds(text)) return Value(*seconds);
      return std::nullopt;
    case Kind::months:
      if (const auto months = feel::parse_months(text)) return Value(*months);
      return std::nullopt;
    case Kind::null:
    case Kind::string: return Value(text);
    case Kind::time:
    case Kind::date_time:
    case Kind::list:
    case Kind::context:
    case Kind::range:
    case Kind::function: return std::nullopt;
  }
  return std::nullopt;
}

base::Result<BenchmarkProgram, std::string> prepare(const Benchmark& benchmark) {
  auto program = TRY(dmn::Program::compile(benchmark.model));
  if (!program.problems().empty()) {
    const dmn::Problem& first = program.problems().front();
    return Err{first.node + ", " + first.place + ": " + first.message};
  }
  for (const dmn::TableAt& at : dmn::tables_of(program)) {
    if (at.decision != benchmark.decision || !at.place.empty()) continue;
    auto space = TRY(dmn::space_of(program, at));  // which also says whether each rule has its cells
    if (std::string why = unfit(program, at); !why.empty()) return Err{std::move(why)};
    const bool share = has_output(*at.table, kFromPercent) && has_output(*at.table, kToPercent);
    const bool amount = has_output(*at.table, kFromYuan) && has_output(*at.table, kToYuan);
    if (!has_output(*at.table, kTier) || share == amount) return Err{std::string("its outputs are no tier and band")};
    for (const dmn::Axis& axis : space.axes) {
      const auto node = program.find(axis.name);
      const bool given = node && program.model().nodes[*node].kind == dmn::NodeKind::input;
      if (!given) return Err{"'" + axis.name + "' is no input data"};
    }
    return BenchmarkProgram{&benchmark, std::move(program), at, std::move(space)};
  }
  return Err{"'" + benchmark.decision + "' is no decision table"};
}

std::vector<FactSpec> facts_of(const BenchmarkProgram& program) {
  std::vector<FactSpec> out;
  for (const dmn::Axis& axis : program.space.axes) {
    FactSpec spec{axis.name, FactKind::text, {}, "", ""};
    if (axis.kind == Kind::number) spec.kind = axis.whole ? FactKind::whole_number : FactKind::number;
    if (axis.kind == Kind::boolean) spec.kind = FactKind::flag;
    if (axis.kind == Kind::date) spec.kind = FactKind::day;
    if (axis.kind == Kind::seconds || axis.kind == Kind::months) spec.kind = FactKind::duration;
    if (axis.kind == Kind::string) {
      for (std::uint32_t at = 0; at < axis.positions(); ++at) {
        if (axis.inside[at] && at % 2 == 1) spec.choices.push_back(*axis.cuts[at / 2].string());
      }
      const bool open = axis.inside.front() || axis.inside.back();
      if (!open) spec.kind = FactKind::choice;
    } else if (axis.kind != Kind::boolean && axis.kind != Kind::null) {
      set_bounds(axis, spec);
    }
    out.push_back(std::move(spec));
  }
  return out;
}

base::Result<Tier, FactProblem> tier_of(const BenchmarkProgram& program, const std::vector<StatedFact>& facts) {
  return decide(program, TRY(read_facts(program, facts)));
}

Band band_of(const Tier& tier, base::Money min, base::Money max) {
  if (tier.from_fen && tier.to_fen) return {std::clamp(*tier.from_fen, min, max), std::clamp(*tier.to_fen, min, max)};
  const auto share = [&](std::int64_t percent) {
    return base::Money{min.fen + (max.fen - min.fen) * std::clamp<std::int64_t>(percent, 0, 100) / 100};
  };
  return {share(tier.from_percent.value_or(0)), share(tier.to_percent.value_or(100))};
}

NearestChanges nearest_changes(const BenchmarkProgram& program, const std::vector<StatedFact>& facts) {
  auto values = read_facts(program, facts);
  if (!values.ok()) return {};
  const auto tier = decide(program, *values);
  if (!tier.ok()) return {};
  return ChangeSearch(program, std::move(values).value(), tier->name).search();
}

}  // namespace xiezhi::core::law
