#include "app/law_match.h"

#include "app/query/query_tools.h"
#include "base/text.h"

namespace xiezhi::app {

QueryResult<MatchList> LawMatcher::find(const core::law::Pack& pack, const MatchQuery& query, base::Date today) {
  const std::int32_t top = query.top.value_or(10);
  if (top < 1 || top > core::law::kMostMatches) return invalid_query("top");
  if (base::length(query.text) > kMostMatchText) return invalid_query("text");
  std::call_once(made_, [&] { index_.emplace(pack); });
  return MatchList{index_->find(query.text, static_cast<std::size_t>(top), query.on.value_or(today))};
}

}  // namespace xiezhi::app
