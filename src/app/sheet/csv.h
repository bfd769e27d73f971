// Comma-separated values (RFC 4180) as a stream: quotes, line breaks within quotes, CRLF, LF or CR, in constant memory.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/sheet/record.h"

namespace xiezhi::app::sheet {

/// Fills a buffer with the next bytes and returns how many; 0 at the end.
using ByteSource = std::function<std::size_t(char* buffer, std::size_t size)>;

/// Splits bytes. UTF-8 and GB18030 may both be split before they are decoded: no byte of a longer character is a comma,
/// a quote or a line break in either.
class CsvReader {
 public:
  /// `offset` and `rows` tell where in the file the source begins, for a reader that goes on in the middle.
  explicit CsvReader(ByteSource source, std::uint64_t offset = 0, std::uint64_t rows = 0);

  /// False at the end of the file.
  bool next(Record& record);
  /// Byte after the last record.
  [[nodiscard]] std::uint64_t offset() const { return base_ + at_; }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }

 private:
  enum class Parsed : std::uint8_t { complete, needs_more };

  bool fill();
  Parsed parse(Record& record, std::size_t& end) const;
  bool parse_quoted(Record& record, std::size_t& at) const;
  [[nodiscard]] bool line_break(std::size_t at) const { return buffer_[at] == '\n' || buffer_[at] == '\r'; }
  void pass_line(Record& record);
  void skip_blank_lines();

  ByteSource source_;
  std::string buffer_;
  std::uint64_t base_ = 0;  ///< file offset of buffer_[0]
  std::size_t at_ = 0;      ///< start of the next record in buffer_
  std::uint64_t rows_ = 0;
  bool ended_ = false;
};

}  // namespace xiezhi::app::sheet
