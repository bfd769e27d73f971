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
#include "base/shape.h"

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
/// `static bool read(const Json&, const Place&, T& out, JsonError& problem)`.
template <typename T>
struct CustomCodec {
  static constexpr bool kDefined = false;
};

template <typename T>
using Members = boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_inherited>;

// Tables -------------------------------------------------------------------------------------------------------------

template <typename T>
consteval Shape shape_of();
template <typename T>
inline constexpr Shape kShape = shape_of<T>();

template <typename T, typename D>
void* member_at(void* value) {
  return &(static_cast<T*>(value)->*D::pointer);
}

template <typename T, typename... D>
consteval auto member_shapes(boost::mp11::mp_list<D...>) {
  return std::array<MemberShape, sizeof...(D)>{
      MemberShape{D::name, &kShape<std::decay_t<decltype(std::declval<T&>().*D::pointer)>>, &member_at<T, D>}...};
}

/// Positions of the members of T in canonical (name) order. Field names are ASCII, so bytes order them.
template <typename... D>
consteval auto canonical_order(boost::mp11::mp_list<D...>) {
  const std::array<std::string_view, sizeof...(D)> names{D::name...};
  std::array<std::uint8_t, sizeof...(D)> order{};
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint8_t>(i);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
  return order;
}

template <typename T>
using MemberList = boost::mp11::mp_rename<Members<T>, boost::mp11::mp_list>;

template <DescribedStruct T>
struct StructTable {
  static constexpr auto kMembers = member_shapes<T>(MemberList<T>{});
  static constexpr auto kOrder = canonical_order(MemberList<T>{});
  static constexpr StructShape kShape{kMembers.data(), kOrder.data(), kMembers.size()};
};

template <typename... D>
consteval auto enumerators(boost::mp11::mp_list<D...>) {
  return std::array<Enumerator, sizeof...(D)>{Enumerator{D::name, static_cast<std::int64_t>(D::value)}...};
}

template <DescribedEnum T>
struct EnumTable {
  static constexpr auto kNames =
      enumerators(boost::mp11::mp_rename<boost::describe::describe_enumerators<T>, boost::mp11::mp_list>{});
  static constexpr EnumShape kShape{kNames.data(), kNames.size()};
};

/// Name of an enumerator; an undescribed value is a bug.
template <DescribedEnum T>
std::string_view enum_name(T value) {
  const Enumerator* found = EnumTable<T>::kShape.find(static_cast<std::int64_t>(value));
  VERIFY(found != nullptr);
  return found->name;
}

template <DescribedEnum T>
std::optional<T> enum_from_name(std::string_view name) {
  const Enumerator* found = EnumTable<T>::kShape.find(name);
  if (found == nullptr) return std::nullopt;
  return static_cast<T>(found->value);
}

// Writing ------------------------------------------------------------------------------------------------------------

template <typename T>
void write_json(std::string& out, const T& value);

template <typename T>
void write_items(std::string& out, const T& items) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    const typename T::value_type& value = item;
    write_json(out, value);
  }
  out += ']';
}

template <typename T>
void write_map(std::string& out, const T& items) {
  out += '{';
  bool first = true;
  for (const auto& [name, item] : items) {
    if (!first) out += ',';
    first = false;
    append_json_string(out, name);
    out += ':';
    write_json(out, item);
  }
  out += '}';
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
    write_items(out, value);
  } else if constexpr (kIsMap<T>) {
    write_map(out, value);
  } else if constexpr (DescribedEnum<T>) {
    write_enum(out, static_cast<std::int64_t>(value), EnumTable<T>::kShape);
  } else {
    static_assert(DescribedStruct<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
    write_struct(out, &value, StructTable<T>::kShape);
  }
}

template <typename T>
std::string to_json(const T& value) {
  std::string out;
  write_json(out, value);
  return out;
}

// Reading ------------------------------------------------------------------------------------------------------------

template <typename T>
bool read_value(const Json& json, const Place& place, T& out, JsonError& problem);

