// Reads and checks a file in batches on a thread of its own, a few batches ahead of the database.
#pragma once

#include <condition_variable>
#include <deque>
#include <fstream>
#include <mutex>
#include <optional>
#include <thread>

#include "app/ledger/import_batch.h"
#include "app/ledger/importer.h"

namespace xiezhi::app::ledger {

class BatchReader {
 public:
  /// Reads `path` from where the frame's job stood. The frame outlives the reader.
  BatchReader(const std::string& path, const ImportFrame& frame, RowReader rows, std::size_t batch_rows,
              base::Instant now);
  BatchReader(const BatchReader&) = delete;
  BatchReader& operator=(const BatchReader&) = delete;
  ~BatchReader();

  /// The next batch; nothing at the end of the file. An empty file still gives one empty batch. Batches begun from here
  /// on are dated `now`.
  std::optional<Batch> next(base::Instant now);
  /// Takes back a batch that is done with: freeing what it holds is left to the reading thread.
  void give_back(Batch batch);
  /// Whether the file could not be read to its end.
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  void work(std::size_t batch_rows);
  Batch fresh();
  bool put(Batch batch);

  const ImportFrame& frame_;
  std::ifstream file_;
  CsvReader csv_;
  RowReader rows_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> ready_;
  std::vector<Batch> done_;
  base::Instant now_;
  bool ended_ = false;
  bool abandoned_ = false;
  bool failed_ = false;
  std::thread thread_;
};

/// The file's bytes from its present position on.
ByteSource bytes_of(std::ifstream& file);

}  // namespace xiezhi::app::ledger
