// A list of any bytes is split and decoded without end or overrun: records go forward through the file, every cell of a
// good record lies in it, and reading again from a record's offset gives the same record.
#include <algorithm>
#include <cstdint>

#include "app/sheet/csv.h"
#include "app/sheet/encoding.h"
#include "base/assert.h"
#include "base/text.h"

namespace {

using namespace xiezhi::app::sheet;

/// Gives the bytes in pieces of the sizes that the input itself asks for.
ByteSource pieces(std::string_view bytes, std::size_t piece) {
  return [bytes, piece, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
    const std::size_t count = std::min({size, piece, bytes.size() - at});
    std::copy_n(bytes.data() + at, count, buffer);
    at += count;
    return count;
  };
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::size_t piece = std::size_t{data[0]} + 1;
  CsvReader reader(pieces(bytes, piece));
  EncodingGuess guess;
  guess.update(bytes);
  Decoder decoder(data[1] % 2 == 0 ? guess.result() : Encoding::gb18030);
  Record record;
  std::uint64_t last = 0;
  while (reader.next(record)) {
    VERIFY(record.offset >= last && record.offset < bytes.size() && reader.offset() > record.offset);
    last = reader.offset();
    for (const std::string& cell : record.cells) {
      const auto text = decoder.decode(cell);
      VERIFY(!text.ok() || xiezhi::base::valid_utf8(*text));
      VERIFY(text.ok() || text.error().at < cell.size());
    }
    CsvReader again(pieces(bytes.substr(record.offset), bytes.size()), record.offset, record.row - 1);
    Record same;
    VERIFY(again.next(same) && same.cells == record.cells && same.fault == record.fault && same.row == record.row);
  }
  VERIFY(reader.offset() <= bytes.size());
  return 0;
}
