#include "app/sheet/sheet_reader.h"

#include <fstream>

#include "app/sheet/workbook_test_file.h"

namespace xiezhi::app::sheet {
namespace {

class SheetReaderTest : public WorkbookTest {
 protected:
  /// The rows as "1:a|b", joined by line breaks, and what stopped the reading at last.
  std::string read(const Parts& parts) {
    const auto workbook = read_workbook(file(parts));
    if (!workbook.ok()) return workbook.error().code + " " + workbook.error().message;
    auto reader = SheetReader::open(*workbook, 0, folder_);
    if (!reader.ok()) return reader.error().code + " " + reader.error().message;
    std::string out;
    Record record;
    while ((*reader)->next(record)) {
      out += std::to_string(record.row) + ":";
      for (std::size_t i = 0; i < record.cells.size(); ++i) out += (i == 0 ? "" : "|") + record.cells[i];
      if (record.fault != RecordFault::none) out += "(fault)";
      for (const auto& mark : record.marks) {
        out += (mark.fault == CellFault::digits_lost ? "(lost " : "(error ") + mark.name + ")";
      }
      out += "\n";
    }
    EXPECT_TRUE(std::filesystem::is_directory(folder_));
    if (const auto problem = (*reader)->problem()) out += problem->code + " " + problem->message;
    return out;
  }
  std::string read(const std::string& rows, const std::vector<std::string>& strings = {}) {
    return read(workbook_parts(rows, strings));
  }
};

TEST_F(SheetReaderTest, ReadsSharedInlineAndPlainText) {
  EXPECT_EQ(read("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>"
                 "<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><r><t>地</t></r><rPh><t>di</t></rPh><r><t>址</t></r>"
                 "</is></c><c t=\"str\"><v>&lt;b&gt;</v></c></row>",
                 {"代码", "名称_x000D_\n二行"}),
            "1:名称\n二行|代码\n3:||地址|<b>\n");
}

TEST_F(SheetReaderTest, ShowsNumbersAsPeopleSeeThem) {
  EXPECT_EQ(
      read("<row><c><v>1.3912345678E+10</v></c><c><v>0.10000000000000001</v></c><c s=\"1\"><v>43469</v></c>"
           "<c s=\"1\"><v>43469.75</v></c><c t=\"d\"><v>2019-01-04T00:00:00</v></c><c t=\"b\"><v>1</v></c></row>"),
      "1:13912345678|0.1|2019-01-04|2019-01-04|2019-01-04|是\n");
}

TEST_F(SheetReaderTest, MarksDigitsThatAreLostAndFormulasThatFailed) {
  EXPECT_EQ(read("<row r=\"7\"><c r=\"B7\"><v>9.1230103123456794E+17</v></c><c r=\"D7\" t=\"e\"><v>#N/A</v></c></row>"),
            "7:|912301031234568000||#N/A(lost B7)(error D7)\n");
}

TEST_F(SheetReaderTest, PassesRowsWithoutValues) {
  EXPECT_EQ(
      read("<row r=\"1\"/><row r=\"2\"><c r=\"A2\" s=\"1\"/></row><row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t> "
           "</t></is></c></row>" +
           std::string("<row r=\"9\"><c r=\"A9\"><v>1</v></c></row>")),
      "9:1\n");
}

TEST_F(SheetReaderTest, TellsWhereTheFileIsDamaged) {
  EXPECT_EQ(read("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>9</v></c></row>"),
            "2:1\nimport.workbook 工作表“企业”A3：引用了不存在的共享字符串");
  EXPECT_EQ(read("<row r=\"5\"><c r=\"A5\"><v>1</v></c></row><row r=\"4\"/>"),
            "5:1\nimport.workbook 工作表“企业”第 5 行：行号错乱");
  EXPECT_EQ(read("<row r=\"5\"><c r=\"B5\"/><c r=\"A5\"/></row>"), "import.workbook 工作表“企业”第 5 行：列号错乱");
  EXPECT_EQ(read("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row"),
            "1:1\nimport.workbook 工作表“企业”第 1 行：文件已损坏：xl/worksheets/sheet1.xml 第 1 行不是有效的 XML");
}

TEST_F(SheetReaderTest, RefusesWhatIsNoWorkbook) {
  EXPECT_EQ(read({{"word/document.xml", "<a/>"}}), "import.workbook 不是 XLSX 工作簿");
  Parts parts = workbook_parts("");
  parts.erase("xl/worksheets/sheet1.xml");
  EXPECT_EQ(read(parts), "import.workbook 文件已损坏，缺少工作表“企业”");
  std::ofstream(folder_ / "list.xlsx") << "PK\x03\x04 and nothing more";
  EXPECT_EQ(read_workbook((folder_ / "list.xlsx").string()).error().message, "不是 XLSX 文件，或者文件不完整");
}

TEST_F(SheetReaderTest, RefusesDocumentTypesAndEntities) {
  Parts parts = workbook_parts("");
  parts["xl/sharedStrings.xml"] = "<!DOCTYPE a [<!ENTITY b \"c\">]><sst/>";
  EXPECT_EQ(read(parts), "import.workbook 文件含有文档类型声明，拒绝读取");
}

TEST_F(SheetReaderTest, RefusesBombs) {
  Parts parts = workbook_parts("");
  parts["xl/sharedStrings.xml"] = "<sst>" + std::string(40 << 20, ' ') + "</sst>";
  EXPECT_EQ(read(parts), "import.limit 压缩比异常，拒绝解压：xl/sharedStrings.xml");
  parts = workbook_parts("<row " + std::string(3 << 20, 'x') + "/>");
  EXPECT_EQ(read(parts), "import.limit 工作表“企业”开头：XML 标签过长：xl/worksheets/sheet1.xml");
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  EXPECT_EQ(read(deep), "import.limit 工作表“企业”开头：XML 嵌套过深：xl/worksheets/sheet1.xml");
}

TEST_F(SheetReaderTest, GivesARowOfTooMuchTextAsAFault) {
  const std::string much(200 * 1024, 'x');
  EXPECT_EQ(read("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c><c><v>7</v></c></row><row><c><v>8</v></c></row>",
                 {much}),
            "1:" + much + "(fault)\n2:8\n");
}

TEST_F(SheetReaderTest, NoticesAPartThatWasCutOffOrChanged) {
  const std::string path = file(workbook_parts(text_row({std::string(3000, 'a'), "b", "c"})));
  std::string bytes;
  {
    std::ifstream in(path, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  // Every third byte of the archive is wrong, or is where it ends: whatever comes of it, it comes to an end.
  std::size_t noticed = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    for (const bool cut : {false, true}) {
      std::string wrong = cut ? bytes.substr(0, i) : bytes;
      if (!cut) wrong[i] = static_cast<char>(wrong[i] ^ 0x55);
      std::ofstream(path, std::ios::binary | std::ios::trunc) << wrong;
      const auto workbook = read_workbook(path);
      if (!workbook.ok()) {
        ++noticed;
        continue;
      }
      auto reader = SheetReader::open(*workbook, 0, folder_);
      if (!reader.ok()) {
        ++noticed;
        continue;
      }
      Record record;
      while ((*reader)->next(record)) {
      }
      noticed += (*reader)->problem() ? 1 : 0;
    }
  }
  EXPECT_GT(noticed, bytes.size() / 3) << "every cut, and most changes";
}

}  // namespace
}  // namespace xiezhi::app::sheet
