// crash_test --engine sqlite|postgres [--rounds N] [--seed S]: kills writers under load at random moments and checks
// what is left. On PostgreSQL every fourth round kills the server instead. One JSON object on the last line of standard
// output.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "child.h"
#include "cluster.h"
#include "crash/check.h"
#include "crash/workload.h"

namespace {

using namespace xiezhi;

struct Setup {
  bool postgres = false;
  std::int64_t rounds = 20;
  std::uint64_t seed = 1;
};

struct Outcome {
  std::int64_t acknowledged = 0;
  std::int64_t server_kills = 0;
  std::int64_t empty_rounds = 0;
  bool ok = true;
};

void note(crash::Acknowledged& out, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    const auto space = line.find(' ');
    out[line.substr(0, space)] = std::strtoll(line.c_str() + space + 1, nullptr, 10);
  }
}

/// Lets a writer work for a while, then kills it, or the server under it. Returns what it had acknowledged.
crash::Acknowledged run_round(const std::string& writer, const std::string& address, std::int64_t round,
                              std::uint64_t seed, crash::Random& random, crash::Cluster* victim) {
  crash::Acknowledged out;
  crash::Child child({writer, address, "r" + std::to_string(round), std::to_string(seed)});
  // The clock runs from the first command on, so that every round has some.
  for (int waited = 0; out.empty() && waited < 200; ++waited) note(out, child.lines(50));
  const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(random.below(250'000));
  for (auto now = std::chrono::steady_clock::now(); now < end; now = std::chrono::steady_clock::now()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - now).count();
    note(out, child.lines(static_cast<int>(left < 5 ? 0 : 5)));
  }
  if (victim != nullptr) {
    victim->kill();
  } else {
    child.kill();
  }
  int status = 0;
  note(out, child.finish(status));
  const bool expected = victim != nullptr ? WIFEXITED(status) && WEXITSTATUS(status) == 3 : WIFSIGNALED(status);
  if (!expected) std::fprintf(stderr, "round %lld: the writer ended by itself\n", static_cast<long long>(round));
  if (!expected) out.clear();
  return out;
}

Outcome run(const Setup& setup, const std::string& folder, const std::string& writer) {
  std::unique_ptr<crash::Cluster> cluster;
  if (setup.postgres) cluster = std::make_unique<crash::Cluster>(folder);
  const std::string address = setup.postgres ? cluster->address() : "sqlite:" + folder + "/crash.db";
  const auto migrated = store::migrate(address);
  if (!migrated.ok()) std::fprintf(stderr, "%s\n", migrated.error().message.c_str());
  crash::Random random(setup.seed);
  crash::Acknowledged all;
  Outcome outcome;
  outcome.ok = migrated.ok();
  for (std::int64_t round = 0; round < setup.rounds && outcome.ok; ++round) {
    const bool kill_server = setup.postgres && round % 4 == 3;
    const auto acknowledged =
        run_round(writer, address, round, random.next(), random, kill_server ? cluster.get() : nullptr);
    if (kill_server) {
      ++outcome.server_kills;
      cluster->start();
    }
    if (acknowledged.empty()) ++outcome.empty_rounds;
    all.insert(acknowledged.begin(), acknowledged.end());
    const auto connection = store::open(address, store::Access::write);
    std::vector<std::string> found = {"the database does not open"};
    if (connection.ok()) found = crash::complaints(*connection.value(), all);
    for (const auto& complaint : found)
      std::fprintf(stderr, "round %lld: %s\n", static_cast<long long>(round), complaint.c_str());
    outcome.ok = found.empty();
    std::fprintf(stderr, "round %lld: %zu commands acknowledged\n", static_cast<long long>(round), acknowledged.size());
  }
  outcome.acknowledged = static_cast<std::int64_t>(all.size());
  // Rounds in which nothing was acknowledged show nothing; a few may happen on a busy machine.
  outcome.ok = outcome.ok && outcome.empty_rounds * 4 <= setup.rounds;
  return outcome;
}

bool parse(int count, char** arguments, Setup& setup) {
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string name = arguments[i];
    const std::string value = arguments[i + 1];
    if (name == "--engine" && (value == "sqlite" || value == "postgres")) {
      setup.postgres = value == "postgres";
    } else if (name == "--rounds") {
      setup.rounds = std::strtoll(value.c_str(), nullptr, 10);
    } else if (name == "--seed") {
      setup.seed = std::strtoull(value.c_str(), nullptr, 10);
    } else {
      return false;
    }
  }
  return count % 2 == 1 && setup.rounds > 0;
}

}  // namespace

int main(int count, char** arguments) {
  Setup setup;
  if (!parse(count, arguments, setup)) {
    std::fputs("crash_test --engine sqlite|postgres [--rounds N] [--seed S]\n", stderr);
    return 2;
  }
  const auto folder = std::filesystem::temp_directory_path() / ("xiezhi_crash_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const auto writer = std::filesystem::canonical("/proc/self/exe").parent_path() / "crash_writer";
  const Outcome outcome = run(setup, folder.string(), writer.string());
  std::filesystem::remove_all(folder);
  std::printf(
      "{\"ok\":%s,\"engine\":\"%s\",\"rounds\":%lld,\"seed\":%llu,\"acknowledged\":%lld,\"server_kills\":%lld,"
      "\"empty_rounds\":%lld}\n",
      outcome.ok ? "true" : "false", setup.postgres ? "postgres" : "sqlite", static_cast<long long>(setup.rounds),
      static_cast<unsigned long long>(setup.seed), static_cast<long long>(outcome.acknowledged),
      static_cast<long long>(outcome.server_kills), static_cast<long long>(outcome.empty_rounds));
  return outcome.ok ? 0 : 1;
}
