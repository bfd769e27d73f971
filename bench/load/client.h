// One keep-alive HTTP/1.1 connection to the server on this machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xiezhi::bench {

struct Answer {
  int status = 0;
  std::string head;
  std::string body;
};

class Client {
 public:
  explicit Client(std::uint16_t port);
  Client(Client&& other) noexcept;
  Client& operator=(Client&&) = delete;
  ~Client();

  [[nodiscard]] int socket() const { return socket_; }
  /// Sends a whole request; the kernel's buffer takes more than the largest of them. Ends the program when it cannot.
  void send(std::string_view request) const;
  /// What has come so far; an answer when it is complete. Does not block.
  std::optional<Answer> receive();
  /// Sends and waits.
  Answer exchange(std::string_view request);

 private:
  int socket_ = -1;
  std::string buffer_;
};

/// `head` holds further header lines, each ended by CRLF.
std::string request_text(std::string_view method, std::string_view target, std::string_view head,
                         std::string_view body);
/// Escapes everything but letters and digits.
std::string escaped(std::string_view text);
[[noreturn]] void die(const std::string& what);

}  // namespace xiezhi::bench
