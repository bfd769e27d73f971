#include "client.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace xiezhi::bench {
namespace {

constexpr std::string_view kLength = "\r\ncontent-length: ";

/// Value of content-length in a head whose names are in lower or upper case; 0 when there is none.
std::size_t length_of(std::string head) {
  for (char& c : head) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto place = head.find(kLength);
  return place == std::string::npos ? 0 : std::strtoul(head.c_str() + place + kLength.size(), nullptr, 10);
}

}  // namespace

void die(const std::string& what) {
  std::fprintf(stderr, "bench_load: %s\n", what.c_str());
  std::exit(1);
}

Client::Client(std::uint16_t port) {
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    die(std::string("cannot connect: ") + std::strerror(errno));
  }
  const int yes = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  fcntl(socket_, F_SETFL, O_NONBLOCK);
}

Client::Client(Client&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), buffer_(std::move(other.buffer_)) {}

Client::~Client() {
  if (socket_ >= 0) close(socket_);
}

void Client::send(std::string_view request) const {
  const ssize_t sent = ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
  if (sent != static_cast<ssize_t>(request.size())) die("a request could not be sent");
}

std::optional<Answer> Client::receive() {
  char piece[65536];
  for (;;) {
    const ssize_t count = recv(socket_, piece, sizeof piece, 0);
    if (count > 0) buffer_.append(piece, static_cast<std::size_t>(count));
    if (count == 0) die("the server closed a connection");
    if (count < 0 && errno != EAGAIN && errno != EINTR) die(std::string("receiving: ") + std::strerror(errno));
    if (count < static_cast<ssize_t>(sizeof piece)) break;
  }
  const auto end = buffer_.find("\r\n\r\n");
  if (end == std::string::npos) return std::nullopt;
  Answer out;
  out.head = buffer_.substr(0, end + 2);
  const std::size_t length = length_of(out.head);
  if (buffer_.size() < end + 4 + length) return std::nullopt;
  out.status = std::atoi(out.head.c_str() + std::strlen("HTTP/1.1 "));
  out.body = buffer_.substr(end + 4, length);
  buffer_.erase(0, end + 4 + length);
  return out;
}

Answer Client::exchange(std::string_view request) {
  send(request);
  for (;;) {
    pollfd waiting{socket_, POLLIN, 0};
    if (poll(&waiting, 1, 60'000) <= 0) die("no answer within a minute");
    if (auto answer = receive()) return *std::move(answer);
  }
}

std::string request_text(std::string_view method, std::string_view target, std::string_view head,
                         std::string_view body) {
  std::string out(method);
  out.append(" ").append(target).append(" HTTP/1.1\r\nHost: localhost\r\n").append(head);
  if (!body.empty()) {
    out.append("Content-Type: application/json\r\nContent-Length: ").append(std::to_string(body.size())).append("\r\n");
  }
  return out.append("\r\n").append(body);
}

std::string escaped(std::string_view text) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

}  // namespace xiezhi::bench
