// Percent-encoding (RFC 3986) and application/x-www-form-urlencoded queries.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiezhi::http {

/// The decoded text; nothing for a malformed escape, text that is not UTF-8, or a NUL. '+' is a space in queries only.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);

/// The decoded segments of "/a/b": {"a", "b"}; nothing when it does not begin with '/' or a segment is malformed.
std::optional<std::vector<std::string>> path_segments(std::string_view path);

using QueryPairs = std::vector<std::pair<std::string, std::string>>;
/// The pairs of a query in order; nothing when one is malformed.
std::optional<QueryPairs> query_pairs(std::string_view query);

/// For the file name of a header (RFC 8187): every byte but the unreserved ones as %XX.
std::string percent_encode(std::string_view text);

}  // namespace xiezhi::http
