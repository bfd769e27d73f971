#include "app/evidence.h"

#include <algorithm>

#include "base/text.h"
#include "core/engine/world.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using store::Value;

std::optional<base::Hash> hash_of(const std::string& hex) {
  const std::string bytes = base::from_hex(hex);
  base::Hash out{};
  if (bytes.size() != out.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(out.data()));
  return out;
}

void collect(const base::Json& value, std::vector<base::Hash>& out) {
  if (value.array() != nullptr) {
    for (const base::Json& item : *value.array()) collect(item, out);
  }
  if (value.object() == nullptr) return;
  for (const auto& [name, member] : *value.object()) {
    const auto hash = name == "sha256" ? hash_of(member.text()) : std::nullopt;
    if (hash) out.push_back(*hash);
    if (!hash) collect(member, out);
  }
}

}  // namespace

store::DbResult<BlobAccess> blob_access(store::Connection& connection, const Scope& scope, const std::string& officer,
                                        const base::Hash& hash) {
  if (!scope.granted()) return BlobAccess{};
  const auto rows = TRY(connection.run(
      store::query::kBlobAccess, {Value(store::Bytes{std::string(base::as_bytes(hash))}), Value(base::to_hex(hash)),
                                  Value(officer), Value(scope.division()), Value(scope.body())}));
  const auto told = [&](std::size_t column) { return store::integer(rows.front()[column]) != 0; };
  const bool exists = told(0);
  const bool sent = exists && told(1);
  const bool referred = told(2);
  const bool within = told(3);
  return BlobAccess{exists, exists && (within || (sent && !referred)), sent};
}

std::vector<base::Hash> hashes_named(const base::Json& payload) {
  std::vector<base::Hash> out;
  collect(payload, out);
  return out;
}

void project_evidence(const core::journal::Entry& entry, std::vector<store::Call>& calls) {
  const std::string kind(core::engine::kind_of(entry.stream));
  if (kind != "inspection" && kind != "case") return;
  for (const base::Hash& hash : hashes_named(entry.payload)) {
    calls.push_back({&store::query::kBlobReferenceInsert,
                     {Value(base::to_hex(hash)), Value(kind), Value(core::engine::id_of(entry.stream))}});
  }
}

}  // namespace xiezhi::app
