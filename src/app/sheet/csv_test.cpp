#include "app/sheet/csv.h"

#include <gtest/gtest.h>

#include <cstring>

namespace xiezhi::app::sheet {
namespace {

using Cells = std::vector<std::string>;

/// Gives the text out in pieces, so that every boundary falls inside a record once.
ByteSource source_of(std::string text, std::size_t piece) {
  return [text = std::move(text), piece, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
    const std::size_t count = std::min({piece, size, text.size() - at});
    std::memcpy(buffer, text.data() + at, count);
    at += count;
    return count;
  };
}

std::vector<Record> read_all(const std::string& text, std::size_t piece = 1 << 20) {
  CsvReader reader(source_of(text, piece));
  std::vector<Record> out;
  Record record;
  while (reader.next(record)) out.push_back(record);
  return out;
}

TEST(Csv, SplitsCellsAndRows) {
  const auto records = read_all("a,b\nc,\n");
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].cells, (Cells{"a", "b"}));
  EXPECT_EQ(records[1].cells, (Cells{"c", ""}));
  EXPECT_EQ(records[1].row, 2u);
  EXPECT_EQ(records[1].offset, 4u);
}

TEST(Csv, ReadsTheSameInPiecesOfAnySize) {
  const std::string text = "名称,\"经营 \"\"范围\"\"\r\n第二行\",x\r\n,\"\",\"a,b\"\r\n\r\n末行,无换行";
  const auto whole = read_all(text);
  ASSERT_EQ(whole.size(), 3u);
  EXPECT_EQ(whole[0].cells, (Cells{"名称", "经营 \"范围\"\r\n第二行", "x"}));
  EXPECT_EQ(whole[1].cells, (Cells{"", "", "a,b"}));
  EXPECT_EQ(whole[2].cells, (Cells{"末行", "无换行"}));
  for (std::size_t piece = 1; piece < text.size(); ++piece) {
    const auto pieces = read_all(text, piece);
    ASSERT_EQ(pieces.size(), whole.size()) << piece;
    for (std::size_t i = 0; i < whole.size(); ++i) {
      EXPECT_EQ(pieces[i].cells, whole[i].cells) << piece;
      EXPECT_EQ(pieces[i].offset, whole[i].offset) << piece;
      EXPECT_EQ(pieces[i].fault, RecordFault::none);
    }
  }
}

TEST(Csv, TakesEveryKindOfLineBreak) {
  for (const char* text : {"a\nb\nc", "a\r\nb\r\nc\r\n", "a\rb\rc\r", "a\n\n\nb\r\n\r\nc"}) {
    EXPECT_EQ(read_all(text).size(), 3u) << text;
  }
}

TEST(Csv, GoesOnAfterAQuoteThatNothingCloses) {
  const auto records = read_all("h1,h2\n\"open,1\nnext,2\nlast,3\n");
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[1].fault, RecordFault::unclosed_quote);
  EXPECT_EQ(records[2].cells, (Cells{"next", "2"}));
  EXPECT_EQ(records[3].row, 4u);
}

TEST(Csv, ReportsTextBehindAClosingQuote) {
  const auto records = read_all("\"a\"b,c\nd,e\n");
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].fault, RecordFault::stray_quote);
  EXPECT_EQ(records[1].fault, RecordFault::none);
}

TEST(Csv, KeepsAQuoteInsideAnUnquotedCell) { EXPECT_EQ(read_all("a\"b,c\n")[0].cells, (Cells{"a\"b", "c"})); }

TEST(Csv, PassesALineOfUnboundedLength) {
  const auto records = read_all("a,b\n\"" + std::string(3 * kMaxRecordBytes, 'x') + "\nc,d\n");
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[1].fault, RecordFault::too_long);
  EXPECT_EQ(records[2].cells, (Cells{"c", "d"}));
}

TEST(Csv, GoesOnInTheMiddleOfAFile) {
  const std::string text = "a,b\r\nc,d\r\ne,f\r\n";
  CsvReader reader(source_of(text, 100));
  Record record;
  ASSERT_TRUE(reader.next(record));
  ASSERT_TRUE(reader.next(record));
  CsvReader later(source_of(text.substr(reader.offset()), 100), reader.offset(), reader.rows());
  ASSERT_TRUE(later.next(record));
  EXPECT_EQ(record.cells, (Cells{"e", "f"}));
  EXPECT_EQ(record.row, 3u);
  EXPECT_EQ(record.offset, 10u);
  EXPECT_FALSE(later.next(record));
}

TEST(Csv, OfNothingHasNoRows) {
  EXPECT_TRUE(read_all("").empty());
  EXPECT_TRUE(read_all("\r\n\n").empty());
}

}  // namespace
}  // namespace xiezhi::app::sheet
