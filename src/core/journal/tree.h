// The tree as it grows and as it is stored: hashes of complete subtrees at levels 0 (the leaves), 4, 8, 12, …; what
// lies between is hashed again from at most eight of them.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/journal/merkle.h"

namespace xiezhi::core::journal {

inline constexpr int kStoredLevels = 4;
inline constexpr std::int64_t kGroup = std::int64_t{1} << kStoredLevels;

/// Stored nodes first … last of one level, both included.
struct NodeRange {
  int level = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// The stored nodes a node is made of; itself, when its level is stored.
NodeRange stored_below(Node node);
/// The stored nodes that the next leaves will be joined with: what a TreeBuilder needs to go on from `size`.
std::vector<NodeRange> frontier(std::int64_t size);
/// Root of a number of hashes that is a power of two.
Hash join(std::span<const Hash> hashes);

/// A reader of any node above a reader of stored ones.
NodeReader reader_above(NodeReader stored);

/// Adds leaves at the right edge.
class TreeBuilder {
 public:
  TreeBuilder(std::int64_t size, const NodeReader& stored);

  /// Appends the stored nodes (levels 4, 8, …) that this leaf completes.
  void add(const Hash& leaf, std::vector<std::pair<Node, Hash>>& completed);
  [[nodiscard]] std::int64_t size() const { return size_; }
  [[nodiscard]] Hash root() const;

 private:
  std::int64_t size_;
  std::vector<std::vector<Hash>> groups_;  ///< per stored level, the nodes not joined yet: fewer than kGroup
};

}  // namespace xiezhi::core::journal
