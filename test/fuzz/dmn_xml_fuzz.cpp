// DMN XML is read, compiled, carried through JSON and evaluated: no input crashes or hangs.
#include <cstdint>
#include <string_view>

#include "core/dmn/program.h"
#include "dmnfile/model_reader.h"
#include "dmnfile/test_case.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(xiezhi::dmnfile::read_tests(text, {}));
  auto file = xiezhi::dmnfile::read_file("fuzz.dmn", text);
  if (!file.ok()) return 0;
  auto model = xiezhi::dmnfile::read_model({std::move(file).value()}, 0);
  if (!model.ok()) return 0;
  const auto program = xiezhi::core::dmn::Program::compile(std::move(model).value());
  if (!program.ok()) return 0;
  xiezhi::core::feel::World world;
  world.limits.steps = 20'000;
  world.limits.depth = 300;
  for (const auto& node : program->model().nodes) {
    static_cast<void>(xiezhi::core::dmn::evaluate(*program, node.name, {}, world));
  }
  return 0;
}
