// An empty installation: its first body and administrator, once.
#include "app/founding.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "lawtool/source.h"
#include "store/test_database.h"

namespace xiezhi::app {
namespace {

class FoundingTest : public testing::Test {
 protected:
  FoundingTest() {
    const Clock clock = [] { return *base::Instant::parse_local("2026-10-09T10:00"); };
    const std::string pack = MUST(lawtool::build_pack(std::string(XIEZHI_SOURCE_DIR) + "/law"));
    service_ = MUST(Service::open({database_.address(), folder_.string(), pack, clock}));
    accounts_ = std::make_unique<Accounts>(
        AccountSettings{database_.address(), PasswordCost::cheap,
                        [this](const std::string& officer) { return service_->find_caller(officer); }, clock});
  }
  ~FoundingTest() override { std::filesystem::remove_all(folder_); }

  Founding founding_{"23", "示范省应急管理厅", "张甲一", "root-office", "a long enough password", "示"};
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("xiezhi_founding_" + std::to_string(getpid()));
  store::TestDatabase database_{store::Engine::sqlite};
  std::unique_ptr<Service> service_;
  std::unique_ptr<Accounts> accounts_;
};

TEST_F(FoundingTest, TheFirstAdministratorSignsInAndAppointsOthers) {
  const auto officer = found(*service_, *accounts_, founding_);
  ASSERT_TRUE(officer.ok()) << officer.error();
  EXPECT_TRUE(accounts_->login("root-office", "a long enough password", "test").ok());
  const auto caller = MUST(service_->find_caller(*officer));
  ASSERT_TRUE(caller.has_value());
  EXPECT_EQ(caller->division, "23");
  CommandRequest request;
  request.command_id = time_uuid(1'800'000'000'000);
  request.stream = "body/2301";
  request.payload =
      MUST(base::Json::parse(R"({"name":"示范市应急管理局","level":"city","division":"2301","kind":"authority",)"
                             R"("parent":"23"})"));
  EXPECT_EQ(service_->execute(*caller, "RegisterBody", request).status, CommandStatus::accepted);
}

TEST_F(FoundingTest, NothingIsRegisteredForAWeakPasswordOrAnUnknownPlace) {
  founding_.password = "short";
  EXPECT_FALSE(found(*service_, *accounts_, founding_).ok());
  founding_.password = "a long enough password";
  founding_.division = "99";
  EXPECT_FALSE(found(*service_, *accounts_, founding_).ok());
  EXPECT_TRUE(MUST(service_->bodies()).rows.empty());
}

TEST_F(FoundingTest, AnInstallationIsFoundedOnce) {
  ASSERT_TRUE(found(*service_, *accounts_, founding_).ok());
  founding_.login = "another";
  const auto again = found(*service_, *accounts_, founding_);
  ASSERT_FALSE(again.ok());
  EXPECT_NE(again.error().find("already"), std::string::npos);
}

}  // namespace
}  // namespace xiezhi::app
