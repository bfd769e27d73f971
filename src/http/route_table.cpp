#include "http/route_table.h"

namespace xiezhi::http {
namespace {

bool is_parameter(const std::string& segment) { return segment.size() > 2 && segment.front() == '{'; }

/// Whether the path matches; its parameters are appended.
bool matches(const Route& route, const std::vector<std::string>& path, QueryPairs& parameters) {
  if (route.segments.size() != path.size()) return false;
  parameters.clear();
  for (std::size_t i = 0; i < path.size(); ++i) {
    const std::string& wanted = route.segments[i];
    if (is_parameter(wanted)) {
      if (path[i].empty()) return false;
      parameters.emplace_back(wanted.substr(1, wanted.size() - 2), path[i]);
    } else if (wanted != path[i]) {
      return false;
    }
  }
  return true;
}

bool same_paths(const Route& a, const Route& b) {
  if (a.segments.size() != b.segments.size()) return false;
  for (std::size_t i = 0; i < a.segments.size(); ++i) {
    const bool open = is_parameter(a.segments[i]) || is_parameter(b.segments[i]);
    if (!open && a.segments[i] != b.segments[i]) return false;
  }
  return true;
}

}  // namespace

void RouteTable::add(Route route) {
  for (const Route& other : routes_) VERIFY(other.method != route.method || !same_paths(other, route));
  routes_.push_back(std::move(route));
}

RouteTable::Match RouteTable::match(const Request& request) const {
  Match out;
  const auto path = path_segments(request.path);
  if (!path) return out;
  QueryPairs parameters;
  for (const Route& route : routes_) {
    if (!matches(route, *path, parameters)) continue;
    if (route.method == request.method) {
      out.route = &route;
      out.parameters = std::move(parameters);
      return out;
    }
    if (!out.allowed.empty()) out.allowed += ", ";
    out.allowed += method_name(route.method);
  }
  return out;
}

}  // namespace xiezhi::http
