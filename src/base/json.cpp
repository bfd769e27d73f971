#include "base/json.h"

#include "base/assert.h"

// <cassert> prints, and printing is an import of core.wasm; ours traps there.
#define RAPIDJSON_ASSERT(condition) VERIFY(condition)
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

#include "base/text.h"

namespace xiezhi::base {
namespace {

constexpr std::size_t kMaxDepth = 64;

/// Builds a Json from RapidJSON's events; refuses duplicate names and deep nesting.
class Builder {
 public:
  bool Null() { return add(Json()); }
  bool Bool(bool value) { return add(Json(value)); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    return add(Json(Json::Number{std::string(text, size)}));
  }
  // With numbers kept as text the typed callbacks are never called, but the reader's interface names them.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return well_formed({text, size}) && add(Json(std::string(text, size)));
  }
  bool StartObject() { return open(Json(Json::Object{})); }
  bool StartArray() { return open(Json(Json::Array{})); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool EndObject(rapidjson::SizeType) {
    const auto& members = *stack_.back().object();
    std::vector<std::string_view> names;
    for (const auto& [name, value] : members) names.push_back(name);
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end()) {
      problem = "duplicate name \"" + std::string(*twice) + "\"";
      return false;
    }
    return close();
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (!well_formed({text, size})) return false;
    keys_.emplace_back(text, size);
    return true;
  }

  Json root;
  std::string problem;

 private:
  /// RapidJSON lets the escape of a lone low surrogate pass and makes malformed UTF-8 of it.
  bool well_formed(std::string_view text) {
    if (!valid_utf8(text)) problem = "escape of a lone surrogate";
    return problem.empty();
  }
  bool open(Json container) {
    if (stack_.size() == kMaxDepth) {
      problem = "nested deeper than 64 levels";
      return false;
    }
    stack_.push_back(std::move(container));
    return true;
  }
  bool close() {
    Json done = std::move(stack_.back());
    stack_.pop_back();
    return add(std::move(done));
  }
  bool add(Json value) {
    if (stack_.empty()) {
      root = std::move(value);
    } else if (auto* array = stack_.back().array()) {
      array->push_back(std::move(value));
    } else {
      stack_.back().object()->emplace_back(std::move(keys_.back()), std::move(value));
      keys_.pop_back();
    }
    return true;
  }

  std::vector<Json> stack_;
  std::vector<std::string> keys_;
};

void write(std::string& out, const Json& json) {
  if (json.is_null()) {
    out += "null";
  } else if (const bool* boolean = json.boolean()) {
    out += *boolean ? "true" : "false";
  } else if (const auto* number = json.number()) {
    const auto value = json.integer();
    VERIFY(value && *value <= kMaxSafeInteger && *value >= -kMaxSafeInteger);
    out += *value == 0 ? "0" : number->text;
  } else if (const auto* string = json.string()) {
    append_json_string(out, *string);
  } else if (const auto* array = json.array()) {
    out += '[';
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (i != 0) out += ',';
      write(out, (*array)[i]);
    }
    out += ']';
  } else {
    const auto& members = *json.object();
    std::vector<std::size_t> order(members.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return utf16_less(members[a].first, members[b].first); });
    out += '{';
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i != 0) out += ',';
      append_json_string(out, members[order[i]].first);
      out += ':';
      write(out, members[order[i]].second);
    }
    out += '}';
  }
}

}  // namespace

const Json* Json::find(std::string_view name) const {
  if (const auto* members = object()) {
    for (const auto& [key, value] : *members) {
      if (key == name) return &value;
    }
  }
  return nullptr;
}

std::optional<std::int64_t> Json::integer() const {
  const Number* held = number();
  if (held == nullptr) return std::nullopt;
  const std::string& text = held->text;
  const bool negative = text[0] == '-';
  std::uint64_t magnitude = 0;
  for (std::size_t i = negative ? 1 : 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    const auto digit = static_cast<std::uint64_t>(text[i] - '0');
    if (magnitude > (0x7FFF'FFFF'FFFF'FFFFu - digit) / 10) return std::nullopt;
    magnitude = magnitude * 10 + digit;
  }
  const auto value = static_cast<std::int64_t>(magnitude);
  return negative ? -value : value;
}

Result<Json, JsonError> Json::parse(std::string_view text) {
  if (!valid_utf8(text)) return Err{JsonError{"", "json.syntax", "not well-formed UTF-8"}};
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  Builder builder;
  const auto result =
      reader.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag>(stream, builder);
  if (result.IsError()) {
    const std::string what =
        builder.problem.empty() ? rapidjson::GetParseError_En(result.Code()) : builder.problem.c_str();
    return Err{JsonError{"", "json.syntax", what + " at byte " + std::to_string(result.Offset())}};
  }
  return std::move(builder.root);
}

std::string Json::canonical() const {
  std::string out;
  write(out, *this);
  return out;
}

void append_json_string(std::string& out, std::string_view text) {
  constexpr char kDigits[] = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text.substr(plain, i - plain));
    plain = i + 1;
    out += '\\';
    switch (c) {
      case '"': out += '"'; break;
      case '\\': out += '\\'; break;
      case '\b': out += 'b'; break;
      case '\f': out += 'f'; break;
      case '\n': out += 'n'; break;
      case '\r': out += 'r'; break;
      case '\t': out += 't'; break;
      default:
        out += "u00";
        out += kDigits[c >> 4];
        out += kDigits[c & 15];
    }
  }
  out.append(text.substr(plain));
  out += '"';
}

bool utf16_less(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    const char32_t x = next_code_point(a, i);
    const char32_t y = next_code_point(b, j);
    if (x == y) continue;
    // A supplementary character is written with surrogates, which sort below U+E000 to U+FFFF.
    const char32_t first_x = x >= 0x10000 ? 0xD800 + ((x - 0x10000) >> 10) : x;
    const char32_t first_y = y >= 0x10000 ? 0xD800 + ((y - 0x10000) >> 10) : y;
    return first_x != first_y ? first_x < first_y : x < y;
  }
  return i == a.size() && j < b.size();
}

std::string pointer_token(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace xiezhi::base
