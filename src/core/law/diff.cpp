#include "core/law/diff.h"

#include <algorithm>

#include "core/law/validate.h"

namespace xiezhi::core::law {
namespace {

using base::Json;

/// Something with an id, as JSON.
struct Thing {
  std::string id;
  std::string title;
  std::string from;  ///< the day from which it applies, where it has one
  Json json;
};
using Things = std::vector<Thing>;

template <typename T>
Json json_of(const T& value) {
  return MUST(Json::parse(base::to_json(value)));
}

std::string region_suffix(const std::optional<std::string>& region) { return region ? "@" + *region : ""; }

Things figures_of(const PackFile& file) {
  Things out;
  for (const Figure& one : file.figures) {
    out.push_back({one.key + region_suffix(one.region), one.subject, one.from.iso(), json_of(one)});
  }
  return out;
}

Things instruments_of(const PackFile& file) {
  Things out;
  for (const Instrument& one : file.instruments) out.push_back({one.id, one.short_title, one.from.iso(), json_of(one)});
  return out;
}

Things violations_of(const PackFile& file) {
  Things out;
  for (const Violation& one : file.violations) {
    out.push_back({one.id, one.title, one.penalty.instrument, json_of(one)});
  }
  return out;
}

/// The rules of a benchmark's table as a list of their own, so that a change names the rule.
Json benchmark_json(const Benchmark& benchmark) {
  Benchmark bare = benchmark;
  Json::Array rules;
  for (dmn::DrgNode& node : bare.model.nodes) {
    if (node.name != bare.decision || !node.expression || !node.expression->table) continue;
    for (const dmn::Rule& rule : node.expression->table->rules) rules.push_back(json_of(rule));
    node.expression->table->rules.clear();
  }
  Json out = json_of(bare);
  out.object()->emplace_back("rules", Json(std::move(rules)));
  return out;
}

enum class Part : std::uint8_t { benchmarks, circumstances, leniency };

Things discretion_of(const PackFile& file, Part part) {
  Things out;
  if (!file.discretion) return out;
  for (const Discretion& region : *file.discretion) {
    const std::string suffix = "@" + region.region;
    if (part == Part::benchmarks) {
      for (const Benchmark& one : region.benchmarks) {
        out.push_back({one.id, one.title, one.from.iso(), benchmark_json(one)});
      }
    } else if (part == Part::circumstances) {
      for (const Circumstance& one : region.circumstances) {
        out.push_back({one.id + suffix, one.title, one.from ? one.from->iso() : "", json_of(one)});
      }
    } else {
      for (const Leniency& one : region.leniency) {
        out.push_back({one.id, one.title, one.from.iso(), json_of(one)});
      }
    }
  }
  return out;
}

bool single(const Things& things, const std::string& id) {
  return std::count_if(things.begin(), things.end(), [&](const Thing& one) { return one.id == id; }) <= 1;
}

class Differ {
 public:
  void compare(Changed what, const Things& before, const Things& after) {
    what_ = what;
    for (const Thing& one : before) {
      const Thing* other = partner(one, before, after);
      if (other == nullptr) {
        tell(one, ChangeKind::removed, std::nullopt, one.json, std::nullopt);
      } else if (one.json.canonical() != other->json.canonical()) {
        descend(*other, "", one.json, other->json);
      }
    }
    for (const Thing& one : after) {
      if (partner(one, after, before) == nullptr) tell(one, ChangeKind::added, std::nullopt, std::nullopt, one.json);
    }
  }

  std::vector<Change> changes;

 private:
  static const Thing* partner(const Thing& one, const Things& own, const Things& others) {
    const bool by_id = single(own, one.id) && single(others, one.id);
    const auto found = std::find_if(others.begin(), others.end(), [&](const Thing& other) {
      return other.id == one.id && (by_id || other.from == one.from);
    });
    return found == others.end() ? nullptr : &*found;
  }

  void tell(const Thing& thing, ChangeKind change, std::optional<std::string> place, std::optional<Json> before,
            std::optional<Json> after) {
    changes.push_back({what_, change, thing.id, thing.title, std::move(place), std::move(before), std::move(after)});
  }

