// A query string, with the parameters of the path, read into a described struct: strictly, as commands are.
#pragma once

#include "base/codec.h"
#include "http/url.h"

namespace xiezhi::http {

/// The JSON a parameter's text stands for, given the field's type.
template <typename Field>
base::Json parameter_json(const std::string& text) {
  if constexpr (base::kIsOptional<Field>) {
    return parameter_json<typename Field::value_type>(text);
  } else if constexpr (std::is_same_v<Field, bool>) {
    if (text == "true") return base::Json(true);
    if (text == "false") return base::Json(false);
    return base::Json(text);
  } else if constexpr (base::CodecInteger<Field> || std::is_same_v<Field, base::Money> ||
                       std::is_same_v<Field, base::Instant>) {
    const auto parsed = base::Json::parse(text);
    return parsed.ok() && parsed->number() != nullptr ? *parsed : base::Json(text);
  } else {
    return base::Json(text);
  }
}

/// Reads one field from the pairs of its name: a vector takes each in turn, anything else exactly one.
template <typename Field>
base::Result<Field, base::JsonError> read_parameter(const std::string& name, const std::vector<std::string>& texts) {
  const std::string path = "?" + name;
  if constexpr (base::kIsVector<Field>) {
    Field out;
    for (const std::string& text : texts) {
      using Item = typename Field::value_type;
      out.push_back(TRY(base::read_json<Item>(parameter_json<Item>(text), path)));
    }
    return out;
  } else {
    if (texts.size() > 1) return base::Err{base::JsonError{path, "http.repeated_parameter", "given more than once"}};
    if (texts.empty()) {
      if constexpr (base::kIsOptional<Field>) {
        return Field{};
      } else {
        return base::Err{base::JsonError{path, "json.missing_field", "required parameter is missing"}};
      }
    } else {
      return base::read_json<Field>(parameter_json<Field>(texts[0]), path);
    }
  }
}

/// The struct, or an error whose path is "?name". An unknown parameter is an error.
template <base::DescribedStruct T>
base::Result<T, base::JsonError> read_query(const QueryPairs& pairs) {
  T out{};
  std::optional<base::JsonError> problem;
  boost::mp11::mp_for_each<base::Members<T>>([&](auto member) {
    if (problem) return;
    std::vector<std::string> texts;
    for (const auto& [name, text] : pairs) {
      if (name == member.name) texts.push_back(text);
    }
    using Field = std::decay_t<decltype(out.*member.pointer)>;
    auto read = read_parameter<Field>(member.name, texts);
    if (read.ok()) {
      out.*member.pointer = std::move(read).value();
    } else {
      problem = std::move(read).error();
    }
  });
  if (problem) return base::Err{std::move(*problem)};
  for (const auto& [name, text] : pairs) {
    bool known = false;
    boost::mp11::mp_for_each<base::Members<T>>([&](auto member) { known = known || name == member.name; });
    if (!known) return base::Err{base::JsonError{"?" + name, "json.unknown_field", "no such parameter"}};
  }
  return out;
}

}  // namespace xiezhi::http
