// The only source that includes Boost.Beast: it costs about twenty seconds to compile.
#include "http/server.h"

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>

#include "base/text.h"
#include "http/body_sink.h"
#include "http/problem.h"
#include "http/response_head.h"

namespace xiezhi::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr int kDrainPieces = 16;  ///< read and dropped before closing, so that the answer is not lost to a reset

using Parser = beast::http::request_parser<beast::http::buffer_body>;

/// The answer of a handler, which may come before or after anybody waits for it.
class PendingResponse {
 public:
  void set(Response response) {
    std::function<void()> wake;
    {
      const std::lock_guard lock(mutex_);
      VERIFY(!response_);
      response_ = std::move(response);
      wake = std::move(wake_);
    }
    if (wake) wake();
  }
  /// False when the response is there already and `wake` will not be called.
  bool wait(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    if (response_) return false;
    wake_ = std::move(wake);
    return true;
  }
  bool ready() {
    const std::lock_guard lock(mutex_);
    return response_.has_value();
  }
  Response take() { return std::move(*response_); }

 private:
  std::mutex mutex_;
  std::optional<Response> response_;
  std::function<void()> wake_;
};

asio::awaitable<void> wait_for(PendingResponse& pending) {
  if (pending.ready()) co_return;
  const auto executor = co_await asio::this_coro::executor;
  co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(
      [&](auto handler) {
        auto resume = std::make_shared<decltype(handler)>(std::move(handler));
        const auto wake = [executor, resume] { asio::post(executor, [resume] { std::move (*resume)(); }); };
        if (!pending.wait(wake)) wake();
      },
      asio::use_awaitable);
}

class Registry;

/// One connection: a coroutine on a strand of its own. Its coroutines take class types by reference to a named object:
/// GCC 12 copies a temporary argument of a co_await expression bit by bit and destroys it twice.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, Registry& registry, const ServerSettings& settings, Application& application)
      : stream_(std::move(socket)), registry_(registry), settings_(settings), application_(application) {}

  asio::awaitable<void> run();
  /// From any thread: finish the request in flight, if any, then close.
  void stop_soon() {
    asio::post(stream_.get_executor(), [self = shared_from_this()] {
      self->stopping_ = true;
      if (self->idle_) self->stream_.close();
    });
  }

 private:
  asio::awaitable<void> serve();
  asio::awaitable<bool> serve_one();
  asio::awaitable<bool> wait_for_bytes();
  asio::awaitable<bool> read_body(Parser& parser, Request& request, std::optional<Response>& refusal);
  asio::awaitable<bool> answer(Request& request);
  asio::awaitable<bool> send(const Request& request, Response& response, bool keep_alive);
  asio::awaitable<bool> send_file(const Request& request, Response& response, bool keep_alive);
  asio::awaitable<bool> write(std::string_view head, std::string_view body);
  asio::awaitable<void> refuse(const Problem& problem);
  asio::awaitable<void> drain();

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_{kHeaderLimit + kPieceBytes};
  Registry& registry_;
  const ServerSettings& settings_;
  Application& application_;
  std::string address_;
  bool idle_ = false;
  bool stopping_ = false;
  bool keep_alive_ = true;
};

/// The connections that are open.
class Registry {
 public:
  bool add(const std::shared_ptr<Connection>& connection, std::size_t most) {
    const std::lock_guard lock(mutex_);
    if (stopping_ || open_.size() >= most) return false;
    open_.insert(connection);
    return true;
  }
  void remove(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex_);
    open_.erase(connection);
    if (open_.empty()) empty_.notify_all();
  }
  void stop_all(std::chrono::milliseconds limit) {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    for (const auto& connection : open_) connection->stop_soon();
    empty_.wait_for(lock, limit, [this] { return open_.empty(); });
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_;
  bool stopping_ = false;
  std::set<std::shared_ptr<Connection>> open_;
};

std::optional<Method> method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get:
    case beast::http::verb::head: return Method::get;
    case beast::http::verb::post: return Method::post;
    case beast::http::verb::put: return Method::put;
    case beast::http::verb::delete_: return Method::del;
    default: return std::nullopt;
  }
}

