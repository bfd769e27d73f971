#include "core/journal/tree.h"

#include <gtest/gtest.h>

#include <map>

#include "base/assert.h"

namespace xiezhi::core::journal {
namespace {

Hash leaf(std::int64_t index) { return leaf_hash("leaf " + std::to_string(index)); }

TEST(TreeBuilder, RootsAndStoredNodesAreThoseOfTheWholeTree) {
  std::vector<Hash> leaves;
  std::vector<std::pair<Node, Hash>> stored;
  TreeBuilder builder(0, [](Node) -> Hash { VERIFY_NOT_REACHED(); });
  for (std::int64_t i = 0; i < 600; ++i) {
    leaves.push_back(leaf(i));
    builder.add(leaves.back(), stored);
    ASSERT_EQ(builder.root(), tree_root(leaves)) << i;
  }
  EXPECT_EQ(stored.size(), 600U / 16 + 600U / 256);
  for (const auto& [node, hash] : stored) {
    const auto from = static_cast<std::size_t>(node.index) << node.level;
    EXPECT_EQ(hash, tree_root(std::span(leaves).subspan(from, std::size_t{1} << node.level)));
  }
}

TEST(TreeBuilder, GoesOnFromStoredNodesAtAnySize) {
  std::map<Node, Hash> nodes;
  std::vector<std::pair<Node, Hash>> completed;
  const NodeReader stored = [&](Node node) {
    const auto found = nodes.find(node);
    VERIFY(found != nodes.end());
    return found->second;
  };
  TreeBuilder whole(0, stored);
  for (std::int64_t i = 0; i < 5000; ++i) {
    if (i < 600 || i % 97 == 0) {
      ASSERT_EQ(TreeBuilder(i, stored).root(), whole.root()) << i;
    }
    nodes.emplace(Node{0, i}, leaf(i));
    whole.add(leaf(i), completed);
    nodes.insert(completed.begin(), completed.end());
    completed.clear();
  }
  // Proofs from stored nodes only.
  const NodeReader reader = reader_above(stored);
  const Hash root = tree_root(5000, reader);
  EXPECT_EQ(root, whole.root());
  std::vector<std::string> proof;
  for (const Hash& hash : inclusion_proof(4321, 5000, reader)) proof.emplace_back(base::as_bytes(hash));
  EXPECT_FALSE(check_inclusion(4321, 5000, base::as_bytes(leaf(4321)), proof, base::as_bytes(root)));
}

}  // namespace
}  // namespace xiezhi::core::journal
