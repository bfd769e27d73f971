// The log of logins and of reads of personal data, apart from the journal. Written in batches by a thread of its own:
// up to a quarter of a second of it is lost when the process is killed.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/account_database.h"
#include "base/codec.h"

namespace xiezhi::app {

enum class AccessAction : std::uint8_t {
  login,
  login_failed,
  login_locked,
  logout,
  password_changed,
  read,
  account_created,  ///< by an administrator, like the next three; the target is the account
  password_reset,
  account_disabled,
  account_enabled
};
BOOST_DESCRIBE_ENUM(AccessAction, login, login_failed, login_locked, logout, password_changed, read, account_created,
                    password_reset, account_disabled, account_enabled)

struct Access {
  base::Instant at;
  std::string account;  ///< as given; of a failed login it may not exist
  std::string officer;  ///< "" where unknown
  AccessAction action = AccessAction::read;
  std::string target;   ///< path read, or the account that was changed
  std::string address;  ///< IP address of the client
};

class AccessLog {
 public:
  explicit AccessLog(AccountDatabase& database);
  ~AccessLog();  ///< writes what is left
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  /// Waits when 10,000 lines are unwritten: no reading without its line.
  void add(Access access);
  /// Returns when everything added so far is written.
  void flush();

 private:
  void work();
  void store(const std::vector<Access>& batch);

  AccountDatabase& database_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Access> waiting_;
  bool writing_ = false;
  bool urgent_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace xiezhi::app
