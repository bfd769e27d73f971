#include "cli/law_options.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "lawtool/source.h"

namespace xiezhi::cli {
namespace {

std::nullopt_t refuse(const std::string& file, const base::JsonError& error) {
  std::fprintf(stderr, "%s%s: %s (%s)\n", file.c_str(), error.path.c_str(), error.message.c_str(), error.code.c_str());
  return std::nullopt;
}

}  // namespace

std::optional<Options> law_options(std::span<const std::string> arguments, const std::vector<std::string>& known) {
  Options out;
  for (std::size_t i = 0; i < arguments.size(); i += 2) {
    const bool expected = std::find(known.begin(), known.end(), arguments[i]) != known.end();
    if (!expected || i + 1 == arguments.size()) return std::nullopt;
    if (!out.emplace(arguments[i], arguments[i + 1]).second) return std::nullopt;
  }
  return out;
}

std::string option_or(const Options& options, const std::string& name, const std::string& fallback) {
  const auto found = options.find(name);
  return found == options.end() ? fallback : found->second;
}

std::optional<core::law::Pack> law_pack(const Options& options) {
  const auto file = options.find("--pack");
  std::string bytes;
  if (file != options.end()) {
    std::ifstream in(file->second, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  } else {
    auto built = lawtool::build_pack(option_or(options, "--law", "law"));
    if (!built.ok()) return refuse(built.error().file, built.error().error);
    bytes = std::move(built).value();
  }
  auto pack = core::law::Pack::load(bytes);
  if (!pack.ok()) return refuse(file == options.end() ? "pack" : file->second, pack.error());
  return std::move(pack).value();
}

}  // namespace xiezhi::cli
