// Imports of ledgers run one after the other on a thread of their own; their progress stands in the database.
#pragma once

#include <atomic>

#include "app/ledger/importer.h"
#include "app/service.h"
#include "http/message.h"
#include "http/work_pool.h"

namespace xiezhi::http {

class ImportRunner {
 public:
  explicit ImportRunner(app::Service& service) : service_(service) {}
  ~ImportRunner() { stopping_ = true; }  ///< leaves off after the batch in hand; the same file goes on from there

  /// Examines the file's header and begins, or goes on with, the import; answers with the job before its rows are read.
  /// Takes its time: not for a thread that serves readers.
  app::ledger::ImportResult<app::ledger::ImportJob> begin(const app::Caller& caller, std::shared_ptr<SpooledFile> file,
                                                          const std::string& file_name);
  WorkPool& pool() { return pool_; }

 private:
  app::ledger::ImportOptions options_for(const app::Caller& caller);
  void run(const app::Caller& caller, const SpooledFile& file, const app::ledger::ImportJob& job);

  app::Service& service_;
  std::atomic<bool> stopping_ = false;
  WorkPool rows_{1, 8};
  WorkPool pool_{1, 8};  ///< last member: its work uses the others
};

}  // namespace xiezhi::http
