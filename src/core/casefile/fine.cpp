#include "core/casefile/fine.h"

#include <algorithm>

namespace xiezhi::core::casefile {
namespace {

bool in_proceedings(const Track& track, base::Date day) {
  return std::any_of(track.remedies.begin(), track.remedies.end(), [&](const Remedy& remedy) {
    return day >= remedy.from && (!remedy.until || day <= *remedy.until);
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

std::optional<base::Date> pay_by(const Track& track, const law::Pack& pack, std::string_view division) {
  if (!track.service) return std::nullopt;
  const base::Date received = track.service->served_at.date();
  const auto days = static_cast<std::int32_t>(pack.value("payment.days", received, division));
  const base::Date last = received.plus_days(days);
  return track.deferred_until && *track.deferred_until > last ? *track.deferred_until : last;
}

Balance balance_on(const Track& track, base::Date on, const law::Pack& pack, std::string_view division) {
  Balance balance;
  if (!track.decision || track.decision->revoked_at) return balance;
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
  balance.pay_by = pay_by(track, pack, division);
  if (balance.pay_by && fine.fen > 0) {
    const std::int64_t percent = pack.value("additional_fine.daily_percent", on, division);
    const auto settled = fine_settled_on(track, balance.fine_fen);
    const base::Date last = settled && *settled < on ? *settled : on;
    std::int64_t days = 0;
    for (base::Date day = balance.pay_by->plus_days(1); day <= last; day = day.plus_days(1)) {
      if (!in_proceedings(track, day)) ++days;
      if (days * percent >= 100) break;
    }
    balance.additional_fen = base::Money{std::min(fine.fen, fine.fen * percent * days / 100)};
  }
  const base::Money owed = balance.fine_fen + balance.additional_fen;
  balance.due_fen = owed > balance.paid_fen ? owed - balance.paid_fen : base::Money{};
  return balance;
}

}  // namespace xiezhi::core::casefile
