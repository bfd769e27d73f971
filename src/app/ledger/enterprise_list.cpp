// Lists of enterprises: by place, by words of the name, by the beginning of the credit code.
#include <algorithm>
#include <charconv>

#include "app/ledger/enterprise_query.h"
#include "app/ledger/enterprise_row.h"
#include "base/text.h"
#include "core/text/fold.h"
#include "core/text/tokens.h"
#include "store/query.h"

namespace xiezhi::app::ledger {
namespace {

namespace query = store::query;
using core::org::Divisions;
using store::Connection;
using store::DbResult;
using store::Row;
using store::Statement;
using store::text;
using store::Value;

constexpr std::size_t kShortestCode = 4;
constexpr std::size_t kCityLength = 4;
constexpr std::size_t kProvinceLength = 2;

/// The place asked for, narrowed to the scope; nothing when they do not meet.
std::optional<std::string> place_of(const Scope& scope, const EnterpriseFilter& filter) {
  if (!scope.granted()) return std::nullopt;
  if (filter.division.starts_with(scope.division())) return filter.division;
  if (scope.division().starts_with(filter.division)) return scope.division();
  return std::nullopt;
}

/// Which of three statements serves a place: the province, a city, a county.
const Statement& by_place(std::string_view place, const Statement& all, const Statement& city,
                          const Statement& county) {
  if (place.size() <= kProvinceLength) return all;
  return place.size() == kCityLength ? city : county;
}

std::int64_t number_of(std::string_view cursor) {
  std::int64_t out = -1;
  std::from_chars(cursor.data(), cursor.data() + cursor.size(), out);
  return out;
}

/// "9123 0103", "91230103ma": digits and capitals as codes have them, at least one digit among them.
std::optional<std::string> code_prefix(std::string_view query_text) {
  std::string code;
  bool digit = false;
  for (const char c : core::text::fold(query_text)) {
    if (c == ' ') continue;
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && (c < 'a' || c > 'z')) return std::nullopt;
    digit = digit || is_digit;
    code += is_digit ? c : static_cast<char>(c - 'a' + 'A');
  }
  if (!digit || code.size() < kShortestCode || code.size() > 18) return std::nullopt;
  return code;
}

EnterpriseItem item_of(const Row& row, const Divisions& divisions) {
  const auto optional_text = [](const Value& value) {
    return store::is_null(value) ? std::optional<std::string>() : std::optional(text(value));
  };
  const auto status = base::enum_from_name<core::dossier::Status>(text(row[7]));
  VERIFY(status.has_value());
  return {text(row[1]),
          text(row[2]),
          optional_text(row[3]),
          optional_text(row[4]),
          optional_text(row[5]),
          text(row[6]),
          place_name(divisions, text(row[6])),
          *status};
}

struct Search {
  Connection& connection;
  std::string place;
  std::string tokens;  ///< separated by spaces, the place's among them
  std::string name_tokens;
  std::vector<std::string> terms;  ///< each stands in the name as it is
  std::int64_t limit;

  /// Candidates after a number, in order; fewer than `limit` means there are no more.
  DbResult<std::vector<Row>> candidates(std::int64_t after) const {
    if (tokens.empty()) {
      const Statement& list =
          by_place(place, query::kEnterpriseListAll, query::kEnterpriseListCity, query::kEnterpriseListDivision);
      return connection.run(list, {Value(after), Value(place), Value(limit)});
    }
    if (connection.engine() == store::Engine::postgres) {
      // GIN collects every match before the first is known; common words are sooner found by walking in order.
      const Statement& near =
          by_place(place, query::kSearchNearAll, query::kSearchNearCity, query::kSearchNearDivision);
      auto rows = TRY(connection.run(near, {Value(after), Value(name_tokens), Value(limit), Value(place)}));
      if (static_cast<std::int64_t>(rows.size()) == limit) return rows;
    }
    return connection.run(query::kSearchWords, {Value(after), Value(tokens), Value(limit)});
  }

  [[nodiscard]] bool holds(const Row& row) const {
    const std::string name = core::text::fold(text(row[2]));
    return std::all_of(terms.begin(), terms.end(),
                       [&](const std::string& term) { return name.find(term) != std::string::npos; });
  }
};

/// Fills a page from candidates; the pairs of a query may all occur in a name without standing next to each other.
DbResult<EnterprisePage> page_by_number(const Search& search, const Divisions& divisions, std::int64_t after,
                                        std::size_t size) {
  EnterprisePage page;
  std::int64_t last = after;
  while (true) {
    const auto rows = TRY(search.candidates(after));
    for (const Row& row : rows) {
      after = store::integer(row[0]);
      if (!search.holds(row)) continue;
      if (page.items.size() == size) {
        page.next = std::to_string(last);
        return page;
      }
      page.items.push_back(item_of(row, divisions));
      last = after;
    }
    if (static_cast<std::int64_t>(rows.size()) < search.limit) return page;
  }
}

DbResult<EnterprisePage> page_by_code(Connection& connection, const Divisions& divisions, const std::string& prefix,
                                      const std::string& place, const EnterpriseFilter& filter, std::size_t size) {
  const std::string end = prefix + "~";  // '~' follows every character of a code
  const std::string_view cursor = filter.after;
  const std::size_t colon = std::min(cursor.find(':'), cursor.size());
  const std::int64_t after = colon == cursor.size() ? -1 : number_of(cursor.substr(colon + 1));
  const auto rows = TRY(connection.run(
      query::kSearchCode, {Value(prefix), Value(end), Value(place), Value(std::string(cursor.substr(0, colon))),
                           Value(after), Value(static_cast<std::int64_t>(size) + 1)}));
  EnterprisePage page;
  std::string last;
  for (const Row& row : rows) {
    if (page.items.size() == size) {
      page.next = last;
      return page;
    }
    page.items.push_back(item_of(row, divisions));
    last = text(row[3]) + ":" + std::to_string(store::integer(row[0]));
  }
  return page;
}

}  // namespace

DbResult<EnterprisePage> list_enterprises(Connection& connection, const Divisions& divisions, const Scope& scope,
                                          const EnterpriseFilter& filter) {
  const auto place = place_of(scope, filter);
  if (!place) return EnterprisePage{};
  const auto size = static_cast<std::size_t>(std::clamp(filter.size, std::int32_t{1}, kMaxPageSize));
  if (const auto prefix = code_prefix(filter.text)) {
    return page_by_code(connection, divisions, *prefix, *place, filter, size);
  }
  Search search{connection, *place, {}, {}, core::text::query_terms(filter.text), static_cast<std::int64_t>(size) + 1};
  search.name_tokens = base::join(core::text::query_tokens(filter.text), " ");
  if (!search.name_tokens.empty()) {
    search.tokens = search.name_tokens;
    if (!place->empty()) search.tokens += " " + search_place(*place);
  } else if (!search.terms.empty()) {
    return EnterprisePage{};  // signs alone: no name is found by them
  }
  return page_by_number(search, divisions, filter.after.empty() ? -1 : number_of(filter.after), size);
}

}  // namespace xiezhi::app::ledger
