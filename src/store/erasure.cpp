#include "store/erasure.h"

#include "base/text.h"
#include "store/query.h"

namespace xiezhi::store {
namespace {

constexpr Statement kFlush{"flush_erased", "PRAGMA wal_checkpoint(TRUNCATE)", {}};

}  // namespace

DbStatus record_erasure(Connection& connection, const std::string& commitment, const std::string& stream,
                        const std::string& actor, const std::string& reason, std::int64_t at_ms) {
  TRY(connection.run(query::kErasureInsert, {Value(Bytes{base::from_hex(commitment)}), Value(stream), Value(actor),
                                             Value(reason), Value(at_ms)}));
  return base::Unit{};
}

DbStatus overwrite_erased(Connection& connection) {
  if (connection.engine() != Engine::sqlite) return base::Unit{};
  return connection.run_script("overwrite_erased", "PRAGMA secure_delete=ON;");
}

DbResult<bool> flush_erased(Connection& connection) {
  if (connection.engine() != Engine::sqlite) return false;
  const auto rows = TRY(connection.run(kFlush, {}));
  return integer(rows.front()[0]) == 0;
}

}  // namespace xiezhi::store
