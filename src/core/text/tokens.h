// Words of a name for search. Chinese has no spaces: every ideograph and every pair of neighbours is a token, so that a
// query of one, two or more characters finds all names that contain it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xiezhi::core::text {

/// What is stored: single ideographs, pairs of neighbours, runs of Latin letters and digits; sorted, each once.
/// The text must be valid UTF-8.
std::vector<std::string> index_tokens(std::string_view text);

/// What must all be present in a name that contains the query: pairs where there are two neighbours, else the single
/// ideograph; sorted, each once. Empty when the query has nothing to search for. Presence of every pair does not prove
/// that they stand next to each other; the caller compares the folded text too.
std::vector<std::string> query_tokens(std::string_view query);

/// Parts of a query that white space separates, folded; each must occur in the folded name.
std::vector<std::string> query_terms(std::string_view query);

}  // namespace xiezhi::core::text
