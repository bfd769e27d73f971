// The whole application behind the socket: the interface below /api, the built web pages everywhere else.
#pragma once

#include "http/router.h"
#include "http/static_files.h"

namespace xiezhi::http {

class Api : public Application {
 public:
  Api(app::Accounts& accounts, std::string session_cookie, std::filesystem::path spool_directory, StaticFiles files)
      : router_(accounts, std::move(session_cookie), std::move(spool_directory)), files_(std::move(files)) {}

  /// Routes are added before the server starts.
  RouteTable& table() { return router_.table(); }

  BodyPlan plan(const Request& head) override;
  void handle(Request request, Respond respond) override;

 private:
  Router router_;
  StaticFiles files_;
};

}  // namespace xiezhi::http
