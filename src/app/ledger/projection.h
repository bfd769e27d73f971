// Events of enterprises to rows of the read tables.
#pragma once

#include <vector>

#include "core/journal/entry.h"
#include "store/connection.h"

namespace xiezhi::app {

/// Appends the statements that bring the read tables from before the entry to after it. Entries of other streams and
/// events without a row of their own add none or only the version. An enterprise's entries come in order.
void project_enterprise(const core::journal::Entry& entry, std::vector<store::Call>& calls);

}  // namespace xiezhi::app
