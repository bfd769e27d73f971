#include "core/journal/merkle.h"
#include "base/text.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/codec.h"

namespace xiezhi::core::journal {
namespace {

std::vector<Hash> leaves(std::int64_t count) {
  std::vector<Hash> out;
  for (std::int64_t i = 0; i < count; ++i) out.push_back(leaf_hash("leaf " + std::to_string(i)));
  return out;
}

NodeReader reader(const std::vector<Hash>& all) {
  return [&all](Node node) {
    return tree_root(
        std::span(all).subspan(static_cast<std::size_t>(node.index) << node.level, std::size_t{1} << node.level));
  };
}

std::vector<std::string> as_strings(const std::vector<Hash>& hashes) {
  std::vector<std::string> out;
  for (const Hash& hash : hashes) out.emplace_back(base::as_bytes(hash));
  return out;
}

/// RFC 9162 section 2.1.1, as it is written.
Hash slow_root(std::span<const Hash> all) {
  if (all.empty()) return base::sha256("");
  if (all.size() == 1) return all[0];
  std::size_t k = 1;
  while (k * 2 < all.size()) k *= 2;
  return node_hash(base::as_bytes(slow_root(all.first(k))), base::as_bytes(slow_root(all.subspan(k))));
}

TEST(Merkle, RootIsThatOfTheDefinition) {
  for (std::int64_t n = 0; n <= 70; ++n) EXPECT_EQ(tree_root(leaves(n)), slow_root(leaves(n))) << n;
  EXPECT_EQ(base::to_hex(tree_root(leaves(0))), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(base::to_hex(leaf_hash("")), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
}

TEST(Merkle, EveryInclusionProofHoldsForItsLeafOnly) {
  const auto all = leaves(40);
  for (std::int64_t size = 1; size <= 40; ++size) {
    const Hash root = tree_root(std::span(all).first(static_cast<std::size_t>(size)));
    for (std::int64_t index = 0; index < size; ++index) {
      const auto proof = as_strings(inclusion_proof(index, size, reader(all)));
      const auto leaf = [&](std::int64_t i) { return base::as_bytes(all[static_cast<std::size_t>(i)]); };
      EXPECT_FALSE(check_inclusion(index, size, leaf(index), proof, base::as_bytes(root)));
      if (size == 1) continue;
      const std::int64_t other = (index + 1) % size;
      EXPECT_TRUE(check_inclusion(other, size, leaf(index), proof, base::as_bytes(root)));
      EXPECT_TRUE(check_inclusion(index, size, leaf(other), proof, base::as_bytes(root)));
    }
  }
}

TEST(Merkle, EveryConsistencyProofHoldsForItsRootsOnly) {
  const auto all = leaves(40);
  for (std::int64_t to = 1; to <= 40; ++to) {
    const Hash to_root = tree_root(std::span(all).first(static_cast<std::size_t>(to)));
    for (std::int64_t from = 1; from <= to; ++from) {
      const Hash from_root = tree_root(std::span(all).first(static_cast<std::size_t>(from)));
      const auto proof = as_strings(consistency_proof(from, to, reader(all)));
      EXPECT_FALSE(check_consistency(from, to, base::as_bytes(from_root), base::as_bytes(to_root), proof));
      const Hash wrong = base::sha256("wrong");
      EXPECT_TRUE(check_consistency(from, to, base::as_bytes(wrong), base::as_bytes(to_root), proof));
      EXPECT_TRUE(check_consistency(from, to, base::as_bytes(from_root), base::as_bytes(wrong), proof));
    }
  }
}

TEST(Merkle, ConsistencyFromNothingIsRefused) {
  const Hash empty = base::sha256("");
  EXPECT_TRUE(check_consistency(0, 0, base::as_bytes(empty), base::as_bytes(empty), {}));
}

// Public vectors, where they are at hand ------------------------------------------------------------------------------

struct InclusionVector {
  base::Json leafIdx;
  base::Json treeSize;
  std::string root;
  std::string leafHash;
  std::optional<std::vector<std::string>> proof;
  std::string desc;
  bool wantErr = false;
};
BOOST_DESCRIBE_STRUCT(InclusionVector, (), (leafIdx, treeSize, root, leafHash, proof, desc, wantErr))

struct ConsistencyVector {
  std::int64_t size1 = 0;
  std::int64_t size2 = 0;
  std::string root1;
  std::string root2;
  std::optional<std::vector<std::string>> proof;
  std::string desc;
  bool wantErr = false;
};
BOOST_DESCRIBE_STRUCT(ConsistencyVector, (), (size1, size2, root1, root2, proof, desc, wantErr))

std::string decode(const std::string& base64) {
  bool ok = false;
  const std::string out = base::from_base64(base64, ok);
  EXPECT_TRUE(ok) << base64;
  return out;
}

std::vector<std::string> decode(const std::optional<std::vector<std::string>>& proof) {
  std::vector<std::string> out;
  for (const std::string& item : proof.value_or(std::vector<std::string>{})) out.push_back(decode(item));
  return out;
}

/// The public proof vectors of transparency logs are not part of the project; who has them names their folder. Our own
/// frozen vectors stand in test/vector/journal and are always checked.
std::filesystem::path vectors() {
  const char* given = std::getenv("XIEZHI_MERKLE_VECTORS");
  return given == nullptr ? std::filesystem::path() : std::filesystem::path(given);
}

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

template <typename Vector, typename Check>
void run_vectors(const char* folder, Check check) {
  if (!std::filesystem::exists(vectors())) GTEST_SKIP() << "XIEZHI_MERKLE_VECTORS names no folder";
  int good = 0;
  int bad = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(vectors() / folder)) {
    if (file.path().extension() != ".json") continue;
    const auto vector = base::parse_json<Vector>(contents(file.path()));
    ASSERT_TRUE(vector.ok()) << file.path() << vector.error().path << vector.error().message;
    EXPECT_EQ(check(*vector).has_value(), vector->wantErr) << file.path() << " " << vector->desc;
    (vector->wantErr ? bad : good) += 1;
  }
  std::cout << folder << ": " << good << " good and " << bad << " bad proofs judged\n";
  EXPECT_GT(good, 0);
  EXPECT_GT(bad, 0);
}

TEST(Merkle, PublicInclusionVectors) {
  run_vectors<InclusionVector>("inclusion", [](const InclusionVector& v) {
    // An index beyond 2^63-1 has no place in our format; reading it fails as a negative one does.
    return check_inclusion(v.leafIdx.integer().value_or(-1), v.treeSize.integer().value_or(-1), decode(v.leafHash),
                           decode(v.proof), decode(v.root));
  });
}

TEST(Merkle, PublicConsistencyVectors) {
  run_vectors<ConsistencyVector>("consistency", [](const ConsistencyVector& v) {
    return check_consistency(v.size1, v.size2, decode(v.root1), decode(v.root2), decode(v.proof));
  });
}

}  // namespace
}  // namespace xiezhi::core::journal
