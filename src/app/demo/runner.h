// Gives the steps of the demonstration to the append path, in the order of time. A refusal is a bug of the
// demonstration.
#pragma once

#include <functional>
#include <span>

#include "app/demo/random.h"
#include "app/demo/step.h"
#include "app/writer.h"

namespace xiezhi::app::demo {

using Progress = std::function<void(const std::string&)>;

class Runner {
 public:
  Runner(store::Connection& connection, const core::law::Pack& pack, std::uint64_t seed)
      : connection_(connection), pack_(pack), random_(seed) {}

  /// Runs the steps, sorted by time. The error is a sentence with the command and what was answered.
  base::Result<base::Unit, std::string> run(std::vector<Step> steps, const Progress& progress);

 private:
  base::Result<base::Unit, std::string> run_batch(std::span<const Step> steps);

  store::Connection& connection_;
  const core::law::Pack& pack_;
  Random random_;
  StreamCache cache_;
  std::map<std::string, std::int64_t> versions_;
};

}  // namespace xiezhi::app::demo
