#include "app/account.h"

#include <algorithm>

#include "app/account_test_fixture.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

INSTANTIATE_TEST_SUITE_P(Sqlite, AccountTest, testing::Values(store::Engine::sqlite));

TEST_P(AccountTest, RightPasswordOpensASession) {
  const std::string token = world->login("wang");
  ASSERT_EQ(token.size(), 64u);
  const auto session = accounts().sessions().find(token);
  ASSERT_TRUE(session.ok());
  ASSERT_NE(*session, nullptr);
  EXPECT_EQ((*session)->account, "wang");
  EXPECT_EQ((*session)->caller.division, "230102");
  EXPECT_EQ((*session)->csrf, csrf_token(token));
}

TEST_P(AccountTest, TokensAndPasswordsAreNotStored) {
  const std::string token = world->login("wang");
  const auto reader = connection(store::Access::read);
  const auto rows = reader->run(store::query::kSessionFind, {store::Value(store::Bytes{token})});
  ASSERT_TRUE(rows.ok());
  EXPECT_TRUE(rows->empty());
  const auto account = reader->run(store::query::kAccountFind, {store::Value(std::string("wang"))});
  ASSERT_TRUE(account.ok());
  EXPECT_TRUE(store::text((*account)[0][2]).starts_with("$argon2id$"));
}

TEST_P(AccountTest, WrongPasswordAndUnknownNameAnswerAlike) {
  const auto wrong = accounts().login("wang", "not the password", "127.0.0.1");
  const auto unknown = accounts().login("nobody", "not the password", "127.0.0.1");
  ASSERT_FALSE(wrong.ok());
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(wrong.error().failure, AccountFailure::wrong);
  EXPECT_EQ(unknown.error().failure, AccountFailure::wrong);
}

TEST_P(AccountTest, FiveFailuresLockForFifteenMinutes) {
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(accounts().login("wang", "wrong wrong", "127.0.0.1").error().failure, AccountFailure::wrong);
  }
  const auto locked = accounts().login("wang", kTestPassword, "127.0.0.1");
  ASSERT_FALSE(locked.ok());
  EXPECT_EQ(locked.error().failure, AccountFailure::locked);
  EXPECT_EQ(locked.error().retry_after_ms, kLockMs);
  world->pass_ms(kLockMs - 1);
  EXPECT_EQ(accounts().login("wang", kTestPassword, "127.0.0.1").error().failure, AccountFailure::locked);
  world->pass_ms(1);
  EXPECT_TRUE(accounts().login("wang", kTestPassword, "127.0.0.1").ok());
}

TEST_P(AccountTest, FourFailuresDoNotLockAndSuccessForgetsThem) {
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 4; ++i) EXPECT_FALSE(accounts().login("wang", "wrong wrong", "127.0.0.1").ok());
    EXPECT_TRUE(accounts().login("wang", kTestPassword, "127.0.0.1").ok());
  }
}

TEST_P(AccountTest, UnknownNamesLockToo) {
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(accounts().login("nobody", "wrong wrong", "127.0.0.1").ok());
  EXPECT_EQ(accounts().login("nobody", "wrong wrong", "127.0.0.1").error().failure, AccountFailure::locked);
}

TEST_P(AccountTest, ALockHoldsInEveryProcess) {
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(accounts().login("wang", "wrong wrong", "127.0.0.1").ok());
  const auto other = world->another_process();
  EXPECT_EQ(other->login("wang", kTestPassword, "127.0.0.1").error().failure, AccountFailure::locked);
}

TEST_P(AccountTest, AnAddressThatFailsTooOftenMustWait) {
  for (int i = 0; i < kAddressFailuresAllowed; ++i) {
    EXPECT_FALSE(accounts().login("name" + std::to_string(i), "wrong wrong", "10.0.0.9").ok());
  }
  EXPECT_EQ(accounts().login("wang", kTestPassword, "10.0.0.9").error().failure, AccountFailure::slow_down);
  EXPECT_TRUE(accounts().login("wang", kTestPassword, "10.0.0.8").ok());
  world->pass_ms(kAddressPauseMs);
  EXPECT_TRUE(accounts().login("wang", kTestPassword, "10.0.0.9").ok());
}

TEST_P(AccountTest, SessionEndsAfterEightIdleHours) {
  const std::string token = world->login("wang");
  world->pass_ms(kSessionIdleMs - 1);
  EXPECT_NE(*accounts().sessions().find(token), nullptr);  // and this use counts
  world->pass_ms(kSessionIdleMs - 1);
  EXPECT_NE(*accounts().sessions().find(token), nullptr);
  world->pass_ms(kSessionIdleMs);
  EXPECT_EQ(*accounts().sessions().find(token), nullptr);
}

