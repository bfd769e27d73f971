#include "child.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/assert.h"

namespace xiezhi::crash {

Child::Child(const std::vector<std::string>& command) {
  int ends[2];
  VERIFY(pipe(ends) == 0);
  std::vector<char*> arguments;
  for (const auto& item : command) arguments.push_back(const_cast<char*>(item.c_str()));
  arguments.push_back(nullptr);
  pid_ = fork();
  VERIFY(pid_ >= 0);
  if (pid_ == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  close(ends[1]);
  out_ = ends[0];
}

Child::~Child() {
  close(out_);
  if (pid_ > 0) {
    kill();
    waitpid(pid_, nullptr, 0);
  }
}

void Child::kill() { ::kill(pid_, SIGKILL); }

bool Child::read_some() {
  char chunk[4096];
  const ssize_t size = read(out_, chunk, sizeof chunk);
  if (size <= 0) return false;
  buffer_.append(chunk, static_cast<std::size_t>(size));
  return true;
}

std::vector<std::string> Child::take_lines() {
  std::vector<std::string> out;
  for (auto end = buffer_.find('\n'); end != std::string::npos; end = buffer_.find('\n')) {
    out.push_back(buffer_.substr(0, end));
    buffer_.erase(0, end + 1);
  }
  return out;
}

std::vector<std::string> Child::lines(int timeout_ms) {
  pollfd wanted{out_, POLLIN, 0};
  if (poll(&wanted, 1, timeout_ms) > 0) read_some();
  return take_lines();
}

std::vector<std::string> Child::finish(int& status) {
  while (read_some()) {
  }
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return take_lines();
}

}  // namespace xiezhi::crash
