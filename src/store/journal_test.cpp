#include "store/journal.h"

#include "base/sha256.h"
#include "store/journal_test_fixture.h"

namespace xiezhi::store {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, JournalTest, testing::Values(Engine::sqlite));

constexpr Statement kPending{"pending", "SELECT sum(last_id - first_id + 1) FROM pending",
                             "SELECT sum(last_id - first_id + 1) FROM pending"};

TEST_P(JournalTest, EntriesComeBackInTheOrderOfTheirVersions) {
  auto db = connection();
  const std::vector<Entry> first = {make_entry("case/a", 1), make_entry("party/b", 1), make_entry("case/a", 2)};
  MUST(append(*db, first));
  MUST(append(*db, std::vector{make_entry("case/a", 3, "c-2")}));
  const auto all = MUST(load_entries(*db, "case/a"));
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(core::journal::encode_entry(all[1]), core::journal::encode_entry(first[2]));
  EXPECT_EQ(all[2].command_id, "c-2");
  EXPECT_EQ(MUST(load_entries(*db, "case/a", 2)).size(), 1U);
  EXPECT_TRUE(MUST(load_entries(*db, "case/none")).empty());
  const auto many = MUST(load_entries(*db, std::vector<std::string>{"case/a", "party/b", "case/none"}));
  EXPECT_EQ(many.at("case/a").size(), 3U);
  EXPECT_EQ(many.at("party/b").size(), 1U);
  EXPECT_TRUE(many.at("case/none").empty());
  EXPECT_EQ(integer(MUST(db->run(kPending, {}))[0][0]), 4);
}

TEST_P(JournalTest, LockTellsVersionsSortedAndZeroForNewStreams) {
  auto db = connection();
  MUST(append(*db, std::vector{make_entry("case/b", 1), make_entry("case/b", 2), make_entry("case/Z", 1)}));
  MUST(db->begin(Access::write));
  const auto locked = MUST(lock_streams(*db, {"case/b", "case/new", "case/Z", "case/b"}));
  const std::vector<StreamVersion> expected = {{"case/Z", 1}, {"case/b", 2}, {"case/new", 0}};
  EXPECT_EQ(locked, expected);
  MUST(db->commit());
  EXPECT_TRUE(MUST(lock_streams(*db, {})).empty());
}

TEST_P(JournalTest, SameVersionTwiceIsADuplicate) {
  auto db = connection();
  MUST(append(*db, std::vector{make_entry("case/a", 1)}));
  const auto again = append(*db, std::vector{make_entry("case/a", 1)});
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().kind, DbErrorKind::duplicate);
}

TEST_P(JournalTest, StaleOrSkippedVersionIsRefusedWhole) {
  auto db = connection();
  MUST(append(*db, std::vector{make_entry("case/a", 1), make_entry("case/a", 2)}));
  EXPECT_FALSE(append(*db, std::vector{make_entry("case/x", 1), make_entry("case/a", 2)}).ok());
  EXPECT_FALSE(append(*db, std::vector{make_entry("case/x", 1), make_entry("case/a", 4)}).ok());
  EXPECT_TRUE(MUST(load_entries(*db, "case/x")).empty());
  EXPECT_TRUE(append(*db, std::vector{make_entry("case/x", 1), make_entry("case/a", 3)}).ok());
  EXPECT_EQ(MUST(load_entries(*db, "case/a")).size(), 3U);
}

