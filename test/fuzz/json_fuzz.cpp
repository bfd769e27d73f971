// What the reader takes, the canonical writer writes so that reading it again changes nothing.
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "base/json.h"
#include "base/text.h"

namespace {

using xiezhi::base::Json;
using xiezhi::base::kMaxSafeInteger;

/// Whether every number is one the canonical form is defined for; another is a bug of the caller, not of the reader.
bool has_canonical_form(const Json& json) {
  if (json.number() != nullptr) {
    const auto value = json.integer();
    return value && *value <= kMaxSafeInteger && *value >= -kMaxSafeInteger;
  }
  if (const auto* array = json.array()) {
    for (const Json& item : *array) {
      if (!has_canonical_form(item)) return false;
    }
  }
  if (const auto* object = json.object()) {
    for (const auto& [name, value] : *object) {
      if (!has_canonical_form(value)) return false;
    }
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = Json::parse(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!json.ok() || !has_canonical_form(*json)) return 0;
  const std::string canonical = json->canonical();
  VERIFY(xiezhi::base::valid_utf8(canonical));
  const auto again = Json::parse(canonical);
  VERIFY(again.ok());
  VERIFY(again->canonical() == canonical);
  return 0;
}
