// A law pack that somebody has meddled with loads or says where it is wrong. The input says what to change in the real
// one (XIEZHI_PACK): runs of bytes cut out, repeated or written over.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/assert.h"
#include "core/law/pack.h"

namespace {

std::string& pack() {
  static std::string bytes;
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* path = std::getenv("XIEZHI_PACK");
  std::ifstream file(path == nullptr ? "build/law/pack.json" : path, std::ios::binary);
  pack() = {std::istreambuf_iterator<char>(file), {}};
  VERIFY(xiezhi::core::law::Pack::load(pack()).ok());
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes = pack();
  constexpr std::size_t kHead = 5;
  for (std::size_t at = 0; at + kHead < size;) {
    const std::size_t place =
        (std::size_t{data[at]} << 16 | std::size_t{data[at + 1]} << 8 | data[at + 2]) % bytes.size();
    const std::size_t length = std::min<std::size_t>(data[at + 3], size - at - kHead);
    const std::string_view text(reinterpret_cast<const char*>(data) + at + kHead, length);
    const std::size_t covered = std::min(length, bytes.size() - place);
    switch (data[at + 4] % 4) {
      case 0: bytes.replace(place, covered, text); break;
      case 1: bytes.insert(place, text); break;
      case 2: bytes.erase(place, std::min<std::size_t>(data[at + 3], bytes.size() - place)); break;
      default: bytes.insert(place, bytes.substr(place, data[at + 3])); break;
    }
    if (bytes.empty()) return 0;
    at += kHead + length;
  }
  const auto loaded = xiezhi::core::law::Pack::load(bytes);
  VERIFY(loaded.ok() || !loaded.error().code.empty());
  return 0;
}
