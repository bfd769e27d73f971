// The weighings of decided cases, read from the journal one stream after the other.
#pragma once

#include <functional>

#include "core/casefile/state.h"
#include "store/connection.h"

namespace xiezhi::app {

struct PastWeighing {
  std::string case_id;
  core::casefile::Weighing weighing;
  std::optional<base::Money> fine_fen;  ///< as decided, where it was
};

/// The last weighing of each charge against each party of every case.
store::DbStatus for_each_weighing(store::Connection& connection, const std::function<void(const PastWeighing&)>& take);

/// The same for the next case streams after one, in order of name ("case/" begins). The last stream looked at, to go on
/// from; nothing when there are no more.
store::DbResult<std::optional<std::string>> next_weighings(store::Connection& connection, const std::string& after,
                                                           const std::function<void(const PastWeighing&)>& take);

}  // namespace xiezhi::app
