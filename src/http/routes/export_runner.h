// Exports of the ledger run one after the other on a thread of their own; how far they are stands in the database, what
// they have written in a folder.
#pragma once

#include <atomic>

#include "app/ledger/export.h"
#include "app/service.h"
#include "http/work_pool.h"

namespace xiezhi::http {

class ExportRunner {
 public:
  explicit ExportRunner(app::Service& service);
  ~ExportRunner() { stopping_ = true; }

  using Job = app::ledger::ExportJob;

  /// Begins; nothing when too many are waiting or the database is away.
  std::optional<Job> begin(const app::Caller& caller, const app::Scope& scope,
                           const app::ledger::ExportRequest& request);
  /// Of the caller's own.
  [[nodiscard]] std::optional<Job> find(const app::Caller& caller, const std::string& id) const;
  /// Stops it if it runs, and removes what it has written.
  void remove(const Job& job);
  [[nodiscard]] std::filesystem::path file_of(const Job& job) const;

 private:
  void run(const app::Scope& scope, Job job);
  bool note(Job& job);

  app::Service& service_;
  std::filesystem::path folder_;
  std::atomic<bool> stopping_ = false;
  WorkPool pool_{1, 16};
};

}  // namespace xiezhi::http
