#include "app/ledger/export.h"

#include "app/sheet/table_writer.h"
#include "store/query.h"

namespace xiezhi::app::ledger {
namespace {

namespace query = store::query;
using store::Connection;
using store::DbResult;
using store::DbStatus;
using store::text;
using store::Value;

constexpr std::int32_t kRowsOfPage = 1000;

std::string cell_of(const EnterpriseItem& item, Column column) {
  switch (column) {
    case Column::name: return item.name;
    case Column::credit_code: return item.credit_code.value_or("");
    case Column::address: return item.address.value_or("");
    case Column::region: return item.place;
    case Column::industry: return item.industry.value_or("");
    case Column::status: return in_chinese(item.status);
    case Column::grade: return item.grade ? in_chinese(*item.grade) : "";
    case Column::registered_on:
    case Column::type:
    case Column::registered_capital:
    case Column::scope:
    case Column::legal_representative:
    case Column::phone: return {};
  }
  VERIFY_NOT_REACHED();
}

/// In characters, as spreadsheets count them: a Chinese one takes two.
double width_of(Column column) {
  switch (column) {
    case Column::name: return 44;
    case Column::credit_code: return 22;
    case Column::address: return 60;
    case Column::region: return 24;
    case Column::industry:
    case Column::grade:
    case Column::status: return 12;
    case Column::registered_on:
    case Column::type:
    case Column::registered_capital:
    case Column::scope:
    case Column::legal_representative:
    case Column::phone: return 16;
  }
  VERIFY_NOT_REACHED();
}

}  // namespace

std::string in_chinese(core::dossier::Status status) {
  switch (status) {
    case core::dossier::Status::operating: return "在营";
    case core::dossier::Status::suspended: return "停业";
    case core::dossier::Status::deregistered: return "注销";
    case core::dossier::Status::revoked: return "吊销";
  }
  VERIFY_NOT_REACHED();
}

std::string in_chinese(core::dossier::RiskGrade grade) {
  switch (grade) {
    case core::dossier::RiskGrade::a: return "A 级（红）";
    case core::dossier::RiskGrade::b: return "B 级（橙）";
    case core::dossier::RiskGrade::c: return "C 级（黄）";
    case core::dossier::RiskGrade::d: return "D 级（蓝）";
  }
  VERIFY_NOT_REACHED();
}

DbStatus insert_export(Connection& connection, const ExportJob& job) {
  TRY(connection.run(query::kLedgerExportInsert,
                     {Value(job.id), Value(job.actor), Value(base::to_json(job)), Value(job.started_at.ms)}));
  return base::Unit{};
}

DbResult<std::optional<ExportJob>> find_export(Connection& connection, const std::string& id) {
  const auto rows = TRY(connection.run(query::kLedgerExportFind, {Value(id)}));
  if (rows.empty()) return std::optional<ExportJob>();
  return std::optional(MUST(base::parse_json<ExportJob>(text(rows[0][0]))));
}

DbResult<bool> advance_export(Connection& connection, const ExportJob& job) {
  const auto moved = TRY(connection.run(query::kLedgerExportAdvance, {Value(job.id), Value(base::to_json(job))}));
  return !moved.empty();
}

DbStatus delete_export(Connection& connection, const std::string& id) {
  TRY(connection.run(query::kLedgerExportDelete, {Value(id)}));
  return base::Unit{};
}

ExportEnd write_export(const ExportRequest& request, const PageSource& pages, const std::filesystem::path& path,
                       const ExportWatch& watch) {
  std::vector<std::string> titles;
  std::vector<double> widths;
  for (const Column column : request.columns) {
    titles.push_back(column == Column::region ? "所在市县" : column_title(column));
    widths.push_back(width_of(column));
  }
  const auto out = request.kind == ExportKind::csv ? sheet::csv_writer(path, titles)
                                                   : sheet::workbook_writer(path, "企业台账", titles, widths);
  EnterpriseFilter filter;
  filter.text = request.text.value_or("");
  filter.division = request.division.value_or("");
  filter.industry = request.industry.value_or("");
  filter.status = request.status;
  filter.grade = request.grade;
  filter.size = kRowsOfPage;
  std::int64_t rows = 0;
  std::vector<std::string> cells(request.columns.size());
  while (true) {
    auto page = pages(filter);
    if (!page.ok()) return ExportEnd::database_failed;
    for (const EnterpriseItem& item : page->items) {
      for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = cell_of(item, request.columns[i]);
      out->add(cells);
    }
    rows += static_cast<std::int64_t>(page->items.size());
    if (!watch(rows)) return ExportEnd::stopped;
    if (!page->next) break;
    filter.after = *page->next;
  }
  return out->finish() ? ExportEnd::written : ExportEnd::file_failed;
}

}  // namespace xiezhi::app::ledger
