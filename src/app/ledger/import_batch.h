// A batch of rows into the ledger: what each row means given what is stored, and the one transaction that makes it so.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/ledger/draft.h"
#include "app/ledger/import_job.h"
#include "app/ledger/row_reader.h"
#include "core/journal/entry.h"
#include "store/connection.h"

namespace xiezhi::app::ledger {

/// An enterprise as the import compares with it. Personal data are plain; without their value once they were erased.
struct Held {
  std::int64_t number = 0;
  std::int64_t version = 0;
  core::dossier::Enterprise state;
  std::optional<std::string> legal_representative;
  std::optional<std::string> phone;
  std::int64_t row = 0;  ///< row of this file that spoke of it first; 0: none
};

/// What a trial notes of an enterprise that it would make or change.
struct TriedEnterprise {
  core::dossier::Enterprise state;
  std::optional<std::string> legal_representative;
  std::optional<std::string> phone;
  std::int64_t row = 0;
};
BOOST_DESCRIBE_STRUCT(TriedEnterprise, (), (state, legal_representative, phone, row))

/// What the batch will write.
struct BatchWork {
  std::vector<store::Row> entries;      ///< of store::entry_row
  std::vector<store::Row> enterprises;  ///< rows of new ones
  std::vector<store::Call> changes;     ///< projections of updates
  std::vector<core::journal::PrivateValue> private_values;
  std::vector<core::journal::StreamVersion> read;  ///< streams that updates build on
  std::vector<store::Row> report;
  std::vector<store::Row> seen;
  std::vector<store::Row> tried;  ///< of a trial, in place of all that goes to the ledger
  ImportProgress progress;
};

/// A part of a file, read and checked.
struct Batch {
  base::Instant at;  ///< of its entries
  std::vector<DraftedCandidate> candidates;
  std::vector<Rejection> rejections;
  std::int64_t next_offset = 0;
  std::int64_t next_record = 0;
};

/// Runs one batch in one transaction and moves the job on from `before`; the new progress. Uses the drafts up. Of a job
/// that is a trial, only the report is written. The kind
/// `refused` with the statement "import" tells that another process has moved the job meanwhile.
store::DbResult<ImportProgress> run_batch(store::Connection& connection, const ImportFrame& frame,
                                          const ImportProgress& before, Batch& batch, base::Instant now, bool last);

// Parts of it, for the tests ----------------------------------------

/// What a row changes in an enterprise: only fields that the row states. The division follows the address: a row that
/// brings no other address moves an enterprise only to a closer place within its present one.
core::dossier::EnterpriseUpdated difference(const Held& held, const Candidate& candidate);
/// Names of what differs, in Chinese, personal data included; empty when nothing does.
std::vector<std::string> differing_fields(const Held& held, const Candidate& candidate);

}  // namespace xiezhi::app::ledger
