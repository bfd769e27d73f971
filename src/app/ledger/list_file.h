// A list of enterprises as a file: CSV or a sheet of a workbook, where its header stands, and its rows.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/ledger/columns.h"
#include "app/sheet/encoding.h"
#include "app/sheet/record.h"
#include "app/sheet/workbook.h"

namespace xiezhi::app::ledger {

struct ImportError {
  std::string code;     ///< import.unreadable, .empty, .encoding, .workbook, .limit, .sheet, .header, .divisions,
                        ///< .moved, .state, .database
  std::string message;  ///< in Chinese
};

template <typename T>
using ImportResult = base::Result<T, ImportError>;

enum class ListKind : std::uint8_t { csv, xlsx };
BOOST_DESCRIBE_ENUM(ListKind, csv, xlsx)

/// How a file is to be read.
struct Layout {
  std::optional<std::string> sheet;  ///< of a workbook; absent: the first that is not hidden
  std::int64_t header_row = 1;       ///< rows above it are not read
  std::vector<ColumnAt> columns;
};
BOOST_DESCRIBE_STRUCT(Layout, (), (sheet, header_row, columns))

/// What one pass over a file tells.
struct ListFacts {
  std::string path;
  ListKind kind = ListKind::csv;
  std::string sha256;
  std::int64_t bytes = 0;
  sheet::Encoding encoding = sheet::Encoding::utf8;
  std::int64_t bom_bytes = 0;
  std::optional<sheet::Workbook> workbook;
};
ImportResult<ListFacts> examine_list(const std::string& path);

/// The header of a list and the first rows below it.
struct ListHead {
  std::optional<std::string> sheet;
  std::int64_t header_row = 1;
  std::vector<std::string> cells;
  std::int64_t end = 0;    ///< byte after the header
  std::int64_t bytes = 0;  ///< towards which the reading goes
  std::vector<std::vector<std::string>> samples;
};
inline constexpr std::size_t kSampleRows = 5;
/// Where `wanted` names no sheet or no row: the first sheet that is not hidden, and of its first rows the one that
/// looks most like a header. Workbooks are unpacked to files without a name in `scratch`.
ImportResult<ListHead> read_head(const ListFacts& facts, const std::optional<std::string>& sheet,
                                 std::optional<std::int64_t> header_row, const std::filesystem::path& scratch);

/// The rows of a list after `row`, which ends at byte `offset`.
ImportResult<std::unique_ptr<sheet::RecordSource>> open_rows(const ListFacts& facts, const ListHead& head,
                                                             std::int64_t row, std::int64_t offset,
                                                             const std::filesystem::path& scratch);

}  // namespace xiezhi::app::ledger
