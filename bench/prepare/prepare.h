// What the benchmarks work on: a list of enterprises that do not exist, and in a loaded database officers with accounts
// and inspections at which findings can be recorded.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/law/pack.h"
#include "core/org/org.h"
#include "store/connection.h"

namespace xiezhi::bench {

using Done = base::Result<base::Unit, std::string>;
template <typename T>
using Outcome = base::Result<T, std::string>;

struct Place {
  std::string database;  ///< address as store::open takes it
  std::string data;      ///< folder of the signing key
  std::string out;       ///< folder of what is written for the load generator
};

/// Enterprises numbered from `first`, as a CSV list.
Done write_list(const core::law::Pack& pack, std::uint64_t first, std::uint64_t count, const std::string& file);

/// A county where officers inspect.
struct County {
  std::string code;
  std::string body;
  std::vector<core::org::Officer> investigators;  ///< certified, two at least
  core::org::Officer approver;
  std::vector<std::string> enterprises;  ///< ids
};

/// The counties with the most enterprises. Writes for each an account of its first investigator to OUT/accounts.tsv,
/// and ids and names of its enterprises to OUT/enterprises.tsv.
Outcome<std::vector<County>> survey(store::Connection& connection, const Place& place, std::size_t counties);

/// Opens inspections, with scheme and arrival on site, until each county has `wanted` of them without a finding.
Done open_inspections(store::Connection& connection, const core::law::Pack& pack, const std::vector<County>& counties,
                      std::size_t wanted);

/// Writes rows of so many inspections into the read table; no entry stands behind them.
Done fill_inspections(store::Connection& connection, std::size_t count);

inline base::Instant wall_clock() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

inline std::string said(const store::DbError& error) { return error.statement + ": " + error.message; }

/// The value of a database result, or its error as a sentence.
#define TRY_SAID(...)                                                \
  ({                                                                 \
    auto&& said_result_ = (__VA_ARGS__);                             \
    if (!said_result_.ok()) [[unlikely]]                             \
      return base::Err{::xiezhi::bench::said(said_result_.error())}; \
    std::move(said_result_).value();                                 \
  })

}  // namespace xiezhi::bench
