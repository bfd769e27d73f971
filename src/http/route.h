// A route: method, path, policy, summary, shapes and handler, declared once.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/account.h"
#include "http/message.h"
#include "http/policy.h"
#include "http/schema.h"
#include "http/url.h"

namespace xiezhi::http {

/// One request that has found its route and passed its policy.
struct Call {
  const Request& request;
  const app::Session* session;  ///< null on public routes without a valid session
  std::string token;            ///< of the session
  app::Scope scope;             ///< what the policy lets the caller see
  QueryPairs parameters;        ///< of the path, then of the query string
};

/// May answer now or later, on any thread; `call` lives only until it returns.
using Handler = std::function<void(const Call& call, Respond respond)>;

/// One parameter as OpenAPI shows it.
struct ParameterSchema {
  std::string name;
  bool in_path = false;
  bool required = false;
  base::Json schema;
};

/// What a route takes and gives, as schemas; emitted only when asked for.
struct Shapes {
  std::function<std::vector<ParameterSchema>(Schemas&)> parameters;
  std::function<base::Json(Schemas&)> body;      ///< absent: takes none
  std::function<base::Json(Schemas&)> response;  ///< absent: gives none
  std::string body_type = "application/json";
  std::string response_type = "application/json";
};

enum class Limits : std::uint8_t {
  json,   ///< kJsonBodyLimit, in memory
  chunk,  ///< kChunkBodyLimit, in memory: a piece of a resumable upload
  upload  ///< kUploadBodyLimit, to a file
};

struct Route {
  /// There is no default for the policy: a route without one does not compile.
  Route(Method route_method, std::string route_pattern, Policy route_policy, std::string route_summary,
        Shapes route_shapes, Handler route_handler)
      : method(route_method),
        pattern(std::move(route_pattern)),
        policy(std::move(route_policy)),
        summary(std::move(route_summary)),
        shapes(std::move(route_shapes)),
        handler(std::move(route_handler)),
        segments(path_segments(pattern).value()) {}

  Method method;
  std::string pattern;  ///< "/api/case/{id}"
  Policy policy;
  std::string summary;  ///< Chinese
  Shapes shapes;
  Handler handler;
  std::vector<std::string> segments;

  Limits limits = Limits::json;
  bool personal_data = false;  ///< reading it goes to the access log
  bool csrf_exempt = false;    ///< only for routes that begin a session

  Route& reads_personal_data() {
    personal_data = true;
    return *this;
  }
  Route& streams_body() {
    limits = Limits::upload;
    return *this;
  }
};

/// The schemas of a query struct's members; those named in the pattern are in the path.
template <base::DescribedStruct Query>
std::vector<ParameterSchema> parameter_schemas(Schemas& schemas, const std::string& pattern) {
  std::vector<ParameterSchema> out;
  boost::mp11::mp_for_each<base::Members<Query>>([&](auto member) {
    using Field = std::decay_t<decltype(std::declval<Query&>().*member.pointer)>;
    const std::string name = member.name;
    const bool in_path = pattern.find("{" + name + "}") != std::string::npos;
    out.push_back(
        {name, in_path, in_path || !(base::kIsOptional<Field> || base::kIsVector<Field>), schemas.of<Field>()});
  });
  return out;
}

}  // namespace xiezhi::http
