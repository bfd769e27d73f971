// The core as the module exports it: any request gets an answer that is canonical JSON, and the same one when asked
// again. XIEZHI_PACK names the law pack; requests of the law cases are the seeds.
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/assert.h"
#include "base/json.h"
#include "core/engine/api.h"

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* path = std::getenv("XIEZHI_PACK");
  std::ifstream file(path == nullptr ? "build/law/pack.json" : path, std::ios::binary);
  const std::string pack{std::istreambuf_iterator<char>(file), {}};
  VERIFY(xiezhi::core::engine::load_pack(pack).empty());
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view request(reinterpret_cast<const char*>(data), size);
  const std::string answer = xiezhi::core::engine::call(request);
  const auto read = xiezhi::base::Json::parse(answer);
  VERIFY(read.ok() && read->canonical() == answer);
  VERIFY(xiezhi::core::engine::call(request) == answer);
  return 0;
}