/// Path and query of the request target, in origin or absolute form (RFC 9112 section 3.2).
bool read_target(std::string_view target, Request& request) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const auto slash = target.find('/', scheme.size());
    target = slash == std::string_view::npos ? "/" : target.substr(slash);
  }
  if (!target.starts_with('/')) return false;
  const auto question = target.find('?');
  request.path = target.substr(0, question);
  if (question != std::string_view::npos) request.query = target.substr(question + 1);
  return true;
}

void read_headers(const Parser& parser, Request& request) {
  for (const auto& field : parser.get()) {
    std::string name(field.name_string());
    for (char& c : name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    request.headers.emplace_back(std::move(name), std::string(field.value()));
  }
}

asio::awaitable<void> Connection::run() {
  // The one place where an exception of the HTTP library, or of a handler, ends.
  try {
    error_code failure;
    stream_.socket().set_option(tcp::no_delay(true), failure);
    address_ = stream_.socket().remote_endpoint(failure).address().to_string();
    co_await serve();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "http: connection ended: %s\n", error.what());
  }
  error_code ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
  stream_.close();
  registry_.remove(shared_from_this());
}

asio::awaitable<void> Connection::serve() {
  bool open = co_await wait_for_bytes();
  while (open) {
    open = co_await serve_one();
    if (open) open = co_await wait_for_bytes();
  }
}

asio::awaitable<bool> Connection::wait_for_bytes() {
  if (buffer_.size() > 0) co_return true;
  idle_ = true;
  stream_.expires_after(settings_.idle_limit);
  const auto [failure, count] = co_await stream_.async_read_some(buffer_.prepare(4096), kAwait);
  idle_ = false;
  if (failure) co_return false;
  buffer_.commit(count);
  co_return true;
}

/// Reads one request and answers it; false when the connection is to be closed.
asio::awaitable<bool> Connection::serve_one() {
  Parser parser;
  parser.header_limit(kHeaderLimit);
  parser.body_limit(boost::none);  // the sink counts
  stream_.expires_after(settings_.header_limit);
  const auto [failure, count] = co_await beast::http::async_read_header(stream_, buffer_, parser, kAwait);
  if (failure == beast::http::error::header_limit || failure == beast::http::error::buffer_overflow) {
    const Problem problem = make_problem("http.header_too_large");
    co_await refuse(problem);
    co_return false;
  }
  if (failure) {
    const bool malformed =
        failure.category() == beast::http::make_error_code(beast::http::error::bad_method).category();
    if (malformed && failure != beast::http::error::end_of_stream && failure != beast::http::error::partial_message) {
      const Problem problem = make_problem("http.bad_request", failure.message());
      co_await refuse(problem);
    }
    co_return false;
  }
  const auto& head = parser.get();
  Request request;
  request.address = address_;
  read_headers(parser, request);
  const auto method = method_of(head.method());
  keep_alive_ = parser.keep_alive() && !stopping_;
  if (!read_target(head.target(), request) || (head.version() == 11 && head.count(beast::http::field::host) != 1)) {
    const Problem problem = make_problem("http.bad_request", "malformed target or Host");
    co_await refuse(problem);
    co_return false;
  }
  if (!method) {
    const Problem problem = make_problem("http.method_not_allowed");
    co_await refuse(problem);
    co_return false;
  }
  request.method = *method;
  request.head = head.method() == beast::http::verb::head;
  if (!parser.is_done()) {
    std::optional<Response> refusal;
    if (!co_await read_body(parser, request, refusal)) {
      if (refusal) {
        co_await send(request, *refusal, false);
        co_await drain();
      }
      co_return false;
    }
  }
  co_return co_await answer(request);
}

