#include "cli/desk_test_fixture.h"

namespace xiezhi::cli {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, DeskTest, testing::Values(store::Engine::postgres));

}  // namespace
}  // namespace xiezhi::cli
