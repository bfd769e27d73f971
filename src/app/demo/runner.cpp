#include "app/demo/runner.h"

#include <algorithm>

namespace xiezhi::app::demo {
namespace {

using Done = base::Result<base::Unit, std::string>;

constexpr std::size_t kMostInBatch = 64;
constexpr std::int64_t kWindowMs = 2 * 3'600'000;
constexpr std::size_t kProgressEvery = 1'000;

/// What may share a transaction: acts of two hours, as if entered at the last of them. Where the version of a stream
/// cannot be foretold, the batch ends.
std::size_t batch_length(std::span<const Step> steps) {
  std::size_t count = 0;
  const std::int64_t window = steps.front().at.ms / kWindowMs;
  while (count < steps.size() && count < kMostInBatch && steps[count].at.ms / kWindowMs == window) {
    const Step& step = steps[count++];
    if (!step.acknowledged.empty() || !step.also.empty()) break;
  }
  return count;
}

}  // namespace

Done Runner::run(std::vector<Step> steps, const Progress& progress) {
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
  std::size_t told = 0;
  for (std::size_t done = 0; done < steps.size();) {
    const std::span rest = std::span<const Step>(steps).subspan(done);
    const std::size_t count = batch_length(rest);
    TRY(run_batch(rest.first(count)));
    done += count;
    if (done < told + kProgressEvery && done < steps.size()) continue;
    told = done;
    progress(std::to_string(done) + " of " + std::to_string(steps.size()) + " commands, up to " +
             rest[count - 1].at.date().iso());
  }
  return base::Unit{};
}

Done Runner::run_batch(std::span<const Step> steps) {
  const base::Instant now = steps.back().at;
  WriterOptions options;
  options.pack = &pack_;
  options.cache = &cache_;
  options.clock = [now] { return now; };
  std::vector<Waiting> batch;
  for (const Step& step : steps) {
    CommandRequest request;
    request.command_id = random_.uuid(step.at);
    request.stream = step.stream;
    request.expected_version = versions_[step.stream]++;
    request.occurred_at = step.at;
    if (!step.acknowledged.empty()) request.acknowledged = step.acknowledged;
    request.payload = MUST(base::Json::parse(step.payload));
    batch.push_back({*step.who, step.command, std::move(request), {}});
  }
  const std::vector<CommandReply> replies = execute_batch(connection_, options, batch);
  for (std::size_t i = 0; i < replies.size(); ++i) {
    const Step& step = steps[i];
    if (replies[i].status != CommandStatus::accepted) {
      return base::Err{step.command + " on " + step.stream + " by " + step.who->name + " at " + step.at.iso() + " " +
                       step.payload + ": " + base::to_json(replies[i])};
    }
    versions_[step.stream] = *replies[i].version;
    if (!step.also.empty()) versions_[step.also] += step.also_events;
  }
  return base::Unit{};
}

}  // namespace xiezhi::app::demo
