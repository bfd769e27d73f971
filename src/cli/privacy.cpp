#include "cli/privacy.h"

#include <chrono>
#include <cstdio>
#include <iostream>

#include "app/erasure.h"
#include "base/codec.h"
#include "cli/law_options.h"

namespace xiezhi::cli {
namespace {

std::string first_line() {
  std::string line;
  std::getline(std::cin, line);
  return line;
}

int failed(const std::string& message) {
  std::fprintf(stderr, "xiezhi privacy: %s\n", message.c_str());
  return 1;
}

base::Instant now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

}  // namespace

int privacy_find(std::span<const std::string> arguments) {
  const auto options = law_options(arguments, {"--database"});
  if (!options || !options->contains("--database")) {
    std::fputs("xiezhi privacy find --database ADDRESS    the value is the first line of standard input\n", stderr);
    return 2;
  }
  auto connection = store::open(options->at("--database"), store::Access::read);
  if (!connection.ok()) return failed(connection.error().message);
  const auto streams = app::streams_with_value(**connection, first_line());
  if (!streams.ok()) return failed(streams.error().message);
  for (const std::string& stream : *streams) std::printf("%s\n", stream.c_str());
  return 0;
}

int privacy_erase(std::span<const std::string> arguments) {
  std::vector<std::string> words(arguments.begin(), arguments.end());
  const bool only_value = std::erase(words, "--only-value") > 0;
  const auto options = law_options(words, {"--database", "--stream", "--by", "--reason"});
  if (!options || options->size() != 4) {
    std::fputs(
        "xiezhi privacy erase --database ADDRESS --stream STREAM --by OFFICER --reason TEXT [--only-value]\n"
        "With --only-value, only values that are the first line of standard input.\n",
        stderr);
    return 2;
  }
  auto connection = store::open(options->at("--database"), store::Access::write);
  if (!connection.ok()) return failed(connection.error().message);
  app::ErasureRequest request{options->at("--stream"), {}, options->at("--by"), options->at("--reason"), now()};
  if (only_value) request.value = first_line();
  const auto report = app::erase_personal_data(**connection, request);
  if (!report.ok()) return failed(report.error());
  std::printf("%s\n", base::to_json(*report).c_str());
  return 0;
}

}  // namespace xiezhi::cli