TEST_P(AccountTest, SessionEndsAfterADayEvenInUse) {
  const std::string token = world->login("wang");
  for (int hour = 0; hour < 23; ++hour) {
    world->pass_ms(3'600'000);
    ASSERT_NE(*accounts().sessions().find(token), nullptr);
  }
  world->pass_ms(3'600'000);
  EXPECT_EQ(*accounts().sessions().find(token), nullptr);
}

TEST_P(AccountTest, LogoutEndsTheSessionAtOnce) {
  const std::string token = world->login("wang");
  const auto session = *accounts().sessions().find(token);
  ASSERT_NE(session, nullptr);
  ASSERT_TRUE(accounts().logout(token, *session, "127.0.0.1").ok());
  EXPECT_EQ(*accounts().sessions().find(token), nullptr);
}

TEST_P(AccountTest, AnotherProcessLearnsOfTheEndWithinASecond) {
  const std::string token = world->login("wang");
  const auto other = world->another_process();
  const auto session = *other->sessions().find(token);
  ASSERT_NE(session, nullptr);
  ASSERT_TRUE(accounts().logout(token, *session, "127.0.0.1").ok());
  world->pass_ms(kSessionCacheMs);
  EXPECT_EQ(*other->sessions().find(token), nullptr);
}

TEST_P(AccountTest, AnOfficerWhoLeftHasNoSession) {
  const std::string token = world->login("wang");
  ASSERT_NE(*accounts().sessions().find(token), nullptr);
  world->officers.clear();
  world->pass_ms(kSessionCacheMs);
  EXPECT_EQ(*accounts().sessions().find(token), nullptr);
}

TEST_P(AccountTest, ChangingThePasswordEndsTheOtherSessions) {
  const std::string elsewhere = world->login("wang");
  const std::string here = world->login("wang");
  const auto session = *accounts().sessions().find(here);
  const auto fresh = accounts().change_password(*session, kTestPassword, "another long password", "127.0.0.1");
  ASSERT_TRUE(fresh.ok());
  EXPECT_EQ(*accounts().sessions().find(elsewhere), nullptr);
  EXPECT_EQ(*accounts().sessions().find(here), nullptr);
  EXPECT_NE(*accounts().sessions().find(*fresh), nullptr);
  EXPECT_FALSE(accounts().login("wang", kTestPassword, "127.0.0.1").ok());
  EXPECT_TRUE(accounts().login("wang", "another long password", "127.0.0.1").ok());
}

TEST_P(AccountTest, WeakPasswordsAreRefused) {
  const auto session = *accounts().sessions().find(world->login("wang"));
  for (const std::string& weak : {std::string("123456789"), std::string(kTestPassword), std::string(129, 'x')}) {
    const auto changed = accounts().change_password(*session, kTestPassword, weak, "127.0.0.1");
    ASSERT_FALSE(changed.ok()) << weak;
    EXPECT_EQ(changed.error().failure, AccountFailure::weak);
  }
  // Ten characters are enough, however many bytes they take.
  EXPECT_TRUE(accounts().change_password(*session, kTestPassword, "安全生产执法监督平台", "127.0.0.1").ok());
}

TEST_P(AccountTest, ADisabledAccountIsClosedEverywhere) {
  const std::string token = world->login("wang");
  ASSERT_TRUE(accounts().disable("wang").ok());
  EXPECT_EQ(*accounts().sessions().find(token), nullptr);
  EXPECT_EQ(accounts().login("wang", kTestPassword, "127.0.0.1").error().failure, AccountFailure::wrong);
}

TEST_P(AccountTest, OneNameIsOneAccount) {
  EXPECT_EQ(accounts().create("wang", "li", kTestPassword).error().failure, AccountFailure::taken);
}

TEST_P(AccountTest, LoginsStandInTheAccessLog) {
  world->login("wang");
  EXPECT_FALSE(accounts().login("wang", "wrong wrong", "10.1.1.1").ok());
  accounts().log().flush();
  const auto rows =
      connection(store::Access::read)->run(store::query::kAccountAccessList, {store::Value(std::int64_t{0})});
  ASSERT_TRUE(rows.ok());
  ASSERT_EQ(rows->size(), 2u);
  std::vector<std::string> actions = {store::text((*rows)[0][3]), store::text((*rows)[1][3])};
  std::sort(actions.begin(), actions.end());
  EXPECT_EQ(actions, (std::vector<std::string>{"login", "login_failed"}));
}

TEST_P(AccountTest, PurgeDropsWhatIsOver) {
  const std::string token = world->login("wang");
  const store::Row key = {store::Value(store::Bytes{std::string(base::as_bytes(token_hash(token)))})};
  const auto reader = connection(store::Access::read);
  ASSERT_TRUE(accounts().purge().ok());
  EXPECT_EQ(reader->run(store::query::kSessionFind, key)->size(), 1u);
  world->pass_ms(kSessionIdleMs);
  ASSERT_TRUE(accounts().purge().ok());
  EXPECT_EQ(reader->run(store::query::kSessionFind, key)->size(), 0u);
}

}  // namespace
}  // namespace xiezhi::app
