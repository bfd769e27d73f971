#include <cstdlib>

#include "store/connection_test_fixture.h"

namespace xiezhi::store {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, ConnectionTest, testing::Values(Engine::postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, MigrationTest, testing::Values(Engine::postgres));

TEST(PostgresSettings, UnsafeCommitIsRefused) {
  const char* server = std::getenv("XIEZHI_POSTGRES");
  ASSERT_NE(server, nullptr) << "XIEZHI_POSTGRES is not set";
  const std::string unsafe = std::string(server) + "&options=-csynchronous_commit%3Doff";
  const auto opened = postgres::connect(unsafe, Access::write);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().statement, "settings");
  EXPECT_NE(opened.error().message.find("synchronous_commit is off"), std::string::npos);
}

TEST(PostgresSettings, NobodyListeningIsUnavailable) {
  const auto opened = postgres::connect("postgresql://xiezhi@/none?host=/nonexistent", Access::write);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().kind, DbErrorKind::unavailable);
}

}  // namespace
}  // namespace xiezhi::store
