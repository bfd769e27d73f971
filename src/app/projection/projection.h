// From the state of a stream to its rows in the read tables.
#pragma once

#include <vector>

#include "core/engine/world.h"
#include "core/law/pack.h"
#include "store/connection.h"

namespace xiezhi::app {

/// The statements that make a stream's rows match its state. They depend on that stream alone, so streams may be
/// projected in any order. The ledger's rows come from its entries (project_enterprise).
void project_state(const std::string& stream, std::int64_t version, const core::engine::Aggregate& state,
                   const core::law::Pack& pack, std::vector<store::Call>& calls);

/// "opened", "scheme_approved", "on_site", "signing", "correcting", "ready_to_close" or "closed".
std::string status_of(const core::inspection::Inspection& inspection);
/// "investigating", "investigated", "notified", "decided", "served", "closed" or "terminated".
std::string status_of(const core::casefile::CaseFile& casefile);

}  // namespace xiezhi::app
