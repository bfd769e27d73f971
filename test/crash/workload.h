// Commands as the application writes them, for tests that kill the writer: several entries of several streams, a
// private value and the command's answer in one transaction.
#pragma once

#include <cstdint>
#include <string>

#include "store/connection.h"

namespace xiezhi::crash {

/// SplitMix64: the same seed gives the same run everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// 0 … limit-1
  std::int64_t below(std::int64_t limit) {
    return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(limit));
  }

 private:
  std::uint64_t state_;
};

/// Where a writer is: its streams are "case/<round>-0" … "case/<round>-7", shared with the other writers of the round.
struct Writer {
  std::string actor;
  std::string round;
};

/// Writes one command and returns the number of its entries once it is acknowledged.
store::DbResult<std::int64_t> write_command(store::Connection& connection, const Writer& writer,
                                            const std::string& command_id, Random& random);

}  // namespace xiezhi::crash
