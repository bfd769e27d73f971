// Accounts of officers: signing in and out, passwords, lockout. Nothing of it is in the journal.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>

#include "app/account_log.h"
#include "app/account_secret.h"
#include "app/account_session.h"

namespace xiezhi::app {

inline constexpr std::int64_t kAttemptsAllowed = 5;
inline constexpr std::int64_t kLockMs = std::int64_t{15} * 60'000;
/// Failures from one address within a lock's time before it must wait between attempts.
inline constexpr int kAddressFailuresAllowed = 20;
inline constexpr std::int64_t kAddressPauseMs = 10'000;
inline constexpr std::size_t kPasswordLeast = 10;  ///< characters
inline constexpr std::size_t kPasswordMost = 128;  ///< characters

enum class AccountFailure : std::uint8_t {
  wrong,       ///< name or password; which of them is not said
  locked,      ///< five failures: closed for 15 minutes
  slow_down,   ///< too many failures from this address
  weak,        ///< the new password is too short, too long, the old one or the name
  taken,       ///< an account of that name exists
  unavailable  ///< the database failed
};

struct AccountProblem {
  AccountFailure failure = AccountFailure::unavailable;
  std::int64_t retry_after_ms = 0;  ///< for locked and slow_down
  std::string message;              ///< for unavailable: what the database said
};
template <typename T>
using AccountResult = base::Result<T, AccountProblem>;
using AccountStatus = AccountResult<base::Unit>;

/// By what failed attempts to sign in with a name are counted: 32 bytes.
std::string login_key(const std::string& name);
/// Whether a password may be taken for an account: long enough, and not its name.
bool acceptable(const std::string& password, const std::string& name);

struct AccountSettings {
  std::string database;  ///< as store::open takes it
  PasswordCost cost = PasswordCost::strong;
  CallerSource callers;
  Clock clock;  ///< the wall clock of the server, or a test's
};

class Accounts {
 public:
  explicit Accounts(AccountSettings settings);

  /// Returns a session token. Takes the time of one password hash whether or not the name exists (about 130 ms).
  AccountResult<std::string> login(const std::string& name, const std::string& password, const std::string& address);
  AccountStatus logout(std::string_view token, const Session& session, const std::string& address);
  /// Ends every session of the account, and opens a new one for the caller, whose token is returned.
  AccountResult<std::string> change_password(const Session& session, const std::string& old_password,
                                             const std::string& new_password, const std::string& address);

  AccountStatus create(const std::string& name, const std::string& officer, const std::string& password);
  /// Sets a password without the old one (the operator's command) and ends every session of the account.
  AccountStatus reset_password(const std::string& name, const std::string& password);
  AccountStatus disable(const std::string& name);
  /// Opens an account again that was disabled, with another password. `wrong` when it was not.
  AccountStatus enable(const std::string& name, const std::string& password);

  Sessions& sessions() { return sessions_; }
  AccessLog& log() { return log_; }
  /// Deletes sessions and locks that are over.
  store::DbStatus purge();
  /// When purge() last ended well in this process.
  [[nodiscard]] std::optional<base::Instant> purged_at() const;
  [[nodiscard]] base::Instant now() const { return clock_(); }

 private:
  struct Known {
    std::string officer;
    std::string password_hash;
    bool usable = false;
  };
  store::DbResult<Known> find(const std::string& name);
  AccountResult<Known> verify(const std::string& name, const std::string& password, const std::string& address);
  AccountStatus store_password(const std::string& name, const std::string& password);
  std::int64_t pause_of(const std::string& address);
  void note_failure(const std::string& address);
  void record(AccessAction action, const std::string& name, const std::string& officer, const std::string& address);

  struct AddressFailures {
    int count = 0;
    base::Instant last;
  };

  AccountDatabase database_;
  PasswordCost cost_;
  Clock clock_;
  std::string dummy_hash_;  ///< what an unknown name is checked against
  Sessions sessions_;
  AccessLog log_;
  std::atomic<std::int64_t> purged_at_ms_ = 0;
  std::mutex mutex_;
  std::map<std::string, AddressFailures> addresses_;
};

}  // namespace xiezhi::app
