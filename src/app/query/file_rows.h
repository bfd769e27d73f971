// Rows of the read tables as lists show them, and personal data by their commitments.
#pragma once

#include "app/view/views.h"
#include "core/org/divisions.h"

namespace xiezhi::app {

/// A row of inspection_list or inspection_of_enterprise.
InspectionRow inspection_row(const store::Row& row, const core::org::Divisions& divisions);
/// A row of casefile_list or casefile_of_enterprise.
CaseRow case_row(const store::Row& row, const core::org::Divisions& divisions);
/// Commitment → value, of those that were not erased.
store::DbResult<std::map<std::string, std::string>> values_of(store::Connection& connection,
                                                              const std::vector<std::string>& commitments);

}  // namespace xiezhi::app
