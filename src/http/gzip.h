#pragma once

#include <string>
#include <string_view>

namespace xiezhi::http {

/// The bytes in gzip form (RFC 1952), at the best ratio; for files compressed once at start.
std::string gzip(std::string_view bytes);

}  // namespace xiezhi::http
