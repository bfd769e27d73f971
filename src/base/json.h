// JSON (RFC 8259) as a value, and its reader. Numbers stay text: no double is ever made of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace xiezhi::base {

/// What is wrong with a JSON text or document, and where.
struct JsonError {
  std::string path;  ///< RFC 6901 pointer of the offending place, "" for the whole document
  std::string
      code;  ///< permanent: json.syntax, json.unknown_field, json.missing_field, json.wrong_type, json.out_of_range
  std::string message;  ///< for a developer, in English
};

class Json {
 public:
  struct Number {
    std::string text;
  };
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;  ///< in the order of the text

  Json() = default;
  explicit Json(bool value) : value_(value) {}
  explicit Json(std::int64_t value) : value_(Number{std::to_string(value)}) {}
  explicit Json(Number value) : value_(std::move(value)) {}
  explicit Json(std::string value) : value_(std::move(value)) {}
  explicit Json(const char* value) : value_(std::string(value)) {}
  explicit Json(Array value) : value_(std::move(value)) {}
  explicit Json(Object value) : value_(std::move(value)) {}

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value_); }
  [[nodiscard]] const Number* number() const { return std::get_if<Number>(&value_); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&value_); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&value_); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&value_); }
  [[nodiscard]] Object* object() { return std::get_if<Object>(&value_); }
  [[nodiscard]] Array* array() { return std::get_if<Array>(&value_); }

  /// The member of an object, or null when this is no object or has none of that name.
  [[nodiscard]] const Json* find(std::string_view name) const;
  /// The number as a signed 64-bit integer, if it is written as one ("1", not "1.0" or "1e3").
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  /// The string, or "" when this is no string.
  [[nodiscard]] std::string text() const { return string() != nullptr ? *string() : std::string(); }

  /// Strict: well-formed UTF-8, no duplicate names, nothing after the value, at most 64 levels deep.
  static Result<Json, JsonError> parse(std::string_view text);
  /// Canonical form (RFC 8785) for documents whose numbers are integers of at most 2^53-1 in magnitude.
  [[nodiscard]] std::string canonical() const;

 private:
  std::variant<std::monostate, bool, Number, std::string, Array, Object> value_;
};

/// Appends a JSON string literal as RFC 8785 section 3.2.2.2 writes it.
void append_json_string(std::string& out, std::string_view text);
/// Whether `a` sorts before `b` by UTF-16 code units (RFC 8785 section 3.2.3).
bool utf16_less(std::string_view a, std::string_view b);
/// Escapes one reference token of a JSON pointer (RFC 6901).
std::string pointer_token(std::string_view name);

inline constexpr std::int64_t kMaxSafeInteger = 9'007'199'254'740'991;

}  // namespace xiezhi::base
