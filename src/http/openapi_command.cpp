#include "http/openapi_command.h"

#include <cstdio>

#include "http/openapi.h"
#include "http/routes/parts.h"

namespace xiezhi::http {

int print_openapi(std::span<const std::string> arguments) {
  if (!arguments.empty()) {
    std::fprintf(stderr, "openapi takes no arguments\n");
    return 2;
  }
  RouteTable table;
  add_all_routes(table, {});
  const std::string document = openapi_document(table.routes()) + "\n";
  const bool written = std::fwrite(document.data(), 1, document.size(), stdout) == document.size();
  return written && std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace xiezhi::http
