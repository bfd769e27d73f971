// Lists of enterprises: by place, by words of the name, by the beginning of the credit code.
#include <algorithm>
#include <charconv>

#include "app/ledger/enterprise_query.h"
#include "app/ledger/enterprise_row.h"
#include "app/ledger/initials.h"
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
constexpr int kStretchBits = 15;

/// The place asked for, narrowed to the scope; nothing when they do not meet.
std::optional<std::string> place_of(const Scope& scope, const EnterpriseFilter& filter) {
  if (!scope.granted()) return std::nullopt;
  if (filter.division.starts_with(scope.division())) return filter.division;
  if (scope.division().starts_with(filter.division)) return scope.division();
  return std::nullopt;
}

/// Whether a place narrows nothing: a list as long as the ledger would be gone through for it.
bool holds_all(const Divisions& divisions, const std::string& place) {
  return std::all_of(divisions.all().begin(), divisions.all().end(),
                     [&](const auto& division) { return division.code.starts_with(place); });
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
  const auto grade =
      store::is_null(row[8]) ? std::nullopt : base::enum_from_name<core::dossier::RiskGrade>(text(row[8]));
  return {text(row[1]),
          text(row[2]),
          optional_text(row[3]),
          optional_text(row[4]),
          optional_text(row[5]),
          text(row[6]),
          place_name(divisions, text(row[6])),
          *status,
          grade};
}

/// Tokens of what a filter asks for beside name and place (schema/0010_filter.sql), in order.
std::vector<std::string> kinds_of(const EnterpriseFilter& filter) {
  std::vector<std::string> out;
  if (filter.grade) out.push_back("gr" + std::string(base::enum_name(*filter.grade)));
  if (const std::string industry = core::text::fold(filter.industry); !industry.empty()) {
    const bool letter = industry.front() >= 'a' && industry.front() <= 'z';
    out.push_back("in" + (letter && industry.size() > 1 ? industry.substr(1) : industry));
  }
  if (filter.status) out.push_back("st" + std::string(base::enum_name(*filter.status)));
  return out;
}

/// "% a %b %": tokens in their order among others.
std::string pattern_of(const std::vector<std::string>& tokens) {
  return tokens.empty() ? "%" : "% " + base::join(tokens, " %") + " %";
}

struct Search {
  Connection& connection;
  std::string place;
  std::string tokens;  ///< separated by spaces, the place's among them
  std::string name_pattern;
  std::string kind_pattern;
  std::string initials;
  std::vector<std::string> terms;  ///< each stands in the name as it is
  std::int64_t limit;

  /// Candidates after a place in the order of the ledger; fewer than `limit` means there are no more.
  DbResult<std::vector<Row>> candidates(std::int64_t after) const {
    if (tokens.empty()) {
      const Statement& list =
          by_place(place, query::kEnterpriseListAll, query::kEnterpriseListCity, query::kEnterpriseListDivision);
      return connection.run(list, {Value(after), Value(place), Value(limit)});
    }
    const bool postgres = connection.engine() == store::Engine::postgres;
    if (postgres || place.size() >= kCityLength) {
      const Statement& near =
          by_place(place, query::kSearchNearAll, query::kSearchNearCity, query::kSearchNearDivision);
      auto rows = TRY(
          connection.run(near, {Value(after), Value(name_pattern), Value(limit), Value(place), Value(kind_pattern)}));
      if (static_cast<std::int64_t>(rows.size()) == limit) return rows;
    }
    const bool county = place.size() > kCityLength;  // its own token keeps the matches few
    if (postgres && !county) return by_stretches(after);
    return connection.run(query::kSearchWords, {Value(after), Value(tokens), Value(limit)});
  }

  /// Candidates out of one stretch of the ledger after another (schema/0006_search.sql).
  DbResult<std::vector<Row>> by_stretches(std::int64_t after) const {
    const auto last = TRY(connection.run(query::kSearchLast, {}));
    std::vector<Row> out;
    for (std::int64_t stretch = std::max<std::int64_t>(after, 0) >> kStretchBits;
         stretch <= store::integer(last[0][0]) >> kStretchBits; ++stretch) {
      const auto more = limit - static_cast<std::int64_t>(out.size());
      const std::string wanted = tokens + " n" + std::to_string(stretch);
      auto rows = TRY(connection.run(query::kSearchWords, {Value(after), Value(wanted), Value(more)}));
      std::move(rows.begin(), rows.end(), std::back_inserter(out));
      if (static_cast<std::int64_t>(out.size()) == limit) break;
    }
    return out;
  }

