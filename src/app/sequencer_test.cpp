#include "app/sequencer.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/sequencer_test_fixture.h"
#include "base/text.h"
#include "core/journal/format.h"
#include "core/journal/note.h"

namespace xiezhi::app {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, SequencerTest, testing::Values(Engine::sqlite));

TEST_P(SequencerTest, NumbersAreGaplessWhateverTheSizeOfTheRounds) {
  auto db = connection();
  for (std::int64_t version = 1; version <= 40; ++version) {
    MUST(store::append(*db,
                       std::vector{make_entry("case/a", version), make_entry("case/b" + std::to_string(version), 1)}));
  }
  std::vector<Entry> bulk;
  for (int i = 0; i < 300; ++i) bulk.push_back(make_entry("enterprise/e" + std::to_string(i), 1));
  MUST(store::in_transaction(*db, Access::write, [&] { return store::bulk_append(*db, bulk); }));
  std::int64_t total = 0;
  for (const std::int64_t limit : {1, 2, 15, 1, 16, 17, 100, 3}) {
    const auto done = MUST(sequence_once(*db, test_key(), kNow, limit));
    EXPECT_EQ(done, limit);
    total += done;
  }
  EXPECT_EQ(MUST(sequence_all(*db, test_key(), kNow)), 380 - total);
  EXPECT_EQ(MUST(sequence_all(*db, test_key(), kNow)), 0);
  const auto report = verify(*db);
  EXPECT_TRUE(report.ok) << listed(report);
  EXPECT_EQ(report.tree_size, 380);
  EXPECT_EQ(report.entries, 380);
  EXPECT_EQ(report.checkpoints, 9);
  EXPECT_EQ(report.tree_nodes, 380 / 16 + 380 / 256);
  EXPECT_EQ(MUST(store::find_leaf(*db, "case/a", 2)), 2);
  EXPECT_FALSE(MUST(store::find_leaf(*db, "case/a", 41)).has_value());
}

TEST_P(SequencerTest, ThreadNumbersWhatOthersCommit) {
  auto db = connection();
  {
    Sequencer sequencer(
        {address(), test_key(), [] { return kNow; }, 7, 5,
         [](const store::DbError& error) { ADD_FAILURE() << error.statement << ": " << error.message; }});
    for (std::int64_t version = 1; version <= 60; ++version) {
      MUST(store::append(*db, std::vector{make_entry("case/a", version)}));
      sequencer.notify();
    }
  }
  const auto report = verify(*db);
  EXPECT_TRUE(report.ok) << listed(report);
  EXPECT_EQ(report.tree_size, 60);
  EXPECT_EQ(report.pending, 0);
}

TEST_P(SequencerTest, CheckpointOpensWithTheKeyAndStandsForTheRoot) {
  auto db = connection();
  MUST(store::append(*db, std::vector{make_entry("case/a", 1), make_entry("case/a", 2)}));
  MUST(sequence_all(*db, test_key(), kNow));
  const auto checkpoint = MUST(store::last_checkpoint(*db));
  const auto identity = MUST(store::log_identity(*db));
  ASSERT_TRUE(checkpoint && identity);
  const auto opened =
      core::journal::open_checkpoint(checkpoint->note, {identity->origin, test_key().public_key}, verify_ed25519);
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  EXPECT_EQ(opened->size, 2);
  const auto leaf = [](std::int64_t version) {
    return core::journal::leaf_hash(core::journal::encode_entry(make_entry("case/a", version)));
  };
  EXPECT_EQ(opened->root, core::journal::node_hash(base::as_bytes(leaf(1)), base::as_bytes(leaf(2))));
}

TEST_P(SequencerTest, EmptyAndUnnumberedJournalsVerify) {
  auto db = connection();
  EXPECT_TRUE(verify(*db).ok);
  MUST(store::append(*db, std::vector{make_entry("case/a", 1)}));
  const auto fresh = verify(*db);
  EXPECT_TRUE(fresh.ok) << listed(fresh);
  EXPECT_EQ(fresh.pending, 1);
  const auto late = verify(*db, kNow + 120'000);
  EXPECT_FALSE(late.ok);
  EXPECT_NE(listed(late).find("waited too long"), std::string::npos);
}

TEST(SigningKey, IsMadeOnceAndReadableByItsOwnerOnly) {
  const store::TestDatabase folder(Engine::sqlite);
  const std::string path = folder.address().substr(7) + ".key";
  const auto first = load_or_create_key(path);
  ASSERT_TRUE(first.ok()) << first.error().message;
  const auto second = load_or_create_key(path);
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(first->public_key, second->public_key);
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(path).permissions(), perms::owner_read | perms::owner_write);
  std::filesystem::permissions(path, perms::group_read, std::filesystem::perm_options::add);
  EXPECT_FALSE(load_or_create_key(path).ok());
}

TEST(SigningKey, SignatureOfAnotherToolIsAccepted) {
  std::ifstream file(XIEZHI_SOURCE_DIR "/test/vector/journal/checkpoint.json");
  std::stringstream text;
  text << file.rdbuf();
  const auto json = base::Json::parse(text.str());
  ASSERT_TRUE(json.ok());
  const auto field = [&](const char* name) { return json->find(name)->text(); };
  const core::journal::Signer signer{field("name"), base::from_hex(field("public_key"))};
  std::string note = field("note");
  EXPECT_TRUE(core::journal::open_checkpoint(note, signer, verify_ed25519).ok());
  note[note.find("\n") + 1] = '4';
  EXPECT_FALSE(core::journal::open_checkpoint(note, signer, verify_ed25519).ok());
}

}  // namespace
}  // namespace xiezhi::app
