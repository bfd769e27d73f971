#include "store/sqlite/checkpointer.h"

#include <sqlite3.h>

#include <filesystem>
#include <map>

namespace xiezhi::store::sqlite {
namespace {

constexpr int kPages = 4000;           ///< of the WAL from which on they are moved: 16 MB
constexpr int kTooManyPages = 64'000;  ///< the writer helps: the thread does not keep up, or could not open the file
constexpr int kFewPages = 400;         ///< moved in a moment, for which writers can wait
constexpr int kRounds = 6;

}  // namespace

std::shared_ptr<Checkpointer> Checkpointer::of(const std::string& path, const std::shared_ptr<WriterQueue>& queue) {
  static std::mutex mutex;
  static std::map<std::string, std::weak_ptr<Checkpointer>> known;
  std::error_code ignored;
  const std::string key = std::filesystem::weakly_canonical(path, ignored).string();
  const std::lock_guard lock(mutex);
  auto& place = known[key];
  auto out = place.lock();
  if (out == nullptr) {
    out = std::make_shared<Checkpointer>(path, queue);
    place = out;
  }
  return out;
}

Checkpointer::~Checkpointer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Checkpointer::watch(sqlite3* writer) { sqlite3_wal_hook(writer, &Checkpointer::committed, this); }

int Checkpointer::committed(void* self, sqlite3* writer, const char* database, int pages) {
  if (pages >= kTooManyPages) {
    (void)sqlite3_wal_checkpoint_v2(writer, database, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  } else if (pages >= kPages) {
    static_cast<Checkpointer*>(self)->wake();
  }
  return SQLITE_OK;
}

void Checkpointer::wake() {
  const std::lock_guard lock(mutex_);
  wanted_ = true;
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  woken_.notify_all();
}

void Checkpointer::run() {
  sqlite3* db = nullptr;
  if (sqlite3_open_v2(path_.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) == SQLITE_OK) {
    // FULL as everywhere, though this connection writes nothing of its own.
    (void)sqlite3_exec(db, "PRAGMA synchronous=FULL", nullptr, nullptr, nullptr);
    std::unique_lock lock(mutex_);
    for (;;) {
      woken_.wait(lock, [this] { return wanted_ || stopping_; });
      if (stopping_) break;
      wanted_ = false;
      lock.unlock();
      move_pages(db);
      lock.lock();
    }
  }
  sqlite3_close(db);
}

/// A WAL begins anew only when all its pages were moved and nobody has written meanwhile. So writers go on while most
/// of them are moved, and wait for the last few.
void Checkpointer::move_pages(sqlite3* db) {
  for (int i = 0; i < kRounds; ++i) {
    int pages = 0;
    int moved = 0;
    if (sqlite3_wal_checkpoint_v2(db, "main", SQLITE_CHECKPOINT_PASSIVE, &pages, &moved) != SQLITE_OK) return;
    if (moved >= pages) return;
    if (pages - moved <= kFewPages) break;
  }
  queue_->enter();
  (void)sqlite3_wal_checkpoint_v2(db, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  queue_->leave();
}

}  // namespace xiezhi::store::sqlite
