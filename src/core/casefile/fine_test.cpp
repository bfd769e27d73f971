#include "core/casefile/fine.h"

#include <gtest/gtest.h>

namespace xiezhi::core::casefile {
namespace {

using base::Date;
using base::Money;

law::Figure figure(const char* key, std::int64_t value, law::Unit unit) {
  law::Figure out;
  out.key = key;
  out.value = value;
  out.unit = unit;
  out.from = Date::of(2021, 7, 15);
  out.source = {"penalty_law", 67, 3, {}};
  return out;
}

/// The two figures that the reckoning reads, as 行政处罚法 第六十七条第三款 and 第七十二条第一款第一项 have them.
law::Pack pack() {
  law::PackFile file;
  law::Instrument instrument;
  instrument.id = "penalty_law";
  instrument.from = Date::of(2021, 7, 15);
  file.instruments = {instrument};
  file.figures = {figure("payment.days", 15, law::Unit::calendar_days),
                  figure("additional_fine.daily_percent", 3, law::Unit::percent)};
  return MUST(law::Pack::load(base::to_json(file)));
}

/// Fined 20,000 yuan, served on 2026-09-16: to be paid by 2026-10-01.
Track fined() {
  Track track;
  track.decision.emplace();
  track.decision->total_fine_fen = Money::of_yuan(20'000);
  track.decision->sanctions = {Sanction{"k1", law::MeasureKind::fine, Money::of_yuan(20'000)}};
  track.service = ServiceRecord{ServiceMethod::direct, base::Instant::start_of(Date::of(2026, 9, 16))};
  return track;
}

Payment paid(std::int64_t yuan, Date on) { return {Money::of_yuan(yuan), on, PaymentChannel::bank, "1"}; }

Money additional(const Track& track, Date on) { return balance_on(track, on, pack(), "230103").additional_fen; }
Money due(const Track& track, Date on) { return balance_on(track, on, pack(), "230103").due_fen; }

TEST(AdditionalFine, FifteenDaysFromReceiptAreToPay) {
  EXPECT_EQ(pay_by(fined(), Date::of(2026, 9, 20), pack(), "230103"), Date::of(2026, 10, 1));
  Track unserved = fined();
  unserved.service.reset();
  EXPECT_EQ(pay_by(unserved, Date::of(2026, 9, 20), pack(), "230103"), std::nullopt);
}

TEST(AdditionalFine, IsNothingOnTheLastDayAndThreePercentOnTheNext) {
  EXPECT_EQ(additional(fined(), Date::of(2026, 10, 1)), Money{});
  EXPECT_EQ(additional(fined(), Date::of(2026, 10, 2)), Money::of_yuan(600));
  EXPECT_EQ(additional(fined(), Date::of(2026, 10, 3)), Money::of_yuan(1'200));
  EXPECT_EQ(due(fined(), Date::of(2026, 10, 2)), Money::of_yuan(20'600));
}

TEST(AdditionalFine, StopsAtTheFineOnTheThirtyFourthDay) {
  EXPECT_EQ(additional(fined(), Date::of(2026, 11, 3)), Money::of_yuan(19'800));  // the 33rd day late
  EXPECT_EQ(additional(fined(), Date::of(2026, 11, 4)), Money::of_yuan(20'000));  // 102 per cent are not reached
  EXPECT_EQ(additional(fined(), Date::of(2027, 11, 4)), Money::of_yuan(20'000));
  EXPECT_EQ(due(fined(), Date::of(2027, 11, 4)), Money::of_yuan(40'000));
}

TEST(AdditionalFine, StandsStillDuringReconsideration) {
  Track track = fined();
  track.remedies = {{"r1", RemedyKind::reconsideration, Date::of(2026, 10, 3), Date::of(2026, 10, 20), "维持"}};
  EXPECT_EQ(additional(track, Date::of(2026, 10, 2)), Money::of_yuan(600));
  EXPECT_EQ(additional(track, Date::of(2026, 10, 20)), Money::of_yuan(600));
  EXPECT_EQ(additional(track, Date::of(2026, 10, 21)), Money::of_yuan(1'200));
  track.remedies.front().until.reset();
  EXPECT_EQ(additional(track, Date::of(2027, 10, 20)), Money::of_yuan(600));
}

TEST(AdditionalFine, EndsWithTheDayOfPaymentInFull) {
  Track track = fined();
  track.payments = {paid(20'000, Date::of(2026, 10, 3))};
  EXPECT_EQ(additional(track, Date::of(2026, 12, 31)), Money::of_yuan(1'200));
  EXPECT_EQ(due(track, Date::of(2026, 12, 31)), Money::of_yuan(1'200));
  track.payments = {paid(20'000, Date::of(2026, 10, 1))};
  EXPECT_EQ(due(track, Date::of(2026, 12, 31)), Money{});
}

TEST(AdditionalFine, RunsOnTheWholeFineWhileAPartIsOpen) {
  Track track = fined();
  track.payments = {paid(19'999, Date::of(2026, 9, 30))};
  EXPECT_EQ(additional(track, Date::of(2026, 10, 2)), Money::of_yuan(600));
}

TEST(AdditionalFine, WaitsForTheEndOfADeferral) {
  Track track = fined();
  track.deferrals = {Deferral{Date::of(2026, 9, 20), Date::of(2026, 10, 31), {}}};
  EXPECT_EQ(additional(track, Date::of(2026, 10, 31)), Money{});
  EXPECT_EQ(additional(track, Date::of(2026, 11, 1)), Money::of_yuan(600));
  EXPECT_EQ(pay_by(track, Date::of(2026, 9, 21), pack(), "230103"), Date::of(2026, 10, 31));
}

TEST(AdditionalFine, KeepsWhatRanBeforeALateDeferral) {
  Track track = fined();
  track.deferrals = {Deferral{Date::of(2026, 10, 6), Date::of(2026, 10, 31), {}}};
  EXPECT_EQ(additional(track, Date::of(2026, 10, 5)), Money::of_yuan(2'400));
  EXPECT_EQ(additional(track, Date::of(2026, 10, 6)), Money::of_yuan(2'400));
  EXPECT_EQ(additional(track, Date::of(2026, 10, 31)), Money::of_yuan(2'400));
  EXPECT_EQ(additional(track, Date::of(2026, 11, 1)), Money::of_yuan(3'000));
}

TEST(AdditionalFine, RunsBetweenTwoDeferrals) {
  Track track = fined();
  track.deferrals = {Deferral{Date::of(2026, 9, 20), Date::of(2026, 10, 10), {}},
                     Deferral{Date::of(2026, 10, 13), Date::of(2026, 10, 31), {}}};
  EXPECT_EQ(additional(track, Date::of(2026, 10, 10)), Money{});
  EXPECT_EQ(additional(track, Date::of(2026, 10, 31)), Money::of_yuan(1'200));
}

/// Two halves, due on 2026-10-31 and 2026-12-31.
Track in_parts() {
  Track track = fined();
  const std::vector<Instalment> parts = {{Date::of(2026, 10, 31), Money::of_yuan(10'000)},
                                         {Date::of(2026, 12, 31), Money::of_yuan(10'000)}};
  track.deferrals = {Deferral{Date::of(2026, 9, 20), Date::of(2026, 12, 31), {}, parts}};
  return track;
}

TEST(Instalments, LeaveNothingAdditionalWhenPaidOnTheDay) {
  Track track = in_parts();
  track.payments = {paid(10'000, Date::of(2026, 10, 31))};
  EXPECT_EQ(additional(track, Date::of(2026, 12, 31)), Money{});
  EXPECT_EQ(due(track, Date::of(2026, 12, 31)), Money::of_yuan(10'000));
  EXPECT_EQ(additional(track, Date::of(2027, 1, 1)), Money::of_yuan(600));
}

TEST(Instalments, MakeTheRestDueFromTheDayAfterOneWasMissed) {
  Track track = in_parts();
  EXPECT_EQ(additional(track, Date::of(2026, 10, 31)), Money{});
  EXPECT_EQ(pay_by(track, Date::of(2026, 10, 31), pack(), "230103"), Date::of(2026, 12, 31));
  EXPECT_EQ(additional(track, Date::of(2026, 11, 1)), Money::of_yuan(600));
  EXPECT_EQ(pay_by(track, Date::of(2026, 11, 1), pack(), "230103"), Date::of(2026, 10, 31));
  track.payments = {paid(9'999, Date::of(2026, 10, 31)), paid(1, Date::of(2026, 11, 1))};
  EXPECT_EQ(additional(track, Date::of(2026, 11, 2)), Money::of_yuan(1'200));
}

TEST(Instalments, AreShownOneAfterTheOther) {
  Track track = in_parts();
  EXPECT_EQ(next_due(track, pack(), "230103"), Date::of(2026, 10, 31));
  track.payments = {paid(10'000, Date::of(2026, 10, 20))};
  EXPECT_EQ(next_due(track, pack(), "230103"), Date::of(2026, 12, 31));
}

TEST(AdditionalFine, IsNotReckonedOnConfiscatedGains) {
  Track track = fined();
  track.decision->sanctions.push_back({"k1", law::MeasureKind::confiscate_gains, Money::of_yuan(5'000)});
  EXPECT_EQ(additional(track, Date::of(2026, 10, 2)), Money::of_yuan(600));
  EXPECT_EQ(due(track, Date::of(2026, 10, 2)), Money::of_yuan(25'600));
}

TEST(AdditionalFine, FallsWithARevokedDecision) {
  Track track = fined();
  track.decision->revoked_at = base::Instant::start_of(Date::of(2026, 9, 20));
  EXPECT_EQ(due(track, Date::of(2026, 12, 31)), Money{});
}

TEST(AdditionalFine, LeavesOutPaymentsAfterTheDayAskedAbout) {
  Track track = fined();
  track.payments = {paid(20'000, Date::of(2026, 10, 3))};
  EXPECT_EQ(due(track, Date::of(2026, 10, 2)), Money::of_yuan(20'600));
}

}  // namespace
}  // namespace xiezhi::core::casefile
