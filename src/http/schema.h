// JSON Schema (2020-12, as OpenAPI 3.1 takes it) of every type the codec knows, walked from the type itself.
#pragma once

#include <boost/type_index.hpp>
#include <string>
#include <string_view>

#include "base/codec.h"
#include "core/rule/decision.h"

namespace xiezhi::http {

/// A type with its own text form says its schema here.
template <typename T>
struct CustomSchema {
  static constexpr bool kDefined = false;
};

/// "xiezhi::core::law::Citation" → "core.law.Citation": a name of a schema component.
std::string component_name(std::string_view type_name);

template <typename T>
std::string full_name() {
  return boost::typeindex::type_id<T>().pretty_name();
}

/// {"type": name}, and the same with a format and a description.
base::Json type_schema(std::string_view type);
base::Json type_schema(std::string_view type, std::string_view format, std::string_view description = {});
base::Json reference_schema(const std::string& component);

/// On the way in personal data are plain text; the journal holds commitments.
template <>
struct CustomSchema<core::rule::Personal> {
  static constexpr bool kDefined = true;
  static base::Json schema() { return type_schema("string"); }
};
template <>
struct CustomSchema<core::rule::Commitment> {
  static constexpr bool kDefined = true;
  static base::Json schema() { return type_schema("string", {}, "64 hexadecimal digits"); }
};

/// Collects the components that the schemas asked for refer to.
class Schemas {
 public:
  template <typename T>
  base::Json of();

  /// Name → schema of every described struct and enum met so far.
  [[nodiscard]] const std::map<std::string, base::Json>& components() const { return components_; }

 private:
  template <typename T>
  base::Json struct_schema();
  template <typename T>
  base::Json enum_schema();
  template <typename T>
  base::Json integer_schema();
  template <typename T, typename Make>
  base::Json component(Make&& make);

  std::map<std::string, base::Json> components_;
};

template <typename T, typename Make>
base::Json Schemas::component(Make&& make) {
  const std::string name = component_name(full_name<T>());
  if (components_.emplace(name, base::Json()).second) components_[name] = make();
  return reference_schema(name);
}

template <typename T>
base::Json Schemas::integer_schema() {
  base::Json out = type_schema("integer", sizeof(T) > 4 ? "int64" : "int32");
  if constexpr (std::is_unsigned_v<T>) out.object()->emplace_back("minimum", base::Json(std::int64_t{0}));
  return out;
}

template <typename T>
base::Json Schemas::enum_schema() {
  base::Json::Array names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
      [&](auto enumerator) { names.emplace_back(enumerator.name); });
  base::Json out = type_schema("string");
  out.object()->emplace_back("enum", base::Json(std::move(names)));
  return out;
}

template <typename T>
base::Json Schemas::struct_schema() {
  base::Json::Object properties;
  base::Json::Array required;
  boost::mp11::mp_for_each<base::Members<T>>([&](auto member) {
    using Field = std::decay_t<decltype(std::declval<T&>().*member.pointer)>;
    properties.emplace_back(member.name, of<Field>());
    if constexpr (!base::kIsOptional<Field>) required.emplace_back(member.name);
  });
  base::Json out = type_schema("object");
  out.object()->emplace_back("properties", base::Json(std::move(properties)));
  if (!required.empty()) out.object()->emplace_back("required", base::Json(std::move(required)));
  out.object()->emplace_back("additionalProperties", base::Json(false));
  return out;
}

/// The schema of a type: a reference for described structs and enums, in place for the rest.
template <typename T>
base::Json Schemas::of() {
  if constexpr (CustomSchema<T>::kDefined) {
    return CustomSchema<T>::schema();
  } else if constexpr (std::is_same_v<T, bool>) {
    return type_schema("boolean");
  } else if constexpr (base::CodecInteger<T>) {
    return integer_schema<T>();
  } else if constexpr (std::is_same_v<T, std::string> || base::kIsId<T>) {
    return type_schema("string");
  } else if constexpr (std::is_same_v<T, base::Money>) {
    return type_schema("integer", "int64", "fen");
  } else if constexpr (std::is_same_v<T, base::Date>) {
    return type_schema("string", "date");
  } else if constexpr (std::is_same_v<T, base::Instant>) {
    return type_schema("integer", "int64", "milliseconds since 1970-01-01T00:00Z");
  } else if constexpr (std::is_same_v<T, base::Hash>) {
    return type_schema("string", {}, "64 hexadecimal digits");
  } else if constexpr (std::is_same_v<T, base::Json>) {
    return base::Json(true);
  } else if constexpr (base::kIsOptional<T>) {
    return of<typename T::value_type>();
  } else if constexpr (base::kIsVector<T>) {
    base::Json out = type_schema("array");
    out.object()->emplace_back("items", of<typename T::value_type>());
    return out;
  } else if constexpr (base::kIsMap<T>) {
    base::Json out = type_schema("object");
    out.object()->emplace_back("additionalProperties", of<typename T::mapped_type>());
    return out;
  } else if constexpr (base::DescribedEnum<T>) {
    return component<T>([this] { return enum_schema<T>(); });
  } else {
    static_assert(!base::CustomCodec<T>::kDefined, "a type with its own codec needs a CustomSchema");
    static_assert(base::DescribedStruct<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
    return component<T>([this] { return struct_schema<T>(); });
  }
}

}  // namespace xiezhi::http
