#include "app/journal_verify_tree.h"

#include <algorithm>
#include <optional>

#include "app/signing.h"
#include "base/text.h"
#include "core/journal/tree.h"
#include "store/query.h"
#include "store/sequence.h"

namespace xiezhi::app {
namespace {

using core::journal::Hash;
using core::journal::Node;
using core::journal::Signer;
using core::journal::TreeBuilder;
using store::DbStatus;
using store::integer;
using store::Row;
using store::Value;

constexpr std::int64_t kChunk = 10'000;

/// Reads checkpoints one after the other, by the size of their tree.
class Checkpoints {
 public:
  explicit Checkpoints(store::Connection& connection) : connection_(connection) {}

  /// The next one, or null after the last.
  store::DbResult<const Row*> peek() {
    if (next_ == rows_.size() && !done_) {
      rows_ = TRY(connection_.run(store::query::kAuditCheckpoints, {Value(after_), Value(kChunk)}));
      next_ = 0;
      done_ = rows_.size() < static_cast<std::size_t>(kChunk);
      if (!rows_.empty()) after_ = integer(rows_.back()[0]);
    }
    return next_ == rows_.size() ? nullptr : &rows_[next_];
  }
  void pass() { ++next_; }

 private:
  store::Connection& connection_;
  std::vector<Row> rows_;
  std::size_t next_ = 0;
  std::int64_t after_ = -1;
  bool done_ = false;
};

class Walk {
 public:
  Walk(store::Connection& connection, const std::vector<Signer>& signers, Findings& findings)
      : connection_(connection),
        signers_(signers),
        findings_(findings),
        tree_(0, [](Node) -> Hash { VERIFY_NOT_REACHED(); }),
        checkpoints_(connection) {}

  /// A chunk of leaves; false after the last.
  store::DbResult<bool> step() {
    const auto rows = TRY(connection_.run(store::query::kAuditLeaves, {Value(next_), Value(kChunk)}));
    for (const Row& row : rows) {
      const auto hash = check_leaf(row);
      tree_.add(hash, completed_);
      TRY(pass_checkpoints());
    }
    TRY(check_nodes());
    return rows.size() == static_cast<std::size_t>(kChunk);
  }

  DbStatus finish() {
    findings_.report.tree_size = tree_.size();
    findings_.report.root = base::to_hex(tree_.root());
    while (const Row* row = TRY(checkpoints_.peek())) {
      findings_.add(place_of(*row), "covers more leaves than there are");
      ++findings_.report.checkpoints;
      checkpoints_.pass();
    }
    if (last_checkpoint_ != tree_.size()) {
      findings_.add("checkpoint", "the last one covers " + std::to_string(last_checkpoint_) + " of " +
                                      std::to_string(tree_.size()) + " leaves");
    }
    return check_node_counts();
  }

  [[nodiscard]] std::int64_t size() const { return tree_.size(); }

 private:
  static std::string place_of(const Row& checkpoint) { return "checkpoint " + std::to_string(integer(checkpoint[0])); }

  /// The hash the tree was built from: the stored one, so that damage is told where it is and nowhere else.
  Hash check_leaf(const Row& row) {
    const std::int64_t index = integer(row[0]);
    std::string place = "leaf " + std::to_string(index);
    if (index != next_) findings_.add(place, "leaf " + std::to_string(next_) + " is missing before it");
    next_ = index + 1;
    const auto stored = store::to_hash(row[1]);
    if (!stored) findings_.add(place, "its hash is not 32 bytes");
    if (store::is_null(row[3])) {
      findings_.add(place, "its entry " + std::to_string(integer(row[2])) + " is missing");
      return stored.value_or(Hash{});
    }
    place += " (" + store::text(row[3]) + "@" + std::to_string(integer(row[4])) + ")";
    check_entry(row, 3, place, findings_);
    const Hash computed = core::journal::leaf_hash(store::text(row[9]));
    if (stored && *stored != computed) findings_.add(place, "its text does not have the hash that was sequenced");
    return stored.value_or(computed);
  }

  DbStatus pass_checkpoints() {
    while (const Row* row = TRY(checkpoints_.peek())) {
      if (integer((*row)[0]) > tree_.size()) break;
      check_checkpoint(*row);
      last_checkpoint_ = integer((*row)[0]);
      ++findings_.report.checkpoints;
      checkpoints_.pass();
    }
    return base::Unit{};
  }

