#include "cli/demo.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/demo/demo.h"
#include "cli/law_options.h"

namespace xiezhi::cli {
namespace {

constexpr const char* kUsage =
    "usage: xiezhi demo --data DIR --law PACK [--database ADDRESS] [--small] [--accounts-file FILE]\n";

base::Instant wall_clock() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

int failed(const std::string& message) {
  std::fprintf(stderr, "xiezhi demo: %s\n", message.c_str());
  return 1;
}

}  // namespace

int demo(std::span<const std::string> arguments) {
  std::vector<std::string> words(arguments.begin(), arguments.end());
  const bool small = std::erase(words, "--small") > 0;
  const auto given = law_options(words, {"--database", "--data", "--law", "--accounts-file"});
  if (!given || !given->contains("--data") || !given->contains("--law")) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  const auto pack = core::law::Pack::load(read_file(given->at("--law")));
  if (!pack.ok()) return failed(given->at("--law") + ": " + pack.error().path + " " + pack.error().message);
  app::demo::DemoOptions options;
  options.data = given->at("--data");
  options.database = option_or(*given, "--database", "sqlite:" + options.data + "/xiezhi.db");
  options.pack = &*pack;
  options.now = wall_clock();
  options.small = small;
  options.accounts_file = option_or(*given, "--accounts-file", options.data + "/accounts.txt");
  options.progress = [](const std::string& what) { std::fprintf(stderr, "%s\n", what.c_str()); };
  const auto counts = app::demo::make_demo(options);
  if (!counts.ok()) return failed(counts.error());
  if (counts->already_there) {
    std::fputs("the database has bodies already: nothing was changed\n", stderr);
  } else {
    std::fputs(read_file(options.accounts_file).c_str(), stdout);
  }
  std::printf("%s\n", base::to_json(*counts).c_str());
  return 0;
}

}  // namespace xiezhi::cli
