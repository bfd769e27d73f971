#include "http/schema.h"

namespace xiezhi::http {

std::string component_name(std::string_view type_name) {
  constexpr std::string_view kOurs = "xiezhi::";
  std::string out;
  for (std::size_t i = 0; i < type_name.size(); ++i) {
    if (type_name.substr(i).starts_with(kOurs)) {
      i += kOurs.size() - 1;
    } else if (type_name.substr(i).starts_with("::")) {
      out += '.';
      ++i;
    } else {
      const char c = type_name[i];
      const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (plain || (!out.empty() && out.back() != '_')) out += plain ? c : '_';
    }
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

base::Json type_schema(std::string_view type) {
  return base::Json(base::Json::Object{{"type", base::Json(std::string(type))}});
}

base::Json type_schema(std::string_view type, std::string_view format, std::string_view description) {
  base::Json out = type_schema(type);
  if (!format.empty()) out.object()->emplace_back("format", base::Json(std::string(format)));
  if (!description.empty()) out.object()->emplace_back("description", base::Json(std::string(description)));
  return out;
}

base::Json reference_schema(const std::string& component) {
  return base::Json(base::Json::Object{{"$ref", base::Json("#/components/schemas/" + component)}});
}

}  // namespace xiezhi::http
