// The ledger, or what a filter finds of it, as a file: any number of rows, in constant memory, a page at a time.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/ledger/columns.h"
#include "app/ledger/enterprise_query.h"

namespace xiezhi::app::ledger {

enum class ExportKind : std::uint8_t { csv, xlsx };
BOOST_DESCRIBE_ENUM(ExportKind, csv, xlsx)

enum class ExportState : std::uint8_t { running, done, failed };
BOOST_DESCRIBE_ENUM(ExportState, running, done, failed)

/// What somebody wants to have. Columns that lists do not show are left empty.
struct ExportRequest {
  ExportKind kind = ExportKind::xlsx;
  std::vector<Column> columns;
  std::optional<std::string> text;
  std::optional<std::string> division;
  std::optional<std::string> industry;
  std::optional<core::dossier::Status> status;
  std::optional<core::dossier::RiskGrade> grade;
};
BOOST_DESCRIBE_STRUCT(ExportRequest, (), (kind, columns, text, division, industry, status, grade))

struct ExportJob {
  std::string id;
  std::string actor;
  ExportRequest request;
  ExportState state = ExportState::running;
  std::int64_t rows = 0;              ///< written so far
  std::optional<std::int64_t> total;  ///< absent when only the search itself would tell
  base::Instant started_at;
  base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(ExportJob, (), (id, actor, request, state, rows, total, started_at, updated_at))

store::DbStatus insert_export(store::Connection& connection, const ExportJob& job);
store::DbResult<std::optional<ExportJob>> find_export(store::Connection& connection, const std::string& id);
/// Notes how far the job is. False when somebody has stopped it.
store::DbResult<bool> advance_export(store::Connection& connection, const ExportJob& job);
/// Forgets the job; one that runs stops at its next page.
store::DbStatus delete_export(store::Connection& connection, const std::string& id);

/// Gives the next page of a list.
using PageSource = std::function<store::DbResult<EnterprisePage>(const EnterpriseFilter& filter)>;
/// After each page; false: leave off.
using ExportWatch = std::function<bool(std::int64_t rows)>;

enum class ExportEnd : std::uint8_t { written, stopped, database_failed, file_failed };
ExportEnd write_export(const ExportRequest& request, const PageSource& pages, const std::filesystem::path& path,
                       const ExportWatch& watch);

/// "在营".
std::string in_chinese(core::dossier::Status status);
/// "A 级（红）".
std::string in_chinese(core::dossier::RiskGrade grade);

}  // namespace xiezhi::app::ledger
