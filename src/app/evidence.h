// Who may see a blob: it is evidence of inspections and cases, and goes with them.
#pragma once

#include <string>
#include <vector>

#include "app/scope.h"
#include "base/sha256.h"
#include "core/journal/entry.h"
#include "store/connection.h"

namespace xiezhi::app {

struct BlobAccess {
  bool exists = false;   ///< it is here, whole
  bool visible = false;  ///< and may be seen
  bool sent = false;     ///< by this officer: he knows its bytes, whatever refers to it

  /// Whether he may name it as evidence of his own, or need not send it.
  [[nodiscard]] bool known() const { return visible || sent; }
};

/// A blob is seen by whom the scope lets see an inspection or a case that refers to it, and by the officer who sent it
/// as long as nothing refers to it.
store::DbResult<BlobAccess> blob_access(store::Connection& connection, const Scope& scope, const std::string& officer,
                                        const base::Hash& hash);

/// Hashes that a command's or an event's payload names, as members "sha256" at any depth.
std::vector<base::Hash> hashes_named(const base::Json& payload);

/// Appends the rows that tell which blobs an entry refers to. They depend on that entry alone.
void project_evidence(const core::journal::Entry& entry, std::vector<store::Call>& calls);

}  // namespace xiezhi::app
