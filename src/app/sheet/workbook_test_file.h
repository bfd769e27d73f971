// For tests: workbooks written part by part, so that any of their parts can be wrong.
#pragma once

#include <gtest/gtest.h>
#include <minizip/zip.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace xiezhi::app::sheet {

using Parts = std::map<std::string, std::string>;

inline void write_archive(const std::filesystem::path& path, const Parts& parts) {
  std::filesystem::remove(path);
  zipFile archive = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
  ASSERT_NE(archive, nullptr);
  for (const auto& [name, bytes] : parts) {
    zip_fileinfo info{};
    ASSERT_EQ(zipOpenNewFileInZip64(archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 6, 1),
              ZIP_OK);
    ASSERT_EQ(zipWriteInFileInZip(archive, bytes.data(), static_cast<unsigned>(bytes.size())), ZIP_OK);
    ASSERT_EQ(zipCloseFileInZip(archive), ZIP_OK);
  }
  ASSERT_EQ(zipClose(archive, nullptr), ZIP_OK);
}

/// Parts of a workbook with one sheet 企业 whose `<sheetData>` holds `rows`; cell style 1 is a day.
inline Parts workbook_parts(const std::string& rows, const std::vector<std::string>& strings = {}) {
  const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  std::string shared = "<sst xmlns=\"" + main + "\">";
  for (const auto& text : strings) shared += "<si><t xml:space=\"preserve\">" + text + "</t></si>";
  return {
      {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + links +
                          "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + links +
                              "\"><sheets><sheet name=\"企业\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"r1\" Type=\"" + links + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
           "<Relationship Id=\"r2\" Type=\"" + links + "/sharedStrings\" Target=\"sharedStrings.xml\"/>" +
           "<Relationship Id=\"r3\" Type=\"" + links + "/styles\" Target=\"/xl/styles.xml\"/></Relationships>"},
      {"xl/styles.xml", "<styleSheet xmlns=\"" + main +
                            "\"><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
                            "numFmtId=\"14\"/></cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml", shared + "</sst>"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>"}};
}

/// `<row>` with cells of inline text.
inline std::string text_row(const std::vector<std::string>& cells) {
  std::string out = "<row>";
  for (const auto& cell : cells) out += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
  return out + "</row>";
}

class WorkbookTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("xiezhi_workbook_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string file(const Parts& parts) {
    const auto path = folder_ / "list.xlsx";
    write_archive(path, parts);
    return path.string();
  }

  std::filesystem::path folder_;
};

}  // namespace xiezhi::app::sheet
