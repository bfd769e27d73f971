#include "app/ledger/import_test_fixture.h"

namespace xiezhi::app::ledger {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, ImportTest, testing::Values(store::Engine::postgres));

}  // namespace
}  // namespace xiezhi::app::ledger
