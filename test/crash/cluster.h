// A private PostgreSQL cluster through test/postgres_cluster.sh, and its violent end.
#pragma once

#include <string>

namespace xiezhi::crash {

class Cluster {
 public:
  /// Starts a cluster in `folder`; safe settings are PostgreSQL's own defaults.
  explicit Cluster(std::string folder);
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;
  ~Cluster();

  [[nodiscard]] const std::string& address() const { return address_; }
  /// SIGKILL to the postmaster and all its children, at once.
  void kill();
  void start();

 private:
  std::string folder_;
  std::string address_;
};

}  // namespace xiezhi::crash
