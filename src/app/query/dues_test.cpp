#include "app/query/dues.h"

#include <gtest/gtest.h>

#include "app/projection/terms.h"

namespace xiezhi::app {
namespace {

using base::Date;
using base::Instant;

core::law::Figure figure(const char* key, std::int64_t value, core::law::Unit unit) {
  core::law::Figure out;
  out.key = key;
  out.value = value;
  out.unit = unit;
  out.from = Date::of(2021, 7, 15);
  out.source = {"penalty_law", 61, 1, {}};
  return out;
}

/// A pack with the terms that run in a case, and the working days of 2026.
core::law::Pack pack() {
  core::law::PackFile file;
  core::law::Instrument instrument;
  instrument.id = "penalty_law";
  instrument.from = Date::of(2021, 7, 15);
  file.instruments = {instrument};
  file.figures = {figure("payment.days", 15, core::law::Unit::calendar_days),
                  figure("additional_fine.daily_percent", 3, core::law::Unit::percent),
                  figure("service.days", 7, core::law::Unit::working_days),
                  figure("disclosure.days", 7, core::law::Unit::working_days),
                  figure("compulsion.report_hours", 24, core::law::Unit::hours)};
  file.calendar = {{2026, "test", {}, {}}};
  return MUST(core::law::Pack::load(base::to_json(file)));
}

const Date kToday = Date::of(2026, 9, 18);  // a Friday

core::casefile::CaseFile filed() {
  core::casefile::CaseFile state;
  state.id = "k";
  state.decision_term = {
      Instant::start_of(Date::of(2026, 9, 1)), core::calendar::TermUnit::calendar_days, 90, "", 0, {}};
  core::casefile::CaseParty party;
  party.party.id = "p1";
  state.parties = {party};
  return state;
}

std::vector<StepDue> dues(const core::engine::Aggregate& state) { return dues_of(state, "p1", pack(), kToday); }

TEST(Dues, OfACaseThatIsNotDecidedIsTheTermOfTheDecision) {
  const auto out = dues(filed());
  ASSERT_EQ(out.size(), 1U);
  EXPECT_EQ(out[0].command, "Decide");
  EXPECT_EQ(out[0].day, Date::of(2026, 11, 30));
}

TEST(Dues, OfADecisionAreServiceAndDisclosureInWorkingDays) {
  auto state = filed();
  auto& track = state.parties[0].track;
  track.decision.emplace();
  track.decision->decided_at = Instant::start_of(Date::of(2026, 9, 16));
  track.decision->sanctions = {{"c1", core::law::MeasureKind::fine, base::Money::of_yuan(2'000), std::nullopt}};
  const auto out = dues(state);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0].command, "ServeDecision");
  EXPECT_EQ(out[0].day, Date::of(2026, 9, 25));
  EXPECT_EQ(out[0].working_days, 5);
  EXPECT_EQ(out[1].command, "DiscloseDecision");
  state.parties[0].party.kind = core::dossier::PartyKind::person;  // the law names units
  EXPECT_EQ(dues(state).size(), 1U);
}

TEST(Dues, AfterTheDayAreNegative) {
  auto state = filed();
  state.decision_term.length = 10;
  EXPECT_EQ(dues(state)[0].day, Date::of(2026, 9, 11));
  EXPECT_EQ(dues(state)[0].working_days, -5);
}

TEST(Dues, OfAnOrderLastWhileItsFindingsWait) {
  core::inspection::Inspection state;
  state.id = "i";
  core::inspection::Finding finding;
  finding.id = "f1";
  finding.order = "o1";
  finding.status = core::inspection::FindingStatus::ordered;
  state.findings = {finding};
  state.orders = {{"o1", {"f1"}, "", Date::of(2026, 9, 30), Instant::start_of(kToday), std::nullopt}};
  ASSERT_EQ(dues(state).size(), 1U);
  EXPECT_EQ(dues(state)[0].command, "Reinspect");
  EXPECT_EQ(dues(state)[0].subject, "o1");
  state.findings[0].status = core::inspection::FindingStatus::verified;
  EXPECT_TRUE(dues(state).empty());
}

TEST(Dues, OfAnUrgentMeasureAndOfASeizureAreItsApprovalAndItsEnd) {
  core::inspection::Inspection state;
  state.id = "i";
  core::inspection::Measure measure;
  measure.id = "m1";
  measure.urgent = true;
  measure.taken_at = Instant::start_of(Date::of(2026, 9, 18));
  measure.term = {measure.taken_at, core::calendar::TermUnit::calendar_days, 30, "", 0, {}};
  state.measures = {measure};
  const auto out = dues(state);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0].command, "ApproveMeasure");
  EXPECT_EQ(out[0].day, Date::of(2026, 9, 19));
  EXPECT_EQ(out[1].command, "LiftMeasure");
  state.measures[0].approved_by = "head";
  EXPECT_EQ(dues(state).size(), 1U);
}

TEST(Dues, OfWhatIsKeptIsTheDayToDisposeOfIt) {
  auto state = filed();
  state.preservations = {
      {"q1", "账册", {Instant::start_of(kToday), core::calendar::TermUnit::calendar_days, 7, "", 0, {}}, std::nullopt}};
  EXPECT_EQ(dues(state)[0].command, "DisposePreservation");
  state.preservations[0].disposition = "退还";
  EXPECT_EQ(dues(state)[0].command, "Decide");
}

TEST(Dues, OfAFineLastUntilItIsPaid) {
  auto state = filed();
  auto& track = state.parties[0].track;
  track.decision.emplace();
  track.decision->decided_at = Instant::start_of(Date::of(2026, 9, 1));
  track.decision->total_fine_fen = base::Money::of_yuan(2'000);
  track.decision->sanctions = {{"c1", core::law::MeasureKind::fine, base::Money::of_yuan(2'000), std::nullopt}};
  track.service = {core::casefile::ServiceMethod::direct, Instant::start_of(Date::of(2026, 9, 2))};
  track.disclosed_on = Date::of(2026, 9, 3);
  ASSERT_EQ(dues(state).size(), 1U);
  EXPECT_EQ(dues(state)[0].command, "RecordPayment");
  EXPECT_EQ(dues(state)[0].day, Date::of(2026, 9, 17));
  track.payments = {{base::Money::of_yuan(2'000), Date::of(2026, 9, 10), core::casefile::PaymentChannel::bank, "黑财"}};
  EXPECT_TRUE(dues(state).empty());
}

TEST(Dues, OfAnotherPartyStandOnItsOwnTrackAlone) {
  auto state = filed();
  state.parties.push_back(state.parties[0]);
  state.parties[1].party.id = "p2";
  auto& track = state.parties[1].track;
  track.decision.emplace();
  track.decision->decided_at = Instant::start_of(Date::of(2026, 9, 16));
  ASSERT_EQ(dues(state).size(), 1U);
  EXPECT_EQ(dues(state)[0].command, "Decide");
  const auto terms = terms_of(state, pack());
  ASSERT_EQ(terms.size(), 2U) << "the list knows both";
  EXPECT_EQ(terms[0].command, "ServeDecision");
  EXPECT_EQ(terms[0].party, "p2");
}

TEST(Dues, EndWithTheFile) {
  auto state = filed();
  state.closed_at = Instant::start_of(kToday);
  EXPECT_TRUE(dues(state).empty());
}

}  // namespace
}  // namespace xiezhi::app
