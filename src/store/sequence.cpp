#include "store/sequence.h"

#include "base/codec.h"
#include "store/query.h"

namespace xiezhi::store {
namespace {

using base::Err;

Err<DbError> overtaken() { return Err{DbError{DbErrorKind::retry, "sequence", "another sequencer was faster"}}; }

/// Splits the rows of the queue into what this batch takes and what stays; returns runs of entry numbers.
std::vector<std::pair<std::int64_t, std::int64_t>> take(const std::vector<Row>& rows, std::int64_t limit,
                                                        PendingBatch& batch) {
  std::vector<std::pair<std::int64_t, std::int64_t>> runs;
  for (const Row& row : rows) {
    if (limit == 0) break;
    const std::int64_t first = integer(row[0]);
    std::int64_t last = integer(row[1]);
    batch.taken.push_back(first);
    if (last - first + 1 > limit) {
      batch.rest = {first + limit, last};
      last = first + limit - 1;
    }
    limit -= last - first + 1;
    if (!runs.empty() && runs.back().second + 1 == first) {
      runs.back().second = last;
    } else {
      runs.emplace_back(first, last);
    }
  }
  return runs;
}

}  // namespace

Value hash_value(const Hash& hash) { return Value(Bytes{std::string(base::as_bytes(hash))}); }

std::optional<Hash> to_hash(const Value& value) {
  const auto* held = std::get_if<Bytes>(&value);
  Hash out;
  if (held == nullptr || held->data.size() != out.size()) return std::nullopt;
  std::copy(held->data.begin(), held->data.end(), reinterpret_cast<char*>(out.data()));
  return out;
}

DbResult<bool> hold_sequencer(Connection& connection) {
  if (connection.engine() == Engine::sqlite) return true;
  const auto rows = TRY(connection.run(query::kSequencerLock, {}));
  return integer(rows[0][0]) != 0;
}

DbResult<std::string> log_origin(Connection& connection, const std::string& proposed, std::int64_t now_ms) {
  TRY(connection.run(query::kJournalLogInsert, {Value(proposed), Value(now_ms)}));
  const auto rows = TRY(connection.run(query::kJournalLogGet, {}));
  return text(rows[0][0]);
}

DbStatus register_key(Connection& connection, const std::string& public_key, std::int64_t now_ms) {
  TRY(connection.run(query::kJournalKeyInsert, {Value(Bytes{public_key}), Value(now_ms)}));
  return base::Unit{};
}

DbResult<std::optional<LogIdentity>> log_identity(Connection& connection) {
  const auto log = TRY(connection.run(query::kJournalLogGet, {}));
  if (log.empty()) return std::optional<LogIdentity>();
  LogIdentity out{text(log[0][0]), {}};
  for (const Row& row : TRY(connection.run(query::kJournalKeyList, {}))) out.public_keys.push_back(bytes(row[0]));
  return std::optional(std::move(out));
}

DbResult<bool> any_pending(Connection& connection) { return !TRY(connection.run(query::kPendingAny, {})).empty(); }

DbResult<PendingBatch> read_pending(Connection& connection, std::int64_t limit) {
  VERIFY(limit > 0);
  PendingBatch batch;
  const auto rows = TRY(connection.run(query::kPendingList, {Value(limit)}));
  std::vector<Call> calls;
  for (const auto& [first, last] : take(rows, limit, batch)) {
    calls.push_back({&query::kEntryRange, {Value(first), Value(last)}});
  }
  for (auto& found : TRY(connection.run_each(calls))) {
    for (Row& row : found) batch.entries.push_back({integer(row[0]), std::move(*std::get_if<std::string>(&row[1]))});
  }
  return batch;
}

DbResult<std::int64_t> tree_size(Connection& connection) {
  return integer(TRY(connection.run(query::kLeafCount, {}))[0][0]);
}

DbResult<std::map<Node, Hash>> read_nodes(Connection& connection, std::span<const NodeRange> ranges) {
  std::vector<Call> calls;
  for (const NodeRange& range : ranges) {
    if (range.level == 0) {
      calls.push_back({&query::kLeafRange, {Value(range.first), Value(range.last)}});
    } else {
      calls.push_back(
          {&query::kTreeNodeRange, {Value(std::int64_t{range.level}), Value(range.first), Value(range.last)}});
    }
  }
  std::map<Node, Hash> out;
  const auto found = TRY(connection.run_each(calls));
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const Row& row : found[i]) {
      if (const auto hash = to_hash(row[1])) out.emplace(Node{ranges[i].level, integer(row[0])}, *hash);
    }
  }
  return out;
}

DbResult<std::optional<StoredCheckpoint>> last_checkpoint(Connection& connection) {
  const auto rows = TRY(connection.run(query::kCheckpointLast, {}));
  if (rows.empty()) return std::optional<StoredCheckpoint>();
  const Row& row = rows[0];
  const auto root = to_hash(row[1]);
  if (!root) return Err{DbError{DbErrorKind::refused, "checkpoint_last", "the last checkpoint's root is damaged"}};
  return std::optional(StoredCheckpoint{integer(row[0]), *root, text(row[2]), integer(row[3])});
}

DbStatus write_sequence(Connection& connection, const Sequenced& sequenced) {
  const PendingBatch& batch = *sequenced.batch;
  if (TRY(tree_size(connection)) != sequenced.base) return overtaken();
  const auto removed = TRY(connection.run(query::kPendingRemove, {Value(base::to_json(batch.taken))}));
  if (removed.size() != batch.taken.size()) return overtaken();

  std::vector<Row> leaves;
  leaves.reserve(batch.entries.size());
  for (std::size_t i = 0; i < batch.entries.size(); ++i) {
    leaves.push_back({Value(sequenced.base + static_cast<std::int64_t>(i)), Value(batch.entries[i].entry_id),
                      hash_value(sequenced.hashes[i])});
  }
  TRY(connection.bulk_insert("leaf", {"leaf_index", "entry_id", "leaf_hash"}, leaves));
  std::vector<Row> nodes;
  for (const auto& [node, hash] : sequenced.nodes) {
    nodes.push_back({Value(std::int64_t{node.level}), Value(node.index), hash_value(hash)});
  }
  TRY(connection.bulk_insert("tree_node", {"level", "node_index", "hash"}, nodes));

  const StoredCheckpoint& checkpoint = sequenced.checkpoint;
  std::vector<Call> last = {{&query::kCheckpointInsert,
                             {Value(checkpoint.tree_size), hash_value(checkpoint.root), Value(checkpoint.note),
                              Value(checkpoint.recorded_at)}}};
  if (batch.rest) last.push_back({&query::kPendingInsert, {Value(batch.rest->first), Value(batch.rest->second)}});
  return connection.run_all(last);
}

DbResult<std::optional<std::int64_t>> find_leaf(Connection& connection, std::string_view stream, std::int64_t version) {
  const auto rows = TRY(connection.run(query::kLeafFind, {Value(std::string(stream)), Value(version)}));
  if (rows.empty()) return std::optional<std::int64_t>();
  return std::optional(integer(rows[0][0]));
}

}  // namespace xiezhi::store
