#include "core/feel/value_json.h"

namespace xiezhi::core::feel {
namespace {

using base::Json;
using Read = base::Result<Value, base::JsonError>;

Json tagged(const char* tag, std::string text) { return Json(Json::Object{{tag, Json(std::move(text))}}); }

base::Err<base::JsonError> malformed(const std::string& path) {
  return base::Err{base::JsonError{path, "json.wrong_type", "expected a FEEL value"}};
}

template <typename T>
Read value_or_error(const std::optional<T>& value, const std::string& path) {
  if (!value) return malformed(path);
  return Value(*value);
}

Json json_of_context(const std::vector<Value::Entry>& entries) {
  Json::Array names;
  Json::Array values;
  for (const auto& [name, value] : entries) {
    names.emplace_back(name);
    values.push_back(json_of(value));
  }
  return Json(Json::Object{{"names", Json(std::move(names))}, {"values", Json(std::move(values))}});
}

Json json_of_range(const Range& range) {
  Json::Object out;
  out.emplace_back("form", Json(static_cast<std::int64_t>(range.form)));
  out.emplace_back("high", json_of(range.high));
  out.emplace_back("high_included", Json(range.high_included));
  out.emplace_back("low", json_of(range.low));
  out.emplace_back("low_included", Json(range.low_included));
  return Json(Json::Object{{"range", Json(std::move(out))}});
}

Read read_context(const Json& names, const Json& values, const std::string& path, const ZoneTable& zones) {
  if (names.array() == nullptr || values.array() == nullptr || names.array()->size() != values.array()->size()) {
    return malformed(path);
  }
  std::vector<Value::Entry> entries;
  for (std::size_t i = 0; i < names.array()->size(); ++i) {
    const std::string* name = (*names.array())[i].string();
    if (name == nullptr) return malformed(path + "/names/" + std::to_string(i));
    entries.emplace_back(*name, TRY(value_of((*values.array())[i], path + "/values/" + std::to_string(i), zones)));
  }
  return Value::context(std::move(entries));
}

Read read_range(const Json& json, const std::string& path, const ZoneTable& zones) {
  const Json* parts[] = {json.find("low"), json.find("high"), json.find("low_included"), json.find("high_included"),
                         json.find("form")};
  for (const Json* part : parts) {
    if (part == nullptr) return malformed(path);
  }
  const auto form = parts[4]->integer();
  if (parts[2]->boolean() == nullptr || parts[3]->boolean() == nullptr || !form || *form < 0 ||
      *form > static_cast<std::int64_t>(RangeForm::not_equal)) {
    return malformed(path);
  }
  Range out;
  out.low = TRY(value_of(*parts[0], path + "/low", zones));
  out.high = TRY(value_of(*parts[1], path + "/high", zones));
  out.low_included = *parts[2]->boolean();
  out.high_included = *parts[3]->boolean();
  out.form = static_cast<RangeForm>(*form);
  return Value::range(std::move(out));
}

Read read_tagged(const std::string& tag, const Json& json, const std::string& path, const ZoneTable& zones) {
  if (tag == "range") return read_range(json, path + "/range", zones);
  const std::string* text = json.string();
  if (text == nullptr) return malformed(path);
  if (tag == "number") return value_or_error(Decimal::parse(*text), path);
  if (tag == "date") return value_or_error(parse_date(*text), path);
  if (tag == "time") return value_or_error(parse_time(*text, zones), path);
  if (tag == "date_time") return value_or_error(parse_date_time(*text, zones), path);
  if (tag == "function") return Value();
  if (tag != "duration") return malformed(path);
  if (const auto months = parse_months(*text)) return Value(*months);
  return value_or_error(parse_seconds(*text), path);
}

}  // namespace

Json json_of(const Value& value) {
  switch (value.kind()) {
    case Kind::null: return {};
    case Kind::boolean: return Json(*value.boolean());
    case Kind::string: return Json(*value.string());
    case Kind::number: return tagged("number", value.number()->text());
    case Kind::date: return tagged("date", text_of(*value.date()));
    case Kind::time: return tagged("time", text_of(*value.time()));
    case Kind::date_time: return tagged("date_time", text_of(*value.date_time()));
    case Kind::seconds: return tagged("duration", text_of(*value.seconds()));
    case Kind::months: return tagged("duration", text_of(*value.months()));
    case Kind::function: return tagged("function", "");
    case Kind::context: return json_of_context(*value.context());
    case Kind::range: return json_of_range(*value.range());
    case Kind::list: break;
  }
  Json::Array items;
  for (const Value& item : *value.list()) items.push_back(json_of(item));
  return Json(std::move(items));
}

Read value_of(const Json& json, const std::string& path, const ZoneTable& zones) {
  if (json.is_null()) return Value();
  if (json.boolean() != nullptr) return Value(*json.boolean());
  if (json.string() != nullptr) return Value(*json.string());
  if (json.array() != nullptr) {
    std::vector<Value> items;
    for (std::size_t i = 0; i < json.array()->size(); ++i) {
      items.push_back(TRY(value_of((*json.array())[i], path + "/" + std::to_string(i), zones)));
    }
    return Value::list(std::move(items));
  }
  const auto* object = json.object();
  if (object == nullptr) return malformed(path);
  const Json* names = json.find("names");
  const Json* values = json.find("values");
  if (object->size() == 2 && names != nullptr && values != nullptr) return read_context(*names, *values, path, zones);
  if (object->size() != 1) return malformed(path);
  return read_tagged(object->front().first, object->front().second, path, zones);
}

}  // namespace xiezhi::core::feel
