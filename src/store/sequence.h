// What the sequencer and those who check it read and write: the queue of new entries, leaves, tree nodes, checkpoints.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/journal/tree.h"
#include "store/connection.h"

namespace xiezhi::store {

using core::journal::Hash;
using core::journal::Node;
using core::journal::NodeRange;

/// PostgreSQL: whether this session is the one that sequences (it stays so while connected). SQLite: always.
DbResult<bool> hold_sequencer(Connection& connection);

/// The name of this journal; the first caller names it.
DbResult<std::string> log_origin(Connection& connection, const std::string& proposed, std::int64_t now_ms);
DbStatus register_key(Connection& connection, const std::string& public_key, std::int64_t now_ms);
/// Name and public keys; nothing before the first sequencer has started.
struct LogIdentity {
  std::string origin;
  std::vector<std::string> public_keys;
};
DbResult<std::optional<LogIdentity>> log_identity(Connection& connection);

struct PendingEntry {
  std::int64_t entry_id = 0;
  std::string leaf;
};
/// The oldest entries without a number, and the rows of the queue they stand in.
struct PendingBatch {
  std::vector<std::int64_t> taken;                            ///< first numbers of the rows to remove
  std::optional<std::pair<std::int64_t, std::int64_t>> rest;  ///< what is left of the last row
  std::vector<PendingEntry> entries;                          ///< by entry_id: versions of a stream ascend
};
DbResult<bool> any_pending(Connection& connection);
DbResult<PendingBatch> read_pending(Connection& connection, std::int64_t limit);

DbResult<std::int64_t> tree_size(Connection& connection);
/// Leaves and stored nodes; what is not there is absent from the map.
DbResult<std::map<Node, Hash>> read_nodes(Connection& connection, std::span<const NodeRange> ranges);

struct StoredCheckpoint {
  std::int64_t tree_size = 0;
  Hash root{};
  std::string note;
  std::int64_t recorded_at = 0;
};
DbResult<std::optional<StoredCheckpoint>> last_checkpoint(Connection& connection);

/// Numbers a batch, inside a write transaction. When somebody else was faster, the error is `retry`.
struct Sequenced {
  std::int64_t base = 0;  ///< size of the tree before
  const PendingBatch* batch = nullptr;
  std::vector<Hash> hashes;                  ///< of the batch's entries
  std::vector<std::pair<Node, Hash>> nodes;  ///< completed stored nodes
  StoredCheckpoint checkpoint;
};
DbStatus write_sequence(Connection& connection, const Sequenced& sequenced);

/// The leaf number of an entry, if it has one yet.
DbResult<std::optional<std::int64_t>> find_leaf(Connection& connection, std::string_view stream, std::int64_t version);

Value hash_value(const Hash& hash);
/// The column as a hash; nothing unless it is 32 bytes.
std::optional<Hash> to_hash(const Value& value);

}  // namespace xiezhi::store
