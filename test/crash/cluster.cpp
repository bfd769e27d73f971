#include "cluster.h"

#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "base/assert.h"

namespace xiezhi::crash {
namespace {

const std::string kScript = XIEZHI_SOURCE_DIR "/test/postgres_cluster.sh";

/// The parent of a process, or 0.
pid_t parent_of(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string text;
  std::getline(file, text);
  const auto name_end = text.rfind(')');
  if (name_end == std::string::npos || name_end + 4 > text.size()) return 0;
  return static_cast<pid_t>(std::strtol(text.c_str() + name_end + 4, nullptr, 10));
}

std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> out;
  for (const auto& item : std::filesystem::directory_iterator("/proc")) {
    const auto pid = static_cast<pid_t>(std::strtol(item.path().filename().c_str(), nullptr, 10));
    if (pid > 0 && parent_of(pid) == parent) out.push_back(pid);
  }
  return out;
}

bool alive(pid_t pid) { return ::kill(pid, 0) == 0; }

}  // namespace

Cluster::Cluster(std::string folder) : folder_(std::move(folder)) { start(); }

Cluster::~Cluster() { VERIFY(std::system((kScript + " stop " + folder_).c_str()) == 0); }

void Cluster::start() {
  FILE* script = popen((kScript + " start " + folder_).c_str(), "r");
  VERIFY(script != nullptr);
  char line[1024];
  while (std::fgets(line, sizeof line, script) != nullptr) address_ = line;
  VERIFY(pclose(script) == 0 && address_.starts_with("postgresql:"));
  address_.resize(address_.find_last_not_of("\r\n") + 1);
}

void Cluster::kill() {
  std::ifstream file(folder_ + "/data/postmaster.pid");
  pid_t postmaster = 0;
  file >> postmaster;
  VERIFY(postmaster > 1);
  // Backends are leaders of their own process groups, so each is killed by its number.
  const auto children = children_of(postmaster);
  VERIFY(::kill(postmaster, SIGKILL) == 0);
  for (const pid_t child : children) ::kill(child, SIGKILL);
  for (const pid_t child : children) {
    while (alive(child)) usleep(1000);
  }
}

}  // namespace xiezhi::crash
