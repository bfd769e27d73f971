// A request and a response as the rest of the program sees them. Nothing here knows the HTTP library.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/codec.h"

namespace xiezhi::http {

enum class Method : std::uint8_t { get, post, put, del };
BOOST_DESCRIBE_ENUM(Method, get, post, put, del)

/// "GET", "POST", "PUT", "DELETE".
std::string_view method_name(Method method);

/// Names in lower case.
using Header = std::pair<std::string, std::string>;

/// A body that was written to disk as it came. The file goes when this goes, unless it was moved away.
class SpooledFile {
 public:
  explicit SpooledFile(std::filesystem::path path) : path_(std::move(path)) {}
  ~SpooledFile();
  SpooledFile(const SpooledFile&) = delete;
  SpooledFile& operator=(const SpooledFile&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  std::uint64_t size = 0;
  base::Hash sha256{};

 private:
  std::filesystem::path path_;
};

struct Request {
  Method method = Method::get;
  bool head = false;  ///< HEAD: as GET, but the body is not sent
  std::string path;   ///< as sent: still percent-encoded, without the query
  std::string query;  ///< as sent, without '?'
  std::vector<Header> headers;
  std::string body;
  std::shared_ptr<SpooledFile> file;  ///< instead of `body`, for routes that take a stream
  std::string address;                ///< IP address of the client

  /// The first header of that (lower-case) name, or "".
  [[nodiscard]] std::string_view header(std::string_view name) const;
  /// The value of a cookie, or "".
  [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::vector<Header> headers;
  std::string body;
  std::shared_ptr<const std::string> shared_body;  ///< instead of `body`: bytes that outlive the response
  std::filesystem::path file;                      ///< instead of `body`: sent from disk in pieces
  std::shared_ptr<SpooledFile> spooled;            ///< keeps a temporary `file` until it is sent

  void set(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
};

Response json_response(int status, std::string body);

/// Called exactly once, on any thread.
using Respond = std::function<void(Response)>;

/// How a body is taken in.
struct BodyPlan {
  std::uint64_t limit = 0;                ///< bytes; more is refused
  std::filesystem::path spool_directory;  ///< when set, the body goes to a file there
  std::optional<Response> refusal;        ///< when set, the body is not read at all
};

/// What a server serves.
class Application {
 public:
  virtual ~Application() = default;
  /// Asked after the header of a request with a body, before any of it is read.
  virtual BodyPlan plan(const Request& head) = 0;
  virtual void handle(Request request, Respond respond) = 0;
};

}  // namespace xiezhi::http
