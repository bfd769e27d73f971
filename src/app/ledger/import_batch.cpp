#include "app/ledger/import_batch.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/ledger/enterprise_row.h"
#include "app/ledger/held.h"
#include "app/ledger/projection.h"
#include "base/text.h"
#include "core/org/org.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app::ledger {
namespace {

namespace query = store::query;
using base::Err;
using core::dossier::EnterpriseUpdated;
using core::journal::Entry;
using core::rule::Commitment;
using store::Connection;
using store::DbError;
using store::DbErrorKind;
using store::DbResult;
using store::DbStatus;
using store::Value;

constexpr int kAttempts = 5;
/// Past all rows that a file can have: where rows get their numbers whose own are taken.
constexpr std::int64_t kBeyondRows = std::int64_t{1} << 31;

/// Goes through the rows of a batch and collects what they write.
class Clerk {
 public:
  Clerk(const ImportFrame& frame, const ImportProgress& before, base::Instant now, HeldSet& held)
      : frame_(frame), now_(now), held_(held) {
    work_.progress = before;
  }

  /// Uses the draft up when the enterprise is new.
  void take(DraftedCandidate& drafted) {
    const Candidate& candidate = drafted.candidate;
    ++work_.progress.rows;
    Held* held = held_.find(candidate);
    if (const auto place = outside(held, candidate)) return reject(candidate, *place);
    if (held == nullptr) return create(candidate, std::move(drafted.draft));
    if (held->row != 0) return repeat(*held, candidate);
    update(*held, candidate);
  }

  void reject(const Rejection& rejection) {
    ++work_.progress.rows;
    ++work_.progress.rejected;
    report(static_cast<std::int64_t>(rejection.row), rejection.credit_code, rejection.name, RowResult::rejected,
           {rejection.remark});
  }

  BatchWork finish() { return std::move(work_); }

 private:
  /// The place that bars the row: an enterprise is neither registered in, taken from nor moved to a place that is not
  /// the importer's.
  [[nodiscard]] std::optional<std::string> outside(const Held* held, const Candidate& candidate) const {
    const auto barred = [&](const std::string& division) {
      return !frame_.division.empty() && !core::org::within(division, frame_.division);
    };
    if (held == nullptr) {
      if (barred(candidate.data.division)) return candidate.data.division;
      return std::nullopt;
    }
    if (barred(held->state.division)) return held->state.division;
    const std::string moved = difference(*held, candidate).division.value_or("");
    if (!moved.empty() && barred(moved)) return moved;
    return std::nullopt;
  }

  void reject(const Candidate& candidate, const std::string& place) {
    ++work_.progress.rejected;
    report(candidate, RowResult::rejected, {{RowReason::outside_area, place}});
  }

  void create(const Candidate& candidate, Draft draft) {
    Held fresh;
    fresh.number = store::integer(draft.row[0]);
    fresh.version = 1;
    fresh.row = static_cast<std::int64_t>(candidate.row);
    evolve(fresh.state, draft.event);
    fresh.legal_representative = candidate.legal_representative;
    fresh.phone = candidate.phone;
    const bool renumbered = fresh.number != frame_.job.first_number + fresh.row;
    if (renumbered) work_.seen.push_back({Value(frame_.job.id), Value(fresh.number), Value(fresh.row)});
    note_tried(held_.add(std::move(fresh), candidate.name_hash));
    work_.entries.push_back(std::move(draft.entry));
    work_.enterprises.push_back(std::move(draft.row));
    for (auto& value : draft.private_values) work_.private_values.push_back(std::move(value));
    ++work_.progress.created;
    count_taken(candidate, RowResult::created, candidate.remarks);
  }

  void repeat(const Held& held, const Candidate& candidate) {
    const auto fields = differing_fields(held, candidate);
    const std::string row = std::to_string(held.row);
    if (fields.empty()) {
      ++work_.progress.duplicates;
      report(candidate, RowResult::duplicate, {{RowReason::duplicate_of_row, row}});
    } else {
      ++work_.progress.conflicts;
      const std::string detail = row + " 行是同一企业而内容不同：" + base::join(fields, "、");
      report(candidate, RowResult::conflict, {{RowReason::conflicts_with_row, detail}});
    }
  }

