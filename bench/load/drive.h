// Drives the desks: as fast as answers come, or at a fixed rate.
#pragma once

#include <array>
#include <vector>

#include "desk.h"

namespace xiezhi::bench {

struct Plan {
  std::array<unsigned, kOperations> weights{};
  double rate = 0;  ///< requests a second over all desks; 0: each desk asks again as soon as it is answered
  double warm_s = 2;
  double seconds = 10;
  std::string ready;  ///< a file to make when all desks are signed in
  std::string until;  ///< a file whose coming ends the run before its time
};

struct Measured {
  std::array<std::vector<std::uint32_t>, kOperations> latencies_us;
  std::array<std::uint64_t, kOperations> failed{};
  double seconds = 0;
  std::size_t most_waiting = 0;  ///< requests that were due while no desk was free
};

/// At a fixed rate a request's latency counts from the moment when it was due, not from when a connection was free for
/// it: a slow answer is felt by all that wait behind it.
Measured drive(std::vector<Desk>& desks, const Plan& plan);

}  // namespace xiezhi::bench
