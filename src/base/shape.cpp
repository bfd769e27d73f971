#include "base/shape.h"

#include <algorithm>

#include "base/assert.h"
#include "base/id.h"
#include "base/text.h"

namespace xiezhi::base {

std::string Place::path() const {
  if (parent == nullptr) return std::string(name);
  return parent->path() + "/" + (index == kNone ? pointer_token(name) : std::to_string(index));
}

const Enumerator* EnumShape::find(std::string_view name) const {
  const auto* end = enumerators + count;
  const auto* found = std::find_if(enumerators, end, [&](const Enumerator& one) { return name == one.name; });
  return found == end ? nullptr : found;
}

const Enumerator* EnumShape::find(std::int64_t value) const {
  const auto* end = enumerators + count;
  const auto* found = std::find_if(enumerators, end, [&](const Enumerator& one) { return value == one.value; });
  return found == end ? nullptr : found;
}

bool wrong_type(const Place& place, std::string_view wanted, JsonError& problem) {
  problem = {place.path(), "json.wrong_type", "expected " + std::string(wanted)};
  return false;
}

bool out_of_range(const Place& place, std::string_view wanted, JsonError& problem) {
  problem = {place.path(), "json.out_of_range", "expected " + std::string(wanted)};
  return false;
}

void write_integer(std::string& out, std::int64_t value) {
  VERIFY(value <= kMaxSafeInteger && value >= -kMaxSafeInteger);
  out += std::to_string(value);
}

void write_struct(std::string& out, const void* value, const StructShape& shape) {
  out += '{';
  bool first = true;
  for (std::size_t i = 0; i < shape.count; ++i) {
    const MemberShape& member = shape.members[shape.order[i]];
    const void* field = member.at(const_cast<void*>(value));  // only its address is asked for
    if (member.shape->present != nullptr && !member.shape->present(field)) continue;
    if (!first) out += ',';
    first = false;
    append_json_string(out, member.name);
    out += ':';
    member.shape->write(out, field);
  }
  out += '}';
}

void write_enum(std::string& out, std::int64_t value, const EnumShape& shape) {
  const Enumerator* found = shape.find(value);
  VERIFY(found != nullptr);
  append_json_string(out, found->name);
}

bool read_bool(const Json& json, const Place& place, bool& out, JsonError& problem) {
  if (json.boolean() == nullptr) return wrong_type(place, "true or false", problem);
  out = *json.boolean();
  return true;
}

bool read_integer(const Json& json, const Place& place, std::int64_t low, std::int64_t high, std::int64_t& out,
                  JsonError& problem) {
  if (json.number() == nullptr) return wrong_type(place, "an integer", problem);
  const auto value = json.integer();
  if (!value || *value < low || *value > high) return out_of_range(place, "an integer that fits", problem);
  out = *value;
  return true;
}

bool read_string(const Json& json, const Place& place, std::string& out, JsonError& problem) {
  if (json.string() == nullptr) return wrong_type(place, "a string", problem);
  out = *json.string();
  return true;
}

bool read_id(const Json& json, const Place& place, std::string& out, JsonError& problem) {
  if (json.string() == nullptr) return wrong_type(place, "an identifier", problem);
  if (!valid_id(*json.string())) {
    return out_of_range(place, "an identifier of 1 to 64 of [0-9A-Za-z_.-]", problem);
  }
  out = *json.string();
  return true;
}

bool read_date(const Json& json, const Place& place, Date& out, JsonError& problem) {
  if (json.string() == nullptr) return wrong_type(place, "a date YYYY-MM-DD", problem);
  const auto date = Date::parse(*json.string());
  if (!date) return out_of_range(place, "a date YYYY-MM-DD", problem);
  out = *date;
  return true;
}

bool read_hash(const Json& json, const Place& place, Hash& out, JsonError& problem) {
  const std::string bytes = from_hex(json.text());
  if (bytes.size() != sizeof(Hash)) return out_of_range(place, "64 hexadecimal digits", problem);
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(out.data()));
  return true;
}

bool read_enum(const Json& json, const Place& place, const EnumShape& shape, std::int64_t& out, JsonError& problem) {
  if (json.string() == nullptr) return wrong_type(place, "a name", problem);
  const Enumerator* found = shape.find(*json.string());
  if (found == nullptr) return out_of_range(place, "one of the names of this field", problem);
  out = found->value;
  return true;
}

namespace {

bool has_member(const StructShape& shape, std::string_view name) {
  const auto* end = shape.members + shape.count;
  return std::any_of(shape.members, end, [&](const MemberShape& member) { return name == member.name; });
}

}  // namespace

bool read_struct(const Json& json, const Place& place, const StructShape& shape, void* out, JsonError& problem) {
  const auto* given = json.object();
  if (given == nullptr) return wrong_type(place, "an object", problem);
  std::size_t used = 0;
  for (std::size_t i = 0; i < shape.count; ++i) {
    const MemberShape& member = shape.members[i];
    const Place at{&place, member.name};
    const Json* found = json.find(member.name);
    if (found != nullptr) ++used;
    const bool optional = member.shape->present != nullptr;
    if (found == nullptr || (optional && found->is_null())) {
      if (optional) continue;
      problem = {at.path(), "json.missing_field", "required field is missing"};
      return false;
    }
    if (!member.shape->read(*found, at, member.at(out), problem)) return false;
  }
  if (used == given->size()) return true;
  for (const auto& [name, value] : *given) {
    if (has_member(shape, name)) continue;
    problem = {Place{&place, name}.path(), "json.unknown_field", "no such field"};
    return false;
  }
  return true;
}

}  // namespace xiezhi::base
