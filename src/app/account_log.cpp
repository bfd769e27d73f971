#include "app/account_log.h"

#include <chrono>
#include <cstdio>

#include "app/account_secret.h"

namespace xiezhi::app {
namespace {

constexpr std::size_t kMostWaiting = 10'000;
constexpr auto kBatchEvery = std::chrono::milliseconds(250);

store::Row row_of(const Access& access) {
  return {store::Value(time_uuid(access.at.ms)),
          store::Value(access.at.ms),
          store::Value(access.account),
          store::Value(access.officer),
          store::Value(std::string(base::enum_name(access.action))),
          store::Value(access.target),
          store::Value(access.address)};
}

}  // namespace

AccessLog::AccessLog(AccountDatabase& database) : database_(database), thread_([this] { work(); }) {}

AccessLog::~AccessLog() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void AccessLog::add(Access access) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting; });
  waiting_.push_back(std::move(access));
  if (waiting_.size() == 1) changed_.notify_all();
}

void AccessLog::flush() {
  std::unique_lock lock(mutex_);
  urgent_ = true;
  changed_.notify_all();
  changed_.wait(lock, [this] { return waiting_.empty() && !writing_; });
  urgent_ = false;
}

void AccessLog::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    changed_.wait_for(lock, kBatchEvery,
                      [this] { return stopping_ || urgent_ || waiting_.size() >= kMostWaiting / 2; });
    std::vector<Access> batch;
    batch.swap(waiting_);
    writing_ = true;
    lock.unlock();
    changed_.notify_all();
    store(batch);
    lock.lock();
    writing_ = false;
    changed_.notify_all();
  }
}

void AccessLog::store(const std::vector<Access>& batch) {
  static const std::vector<std::string> kColumns = {"id", "at", "account", "officer", "action", "target", "address"};
  std::vector<store::Row> rows;
  rows.reserve(batch.size());
  for (const Access& access : batch) rows.push_back(row_of(access));
  const auto done = database_.insert("access_log", kColumns, rows);
  if (done.ok()) return;
  // The line must not vanish without a trace: what the database refuses goes to the operator.
  std::fprintf(stderr, "access log: %s\n", done.error().message.c_str());
  for (const Access& access : batch) {
    std::fprintf(stderr, "access log, not stored: %lld %s %s %s %s\n", static_cast<long long>(access.at.ms),
                 access.account.c_str(), std::string(base::enum_name(access.action)).c_str(), access.target.c_str(),
                 access.address.c_str());
  }
}

}  // namespace xiezhi::app
