// The templates of law/writ and the phrases that go into them, built into the program.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "writ/template.h"

namespace xiezhi::writ {

struct SourceFile {
  const char* name;  ///< "correction_order.writ", "phrases.json"
  const char* text;
};
/// Generated from law/writ.
std::span<const SourceFile> built_in_files();

class Library {
 public:
  /// An error names the file and the line.
  static base::Result<Library, std::string> load(std::span<const SourceFile> files);
  /// The one built in; that it does not load is a bug.
  static const Library& built_in();

  /// The template of that kind, or null.
  [[nodiscard]] const Template* find(std::string_view kind) const;
  /// The phrase of a dotted key, for example "measure.fine"; a key that is not there is a bug.
  [[nodiscard]] const std::string& phrase(std::string_view key) const;
  [[nodiscard]] bool has_phrase(std::string_view key) const { return phrases_.find(key) != phrases_.end(); }
  [[nodiscard]] const std::map<std::string, Template, std::less<>>& templates() const { return templates_; }

 private:
  std::map<std::string, Template, std::less<>> templates_;
  std::map<std::string, std::string, std::less<>> phrases_;
};

}  // namespace xiezhi::writ
