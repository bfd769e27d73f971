#include "server/options.h"

#include <algorithm>
#include <charconv>

namespace xiezhi::server {

std::string Options::value(std::string_view name, std::string_view otherwise) const {
  const auto found = values.find(name);
  return found == values.end() ? std::string(otherwise) : found->second;
}

base::Result<Options, std::string> read_options(std::span<const std::string> arguments,
                                                std::initializer_list<std::string_view> with_value,
                                                std::initializer_list<std::string_view> flags) {
  Options out;
  const auto among = [](std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& name = arguments[i];
    if (!name.starts_with("--")) {
      out.rest.push_back(name);
      continue;
    }
    const bool takes_value = among(name, with_value);
    if (!takes_value && !among(name, flags)) return base::Err{"unknown option " + name};
    if (out.has(name)) return base::Err{name + " is given twice"};
    if (takes_value && i + 1 == arguments.size()) return base::Err{name + " needs a value"};
    out.values[name] = takes_value ? arguments[++i] : std::string();
  }
  return out;
}

std::optional<Endpoint> parse_endpoint(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const std::string_view digits = text.substr(colon + 1);
  Endpoint out{std::string(host), 0};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out.port);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return out;
}

bool is_loopback(std::string_view host) { return host.starts_with("127.") || host == "::1"; }

}  // namespace xiezhi::server
