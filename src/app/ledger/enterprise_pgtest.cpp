#include "app/ledger/enterprise_test_fixture.h"

namespace xiezhi::app::ledger {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, EnterpriseTest, testing::Values(store::Engine::postgres));

}  // namespace
}  // namespace xiezhi::app::ledger
