#include "app/sheet/shared_strings.h"

#include <cstring>

#include "app/sheet/xml_stream.h"

namespace xiezhi::app::sheet {
namespace {

SheetFault no_disk() { return {"import.workbook", "磁盘空间不足，无法读取工作簿"}; }

}  // namespace

/// `<sst><si><t>…</t></si>…</sst>`; rich text comes in runs, phonetic hints are left out.
class StringsHandler final : public XmlHandler {
 public:
  explicit StringsHandler(SharedStrings& out) : out_(out) {}

  void start(std::string_view name, const Attributes&) override {
    if (name == "si") text_.clear();
    if (name == "rPh") ++phonetic_;
    in_text_ = name == "t" && phonetic_ == 0;
  }
  void end(std::string_view name) override {
    in_text_ = false;
    if (name == "rPh") --phonetic_;
    if (name == "si" && !out_.add(text_)) stream->refuse(no_disk());
  }
  void text(std::string_view piece) override {
    if (!in_text_) return;
    text_ += piece;
    if (text_.size() > kMaxRecordBytes) stream->refuse({"import.limit", "一个单元格的内容超过 256 KB"});
  }

  XmlStream* stream = nullptr;

 private:
  SharedStrings& out_;
  std::string text_;
  int phonetic_ = 0;
  bool in_text_ = false;
};

SheetResult<SharedStrings> SharedStrings::read(const std::string& archive, const std::string& part,
                                               const std::filesystem::path& folder) {
  auto text = PagedFile::make(folder);
  auto ends = PagedFile::make(folder);
  if (!text || !ends) return base::Err{no_disk()};
  SharedStrings out(std::move(*text), std::move(*ends));
  auto found = TRY(ZipPart::open(archive, part));
  if (!found) return out;
  StringsHandler handler(out);
  XmlStream stream(std::move(*found), handler);
  handler.stream = &stream;
  TRY(stream.read_all());
  if (!out.text_.finish() || !out.ends_.finish()) return base::Err{no_disk()};
  return out;
}

bool SharedStrings::add(std::string_view text) {
  if (!text_.append(text)) return false;
  const std::uint64_t end = text_.size();
  char bytes[sizeof end];
  std::memcpy(bytes, &end, sizeof end);
  return ends_.append({bytes, sizeof bytes});
}

std::optional<std::uint64_t> SharedStrings::end_of(std::uint64_t number) {
  std::uint64_t end = 0;
  char bytes[sizeof end];
  if (!ends_.read(number * sizeof end, bytes, sizeof bytes)) return std::nullopt;
  std::memcpy(&end, bytes, sizeof end);
  return end;
}

std::optional<std::string> SharedStrings::at(std::uint64_t number) {
  if (number >= count()) return std::nullopt;
  const auto from = number == 0 ? std::optional<std::uint64_t>(0) : end_of(number - 1);
  const auto until = end_of(number);
  if (!from || !until) return std::nullopt;
  std::string out(static_cast<std::size_t>(*until - *from), '\0');
  if (!text_.read(*from, out.data(), out.size())) return std::nullopt;
  return out;
}

}  // namespace xiezhi::app::sheet
