#include "app/account.h"

#include "base/text.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using base::Err;
using base::Unit;
using store::Value;
namespace query = store::query;

constexpr std::size_t kMostAddresses = 10'000;

Err<AccountProblem> problem(AccountFailure failure, std::int64_t retry_after_ms = 0) {
  return Err{AccountProblem{failure, retry_after_ms, {}}};
}

/// A database failure as a problem of the account.
template <typename T>
AccountResult<T> lifted(store::DbResult<T> result) {
  if (result.ok()) return std::move(result).value();
  return Err{AccountProblem{AccountFailure::unavailable, 0, std::move(result).error().message}};
}

Value name_hash(const std::string& name) { return Value(store::Bytes{login_key(name)}); }

}  // namespace

std::string login_key(const std::string& name) { return std::string(base::as_bytes(base::sha256("login\n" + name))); }

bool acceptable(const std::string& password, const std::string& name) {
  if (!base::valid_utf8(password) || password == name) return false;
  const std::size_t length = base::length(password);
  return length >= kPasswordLeast && length <= kPasswordMost;
}

Accounts::Accounts(AccountSettings settings)
    : database_(std::move(settings.database)),
      cost_(settings.cost),
      clock_(settings.clock),
      dummy_hash_(hash_password(random_token(), cost_)),
      sessions_(database_, std::move(settings.callers), clock_),
      log_(database_) {}

AccountResult<std::string> Accounts::login(const std::string& name, const std::string& password,
                                           const std::string& address) {
  const Known known = TRY(verify(name, password, address));
  std::string token = TRY(lifted(sessions_.open(name, address)));
  record(AccessAction::login, name, known.officer, address);
  return token;
}

AccountResult<Accounts::Known> Accounts::verify(const std::string& name, const std::string& password,
                                                const std::string& address) {
  if (const auto pause = pause_of(address); pause > 0) return problem(AccountFailure::slow_down, pause);
  const std::int64_t now = clock_().ms;
  const auto attempt = TRY(lifted(database_.write(
      query::kAccountAttempt, {name_hash(name), Value(now), Value(now + kLockMs), Value(kAttemptsAllowed)})));
  if (store::integer(attempt[0][0]) > kAttemptsAllowed) {
    record(AccessAction::login_locked, name, "", address);
    return problem(AccountFailure::locked, store::integer(attempt[0][1]) - now);
  }
  Known known = TRY(lifted(find(name)));
  const bool matches = password_matches(known.usable ? known.password_hash : dummy_hash_, password);
  if (!matches || !known.usable) {
    note_failure(address);
    record(AccessAction::login_failed, name, known.officer, address);
    return problem(AccountFailure::wrong);
  }
  TRY(lifted(database_.write(query::kAccountAttemptClear, {name_hash(name)})));
  return known;
}

store::DbResult<Accounts::Known> Accounts::find(const std::string& name) {
  const auto rows = TRY(database_.read(query::kAccountFind, {Value(name)}));
  if (rows.empty()) return Known{};
  return Known{store::text(rows[0][1]), store::text(rows[0][2]), store::is_null(rows[0][3])};
}

AccountStatus Accounts::logout(std::string_view token, const Session& session, const std::string& address) {
  TRY(lifted(sessions_.end(token)));
  record(AccessAction::logout, session.account, session.caller.officer, address);
  return Unit{};
}

AccountResult<std::string> Accounts::change_password(const Session& session, const std::string& old_password,
                                                     const std::string& new_password, const std::string& address) {
  TRY(verify(session.account, old_password, address));
  if (!acceptable(new_password, session.account) || new_password == old_password) {
    return problem(AccountFailure::weak);
  }
  TRY(store_password(session.account, new_password));
  record(AccessAction::password_changed, session.account, session.caller.officer, address);
  return lifted(sessions_.open(session.account, address));
}

AccountStatus Accounts::store_password(const std::string& name, const std::string& password) {
  TRY(lifted(database_.write(query::kAccountSetPassword,
                             {Value(name), Value(hash_password(password, cost_)), Value(clock_().ms)})));
  TRY(lifted(sessions_.end_all_of(name)));
  return Unit{};
}

AccountStatus Accounts::create(const std::string& name, const std::string& officer, const std::string& password) {
  if (name.empty() || !base::valid_utf8(name) || !acceptable(password, name)) return problem(AccountFailure::weak);
  const Value now(clock_().ms);
  const auto done = database_.write(query::kAccountInsert,
                                    {Value(name), Value(officer), Value(hash_password(password, cost_)), now, now});
  if (done.ok()) return Unit{};
  if (done.error().kind == store::DbErrorKind::duplicate) return problem(AccountFailure::taken);
  return Err{AccountProblem{AccountFailure::unavailable, 0, done.error().message}};
}

AccountStatus Accounts::reset_password(const std::string& name, const std::string& password) {
  if (!acceptable(password, name)) return problem(AccountFailure::weak);
  if (!TRY(lifted(find(name))).usable) return problem(AccountFailure::wrong);
  TRY(lifted(database_.write(query::kAccountAttemptClear, {name_hash(name)})));
  return store_password(name, password);
}

AccountStatus Accounts::disable(const std::string& name) {
  TRY(lifted(database_.write(query::kAccountDisable, {Value(name), Value(clock_().ms)})));
  TRY(lifted(sessions_.end_all_of(name)));
  return Unit{};
}

AccountStatus Accounts::enable(const std::string& name, const std::string& password) {
  if (!acceptable(password, name)) return problem(AccountFailure::weak);
  const auto rows = TRY(lifted(database_.write(
      query::kAccountEnable, {Value(name), Value(hash_password(password, cost_)), Value(clock_().ms)})));
  if (rows.empty()) return problem(AccountFailure::wrong);
  return Unit{};
}

store::DbStatus Accounts::purge() {
  TRY(database_.write(query::kAccountAttemptPurge, {Value(clock_().ms)}));
  TRY(sessions_.purge());
  purged_at_ms_ = clock_().ms;
  return Unit{};
}

std::optional<base::Instant> Accounts::purged_at() const {
  const std::int64_t ms = purged_at_ms_;
  return ms == 0 ? std::nullopt : std::optional(base::Instant{ms});
}

std::int64_t Accounts::pause_of(const std::string& address) {
  const std::lock_guard lock(mutex_);
  const auto found = addresses_.find(address);
  if (found == addresses_.end()) return 0;
  const std::int64_t since = clock_().ms - found->second.last.ms;
  if (since >= kLockMs) {
    addresses_.erase(found);
    return 0;
  }
  return found->second.count < kAddressFailuresAllowed ? 0 : kAddressPauseMs - since;
}

void Accounts::note_failure(const std::string& address) {
  const std::lock_guard lock(mutex_);
  if (addresses_.size() >= kMostAddresses) addresses_.clear();
  AddressFailures& failures = addresses_[address];
  ++failures.count;
  failures.last = clock_();
}

void Accounts::record(AccessAction action, const std::string& name, const std::string& officer,
                      const std::string& address) {
  log_.add(Access{clock_(), name, officer, action, {}, address});
}

}  // namespace xiezhi::app
