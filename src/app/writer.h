// The append path: commands are decided and appended in batches, one transaction each, by one thread of the process. An
// answer is given after the commit, so accepted means durable.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/command.h"
#include "app/live_pack.h"
#include "app/stream_cache.h"
#include "core/law/pack.h"
#include "store/connection.h"

namespace xiezhi::app {

struct WriterOptions {
  std::string address;
  const core::law::Pack* pack = nullptr;  ///< the law where no benchmark can have been published since
  LivePack* law = nullptr;                ///< the law with what was published, as each transaction finds it
  StreamCache* cache = nullptr;
  std::function<base::Instant()> clock;
  std::function<void()> on_commit;  ///< wakes the sequencer
  std::size_t batch = 64;           ///< commands in one transaction at most
};

/// One command waiting for its turn.
struct Waiting {
  Caller caller;
  std::string name;
  CommandRequest request;
  ReplyHandler done;
};

class Writer {
 public:
  explicit Writer(WriterOptions options);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  /// Finishes what waits, then stops.
  ~Writer();

  /// Queues a command; `done` is called once, on the writer's thread. Refuses with `failed` when too many wait.
  void submit(Waiting waiting);

 private:
  void run();

  WriterOptions options_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Waiting> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

/// Decides and appends commands in one transaction on an open connection: what the writer does with a batch, and what
/// the command line does with one. Replies stand in the order of the commands. A batch that fails as a whole is done
/// again, one by one.
std::vector<CommandReply> execute_batch(store::Connection& connection, const WriterOptions& options,
                                        const std::vector<Waiting>& batch);

}  // namespace xiezhi::app
