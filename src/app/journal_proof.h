// Proofs out of the stored tree.
#pragma once

#include <optional>
#include <string_view>

#include "core/journal/proof.h"
#include "store/connection.h"

namespace xiezhi::app {

/// That an entry stands in the tree of the last checkpoint. Nothing while it has no leaf number, or does not exist.
store::DbResult<std::optional<core::journal::InclusionProof>> prove_entry(store::Connection& connection,
                                                                          std::string_view stream,
                                                                          std::int64_t version);
/// From the checkpoint of `from_size` leaves to the last one. Nothing when there is no such checkpoint.
store::DbResult<std::optional<core::journal::ConsistencyProof>> prove_growth(store::Connection& connection,
                                                                             std::int64_t from_size);

}  // namespace xiezhi::app
