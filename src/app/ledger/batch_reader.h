// Reads and checks a file in batches on a thread of its own, a few batches ahead of the database.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "app/ledger/import_batch.h"
#include "app/sheet/record.h"

namespace xiezhi::app::ledger {

class BatchReader {
 public:
  /// The frame outlives the reader.
  BatchReader(std::unique_ptr<sheet::RecordSource> list, const ImportFrame& frame, RowReader rows,
              std::size_t batch_rows, base::Instant now);
  BatchReader(const BatchReader&) = delete;
  BatchReader& operator=(const BatchReader&) = delete;
  ~BatchReader();

  /// The next batch; nothing at the end of the file. An empty file still gives one empty batch. Batches begun from here
  /// on are dated `now`.
  std::optional<Batch> next(base::Instant now);
  /// Takes back a batch that is done with: freeing what it holds is left to the reading thread.
  void give_back(Batch batch);
  /// Why the file could not be read to its end; to be asked after next() has given nothing.
  [[nodiscard]] std::optional<sheet::SheetFault> problem() const { return list_->problem(); }

 private:
  void work(std::size_t batch_rows);
  Batch fresh();
  bool put(Batch batch);

  const ImportFrame& frame_;
  std::unique_ptr<sheet::RecordSource> list_;
  RowReader rows_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> ready_;
  std::vector<Batch> done_;
  base::Instant now_;
  bool ended_ = false;
  bool abandoned_ = false;
  std::thread thread_;
};

}  // namespace xiezhi::app::ledger
