#include "app/account_test_fixture.h"

namespace xiezhi::app {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, AccountTest, testing::Values(store::Engine::postgres));

}  // namespace
}  // namespace xiezhi::app
