// Violations found by an officer's words, for the desk and the handheld while they have no core of their own.
#pragma once

#include <mutex>

#include "app/readers.h"
#include "app/view/views.h"
#include "core/law/match.h"

namespace xiezhi::app {

struct MatchQuery {
  std::string text;                 ///< what was seen, at most kMostMatchText characters
  std::optional<std::int32_t> top;  ///< 1 to 50; absent: 10
  std::optional<base::Date> on;     ///< day of the act; absent: today
};
BOOST_DESCRIBE_STRUCT(MatchQuery, (), (text, top, on))

struct MatchList {
  std::vector<core::law::Match> rows;
};
BOOST_DESCRIBE_STRUCT(MatchList, (), (rows))

inline constexpr std::size_t kMostMatchText = 2000;

/// The index is made when it is first asked for.
class LawMatcher {
 public:
  QueryResult<MatchList> find(const core::law::Pack& pack, const MatchQuery& query, base::Date today);

 private:
  std::once_flag made_;
  std::optional<core::law::MatchIndex> index_;
};

}  // namespace xiezhi::app
