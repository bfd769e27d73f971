#include "app/ledger/batch_reader.h"

namespace xiezhi::app::ledger {
namespace {

constexpr std::size_t kAhead = 2;

}  // namespace

BatchReader::BatchReader(std::unique_ptr<sheet::RecordSource> list, const ImportFrame& frame, RowReader rows,
                         std::size_t batch_rows, base::Instant now)
    : frame_(frame), list_(std::move(list)), rows_(std::move(rows)), now_(now), thread_([this, batch_rows] {
        work(batch_rows);
      }) {}

BatchReader::~BatchReader() {
  {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void BatchReader::work(std::size_t batch_rows) {
  Batch batch = fresh();
  sheet::Record record;
  while (list_->next(record)) {
    auto read = rows_.read(record);
    if (auto* candidate = std::get_if<Candidate>(&read)) {
      Draft draft = make_draft(frame_, *candidate, batch.at);
      batch.candidates.push_back({std::move(*candidate), std::move(draft)});
    } else {
      batch.rejections.push_back(std::move(*std::get_if<Rejection>(&read)));
    }
    if (batch.candidates.size() + batch.rejections.size() < batch_rows) continue;
    if (!put(std::move(batch))) return;
    batch = fresh();
  }
  put(std::move(batch));
  const std::lock_guard lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

Batch BatchReader::fresh() {
  std::vector<Batch> done;  // freed after the lock
  const std::lock_guard lock(mutex_);
  done.swap(done_);
  Batch out;
  out.at = now_;
  return out;
}

void BatchReader::give_back(Batch batch) {
  const std::lock_guard lock(mutex_);
  done_.push_back(std::move(batch));
}

/// False when nobody waits any more.
bool BatchReader::put(Batch batch) {
  batch.next_offset = static_cast<std::int64_t>(list_->offset());
  batch.next_record = static_cast<std::int64_t>(list_->rows());
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ready_.size() < kAhead || abandoned_; });
  if (abandoned_) return false;
  ready_.push_back(std::move(batch));
  changed_.notify_all();
  return true;
}

std::optional<Batch> BatchReader::next(base::Instant now) {
  std::unique_lock lock(mutex_);
  now_ = now;
  changed_.wait(lock, [this] { return !ready_.empty() || ended_; });
  if (ready_.empty()) return std::nullopt;
  Batch out = std::move(ready_.front());
  ready_.pop_front();
  changed_.notify_all();
  return out;
}

}  // namespace xiezhi::app::ledger
