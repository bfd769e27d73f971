// A child process whose standard output is read line by line.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace xiezhi::crash {

class Child {
 public:
  explicit Child(const std::vector<std::string>& command);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();

  /// Whole lines that arrive within the time; empty when none did.
  std::vector<std::string> lines(int timeout_ms);
  void kill();
  /// Waits for the end and returns the lines that were left, and the exit status of waitpid.
  std::vector<std::string> finish(int& status);

 private:
  std::vector<std::string> take_lines();
  bool read_some();

  pid_t pid_ = -1;
  int out_ = -1;
  std::string buffer_;
};

}  // namespace xiezhi::crash
