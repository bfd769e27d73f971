#include "lawtool/case_file.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "lawtool/case_reader.h"

namespace xiezhi::lawtool {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const std::string& folder, const std::string& extension) {
  std::vector<fs::path> out;
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (entry.is_regular_file() && entry.path().extension() == extension) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

base::Json patched_array(const base::Json::Array& base, const base::Json::Object& patch) {
  base::Json::Array out = base;
  for (const auto& [name, value] : patch) {
    std::size_t at = 0;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), at);
    const bool position = failed == std::errc() && end == name.data() + name.size() && at < out.size();
    // A patch that fits nowhere stands as it is, and the strict reader of the command refuses it.
    if (!position) return base::Json(patch);
    out[at] = patched(out[at], value);
  }
  return base::Json(std::move(out));
}

}  // namespace

std::vector<std::string> Expectation::refusals() const {
  std::vector<std::string> out;
  if (lines.empty() || !lines.front().starts_with("refused ")) return out;
  for (const std::string_view code : base::split(std::string_view(lines.front()).substr(8), ',')) {
    out.emplace_back(base::trim(code));
  }
  return out;
}

base::Json patched(const base::Json& base, const base::Json& patch) {
  if (patch.object() == nullptr) return patch;
  if (base.array() != nullptr) return patched_array(*base.array(), *patch.object());
  base::Json::Object out;
  if (base.object() != nullptr) out = *base.object();
  for (const auto& [name, value] : *patch.object()) {
    const std::string& member = name;
    const auto found = std::find_if(out.begin(), out.end(), [&](const auto& held) { return held.first == member; });
    if (value.is_null()) {
      if (found != out.end()) out.erase(found);
    } else if (found != out.end()) {
      found->second = patched(found->second, value);
    } else {
      out.emplace_back(name, patched(base::Json(), value));
    }
  }
  return base::Json(std::move(out));
}

base::Result<std::vector<LawCase>, CaseError> read_cases(const std::string& folder) {
  CaseLibrary library;
  for (const fs::path& path : files_below(folder, ".fixture")) {
    const std::string text = text_of(path);
    if (auto problem = CaseReader(path.string(), text, library).fixtures()) return base::Err{std::move(*problem)};
  }
  std::vector<LawCase> out;
  for (const fs::path& path : files_below(folder, ".case")) {
    const std::string text = text_of(path);
    std::vector<LawCase> cases = TRY(CaseReader(path.string(), text, library).cases());
    for (LawCase& law_case : cases) {
      if (law_case.acts.empty()) return base::Err{CaseError{path.string(), law_case.line, "a case without an act"}};
      out.push_back(std::move(law_case));
    }
  }
  if (out.empty()) return base::Err{CaseError{folder, 0, "no cases there"}};
  return out;
}

}  // namespace xiezhi::lawtool
