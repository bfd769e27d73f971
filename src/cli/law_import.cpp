#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "app/law_library.h"
#include "base/text.h"
#include "cli/law_options.h"
#include "cli/law_tool.h"
#include "lawtool/statute.h"

namespace xiezhi::cli {
namespace {

/// "消防法(2021-04-29)": title and version.
std::optional<std::pair<std::string, std::string>> title_of(const std::string& stem) {
  const std::size_t open = stem.rfind('(');
  if (open == std::string::npos || open == 0 || !stem.ends_with(')')) return std::nullopt;
  const std::string version = stem.substr(open + 1, stem.size() - open - 2);
  if (!base::Date::parse(version)) return std::nullopt;
  return std::pair(stem.substr(0, open), version);
}

app::LibraryText to_text(const lawtool::Statute& statute, std::string short_title, std::string version) {
  app::LibraryText out;
  out.title = statute.title;
  out.short_title = std::move(short_title);
  out.version = std::move(version);
  for (const auto& [number, article] : statute.articles) {
    app::LibraryArticle written;
    written.article = number;
    for (const lawtool::Paragraph& paragraph : article.paragraphs) {
      written.paragraphs.push_back({paragraph.lead, paragraph.items});
    }
    out.articles.push_back(std::move(written));
  }
  return out;
}

/// Nothing, or why the file was left out.
std::optional<std::string> import_file(const std::filesystem::path& path, const app::LawLibrary& library) {
  const auto title = title_of(path.stem().string());
  if (!title) return "its name is not TITLE(YEAR-MONTH-DAY).md";
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in || !base::valid_utf8(bytes)) return "it is no UTF-8 text";
  const lawtool::Statute statute = lawtool::parse_statute(bytes);
  if (statute.articles.empty()) return "it has no articles";
  const auto put = library.put(to_text(statute, title->first, title->second));
  return put.ok() ? std::nullopt : std::optional(put.error());
}

}  // namespace

int law_import(std::span<const std::string> arguments) {
  const auto options = arguments.empty() ? std::nullopt : law_options(arguments.subspan(1), {"--data"});
  if (!options) {
    std::fputs("usage: xiezhi law import DIR [--data DIR]\n", stderr);
    return 2;
  }
  std::vector<std::filesystem::path> files;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(arguments.front(), failure)) {
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  }
  if (failure) {
    std::fprintf(stderr, "cannot read %s: %s\n", arguments.front().c_str(), failure.message().c_str());
    return 1;
  }
  std::sort(files.begin(), files.end());
  const app::LawLibrary library(option_or(*options, "--data", "data"));
  std::size_t imported = 0;
  for (const std::filesystem::path& path : files) {
    if (const auto reason = import_file(path, library)) {
      std::printf("left out: %s: %s\n", path.filename().c_str(), reason->c_str());
    } else {
      ++imported;
    }
  }
  std::printf("{\"files\":%zu,\"imported\":%zu}\n", files.size(), imported);
  return imported > 0 ? 0 : 1;
}

}  // namespace xiezhi::cli
