#include "app/journal_proof.h"

#include "core/journal/tree.h"
#include "store/query.h"
#include "store/sequence.h"
#include "store/transaction.h"

namespace xiezhi::app {
namespace {

using core::journal::ConsistencyProof;
using core::journal::Hash;
using core::journal::InclusionProof;
using core::journal::Node;
using core::journal::NodeRange;
using core::journal::NodeReader;
using store::Access;
using store::DbResult;
using store::Value;

/// Runs a computation twice: first to learn which nodes it wants, then with them, all read at once.
template <typename Compute>
DbResult<std::vector<Hash>> with_nodes(store::Connection& connection, Compute compute) {
  std::vector<NodeRange> wanted;
  (void)compute([&](Node node) {
    wanted.push_back(core::journal::stored_below(node));
    return Hash{};
  });
  const auto nodes = TRY(store::read_nodes(connection, wanted));
  bool complete = true;
  auto out = compute(core::journal::reader_above([&](Node node) {
    const auto found = nodes.find(node);
    complete = complete && found != nodes.end();
    return found == nodes.end() ? Hash{} : found->second;
  }));
  if (complete) return out;
  return base::Err{store::DbError{store::DbErrorKind::refused, "proof", "a tree node is missing"}};
}

DbResult<std::optional<InclusionProof>> prove_in_snapshot(store::Connection& connection, std::string_view stream,
                                                          std::int64_t version) {
  const auto index = TRY(store::find_leaf(connection, stream, version));
  const auto last = TRY(store::last_checkpoint(connection));
  if (!index || !last || *index >= last->tree_size) return std::optional<InclusionProof>();
  const auto leaf = TRY(connection.run(store::query::kEntryLeaf, {Value(std::string(stream)), Value(version)}));
  InclusionProof out;
  out.leaf = store::text(leaf[0][0]);
  out.leaf_index = *index;
  out.checkpoint = last->note;
  out.path = TRY(with_nodes(connection, [&](const NodeReader& nodes) {
    return core::journal::inclusion_proof(*index, last->tree_size, nodes);
  }));
  return std::optional(std::move(out));
}

DbResult<std::optional<ConsistencyProof>> grow_in_snapshot(store::Connection& connection, std::int64_t from_size) {
  const auto from = TRY(connection.run(store::query::kCheckpointAt, {Value(from_size)}));
  const auto last = TRY(store::last_checkpoint(connection));
  if (from.empty() || from_size < 1 || !last) return std::optional<ConsistencyProof>();
  ConsistencyProof out;
  out.from = store::text(from[0][0]);
  out.to = last->note;
  out.path = TRY(with_nodes(connection, [&](const NodeReader& nodes) {
    return core::journal::consistency_proof(from_size, last->tree_size, nodes);
  }));
  return std::optional(std::move(out));
}

}  // namespace

DbResult<std::optional<InclusionProof>> prove_entry(store::Connection& connection, std::string_view stream,
                                                    std::int64_t version) {
  return store::in_transaction(connection, Access::read,
                               [&] { return prove_in_snapshot(connection, stream, version); });
}

DbResult<std::optional<ConsistencyProof>> prove_growth(store::Connection& connection, std::int64_t from_size) {
  return store::in_transaction(connection, Access::read, [&] { return grow_in_snapshot(connection, from_size); });
}

}  // namespace xiezhi::app
