#include "dmnfile/zoneinfo.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace xiezhi::dmnfile {
namespace {

constexpr std::size_t kHeader = 44;

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t out = 0;
  for (const char c : bytes) out = out << 8 | static_cast<unsigned char>(c);
  return out;
}

struct Counts {
  std::size_t utc, standard, leaps, times, types, letters;
  [[nodiscard]] std::size_t size(std::size_t width) const {
    return times * width + times + types * 6 + letters + leaps * (width + 4) + standard + utc;
  }
};

std::optional<Counts> counts_at(std::string_view file, std::size_t at) {
  if (at + kHeader > file.size() || file.substr(at, 4) != "TZif") return std::nullopt;
  const auto field = [&](std::size_t i) {
    return static_cast<std::size_t>(big_endian(file.substr(at + 20 + 4 * i, 4)));
  };
  return Counts{field(0), field(1), field(2), field(3), field(4), field(5)};
}

/// "OFFSET|TRANSITIONS|RULE" of one file; nothing when it is no zone file of version 2 or later.
std::optional<std::string> line_of(std::string_view file) {
  const auto old = counts_at(file, 0);
  if (!old || file.size() < 5 || file[4] < '2') return std::nullopt;
  const std::size_t second = kHeader + old->size(4);
  const auto counts = counts_at(file, second);
  if (!counts || counts->types == 0 || second + kHeader + counts->size(8) > file.size()) return std::nullopt;
  const std::size_t times = second + kHeader;
  const std::size_t kinds = times + counts->times * 8;
  const std::size_t types = kinds + counts->times;
  const auto offset = [&](std::size_t type) {
    return std::to_string(static_cast<std::int32_t>(big_endian(file.substr(types + type * 6, 4))));
  };
  std::string out = offset(0) + "|";
  std::string last = offset(0);
  for (std::size_t i = 0; i < counts->times; ++i) {
    const auto type = static_cast<unsigned char>(file[kinds + i]);
    if (type >= counts->types) return std::nullopt;
    if (offset(type) == last) continue;
    last = offset(type);
    if (out.back() != '|') out += ' ';
    out += std::to_string(static_cast<std::int64_t>(big_endian(file.substr(times + i * 8, 8)))) + ":" + last;
  }
  std::string_view rule = file.substr(second + kHeader + counts->size(8));
  if (rule.size() < 2 || rule.front() != '\n') return std::nullopt;
  rule.remove_prefix(1);
  rule = rule.substr(0, rule.find('\n'));
  if (rule.empty()) return std::nullopt;
  return out + "|" + std::string(rule);
}

bool is_left_out(const std::string& name) {
  return name.starts_with("posix") || name.starts_with("right") || name == "localtime";
}

}  // namespace

std::string zone_table_of(const std::filesystem::path& folder) {
  std::map<std::string, std::vector<std::string>> by_line;
  std::error_code ignored;
  for (std::filesystem::recursive_directory_iterator at(folder, ignored), end; at != end; at.increment(ignored)) {
    const std::string name = std::filesystem::relative(at->path(), folder, ignored).generic_string();
    if (is_left_out(name) || !at->is_regular_file(ignored)) continue;
    std::ifstream in(at->path(), std::ios::binary);
    const std::string file((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (auto line = line_of(file)) by_line[*line].push_back(name);
  }
  std::vector<std::string> lines;
  for (auto& [line, names] : by_line) {
    std::sort(names.begin(), names.end());
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ",") + name;
    lines.push_back(out + "|" + line + "\n");
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

}  // namespace xiezhi::dmnfile
