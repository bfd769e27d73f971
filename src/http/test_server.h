// For tests: the whole interface on a socket, over accounts on a fresh database.
#pragma once

#include <fstream>

#include "app/account_test_fixture.h"
#include "http/api.h"
#include "http/routes/session.h"
#include "http/server.h"
#include "http/test_client.h"

namespace xiezhi::http {

class ServerTest : public app::AccountTest {
 protected:
  void SetUp() override {
    AccountTest::SetUp();
    if (world == nullptr) return;
    static std::atomic<int> count{0};
    folder = std::filesystem::temp_directory_path() /
             ("xiezhi_http_" + std::to_string(getpid()) + "_" + std::to_string(count++));
    std::filesystem::create_directories(folder / "spool");
    std::filesystem::create_directories(folder / "web/assets");
    write("secret.txt", "not for everybody");
    write("web/index.html", "<!doctype html><title>desk</title>" + std::string(2000, ' '));
    write("web/assets/app-1a2b3c4d.js", "console.log(1)");
    write("web/core.wasm", std::string("\0asm", 4));
    auto files = StaticFiles::load(folder / "web");
    ASSERT_TRUE(files.ok()) << files.error();
    api = std::make_unique<Api>(accounts(), session_cookie_name({}), folder / "spool", std::move(*files));
    Parts parts;
    parts.accounts = &accounts();
    parts.logins = &pool;
    add_session_routes(api->table(), parts);
    add_system_routes(api->table(), parts);
    add_routes(api->table());
    settings.port = 0;
    start();
  }
  void TearDown() override {
    server.reset();
    api.reset();
    if (!folder.empty()) std::filesystem::remove_all(folder);
  }
  virtual void add_routes(RouteTable&) {}

  void start() {
    auto started = Server::start(settings, *api);
    ASSERT_TRUE(started.ok()) << started.error();
    server = std::move(*started);
  }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder / name, std::ios::binary) << text;
  }
  RawResponse send(std::string_view bytes) { return fetch(server->port(), bytes); }

  /// One request on a connection of its own, with the session's cookie and anti-forgery token.
  RawResponse request(const std::string& method, const std::string& target, const std::string& token,
                      const std::string& body = {}, const std::string& csrf = {}) {
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: test\r\n";
    if (!token.empty()) text += "Cookie: other=1; xiezhi_session=" + token + "\r\n";
    if (!csrf.empty()) text += "X-CSRF-Token: " + csrf + "\r\n";
    if (!body.empty()) {
      text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    }
    return send(text + "\r\n" + body);
  }
  RawResponse get(const std::string& target, const std::string& token = {}) { return request("GET", target, token); }

  WorkPool pool{2, 16};
  std::filesystem::path folder;
  ServerSettings settings;
  std::unique_ptr<Api> api;
  std::unique_ptr<Server> server;
};

}  // namespace xiezhi::http
