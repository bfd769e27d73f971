// The routes of an interface, in the order in which they were declared.
#pragma once

#include <vector>

#include "http/route.h"

namespace xiezhi::http {

class RouteTable {
 public:
  RouteTable() = default;
  RouteTable(const RouteTable&) = delete;  // the route that describes the interface refers to it
  RouteTable& operator=(const RouteTable&) = delete;

  /// Two routes of one method that match the same paths are a bug.
  void add(Route route);
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

  struct Match {
    const Route* route = nullptr;
    QueryPairs parameters;  ///< of the path
    std::string allowed;    ///< when only other methods match
  };
  [[nodiscard]] Match match(const Request& request) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace xiezhi::http
