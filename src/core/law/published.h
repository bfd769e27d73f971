// Benchmarks that were published after the law pack was built, laid over it.
#pragma once

#include <string>
#include <vector>

#include "core/law/pack.h"

namespace xiezhi::core::law {

/// A version of a benchmark with the region that set it.
struct PublishedBenchmark {
  std::string region;
  Benchmark table;
};
BOOST_DESCRIBE_STRUCT(PublishedBenchmark, (), (region, table))

/// The pack with the published versions among its own. Of one table the version that begins later ends the one before
/// it on the day before; of two that begin on one day the published one stands. Of two tables that grade one fine at a
/// time, which no guard lets pass but two publications at one moment can come to, the one that begins later leaves it
/// to the other. An error names the table whose region the pack does not have.
// 行政处罚法(2021) 第三十四条、第五条第三款: a benchmark applies from its day on, and no earlier.
base::Result<PackFile, std::string> with_published(PackFile file, const std::vector<PublishedBenchmark>& published);

/// The newest version of a region's table by its day, or null. `region` is the region's own code.
const Benchmark* newest_benchmark(const Pack& pack, std::string_view region, std::string_view id);
/// The version of it that is in force on a day, or null.
const Benchmark* benchmark_on(const Pack& pack, std::string_view region, std::string_view id, base::Date on);

/// SHA-256 over a model's canonical JSON, hex: what two versions of a table have in common or not. File names, which
/// decide nothing, do not count.
std::string model_digest(dmn::Model model);

}  // namespace xiezhi::core::law
