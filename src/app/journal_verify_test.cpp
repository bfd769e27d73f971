#include "app/journal_verify.h"

#include <gtest/gtest.h>

#include "app/sequencer_test_fixture.h"
#include "base/text.h"
#include "core/journal/format.h"
#include "core/journal/note.h"

namespace xiezhi::app {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, TamperTest, testing::Values(Engine::sqlite));

constexpr Statement same(std::string_view sql) { return Statement{"tamper", sql, sql}; }

/// A journal of 300 leaves under several checkpoints, with private values and a command.
void fill(Connection& db) {
  for (std::int64_t part = 0; part < 6; ++part) {
    std::vector<Entry> entries;
    for (std::int64_t version = part * 5 + 1; version <= part * 5 + 5; ++version) {
      for (int i = 0; i < 10; ++i) entries.push_back(make_entry("case/c" + std::to_string(i), version));
    }
    MUST(store::append(db, entries));
    MUST(sequence_all(db, test_key(), kNow));
  }
  MUST(store::put_private_values(db, std::vector{core::journal::commit(std::string(16, 'a'), "张三"),
                                                 core::journal::commit(std::string(16, 'b'), "李四")}));
  MUST(store::remember_command(db, {"officer-1", "c-1", std::string(32, 'h'), "{}", kNow}));
}

/// Runs the statements and expects a problem whose place starts with `place`.
void expect_found(Connection& db, const std::vector<const char*>& tampering, const std::string& place) {
  const auto before = verify(db);
  ASSERT_TRUE(before.ok) << listed(before);
  for (const char* sql : tampering) {
    const Statement statement = same(sql);
    const auto done = db.run(statement, {});
    ASSERT_TRUE(done.ok()) << sql << ": " << done.error().message;
  }
  const auto after = verify(db);
  EXPECT_FALSE(after.ok) << tampering[0];
  bool named = false;
  for (const auto& problem : after.problems) named = named || problem.place.starts_with(place);
  EXPECT_TRUE(named) << "wanted " << place << ", got " << listed(after);
}

struct Tampering {
  const char* what;
  std::vector<const char*> sql;
  const char* place;
};

// Leaf 17 is version 2 of case/c7: ten streams take turns, and the first number is 0.
const Tampering kTamperings[] = {
    {"a byte of the payload",
     {"UPDATE entry SET leaf = replace(leaf, '龙煤', '龙媒') WHERE stream = 'case/c7' AND version = 2"},
     "leaf 17 (case/c7@2)"},
    {"a space in the text",
     {"UPDATE entry SET leaf = leaf || ' ' WHERE stream = 'case/c7' AND version = 2"},
     "leaf 17 (case/c7@2)"},
    {"a column",
     {"UPDATE entry SET actor = 'officer-2' WHERE stream = 'case/c7' AND version = 2"},
     "leaf 17 (case/c7@2)"},
    {"an entry dropped", {"DELETE FROM entry WHERE stream = 'case/c7' AND version = 2"}, "leaf 17"},
    {"the last entry dropped", {"DELETE FROM entry WHERE stream = 'case/c7' AND version = 30"}, "stream case/c7"},
    {"a whole stream dropped",
     {"DELETE FROM leaf WHERE entry_id IN (SELECT entry_id FROM entry WHERE stream = 'case/c7')",
      "DELETE FROM entry WHERE stream = 'case/c7'", "DELETE FROM stream WHERE stream = 'case/c7'"},
     "leaf 8"},
    {"two entries swapped",
     {"UPDATE entry SET leaf = (SELECT e.leaf FROM entry AS e WHERE e.stream = 'case/c7' AND e.version = 3) "
      "WHERE stream = 'case/c7' AND version = 2"},
     "leaf 17 (case/c7@2)"},
    {"two leaf numbers swapped",
     {"UPDATE leaf SET leaf_index = -1 WHERE leaf_index = 17", "UPDATE leaf SET leaf_index = 17 WHERE leaf_index = 27",
      "UPDATE leaf SET leaf_index = 27 WHERE leaf_index = -1"},
     "stream case/c7"},
    {"a leaf's hash",
     {"UPDATE leaf SET leaf_hash = (SELECT leaf_hash FROM leaf WHERE leaf_index = 3) WHERE leaf_index = 17"},
     "leaf 17"},
    {"the last leaf dropped", {"DELETE FROM leaf WHERE leaf_index = 299"}, "checkpoint 300"},
    {"a tree node",
     {"UPDATE tree_node SET hash = (SELECT hash FROM tree_node WHERE level = 4 AND node_index = 1) "
      "WHERE level = 4 AND node_index = 2"},
     "tree_node 4/2"},
    {"a higher tree node", {"DELETE FROM tree_node WHERE level = 8 AND node_index = 0"}, "tree_node 8/0"},
    {"a tree node too many",
     {"INSERT INTO tree_node (level, node_index, hash) SELECT 12, 0, hash FROM tree_node WHERE level = 8"},
     "tree_node 12"},
    {"a checkpoint's root",
     {"UPDATE checkpoint SET root_hash = (SELECT root_hash FROM checkpoint WHERE tree_size = 50) "
      "WHERE tree_size = 100"},
     "checkpoint 100"},
    {"a checkpoint's note",
     {"UPDATE checkpoint SET note = replace(note, '100', '101') WHERE tree_size = 100"},
     "checkpoint 100"},
    {"another checkpoint's note",
     {"UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE tree_size = 50) "
      "WHERE tree_size = 100"},
     "checkpoint 100"},
    {"the last checkpoint dropped", {"DELETE FROM checkpoint WHERE tree_size = 300"}, "checkpoint"},
    {"the signer's key dropped", {"DELETE FROM journal_key"}, "checkpoint 50"},
    {"a stream's version", {"UPDATE stream SET version = 29 WHERE stream = 'case/c7'"}, "stream case/c7"},
    {"a stream's row dropped", {"DELETE FROM stream WHERE stream = 'case/c7'"}, "stream case/c7"},
    {"an entry taken out of the order",
     {"DELETE FROM leaf WHERE leaf_index = 299", "DELETE FROM checkpoint WHERE tree_size = 300"},
     "entry "},
    {"a private value", {"UPDATE private_value SET value = '王五' WHERE value = '张三'"}, "private_value"},
    {"a command's outcome", {"UPDATE command SET outcome = 'yes'"}, "command officer-1/c-1"},
};

