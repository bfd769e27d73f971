// One command of the demonstration: who gives it, when, on which stream.
#pragma once

#include <memory>

#include "app/command.h"

namespace xiezhi::app::demo {

using CallerPtr = std::shared_ptr<const Caller>;
using Acknowledged = std::map<std::string, std::string>;

struct Step {
  base::Instant at;
  CallerPtr who;
  std::string command;
  std::string stream;
  std::string payload;        ///< canonical JSON
  Acknowledged acknowledged;  ///< advice code → reason
  std::string also;           ///< another stream that the command writes to and later steps act on
  std::int64_t also_events = 0;
};

template <typename Command>
Step step_of(base::Instant at, CallerPtr who, std::string stream, const Command& command) {
  return {at, std::move(who), std::string(Command::kName), std::move(stream), base::to_json(command), {}, {}, 0};
}

}  // namespace xiezhi::app::demo
