#include <thread>

#include "app/ledger/enterprise_test_fixture.h"

namespace xiezhi::app::ledger {
namespace {

using Names = std::vector<std::string>;

constexpr store::Statement kNextStretch{"next stretch", "", "ALTER TABLE enterprise ALTER COLUMN serial RESTART 70000"};

class LongLedgerTest : public EnterpriseTest {};

TEST_P(LongLedgerTest, IsSearchedInEveryStretch) {
  put_named(1, "龙煤集团鸡西分公司", "230302");
  put_named(2, "哈尔滨石油化工有限公司", "230110");
  MUST(db_->run(kNextStretch, {}));
  put_named(3, "龙江煤矿", "230302");
  put_named(4, "双鸭山煤矿", "230502");
  EXPECT_EQ(names("煤"), (Names{"龙煤集团鸡西分公司", "龙江煤矿", "双鸭山煤矿"}));
  EXPECT_EQ(names("煤", "2303"), (Names{"龙煤集团鸡西分公司", "龙江煤矿"}));
  EXPECT_EQ(names("煤矿", "230502"), (Names{"双鸭山煤矿"}));
}

/// Two servers at once: the later waits for the earlier, is told that the number is taken, and gets the next.
TEST_P(LongLedgerTest, TwoServersNeverGiveOneNumberTwice) {
  const std::int64_t number = (std::int64_t{1'700'000'000'000} << kNumberBits) + 7;
  const auto insert = [&](store::Connection& connection, std::uint64_t random, const std::string& name) {
    core::dossier::EnterpriseRegistered event;
    event.id = enterprise_id(number, random);
    event.name = name;
    event.division = "230102";
    std::vector<store::Call> calls;
    project_enterprise(entry(event.id, 1, event), calls);
    return connection.run_all(calls);
  };
  const auto other = connection();
  ASSERT_TRUE(db_->begin(store::Access::write).ok());
  ASSERT_TRUE(insert(*db_, 1, "甲厂").ok());
  std::thread late([&] {
    ASSERT_TRUE(other->begin(store::Access::write).ok());
    const auto first = insert(*other, 2, "乙厂");
    if (first.ok()) {  // it came after the commit
      EXPECT_TRUE(other->commit().ok());
      return;
    }
    EXPECT_EQ(first.error().kind, store::DbErrorKind::duplicate) << first.error().message;
    other->rollback();
    ASSERT_TRUE(other->begin(store::Access::write).ok());
    EXPECT_TRUE(insert(*other, 2, "乙厂").ok());
    EXPECT_TRUE(other->commit().ok());
  });
  EXPECT_TRUE(db_->commit().ok());
  late.join();
  EXPECT_EQ(names("厂"), (Names{"甲厂", "乙厂"}));
}

INSTANTIATE_TEST_SUITE_P(Postgres, LongLedgerTest, testing::Values(store::Engine::postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, EnterpriseTest, testing::Values(store::Engine::postgres));

}  // namespace
}  // namespace xiezhi::app::ledger
