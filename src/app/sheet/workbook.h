// What stands where in an XLSX file (ECMA-376, transitional or strict).
#pragma once

#include <string>
#include <vector>

#include "app/sheet/zip_part.h"

namespace xiezhi::app::sheet {

struct SheetPart {
  std::string name;  ///< as people read it on the tab
  std::string part;  ///< of the archive
  bool hidden = false;
};

struct Workbook {
  std::string path;
  std::vector<SheetPart> sheets;  ///< in the order of their tabs, never none
  std::string strings;            ///< part with the shared strings
  std::vector<bool> dates;        ///< of each cell style, whether it shows a day
  bool from_1904 = false;
};

inline constexpr std::size_t kMostSheets = 1000;
inline constexpr std::size_t kMostStyles = 70'000;  // spreadsheets allow 65,490

/// Whether a file begins as a ZIP archive does, or as the older binary workbooks and encrypted ones.
enum class FileKind : std::uint8_t { text, archive, old_workbook };
FileKind kind_of(std::string_view head);

SheetResult<Workbook> read_workbook(const std::string& path);

}  // namespace xiezhi::app::sheet
