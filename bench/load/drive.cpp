#include "drive.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <chrono>
#include <deque>
#include <fstream>

namespace xiezhi::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;

Clock::duration seconds(double count) {
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(count));
}

class Driver {
 public:
  Driver(std::vector<Desk>& desks, const Plan& plan) : desks_(desks), plan_(plan), due_of_(desks.size()) {
    epoll_ = epoll_create1(0);
    for (std::size_t i = 0; i < desks.size(); ++i) {
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = i;
      epoll_ctl(epoll_, EPOLL_CTL_ADD, desks[i].client().socket(), &event);
      idle_.push_back(i);
    }
    for (const unsigned weight : plan.weights) total_ += weight;
  }
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;
  ~Driver() { close(epoll_); }

  Measured run() {
    if (!plan_.ready.empty()) std::ofstream(plan_.ready) << "ready\n";
    begin_ = Clock::now();
    counted_from_ = begin_ + seconds(plan_.warm_s);
    end_ = counted_from_ + seconds(plan_.seconds);
    for (Time now = begin_; now < end_; now = Clock::now()) {
      if (!plan_.until.empty() && access(plan_.until.c_str(), F_OK) == 0) end_ = now;
      give(now);
      wait(now);
    }
    // What is still on its way belongs to the measurement; what was never asked counts as late as it is now.
    while (idle_.size() < desks_.size()) wait(Clock::now());
    for (const Time due : waiting_) note(pick(), due, Clock::now(), true);
    measured_.seconds = std::chrono::duration<double>(end_ - counted_from_).count();
    return std::move(measured_);
  }

 private:
  Operation pick() {
    unsigned left = static_cast<unsigned>(random_() % total_);
    std::size_t i = 0;
    while (left >= plan_.weights[i]) left -= plan_.weights[i++];
    return static_cast<Operation>(i);
  }

  /// Gives due requests to idle desks.
  void give(Time now) {
    if (plan_.rate > 0) {
      while (begin_ + seconds(static_cast<double>(asked_) / plan_.rate) <= now) {
        waiting_.push_back(begin_ + seconds(static_cast<double>(asked_++) / plan_.rate));
      }
      measured_.most_waiting = std::max(measured_.most_waiting, waiting_.size());
    }
    while (!idle_.empty() && (plan_.rate <= 0 || !waiting_.empty())) {
      const std::size_t desk = idle_.front();
      idle_.pop_front();
      due_of_[desk] = now;
      if (plan_.rate > 0) {
        due_of_[desk] = waiting_.front();
        waiting_.pop_front();
      }
      desks_[desk].start(pick());
    }
  }

  void wait(Time now) {
    timespec limit{1, 0};
    if (plan_.rate > 0) {
      const Time next = begin_ + seconds(static_cast<double>(asked_) / plan_.rate);
      const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(next - now).count();
      limit = {0, left > 0 ? static_cast<long>(std::min<std::int64_t>(left, 999'999'999)) : 0};
    }
    epoll_event events[64];
    const int count = epoll_pwait2(epoll_, events, 64, &limit, nullptr);
    for (int i = 0; i < count; ++i) {
      const auto desk = static_cast<std::size_t>(events[i].data.u64);
      if (!desks_[desk].finish()) continue;
      note(desks_[desk].operation(), due_of_[desk], Clock::now(), desks_[desk].accepted());
      idle_.push_back(desk);
    }
  }

  void note(Operation operation, Time due, Time now, bool accepted) {
    // Without a rate what ends in the time counts; with a rate, what was due in it.
    const Time told = plan_.rate > 0 ? due : now;
    if (told < counted_from_ || told >= end_) return;
    const auto i = static_cast<std::size_t>(operation);
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(now - due).count();
    measured_.latencies_us[i].push_back(static_cast<std::uint32_t>(us));
    if (!accepted) ++measured_.failed[i];
  }

  std::vector<Desk>& desks_;
  Plan plan_;
  int epoll_ = -1;
  unsigned total_ = 0;
  std::mt19937_64 random_{7};
  std::deque<std::size_t> idle_;
  std::deque<Time> waiting_;  ///< due times of requests that no desk has taken yet
  std::vector<Time> due_of_;
  std::uint64_t asked_ = 0;
  Time begin_;
  Time counted_from_;
  Time end_;
  Measured measured_;
};

}  // namespace

Measured drive(std::vector<Desk>& desks, const Plan& plan) { return Driver(desks, plan).run(); }

}  // namespace xiezhi::bench
