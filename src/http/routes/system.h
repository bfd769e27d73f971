// Health and the description of the interface.
#pragma once

#include "http/router.h"

namespace xiezhi::http {

struct HealthView {
  std::string status;  ///< "ok"
};
BOOST_DESCRIBE_STRUCT(HealthView, (), (status))

void add_system_routes(Router& router);

}  // namespace xiezhi::http
