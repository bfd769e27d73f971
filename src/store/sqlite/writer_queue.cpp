#include "store/sqlite/writer_queue.h"

#include <filesystem>
#include <map>

namespace xiezhi::store::sqlite {

std::shared_ptr<WriterQueue> WriterQueue::of(const std::string& path) {
  static std::mutex mutex;
  static std::map<std::string, std::weak_ptr<WriterQueue>> queues;
  std::error_code ignored;
  const std::string key = std::filesystem::weakly_canonical(path, ignored).string();
  const std::lock_guard lock(mutex);
  auto& known = queues[key];
  auto queue = known.lock();
  if (queue == nullptr) {
    queue = std::make_shared<WriterQueue>();
    known = queue;
  }
  return queue;
}

void WriterQueue::enter() {
  std::unique_lock lock(mutex_);
  const std::uint64_t ticket = next_ticket_++;
  turn_.wait(lock, [&] { return serving_ == ticket; });
}

void WriterQueue::leave() {
  {
    const std::lock_guard lock(mutex_);
    ++serving_;
  }
  turn_.notify_all();
}

}  // namespace xiezhi::store::sqlite