  /// Objects member by member, lists of the same length item by item; anything else as a whole.
  void descend(const Thing& thing, const std::string& place, const Json& before, const Json& after) {
    if (before.canonical() == after.canonical()) return;
    if (before.object() != nullptr && after.object() != nullptr) {
      for (const auto& [name, value] : *before.object()) {
        const Json* other = after.find(name);
        const std::string inner = place + "/" + base::pointer_token(name);
        if (other != nullptr) {
          descend(thing, inner, value, *other);
        } else {
          tell(thing, ChangeKind::removed, inner, value, std::nullopt);
        }
      }
      for (const auto& [name, value] : *after.object()) {
        if (before.find(name) != nullptr) continue;
        tell(thing, ChangeKind::added, place + "/" + base::pointer_token(name), std::nullopt, value);
      }
      return;
    }
    if (place == "/rules") return compare_rules(thing, *before.array(), *after.array());
    const bool lists = before.array() != nullptr && after.array() != nullptr;
    if (!lists || before.array()->size() != after.array()->size()) {
      return tell(thing, ChangeKind::changed, place, before, after);
    }
    for (std::size_t i = 0; i < before.array()->size(); ++i) {
      descend(thing, place + "/" + std::to_string(i), (*before.array())[i], (*after.array())[i]);
    }
  }

  /// Rules belong together when they ask the same; their order counts for some policies, so a move is told.
  void compare_rules(const Thing& thing, const Json::Array& before, const Json::Array& after) {
    const auto same_question = [](const Json& a, const Json& b) {
      return a.find("inputs")->canonical() == b.find("inputs")->canonical();
    };
    std::vector<bool> taken(after.size(), false);
    for (std::size_t i = 0; i < before.size(); ++i) {
      std::size_t at = 0;
      while (at < after.size() && (taken[at] || !same_question(before[i], after[at]))) ++at;
      const std::string place = "rule " + std::to_string(i + 1);
      if (at == after.size()) {
        tell(thing, ChangeKind::removed, place, before[i], std::nullopt);
        continue;
      }
      taken[at] = true;
      if (before[i].canonical() != after[at].canonical() || i != at) {
        if (before[i].canonical() == after[at].canonical() && before.size() != after.size()) continue;
        tell(thing, ChangeKind::changed, place, before[i], after[at]);
      }
    }
    for (std::size_t at = 0; at < after.size(); ++at) {
      if (!taken[at]) tell(thing, ChangeKind::added, "rule " + std::to_string(at + 1), std::nullopt, after[at]);
    }
  }

  Changed what_ = Changed::figure;
};

}  // namespace

PackFile in_force_on(const PackFile& file, base::Date day) {
  PackFile out = file;
  std::erase_if(out.figures, [&](const Figure& one) { return !in_force(one.from, one.until, day); });
  std::erase_if(out.instruments, [&](const Instrument& one) { return !in_force(one.from, one.until, day); });
  const auto known = [&](const std::string& id) {
    return std::any_of(out.instruments.begin(), out.instruments.end(),
                       [&](const Instrument& one) { return one.id == id; });
  };
  std::erase_if(out.violations, [&](const Violation& one) { return !known(one.penalty.instrument); });
  if (!out.discretion) return out;
  for (Discretion& region : *out.discretion) {
    std::erase_if(region.benchmarks, [&](const Benchmark& one) { return !in_force(one.from, one.until, day); });
    std::erase_if(region.leniency, [&](const Leniency& one) { return !in_force(one.from, one.until, day); });
    std::erase_if(region.circumstances,
                  [&](const Circumstance& one) { return !in_force(one.from.value_or(base::Date{}), one.until, day); });
  }
  return out;
}

std::vector<Change> diff(const PackFile& before, const PackFile& after) {
  Differ differ;
  differ.compare(Changed::instrument, instruments_of(before), instruments_of(after));
  differ.compare(Changed::figure, figures_of(before), figures_of(after));
  differ.compare(Changed::violation, violations_of(before), violations_of(after));
  differ.compare(Changed::benchmark, discretion_of(before, Part::benchmarks), discretion_of(after, Part::benchmarks));
  differ.compare(Changed::circumstance, discretion_of(before, Part::circumstances),
                 discretion_of(after, Part::circumstances));
  differ.compare(Changed::leniency, discretion_of(before, Part::leniency), discretion_of(after, Part::leniency));
  return std::move(differ.changes);
}

}  // namespace xiezhi::core::law
