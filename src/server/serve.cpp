#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <thread>

#include "app/sweep.h"
#include "http/server.h"
#include "http/wire.h"
#include "server/options.h"
#include "server/server.h"

namespace xiezhi::server {
namespace {

using Failure = base::Err<std::string>;
using Step = base::Result<base::Unit, std::string>;

constexpr unsigned kMostThreads = 512;

struct Settings {
  std::string law;
  std::filesystem::path data;
  std::string database;
  std::filesystem::path web;
  http::ServerSettings server;
  bool behind_tls = false;
};

base::Instant wall_clock() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

/// Passwords and sessions must not cross a network unprotected by accident.
Step check_exposure(const Settings& settings, const Options& options) {
  if (options.has("--behind-tls") && options.has("--plain-http")) {
    return Failure{"--behind-tls and --plain-http exclude each other"};
  }
  if (is_loopback(settings.server.host) || options.has("--behind-tls") || options.has("--plain-http")) {
    return base::Unit{};
  }
  return Failure{"refusing to listen on " + settings.server.host +
                 ": passwords would cross the network unencrypted. Put a proxy that ends TLS in front and say "
                 "--behind-tls, or say --plain-http where the network is trusted"};
}

base::Result<Settings, std::string> read_settings(const Options& options) {
  if (!options.rest.empty()) return Failure{"unexpected argument " + options.rest.front()};
  Settings out;
  const auto endpoint = parse_endpoint(options.value("--listen", "127.0.0.1:8080"));
  if (!endpoint) return Failure{"--listen takes HOST:PORT"};
  out.server.host = endpoint->host;
  out.server.port = endpoint->port;
  const std::string threads = options.value("--threads", "0");
  const auto [end, error] = std::from_chars(threads.data(), threads.data() + threads.size(), out.server.threads);
  if (error != std::errc() || end != threads.data() + threads.size() || out.server.threads > kMostThreads) {
    return Failure{"--threads takes a number up to 512"};
  }
  out.law = options.value("--law", "");
  if (out.law.empty()) return Failure{"--law PACK is required: make one with `xiezhi law build`"};
  out.data = options.value("--data", "data");
  out.database = options.value("--database", "sqlite:" + (out.data / "xiezhi.db").string());
  out.web = options.value("--web", "web/dist");
  out.behind_tls = options.has("--behind-tls");
  TRY(check_exposure(out, options));
  return out;
}

base::Result<std::string, std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) return Failure{"cannot read " + path};
  return bytes;
}

/// Deletes sessions and locks that are over and uploads left in the middle, at once and then every hour.
class Purger {
 public:
  Purger(app::Accounts& accounts, std::vector<std::filesystem::path> uploads)
      : uploads_(std::move(uploads)),
        thread_([this, &accounts](const std::stop_token& stop) { run(accounts, stop); }) {}

 private:
  void run(app::Accounts& accounts, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      const auto purged = accounts.purge();
      if (!purged.ok()) std::fprintf(stderr, "purge: %s\n", purged.error().message.c_str());
      for (const auto& folder : uploads_) app::remove_old_files(folder, app::kUploadKept);
      std::unique_lock lock(mutex_);
      sleeping_.wait_for(lock, stop, std::chrono::hours(1), [] { return false; });
    }
  }

  std::vector<std::filesystem::path> uploads_;
  std::mutex mutex_;
  std::condition_variable_any sleeping_;
  std::jthread thread_;  // last: it uses the others
};

Step run(const Settings& settings) {
  auto files = TRY(http::StaticFiles::load(settings.web));
  if (files.size() == 0)
    std::fprintf(stderr, "no web pages in %s: serving the interface alone\n", settings.web.c_str());
  std::error_code failure;
  std::filesystem::create_directories(settings.data, failure);
  if (failure) return Failure{"cannot make " + settings.data.string() + ": " + failure.message()};
  // Destroyed last: what is still being answered when the others stop finds its connection.
  std::unique_ptr<http::Server> server;
  app::ServiceOptions service_options;
  service_options.database = settings.database;
  service_options.data = settings.data.string();
  service_options.law_pack = TRY(read_file(settings.law));
  service_options.clock = wall_clock;
  const auto service = TRY(app::Service::open(std::move(service_options)));
  service->warm_figures();
  app::Accounts accounts({settings.database, app::PasswordCost::strong,
                          [&service](const std::string& officer) { return service->find_caller(officer); },
                          wall_clock});
  const Purger purger(accounts,
                      {settings.data / "blob" / "partial", settings.data / "ledger", settings.data / "export"});
  http::Interface interface(*service, accounts,
                            {settings.database, settings.data, {settings.behind_tls}, std::move(files)});
  interface.warm();
  server = TRY(http::Server::start(settings.server, interface.api()));
  std::printf("http://%s:%u/\n", settings.server.host.c_str(), static_cast<unsigned>(server->port()));
  std::fflush(stdout);
  server->wait_for_signal();
  std::fprintf(stderr, "stopping\n");
  server->stop();
  return base::Unit{};
}

}  // namespace

int serve(std::span<const std::string> arguments) {
  const auto options = read_options(arguments, {"--law", "--data", "--database", "--web", "--listen", "--threads"},
                                    {"--behind-tls", "--plain-http"});
  const auto settings = options.ok() ? read_settings(*options) : Failure{options.error()};
  if (!settings.ok()) {
    std::fprintf(stderr, "serve: %s\n", settings.error().c_str());
    return 2;
  }
  const auto done = run(*settings);
  if (done.ok()) return 0;
  std::fprintf(stderr, "serve: %s\n", done.error().c_str());
  return 1;
}

}  // namespace xiezhi::server
