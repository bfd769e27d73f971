#include "app/query/dues.h"

#include <gtest/gtest.h>

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

TEST(Dues, EndWithTheFile) {
  auto state = filed();
  state.closed_at = Instant::start_of(kToday);
  EXPECT_TRUE(dues(state).empty());
}

}  // namespace
}  // namespace xiezhi::app
