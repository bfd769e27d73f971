// What it takes that an erased value is gone from the database's files too.
#pragma once

#include "store/connection.h"

namespace xiezhi::store {

/// Records why and by whom a value was erased: in the transaction that erases it.
DbStatus record_erasure(Connection& connection, const std::string& commitment, const std::string& stream,
                        const std::string& actor, const std::string& reason, std::int64_t at_ms);

/// From here on the connection overwrites with zeros what it erases. PostgreSQL keeps former versions of a row until a
/// VACUUM FULL, which is the operator's to order: it locks the table.
DbStatus overwrite_erased(Connection& connection);
/// Moves what was erased out of the write-ahead log; false while somebody else still reads the old state, or where the
/// engine has no such thing.
DbResult<bool> flush_erased(Connection& connection);

}  // namespace xiezhi::store
