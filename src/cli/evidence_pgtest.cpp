#include "cli/evidence_test_fixture.h"

namespace xiezhi::cli {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, EvidenceTest, testing::Values(store::Engine::postgres));

}  // namespace
}  // namespace xiezhi::cli
