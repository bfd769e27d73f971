// bench_load --port N --files DIR --mix dossier=6,tasks=3,finding=1 [--rate N] [--seconds N] [--warm N]
//            [--connections N] [--province yes] [--ready FILE] [--until FILE]
// DIR is what `bench_prepare files` wrote. One JSON object a line for each operation, then one for all of them.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "drive.h"

namespace xiezhi::bench {
namespace {

using Options = std::map<std::string, std::string>;

std::string option(const Options& options, const std::string& name, const std::string& otherwise) {
  const auto found = options.find(name);
  return found == options.end() ? otherwise : found->second;
}

Plan plan_of(const Options& options) {
  Plan plan;
  const std::string mix = option(options, "--mix", "dossier=1");
  for (const std::string_view part : base::split(mix, ',')) {
    const auto sign = part.find('=');
    bool known = false;
    for (std::size_t i = 0; i < kOperations; ++i) {
      if (part.substr(0, sign) != name_of(static_cast<Operation>(i))) continue;
      plan.weights[i] = sign == std::string_view::npos
                            ? 1
                            : static_cast<unsigned>(std::atoi(std::string(part.substr(sign + 1)).c_str()));
      known = true;
    }
    if (!known) die("no operation " + std::string(part));
  }
  plan.rate = std::atof(option(options, "--rate", "0").c_str());
  plan.seconds = std::atof(option(options, "--seconds", "10").c_str());
  plan.ready = option(options, "--ready", "");
  plan.until = option(options, "--until", "");
  plan.warm_s = std::atof(option(options, "--warm", "2").c_str());
  return plan;
}

std::vector<Desk> desks_of(const Options& options, const Ledger& ledger, bool findings) {
  const std::string folder = option(options, "--files", ".");
  const auto port = static_cast<std::uint16_t>(std::atoi(option(options, "--port", "8080").c_str()));
  const auto count = static_cast<std::size_t>(std::atoi(option(options, "--connections", "32").c_str()));
  const bool province = options.contains("--province");
  auto accounts = read_accounts(folder + "/accounts.tsv");
  std::erase_if(accounts, [&](const Account& account) { return (account.division == "23") != province; });
  std::vector<Desk> desks;
  for (std::size_t i = 0; i < count; ++i) {
    desks.emplace_back(port, accounts[i % accounts.size()], ledger, i + 1);
    // Two desks of one account would record findings in the same inspections.
    if (findings && i < accounts.size()) desks.back().find_inspections();
    if (findings && i >= accounts.size()) die("fewer accounts than connections");
  }
  return desks;
}

void print(const char* name, std::vector<std::uint32_t> latencies, std::uint64_t failed, const Measured& measured) {
  if (latencies.empty()) return;
  std::sort(latencies.begin(), latencies.end());
  const auto quantile = [&](double part) {
    return latencies[std::min(latencies.size() - 1,
                              static_cast<std::size_t>(part * static_cast<double>(latencies.size())))];
  };
  const double per_s = static_cast<double>(latencies.size()) / measured.seconds;
  std::printf(
      "{\"operation\":\"%s\",\"count\":%zu,\"failed\":%llu,\"per_s\":%.1f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,"
      "\"p999_ms\":%.2f,\"max_ms\":%.2f,\"most_waiting\":%zu}\n",
      name, latencies.size(), static_cast<unsigned long long>(failed), per_s, quantile(0.5) / 1e3, quantile(0.99) / 1e3,
      quantile(0.999) / 1e3, latencies.back() / 1e3, measured.most_waiting);
}

int run(const Options& options) {
  const Plan plan = plan_of(options);
  const Ledger ledger = read_ledger(option(options, "--files", ".") + "/enterprises.tsv");
  auto desks = desks_of(options, ledger, plan.weights[static_cast<std::size_t>(Operation::finding)] > 0);
  const Measured measured = drive(desks, plan);
  std::vector<std::uint32_t> all;
  std::uint64_t failed = 0;
  for (std::size_t i = 0; i < kOperations; ++i) {
    print(name_of(static_cast<Operation>(i)), measured.latencies_us[i], measured.failed[i], measured);
    all.insert(all.end(), measured.latencies_us[i].begin(), measured.latencies_us[i].end());
    failed += measured.failed[i];
  }
  print("all", all, failed, measured);
  return all.empty() ? 1 : 0;
}

}  // namespace
}  // namespace xiezhi::bench

int main(int count, char** values) {
  xiezhi::bench::Options options;
  for (int i = 1; i + 1 < count; i += 2) options[values[i]] = values[i + 1];
  return xiezhi::bench::run(options);
}
