// The OpenAPI 3.1 document of a list of routes.
#pragma once

#include <span>
#include <string>

#include "http/route.h"

namespace xiezhi::http {

/// Canonical JSON; the same routes give the same bytes.
std::string openapi_document(std::span<const Route> routes);

}  // namespace xiezhi::http
