// A PostgreSQL session over libpq.
#pragma once

#include <memory>
#include <string_view>

#include "store/connection.h"

namespace xiezhi::store::postgres {

/// Does not look at the schema.
DbResult<std::unique_ptr<Connection>> connect(std::string_view address, Access access);

}  // namespace xiezhi::store::postgres