  void check_checkpoint(const Row& row) {
    const std::string place = place_of(row);
    if (integer(row[0]) != tree_.size()) return findings_.add(place, "has an impossible size");
    const Hash root = tree_.root();
    if (store::to_hash(row[1]) != root) findings_.add(place, "its root is not that of the leaves");
    std::string why = "nobody is known to sign";
    for (const Signer& signer : signers_) {
      const auto opened = core::journal::open_checkpoint(store::text(row[2]), signer, verify_ed25519);
      if (!opened.ok()) {
        why = opened.error().message;
        continue;
      }
      const bool same = opened->origin == signer.name && opened->size == tree_.size() && opened->root == root;
      if (!same) findings_.add(place, "its note speaks of another tree");
      return;
    }
    findings_.add(place, "its note is not signed by a known key: " + why);
  }

  /// Compares the nodes completed since the last call with the stored ones.
  DbStatus check_nodes() {
    std::sort(completed_.begin(), completed_.end());
    std::vector<store::NodeRange> ranges;
    for (const auto& [node, hash] : completed_) {
      if (ranges.empty() || ranges.back().level != node.level) ranges.push_back({node.level, node.index, node.index});
      ranges.back().last = node.index;
    }
    const auto stored = TRY(store::read_nodes(connection_, ranges));
    for (const auto& [node, hash] : completed_) {
      const auto found = stored.find(node);
      const std::string place = "tree_node " + std::to_string(node.level) + "/" + std::to_string(node.index);
      if (found == stored.end()) {
        findings_.add(place, "is missing or malformed");
      } else if (found->second != hash) {
        findings_.add(place, "is not the hash of what lies below it");
      }
    }
    findings_.report.tree_nodes += static_cast<std::int64_t>(completed_.size());
    completed_.clear();
    return base::Unit{};
  }

  DbStatus check_node_counts() {
    for (const Row& row : TRY(connection_.run(store::query::kAuditNodeCounts, {}))) {
      const std::int64_t level = integer(row[0]);
      const bool stored_level = level > 0 && level < 62 && level % core::journal::kStoredLevels == 0;
      const std::int64_t most = stored_level ? tree_.size() >> level : 0;
      if (integer(row[1]) > most || integer(row[2]) >= most) {
        findings_.add("tree_node " + std::to_string(level), "there are nodes that no leaves stand below");
      }
    }
    return base::Unit{};
  }

  store::Connection& connection_;
  const std::vector<Signer>& signers_;
  Findings& findings_;
  TreeBuilder tree_;
  Checkpoints checkpoints_;
  std::int64_t next_ = 0;
  std::int64_t last_checkpoint_ = 0;
  std::vector<std::pair<Node, Hash>> completed_;
};

/// Reads "name+id+base64(0x01 ‖ key)".
std::optional<Signer> parse_verifier_key(const std::string& text) {
  const auto parts = base::split(text, '+');
  if (parts.size() < 3) return std::nullopt;
  // Base64 may hold plus signs; the name and the id do not.
  const std::size_t blob_at = parts[0].size() + parts[1].size() + 2;
  bool ok = false;
  const std::string blob = base::from_base64(std::string_view(text).substr(blob_at), ok);
  if (!ok || blob.size() != 33 || blob[0] != 1) return std::nullopt;
  Signer signer{std::string(parts[0]), blob.substr(1)};
  if (core::journal::verifier_key(signer) != text) return std::nullopt;
  return signer;
}

}  // namespace

store::DbResult<std::vector<Signer>> trusted_signers(store::Connection& connection, const JournalVerifyOptions& options,
                                                     Findings& findings) {
  std::vector<Signer> out;
  if (options.verifier_key) {
    const auto signer = parse_verifier_key(*options.verifier_key);
    if (signer) out.push_back(*signer);
    if (!signer) findings.add("--key", "is not a verifier key");
    return out;
  }
  const auto identity = TRY(store::log_identity(connection));
  if (!identity) return out;
  for (const std::string& key : identity->public_keys) out.push_back({identity->origin, key});
  return out;
}

DbStatus check_tree(store::Connection& connection, const std::vector<Signer>& signers,
                    const std::function<void(const std::string&)>& progress, Findings& findings) {
  Walk walk(connection, signers, findings);
  while (TRY(walk.step())) progress(std::to_string(walk.size()) + " leaves");
  progress(std::to_string(walk.size()) + " leaves");
  return walk.finish();
}

}  // namespace xiezhi::app
