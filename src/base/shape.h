// How a type is written and read, without the type: tables that one reader and one writer walk (shape.cpp). A struct
// costs its table, not a reader of its own. base/codec.h makes the tables from the descriptions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/json.h"
#include "base/sha256.h"

namespace xiezhi::base {

/// Where a value stands in its document: a chain on the stack, spelled out only when something is wrong there.
struct Place {
  const Place* parent = nullptr;
  std::string_view name;  ///< of the member; at the root the RFC 6901 pointer of the whole value
  std::size_t index = kNone;

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  [[nodiscard]] std::string path() const;
};

struct Shape {
  void (*write)(std::string& out, const void* value);
  /// Reads into a value that stands at its default; false, and the problem told, when the JSON does not fit.
  bool (*read)(const Json& json, const Place& place, void* out, JsonError& problem);
  bool (*present)(const void* value);  ///< of a member that may be absent; null where it may not
};

struct MemberShape {
  const char* name;
  const Shape* shape;
  void* (*at)(void* value);  ///< the member's address in the struct's
};

struct StructShape {
  const MemberShape* members;  ///< as declared: the order in which faults are told
  const std::uint8_t* order;   ///< of their names, as canonical JSON wants it
  std::size_t count;
};

struct Enumerator {
  const char* name;
  std::int64_t value;
};

struct EnumShape {
  const Enumerator* enumerators;
  std::size_t count;

  [[nodiscard]] const Enumerator* find(std::string_view name) const;
  [[nodiscard]] const Enumerator* find(std::int64_t value) const;
};

bool wrong_type(const Place& place, std::string_view wanted, JsonError& problem);
bool out_of_range(const Place& place, std::string_view wanted, JsonError& problem);

/// An integer beyond 2^53-1 in magnitude is a bug.
void write_integer(std::string& out, std::int64_t value);
void write_struct(std::string& out, const void* value, const StructShape& shape);
void write_enum(std::string& out, std::int64_t value, const EnumShape& shape);

bool read_bool(const Json& json, const Place& place, bool& out, JsonError& problem);
bool read_integer(const Json& json, const Place& place, std::int64_t low, std::int64_t high, std::int64_t& out,
                  JsonError& problem);
bool read_string(const Json& json, const Place& place, std::string& out, JsonError& problem);
bool read_id(const Json& json, const Place& place, std::string& out, JsonError& problem);
bool read_date(const Json& json, const Place& place, Date& out, JsonError& problem);
bool read_hash(const Json& json, const Place& place, Hash& out, JsonError& problem);
bool read_enum(const Json& json, const Place& place, const EnumShape& shape, std::int64_t& out, JsonError& problem);
bool read_struct(const Json& json, const Place& place, const StructShape& shape, void* out, JsonError& problem);

}  // namespace xiezhi::base
