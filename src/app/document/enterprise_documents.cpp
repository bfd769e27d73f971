// The documents of all files of an enterprise, for its dossier.
#include <algorithm>

#include "app/document/documents.h"
#include "app/query/file_rows.h"
#include "app/query/query_tools.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

/// Documents follow from whole files, so only so many are looked into at once: inspections and cases each.
constexpr std::size_t kMostFiles = 40;

bool stands(const DocumentRow& row) {
  switch (row.status) {
    case DocumentStatus::issued:
    case DocumentStatus::to_sign: return true;
    case DocumentStatus::draft:
    case DocumentStatus::unavailable: return false;
  }
  VERIFY_NOT_REACHED();
}

}  // namespace

store::DbResult<Documents::Files> Documents::files_of(const Scope& scope, const std::string& enterprise) const {
  Files out;
  const auto& divisions = service_.pack().divisions();
  const std::int64_t limit = kMostFiles + 1;
  const std::vector<store::Call> calls = {{&store::query::kEnterpriseFind, {enterprise}},
                                          {&store::query::kInspectionOfEnterprise, {enterprise, limit}},
                                          {&store::query::kCasefileOfEnterprise, {enterprise, limit}}};
  const auto rows = TRY(readers_.once([&](store::Connection& connection) { return connection.read_each(calls); }));
  if (rows[0].empty()) return out;
  out.division = store::text(rows[0].front()[11]);
  out.more = rows[1].size() > kMostFiles || rows[2].size() > kMostFiles;
  for (std::size_t i = 0; i < std::min(rows[1].size(), kMostFiles); ++i) {
    const InspectionRow row = inspection_row(rows[1][i], divisions);
    if (scope.admits(row.division, row.body)) out.streams.push_back("inspection/" + row.id);
  }
  for (std::size_t i = 0; i < std::min(rows[2].size(), kMostFiles); ++i) {
    const CaseRow row = case_row(rows[2][i], divisions);
    if (scope.admits(row.division, row.body)) out.streams.push_back("case/" + row.id);
  }
  return out;
}

QueryResult<EnterpriseDocuments> Documents::list_enterprise(const Scope& scope, const std::string& id) const {
  const Files files = TRY_DB(files_of(scope, id));
  if (files.division.empty()) return not_found("enterprise " + id);
  EnterpriseDocuments out{files.division, {}, files.more};
  for (const std::string& stream : files.streams) {
    const bool inspection = core::engine::kind_of(stream) == "inspection";
    auto gathered =
        TRY(inspection ? gather<core::inspection::Inspection>(stream) : gather<core::casefile::CaseFile>(stream));
    for (auto& document : gathered.documents) {
      if (stands(document.row)) out.rows.push_back({stream, std::move(document.row)});
    }
  }
  // What waits for a signature has no day yet and stands first.
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const FiledDocument& a, const FiledDocument& b) {
    if (!a.document.dated || !b.document.dated) return !a.document.dated && b.document.dated.has_value();
    return *a.document.dated > *b.document.dated;
  });
  return out;
}

}  // namespace xiezhi::app
