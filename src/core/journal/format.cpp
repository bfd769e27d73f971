#include "core/journal/format.h"

#include "base/sha256.h"
#include "base/text.h"

namespace xiezhi::core::journal {
namespace {

using base::Err;
using base::Json;
using base::JsonError;

bool lower_name(std::string_view text, std::size_t longest) {
  if (text.empty() || text.size() > longest) return false;
  for (const char c : text) {
    if ((c < 'a' || c > 'z') && c != '_') return false;
  }
  return true;
}

std::optional<JsonError> problem(std::string path, std::string message) {
  return JsonError{std::move(path), "journal.entry", std::move(message)};
}

bool ascii_name(std::string_view name) {
  for (const char c : name) {
    if (c < 0x20 || c > 0x7E) return false;
  }
  return !name.empty();
}

/// Only what has one canonical form may enter: ASCII names, and integers of at most 2^53-1 in their shortest form.
std::optional<JsonError> payload_problem(const Json& json, const std::string& path) {
  if (const auto* number = json.number()) {
    const auto value = json.integer();
    const bool small = value && *value <= base::kMaxSafeInteger && *value >= -base::kMaxSafeInteger;
    if (!small || std::to_string(*value) != number->text) return problem(path, "a number is not a plain integer");
  } else if (const auto* array = json.array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (auto found = payload_problem((*array)[i], path + "/" + std::to_string(i))) return found;
    }
  } else if (const auto* object = json.object()) {
    for (const auto& [name, value] : *object) {
      if (!ascii_name(name)) return problem(path, "a field name is not printable ASCII");
      if (auto found = payload_problem(value, path + "/" + base::pointer_token(name))) return found;
    }
  }
  return std::nullopt;
}

bool hex_hash(const std::string& text) { return text.size() == 64 && base::to_hex(base::from_hex(text)) == text; }

}  // namespace

bool valid_stream(std::string_view stream) {
  const auto slash = stream.find('/');
  if (slash == std::string_view::npos) return false;
  return lower_name(stream.substr(0, slash), 32) && base::valid_id(std::string(stream.substr(slash + 1)));
}

bool valid_event_type(std::string_view type) {
  const auto dot = type.find('.');
  if (dot == std::string_view::npos || !lower_name(type.substr(0, dot), 64)) return false;
  const std::string_view number = type.substr(dot + 1);
  if (number.empty() || number.size() > 3 || number[0] == '0') return false;
  for (const char c : number) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

std::optional<JsonError> entry_problem(const Entry& entry) {
  if (!base::valid_id(entry.command_id)) return problem("/command_id", "not an identifier");
  if (!valid_stream(entry.stream)) return problem("/stream", "not <kind>/<id>");
  if (entry.version < 1 || entry.version > kMaxStreamVersion) return problem("/version", "not 1 to 5000");
  if (!valid_event_type(entry.type)) return problem("/type", "not <name>.<version>");
  if (!base::valid_id(entry.actor)) return problem("/actor", "not an identifier");
  if (!entry.law_pack.empty() && !hex_hash(entry.law_pack))
    return problem("/law_pack", "not a SHA-256 in lower-case hex");
  if (entry.suite != kSuite) return problem("/suite", "unknown suite");
  for (std::size_t i = 0; i < entry.based_on.size(); ++i) {
    const std::string path = "/based_on/" + std::to_string(i);
    const auto& [stream, version] = entry.based_on[i];
    if (!valid_stream(stream)) return problem(path, "not <kind>/<id>");
    if (version < 0 || version > kMaxStreamVersion) return problem(path, "not a version");
    if (i > 0 && entry.based_on[i - 1].stream >= stream) return problem(path, "not sorted by stream, each once");
  }
  if (entry.payload.object() == nullptr) return problem("/payload", "not an object");
  return payload_problem(entry.payload, "/payload");
}

std::string encode_entry(const Entry& entry) {
  VERIFY(!entry_problem(entry));
  return base::to_json(entry);
}

base::Result<Entry, JsonError> decode_entry(std::string_view leaf) {
  auto entry = TRY(base::parse_json<Entry>(leaf));
  if (auto found = entry_problem(entry)) return Err{std::move(*found)};
  if (base::to_json(entry) != leaf) return Err{JsonError{"", "journal.entry", "not in canonical form"}};
  return entry;
}

PrivateValue commit(std::string_view salt, std::string value) {
  VERIFY(salt.size() == 16 && base::valid_utf8(value));
  base::Sha256 hasher;
  hasher.update(salt);
  hasher.update(value);
  return PrivateValue{base::to_hex(hasher.finish()), base::to_hex(salt), std::move(value)};
}

bool holds(const PrivateValue& value) {
  const std::string salt = base::from_hex(value.salt);
  if (salt.size() != 16 || !base::valid_utf8(value.value)) return false;
  return commit(salt, value.value).commitment == value.commitment;
}

base::Result<Entry, JsonError> upcast(Entry entry, std::span<const Upcaster> table) {
  for (bool lifted = true; lifted;) {
    lifted = false;
    for (const Upcaster& step : table) {
      if (step.from != entry.type) continue;
      entry.payload = TRY(step.lift(std::move(entry.payload)));
      entry.type = step.to;
      lifted = true;
      break;
    }
  }
  return entry;
}

}  // namespace xiezhi::core::journal
