// Moves the pages of a WAL into its database on a thread of its own. SQLite itself lets the writer do it whose commit
// passes the limit: its command, and all that wait behind it, are late by hundreds of milliseconds.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "store/sqlite/writer_queue.h"

struct sqlite3;

namespace xiezhi::store::sqlite {

class Checkpointer {
 public:
  /// That of a file; the same one for every connection of the process.
  static std::shared_ptr<Checkpointer> of(const std::string& path, const std::shared_ptr<WriterQueue>& queue);

  Checkpointer(std::string path, std::shared_ptr<WriterQueue> queue)
      : path_(std::move(path)), queue_(std::move(queue)) {}
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;
  ~Checkpointer();

  /// Has `writer` tell of the pages that its commits leave in the WAL, instead of moving them itself.
  void watch(sqlite3* writer);

 private:
  static int committed(void* self, sqlite3* writer, const char* database, int pages);
  void wake();
  void run();
  void move_pages(sqlite3* db);

  std::string path_;
  std::shared_ptr<WriterQueue> queue_;
  std::mutex mutex_;
  std::condition_variable woken_;
  bool wanted_ = false;
  bool stopping_ = false;
  std::thread thread_;  ///< begins with the first wake
};

}  // namespace xiezhi::store::sqlite
