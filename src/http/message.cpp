#include "http/message.h"

#include "base/assert.h"
#include "base/text.h"

namespace xiezhi::http {

std::string_view method_name(Method method) {
  switch (method) {
    case Method::get: return "GET";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::del: return "DELETE";
  }
  VERIFY_NOT_REACHED();
}

SpooledFile::~SpooledFile() {
  std::error_code ignored;  // moved away by its taker: nothing to delete
  std::filesystem::remove(path_, ignored);
}

std::string_view Request::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

std::string_view Request::cookie(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key != "cookie") continue;
    for (std::string_view pair : base::split(value, ';')) {
      pair = base::trim(pair);
      const auto equals = pair.find('=');
      if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
    }
  }
  return {};
}

Response json_response(int status, std::string body) {
  Response out;
  out.status = status;
  out.body = std::move(body);
  out.set("content-type", "application/json");
  out.set("cache-control", "no-store");
  return out;
}

}  // namespace xiezhi::http