  void update(Held& held, const Candidate& candidate) {
    held.row = static_cast<std::int64_t>(candidate.row);
    work_.seen.push_back({Value(frame_.job.id), Value(held.number), Value(held.row)});
    const auto fields = differing_fields(held, candidate);
    if (fields.empty()) {
      ++work_.progress.unchanged;
      ++work_.progress.placed_by[std::string(base::enum_name(candidate.placed_by))];
      return;
    }
    EnterpriseUpdated event = difference(held, candidate);
    const auto personal = [&](const std::optional<std::string>& stated, std::optional<std::string>& plain,
                              Column column) -> std::optional<Commitment> {
      const std::string title = column_title(column);
      if (std::find(fields.begin(), fields.end(), title) == fields.end()) return std::nullopt;
      plain = stated;
      return commit_to(stated, work_.private_values);
    };
    event.legal_representative =
        personal(candidate.legal_representative, held.legal_representative, Column::legal_representative);
    event.phone = personal(candidate.phone, held.phone, Column::phone);
    work_.read.push_back({"enterprise/" + held.state.id, held.version});
    evolve(held.state, event);
    ++held.version;
    const Entry entry = enterprise_entry(frame_, held.state.id, held.version, EnterpriseUpdated::kType,
                                         held.state.division, base::to_json(event), now_);
    project_enterprise(entry, work_.changes);
    work_.entries.push_back(store::entry_row(entry));
    held_.learn_code(held);
    note_tried(held);
    ++work_.progress.updated;
    std::vector<Remark> remarks{{RowReason::fields_changed, base::join(fields, "、")}};
    remarks.insert(remarks.end(), candidate.remarks.begin(), candidate.remarks.end());
    count_taken(candidate, RowResult::updated, remarks);
  }

  void note_tried(const Held& held) {
    if (!frame_.job.trial()) return;
    const TriedEnterprise tried{held.state, held.legal_representative, held.phone, held.row};
    const auto& code = held.state.credit_code;
    work_.tried.push_back({Value(frame_.job.id), Value(held.number), code ? Value(*code) : Value(),
                           Value(name_hash(held.state.name)), Value(base::to_json(tried))});
  }

  void count_taken(const Candidate& candidate, RowResult result, const std::vector<Remark>& remarks) {
    ++work_.progress.placed_by[std::string(base::enum_name(candidate.placed_by))];
    if (!candidate.remarks.empty()) ++work_.progress.remarked;
    if (!remarks.empty()) report(candidate, result, remarks);
  }

  void report(const Candidate& candidate, RowResult result, const std::vector<Remark>& remarks) {
    report(static_cast<std::int64_t>(candidate.row), candidate.data.credit_code.value_or(""), candidate.data.name,
           result, remarks);
  }

  void report(std::int64_t row, const std::string& code, const std::string& name, RowResult result,
              const std::vector<Remark>& remarks) {
    work_.report.push_back({Value(frame_.job.id), Value(row), Value(code), Value(name),
                            Value(std::string(base::enum_name(result))), Value(base::to_json(remarks))});
  }

