// `xiezhi demo`.
#pragma once

#include <span>
#include <string>

namespace xiezhi::cli {

/// `--data DIR --law PACK [--database ADDRESS] [--small] [--accounts-file FILE]`: fills an empty database (by default
/// the one in DIR) with demonstration data. A database that has bodies is left alone. Progress goes to standard error;
/// standard output shows the accounts and ends in one JSON object of counts. 0 when done or left alone, 1 when it
/// failed, 2 for bad usage.
int demo(std::span<const std::string> arguments);

}  // namespace xiezhi::cli
