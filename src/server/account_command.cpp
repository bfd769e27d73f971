#include <chrono>
#include <cstdio>
#include <iostream>

#include "app/account.h"
#include "server/options.h"
#include "server/server.h"

namespace xiezhi::server {
namespace {

constexpr const char* kUsage =
    "usage: account add NAME OFFICER --database ADDRESS\n"
    "       account password NAME --database ADDRESS\n"
    "       account disable NAME --database ADDRESS\n"
    "The password is the first line of standard input.\n";

std::string meaning(const app::AccountProblem& problem) {
  switch (problem.failure) {
    case app::AccountFailure::wrong: return "no such account, or it is disabled";
    case app::AccountFailure::locked:
    case app::AccountFailure::slow_down: return "locked";
    case app::AccountFailure::weak: return "a password has 10 to 128 characters and is not the name";
    case app::AccountFailure::taken: return "an account of that name exists";
    case app::AccountFailure::unavailable: return problem.message;
  }
  VERIFY_NOT_REACHED();
}

std::string first_line() {
  std::string line;
  std::getline(std::cin, line);
  return line;
}

int run(const std::vector<std::string>& words, const std::string& database) {
  const auto clock = [] {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return base::Instant{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
  };
  app::Accounts accounts({database, app::PasswordCost::strong, {}, clock});
  const auto done = words[0] == "add"        ? accounts.create(words[1], words[2], first_line())
                    : words[0] == "password" ? accounts.reset_password(words[1], first_line())
                                             : accounts.disable(words[1]);
  if (done.ok()) return 0;
  std::fprintf(stderr, "account: %s\n", meaning(done.error()).c_str());
  return 1;
}

}  // namespace

int account(std::span<const std::string> arguments) {
  const auto options = read_options(arguments, {"--database"}, {});
  const bool known = options.ok() && options->has("--database") && !options->rest.empty() &&
                     ((options->rest[0] == "add" && options->rest.size() == 3) ||
                      ((options->rest[0] == "password" || options->rest[0] == "disable") && options->rest.size() == 2));
  if (!known) {
    std::fputs(options.ok() ? kUsage : (options.error() + "\n").c_str(), stderr);
    return 2;
  }
  return run(options->rest, options->value("--database", ""));
}

}  // namespace xiezhi::server
