#include "app/writer.h"

#include "app/batch.h"

namespace xiezhi::app {
namespace {

constexpr std::size_t kMostWaiting = 10'000;
constexpr int kTries = 5;

CommandReply failed(std::string code, std::string message) {
  CommandReply reply;
  reply.status = CommandStatus::failed;
  reply.code = std::move(code);
  reply.message = std::move(message);
  return reply;
}

/// One transaction over the commands. An error leaves nothing behind.
store::DbResult<std::vector<CommandReply>> attempt(store::Connection& connection, const WriterOptions& options,
                                                   std::span<const Waiting> commands, bool check_ids) {
  TRY(connection.begin(store::Access::write));
  Batch batch(connection, options, check_ids);
  auto replies = batch.run(commands);
  if (!replies.ok()) {
    connection.rollback();
    return replies;
  }
  const auto committed = connection.commit();
  if (!committed.ok()) {
    connection.rollback();
    return base::Err{committed.error()};
  }
  batch.publish();
  return replies;
}

CommandReply execute_one(store::Connection& connection, const WriterOptions& options, const Waiting& command) {
  store::DbError last;
  for (int i = 0; i < kTries; ++i) {
    auto replies = attempt(connection, options, std::span(&command, 1), true);
    if (replies.ok()) return std::move(replies->front());
    last = replies.error();
    const bool again = last.kind == store::DbErrorKind::retry || last.kind == store::DbErrorKind::duplicate;
    if (!again) break;
  }
  return failed("command.database", last.statement + ": " + last.message);
}

}  // namespace

std::vector<CommandReply> execute_batch(store::Connection& connection, const WriterOptions& options,
                                        const std::vector<Waiting>& batch) {
  if (batch.size() > 1) {
    // OPTIMIZATION: ids are not looked up first; one used before trips its unique key, and the batch is done singly.
    auto replies = attempt(connection, options, batch, false);
    if (replies.ok()) return std::move(replies).value();
  }
  std::vector<CommandReply> replies;
  for (const Waiting& command : batch) replies.push_back(execute_one(connection, options, command));
  return replies;
}

Writer::Writer(WriterOptions options) : options_(std::move(options)), thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void Writer::submit(Waiting waiting) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() < kMostWaiting && !stopping_) {
      queue_.push_back(std::move(waiting));
      wake_.notify_one();
      return;
    }
  }
  waiting.done(failed("command.overloaded", "too many commands wait"));
}

void Writer::run() {
  std::unique_ptr<store::Connection> connection;
  for (;;) {
    std::vector<Waiting> batch;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      while (!queue_.empty() && batch.size() < options_.batch) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
      }
    }
    if (connection == nullptr) {
      auto opened = store::open(options_.address, store::Access::write);
      if (opened.ok()) connection = std::move(opened).value();
    }
    std::vector<CommandReply> replies(batch.size(), failed("command.database", "the database cannot be reached"));
    if (connection != nullptr) replies = execute_batch(*connection, options_, batch);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      // A connection that failed is opened anew for the next batch.
      if (replies[i].status == CommandStatus::failed) connection.reset();
      batch[i].done(std::move(replies[i]));
    }
    if (options_.on_commit) options_.on_commit();
  }
}

}  // namespace xiezhi::app
