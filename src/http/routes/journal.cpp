#include "app/journal_proof.h"
#include "http/routes/read.h"

namespace xiezhi::http {

struct EntryQuery {
  std::string stream;
  std::int64_t version = 0;
  app::Scope scope;
};
BOOST_DESCRIBE_STRUCT(EntryQuery, (), (stream, version))

struct GrowthQuery {
  std::int64_t from_size = 0;
};
BOOST_DESCRIBE_STRUCT(GrowthQuery, (), (from_size))

/// Public keys that sign checkpoints, hex, the oldest first.
struct KeysView {
  std::vector<std::string> keys;
};
BOOST_DESCRIBE_STRUCT(KeysView, (), (keys))

namespace {

using core::journal::ConsistencyProof;
using core::journal::InclusionProof;

/// The proof carries the entry itself, so it is shown only to whom the entry's place is open.
app::QueryResult<InclusionProof> prove_entry(app::Readers& readers, const EntryQuery& query) {
  auto proof = TRY(as_query(readers.once(
      [&](store::Connection& connection) { return app::prove_entry(connection, query.stream, query.version); })));
  if (!proof) return base::Err{app::QueryProblem{"not_found", "no such entry, or not sequenced yet"}};
  const auto entry = base::parse_json<core::journal::Entry>(proof->leaf);
  const bool open = entry.ok() && query.scope.admits(entry->division, entry->on_behalf.value_or(""));
  if (!open) return base::Err{app::QueryProblem{"not_found", "not within the caller's scope"}};
  return std::move(*proof);
}

}  // namespace

void add_journal_routes(RouteTable& table, const Parts& parts) {
  app::Service* service = parts.service;
  app::Readers* readers = parts.readers;
  table.add(
      list_route("/api/journal", AnyOfficer{app::Reach::subtree}, "办理过程记录",
                 [service](const app::Caller&, const app::StreamQuery& query) -> app::QueryResult<app::HistoryView> {
                   return service->history(query);
                 }));
  table.add(list_route("/api/journal/inclusion", AnyOfficer{app::Reach::subtree}, "记录存在证明",
                       [readers](const app::Caller&, const EntryQuery& query) -> app::QueryResult<InclusionProof> {
                         return prove_entry(*readers, query);
                       }));
  // Hashes and signatures only: any witness may ask.
  table.add(
      reference_route("/api/journal/consistency", Public{}, "记录连续证明",
                      [readers](const app::Caller&, const GrowthQuery& query) -> app::QueryResult<ConsistencyProof> {
                        auto proof = TRY(as_query(readers->once([&](store::Connection& connection) {
                          return app::prove_growth(connection, query.from_size);
                        })));
                        if (!proof) return base::Err{app::QueryProblem{"not_found", "no checkpoint of that size"}};
                        return std::move(*proof);
                      }));
  table.add(reference_route("/api/journal/keys", Public{}, "日志公钥",
                            [service](const app::Caller&, const app::NoQuery&) -> app::QueryResult<KeysView> {
                              return KeysView{TRY(service->journal_keys())};
                            }));
}

}  // namespace xiezhi::http