TEST_P(TamperTest, EachIsFoundAndNamed) {
  auto db = connection();
  fill(*db);
  for (const auto& tampering : kTamperings) {
    SCOPED_TRACE(tampering.what);
    expect_found(*db, tampering.sql, tampering.place);
    if (HasFatalFailure()) return;
    MUST(db->run_script("clear",
                        "DELETE FROM checkpoint; DELETE FROM tree_node; DELETE FROM leaf; DELETE FROM pending;"
                        "DELETE FROM entry; DELETE FROM stream; DELETE FROM command; DELETE FROM private_value"));
    fill(*db);
  }
}

TEST_P(TamperTest, RewrittenHistoryNeedsTheKey) {
  auto db = connection();
  fill(*db);
  // Everything below the checkpoints is made consistent again; only the signatures are left to tell.
  MUST(db->run_script("rewrite",
                      "UPDATE entry SET leaf = replace(leaf, '龙煤', '龙媒');"
                      "INSERT INTO pending (first_id, last_id) SELECT min(entry_id), max(entry_id) FROM entry;"
                      "DELETE FROM checkpoint; DELETE FROM tree_node; DELETE FROM leaf;"
                      "DELETE FROM journal_key"));
  const SigningKey thief = key_of_seed(std::string(32, 'x'));
  MUST(sequence_all(*db, thief, kNow));
  EXPECT_TRUE(verify(*db).ok) << "the database alone cannot tell";
  JournalVerifyOptions options;
  options.now_ms = kNow;
  const auto identity = MUST(store::log_identity(*db));
  options.verifier_key = core::journal::verifier_key({identity->origin, test_key().public_key});
  const auto report = MUST(verify_journal(*db, options));
  EXPECT_FALSE(report.ok);
  EXPECT_NE(listed(report).find("checkpoint 300"), std::string::npos) << listed(report);
  options.verifier_key = "nonsense";
  EXPECT_FALSE(MUST(verify_journal(*db, options)).ok);
}

TEST_P(TamperTest, ForgedCheckpointIsFound) {
  auto db = connection();
  fill(*db);
  const auto identity = MUST(store::log_identity(*db));
  const SigningKey thief = key_of_seed(std::string(32, 'x'));
  const auto last = MUST(store::last_checkpoint(*db));
  const std::string note =
      core::journal::sign_checkpoint({identity->origin, 300, last->root}, {identity->origin, thief.public_key},
                                     [&](auto text) { return thief.sign(text); });
  const Statement replace = same("UPDATE checkpoint SET note = $1 WHERE tree_size = 300");
  MUST(db->run(replace, {Value(note)}));
  const auto report = verify(*db);
  EXPECT_EQ(listed(report),
            "[{\"place\":\"checkpoint 300\",\"what\":\"its note is not signed by a known key: not signed by " +
                identity->origin + "\"}]");
}

TEST_P(TamperTest, ErasedValueIsAccepted) {
  auto db = connection();
  fill(*db);
  MUST(store::erase_private_value(*db, core::journal::commit(std::string(16, 'a'), "张三").commitment, kNow));
  const auto report = verify(*db);
  EXPECT_TRUE(report.ok) << listed(report);
  EXPECT_EQ(report.private_values, 2);
  EXPECT_EQ(report.erased, 1);
}

}  // namespace
}  // namespace xiezhi::app
