// A consistent copy of a database while others write to it.
#pragma once

#include <string>
#include <string_view>

#include "store/connection.h"

namespace xiezhi::store {

/// Writes the copy to a file that must not exist: for SQLite a database, for PostgreSQL the custom format of pg_dump
/// (needs that program on the PATH). Does not wait for the disk.
DbStatus copy_database(std::string_view address, const std::string& file);

}  // namespace xiezhi::store
