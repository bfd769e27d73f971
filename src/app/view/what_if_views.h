// Who would be treated differently under a draft, a piece at a time, so that the page can tell how far it is and stop.
#pragma once

#include "app/live_pack.h"
#include "app/scope.h"
#include "app/view/views.h"
#include "app/what_if.h"

namespace xiezhi::app {

inline constexpr std::int64_t kWhatIfPiece = 50'000;     ///< synthetic cases of one answer
inline constexpr std::int64_t kMostWhatIf = 10'000'000;  ///< synthetic cases altogether
inline constexpr std::size_t kWhatIfExamples = 10;

struct WhatIfRequest {
  std::string dmn;
  bool synthetic = false;            ///< cases drawn at random instead of those of the province
  std::int64_t done = 0;             ///< synthetic cases decided before, a multiple of kWhatIfPiece
  std::optional<std::string> after;  ///< the last answer's
};
BOOST_DESCRIBE_STRUCT(WhatIfRequest, (), (dmn, synthetic, done, after))

/// Counts of this piece alone: the page adds them up.
struct WhatIfView {
  WhatIf counts;
  std::vector<Example> examples;
  std::optional<std::string> after;    ///< absent: there are no more cases
  std::optional<std::string> problem;  ///< why a table cannot decide cases; then nothing is counted
};
BOOST_DESCRIBE_STRUCT(WhatIfView, (), (counts, examples, after, problem))

/// Decides past or synthetic cases under the version in force today and under the text. Not found outside the scope.
QueryResult<WhatIfView> what_if(store::Connection& connection, const core::law::Pack& pack, const Scope& scope,
                                const std::string& id, const WhatIfRequest& request, base::Date today);

}  // namespace xiezhi::app
