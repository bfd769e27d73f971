// A few threads for work that would hold up the readers: password hashes take a tenth of a second each.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace xiezhi::http {

class WorkPool {
 public:
  WorkPool(unsigned threads, std::size_t most_waiting);
  ~WorkPool();  ///< finishes what was taken
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  /// False when too much is waiting already; `work` is not taken then.
  [[nodiscard]] bool try_post(std::function<void()> work);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  std::size_t most_waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace xiezhi::http
