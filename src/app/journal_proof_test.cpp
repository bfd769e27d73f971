#include "app/journal_proof.h"

#include <gtest/gtest.h>

#include "app/sequencer_test_fixture.h"

namespace xiezhi::app {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, ProofTest, testing::Values(Engine::sqlite));

core::journal::Signer signer(Connection& db) { return {MUST(store::log_identity(db))->origin, test_key().public_key}; }

TEST_P(ProofTest, EveryEntryIsProvedInTheLastCheckpoint) {
  auto db = connection();
  std::vector<Entry> entries;
  for (std::int64_t version = 1; version <= 75; ++version) entries.push_back(make_entry("case/a", version));
  MUST(store::append(*db, entries));
  MUST(sequence_once(*db, test_key(), kNow, 40));
  MUST(sequence_once(*db, test_key(), kNow, 30));
  for (std::int64_t version = 1; version <= 75; ++version) {
    const auto proof = MUST(prove_entry(*db, "case/a", version));
    ASSERT_EQ(proof.has_value(), version <= 70) << version;
    if (!proof) continue;
    const auto read = base::parse_json<core::journal::InclusionProof>(base::to_json(*proof));
    ASSERT_TRUE(read.ok()) << read.error().path;
    EXPECT_EQ(check(*read, signer(*db), verify_ed25519), std::nullopt) << version;
    auto wrong = *read;
    wrong.leaf_index = (wrong.leaf_index + 1) % 70;
    EXPECT_TRUE(check(wrong, signer(*db), verify_ed25519).has_value());
    wrong = *read;
    wrong.leaf.replace(wrong.leaf.find("officer-1"), 9, "officer-2");
    EXPECT_TRUE(check(wrong, signer(*db), verify_ed25519).has_value());
    EXPECT_TRUE(check(*read, {signer(*db).name, std::string(32, 'x')}, verify_ed25519).has_value());
  }
}

TEST_P(ProofTest, GrowthFromEveryCheckpointIsProved) {
  auto db = connection();
  for (std::int64_t version = 1; version <= 20; ++version) {
    MUST(store::append(*db, std::vector{make_entry("case/a", version), make_entry("case/b", version)}));
  }
  for (const std::int64_t limit : {1, 2, 13, 16, 8}) MUST(sequence_once(*db, test_key(), kNow, limit));
  for (const std::int64_t size : {1, 3, 16, 32, 40}) {
    const auto proof = MUST(prove_growth(*db, size));
    ASSERT_TRUE(proof.has_value());
    EXPECT_EQ(check(*proof, signer(*db), verify_ed25519), std::nullopt) << size;
    auto swapped = *proof;
    std::swap(swapped.from, swapped.to);
    EXPECT_EQ(check(swapped, signer(*db), verify_ed25519).has_value(), size != 40);
  }
  EXPECT_FALSE(MUST(prove_growth(*db, 2)).has_value());
  EXPECT_FALSE(MUST(prove_growth(*db, 0)).has_value());
}

}  // namespace
}  // namespace xiezhi::app
