// The rows of one sheet of a workbook, in memory that does not grow with it.
#pragma once

#include <memory>

#include "app/sheet/record.h"
#include "app/sheet/shared_strings.h"
#include "app/sheet/workbook.h"
#include "app/sheet/xml_stream.h"

namespace xiezhi::app::sheet {

/// Columns beyond are not read (ALL is the last one read; spreadsheets have up to XFD).
inline constexpr std::size_t kMostColumns = 1000;
inline constexpr std::uint64_t kLastRow = 1'048'576;

class SheetHandler;

class SheetReader final : public RecordSource {
 public:
  /// `sheet` counts from 0 among the workbook's. Shared strings go to files without a name in `folder`.
  static SheetResult<std::unique_ptr<SheetReader>> open(const Workbook& workbook, std::size_t sheet,
                                                        const std::filesystem::path& folder);
  ~SheetReader() override;

  /// Every record gets that many cells: those that are empty at the end of a row are not stored.
  void set_width(std::size_t width) { width_ = width; }
  /// Rows up to `row` are passed over.
  void skip_to(std::uint64_t row) { skipped_ = row; }
  /// Rows without a value are passed over. Numbers come as number_text() and serial_date() tell; a cell whose value
  /// was lost is marked.
  bool next(Record& record) override;
  [[nodiscard]] std::uint64_t offset() const override { return offset_; }
  [[nodiscard]] std::uint64_t rows() const override { return row_; }
  [[nodiscard]] std::optional<SheetFault> problem() const override { return problem_; }
  /// Bytes of the sheet, unpacked; offset() moves towards them.
  [[nodiscard]] std::uint64_t bytes() const { return stream_->part().size(); }

 private:
  SheetReader(const Workbook& workbook, std::size_t sheet, SharedStrings strings, ZipPart part);
  [[nodiscard]] SheetFault located(SheetFault fault) const;
  void trim_to_width(Record& record) const;

  std::string sheet_name_;
  std::unique_ptr<SheetHandler> handler_;
  std::unique_ptr<XmlStream> stream_;
  std::optional<SheetFault> problem_;
  std::uint64_t offset_ = 0;
  std::uint64_t row_ = 0;
  std::uint64_t skipped_ = 0;
  std::size_t width_ = 0;
};

}  // namespace xiezhi::app::sheet
