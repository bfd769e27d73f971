#include "core/journal/tree.h"

#include "base/assert.h"

namespace xiezhi::core::journal {

NodeRange stored_below(Node node) {
  const int above = node.level % kStoredLevels;
  const std::int64_t first = node.index << above;
  return {node.level - above, first, first + (std::int64_t{1} << above) - 1};
}

std::vector<NodeRange> frontier(std::int64_t size) {
  std::vector<NodeRange> out;
  int level = 0;
  for (std::int64_t count = size; count > 0; count /= kGroup, level += kStoredLevels) {
    const std::int64_t first = count / kGroup * kGroup;
    if (first < count) out.push_back({level, first, count - 1});
  }
  return out;
}

Hash join(std::span<const Hash> hashes) {
  if (hashes.size() == 1) return hashes[0];
  const Hash left = join(hashes.first(hashes.size() / 2));
  const Hash right = join(hashes.subspan(hashes.size() / 2));
  return node_hash(base::as_bytes(left), base::as_bytes(right));
}

NodeReader reader_above(NodeReader stored) {
  return [stored = std::move(stored)](Node node) {
    const NodeRange below = stored_below(node);
    std::vector<Hash> hashes;
    for (std::int64_t i = below.first; i <= below.last; ++i) hashes.push_back(stored(Node{below.level, i}));
    return join(hashes);
  };
}

TreeBuilder::TreeBuilder(std::int64_t size, const NodeReader& stored) : size_(size) {
  VERIFY(size >= 0);
  for (const NodeRange& range : frontier(size)) {
    groups_.resize(static_cast<std::size_t>(range.level / kStoredLevels) + 1);
    for (std::int64_t i = range.first; i <= range.last; ++i) groups_.back().push_back(stored(Node{range.level, i}));
  }
}

void TreeBuilder::add(const Hash& leaf, std::vector<std::pair<Node, Hash>>& completed) {
  ++size_;
  Hash hash = leaf;
  for (std::size_t at = 0;; ++at) {
    if (groups_.size() == at) groups_.emplace_back();
    groups_[at].push_back(hash);
    if (static_cast<std::int64_t>(groups_[at].size()) < kGroup) return;
    hash = join(groups_[at]);
    groups_[at].clear();
    const int level = static_cast<int>(at + 1) * kStoredLevels;
    completed.emplace_back(Node{level, (size_ >> level) - 1}, hash);
  }
}

Hash TreeBuilder::root() const {
  return tree_root(size_, [&](Node node) {
    const NodeRange below = stored_below(node);
    const auto& group = groups_[static_cast<std::size_t>(below.level / kStoredLevels)];
    const auto from = static_cast<std::size_t>(below.first % kGroup);
    return join(std::span(group).subspan(from, static_cast<std::size_t>(below.last - below.first) + 1));
  });
}

}  // namespace xiezhi::core::journal
