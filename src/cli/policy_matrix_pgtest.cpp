#include "cli/policy_matrix_test_fixture.h"

namespace xiezhi::cli {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, PolicyMatrix, testing::Values(store::Engine::postgres));

}  // namespace
}  // namespace xiezhi::cli
