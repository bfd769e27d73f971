#include "cli/law_options.h"

#include <algorithm>

namespace xiezhi::cli {

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

}  // namespace xiezhi::cli
