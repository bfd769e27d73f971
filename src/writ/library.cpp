#include "writ/library.h"

#include "base/assert.h"
#include "base/codec.h"

namespace xiezhi::writ {
namespace {

constexpr std::string_view kTemplateEnding = ".writ";

}  // namespace

base::Result<Library, std::string> Library::load(std::span<const SourceFile> files) {
  Library out;
  for (const SourceFile& file : files) {
    const std::string name = file.name;
    if (!name.ends_with(kTemplateEnding)) {
      auto phrases = base::parse_json<std::map<std::string, std::string>>(file.text);
      if (!phrases.ok()) return base::Err{name + ": " + phrases.error().path + " " + phrases.error().message};
      out.phrases_.insert(phrases->begin(), phrases->end());
      continue;
    }
    std::string kind = name.substr(0, name.size() - kTemplateEnding.size());
    auto form = read_template(kind, file.text);
    if (!form.ok()) return base::Err{name + ":" + std::to_string(form.error().line) + ": " + form.error().message};
    out.templates_.emplace(std::move(kind), std::move(form).value());
  }
  return out;
}

const Library& Library::built_in() {
  static const Library kLibrary = MUST(load(built_in_files()));
  return kLibrary;
}

const Template* Library::find(std::string_view kind) const {
  const auto found = templates_.find(kind);
  return found == templates_.end() ? nullptr : &found->second;
}

const std::string& Library::phrase(std::string_view key) const {
  const auto found = phrases_.find(key);
  VERIFY(found != phrases_.end());
  return found->second;
}

}  // namespace xiezhi::writ
