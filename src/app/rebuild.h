// Dropping and rebuilding the read tables from the journal alone.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "core/law/pack.h"
#include "store/connection.h"

namespace xiezhi::app {

struct RebuildReport {
  std::int64_t streams = 0;
  std::int64_t entries = 0;
  std::map<std::string, std::string> tables;  ///< read table → SHA-256 over its rows in key order, hex
};

/// Rebuilds in one transaction: readers see the old rows until it is done.
store::DbResult<RebuildReport> rebuild(store::Connection& connection, const core::law::Pack& pack,
                                       const std::function<void(std::int64_t entries)>& on_progress);
/// The digests of the read tables as they stand.
store::DbResult<std::map<std::string, std::string>> digest_tables(store::Connection& connection);

}  // namespace xiezhi::app
