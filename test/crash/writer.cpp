// crash_writer ADDRESS ROUND SEED: writes commands from four threads, with a sequencer beside them, until it is killed.
// Tells each acknowledged command on standard output: "<command id> <entries>".
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "app/sequencer.h"
#include "crash/workload.h"

namespace {

using namespace xiezhi;

/// One write(2) of less than PIPE_BUF: lines of several threads do not mix, and a killed process leaves no half line.
void tell(const std::string& line) {
  if (write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(0);
}

void write_until_killed(const std::string& address, const std::string& round, int thread, std::uint64_t seed,
                        app::Sequencer& sequencer) {
  auto opened = store::open(address, store::Access::write);
  if (!opened.ok()) {
    std::fprintf(stderr, "crash_writer: %s\n", opened.error().message.c_str());
    _exit(1);
  }
  crash::Random random(seed);
  const crash::Writer writer{"officer-" + std::to_string(thread), round};
  for (std::int64_t number = 0;; ++number) {
    const std::string id = round + "-" + std::to_string(thread) + "-" + std::to_string(number);
    const auto written = crash::write_command(*opened.value(), writer, id, random);
    if (written.ok()) {
      tell(id + " " + std::to_string(*written) + "\n");
      sequencer.notify();
      continue;
    }
    const auto kind = written.error().kind;
    // Two writers may meet on a new stream; the slower one goes on with its next command.
    if (kind == store::DbErrorKind::duplicate || kind == store::DbErrorKind::retry) continue;
    if (kind == store::DbErrorKind::unavailable) _exit(3);  // the server was killed
    std::fprintf(stderr, "crash_writer: %s: %s\n", written.error().statement.c_str(), written.error().message.c_str());
    _exit(1);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  const std::string address = arguments[1];
  const std::string round = arguments[2];
  const std::uint64_t seed = std::strtoull(arguments[3], nullptr, 10);
  app::SequencerOptions options;
  options.address = address;
  options.key = app::key_of_seed(std::string(32, 'w'));
  options.now_ms = [] { return std::int64_t{1'760'000'000'000}; };
  options.interval_ms = 5;
  app::Sequencer sequencer(std::move(options));
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back(
        [&, i] { write_until_killed(address, round, i, seed + static_cast<std::uint64_t>(i), sequencer); });
  }
  for (auto& thread : threads) thread.join();
}
