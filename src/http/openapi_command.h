// `xiezhi openapi`.
#pragma once

#include <span>
#include <string>

namespace xiezhi::http {

/// Prints the OpenAPI 3.1 document of the interface. Needs no database. 0, 1 when it cannot be written, 2 for bad
/// usage.
int print_openapi(std::span<const std::string> arguments);

}  // namespace xiezhi::http