  [[nodiscard]] bool holds(const Row& row) const {
    if (!initials.empty()) return has_initials(text(row[2]), initials);
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

/// Whether a row that was found by its code is one of those asked for.
bool fits(const EnterpriseItem& item, const EnterpriseFilter& filter) {
  const auto digits = [](std::string_view code) {
    const bool letter = !code.empty() && code.front() >= 'A' && code.front() <= 'T' && code.size() > 1;
    return code.substr(letter ? 1 : 0);
  };
  const std::string& held = item.industry.value_or("");
  const bool of_section = filter.industry.size() == 1 && held.starts_with(filter.industry);
  if (!filter.industry.empty() && !of_section && !digits(held).starts_with(digits(filter.industry))) return false;
  return (!filter.status || item.status == *filter.status) && (!filter.grade || item.grade == filter.grade);
}

DbResult<EnterprisePage> page_by_code(Connection& connection, const Divisions& divisions, const std::string& prefix,
                                      const std::string& place, const EnterpriseFilter& filter, std::size_t size) {
  const std::string end = prefix + "~";  // '~' follows every character of a code
  const std::size_t colon = std::min(filter.after.find(':'), filter.after.size());
  std::int64_t after = colon == filter.after.size() ? -1 : number_of(std::string_view(filter.after).substr(colon + 1));
  std::string code = filter.after.substr(0, colon);
  const auto limit = static_cast<std::int64_t>(size) + 1;
  EnterprisePage page;
  std::string last;
  while (true) {
    const auto rows = TRY(connection.run(
        query::kSearchCode, {Value(prefix), Value(end), Value(place), Value(code), Value(after), Value(limit)}));
    for (const Row& row : rows) {
      code = text(row[3]);
      after = store::integer(row[0]);
      EnterpriseItem item = item_of(row, divisions);
      if (!fits(item, filter)) continue;
      if (page.items.size() == size) {
        page.next = last;
        return page;
      }
      page.items.push_back(std::move(item));
      last = code + ":" + std::to_string(after);
    }
    if (static_cast<std::int64_t>(rows.size()) < limit) return page;
  }
}

}  // namespace

DbResult<EnterprisePage> list_enterprises(Connection& connection, const Divisions& divisions, const Scope& scope,
                                          const EnterpriseFilter& filter) {
  const auto place = place_of(scope, filter);
  if (!place) return EnterprisePage{};
  const auto size = static_cast<std::size_t>(std::clamp(filter.size, std::int32_t{1}, kMaxBatchSize));
  if (const auto prefix = code_prefix(filter.text)) {
    return page_by_code(connection, divisions, *prefix, *place, filter, size);
  }
  Search search{connection, *place, {}, {}, {}, {}, {}, static_cast<std::int64_t>(size) + 1};
  const bool by_sound = initials_query(filter.text);
  std::vector<std::string> tokens =
      by_sound ? initials_query_tokens(filter.text) : core::text::query_tokens(filter.text);
  if (by_sound) {
    search.initials = filter.text;
  } else {
    search.terms = core::text::query_terms(filter.text);
    if (tokens.empty() && !search.terms.empty()) return EnterprisePage{};  // signs alone: no name is found by them
  }
  const auto kinds = kinds_of(filter);
  search.name_pattern = pattern_of(tokens);
  search.kind_pattern = pattern_of(kinds);
  tokens.insert(tokens.end(), kinds.begin(), kinds.end());
  if (!tokens.empty() && !holds_all(divisions, *place)) tokens.push_back(search_place(*place));
  search.tokens = base::join(tokens, " ");
  return page_by_number(search, divisions, filter.after.empty() ? -1 : number_of(filter.after), size);
}

}  // namespace xiezhi::app::ledger
