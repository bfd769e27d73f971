#include "app/sheet/csv.h"

#include <algorithm>

#include "base/assert.h"

namespace xiezhi::app::sheet {
namespace {

constexpr std::size_t kChunk = 64 * 1024;

}  // namespace

CsvReader::CsvReader(ByteSource source, std::uint64_t offset, std::uint64_t rows)
    : source_(std::move(source)), base_(offset), rows_(rows) {}

/// Reads one more chunk; false when there is none.
bool CsvReader::fill() {
  if (ended_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    base_ += at_;
    at_ = 0;
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  const std::size_t got = source_(buffer_.data() + size, kChunk);
  VERIFY(got <= kChunk);
  buffer_.resize(size + got);
  ended_ = got == 0;
  return got != 0;
}

void CsvReader::skip_blank_lines() {
  while (at_ < buffer_.size() || fill()) {
    if (!line_break(at_)) return;
    ++at_;
  }
}

/// Resolves the quoted cell that opens at `at` into the last cell; false when the buffer ends within it.
bool CsvReader::parse_quoted(Record& record, std::size_t& at) const {
  std::string& cell = record.cells.back();
  ++at;
  while (true) {
    const std::size_t quote = buffer_.find('"', at);
    if (quote == std::string::npos || (quote + 1 == buffer_.size() && !ended_)) return false;
    cell.append(buffer_, at, quote - at);
    at = quote + 1;
    if (at == buffer_.size() || buffer_[at] != '"') return true;
    cell += '"';
    ++at;
  }
}

/// Parses the record at at_; `end` is the byte after it.
CsvReader::Parsed CsvReader::parse(Record& record, std::size_t& end) const {
  constexpr const char* kEnds = ",\r\n";
  std::size_t at = at_;
  while (true) {
    record.cells.emplace_back();
    record.cell_offsets.push_back(base_ + at);
    const bool quoted = at < buffer_.size() && buffer_[at] == '"';
    if (quoted && !parse_quoted(record, at)) return Parsed::needs_more;
    const std::size_t stop = std::min(buffer_.find_first_of(kEnds, at), buffer_.size());
    if (quoted && stop != at) record.fault = RecordFault::stray_quote;
    record.cells.back().append(buffer_, at, stop - at);
    at = stop;
    if (at == buffer_.size()) {
      end = at;
      return ended_ ? Parsed::complete : Parsed::needs_more;
    }
    ++at;
    if (buffer_[at - 1] == ',') continue;
    end = at;  // of "\r\n" the second byte is left to be dropped as a blank line
    return Parsed::complete;
  }
}

/// Gives up on a record: passes its first line alone, so that what follows is read on its own.
void CsvReader::pass_line(Record& record) {
  record.cells.clear();
  record.cell_offsets.clear();
  while (at_ < buffer_.size() || fill()) {
    if (line_break(at_)) return;
    ++at_;
  }
}

bool CsvReader::next(Record& record) {
  skip_blank_lines();
  if (at_ >= buffer_.size()) return false;
  record.offset = offset();
  record.row = ++rows_;
  while (true) {
    record.cells.clear();
    record.cell_offsets.clear();
    record.fault = RecordFault::none;
    std::size_t end = at_;
    if (parse(record, end) == Parsed::complete) {
      at_ = end;
      return true;
    }
    const bool too_long = buffer_.size() - at_ > kMaxRecordBytes;
    const bool knew_the_end = ended_;
    if (!too_long && (fill() || !knew_the_end)) continue;
    record.fault = too_long ? RecordFault::too_long : RecordFault::unclosed_quote;
    pass_line(record);
    return true;
  }
}

}  // namespace xiezhi::app::sheet
