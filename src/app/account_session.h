// Server-side sessions. Found on every request, so kept for up to one second in the process; ended at once within it.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "app/account_database.h"
#include "app/command.h"

namespace xiezhi::app {

using Clock = std::function<base::Instant()>;
/// An officer as the read tables describe him now; nothing when he does not exist or no longer serves.
using CallerSource = std::function<store::DbResult<std::optional<Caller>>(const std::string& officer)>;

struct Session {
  std::string account;
  Caller caller;
  std::string csrf;
  base::Instant created_at;
  base::Instant last_seen_at;
};

using SessionPtr = std::shared_ptr<const Session>;

inline constexpr std::int64_t kSessionIdleMs = std::int64_t{8} * 3'600'000;
inline constexpr std::int64_t kSessionLifeMs = std::int64_t{24} * 3'600'000;
/// How long an answer may be kept: the most by which another process learns late that a session ended.
inline constexpr std::int64_t kSessionCacheMs = 1'000;
/// How often the time of last use is written down.
inline constexpr std::int64_t kSessionTouchMs = 300'000;

class Sessions {
 public:
  Sessions(AccountDatabase& database, CallerSource callers, Clock clock)
      : database_(database), callers_(std::move(callers)), clock_(std::move(clock)) {}

  /// Opens a session and returns its token, which is stored nowhere.
  store::DbResult<std::string> open(const std::string& account, const std::string& address);
  /// The session of a token; null when there is none, it is over, or its officer no longer serves.
  store::DbResult<SessionPtr> find(std::string_view token);
  store::DbStatus end(std::string_view token);
  store::DbStatus end_all_of(const std::string& account);
  /// Deletes what is over.
  store::DbStatus purge();

 private:
  struct Cached {
    SessionPtr session;
    base::Instant checked_at;
  };
  store::DbResult<SessionPtr> load(std::string_view token, base::Instant now);
  std::optional<Cached> cached(std::string_view token, std::uint64_t& generation);
  void keep(std::string_view token, SessionPtr session, base::Instant now, std::uint64_t generation);
  void forget_all();

  AccountDatabase& database_;
  CallerSource callers_;
  Clock clock_;
  std::mutex mutex_;
  std::uint64_t generation_ = 0;  ///< grows with every ending: a look-up begun before it is not kept
  std::unordered_map<std::string, Cached> cache_;
};

}  // namespace xiezhi::app
