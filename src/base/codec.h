// One codec for every described struct. Writing is canonical JSON (RFC 8785); reading is strict: an unknown field, a
// missing field, a wrong type or a value out of range is an error that names the path.
//
// Shapes: struct ↔ object (std::optional members may be absent), described enum ↔ its enumerator's name, Id ↔ string,
// Money ↔ integer fen, Date ↔ "YYYY-MM-DD", Instant ↔ integer milliseconds, Hash ↔ hex, std::map ↔ object.
#pragma once

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/json.h"
#include "base/money.h"
#include "base/result.h"
#include "base/sha256.h"
#include "base/text.h"

namespace xiezhi::base {

template <typename T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <typename T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;
template <typename T>
concept CodecInteger = std::is_integral_v<T> && !std::is_same_v<T, bool>;

template <typename T>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <typename T>
inline constexpr bool kIsVector = false;
template <typename T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <typename T>
inline constexpr bool kIsMap = false;
template <typename T>
inline constexpr bool kIsMap<std::map<std::string, T>> = true;

/// A type with its own text form specialises this: `static void write(std::string&, const T&)` and
/// `static Result<T, JsonError> read(const Json&, const std::string& path)`.
template <typename T>
struct CustomCodec {
  static constexpr bool kDefined = false;
};

template <typename T>
using Members = boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_inherited>;

/// Positions of the members of T in canonical (name) order. Field names are ASCII, so bytes order them.
template <typename T>
consteval auto canonical_order() {
  constexpr std::size_t kCount = boost::mp11::mp_size<Members<T>>::value;
  std::array<std::string_view, kCount> names{};
  std::size_t at = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) { names[at++] = member.name; });
  std::array<std::size_t, kCount> order{};
  for (std::size_t i = 0; i < kCount; ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
  return order;
}

/// Name of an enumerator; an undescribed value is a bug.
template <DescribedEnum T>
std::string_view enum_name(T value) {
  const char* name = boost::describe::enum_to_string(value, nullptr);
  VERIFY(name != nullptr);
  return name;
}

template <DescribedEnum T>
std::optional<T> enum_from_name(std::string_view name) {
  std::optional<T> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
    if (name == enumerator.name) out = enumerator.value;
  });
  return out;
}

// Writing ------------------------------------------------------------------------------------------------------------

inline void write_integer(std::string& out, std::int64_t value) {
  VERIFY(value <= kMaxSafeInteger && value >= -kMaxSafeInteger);
  out += std::to_string(value);
}

template <typename T>
void write_json(std::string& out, const T& value);

template <typename T, std::size_t I>
void write_member(std::string& out, const T& value, bool& first) {
  constexpr auto kMember = boost::mp11::mp_at_c<Members<T>, I>{};
  const auto& field = value.*kMember.pointer;
  if constexpr (kIsOptional<std::decay_t<decltype(field)>>) {
    if (!field) return;
  }
  if (!first) out += ',';
  first = false;
  append_json_string(out, kMember.name);
  out += ':';
  write_json(out, field);
}

/// Appends the canonical JSON of a value.
template <typename T>
void write_json(std::string& out, const T& value) {
  if constexpr (CustomCodec<T>::kDefined) {
    CustomCodec<T>::write(out, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (CodecInteger<T>) {
    write_integer(out, static_cast<std::int64_t>(value));
  } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
    append_json_string(out, value);
  } else if constexpr (kIsId<T>) {
    append_json_string(out, value.value);
  } else if constexpr (std::is_same_v<T, Money>) {
    write_integer(out, value.fen);
  } else if constexpr (std::is_same_v<T, Date>) {
    append_json_string(out, value.iso());
  } else if constexpr (std::is_same_v<T, Instant>) {
    write_integer(out, value.ms);
  } else if constexpr (std::is_same_v<T, Hash>) {
    append_json_string(out, to_hex(value));
  } else if constexpr (std::is_same_v<T, Json>) {
    out += value.canonical();
  } else if constexpr (kIsOptional<T>) {
    if (value) {
      write_json(out, *value);
    } else {
      out += "null";
    }
  } else if constexpr (kIsVector<T>) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i != 0) out += ',';
      write_json(out, static_cast<const typename T::value_type&>(value[i]));
    }
    out += ']';
  } else if constexpr (kIsMap<T>) {
    out += '{';
    bool first = true;
    for (const auto& [name, item] : value) {
      if (!first) out += ',';
      first = false;
      append_json_string(out, name);
      out += ':';
      write_json(out, item);
    }
    out += '}';
  } else if constexpr (DescribedEnum<T>) {
    append_json_string(out, enum_name(value));
  } else {
    static_assert(DescribedStruct<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
    out += '{';
    bool first = true;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      constexpr auto kOrder = canonical_order<T>();
      (write_member<T, kOrder[I]>(out, value, first), ...);
    }(std::make_index_sequence<boost::mp11::mp_size<Members<T>>::value>{});
    out += '}';
  }
}

template <typename T>
std::string to_json(const T& value) {
  std::string out;
  write_json(out, value);
  return out;
}

// Reading ------------------------------------------------------------------------------------------------------------

inline Err<JsonError> wrong_type(const std::string& path, std::string_view wanted) {
  return Err{JsonError{path, "json.wrong_type", "expected " + std::string(wanted)}};
}
inline Err<JsonError> out_of_range(const std::string& path, std::string_view wanted) {
  return Err{JsonError{path, "json.out_of_range", "expected " + std::string(wanted)}};
}

