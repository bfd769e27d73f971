#include "app/sheet/sheet_reader.h"

#include <charconv>

#include "app/sheet/cell_text.h"
#include "base/text.h"

namespace xiezhi::app::sheet {
namespace {

/// 0 for what is no number.
std::uint64_t number_of(std::string_view digits) {
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return error == std::errc() && end == digits.data() + digits.size() ? out : 0;
}

std::string_view given(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

/// Line ends within a cell are stored with the carriage return spelt out (ECMA-376 part 1, 22.4.2.4).
std::string without_escapes(std::string text) {
  constexpr std::string_view kReturn = "_x000D_";
  for (std::size_t at = text.find(kReturn); at != std::string::npos; at = text.find(kReturn, at)) {
    text.erase(at, kReturn.size());
  }
  return text;
}

}  // namespace

/// `<row r><c r s t><v>…</v><is><t>…</t></is></c>…</row>`; pauses after each row that holds a value.
class SheetHandler final : public XmlHandler {
 public:
  SheetHandler(const Workbook& workbook, SharedStrings strings)
      : strings_(std::move(strings)), dates_(workbook.dates), from_1904_(workbook.from_1904) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "row") return begin_row(attributes);
    if (name == "c") return begin_cell(attributes);
    if (name == "rPh") ++phonetic_;
    in_value_ = in_cell_ && phonetic_ == 0 && (name == "v" || (name == "t" && type_ == "inlineStr"));
  }

  void end(std::string_view name) override {
    in_value_ = false;
    if (name == "rPh") --phonetic_;
    if (name == "c" && in_cell_) end_cell();
    if (name == "row" && in_row_) end_row();
  }

  void text(std::string_view piece) override {
    if (!in_value_) return;
    bytes_ += piece.size();
    if (bytes_ > kMaxRecordBytes) {
      record.fault = RecordFault::too_long;
    } else {
      value_ += piece;
    }
  }

  /// "D15", or "第 15 行" between cells.
  [[nodiscard]] std::string place() const {
    if (in_cell_) return cell_name(column_, row_);
    return row_ == 0 ? "开头" : "第 " + std::to_string(row_) + " 行";
  }

  XmlStream* stream = nullptr;
  Record record;

 private:
  void begin_row(const Attributes& attributes) {
    const std::string_view stated = given(attributes.find("r"));
    const std::uint64_t row = stated.empty() ? row_ + 1 : number_of(stated);
    if (row <= row_ || row > kLastRow || in_row_) return stream->refuse({"import.workbook", "行号错乱"});
    row_ = row;
    in_row_ = true;
    bytes_ = 0;
    next_column_ = 0;
    record = Record();
    record.row = row;
    record.offset = stream->offset();
  }

  void begin_cell(const Attributes& attributes) {
    if (!in_row_ || in_cell_) return stream->refuse({"import.workbook", "单元格不在行内"});
    const std::string_view name = given(attributes.find("r"));
    const auto column = name.empty() ? std::optional(next_column_) : column_of(name);
    if (!column || *column < next_column_) return stream->refuse({"import.workbook", "列号错乱"});
    column_ = *column;
    next_column_ = column_ + 1;
    in_cell_ = true;
    type_ = given(attributes.find("t"));
    style_ = number_of(given(attributes.find("s")));
    value_.clear();
  }

  void end_cell() {
    if (column_ < kMostColumns && !value_.empty()) {
      std::string shown = base::trim(value_).empty() ? std::string() : shown_text();
      if (!shown.empty()) {
        if (record.cells.size() <= column_) record.cells.resize(column_ + 1);
        record.cells[column_] = std::move(shown);
      }
    }
    if (!unfit_) in_cell_ = false;
  }

  void end_row() {
    in_row_ = false;
    if (!record.cells.empty() || record.fault != RecordFault::none) stream->pause();
  }

  std::string shown_text() {
    if (type_ == "s") return shared();
    if (type_ == "inlineStr" || type_ == "str") return without_escapes(value_);
    if (type_ == "b") return value_ == "1" ? "是" : "否";
    if (type_ == "e") {
      mark(CellFault::formula_error);
      return value_;
    }
    if (type_ == "d") return value_.substr(0, 10);
    if (style_ < dates_.size() && dates_[style_]) {
      if (const auto day = serial_date(value_, from_1904_)) return day->iso();
    }
    const auto number = number_text(value_);
    if (!number) return value_;
    if (number->digits_lost) mark(CellFault::digits_lost);
    return number->text;
  }

  std::string shared() {
    const std::uint64_t number = number_of(value_);
    auto text = number == 0 && value_ != "0" ? std::nullopt : strings_.at(number);
    if (!text) {
      unfit_ = true;  // the cell stays the place where the reading stopped
      stream->refuse({"import.workbook", "引用了不存在的共享字符串"});
      return {};
    }
    bytes_ += text->size();
    if (bytes_ > kMaxRecordBytes) {
      record.fault = RecordFault::too_long;
      return {};
    }
    return without_escapes(std::move(*text));
  }

  void mark(CellFault fault) { record.marks.push_back({column_, fault, cell_name(column_, row_)}); }

  SharedStrings strings_;
  std::vector<bool> dates_;
  bool from_1904_;
  std::uint64_t row_ = 0;
  std::size_t bytes_ = 0;  ///< of the values of the row
  std::size_t next_column_ = 0;
  std::size_t column_ = 0;
  std::uint64_t style_ = 0;
  std::string type_;
  std::string value_;
  int phonetic_ = 0;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_value_ = false;
  bool unfit_ = false;
};

SheetReader::SheetReader(const Workbook& workbook, std::size_t sheet, SharedStrings strings, ZipPart part)
    : sheet_name_(workbook.sheets[sheet].name),
      handler_(std::make_unique<SheetHandler>(workbook, std::move(strings))),
      stream_(std::make_unique<XmlStream>(std::move(part), *handler_)) {
  handler_->stream = stream_.get();
}

SheetReader::~SheetReader() = default;

SheetResult<std::unique_ptr<SheetReader>> SheetReader::open(const Workbook& workbook, std::size_t sheet,
                                                            const std::filesystem::path& folder) {
  auto part = TRY(ZipPart::open(workbook.path, workbook.sheets[sheet].part));
  if (!part) {
    return base::Err{SheetFault{"import.workbook", "文件已损坏，缺少工作表“" + workbook.sheets[sheet].name + "”"}};
  }
  SharedStrings strings = TRY(SharedStrings::read(workbook.path, workbook.strings, folder));
  return std::unique_ptr<SheetReader>(new SheetReader(workbook, sheet, std::move(strings), std::move(*part)));
}

SheetFault SheetReader::located(SheetFault fault) const {
  fault.message = "工作表“" + sheet_name_ + "”" + handler_->place() + "：" + fault.message;
  return fault;
}

bool SheetReader::next(Record& record) {
  while (!problem_) {
    const auto more = stream_->advance();
    if (!more.ok()) problem_ = located(more.error());
    offset_ = stream_->offset();
    if (problem_ || !*more) return false;
    row_ = handler_->record.row;
    if (row_ <= skipped_) continue;
    record = std::move(handler_->record);
    if (width_ > 0) trim_to_width(record);
    return true;
  }
  return false;
}

void SheetReader::trim_to_width(Record& record) const {
  record.cells.resize(width_);
  std::erase_if(record.marks, [this](const CellMark& mark) { return mark.cell >= width_; });
}

}  // namespace xiezhi::app::sheet
