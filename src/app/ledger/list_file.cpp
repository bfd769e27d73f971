#include "app/ledger/list_file.h"

#include <fstream>

#include "app/sheet/csv.h"
#include "app/sheet/sheet_reader.h"
#include "base/sha256.h"
#include "base/text.h"

namespace xiezhi::app::ledger {
namespace {

using base::Err;
using sheet::Record;
using sheet::RecordSource;
using sheet::SheetReader;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::int64_t kRowsAboveHeader = 20;  // titles, dates of the list, notes on filling it in

Err<ImportError> fail(const char* code, const std::string& message) { return Err{ImportError{code, message}}; }
Err<ImportError> fail(const sheet::SheetFault& fault) { return Err{ImportError{fault.code, fault.message}}; }

class CsvFile final : public RecordSource {
 public:
  CsvFile(const std::string& path, std::int64_t offset, std::int64_t row)
      : path_(path),
        file_(path, std::ios::binary),
        csv_(bytes(), static_cast<std::uint64_t>(offset), static_cast<std::uint64_t>(row)) {
    file_.seekg(offset);
  }

  bool next(Record& record) override { return csv_.next(record); }
  [[nodiscard]] std::uint64_t offset() const override { return csv_.offset(); }
  [[nodiscard]] std::uint64_t rows() const override { return csv_.rows(); }
  [[nodiscard]] std::optional<sheet::SheetFault> problem() const override {
    if (!file_.bad()) return std::nullopt;
    return sheet::SheetFault{"import.unreadable", "文件无法读取：" + path_};
  }

 private:
  sheet::ByteSource bytes() {
    return [this](char* buffer, std::size_t size) {
      file_.read(buffer, static_cast<std::streamsize>(size));
      return static_cast<std::size_t>(file_.gcount());
    };
  }

  std::string path_;
  std::ifstream file_;
  sheet::CsvReader csv_;
};

ImportResult<std::size_t> sheet_of(const sheet::Workbook& workbook, const std::optional<std::string>& wanted) {
  const auto& sheets = workbook.sheets;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (wanted ? sheets[i].name == *wanted : !sheets[i].hidden) return i;
  }
  if (!wanted) return std::size_t{0};
  std::vector<std::string> names;
  for (const auto& one : sheets) names.push_back(one.name);
  return fail("import.sheet", "没有工作表“" + *wanted + "”。文件中有：" + base::join(names, "、"));
}

/// The cells as text, trimmed; what is no text is left empty.
std::vector<std::string> texts_of(const Record& record, sheet::Decoder& decoder) {
  std::vector<std::string> out;
  for (const std::string& cell : record.cells) {
    const auto text = decoder.decode(cell);
    out.emplace_back(text.ok() ? base::trim(*text) : std::string_view());
  }
  return out;
}

ImportResult<std::vector<std::string>> header_texts(const Record& record, sheet::Decoder& decoder) {
  for (const std::string& cell : record.cells) {
    if (!decoder.decode(cell).ok()) return fail("import.encoding", "表头不是有效的文字");
  }
  return texts_of(record, decoder);
}

struct Opened {
  std::unique_ptr<RecordSource> rows;
  std::optional<std::string> sheet;
  std::int64_t bytes = 0;
};

ImportResult<Opened> open_top(const ListFacts& facts, const std::optional<std::string>& wanted,
                              const std::filesystem::path& scratch) {
  if (!facts.workbook) return Opened{std::make_unique<CsvFile>(facts.path, facts.bom_bytes, 0), {}, facts.bytes};
  const std::size_t at = TRY(sheet_of(*facts.workbook, wanted));
  auto reader = SheetReader::open(*facts.workbook, at, scratch);
  if (!reader.ok()) return fail(reader.error());
  const auto bytes = static_cast<std::int64_t>((*reader)->bytes());
  return Opened{std::move(*reader), facts.workbook->sheets[at].name, bytes};
}

}  // namespace

