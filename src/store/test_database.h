// For tests: a fresh database on either engine, gone when the test ends.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "store/connection.h"
#include "store/postgres/connection.h"

namespace xiezhi::store {

/// A test that runs on both engines is a TEST_P of a fixture derived from this one. x_test.cpp instantiates it with
/// Engine::sqlite, x_pgtest.cpp with Engine::postgres; the latter fails without XIEZHI_POSTGRES (a connection string
/// with the right to create databases).
class TestDatabase {
 public:
  explicit TestDatabase(Engine engine) {
    static std::atomic<int> count{0};
    name_ = "xiezhi_test_" + std::to_string(getpid()) + "_" + std::to_string(count++);
    if (engine == Engine::sqlite) {
      folder_ = std::filesystem::temp_directory_path() / name_;
      std::filesystem::create_directories(folder_);
      address_ = "sqlite:" + (folder_ / "xiezhi.db").string();
      return;
    }
    const char* server = std::getenv("XIEZHI_POSTGRES");
    if (server == nullptr) {
      ADD_FAILURE() << "XIEZHI_POSTGRES is not set: start a cluster with test/postgres_cluster.sh";
      return;
    }
    server_ = server;
    administer("CREATE DATABASE " + name_ + " TEMPLATE template0 ENCODING 'UTF8'");
    address_ = with_database(server_, name_);
  }
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;
  ~TestDatabase() {
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
    if (!server_.empty()) administer("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
  }

  /// Empty when there is no server; the test has failed then.
  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  static std::string with_database(const std::string& server, const std::string& name) {
    const auto query = server.find('?');
    const std::string base = server.substr(0, query);
    const auto slash = base.rfind('/');
    const std::string rest = query == std::string::npos ? "" : server.substr(query);
    return base.substr(0, slash + 1) + name + rest;
  }
  void administer(const std::string& sql) {
    const auto server = postgres::connect(server_, Access::write);
    ASSERT_TRUE(server.ok()) << server.error().message;
    const auto done = server.value()->run_script("administer", sql);
    ASSERT_TRUE(done.ok()) << done.error().message;
  }

  std::string name_;
  std::string server_;
  std::filesystem::path folder_;
  std::string address_;
};

class DatabaseTest : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    if (address().empty()) GTEST_FAIL() << "no database";
  }
  [[nodiscard]] const std::string& address() const { return database_.address(); }
  /// A connection to the migrated database.
  std::unique_ptr<Connection> connection(Access access = Access::write) {
    auto migrated = migrate(address());
    EXPECT_TRUE(migrated.ok()) << migrated.error().message;
    auto opened = open(address(), access);
    EXPECT_TRUE(opened.ok()) << opened.error().message;
    return std::move(opened).value();
  }

 private:
  TestDatabase database_{GetParam()};
};

}  // namespace xiezhi::store