template <typename T>
Result<T, JsonError> read_json(const Json& json, const std::string& path);

template <CodecInteger T>
Result<T, JsonError> read_integer(const Json& json, const std::string& path) {
  if (json.number() == nullptr) return wrong_type(path, "an integer");
  const auto value = json.integer();
  constexpr std::int64_t kLow = std::is_unsigned_v<T> ? 0 : static_cast<std::int64_t>(std::numeric_limits<T>::min());
  constexpr std::int64_t kHigh =
      sizeof(T) >= 8 ? kMaxSafeInteger : static_cast<std::int64_t>(std::numeric_limits<T>::max());
  if (!value || *value < std::max(kLow, -kMaxSafeInteger) || *value > kHigh) {
    return out_of_range(path, "an integer that fits");
  }
  return static_cast<T>(*value);
}

template <DescribedStruct T>
Result<T, JsonError> read_struct(const Json& json, const std::string& path) {
  const auto* members = json.object();
  if (members == nullptr) return wrong_type(path, "an object");
  T out{};
  std::optional<JsonError> problem;
  std::size_t used = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    if (problem) return;
    using Field = std::decay_t<decltype(out.*member.pointer)>;
    const Json* found = json.find(member.name);
    if (found != nullptr) ++used;
    if (found == nullptr || (kIsOptional<Field> && found->is_null())) {
      if constexpr (!kIsOptional<Field>) {
        problem = JsonError{path + "/" + member.name, "json.missing_field", "required field is missing"};
      }
      return;
    }
    auto read = read_json<Field>(*found, path + "/" + member.name);
    if (!read.ok()) {
      problem = std::move(read).error();
      return;
    }
    out.*member.pointer = std::move(read).value();
  });
  if (problem) return Err{std::move(*problem)};
  if (used != members->size()) {
    for (const auto& [name, value] : *members) {
      bool known = false;
      boost::mp11::mp_for_each<Members<T>>([&](auto member) { known = known || name == member.name; });
      if (!known) return Err{JsonError{path + "/" + pointer_token(name), "json.unknown_field", "no such field"}};
    }
  }
  return out;
}

/// Reads a value out of parsed JSON; `path` is where it stands in the document.
template <typename T>
Result<T, JsonError> read_json(const Json& json, const std::string& path) {
  if constexpr (CustomCodec<T>::kDefined) {
    return CustomCodec<T>::read(json, path);
  } else if constexpr (std::is_same_v<T, bool>) {
    if (json.boolean() == nullptr) return wrong_type(path, "true or false");
    return *json.boolean();
  } else if constexpr (CodecInteger<T>) {
    return read_integer<T>(json, path);
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (json.string() == nullptr) return wrong_type(path, "a string");
    return *json.string();
  } else if constexpr (kIsId<T>) {
    if (json.string() == nullptr) return wrong_type(path, "an identifier");
    if (!valid_id(*json.string())) return out_of_range(path, "an identifier of 1 to 64 of [0-9A-Za-z_.-]");
    return T{*json.string()};
  } else if constexpr (std::is_same_v<T, Money>) {
    return Money{TRY(read_integer<std::int64_t>(json, path))};
  } else if constexpr (std::is_same_v<T, Instant>) {
    return Instant{TRY(read_integer<std::int64_t>(json, path))};
  } else if constexpr (std::is_same_v<T, Date>) {
    if (json.string() == nullptr) return wrong_type(path, "a date YYYY-MM-DD");
    const auto date = Date::parse(*json.string());
    if (!date) return out_of_range(path, "a date YYYY-MM-DD");
    return *date;
  } else if constexpr (std::is_same_v<T, Hash>) {
    const std::string bytes = from_hex(json.text());
    if (bytes.size() != sizeof(Hash)) return out_of_range(path, "64 hexadecimal digits");
    Hash hash;
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(hash.data()));
    return hash;
  } else if constexpr (std::is_same_v<T, Json>) {
    return json;
  } else if constexpr (kIsOptional<T>) {
    if (json.is_null()) return T{};
    return T{TRY(read_json<typename T::value_type>(json, path))};
  } else if constexpr (kIsVector<T>) {
    if (json.array() == nullptr) return wrong_type(path, "an array");
    T out;
    out.reserve(json.array()->size());
    for (const Json& item : *json.array()) {
      out.push_back(TRY(read_json<typename T::value_type>(item, path + "/" + std::to_string(out.size()))));
    }
    return out;
  } else if constexpr (kIsMap<T>) {
    if (json.object() == nullptr) return wrong_type(path, "an object");
    T out;
    for (const auto& [name, item] : *json.object()) {
      out.emplace(name, TRY(read_json<typename T::mapped_type>(item, path + "/" + pointer_token(name))));
    }
    return out;
  } else if constexpr (DescribedEnum<T>) {
    if (json.string() == nullptr) return wrong_type(path, "a name");
    const auto value = enum_from_name<T>(*json.string());
    if (!value) return out_of_range(path, "one of the names of this field");
    return *value;
  } else {
    return read_struct<T>(json, path);
  }
}

template <typename T>
Result<T, JsonError> from_json(const Json& json) {
  return read_json<T>(json, "");
}

template <typename T>
Result<T, JsonError> parse_json(std::string_view text) {
  const Json json = TRY(Json::parse(text));
  return read_json<T>(json, "");
}

}  // namespace xiezhi::base
