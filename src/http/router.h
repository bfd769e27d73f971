// Finds the route of a request, who asks, and whether he may; only then its handler runs.
#pragma once

#include <string>
#include <vector>

#include "http/route.h"

namespace xiezhi::http {

inline constexpr std::uint64_t kJsonBodyLimit = std::uint64_t{1} << 20;
inline constexpr std::uint64_t kUploadBodyLimit = std::uint64_t{2} << 30;

/// How sessions come and go in cookies.
struct CookieSettings {
  bool secure = false;  ///< behind TLS: the cookie gets Secure and the __Host- prefix
};
std::string session_cookie_name(const CookieSettings& settings);
/// Value of Set-Cookie; an empty token deletes the cookie.
std::string session_cookie(const CookieSettings& settings, std::string_view token);

class Router {
 public:
  Router(app::Accounts& accounts, CookieSettings cookies, std::filesystem::path spool_directory)
      : accounts_(accounts), cookies_(cookies), spool_directory_(std::move(spool_directory)) {}

  Router(const Router&) = delete;  // routes may refer to it
  Router& operator=(const Router&) = delete;

  /// Two routes of one method that match the same paths are a bug.
  void add(Route route);
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

  BodyPlan plan(const Request& head) const;
  void handle(const Request& request, Respond respond) const;

 private:
  struct Match {
    const Route* route = nullptr;
    QueryPairs parameters;
    std::string allowed;  ///< when only other methods match
  };
  struct Admission {
    app::SessionPtr session;
    std::string token;
    std::optional<Response> refusal;
  };
  [[nodiscard]] Match match(const Request& request) const;
  [[nodiscard]] Admission admit(const Route& route, const Request& request) const;
  [[nodiscard]] static Response no_route(const Match& match);

  app::Accounts& accounts_;
  CookieSettings cookies_;
  std::filesystem::path spool_directory_;
  std::vector<Route> routes_;
};

}  // namespace xiezhi::http
