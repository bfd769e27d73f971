// Header lines that every response carries, ready to send.
#pragma once

#include <string_view>

namespace xiezhi::http {

// Scripts come from here only; WebAssembly may be compiled. Element Plus sets style attributes, hence 'unsafe-inline'
// styles. Pages of our own show documents in a frame.
inline constexpr std::string_view kSecurityHeaderLines =
    "content-security-policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'\r\n"
    "x-content-type-options: nosniff\r\n"
    "referrer-policy: no-referrer\r\n"
    "cross-origin-opener-policy: same-origin\r\n";

}  // namespace xiezhi::http
