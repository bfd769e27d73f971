#include "http/response_head.h"

#include <algorithm>
#include <charconv>
#include <ctime>

#include "base/assert.h"
#include "http/security_headers.h"

namespace xiezhi::http {
namespace {

std::string_view reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Status";
  }
}

/// Date of RFC 9110 section 5.6.7, made once a second by each thread.
const std::string& date_line() {
  thread_local std::time_t made_at = 0;
  thread_local std::string line;
  const std::time_t now = std::time(nullptr);
  if (now != made_at) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[64];
    line.assign(text, std::strftime(text, sizeof text, "date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts));
    made_at = now;
  }
  return line;
}

std::optional<std::uint64_t> digits(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string response_head(const Response& response, std::optional<std::uint64_t> content_length, bool keep_alive) {
  std::string out;
  out.reserve(1024);
  out += "HTTP/1.1 " + std::to_string(response.status) + ' ';
  out += reason_of(response.status);
  out += "\r\n";
  out += date_line();
  out += kSecurityHeaderLines;
  for (const auto& [name, value] : response.headers) {
    VERIFY(value.find_first_of("\r\n") == std::string::npos);
    out.append(name).append(": ").append(value).append("\r\n");
  }
  if (content_length) out += "content-length: " + std::to_string(*content_length) + "\r\n";
  if (!keep_alive) out += "connection: close\r\n";
  out += "\r\n";
  return out;
}

std::optional<ByteRange> parse_range(std::string_view header, std::uint64_t size) {
  constexpr std::string_view kUnit = "bytes=";
  if (!header.starts_with(kUnit) || header.find(',') != std::string_view::npos) return std::nullopt;
  header.remove_prefix(kUnit.size());
  const auto dash = header.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = digits(header.substr(0, dash));
  const auto last = digits(header.substr(dash + 1));
  if (dash == 0) {
    if (!last) return std::nullopt;
    const std::uint64_t length = std::min(*last, size);
    return ByteRange{size - length, length};
  }
  if (!first || (!last && dash + 1 != header.size()) || (last && *last < *first)) return std::nullopt;
  if (*first >= size) return ByteRange{};
  return ByteRange{*first, std::min(last.value_or(size - 1), size - 1) - *first + 1};
}

}  // namespace xiezhi::http
