// Gives committed entries their leaf numbers: gapless, and for each stream in the order of its versions. Writes tree
// nodes and a signed checkpoint. An entry is durable when its command is acknowledged, and provable when it is
// sequenced.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/signing.h"
#include "store/connection.h"

namespace xiezhi::app {

struct SequencerOptions {
  std::string address;  ///< of a migrated database
  SigningKey key;
  std::function<std::int64_t()> now_ms;  ///< for recorded_at of checkpoints
  std::int64_t batch = 5000;             ///< entries per transaction
  std::int64_t interval_ms = 50;         ///< between rounds, and for looking at what other processes committed
  std::function<void(const store::DbError&)> on_error = [](const store::DbError&) {};
};

/// One round: numbers at most `limit` entries and returns how many. 0 also when another process is the sequencer.
store::DbResult<std::int64_t> sequence_once(store::Connection& connection, const SigningKey& key, std::int64_t now_ms,
                                            std::int64_t limit);
/// Until nothing is left; for commands of the command line and tests.
store::DbResult<std::int64_t> sequence_all(store::Connection& connection, const SigningKey& key, std::int64_t now_ms);

/// The thread that does this while it lives.
class Sequencer {
 public:
  explicit Sequencer(SequencerOptions options);
  Sequencer(const Sequencer&) = delete;
  Sequencer& operator=(const Sequencer&) = delete;
  /// Numbers what is left, then stops.
  ~Sequencer();

  /// Something was committed. Cheap; call it after every commit.
  void notify();

 private:
  void run();
  /// True when there is more to do at once.
  bool round(std::unique_ptr<store::Connection>& connection);

  SequencerOptions options_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool notified_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace xiezhi::app