TEST_P(JournalTest, BulkAppendHasTheSameEffect) {
  auto db = connection();
  MUST(append(*db, std::vector{make_entry("case/old", 1)}));
  std::vector<Entry> entries;
  for (int i = 0; i < 500; ++i) entries.push_back(make_entry("enterprise/e" + std::to_string(i), 1));
  entries.push_back(make_entry("case/old", 2));
  entries.push_back(make_entry("case/old", 3));
  MUST(db->begin(Access::write));
  MUST(bulk_append(*db, entries));
  MUST(db->commit());
  EXPECT_EQ(MUST(load_entries(*db, "case/old")).size(), 3U);
  EXPECT_EQ(MUST(stream_versions(*db, {"case/old", "enterprise/e499"}))[0].version, 3);
  EXPECT_EQ(integer(MUST(db->run(kPending, {}))[0][0]), 503);
  // Numbers go on where the bulk ended.
  MUST(append(*db, std::vector{make_entry("enterprise/e1", 2)}));
  EXPECT_EQ(MUST(load_entries(*db, "enterprise/e1")).size(), 2U);
}

TEST_P(JournalTest, CommandIsRememberedOncePerActor) {
  auto db = connection();
  const CommandRecord record{"officer-1", "id-1", std::string(base::as_bytes(base::sha256("body"))), "{}", 7};
  EXPECT_FALSE(MUST(find_command(*db, "officer-1", "id-1")).has_value());
  MUST(remember_command(*db, record));
  const auto found = MUST(find_command(*db, "officer-1", "id-1"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->body_hash, record.body_hash);
  EXPECT_EQ(found->outcome, "{}");
  EXPECT_FALSE(MUST(find_command(*db, "officer-2", "id-1")).has_value());
  const auto again = remember_command(*db, record);
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().kind, DbErrorKind::duplicate);
}

TEST_P(JournalTest, CommandStartsFromItsAnswerAndItsStreams) {
  auto db = connection();
  MUST(append(*db, std::vector{make_entry("case/a", 1), make_entry("case/a", 2)}));
  MUST(db->begin(Access::write));
  const auto fresh = MUST(start_command(*db, "officer-1", "id-1", {"party/x", "case/a"}));
  EXPECT_FALSE(fresh.answered.has_value());
  const std::vector<StreamVersion> expected = {{"case/a", 2}, {"party/x", 0}};
  EXPECT_EQ(fresh.versions, expected);
  EXPECT_EQ(fresh.entries.at("case/a").size(), 2U);
  EXPECT_TRUE(fresh.entries.at("party/x").empty());
  const Call answer = remember_command_call({"officer-1", "id-1", std::string(32, 'h'), "{}", 7});
  MUST(db->commit({&answer, 1}));
  MUST(db->begin(Access::write));
  EXPECT_EQ(MUST(start_command(*db, "officer-1", "id-1", {"case/a"})).answered->outcome, "{}");
  db->rollback();
}

TEST_P(JournalTest, ErasedValueIsGoneAndItsCommitmentStays) {
  auto db = connection();
  std::vector<PrivateValue> values;
  for (int i = 0; i < 40; ++i) {
    values.push_back(core::journal::commit(std::string(16, static_cast<char>(i)), "电话 " + std::to_string(i)));
  }
  MUST(put_private_values(*db, std::span(values).first(2)));
  MUST(put_private_values(*db, std::span(values).subspan(2)));
  std::vector<std::string> names;
  for (const auto& value : values) names.push_back(value.commitment);
  auto found = MUST(get_private_values(*db, names));
  ASSERT_EQ(found.size(), 40U);
  EXPECT_EQ(found.at(names[39]).value, "电话 39");
  EXPECT_TRUE(core::journal::holds(found.at(names[39])));
  EXPECT_TRUE(MUST(erase_private_value(*db, names[39], 5)));
  EXPECT_FALSE(MUST(erase_private_value(*db, names[39], 6)));
  EXPECT_EQ(MUST(get_private_values(*db, names)).size(), 39U);
}

TEST(JournalDeath, EntryThatMayNotStandInTheJournalIsABug) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH((void)append_calls(Engine::sqlite, std::vector{make_entry("case/a", 5001)}), "entry_problem");
  EXPECT_DEATH((void)append_calls(Engine::sqlite, std::vector{make_entry("case/a", 1), make_entry("case/a", 3)}),
               "version");
}

}  // namespace
}  // namespace xiezhi::store
