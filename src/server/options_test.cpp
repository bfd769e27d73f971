#include "server/options.h"

#include <gtest/gtest.h>

#include "server/server.h"

namespace xiezhi::server {
namespace {

std::string failure(std::vector<std::string> arguments) {
  const auto options = read_options(arguments, {"--listen"}, {"--plain-http"});
  return options.ok() ? "" : options.error();
}

TEST(Options, ReadsValuesFlagsAndTheRest) {
  const std::vector<std::string> arguments = {"add", "--listen", "127.0.0.1:1", "--plain-http"};
  const auto options = read_options(arguments, {"--listen"}, {"--plain-http"});
  ASSERT_TRUE(options.ok());
  EXPECT_EQ(options->value("--listen", ""), "127.0.0.1:1");
  EXPECT_TRUE(options->has("--plain-http"));
  EXPECT_EQ(options->rest, std::vector<std::string>{"add"});
}

TEST(Options, ErrorsNameTheOption) {
  EXPECT_EQ(failure({"--lsten", "x"}), "unknown option --lsten");
  EXPECT_EQ(failure({"--listen"}), "--listen needs a value");
  EXPECT_EQ(failure({"--listen", "a", "--listen", "b"}), "--listen is given twice");
}

TEST(Options, Endpoints) {
  EXPECT_EQ(parse_endpoint("127.0.0.1:8080")->port, 8080);
  EXPECT_EQ(parse_endpoint("[::1]:80")->host, "::1");
  EXPECT_FALSE(parse_endpoint("8080").has_value());
  EXPECT_FALSE(parse_endpoint("127.0.0.1:99999").has_value());
  EXPECT_FALSE(parse_endpoint("127.0.0.1:").has_value());
  EXPECT_TRUE(is_loopback("127.0.0.1"));
  EXPECT_FALSE(is_loopback("0.0.0.0"));
}

TEST(Serve, RefusesToListenBeyondThisMachineByAccident) {
  EXPECT_EQ(serve(std::vector<std::string>{"--law", "none", "--listen", "0.0.0.0:0"}), 2);
  EXPECT_EQ(serve(std::vector<std::string>{"--listen", "127.0.0.1:0"}), 2) << "no law pack";
}

}  // namespace
}  // namespace xiezhi::server
