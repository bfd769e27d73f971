// A sheet of any bytes, in a workbook that is otherwise sound, is read without end or overrun: rows go upward, none is
// without a cell, and what stops the reading says why. Another third of the inputs takes the place of the shared
// strings, another that of the whole archive.
#include <minizip/zip.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "app/sheet/sheet_reader.h"
#include "base/assert.h"

namespace {

using namespace xiezhi::app::sheet;

void add(zipFile archive, const char* name, std::string_view bytes) {
  zip_fileinfo info{};
  VERIFY(zipOpenNewFileInZip(archive, name, &info, nullptr, 0, nullptr, 0, nullptr, 0, 0) == ZIP_OK);
  VERIFY(zipWriteInFileInZip(archive, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK);
  VERIFY(zipCloseFileInZip(archive) == ZIP_OK);
}

void write_workbook(const std::string& path, std::string_view sheet, std::string_view strings) {
  zipFile archive = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
  VERIFY(archive != nullptr);
  add(archive, "xl/workbook.xml", "<workbook><sheets><sheet name='a' id='r1'/></sheets></workbook>");
  add(archive, "xl/_rels/workbook.xml.rels",
      "<R><Relationship Id='r1' Type='/worksheet' Target='s.xml'/>"
      "<Relationship Id='r2' Type='/sharedStrings' Target='t.xml'/></R>");
  add(archive, "xl/s.xml", sheet);
  add(archive, "xl/t.xml", strings);
  VERIFY(zipClose(archive, nullptr) == ZIP_OK);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  const std::string path = (folder / ("xiezhi_sheet_fuzz_" + std::to_string(getpid()))).string();
  if (data[0] % 3 == 2) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  } else {
    constexpr std::string_view kSheet = "<w><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row></w>";
    constexpr std::string_view kStrings = "<sst><si><t>a</t></si></sst>";
    write_workbook(path, data[0] % 3 == 0 ? bytes : kSheet, data[0] % 3 == 1 ? bytes : kStrings);
  }
  const auto workbook = read_workbook(path);
  if (!workbook.ok()) return 0;
  auto reader = SheetReader::open(*workbook, 0, folder);
  if (!reader.ok()) return 0;
  Record record;
  std::uint64_t last = 0;
  while ((*reader)->next(record)) {
    VERIFY(record.row > last && record.row <= kLastRow && record.cells.size() <= kMostColumns);
    VERIFY(!record.cells.empty() || record.fault != RecordFault::none);
    for (const auto& mark : record.marks) VERIFY(mark.cell < record.cells.size());
    last = record.row;
  }
  return 0;
}
