// Options of the commands of this layer: "--name value" and "--flag", nothing else.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace xiezhi::server {

struct Options {
  std::map<std::string, std::string, std::less<>> values;  ///< "--listen" → "127.0.0.1:8080"; a flag → ""
  std::vector<std::string> rest;                           ///< what is no option

  [[nodiscard]] std::string value(std::string_view name, std::string_view otherwise) const;
  [[nodiscard]] bool has(std::string_view name) const { return values.find(name) != values.end(); }
};

/// The error says which option is unknown, repeated or without its value.
base::Result<Options, std::string> read_options(std::span<const std::string> arguments,
                                                std::initializer_list<std::string_view> with_value,
                                                std::initializer_list<std::string_view> flags);

struct Endpoint {
  std::string host;
  std::uint16_t port = 0;
};
/// "127.0.0.1:8080" or "[::1]:8080".
std::optional<Endpoint> parse_endpoint(std::string_view text);
/// 127.0.0.0/8 and ::1.
bool is_loopback(std::string_view host);

}  // namespace xiezhi::server