template <CodecInteger T>
bool read_number(const Json& json, const Place& place, T& out, JsonError& problem) {
  constexpr std::int64_t kLow =
      std::is_unsigned_v<T> ? 0 : std::max<std::int64_t>(std::numeric_limits<T>::min(), -kMaxSafeInteger);
  constexpr std::int64_t kHigh =
      sizeof(T) >= 8 ? kMaxSafeInteger : static_cast<std::int64_t>(std::numeric_limits<T>::max());
  std::int64_t value = 0;
  if (!read_integer(json, place, kLow, kHigh, value, problem)) return false;
  out = static_cast<T>(value);
  return true;
}

template <typename T>
bool read_items(const Json& json, const Place& place, T& out, JsonError& problem) {
  if (json.array() == nullptr) return wrong_type(place, "an array", problem);
  out.reserve(json.array()->size());
  for (const Json& item : *json.array()) {
    typename T::value_type value{};
    if (!read_value(item, Place{&place, {}, out.size()}, value, problem)) return false;
    out.push_back(std::move(value));
  }
  return true;
}

template <typename T>
bool read_map(const Json& json, const Place& place, T& out, JsonError& problem) {
  if (json.object() == nullptr) return wrong_type(place, "an object", problem);
  for (const auto& [name, item] : *json.object()) {
    if (!read_value(item, Place{&place, name}, out[name], problem)) return false;
  }
  return true;
}

/// Reads into a value that stands at its default.
template <typename T>
bool read_value(const Json& json, const Place& place, T& out, JsonError& problem) {
  if constexpr (CustomCodec<T>::kDefined) {
    return CustomCodec<T>::read(json, place, out, problem);
  } else if constexpr (std::is_same_v<T, bool>) {
    return read_bool(json, place, out, problem);
  } else if constexpr (CodecInteger<T>) {
    return read_number(json, place, out, problem);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return read_string(json, place, out, problem);
  } else if constexpr (kIsId<T>) {
    return read_id(json, place, out.value, problem);
  } else if constexpr (std::is_same_v<T, Money>) {
    return read_number(json, place, out.fen, problem);
  } else if constexpr (std::is_same_v<T, Instant>) {
    return read_number(json, place, out.ms, problem);
  } else if constexpr (std::is_same_v<T, Date>) {
    return read_date(json, place, out, problem);
  } else if constexpr (std::is_same_v<T, Hash>) {
    return read_hash(json, place, out, problem);
  } else if constexpr (std::is_same_v<T, Json>) {
    out = json;
    return true;
  } else if constexpr (kIsOptional<T>) {
    if (json.is_null()) return true;
    return read_value(json, place, out.emplace(), problem);
  } else if constexpr (kIsVector<T>) {
    return read_items(json, place, out, problem);
  } else if constexpr (kIsMap<T>) {
    return read_map(json, place, out, problem);
  } else if constexpr (DescribedEnum<T>) {
    std::int64_t value = 0;
    if (!read_enum(json, place, EnumTable<T>::kShape, value, problem)) return false;
    out = static_cast<T>(value);
    return true;
  } else {
    static_assert(DescribedStruct<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
    return read_struct(json, place, StructTable<T>::kShape, &out, problem);
  }
}

template <typename T>
void write_shape(std::string& out, const void* value) {
  write_json(out, *static_cast<const T*>(value));
}
template <typename T>
bool read_shape(const Json& json, const Place& place, void* out, JsonError& problem) {
  return read_value(json, place, *static_cast<T*>(out), problem);
}
template <typename T>
bool has_value(const void* value) {
  return static_cast<const T*>(value)->has_value();
}
template <typename T>
consteval Shape shape_of() {
  if constexpr (kIsOptional<T>) return {&write_shape<T>, &read_shape<T>, &has_value<T>};
  return {&write_shape<T>, &read_shape<T>, nullptr};
}
/// Reads a value out of parsed JSON; `path` is where it stands in the document.
template <typename T>
Result<T, JsonError> read_json(const Json& json, const std::string& path) {
  T out{};
  JsonError problem;
  if (!read_value(json, Place{nullptr, path}, out, problem)) return Err{std::move(problem)};
  return out;
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
