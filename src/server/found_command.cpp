#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "app/founding.h"
#include "server/options.h"
#include "server/server.h"

namespace xiezhi::server {
namespace {

constexpr const char* kUsage =
    "usage: found DIVISION BODY ADMINISTRATOR LOGIN --law PACK [--data DIR] [--database ADDRESS] [--short-name NAME]\n"
    "The password is the first line of standard input.\n";

int failed(const std::string& message) {
  std::fprintf(stderr, "found: %s\n", message.c_str());
  return 1;
}

}  // namespace

int found(std::span<const std::string> arguments) {
  const auto options = read_options(arguments, {"--database", "--data", "--law", "--short-name"}, {});
  constexpr std::size_t kWords = 4;
  if (!options.ok() || options->rest.size() != kWords || !options->has("--law")) {
    std::fputs(options.ok() ? kUsage : (options.error() + "\n").c_str(), stderr);
    return 2;
  }
  app::ServiceOptions how;
  how.data = options->value("--data", "data");
  how.database = options->value("--database", "sqlite:" + how.data + "/xiezhi.db");
  std::ifstream pack(options->value("--law", ""), std::ios::binary);
  how.law_pack = {std::istreambuf_iterator<char>(pack), {}};
  how.clock = [] {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return base::Instant{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
  };
  app::Accounts accounts({how.database, app::PasswordCost::strong, {}, how.clock});
  auto service = app::Service::open(how);
  if (!service.ok()) return failed(service.error());
  app::Founding founding{options->rest[0], options->rest[1], options->rest[2], options->rest[3], {}, {}};
  if (options->has("--short-name")) founding.short_name = options->value("--short-name", "");
  std::getline(std::cin, founding.password);
  const auto officer = app::found(**service, accounts, founding);
  if (!officer.ok()) return failed(officer.error());
  std::printf("{\"body\":\"%s\",\"officer\":\"%s\"}\n", founding.division.c_str(), officer->c_str());
  return 0;
}

}  // namespace xiezhi::server
