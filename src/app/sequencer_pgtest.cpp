#include <thread>

#include "app/sequencer_test_fixture.h"

namespace xiezhi::app {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, SequencerTest, testing::Values(Engine::postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, TamperTest, testing::Values(Engine::postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, ProofTest, testing::Values(Engine::postgres));

TEST(PostgresSequencer, SecondSessionLeavesTheWorkToTheHolderUntilItIsGone) {
  const store::TestDatabase database(Engine::postgres);
  ASSERT_FALSE(database.address().empty());
  MUST(store::migrate(database.address()));
  auto first = MUST(store::open(database.address(), Access::write));
  auto second = MUST(store::open(database.address(), Access::write));
  MUST(store::append(*first, std::vector{make_entry("case/a", 1)}));
  EXPECT_EQ(MUST(sequence_once(*first, test_key(), kNow, 10)), 1);
  MUST(store::append(*first, std::vector{make_entry("case/a", 2)}));
  EXPECT_EQ(MUST(sequence_once(*second, test_key(), kNow, 10)), 0);
  first = nullptr;
  std::int64_t taken = 0;
  for (int i = 0; i < 200 && taken == 0; ++i) {
    taken = MUST(sequence_once(*second, key_of_seed(std::string(32, 't')), kNow, 10));
    if (taken == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(taken, 1);
  const auto report = verify(*second);
  EXPECT_TRUE(report.ok) << listed(report);
  EXPECT_EQ(report.checkpoints, 2);
}

}  // namespace
}  // namespace xiezhi::app
