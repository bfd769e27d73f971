// Rows of a list as text, whichever kind of file they come from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiezhi::app::sheet {

/// Why a file cannot be read, or not further. `message` is Chinese and names the sheet and the cell where it can.
struct SheetFault {
  std::string code;  ///< import.workbook, .sheet, .limit
  std::string message;
};

enum class RecordFault : std::uint8_t {
  none,
  unclosed_quote,  ///< a quote opens a field and nothing closes it: the line is given as it is, without its cells
  stray_quote,     ///< text follows a closing quote
  too_long         ///< longer than kMaxRecordBytes: the line is passed
};

/// A cell whose value is not what its author saw.
enum class CellFault : std::uint8_t {
  formula_error,  ///< "#N/A"
  digits_lost     ///< a number of more than 15 digits: the program that stored it has replaced the rest by zeros
};

struct CellMark {
  std::size_t cell = 0;
  CellFault fault = CellFault::formula_error;
  std::string name;  ///< "D15"
};

inline constexpr std::size_t kMaxRecordBytes = 256 * 1024;

struct Record {
  std::uint64_t offset = 0;  ///< of its first byte in what is read
  std::uint64_t row = 0;     ///< of CSV: 1 for the first record, blank lines not counted; of a sheet: the row's number
  RecordFault fault = RecordFault::none;
  std::vector<std::string> cells;           ///< of CSV: bytes as they stand in the file, quotes resolved; else UTF-8
  std::vector<std::uint64_t> cell_offsets;  ///< of CSV: of the first byte of each cell
  std::vector<CellMark> marks;              ///< cells that are at fault
};

/// Gives the records of a file one by one, in constant memory.
class RecordSource {
 public:
  RecordSource() = default;
  RecordSource(const RecordSource&) = delete;
  RecordSource& operator=(const RecordSource&) = delete;
  virtual ~RecordSource() = default;

  /// False at the end, and where the file cannot be read further: then problem() tells why.
  virtual bool next(Record& record) = 0;
  /// Byte after the last record.
  [[nodiscard]] virtual std::uint64_t offset() const = 0;
  /// Row of the last record.
  [[nodiscard]] virtual std::uint64_t rows() const = 0;
  [[nodiscard]] virtual std::optional<SheetFault> problem() const = 0;
};

}  // namespace xiezhi::app::sheet
