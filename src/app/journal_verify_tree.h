// The part of the check that walks the leaves in their order: hashes, tree nodes, checkpoints.
#pragma once

#include <vector>

#include "app/journal_verify.h"
#include "core/journal/note.h"

namespace xiezhi::app {

struct Findings {
  JournalReport report;
  void add(std::string place, std::string what);
};

/// Checks an entry's text and that its columns say the same; `row` holds stream, version, type, actor, command_id,
/// recorded_at, leaf from position `at` on.
void check_entry(const store::Row& row, std::size_t at, const std::string& place, Findings& findings);

/// Whose signatures count.
store::DbResult<std::vector<core::journal::Signer>> trusted_signers(store::Connection& connection,
                                                                    const JournalVerifyOptions& options,
                                                                    Findings& findings);

store::DbStatus check_tree(store::Connection& connection, const std::vector<core::journal::Signer>& signers,
                           const std::function<void(const std::string&)>& progress, Findings& findings);

}  // namespace xiezhi::app
