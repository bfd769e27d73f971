// HTTP/1.1 on a socket. The library behind it is named in server.cpp alone.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "http/message.h"

namespace xiezhi::http {

inline constexpr std::uint32_t kHeaderLimit = 16 * 1024;

struct ServerSettings {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;       ///< 0: a free one
  unsigned threads = 0;            ///< 0: twice the number of cores, since a read may wait for the database
  std::size_t connections = 4096;  ///< more are closed at once
  std::chrono::milliseconds idle_limit{75'000};    ///< between requests
  std::chrono::milliseconds header_limit{10'000};  ///< from the first byte to the end of the header
  std::chrono::milliseconds body_limit{30'000};    ///< a body in memory as a whole; a streamed one, each 64 KiB
  std::chrono::milliseconds write_limit{30'000};   ///< each piece of a response
  std::chrono::milliseconds stop_limit{10'000};    ///< for requests in flight when stopping
};

class Server {
 public:
  /// Listens and serves on threads of its own. The error says why it cannot. The application, and whoever still holds a
  /// Respond, must be done before the server is destroyed; stop() waits for requests in flight.
  static base::Result<std::unique_ptr<Server>, std::string> start(const ServerSettings& settings,
                                                                  Application& application);
  virtual ~Server() = default;

  [[nodiscard]] virtual std::uint16_t port() const = 0;
  /// Accepts nothing more, lets requests in flight finish, closes idle connections, and returns when all is done.
  virtual void stop() = 0;
  /// Returns when SIGTERM or SIGINT comes.
  virtual void wait_for_signal() = 0;
};

}  // namespace xiezhi::http
