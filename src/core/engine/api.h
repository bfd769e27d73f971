// The core as a function from JSON to JSON: what core.wasm exports, and what the law cases call natively.
#pragma once

#include <string>
#include <string_view>

namespace xiezhi::core::engine {

/// Loads the law pack that later calls use. Returns "" or what is wrong.
std::string load_pack(std::string_view bytes);

/// Answers one request {"call": "decide" | "next" | "guards" | "verify" | "match", …}, or one of core/dmn/api.h. A
/// malformed request yields {"error": {"path", "code", "message"}}. Never fails otherwise.
std::string call(std::string_view request);

}  // namespace xiezhi::core::engine
