#include "dmnfile/xml.h"

#include <expat.h>

#include <memory>

namespace xiezhi::dmnfile {
namespace {

constexpr char kSeparator = '\n';  // between namespace and name; neither can hold it

struct Reader {
  XML_Parser parser = nullptr;
  Element root;
  std::vector<Element> open;
  std::size_t elements = 0;
  std::string problem;

  void refuse(std::string why) {
    if (problem.empty()) problem = std::move(why);
    XML_StopParser(parser, XML_FALSE);
  }
};

std::pair<std::string, std::string> split(const char* qualified) {
  const std::string_view whole(qualified);
  const std::size_t at = whole.find(kSeparator);
  if (at == std::string_view::npos) return {"", std::string(whole)};
  return {std::string(whole.substr(0, at)), std::string(whole.substr(at + 1))};
}

void on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
  auto& reader = *static_cast<Reader*>(user);
  if (reader.open.size() >= kDeepestXml) return reader.refuse("elements nest too deeply");
  if (++reader.elements > kMostElements) return reader.refuse("too many elements");
  Element element;
  std::tie(element.name_space, element.name) = split(name);
  element.line = XML_GetCurrentLineNumber(reader.parser);
  for (; *attributes != nullptr; attributes += 2) {
    element.attributes.emplace_back(split(attributes[0]).second, attributes[1]);
  }
  reader.open.push_back(std::move(element));
}

void on_end(void* user, const XML_Char*) {
  auto& reader = *static_cast<Reader*>(user);
  Element done = std::move(reader.open.back());
  reader.open.pop_back();
  if (reader.open.empty()) {
    reader.root = std::move(done);
  } else {
    reader.open.back().children.push_back(std::move(done));
  }
}

void on_text(void* user, const XML_Char* text, int length) {
  auto& reader = *static_cast<Reader*>(user);
  if (!reader.open.empty()) reader.open.back().text.append(text, static_cast<std::size_t>(length));
}

void on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  static_cast<Reader*>(user)->refuse("a document type is not accepted");
}

struct ParserDeleter {
  void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
};

}  // namespace

const std::string* Element::attribute(std::string_view wanted) const {
  for (const auto& [name_of, value] : attributes) {
    if (name_of == wanted) return &value;
  }
  return nullptr;
}

const Element* Element::child(std::string_view wanted) const {
  for (const Element& one : children) {
    if (one.name == wanted) return &one;
  }
  return nullptr;
}

base::Result<Element, XmlError> parse_xml(std::string_view text) {
  if (text.size() > kLargestXml) return base::Err{XmlError{0, 0, "the file is too large"}};
  const std::unique_ptr<XML_ParserStruct, ParserDeleter> parser(XML_ParserCreateNS(nullptr, kSeparator));
  if (!parser) return base::Err{XmlError{0, 0, "no memory"}};
  Reader reader;
  reader.parser = parser.get();
  XML_SetUserData(parser.get(), &reader);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  const XML_Status status = XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE);
  if (status == XML_STATUS_OK && reader.problem.empty()) return std::move(reader.root);
  const std::string why =
      reader.problem.empty() ? XML_ErrorString(XML_GetErrorCode(parser.get())) : std::move(reader.problem);
  return base::Err{XmlError{XML_GetCurrentLineNumber(parser.get()), XML_GetCurrentColumnNumber(parser.get()) + 1, why}};
}

}  // namespace xiezhi::dmnfile
