#include "http/openapi.h"

#include "http/problem.h"

namespace xiezhi::http {
namespace {

using base::Json;
using Object = base::Json::Object;

Json text(std::string_view value) { return Json(std::string(value)); }

Json content(const std::string& type, Json schema) {
  return Json(Object{{type, Json(Object{{"schema", std::move(schema)}})}});
}

Json parameters_of(const Route& route, Schemas& schemas) {
  base::Json::Array out;
  for (ParameterSchema& parameter : route.shapes.parameters(schemas)) {
    out.push_back(Json(Object{{"name", text(parameter.name)},
                              {"in", text(parameter.in_path ? "path" : "query")},
                              {"required", Json(parameter.required)},
                              {"schema", std::move(parameter.schema)}}));
  }
  return Json(std::move(out));
}

Json responses_of(const Route& route, Schemas& schemas) {
  Object success{{"description", text("成功")}};
  std::string status = "204";
  if (route.shapes.response) {
    status = "200";
    success.emplace_back("content", content(route.shapes.response_type, route.shapes.response(schemas)));
  }
  Json problem(
      Object{{"description", text("未成功")}, {"content", content("application/problem+json", schemas.of<Problem>())}});
  return Json(Object{{status, Json(std::move(success))}, {"default", std::move(problem)}});
}

/// "get_api_case_id": unique, since no two routes share method and path.
std::string operation_id(const Route& route) {
  std::string out(base::enum_name(route.method));
  for (const std::string& segment : route.segments) {
    out += '_';
    for (const char c : segment) {
      if (c != '{' && c != '}') out += c == '.' || c == '-' ? '_' : c;
    }
  }
  return out;
}

std::string method_key(Method method) {
  switch (method) {
    case Method::get: return "get";
    case Method::post: return "post";
    case Method::put: return "put";
    case Method::del: return "delete";
  }
  VERIFY_NOT_REACHED();
}

Json operation(const Route& route, Schemas& schemas) {
  Object out{{"operationId", text(operation_id(route))},
             {"summary", text(route.summary)},
             {"x-policy", text(route.policy.text())}};
  if (route.shapes.parameters) out.emplace_back("parameters", parameters_of(route, schemas));
  if (route.shapes.body) {
    out.emplace_back("requestBody",
                     Json(Object{{"required", Json(true)},
                                 {"content", content(route.shapes.body_type, route.shapes.body(schemas))}}));
  }
  out.emplace_back("responses", responses_of(route, schemas));
  return Json(std::move(out));
}

}  // namespace

std::string openapi_document(std::span<const Route> routes) {
  Schemas schemas;
  std::map<std::string, Object> paths;
  for (const Route& route : routes)
    paths[route.pattern].emplace_back(method_key(route.method), operation(route, schemas));
  Object path_items;
  for (auto& [pattern, operations] : paths) path_items.emplace_back(pattern, Json(std::move(operations)));
  Object components;
  for (const auto& [name, schema] : schemas.components()) components.emplace_back(name, schema);
  const Json document(Object{{"openapi", text("3.1.0")},
                             {"info", Json(Object{{"title", text("獬豸执法平台接口")}, {"version", text("1")}})},
                             {"paths", Json(std::move(path_items))},
                             {"components", Json(Object{{"schemas", Json(std::move(components))}})}});
  return document.canonical();
}

}  // namespace xiezhi::http
