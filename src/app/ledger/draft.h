// The entry and the rows of an enterprise that is probably new, made ahead of the database on the thread that reads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ledger/import_job.h"
#include "app/ledger/row_reader.h"
#include "core/journal/entry.h"

namespace xiezhi::app::ledger {

/// What every entry of the import says of itself.
struct ImportFrame {
  ImportJob job;         ///< as it stood when the run began; the progress moves on elsewhere
  std::string law_pack;  ///< hash
  std::string core_version;
  std::optional<std::string> on_behalf;
  std::string division;  ///< whose rows are taken; "" for every place
};

struct Draft {
  store::Row entry;  ///< of store::entry_row
  core::dossier::EnterpriseRegistered event;
  std::vector<core::journal::PrivateValue> private_values;
  store::Row row;
};

struct DraftedCandidate {
  Candidate candidate;
  Draft draft;
};

/// The entry of an event on an enterprise, which occurs now.
core::journal::Entry enterprise_entry(const ImportFrame& frame, const std::string& id, std::int64_t version,
                                      std::string_view type, const std::string& division, const std::string& payload,
                                      base::Instant now);
/// Commits to a personal value with a fresh salt.
std::optional<core::rule::Commitment> commit_to(const std::optional<std::string>& value,
                                                std::vector<core::journal::PrivateValue>& out);
/// `now` is when the entry occurs and is recorded.
Draft make_draft(const ImportFrame& frame, const Candidate& candidate, base::Instant now);

}  // namespace xiezhi::app::ledger
