#include "app/sheet/table_writer.h"

#include <xlsxwriter.h>

#include <fstream>
#include <vector>

namespace xiezhi::app::sheet {
namespace {

constexpr lxw_row_t kRowsOfSheet = LXW_ROW_MAX;
constexpr std::size_t kLongestCell = 32'767;  // UTF-16 units; no longer cell opens in a spreadsheet

class CsvWriter final : public TableWriter {
 public:
  CsvWriter(const std::filesystem::path& path, std::span<const std::string> titles)
      : file_(path, std::ios::binary | std::ios::trunc) {
    file_ << "\xEF\xBB\xBF";
    add(titles);
  }
  void add(std::span<const std::string> cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) file_ << (i == 0 ? "" : ",") << csv_cell(cells[i]);
    file_ << "\r\n";
  }
  bool finish() override {
    file_.close();
    return !file_.fail();
  }

 private:
  std::ofstream file_;
};

/// The longest beginning of a text that a cell takes, whole characters only.
std::string fitted(const std::string& text) {
  if (text.size() <= kLongestCell) return text;
  std::size_t at = kLongestCell;  // bytes: never fewer than UTF-16 units
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return text.substr(0, at);
}

class WorkbookWriter final : public TableWriter {
 public:
  WorkbookWriter(const std::filesystem::path& path, std::string sheet, std::span<const std::string> titles,
                 std::span<const double> widths)
      : sheet_name_(std::move(sheet)),
        titles_(titles.begin(), titles.end()),
        widths_(widths.begin(), widths.end()),
        scratch_(path.parent_path().string()) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.use_zip64 = LXW_TRUE;
    options.tmpdir = scratch_.empty() ? nullptr : scratch_.data();
    book_ = workbook_new_opt(path.c_str(), &options);
    if (book_ == nullptr) return;
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    begin_sheet();
  }
  ~WorkbookWriter() override {
    if (book_ != nullptr) workbook_close(book_);
  }

  void add(std::span<const std::string> cells) override {
    if (row_ == kRowsOfSheet) begin_sheet();
    write(cells, nullptr);
  }

  bool finish() override {
    if (book_ == nullptr) return false;
    const lxw_error closed = workbook_close(book_);
    book_ = nullptr;
    return closed == LXW_NO_ERROR && fine_;
  }

 private:
  void begin_sheet() {
    ++sheets_;
    const std::string name = sheets_ == 1 ? sheet_name_ : sheet_name_ + " " + std::to_string(sheets_);
    sheet_ = workbook_add_worksheet(book_, name.c_str());
    if (sheet_ == nullptr) {
      fine_ = false;
      return;
    }
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, column, column, widths_[i], nullptr);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    row_ = 0;
    write(titles_, head_);
  }

  void write(std::span<const std::string> cells, lxw_format* format) {
    if (sheet_ == nullptr) {
      fine_ = false;
      return;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      const std::string text = fitted(cells[i]);
      fine_ = worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(i), text.c_str(), format) == LXW_NO_ERROR &&
              fine_;
    }
    ++row_;
  }

  std::string sheet_name_;
  std::vector<std::string> titles_;
  std::vector<double> widths_;
  std::string scratch_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_row_t row_ = 0;
  int sheets_ = 0;
  bool fine_ = true;
};

}  // namespace

std::string csv_cell(const std::string& text) {
  const bool formula = !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
  if (!formula && text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = formula ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::unique_ptr<TableWriter> csv_writer(const std::filesystem::path& path, std::span<const std::string> titles) {
  return std::make_unique<CsvWriter>(path, titles);
}

std::unique_ptr<TableWriter> workbook_writer(const std::filesystem::path& path, const std::string& sheet,
                                             std::span<const std::string> titles, std::span<const double> widths) {
  return std::make_unique<WorkbookWriter>(path, sheet, titles, widths);
}

}  // namespace xiezhi::app::sheet
