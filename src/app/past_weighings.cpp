#include "app/past_weighings.h"

#include "core/engine/engine.h"
#include "store/journal.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

constexpr std::int64_t kStreamsAtOnce = 500;

store::DbResult<core::casefile::CaseFile> fold(const std::string& stream,
                                               const std::vector<core::journal::Entry>& entries) {
  auto state = core::engine::empty_aggregate(stream);
  for (const auto& entry : entries) {
    const auto folded =
        core::engine::evolve(*state, entry.type, entry.payload, {entry.occurred_at, entry.actor, entry.version});
    if (folded.ok()) continue;
    return base::Err{store::DbError{store::DbErrorKind::refused, stream, folded.error().message}};
  }
  return *std::get_if<core::casefile::CaseFile>(&*state);
}

void tell(const core::casefile::CaseFile& state, const std::function<void(const PastWeighing&)>& take) {
  if (!state.weighings) return;
  for (const auto& weighing : *state.weighings) {
    if (state.weighing(weighing.party, weighing.charge) != &weighing) continue;
    PastWeighing out{state.id, weighing, std::nullopt};
    const auto* party = state.party(weighing.party);
    if (party != nullptr && party->track.decision) {
      for (const auto& sanction : party->track.decision->sanctions) {
        const bool fine = sanction.kind == core::law::MeasureKind::fine;
        if (fine && sanction.charge == weighing.charge) out.fine_fen = sanction.amount_fen;
      }
    }
    take(out);
  }
}

}  // namespace

store::DbResult<std::optional<std::string>> next_weighings(store::Connection& connection, const std::string& after,
                                                           const std::function<void(const PastWeighing&)>& take) {
  const auto rows = TRY(connection.run(store::query::kRebuildStreams, {after, kStreamsAtOnce}));
  std::vector<std::string> streams;
  for (const store::Row& row : rows) {
    if (store::text(row.front()).starts_with("case/")) streams.push_back(store::text(row.front()));
  }
  if (streams.empty()) return std::optional<std::string>();
  for (const auto& [stream, entries] : TRY(store::load_entries(connection, streams))) {
    tell(TRY(fold(stream, entries)), take);
  }
  return std::optional(streams.back());
}

store::DbStatus for_each_weighing(store::Connection& connection, const std::function<void(const PastWeighing&)>& take) {
  std::string after = "case/";
  for (;;) {
    auto last = TRY(next_weighings(connection, after, take));
    if (!last) return base::Unit{};
    after = *std::move(last);
  }
}

}  // namespace xiezhi::app
