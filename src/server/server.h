// The commands of the server: serving, founding, and accounts.
#pragma once

#include <span>
#include <string>

namespace xiezhi::server {

/// `--law PACK [--data DIR] [--database ADDRESS] [--web DIR] [--listen HOST:PORT] [--threads N] [--behind-tls |
/// --plain-http]`: serves until SIGTERM or SIGINT, then finishes what is in flight. Prints the address. Refuses to
/// listen beyond this machine unless it is said that a proxy ends TLS in front of it, or that plain HTTP is wanted. 0,
/// or 1 when it cannot start, or 2 for bad usage.
int serve(std::span<const std::string> arguments);

/// `DIVISION BODY ADMINISTRATOR LOGIN --law PACK [--data DIR] [--database ADDRESS]`: the first body of an empty
/// installation and its administrator, who gives everybody else their place. 0, or 1 when it fails, or 2 for bad usage.
int found(std::span<const std::string> arguments);

/// `add NAME OFFICER`, `password NAME`, `disable NAME`, each with `--database ADDRESS`: the password is read from the
/// first line of standard input. 0, or 1 when it fails, or 2 for bad usage.
int account(std::span<const std::string> arguments);

}  // namespace xiezhi::server