/// False: not read to its end, so the connection cannot go on; `refusal` says what to answer, if anything.
asio::awaitable<bool> Connection::read_body(Parser& parser, Request& request, std::optional<Response>& refusal) {
  BodyPlan plan = application_.plan(request);
  if (plan.refusal) {
    refusal = std::move(plan.refusal);
    co_return false;
  }
  const auto announced = parser.content_length();
  if (announced && *announced > plan.limit) {
    refusal = problem_response("http.body_too_large");
    co_return false;
  }
  if (request.header("expect") == "100-continue") {
    if (!co_await write("HTTP/1.1 100 Continue\r\n\r\n", {})) co_return false;
  }
  BodySink sink(plan);
  std::string piece(kPieceBytes, '\0');
  stream_.expires_after(settings_.body_limit);
  auto taken = BodySink::Taken::yes;
  while (taken == BodySink::Taken::yes && !parser.is_done()) {
    auto& body = parser.get().body();
    body.data = piece.data();
    body.size = piece.size();
    auto [failure, count] = co_await beast::http::async_read(stream_, buffer_, parser, kAwait);
    if (failure == beast::http::error::need_buffer) failure = {};
    if (failure) {
      if (failure != beast::error::timeout && failure != beast::http::error::partial_message) {
        refusal = problem_response("http.bad_request", failure.message());
      }
      co_return false;
    }
    taken = sink.take(std::string_view(piece).substr(0, piece.size() - body.size));
    if (sink.spools()) stream_.expires_after(settings_.body_limit);
  }
  if (taken == BodySink::Taken::yes) taken = sink.finish(request);
  if (taken == BodySink::Taken::yes) co_return true;
  refusal = problem_response(taken == BodySink::Taken::too_large ? "http.body_too_large" : "http.unavailable");
  co_return false;
}

asio::awaitable<bool> Connection::answer(Request& request) {
  stream_.expires_never();
  auto pending = std::make_shared<PendingResponse>();
  Request head;  // what is needed to answer, kept while the handler has the request
  head.head = request.head;
  head.headers.emplace_back("range", request.header("range"));
  const std::string path = request.path;
  bool failed = false;
  try {
    application_.handle(std::move(request), [pending](Response response) { pending->set(std::move(response)); });
  } catch (const std::exception& error) {
    std::fprintf(stderr, "http: %s: %s\n", path.c_str(), error.what());
    failed = true;
  }
  if (failed && !pending->ready()) pending->set(problem_response("http.internal"));
  co_await wait_for(*pending);
  const bool keep_alive = keep_alive_ && !stopping_;
  Response response = pending->take();
  const bool sent = co_await send(head, response, keep_alive);
  co_return sent&& keep_alive && !stopping_;
}

asio::awaitable<bool> Connection::send(const Request& request, Response& response, bool keep_alive) {
  if (!response.file.empty()) co_return co_await send_file(request, response, keep_alive);
  const std::string_view body = response.shared_body ? *response.shared_body : response.body;
  const bool bodiless = response.status == 204 || response.status == 304;
  const std::string head =
      response_head(response, bodiless ? std::nullopt : std::optional<std::uint64_t>(body.size()), keep_alive);
  co_return co_await write(head, request.head || bodiless ? std::string_view() : body);
}

asio::awaitable<bool> Connection::send_file(const Request& request, Response& response, bool keep_alive) {
  std::error_code failure;
  const std::uint64_t size = std::filesystem::file_size(response.file, failure);
  std::ifstream in(response.file, std::ios::binary);
  if (failure || !in) {
    Response missing = problem_response("http.not_found");
    co_return co_await send(request, missing, keep_alive);
  }
  ByteRange part{0, size};
  response.set("accept-ranges", "bytes");
  if (const auto range = parse_range(request.header("range"), size)) {
    part = *range;
    response.status = part.length == 0 ? 416 : 206;
    const std::string last = std::to_string(part.first + part.length - 1);
    response.set("content-range", "bytes " + (part.length == 0 ? "*" : std::to_string(part.first) + '-' + last) + '/' +
                                      std::to_string(size));
  }
  const std::string head = response_head(response, part.length, keep_alive);
  if (!co_await write(head, {})) co_return false;
  if (request.head) co_return true;
  in.seekg(static_cast<std::streamoff>(part.first));
  std::string piece(kPieceBytes, '\0');
  for (std::uint64_t left = part.length; left > 0;) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, piece.size()));
    in.read(piece.data(), static_cast<std::streamsize>(wanted));
    if (!in || !co_await write(std::string_view(piece).substr(0, wanted), {})) co_return false;
    left -= wanted;
  }
  co_return true;
}

