// Tables of DMN XML are proved within small limits: no input crashes or hangs, and what is found names rules of the
// table and facts that say something.
#include <cstdint>
#include <string_view>

#include "core/dmn/program.h"
#include "core/dmn/prove.h"
#include "dmnfile/model_reader.h"

namespace dmn = xiezhi::core::dmn;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto file = xiezhi::dmnfile::read_file("fuzz.dmn", std::string_view(reinterpret_cast<const char*>(data), size));
  if (!file.ok()) return 0;
  auto model = xiezhi::dmnfile::read_model({std::move(file).value()}, 0);
  if (!model.ok()) return 0;
  const auto program = dmn::Program::compile(std::move(model).value());
  if (!program.ok()) return 0;
  for (const dmn::TableProof& proof : dmn::prove(*program, {.steps = 100'000, .findings = 5})) {
    for (const dmn::Finding& finding : proof.findings) {
      // A witness names the facts it is made of, whatever the table looked like.
      for (const dmn::WitnessFact& fact : finding.facts) VERIFY(!fact.name.empty() || !fact.value.empty());
      for (const std::uint32_t rule : finding.rules) VERIFY(rule >= 1 && rule <= proof.rules);
    }
  }
  return 0;
}
