#include "app/sheet/workbook.h"

#include <charconv>
#include <map>
#include <set>

#include "app/sheet/cell_text.h"
#include "app/sheet/xml_stream.h"

namespace xiezhi::app::sheet {
namespace {

int number_of(const char* text) {
  const std::string_view digits = text == nullptr ? "" : text;
  int out = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

class PartHandler : public XmlHandler {
 public:
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  XmlStream* stream = nullptr;
};

/// `<Relationship Id Type Target/>`.
class Relations final : public PartHandler {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    const char* id = attributes.find("Id");
    const char* type = attributes.find("Type");
    const char* target = attributes.find("Target");
    if (name != "Relationship" || id == nullptr || type == nullptr || target == nullptr) return;
    if (by_id_.size() >= kMostSheets * 2) return stream->refuse({"import.limit", "工作簿的部件过多"});
    by_id_[id] = target;
    const std::string_view kind(type);
    by_kind_.emplace(kind.substr(kind.rfind('/') + 1), target);
  }
  /// Relative to `folder`, or to the archive when it begins with a slash.
  [[nodiscard]] std::string by_id(const std::string& id, const std::string& folder) const {
    return place(by_id_, id, folder);
  }
  [[nodiscard]] std::string by_kind(const std::string& kind, const std::string& folder) const {
    return place(by_kind_, kind, folder);
  }

 private:
  static std::string place(const std::map<std::string, std::string>& all, const std::string& key,
                           const std::string& folder) {
    const auto found = all.find(key);
    if (found == all.end()) return {};
    return found->second.starts_with('/') ? found->second.substr(1) : folder + found->second;
  }

  std::map<std::string, std::string> by_id_;
  std::map<std::string, std::string> by_kind_;
};

/// `<workbook><workbookPr date1904/><sheets><sheet name r:id state/>…`.
class Sheets final : public PartHandler {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "workbookPr") {
      const char* value = attributes.find("date1904");
      from_1904 = value != nullptr && (std::string_view(value) == "1" || std::string_view(value) == "true");
    }
    const char* title = attributes.find("name");
    const char* id = attributes.find("id");
    if (name != "sheet" || title == nullptr || id == nullptr) return;
    if (found.size() >= kMostSheets) return stream->refuse({"import.limit", "工作表过多"});
    const char* state = attributes.find("state");
    found.push_back({title, id, state != nullptr && std::string_view(state) != "visible"});
  }
  std::vector<SheetPart> found;  ///< with the id for the part
  bool from_1904 = false;
};

/// `<numFmts><numFmt numFmtId formatCode/>…` and `<cellXfs><xf numFmtId/>…`.
class Styles final : public PartHandler {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    const int id = number_of(attributes.find("numFmtId"));
    if (name == "numFmt") {
      const char* code = attributes.find("formatCode");
      if (code != nullptr && date_format(code)) custom_.insert(id);
      if (code != nullptr && !date_format(code)) no_date_.insert(id);
      if (custom_.size() + no_date_.size() > kMostStyles) refuse();
    }
    if (name == "cellXfs") in_cells_ = true;
    if (name != "xf" || !in_cells_) return;
    if (dates.size() >= kMostStyles) return refuse();
    dates.push_back(custom_.contains(id) || (!no_date_.contains(id) && date_format(id)));
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cells_ = false;
  }
  std::vector<bool> dates;

 private:
  void refuse() { stream->refuse({"import.limit", "单元格格式过多"}); }
  std::set<int> custom_;
  std::set<int> no_date_;
  bool in_cells_ = false;
};

/// False when the archive has no such part.
SheetResult<bool> read_part(const std::string& archive, const std::string& name, PartHandler& handler) {
  auto part = TRY(ZipPart::open(archive, name));
  if (!part) return false;
  XmlStream stream(std::move(*part), handler);
  handler.stream = &stream;
  TRY(stream.read_all());
  return true;
}

base::Err<SheetFault> no_workbook() { return base::Err{SheetFault{"import.workbook", "不是 XLSX 工作簿"}}; }

}  // namespace

FileKind kind_of(std::string_view head) {
  if (head.starts_with("PK\x03\x04")) return FileKind::archive;
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return FileKind::old_workbook;
  return FileKind::text;
}

SheetResult<Workbook> read_workbook(const std::string& path) {
  Relations root;
  TRY(read_part(path, "_rels/.rels", root));
  std::string main = root.by_kind("officeDocument", "");
  if (main.empty()) main = "xl/workbook.xml";
  Sheets sheets;
  if (!TRY(read_part(path, main, sheets)) || sheets.found.empty()) return no_workbook();
  const std::string folder = main.substr(0, main.rfind('/') + 1);
  Relations relations;
  TRY(read_part(path, folder + "_rels/" + main.substr(folder.size()) + ".rels", relations));
  Workbook out{path, {}, relations.by_kind("sharedStrings", folder), {}, sheets.from_1904};
  for (SheetPart& sheet : sheets.found) {
    sheet.part = relations.by_id(sheet.part, folder);
    // Charts have tabs too; they are no sheets of cells.
    if (sheet.part.find("chartsheets/") == std::string::npos && !sheet.part.empty()) {
      out.sheets.push_back(std::move(sheet));
    }
  }
  if (out.sheets.empty()) return no_workbook();
  Styles styles;
  if (const std::string part = relations.by_kind("styles", folder); !part.empty()) TRY(read_part(path, part, styles));
  out.dates = std::move(styles.dates);
  return out;
}

}  // namespace xiezhi::app::sheet
