#include "app/ledger/held.h"

#include <set>

#include "app/ledger/enterprise_row.h"
#include "core/text/fold.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app::ledger {
namespace {

namespace query = store::query;
using store::Connection;
using store::DbResult;
using store::DbStatus;
using store::Row;
using store::Value;

std::optional<std::string> optional_text(const Value& value) {
  if (store::is_null(value)) return std::nullopt;
  return store::text(value);
}

std::optional<core::rule::Commitment> commitment(const Value& value) {
  if (store::is_null(value)) return std::nullopt;
  return core::rule::Commitment{store::text(value)};
}

Held held_of(const Row& row) {
  Held out;
  out.number = store::integer(row[0]);
  out.state.id = store::text(row[1]);
  out.version = store::integer(row[2]);
  out.state.name = store::text(row[3]);
  out.state.credit_code = optional_text(row[4]);
  out.state.type = optional_text(row[5]);
  out.state.industry = optional_text(row[6]);
  out.state.scope = optional_text(row[7]);
  if (!store::is_null(row[8])) out.state.registered_on = base::Date::parse(store::text(row[8]));
  out.state.registered_capital = optional_text(row[9]);
  out.state.address = optional_text(row[10]);
  out.state.division = store::text(row[11]);
  out.state.legal_representative = commitment(row[12]);
  out.state.phone = commitment(row[13]);
  const auto status = base::enum_from_name<core::dossier::Status>(store::text(row[14]));
  VERIFY(status.has_value());
  out.state.status = *status;
  return out;
}

/// Whether a number was given out by this job: to a row between the first and the one read last.
std::int64_t row_of_job(const ImportJob& job, const ImportProgress& before, std::int64_t number) {
  const std::int64_t row = number - job.first_number;
  return row > 0 && row <= before.record ? row : 0;
}

bool same_place(const Held& held, const Candidate& candidate) {
  using core::text::identity_form;
  return identity_form(held.state.name) == identity_form(candidate.data.name) &&
         identity_form(held.state.address.value_or("")) == identity_form(candidate.data.address.value_or(""));
}

}  // namespace

DbResult<HeldSet> HeldSet::load(Connection& connection, const ImportJob& job, const ImportProgress& before,
                                const std::vector<DraftedCandidate>& candidates) {
  HeldSet out;
  TRY(out.load_rows(connection, job, before, candidates));
  TRY(out.load_seen(connection, job));
  return out;
}

DbStatus HeldSet::load_rows(Connection& connection, const ImportJob& job, const ImportProgress& before,
                            const std::vector<DraftedCandidate>& candidates) {
  std::vector<std::string> codes;
  std::vector<std::int64_t> names;
  for (const auto& [candidate, draft] : candidates) {
    if (candidate.data.credit_code) codes.push_back(*candidate.data.credit_code);
    names.push_back(candidate.name_hash);
  }
  const Row code_list{Value(base::to_json(codes))};
  const Row name_list{Value(base::to_json(names))};
  std::set<std::int64_t> known;
  for (const auto& [statement, list] :
       {std::pair{&query::kLedgerMatchCodes, &code_list}, std::pair{&query::kLedgerMatchNames, &name_list}}) {
    for (const Row& row : TRY(connection.run(*statement, *list))) {
      if (!known.insert(store::integer(row[0])).second) continue;
      Held& held = all_.emplace_back(held_of(row));
      held.row = row_of_job(job, before, held.number);
    }
  }
  TRY(load_personal(connection));
  if (job.trial()) TRY(lay_over(connection, job, store::text(code_list[0]), store::text(name_list[0])));
  for (Held& held : all_) index(held, name_hash(held.state.name));
  return base::Unit{};
}

/// Of what the trial has made or changed, its own version stands.
DbStatus HeldSet::lay_over(Connection& connection, const ImportJob& job, const std::string& codes,
                           const std::string& names) {
  std::map<std::int64_t, Held*> known;
  std::vector<std::string> numbers;  // as text: see load_seen
  for (Held& held : all_) {
    known[held.number] = &held;
    numbers.push_back(std::to_string(held.number));
  }
  const auto rows = TRY(connection.run(query::kLedgerTrialMatch,
                                       {Value(job.id), Value(codes), Value(names), Value(base::to_json(numbers))}));
  for (const Row& row : rows) {
    auto tried = MUST(base::parse_json<TriedEnterprise>(store::text(row[1])));
    const std::int64_t number = store::integer(row[0]);
    const auto found = known.find(number);
    Held& held = found == known.end() ? all_.emplace_back() : *found->second;
    held = {
        number,   held.version, std::move(tried.state), std::move(tried.legal_representative), std::move(tried.phone),
        tried.row};
  }
  return base::Unit{};
}

DbStatus HeldSet::load_personal(Connection& connection) {
  std::vector<std::string> commitments;
  for (const Held& held : all_) {
    if (held.state.legal_representative) commitments.push_back(held.state.legal_representative->hex);
    if (held.state.phone) commitments.push_back(held.state.phone->hex);
  }
  if (commitments.empty()) return base::Unit{};
  const auto values = TRY(store::get_private_values(connection, commitments));
  const auto reveal = [&](const std::optional<core::rule::Commitment>& of) -> std::optional<std::string> {
    const auto found = of ? values.find(of->hex) : values.end();
    return found == values.end() ? std::nullopt : std::optional(found->second.value);
  };
  for (Held& held : all_) {
    held.legal_representative = reveal(held.state.legal_representative);
    held.phone = reveal(held.state.phone);
  }
  return base::Unit{};
}

DbStatus HeldSet::load_seen(Connection& connection, const ImportJob& job) {
  std::map<std::int64_t, Held*> by_number;
  for (Held& held : all_) {
    if (held.row != 0) continue;
    by_number[held.number] = &held;
  }
  // Numbers pass 2^53, where JSON's safe integers end, only for ids that are no UUIDv7; as text they are all safe.
  std::vector<std::string> numbers;
  for (const auto& [number, held] : by_number) numbers.push_back(std::to_string(number));
  if (numbers.empty()) return base::Unit{};
  for (const Row& row : TRY(connection.run(query::kLedgerSeen, {Value(job.id), Value(base::to_json(numbers))}))) {
    by_number[store::integer(row[0])]->row = store::integer(row[1]);
  }
  return base::Unit{};
}

void HeldSet::index(Held& held, std::int64_t name_hash) {
  if (held.state.credit_code) by_code_.emplace(*held.state.credit_code, &held);
  by_name_.emplace(name_hash, &held);
}

Held* HeldSet::find(const Candidate& candidate) {
  if (candidate.data.credit_code) {
    const auto found = by_code_.find(*candidate.data.credit_code);
    if (found != by_code_.end()) return found->second;
  }
  const auto [from, until] = by_name_.equal_range(candidate.name_hash);
  for (auto at = from; at != until; ++at) {
    const bool one_without_code = !candidate.data.credit_code || !at->second->state.credit_code;
    if (one_without_code && same_place(*at->second, candidate)) return at->second;
  }
  return nullptr;
}

void HeldSet::learn_code(Held& held) {
  if (held.state.credit_code) by_code_.emplace(*held.state.credit_code, &held);
}

Held& HeldSet::add(Held held, std::int64_t name_hash) {
  Held& placed = all_.emplace_back(std::move(held));
  index(placed, name_hash);
  return placed;
}

}  // namespace xiezhi::app::ledger
