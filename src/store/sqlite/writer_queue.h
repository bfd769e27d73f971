// Writers of one SQLite file inside one process, in the order of their coming. SQLite itself lets waiting writers sleep
// and poll, so that a busy one starves the others.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace xiezhi::store::sqlite {

class WriterQueue {
 public:
  /// The queue of a file; the same one for every connection of the process.
  static std::shared_ptr<WriterQueue> of(const std::string& path);

  void enter();
  void leave();

 private:
  std::mutex mutex_;
  std::condition_variable turn_;
  std::uint64_t next_ticket_ = 0;
  std::uint64_t serving_ = 0;
};

}  // namespace xiezhi::store::sqlite
