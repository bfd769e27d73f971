// Accounts on a fresh database, with a clock and officers of the test's own.
#pragma once

#include <atomic>
#include <map>
#include <memory>

#include "app/account.h"
#include "store/test_database.h"

namespace xiezhi::app {

inline constexpr const char* kTestPassword = "correct horse battery";

/// What a test server of accounts stands on: time moves when the test says so.
class TestAccounts {
 public:
  explicit TestAccounts(const std::string& database) {
    settings_.database = database;
    settings_.cost = PasswordCost::cheap;
    settings_.clock = [this] { return base::Instant{now_ms.load()}; };
    settings_.callers = [this](const std::string& officer) -> store::DbResult<std::optional<Caller>> {
      const auto found = officers.find(officer);
      if (found == officers.end()) return std::optional<Caller>();
      return std::optional<Caller>(found->second);
    };
    accounts = another_process();
  }

  /// A second server on the same database: its own memory.
  std::unique_ptr<Accounts> another_process() { return std::make_unique<Accounts>(settings_); }

  /// An officer with an account of the same name.
  void add_officer(const std::string& name, const std::string& division, const std::vector<std::string>& duties) {
    officers[name] = Caller{name, name, "body-" + division, "机关" + division, division, duties, "staff"};
    ASSERT_TRUE(accounts->create(name, name, kTestPassword).ok());
  }
  std::string login(const std::string& name) {
    auto token = accounts->login(name, kTestPassword, "127.0.0.1");
    EXPECT_TRUE(token.ok());
    return token.ok() ? *token : std::string();
  }
  void pass_ms(std::int64_t ms) { now_ms += ms; }

  std::atomic<std::int64_t> now_ms{1'790'000'000'000};
  std::map<std::string, Caller> officers;
  std::unique_ptr<Accounts> accounts;

 private:
  AccountSettings settings_;
};

class AccountTest : public store::DatabaseTest {
 protected:
  void SetUp() override {
    DatabaseTest::SetUp();
    if (address().empty()) return;
    const auto migrated = store::migrate(address());
    ASSERT_TRUE(migrated.ok()) << migrated.error().message;
    world = std::make_unique<TestAccounts>(address());
    world->add_officer("wang", "230102", {"investigator"});
  }
  Accounts& accounts() { return *world->accounts; }

  std::unique_ptr<TestAccounts> world;
};

}  // namespace xiezhi::app
