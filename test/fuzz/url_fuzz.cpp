// What a client writes into the head of a request: path, query, range. Whatever is decoded is clean text, and a range
// lies within its file.
#include <cstdint>

#include "base/assert.h"
#include "base/text.h"
#include "http/response_head.h"
#include "http/url.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace xiezhi;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto clean = [](const std::string& part) {
    return base::valid_utf8(part) && part.find('\0') == std::string::npos;
  };
  if (const auto decoded = http::percent_decode(text, size % 2 == 0)) VERIFY(clean(*decoded));
  if (const auto segments = http::path_segments(text)) {
    for (const std::string& segment : *segments) VERIFY(clean(segment));
  }
  if (const auto pairs = http::query_pairs(text)) {
    for (const auto& [name, value] : *pairs) VERIFY(clean(name) && clean(value));
  }
  constexpr std::uint64_t kSize = 1000;
  if (const auto range = http::parse_range(text, kSize); range && range->length > 0) {
    VERIFY(range->first < kSize && range->length <= kSize - range->first);
  }
  return 0;
}
