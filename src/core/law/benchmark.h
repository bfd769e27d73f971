// Discretion (裁量) as the law pack carries it: benchmarks as decision models bound to violations, circumstances that
// move an amount, and the list of acts that are treated leniently.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/dmn/model.h"
#include "core/law/penalty.h"

namespace xiezhi::core::law {

/// A fact as stated: "12", "true", "较大", "2026-01-31".
struct StatedFact {
  std::string name;
  std::string value;

  bool operator==(const StatedFact&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatedFact, (), (name, value))

/// Amounts, both ends included.
struct Band {
  base::Money low;
  base::Money high;

  bool operator==(const Band&) const = default;
};
BOOST_DESCRIBE_STRUCT(Band, (), (low, high))

/// A fine that a benchmark grades: whose, for what, and after which trigger of the clause.
struct BenchmarkUse {
  std::string violation;
  Subject subject = Subject::unit;
  Trigger stage = Trigger::found;

  bool operator==(const BenchmarkUse&) const = default;
};
BOOST_DESCRIBE_STRUCT(BenchmarkUse, (), (violation, subject, stage))

/// A benchmark (裁量基准): a decision table from factual factors to a tier with its band (行政处罚法 第三十四条). The
/// table's outputs are `tier`, and either `from_percent` and `to_percent`, a share of the statutory range, or
/// `from_yuan` and `to_yuan`.
struct Benchmark {
  std::string id;        ///< permanent
  std::string title;     ///< in Chinese
  std::string decision;  ///< of the model; it is a decision table over input data
  base::Date from;
  std::optional<base::Date> until;
  std::vector<BenchmarkUse> uses;
  std::string note;
  Provenance status = Provenance::unverified;
  dmn::Model model;
};
BOOST_DESCRIBE_STRUCT(Benchmark, (), (id, title, decision, from, until, uses, note, status, model))

enum class Effect : std::uint8_t {
  lighter,  ///< 从轻: towards the lower end of the band
  heavier,  ///< 从重: towards the upper end of the band
  reduced   ///< 减轻: below the statutory minimum
};
BOOST_DESCRIBE_ENUM(Effect, lighter, heavier, reduced)

/// A circumstance besides the facts that decide the tier (行政处罚法 第三十条至第三十二条、第三十四条、第四十九条).
struct Circumstance {
  std::string id;
  std::string title;  ///< in Chinese
  Effect effect = Effect::lighter;
  std::int32_t percent = 0;  ///< of the band's width, by which it moves the amount; none of a reducing one
  Citation source;
  std::string note;
  Provenance status = Provenance::unverified;
  std::optional<base::Date> from;   ///< absent: since ever
  std::optional<base::Date> until;  ///< last day
};
BOOST_DESCRIBE_STRUCT(Circumstance, (), (id, title, effect, percent, source, note, status, from, until))

/// An entry of the region's list of acts that need not be punished (包容免罚清单), under its own name of document.
struct Leniency {
  std::string id;
  std::string title;  ///< in Chinese
  std::vector<std::string> violations;
  std::vector<std::string> tiers;       ///< of the benchmark, at which it may be applied
  std::vector<std::string> conditions;  ///< enumerators of core::casefile::Condition that must all hold
  std::string writ;                     ///< name of the document
  base::Date from;
  std::optional<base::Date> until;
  Citation source;
  std::string note;
  Provenance status = Provenance::unverified;
};
BOOST_DESCRIBE_STRUCT(Leniency, (), (id, title, violations, tiers, conditions, writ, from, until, source, note, status))

/// What one region has set.
struct Discretion {
  std::string region;  ///< division code prefix, "23"
  std::vector<Benchmark> benchmarks;
  std::vector<Circumstance> circumstances;
  std::vector<Leniency> leniency;
};
BOOST_DESCRIBE_STRUCT(Discretion, (), (region, benchmarks, circumstances, leniency))

}  // namespace xiezhi::core::law