  const ImportFrame& frame_;
  base::Instant now_;
  HeldSet& held_;
  BatchWork work_;
};

/// A command of the same moment may have made an enterprise with the number of a row. The row gets another.
DbStatus renumber(Connection& connection, const ImportJob& job, Batch& batch) {
  if (batch.candidates.empty()) return base::Unit{};
  const auto number_of = [](const DraftedCandidate& one) { return store::integer(one.draft.row[0]); };
  const auto [first, last] =
      std::minmax_element(batch.candidates.begin(), batch.candidates.end(),
                          [&](const auto& a, const auto& b) { return number_of(a) < number_of(b); });
  const auto rows =
      TRY(connection.run(query::kEnterpriseNumbersTaken, {Value(number_of(*first)), Value(number_of(*last))}));
  std::set<std::int64_t> taken;
  for (const auto& row : rows) taken.insert(store::integer(row[0]));
  std::int64_t given = 0;
  for (DraftedCandidate& one : batch.candidates) {
    if (!taken.contains(number_of(one))) continue;
    const std::int64_t own = job.first_number + kBeyondRows + static_cast<std::int64_t>(one.candidate.row);
    const auto free = TRY(connection.run(query::kEnterpriseNumberFree, {Value(std::max(own, given + 1))}));
    given = store::integer(free.front()[0]);
    one.draft.row[0] = Value(given);
  }
  return base::Unit{};
}

/// Whether the streams still stand where they were read; they are locked from here on.
DbResult<bool> lock_read(Connection& connection, const BatchWork& work) {
  std::vector<std::string> names;
  std::map<std::string, std::int64_t> wanted;
  for (const auto& item : work.read) {
    names.push_back(item.stream);
    wanted[item.stream] = item.version;
  }
  for (const auto& item : TRY(store::lock_streams(connection, std::move(names)))) {
    if (item.version != wanted[item.stream]) return false;
  }
  return true;
}

/// What the ledger and the journal learn of the batch.
DbStatus write_ledger(Connection& connection, BatchWork& work) {
  TRY(store::bulk_append(connection, std::move(work.entries)));
  TRY(connection.bulk_insert("enterprise", enterprise_columns(), work.enterprises));
  if (connection.engine() == store::Engine::sqlite) {
    TRY(connection.run(query::kSearchLearn, search_row(work.enterprises)));
  }
  TRY(connection.run_all(work.changes));
  TRY(store::put_private_values(connection, work.private_values));
  return base::Unit{};
}

DbStatus write(Connection& connection, const ImportJob& job, const ImportProgress& before, BatchWork& work,
               base::Instant now, bool last) {
  if (!job.trial()) TRY(write_ledger(connection, work));
  if (job.trial() && !last) {
    TRY(connection.bulk_insert("import_trial", {"job", "number", "credit_code", "name_hash", "held"}, work.tried));
  }
  TRY(connection.bulk_insert("import_report", {"job", "row_number", "credit_code", "name", "result", "remarks"},
                             work.report));
  if (!last) TRY(connection.bulk_insert("import_seen", {"job", "enterprise", "row_number"}, work.seen));
  if (last) TRY(connection.run(query::kLedgerSeenClear, {Value(job.id)}));
  if (last) TRY(connection.run(query::kLedgerTrialClear, {Value(job.id)}));
  const ImportState end = job.trial() ? ImportState::checked : ImportState::done;
  const auto name_of = [](ImportState state) { return Value(std::string(base::enum_name(state))); };
  const auto moved = TRY(connection.run(query::kLedgerJobAdvance, {Value(job.id), name_of(last ? end : job.state),
                                                                   Value(now.ms), Value(base::to_json(work.progress)),
                                                                   Value(base::to_json(before)), name_of(job.state)}));
  if (!moved.empty()) return base::Unit{};
  return Err{DbError{DbErrorKind::refused, "import", "the import was moved on by another process"}};
}

DbResult<std::optional<ImportProgress>> attempt(Connection& connection, const ImportFrame& frame,
                                                const ImportProgress& before, Batch& batch, base::Instant now,
                                                bool last) {
  if (!frame.job.trial()) TRY(connection.run(query::kLedgerLock, {}));
  TRY(renumber(connection, frame.job, batch));
  HeldSet held = TRY(HeldSet::load(connection, frame.job, before, batch.candidates));
  Clerk clerk(frame, before, batch.at, held);
  for (DraftedCandidate& drafted : batch.candidates) clerk.take(drafted);
  for (const Rejection& rejection : batch.rejections) clerk.reject(rejection);
  BatchWork work = clerk.finish();
  work.progress.offset = batch.next_offset;
  work.progress.record = batch.next_record;
  if (!frame.job.trial() && !TRY(lock_read(connection, work))) return std::optional<ImportProgress>();
  TRY(write(connection, frame.job, before, work, now, last));
  TRY(connection.commit());
  return std::optional(work.progress);
}

}  // namespace

DbResult<ImportProgress> run_batch(Connection& connection, const ImportFrame& frame, const ImportProgress& before,
                                   Batch& batch, base::Instant now, bool last) {
  DbError error{DbErrorKind::retry, "import", "the enterprises of this batch kept changing"};
  // A duplicate: a command was given the number of a row after the batch had looked.
  const auto again = [&] { return error.kind == DbErrorKind::retry || error.kind == DbErrorKind::duplicate; };
  for (int i = 0; i < kAttempts && again(); ++i) {
    if (i > 0) {
      for (auto& [candidate, draft] : batch.candidates) draft = make_draft(frame, candidate, batch.at);
    }
    TRY(connection.begin(store::Access::write));
    auto done = attempt(connection, frame, before, batch, now, last);
    if (done.ok() && done.value()) return std::move(*done.value());
    connection.rollback();
    if (!done.ok()) error = std::move(done).error();
  }
  return Err{std::move(error)};
}

}  // namespace xiezhi::app::ledger
