// Imports of ledgers run one after the other on a thread of their own; their progress stands in the database and their
// files in a folder until they are done.
#pragma once

#include <atomic>

#include "app/ledger/importer.h"
#include "app/service.h"
#include "http/message.h"
#include "http/work_pool.h"

namespace xiezhi::http {

/// Its functions take their time: not for a thread that serves readers.
class ImportRunner {
 public:
  explicit ImportRunner(app::Service& service);
  ~ImportRunner() { stopping_ = true; }  ///< leaves off after the batch in hand; resume() goes on from there

  template <typename T>
  using Result = app::ledger::ImportResult<T>;
  using Job = app::ledger::ImportJob;

  /// Examines the file's header and begins, or goes on with, the import; answers with the job before its rows are read.
  Result<Job> begin(const app::Caller& caller, const SpooledFile& file, const std::string& file_name);
  /// Keeps the file until somebody has said how it is to be read.
  Result<Job> hold(const app::Caller& caller, const SpooledFile& file, const std::string& file_name);
  Result<app::ledger::ListPreview> preview(const app::Caller& caller, const Job& job,
                                           const std::optional<std::string>& sheet,
                                           std::optional<std::int64_t> header_row);
  /// Begins a trial or the import itself from the top of the file.
  Result<Job> begin(const app::Caller& caller, Job job, const app::ledger::Layout& layout, app::ledger::ImportState as);
  /// Goes on with a job that was cut off.
  Result<Job> resume(const app::Caller& caller, Job job);
  Result<base::Unit> discard(const Job& job);

  /// Where these functions are to be called.
  WorkPool& pool() { return pool_; }

 private:
  app::ledger::ImportOptions options_for(const app::Caller& caller);
  [[nodiscard]] std::filesystem::path file_of(const Job& job) const { return folder_ / job.id; }
  Result<std::unique_ptr<store::Connection>> open_database();
  Result<base::Unit> keep(const SpooledFile& file, const Job& job);
  Result<Job> post(const app::Caller& caller, Job job);
  void run(const app::Caller& caller, const Job& job);

  app::Service& service_;
  std::filesystem::path folder_;
  std::atomic<bool> stopping_ = false;
  WorkPool rows_{1, 8};
  WorkPool pool_{1, 8};  ///< last member: its work uses the others
};

}  // namespace xiezhi::http
