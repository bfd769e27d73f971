// FEEL text is read and evaluated, as an expression and as unary tests, within small limits: no input crashes or hangs.
#include <cstdint>
#include <string_view>

#include "base/text.h"
#include "core/feel/evaluation.h"
#include "core/feel/parser.h"

namespace feel = xiezhi::core::feel;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  feel::Surroundings surroundings;
  surroundings.names = {"unit price", "a-b", "x"};
  surroundings.members = {"total cost"};
  feel::World world;
  world.limits.steps = 20'000;
  world.limits.depth = 300;
  const feel::Scope scope = feel::bind(nullptr, std::string("x"), feel::Value(std::int64_t{3}));
  if (const auto node = feel::parse_expression(text, surroundings); node.ok()) {
    feel::Evaluation evaluation(world);
    const std::string out = feel::text_of(evaluation.evaluate(**node, scope), true);
    VERIFY(xiezhi::base::valid_utf8(out));
  }
  if (const auto node = feel::parse_unary_tests(text, surroundings); node.ok()) {
    feel::Evaluation evaluation(world);
    static_cast<void>(evaluation.passes(**node, feel::Value(std::int64_t{3}), scope));
  }
  return 0;
}
