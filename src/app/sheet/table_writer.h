// Tables of any length written to a file row by row, in constant memory.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace xiezhi::app::sheet {

class TableWriter {
 public:
  TableWriter() = default;
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;
  virtual ~TableWriter() = default;

  /// Every cell is text: codes keep their zeros and are no numbers.
  virtual void add(std::span<const std::string> cells) = 0;
  /// To be called once, at the end; false when the file could not be written.
  virtual bool finish() = 0;
};

/// With a byte order mark, so that spreadsheets take it for UTF-8. Cells that begin like a formula are kept from
/// running.
std::unique_ptr<TableWriter> csv_writer(const std::filesystem::path& path, std::span<const std::string> titles);

/// A workbook whose rows go on in a further sheet where the rows of one end. `widths` are in characters.
std::unique_ptr<TableWriter> workbook_writer(const std::filesystem::path& path, const std::string& sheet,
                                             std::span<const std::string> titles, std::span<const double> widths);

/// A cell of CSV, quoted where it must be.
std::string csv_cell(const std::string& text);

}  // namespace xiezhi::app::sheet
