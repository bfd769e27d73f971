// Finds the route of a request, who asks, and whether he may; only then its handler runs.
#pragma once

#include <string>

#include "http/route_table.h"

namespace xiezhi::http {

inline constexpr std::uint64_t kJsonBodyLimit = std::uint64_t{1} << 20;
inline constexpr std::uint64_t kChunkBodyLimit = std::uint64_t{8} << 20;
inline constexpr std::uint64_t kUploadBodyLimit = std::uint64_t{2} << 30;

class Router {
 public:
  Router(app::Accounts& accounts, std::string session_cookie, std::filesystem::path spool_directory)
      : accounts_(accounts), session_cookie_(std::move(session_cookie)), spool_directory_(std::move(spool_directory)) {}

  /// Routes are added before the server starts.
  RouteTable& table() { return table_; }

  BodyPlan plan(const Request& head) const;
  void handle(const Request& request, Respond respond) const;

 private:
  struct Admission {
    app::SessionPtr session;
    std::string token;
    std::optional<Response> refusal;
  };
  [[nodiscard]] Admission admit(const Route& route, const Request& request) const;
  [[nodiscard]] static Response no_route(const RouteTable::Match& match);

  app::Accounts& accounts_;
  std::string session_cookie_;  ///< name of the cookie with the token
  std::filesystem::path spool_directory_;
  RouteTable table_;
};

}  // namespace xiezhi::http
