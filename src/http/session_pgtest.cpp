#include "http/session_test_fixture.h"

namespace xiezhi::http {
namespace {

INSTANTIATE_TEST_SUITE_P(Postgres, SessionRoutesTest, testing::Values(store::Engine::postgres));

}  // namespace
}  // namespace xiezhi::http
