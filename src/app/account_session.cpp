#include "app/account_session.h"

#include "app/account_secret.h"
#include "store/query.h"

namespace xiezhi::app {
namespace {

using store::Value;
namespace query = store::query;

constexpr std::size_t kMostCached = 20'000;

Value hash_value(std::string_view token) { return Value(store::Bytes{std::string(base::as_bytes(token_hash(token)))}); }

bool over(const Session& session, base::Instant now) {
  return now.ms >= session.created_at.ms + kSessionLifeMs || now.ms >= session.last_seen_at.ms + kSessionIdleMs;
}

}  // namespace

store::DbResult<std::string> Sessions::open(const std::string& account, const std::string& address) {
  std::string token = random_token();
  TRY(database_.write(query::kSessionInsert, {hash_value(token), Value(account), Value(address), Value(clock_().ms)}));
  return token;
}

store::DbResult<SessionPtr> Sessions::find(std::string_view token) {
  const base::Instant now = clock_();
  std::uint64_t generation = 0;
  if (auto known = cached(token, generation); known && now.ms < known->checked_at.ms + kSessionCacheMs) {
    if (over(*known->session, now)) return SessionPtr();
    return std::move(known->session);
  }
  auto session = TRY(load(token, now));
  keep(token, session, now, generation);
  return session;
}

store::DbResult<SessionPtr> Sessions::load(std::string_view token, base::Instant now) {
  const auto rows = TRY(database_.read(query::kSessionFind, {hash_value(token)}));
  if (rows.empty()) return SessionPtr();
  Session session;
  session.account = store::text(rows[0][0]);
  session.csrf = csrf_token(token);
  session.created_at = {store::integer(rows[0][2])};
  session.last_seen_at = {store::integer(rows[0][3])};
  if (over(session, now)) return SessionPtr();
  auto caller = TRY(callers_(store::text(rows[0][1])));
  if (!caller) return SessionPtr();
  session.caller = std::move(*caller);
  if (now.ms >= session.last_seen_at.ms + kSessionTouchMs) {
    TRY(database_.write(query::kSessionTouch, {hash_value(token), Value(now.ms)}));
    session.last_seen_at = now;
  }
  return SessionPtr(std::make_shared<const Session>(std::move(session)));
}

std::optional<Sessions::Cached> Sessions::cached(std::string_view token, std::uint64_t& generation) {
  const std::lock_guard lock(mutex_);
  generation = generation_;
  const auto found = cache_.find(std::string(token));
  if (found == cache_.end()) return std::nullopt;
  return found->second;
}

void Sessions::keep(std::string_view token, SessionPtr session, base::Instant now, std::uint64_t generation) {
  if (!session) return;  // guessed tokens must not fill the memory
  const std::lock_guard lock(mutex_);
  if (generation != generation_) return;
  if (cache_.size() >= kMostCached) cache_.clear();
  cache_.insert_or_assign(std::string(token), Cached{std::move(session), now});
}

void Sessions::forget_all() {
  const std::lock_guard lock(mutex_);
  ++generation_;
  cache_.clear();
}

store::DbStatus Sessions::end(std::string_view token) {
  auto done = database_.write(query::kSessionDelete, {hash_value(token)});
  forget_all();
  TRY(std::move(done));
  return base::Unit{};
}

store::DbStatus Sessions::end_all_of(const std::string& account) {
  auto done = database_.write(query::kSessionDeleteAccount, {Value(account)});
  forget_all();
  TRY(std::move(done));
  return base::Unit{};
}

store::DbStatus Sessions::purge() {
  const std::int64_t now = clock_().ms;
  TRY(database_.write(query::kSessionPurge, {Value(now - kSessionLifeMs), Value(now - kSessionIdleMs)}));
  return base::Unit{};
}

}  // namespace xiezhi::app
