// The enterprises that a batch of rows speaks of, as they are stored.
#pragma once

#include <deque>
#include <map>

#include "app/ledger/import_batch.h"

namespace xiezhi::app::ledger {

/// Finds the enterprise of a row: by credit code; else by name and address, where one of the two has no code.
class HeldSet {
 public:
  /// Reads what the candidates may mean, and which rows of the file have spoken of it before.
  static store::DbResult<HeldSet> load(store::Connection& connection, const ImportJob& job,
                                       const ImportProgress& before, const std::vector<DraftedCandidate>& candidates);

  Held* find(const Candidate& candidate);
  Held& add(Held held, std::int64_t name_hash);
  /// To be called when an enterprise has got a code.
  void learn_code(Held& held);

 private:
  store::DbStatus load_rows(store::Connection& connection, const ImportJob& job, const ImportProgress& before,
                            const std::vector<DraftedCandidate>& candidates);
  store::DbStatus lay_over(store::Connection& connection, const ImportJob& job, const std::string& codes,
                           const std::string& names);
  store::DbStatus load_personal(store::Connection& connection);
  store::DbStatus load_seen(store::Connection& connection, const ImportJob& job);
  void index(Held& held, std::int64_t name_hash);

  std::deque<Held> all_;  // stands still while it grows
  std::map<std::string, Held*, std::less<>> by_code_;
  std::multimap<std::int64_t, Held*> by_name_;
};

}  // namespace xiezhi::app::ledger
