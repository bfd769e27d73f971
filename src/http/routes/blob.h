// The digest with which a piece of an upload announces itself.
#pragma once

#include <optional>
#include <string_view>

#include "base/sha256.h"

namespace xiezhi::http {

/// The SHA-256 of a Content-Digest header (RFC 9530), "sha-256=:<base64>:".
std::optional<base::Hash> content_digest(std::string_view header);

}  // namespace xiezhi::http
