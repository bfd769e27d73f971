// A SQLite database file, opened durable: WAL and synchronous=FULL.
#pragma once

#include <memory>
#include <string_view>

#include "store/connection.h"

namespace xiezhi::store::sqlite {

/// `place` is what follows "sqlite:": a path, and optionally "?vfs=NAME". Does not look at the schema.
DbResult<std::unique_ptr<Connection>> connect(std::string_view place, Access access);

/// Writes a consistent copy of the database to a new file while others go on using it.
DbStatus copy_to(Connection& connection, const std::string& file);

}  // namespace xiezhi::store::sqlite
