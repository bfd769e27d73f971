#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "cli/law_options.h"
#include "cli/law_tool.h"
#include "core/law/diff.h"
#include "lawtool/source.h"

namespace xiezhi::cli {
namespace {

namespace law = core::law;

std::optional<law::PackFile> complain(const std::string& where, const base::JsonError& problem) {
  std::fprintf(stderr, "%s%s: %s\n", where.c_str(), problem.path.c_str(), problem.message.c_str());
  return std::nullopt;
}

std::optional<law::PackFile> read_folder(const std::string& path) {
  const auto source = lawtool::read_law(path);
  if (!source.ok()) return complain(source.error().file, source.error().error);
  auto file = lawtool::to_pack_file(*source);
  if (!file.ok()) return complain(file.error().file, file.error().error);
  return std::move(file).value();
}

std::optional<law::PackFile> read_pack(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) return complain(path, {"", "file.unreadable", "cannot be read"});
  auto file = base::parse_json<law::PackFile>(bytes);
  if (!file.ok()) return complain(path, file.error());
  return std::move(file).value();
}

/// A day of the law folder, a pack, or another law folder.
std::optional<law::PackFile> read_side(const std::string& word, const std::string& folder) {
  if (const auto day = base::Date::parse(word)) {
    const auto file = read_folder(folder);
    return file ? std::optional(law::in_force_on(*file, *day)) : std::nullopt;
  }
  std::error_code ignored;
  return std::filesystem::is_directory(word, ignored) ? read_folder(word) : read_pack(word);
}

}  // namespace

int law_diff(std::span<const std::string> arguments) {
  const auto options = arguments.size() < 2 ? std::nullopt : law_options(arguments.subspan(2), {"--law"});
  if (!options) {
    std::fputs("usage: xiezhi law diff A B [--law DIR]   (A, B: a day, a law pack, or a law folder)\n", stderr);
    return 2;
  }
  const std::string folder = option_or(*options, "--law", "law");
  const auto before = read_side(arguments[0], folder);
  const auto after = before ? read_side(arguments[1], folder) : std::nullopt;
  if (!before || !after) return 2;
  std::map<std::string, std::int64_t> counts{{"added", 0}, {"changed", 0}, {"removed", 0}};
  for (const law::Change& change : law::diff(*before, *after)) {
    std::printf("%s\n", base::to_json(change).c_str());
    ++counts[std::string(base::enum_name(change.change))];
  }
  std::printf("%s\n", base::to_json(counts).c_str());
  return 0;
}

}  // namespace xiezhi::cli
