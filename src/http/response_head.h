// The head of a response as bytes, and which part of a file a Range asks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace xiezhi::http {

/// Status line and headers with the empty line that ends them. A header value with a line break is a bug.
std::string response_head(const Response& response, std::optional<std::uint64_t> content_length, bool keep_alive);

struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};
/// "bytes=a-b", "bytes=a-", "bytes=-n" of `size` bytes. Nothing for any other form, which is to be ignored (RFC 9110
/// section 14.2); a length of 0 when it lies outside (416).
std::optional<ByteRange> parse_range(std::string_view header, std::uint64_t size);

}  // namespace xiezhi::http
