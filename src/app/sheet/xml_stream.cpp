#include "app/sheet/xml_stream.h"

#include <expat.h>

#include "base/assert.h"

namespace xiezhi::app::sheet {
namespace {

constexpr std::size_t kChunk = 64 * 1024;
constexpr std::uint64_t kLongestToken = 1024 * 1024;  ///< a tag with its attributes
constexpr std::size_t kDeepest = 64;
constexpr char kSeparator = '\n';  // between namespace and name; neither can hold it

std::string_view local(const char* qualified) {
  const std::string_view whole(qualified);
  const std::size_t at = whole.find(kSeparator);
  return at == std::string_view::npos ? whole : whole.substr(at + 1);
}

void start_of(void* user, const XML_Char* name, const XML_Char** attributes) {
  static_cast<XmlStream*>(user)->on_start(name, attributes);
}
void end_of(void* user, const XML_Char* name) { static_cast<XmlStream*>(user)->on_end(name); }
void text_of(void* user, const XML_Char* text, int size) {
  static_cast<XmlStream*>(user)->on_text({text, static_cast<std::size_t>(size)});
}
void doctype_of(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  static_cast<XmlStream*>(user)->refuse({"import.workbook", "文件含有文档类型声明，拒绝读取"});
}

}  // namespace

const char* Attributes::find(std::string_view name) const {
  for (const char** at = pairs_; *at != nullptr; at += 2) {
    if (local(at[0]) == name) return at[1];
  }
  return nullptr;
}

XmlStream::XmlStream(ZipPart part, XmlHandler& handler)
    : part_(std::move(part)), handler_(handler), parser_(XML_ParserCreateNS(nullptr, kSeparator)) {
  VERIFY(parser_ != nullptr);
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, start_of, end_of);
  XML_SetCharacterDataHandler(parser_, text_of);
  XML_SetStartDoctypeDeclHandler(parser_, doctype_of);
}

XmlStream::~XmlStream() { XML_ParserFree(parser_); }

void XmlStream::on_start(const char* name, const char** attributes) {
  if (++depth_ > kDeepest) return refuse({"import.limit", "XML 嵌套过深：" + part_.name()});
  handler_.start(local(name), Attributes(attributes));
}

void XmlStream::on_end(const char* name) {
  --depth_;
  handler_.end(local(name));
}

void XmlStream::pause() {
  if (!fault_) XML_StopParser(parser_, XML_TRUE);
}

void XmlStream::refuse(SheetFault fault) {
  if (fault_) return;
  fault_ = std::move(fault);
  XML_StopParser(parser_, XML_FALSE);
}

std::uint64_t XmlStream::offset() const {
  const auto at = XML_GetCurrentByteIndex(parser_);
  return at < 0 ? fed_ : static_cast<std::uint64_t>(at);
}

SheetFault XmlStream::broken() const {
  return {"import.workbook", "文件已损坏：" + part_.name() + " 第 " +
                                 std::to_string(XML_GetCurrentLineNumber(parser_)) + " 行不是有效的 XML"};
}

SheetResult<bool> XmlStream::settle(int status) {
  if (fault_) return base::Err{*fault_};
  if (status == XML_STATUS_ERROR) return base::Err{broken()};
  paused_ = status == XML_STATUS_SUSPENDED;
  return paused_;
}

SheetResult<bool> XmlStream::advance() {
  if (fault_) return base::Err{*fault_};
  if (paused_ && TRY(settle(XML_ResumeParser(parser_)))) return true;
  while (!ended_) {
    // A token is kept whole until it is complete, so a tag without an end would take ever more memory.
    if (fed_ - offset() > kLongestToken) return base::Err{SheetFault{"import.limit", "XML 标签过长：" + part_.name()}};
    void* buffer = XML_GetBuffer(parser_, kChunk);
    VERIFY(buffer != nullptr);
    const std::size_t got = TRY(part_.read(static_cast<char*>(buffer), kChunk));
    fed_ += got;
    ended_ = got == 0;
    if (TRY(settle(XML_ParseBuffer(parser_, static_cast<int>(got), ended_ ? XML_TRUE : XML_FALSE)))) return true;
  }
  return false;
}

base::Result<base::Unit, SheetFault> XmlStream::read_all() {
  while (TRY(advance())) {
  }
  return base::Unit{};
}

}  // namespace xiezhi::app::sheet
