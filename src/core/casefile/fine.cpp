#include "core/casefile/fine.h"

#include <algorithm>

namespace xiezhi::core::casefile {
namespace {

bool in_proceedings(const Track& track, base::Date day) {
  return std::any_of(track.remedies.begin(), track.remedies.end(), [&](const Remedy& remedy) {
    return remedy.counts() && day >= remedy.from && (!remedy.until || day <= *remedy.until);
  });
}

/// The day by which the fine itself had been paid in full, if it had.
std::optional<base::Date> fine_settled_on(const Track& track, base::Money fine) {
  std::vector<Payment> payments = track.payments;
  std::stable_sort(payments.begin(), payments.end(),
                   [](const Payment& a, const Payment& b) { return a.paid_on < b.paid_on; });
  base::Money sum;
  for (const Payment& payment : payments) {
    sum = sum + payment.amount_fen;
    if (sum >= fine) return payment.paid_on;
  }
  return std::nullopt;
}

}  // namespace

std::optional<base::Instant> received_at(const Track& track, const law::Pack& pack, std::string_view division) {
  if (!track.service) return std::nullopt;
  const base::Instant recorded = track.service->served_at;
  if (track.service->method != ServiceMethod::announcement) return recorded;
  const auto days = static_cast<std::int32_t>(pack.value("service.announcement_days", recorded.date(), division));
  return base::Instant::start_of(recorded.date().plus_days(days));
}

namespace {

base::Date first_last_day(base::Date received, const law::Pack& pack, std::string_view division) {
  return received.plus_days(static_cast<std::int32_t>(pack.value("payment.days", received, division)));
}

/// The last day that a deferral covers, as it stands on a day: an instalment that was missed ends it, and the rest is
/// due.
base::Date covered_until(const Deferral& deferral, const Track& track, base::Date on) {
  base::Money wanted = deferral.paid_before_fen;
  for (const Instalment& instalment : deferral.instalments.value_or(std::vector<Instalment>{})) {
    wanted = wanted + instalment.amount_fen;
    if (instalment.due_on >= on) break;
    base::Money paid;
    for (const Payment& payment : track.payments) {
      if (payment.paid_on <= instalment.due_on) paid = paid + payment.amount_fen;
    }
    if (paid < wanted) return instalment.due_on;
  }
  return deferral.until;
}

bool deferred(const Track& track, base::Date day, base::Date on) {
  return track.deferrals &&
         std::any_of(track.deferrals->begin(), track.deferrals->end(), [&](const Deferral& deferral) {
           return day >= deferral.approved_on && day <= covered_until(deferral, track, on);
         });
}

}  // namespace

std::optional<base::Date> pay_by(const Track& track, base::Date on, const law::Pack& pack, std::string_view division) {
  const auto receipt = received_at(track, pack, division);
  if (!receipt) return std::nullopt;
  base::Date last = first_last_day(receipt->date(), pack, division);
  for (const Deferral& deferral : track.deferrals.value_or(std::vector<Deferral>{})) {
    last = std::max(last, covered_until(deferral, track, on));
  }
  return last;
}

std::optional<base::Date> next_due(const Track& track, const law::Pack& pack, std::string_view division) {
  const auto receipt = received_at(track, pack, division);
  if (!receipt) return std::nullopt;
  const base::Date in_time = first_last_day(receipt->date(), pack, division);
  if (!track.deferrals || track.deferrals->empty()) return in_time;
  const Deferral& last = track.deferrals->back();
  base::Money paid;
  for (const Payment& payment : track.payments) paid = paid + payment.amount_fen;
  base::Money wanted = last.paid_before_fen;
  for (const Instalment& instalment : last.instalments.value_or(std::vector<Instalment>{})) {
    wanted = wanted + instalment.amount_fen;
    if (paid < wanted) return instalment.due_on;
  }
  return std::max(in_time, last.until);
}

Balance balance_on(const Track& track, base::Date on, const law::Pack& pack, std::string_view division) {
  Balance balance;
  if (!track.decided()) return balance;
  const base::Money fine = track.decision->total_fine_fen;
  balance.fine_fen = fine;
  for (const Sanction& sanction : track.decision->sanctions) {
    if (sanction.kind == law::MeasureKind::confiscate_gains) {
      balance.fine_fen = balance.fine_fen + sanction.amount_fen.value_or(base::Money{});
    }
  }
  for (const Payment& payment : track.payments) {
    if (payment.paid_on <= on) balance.paid_fen = balance.paid_fen + payment.amount_fen;
  }
  balance.pay_by = pay_by(track, on, pack, division);
  if (balance.pay_by && fine.fen > 0) {
    const base::Date in_time = first_last_day(received_at(track, pack, division)->date(), pack, division);
    const std::int64_t percent = pack.value("additional_fine.daily_percent", on, division);
    const auto settled = fine_settled_on(track, balance.fine_fen);
    const base::Date last = settled && *settled < on ? *settled : on;
    std::int64_t days = 0;
    for (base::Date day = in_time.plus_days(1); day <= last; day = day.plus_days(1)) {
      if (!in_proceedings(track, day) && !deferred(track, day, on)) ++days;
      if (days * percent >= 100) break;
    }
    balance.additional_fen = base::Money{std::min(fine.fen, fine.fen * percent * days / 100)};
  }
  const base::Money owed = balance.fine_fen + balance.additional_fen;
  balance.due_fen = owed > balance.paid_fen ? owed - balance.paid_fen : base::Money{};
  return balance;
}

}  // namespace xiezhi::core::casefile
