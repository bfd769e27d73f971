#include "core/law/published.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "core/law/validate.h"

namespace xiezhi::core::law {
namespace {

/// Ends each version of a table on the day before the next one begins.
void end_in_turn(std::vector<Benchmark>& list) {
  for (Benchmark& one : list) {
    for (const Benchmark& other : list) {
      if (other.id != one.id || other.from <= one.from) continue;
      const base::Date last = other.from.plus_days(-1);
      if (!one.until || last < *one.until) one.until = last;
    }
  }
}

/// Of two tables that grade one fine at a time, the one that begins later leaves it to the other.
void grade_once(std::vector<Benchmark>& list) {
  const auto rank = [](const Benchmark& one) { return std::pair(one.from, one.id); };
  for (Benchmark& later : list) {
    for (const Benchmark& other : list) {
      if (other.id == later.id || !(rank(other) < rank(later))) continue;
      if (!overlap(other.from, other.until, later.from, later.until)) continue;
      std::erase_if(later.uses, [&](const BenchmarkUse& use) {
        return std::find(other.uses.begin(), other.uses.end(), use) != other.uses.end();
      });
    }
  }
}

const std::vector<Benchmark>& tables_of(const Pack& pack, std::string_view region) {
  static const std::vector<Benchmark> kNone;
  for (const Discretion& one : pack.discretions()) {
    if (one.region == region) return one.benchmarks;
  }
  return kNone;
}

}  // namespace

base::Result<PackFile, std::string> with_published(PackFile file, const std::vector<PublishedBenchmark>& published) {
  if (!file.discretion) file.discretion.emplace();
  for (const PublishedBenchmark& one : published) {
    const auto region = std::find_if(file.discretion->begin(), file.discretion->end(),
                                     [&](const Discretion& known) { return known.region == one.region; });
    if (region == file.discretion->end()) {
      return base::Err{"'" + one.table.id + "' is published for region " + one.region +
                       ", which the pack does not have"};
    }
    std::erase_if(region->benchmarks,
                  [&](const Benchmark& known) { return known.id == one.table.id && known.from == one.table.from; });
    region->benchmarks.push_back(one.table);
    end_in_turn(region->benchmarks);
  }
  if (!published.empty()) {
    for (Discretion& region : *file.discretion) grade_once(region.benchmarks);
  }
  return file;
}

const Benchmark* newest_benchmark(const Pack& pack, std::string_view region, std::string_view id) {
  const Benchmark* out = nullptr;
  for (const Benchmark& one : tables_of(pack, region)) {
    if (one.id == id && (out == nullptr || one.from > out->from)) out = &one;
  }
  return out;
}

const Benchmark* benchmark_on(const Pack& pack, std::string_view region, std::string_view id, base::Date on) {
  for (const Benchmark& one : tables_of(pack, region)) {
    if (one.id == id && in_force(one.from, one.until, on)) return &one;
  }
  return nullptr;
}

std::string model_digest(dmn::Model model) {
  for (dmn::Source& source : model.sources) source.file.clear();
  return base::to_hex(base::sha256(base::to_json(model)));
}

}  // namespace xiezhi::core::law