asio::awaitable<bool> Connection::write(std::string_view head, std::string_view body) {
  const std::array<asio::const_buffer, 2> buffers{asio::buffer(head), asio::buffer(body)};
  stream_.expires_after(settings_.write_limit);
  const auto [failure, count] = co_await asio::async_write(stream_, buffers, kAwait);
  co_return !failure;
}

/// Answers what never became a request, and closes.
asio::awaitable<void> Connection::refuse(const Problem& problem) {
  const Request none;
  Response response = problem_response(problem);
  co_await send(none, response, false);
  co_await drain();
}

asio::awaitable<void> Connection::drain() {
  error_code ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  stream_.expires_after(std::chrono::seconds(2));
  std::string dropped(kPieceBytes, '\0');
  for (int i = 0; i < kDrainPieces; ++i) {
    const auto [failure, count] = co_await stream_.async_read_some(asio::buffer(dropped), kAwait);
    if (failure) co_return;
  }
}

class BeastServer : public Server {
 public:
  BeastServer(const ServerSettings& settings, Application& application)
      : settings_(settings), application_(application), acceptor_(asio::make_strand(context_)) {}
  ~BeastServer() override { stop(); }

  error_code listen() {
    error_code failure;
    const auto address = asio::ip::make_address(settings_.host, failure);
    if (failure) return failure;
    const tcp::endpoint endpoint(address, settings_.port);
    acceptor_.open(endpoint.protocol(), failure);
    if (!failure) acceptor_.set_option(asio::socket_base::reuse_address(true), failure);
    if (!failure) acceptor_.bind(endpoint, failure);
    if (!failure) acceptor_.listen(1024, failure);
    return failure;
  }

  void run() {
    asio::co_spawn(acceptor_.get_executor(), accept(), asio::detached);
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const unsigned count = settings_.threads != 0 ? settings_.threads : 2 * cores;
    for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { context_.run(); });
  }

  [[nodiscard]] std::uint16_t port() const override {
    error_code ignored;
    return acceptor_.local_endpoint(ignored).port();
  }

  void stop() override {
    if (threads_.empty()) return;
    asio::post(acceptor_.get_executor(), [this] {
      error_code ignored;
      acceptor_.close(ignored);
    });
    registry_.stop_all(settings_.stop_limit);
    context_.stop();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  void wait_for_signal() override {
    asio::io_context waiting;
    asio::signal_set signals(waiting, SIGTERM, SIGINT);
    signals.async_wait([](const error_code&, int) {});
    waiting.run();
  }

 private:
  asio::awaitable<void> accept() {
    while (acceptor_.is_open()) {
      auto [failure, socket] = co_await acceptor_.async_accept(asio::make_strand(context_), kAwait);
      if (failure == asio::error::operation_aborted || !acceptor_.is_open()) co_return;
      if (failure) {  // out of descriptors, most likely: give connections time to end
        asio::steady_timer pause(acceptor_.get_executor(), std::chrono::milliseconds(100));
        co_await pause.async_wait(kAwait);
        continue;
      }
      const auto executor = socket.get_executor();
      auto connection = std::make_shared<Connection>(std::move(socket), registry_, settings_, application_);
      if (!registry_.add(connection, settings_.connections)) continue;
      asio::co_spawn(
          executor, [connection] { return connection->run(); }, asio::detached);
    }
  }

  ServerSettings settings_;
  Application& application_;
  asio::io_context context_;
  tcp::acceptor acceptor_;
  Registry registry_;
  std::vector<std::thread> threads_;
};

}  // namespace

base::Result<std::unique_ptr<Server>, std::string> Server::start(const ServerSettings& settings,
                                                                 Application& application) {
  auto server = std::make_unique<BeastServer>(settings, application);
  if (const error_code failure = server->listen()) {
    return base::Err{"cannot listen on " + settings.host + ":" + std::to_string(settings.port) + ": " +
                     failure.message()};
  }
  server->run();
  return std::unique_ptr<Server>(std::move(server));
}

}  // namespace xiezhi::http
