// Requests to the decision models of the core, as a host makes them: every answer is JSON, none crashes or hangs. Lines
// of the input are requests one after another.
#include <cstdint>
#include <string_view>

#include "base/text.h"
#include "core/dmn/api.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const std::string_view line : xiezhi::base::split(text, '\n')) {
    const auto request = xiezhi::base::Json::parse(line);
    if (!request.ok()) continue;
    const auto answer = xiezhi::core::dmn::answer(*request);
    if (answer.ok()) VERIFY(xiezhi::base::Json::parse(*answer).ok());
  }
  return 0;
}
