// Lists of inspections and cases: by place, body, officer, status and day, by words of the enterprise, by a document's
// number. What narrows most leads; the rest is filtered along it.
#include <algorithm>

#include "app/projection/numbers.h"
#include "app/query/file_rows.h"
#include "app/query/query_tools.h"
#include "app/service.h"
#include "base/text.h"
#include "core/text/fold.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

/// The statements of one kind of file.
struct Lists {
  const char* kind;
  const store::Statement& all;
  const store::Statement& of_officer;
  const store::Statement& overdue;
  const store::Statement& found;
};
const Lists kInspections{"inspection", store::query::kInspectionList, store::query::kInspectionListOfOfficer,
                         store::query::kInspectionListOverdue, store::query::kInspectionListFound};
const Lists kCases{"case", store::query::kCasefileList, store::query::kCasefileListOfOfficer,
                   store::query::kCasefileListOverdue, store::query::kCasefileListFound};

/// Words that name more enterprises than this are common: the list is gone through for them, and a page fills soon.
constexpr std::int32_t kEnterprisesTried = ledger::kMaxBatchSize;

/// Cuts the row beyond the page and makes the cursor of the last one that stays.
template <typename Page, typename Instant>
void finish_page(Page& page, const FileQuery& query, Instant instant_of) {
  const auto size = static_cast<std::size_t>(page_size(query.size));
  if (page.rows.size() <= size) return;
  page.rows.resize(size);
  page.next_cursor = std::to_string(instant_of(page.rows.back()).ms) + "." + page.rows.back().id;
}

/// Files that have a document of that number.
store::DbResult<std::vector<std::string>> ids_numbered(store::Connection& connection, const char* kind,
                                                       const std::string& text) {
  std::vector<std::string> out;
  const auto key = number_key(text);
  if (!key) return out;
  const std::string wanted = core::text::identity_form(text);
  for (const store::Row& row : TRY(connection.run(store::query::kFileNumberFind, {*key, std::string(kind)}))) {
    if (core::text::identity_form(store::text(row[1])).find(wanted) != std::string::npos)
      out.push_back(store::text(row[0]));
  }
  return out;
}

/// Ids of the enterprises that a text names; nothing when they are too many to be named.
store::DbResult<std::optional<std::vector<std::string>>> enterprises_named(store::Connection& connection,
                                                                           const core::org::Divisions& divisions,
                                                                           const Scope& scope,
                                                                           const std::string& text) {
  ledger::EnterpriseFilter filter;
  filter.text = text;
  filter.size = kEnterprisesTried;
  const auto page = TRY(ledger::list_enterprises(connection, divisions, scope, filter));
  if (page.next) return std::optional<std::vector<std::string>>();
  std::vector<std::string> out;
  for (const auto& item : page.items) out.push_back(item.id);
  return std::optional(std::move(out));
}

/// "%a%b%" of "a b".
std::string like_pattern(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == ' ' || c == '_'; }, '%');
  return "%" + text + "%";
}

store::DbResult<std::vector<store::Row>> rows_of(store::Connection& connection, const core::org::Divisions& divisions,
                                                 const Lists& lists, const FileQuery& query, base::Date today,
                                                 const std::string& division, const Cursor& cursor) {
  const std::string text(base::trim(query.text.value_or("")));
  const std::string officer = query.officer.value_or("");
  const bool overdue = query.overdue.value_or(false);
  store::Row parameters = {division,
                           end_of_prefix(division),
                           query.status.value_or(""),
                           query.enterprise.value_or(""),
                           query.body.value_or(""),
                           overdue ? today.iso() : "",
                           cursor.at,
                           cursor.id,
                           page_size(query.size) + 1,
                           officer,
                           std::string()};
  if (!text.empty()) {
    const auto numbered = TRY(ids_numbered(connection, lists.kind, text));
    const auto named = TRY(enterprises_named(connection, divisions, query.scope, text));
    if (named || !numbered.empty()) {
      parameters.emplace_back(base::to_json(named.value_or(std::vector<std::string>())));
      parameters.emplace_back(base::to_json(numbered));
      return connection.run(lists.found, parameters);
    }
    parameters.back() = like_pattern(text);
  }
  if (!officer.empty()) return connection.run(lists.of_officer, parameters);
  return connection.run(overdue ? lists.overdue : lists.all, parameters);
}

}  // namespace

QueryResult<InspectionPage> Service::list_inspections(const FileQuery& query) {
  const auto cursor = read_cursor(query.cursor);
  if (!cursor) return invalid_query("cursor");
  InspectionPage page;
  const auto division = division_asked(query.scope, query.division);
  if (!division) return page;
  const auto rows = TRY_DB(readers_.once([&](store::Connection& connection) {
    return rows_of(connection, pack_.divisions(), kInspections, query, now().date(), *division, *cursor);
  }));
  for (const store::Row& row : rows) page.rows.push_back(inspection_row(row, pack_.divisions()));
  finish_page(page, query, [](const InspectionRow& row) { return row.opened_at; });
  return page;
}

QueryResult<CasePage> Service::list_cases(const FileQuery& query) {
  const auto cursor = read_cursor(query.cursor);
  if (!cursor) return invalid_query("cursor");
  CasePage page;
  const auto division = division_asked(query.scope, query.division);
  if (!division) return page;
  const auto rows = TRY_DB(readers_.once([&](store::Connection& connection) {
    return rows_of(connection, pack_.divisions(), kCases, query, now().date(), *division, *cursor);
  }));
  for (const store::Row& row : rows) page.rows.push_back(case_row(row, pack_.divisions()));
  finish_page(page, query, [](const CaseRow& row) { return row.filed_at; });
  return page;
}

}  // namespace xiezhi::app
