// The Merkle tree over the journal's leaves (RFC 9162 section 2.1): roots, proofs and their verification.
// Format: docs/format/journal.md.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"

namespace xiezhi::core::journal {

using base::Hash;

/// The complete subtree over the leaves [index·2^level, (index+1)·2^level).
struct Node {
  int level = 0;
  std::int64_t index = 0;

  auto operator<=>(const Node&) const = default;
};

/// Yields the hash of a complete subtree that lies wholly inside the tree.
using NodeReader = std::function<Hash(Node)>;

Hash leaf_hash(std::string_view leaf);
Hash node_hash(std::string_view left, std::string_view right);

/// Root of a tree of `size` leaves; of the empty tree it is the hash of nothing.
Hash tree_root(std::int64_t size, const NodeReader& nodes);
/// Root over leaf hashes that are all at hand.
Hash tree_root(std::span<const Hash> leaves);

/// The hashes that lead from leaf `index` to the root of the first `size` leaves; 0 ≤ index < size.
std::vector<Hash> inclusion_proof(std::int64_t index, std::int64_t size, const NodeReader& nodes);
/// The hashes that show that the first `from` leaves are a prefix of the first `to`; 0 < from ≤ to.
std::vector<Hash> consistency_proof(std::int64_t from, std::int64_t to, const NodeReader& nodes);

/// What is wrong with a proof, or nothing. Hashes are raw bytes as they came from outside.
std::optional<std::string> check_inclusion(std::int64_t index, std::int64_t size, std::string_view leaf,
                                           const std::vector<std::string>& proof, std::string_view root);
/// An empty tree is consistent with everything, so a proof that starts from one shows nothing and is refused.
std::optional<std::string> check_consistency(std::int64_t from, std::int64_t to, std::string_view from_root,
                                             std::string_view to_root, const std::vector<std::string>& proof);

}  // namespace xiezhi::core::journal