ImportResult<ListFacts> examine_list(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail("import.unreadable", "文件无法读取：" + path);
  ListFacts out;
  out.path = path;
  base::Sha256 hash;
  sheet::EncodingGuess guess;
  std::string buffer(1 << 18, '\0');
  std::string head;
  while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0) {
    const std::string_view piece(buffer.data(), static_cast<std::size_t>(file.gcount()));
    if (out.bytes == 0) head = piece.substr(0, 16);
    out.bytes += static_cast<std::int64_t>(piece.size());
    hash.update(piece);
    guess.update(piece);
  }
  if (file.bad()) return fail("import.unreadable", "文件无法读取：" + path);
  out.sha256 = base::to_hex(hash.finish());
  switch (sheet::kind_of(head)) {
    case sheet::FileKind::old_workbook:
      return fail("import.workbook", "这是旧版 .xls 工作簿，或者加了密码的工作簿，请另存为不加密码的 .xlsx");
    case sheet::FileKind::archive: {
      auto workbook = sheet::read_workbook(path);
      if (!workbook.ok()) return fail(workbook.error());
      out.kind = ListKind::xlsx;
      out.workbook = std::move(*workbook);
      return out;
    }
    case sheet::FileKind::text: break;
  }
  if (guess.utf16()) return fail("import.encoding", "文件是 UTF-16 编码，请另存为 UTF-8 或 GB18030 的 CSV");
  const bool marked = head.starts_with(kUtf8Mark);
  out.encoding = marked ? sheet::Encoding::utf8 : guess.result();
  out.bom_bytes = marked ? static_cast<std::int64_t>(kUtf8Mark.size()) : 0;
  return out;
}

ImportResult<ListHead> read_head(const ListFacts& facts, const std::optional<std::string>& sheet,
                                 std::optional<std::int64_t> header_row, const std::filesystem::path& scratch) {
  Opened opened = TRY(open_top(facts, sheet, scratch));
  sheet::Decoder decoder(facts.encoding);
  Record record;
  ListHead best{opened.sheet, 0, {}, 0, opened.bytes, {}};
  std::size_t most = 0;
  std::vector<std::pair<std::int64_t, std::vector<std::string>>> read;
  const std::int64_t last = header_row.value_or(kRowsAboveHeader) + static_cast<std::int64_t>(kSampleRows);
  while (static_cast<std::int64_t>(opened.rows->rows()) < last && opened.rows->next(record)) {
    const auto row = static_cast<std::int64_t>(record.row);
    const std::size_t known = propose_columns(texts_of(record, decoder)).size();
    const bool better = header_row ? row == *header_row : best.header_row == 0 || known > most;
    if (better && (header_row || row <= kRowsAboveHeader || best.header_row == 0)) {
      best.header_row = row;
      best.cells = TRY(header_texts(record, decoder));
      best.end = static_cast<std::int64_t>(opened.rows->offset());
      most = known;
    }
    read.emplace_back(row, texts_of(record, decoder));
  }
  if (const auto problem = opened.rows->problem()) return fail(*problem);
  if (read.empty()) return fail("import.empty", opened.sheet ? "工作表“" + *opened.sheet + "”是空的" : "文件是空的");
  if (best.header_row == 0) return fail("import.header", "第 " + std::to_string(*header_row) + " 行没有内容");
  for (auto& [row, cells] : read) {
    if (row > best.header_row && best.samples.size() < kSampleRows) best.samples.push_back(std::move(cells));
  }
  return best;
}

ImportResult<std::unique_ptr<RecordSource>> open_rows(const ListFacts& facts, const ListHead& head, std::int64_t row,
                                                      std::int64_t offset, const std::filesystem::path& scratch) {
  if (!facts.workbook) {
    return std::unique_ptr<RecordSource>(std::make_unique<CsvFile>(facts.path, offset, row));
  }
  const std::size_t at = TRY(sheet_of(*facts.workbook, head.sheet));
  auto reader = SheetReader::open(*facts.workbook, at, scratch);
  if (!reader.ok()) return fail(reader.error());
  (*reader)->set_width(head.cells.size());
  (*reader)->skip_to(static_cast<std::uint64_t>(row));
  return std::unique_ptr<RecordSource>(std::move(*reader));
}

}  // namespace xiezhi::app::ledger
