#include "app/demo/case_tale.h"
#include "app/demo/tales.h"

namespace xiezhi::app::demo {
namespace {

/// How far a case has come.
enum class Until : std::uint8_t {
  filed,
  evidence,
  investigated,
  notified,
  defended,
  defence_reviewed,
  reviewed,
  deliberated,
  decided,
  served,
  disclosed,
  paid,
  closed
};

constexpr int kOrderDays = 12;
constexpr int kHeavyPercent = 75;

/// Of the way from the least fine to the most: no hearing is due for it.
int light_percent(Story& story) { return story.random().between(15, 45); }

/// An inspection with one finding that founds a case.
void inspect(InspectionTale& inspection, std::span<const Hazard> hazards = common_hazards()) {
  inspection.up_to_feedback(1, hazards);
  inspection.order(kOrderDays);
  inspection.sign();
}

/// The order of the inspection is obeyed while the case runs.
void correct(Story& story, InspectionTale& inspection) {
  story.wait_past(inspection.deadline());
  inspection.reinspect(true);
  inspection.close();
}

/// What is proposed rests on the benchmark.
void propose(Story& story, CaseTale& file) {
  const int percent = light_percent(story);
  file.weigh(percent);
  file.notice(percent);
}

/// Filing to the end of the investigation.
void investigate(Story& story, CaseTale& file, InspectionTale& inspection, core::casefile::Character character = {}) {
  story.wait_days(2);
  file.file(inspection);
  story.wait_days(2);
  file.collect(3);
  correct(story, inspection);
  story.wait_days(1);
  file.end_investigation(character);
}

/// Review, deliberation and decision, on one or two days.
void conclude(Story& story, CaseTale& file) {
  file.review();
  file.deliberate();
  story.wait_days(1);
  file.decide();
}

void ordinary(Story& story, Until until) {
  InspectionTale inspection(story);
  CaseTale file(story);
  inspect(inspection);
  story.wait_days(2);
  file.file(inspection);
  if (until == Until::filed) return;
  story.wait_days(2);
  file.collect(3);
  if (until == Until::evidence) return;
  correct(story, inspection);
  file.end_investigation();
  if (until == Until::investigated) return;
  story.wait_days(2);
  propose(story, file);
  if (until == Until::notified) return;
  story.wait_days(2);
  file.defend();
  if (until == Until::defended) return;
  story.wait_days(1);
  file.review_defence(false);
  if (until == Until::defence_reviewed) return;
  file.wait_for_answer();
  file.review();
  if (until == Until::reviewed) return;
  file.deliberate();
  if (until == Until::deliberated) return;
  story.wait_days(1);
  file.decide();
  if (until == Until::decided) return;
  story.wait_days(2);
  file.serve();
  if (until == Until::served) return;
  story.wait_days(1);
  file.disclose();
  if (until == Until::disclosed) return;
  story.wait_days(4);
  file.pay();
  if (until == Until::paid) return;
  story.wait_days(1);
  file.close();
}

template <Until kUntil>
void ordinary_until(Story& story) {
  ordinary(story, kUntil);
}

/// Up to a decision that the party accepted without defence, served and made public.
void decide_quickly(Story& story, CaseTale& file, InspectionTale& inspection) {
  inspect(inspection);
  investigate(story, file, inspection);
  propose(story, file);
  file.waive();
  story.wait_days(1);
  conclude(story, file);
  story.wait_days(1);
  file.serve();
  file.disclose();
}

/// How far a hearing has come.
enum class Heard : std::uint8_t { offered, requested, notified, held, closed };

void heard(Story& story, Heard until) {
  InspectionTale inspection(story);
  CaseTale file(story);
  // 安全生产法(2021) 第九十七条: up to a hundred thousand yuan, so that a hearing can be due.
  inspect(inspection, common_hazards().first(5));
  core::casefile::Character character;
  character.complex = true;
  investigate(story, file, inspection, character);
  file.weigh(kHeavyPercent, true);
  file.notice(kHeavyPercent);
  if (until == Heard::offered) return;
  story.wait_days(2);
  file.request_hearing();
  if (until == Heard::requested) return;
  story.wait_days(1);
  file.notify_hearing();
  if (until == Heard::notified) return;
  file.hold_hearing();
  if (until == Heard::held) return;
  story.wait_days(2);
  conclude(story, file);
  story.wait_days(2);
  file.serve();
  file.disclose();
  story.wait_days(5);
  file.pay();
  file.close();
}

template <Heard kUntil>
void heard_until(Story& story) {
  heard(story, kUntil);
}

// 行政处罚法(2021) 第五十六条.
void preserved(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  inspect(inspection);
  story.wait_days(1);
  file.file(inspection);
  file.collect(2);
  file.preserve();
}

void paid_late(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  decide_quickly(story, file, inspection);
  story.wait_past(file.pay_by().plus_days(story.random().between(4, 14)));
  file.pay();
  file.close();
}

void unpaid(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  decide_quickly(story, file, inspection);
}

// 行政强制法(2011) 第五十四条.
void demanded(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  decide_quickly(story, file, inspection);
  story.wait_past(file.pay_by().plus_days(10));
  file.demand();
}

void deferred(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  decide_quickly(story, file, inspection);
  story.wait_days(5);
  file.defer(60);
}

void remedy_pending(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  decide_quickly(story, file, inspection);
  story.wait_days(6);
  file.remedy();
}

void remedy_ended(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  decide_quickly(story, file, inspection);
  story.wait_days(4);
  file.remedy();
  story.wait_days(25);
  file.end_remedy();
  story.wait_days(3);
  file.pay();
  file.close();
}

void revoked(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  decide_quickly(story, file, inspection);
  story.wait_days(8);
  file.revoke();
  story.wait_days(1);
  file.withdraw_disclosure();
}

// 行政处罚法(2021) 第三十三条第一款后句.
void no_penalty(Story& story, bool closed) {
  InspectionTale inspection(story);
  CaseTale file(story);
  inspect(inspection);
  investigate(story, file, inspection);
  file.weigh(0);
  file.review();
  file.decide_no_penalty();
  if (!closed) return;
  story.wait_days(1);
  file.serve();
  file.close();
}
void no_penalty_decided(Story& story) { no_penalty(story, false); }
void no_penalty_closed(Story& story) { no_penalty(story, true); }

void terminated(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  inspect(inspection);
  story.wait_days(2);
  file.file(inspection);
  file.collect(1);
  story.wait_days(4);
  file.terminate();
}

// 行政处罚法(2021) 第二十七条第一款.
void referred(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  inspect(inspection, common_hazards().subspan(8, 1));
  core::casefile::Character character;
  character.major = true;
  character.suspected_crime = true;
  investigate(story, file, inspection, character);
  story.wait_days(1);
  file.refer();
}

/// Not corrected in time: the heavier branch of the clause, a hearing offered and a deliberation held.
void uncorrected_closed(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  inspect(inspection, common_hazards().first(7));
  story.wait_past(inspection.deadline());
  inspection.reinspect(false);
  story.wait_days(1);
  file.file(inspection, {core::law::Trigger::not_corrected_in_time});
  inspection.close();
  file.collect(4);
  story.wait_days(3);
  core::casefile::Character character;
  character.major = true;
  file.end_investigation(character);
  story.wait_days(1);
  file.weigh(20);
  file.notice(20);
  file.wait_for_answer();
  conclude(story, file);
  story.wait_days(2);
  file.serve();
  file.disclose();
  story.wait_days(6);
  file.pay();
  file.close();
}

/// The unit and its head, each on a track of its own.
void two_parties(Story& story) {
  InspectionTale inspection(story);
  CaseTale file(story);
  file.with_principal();
  inspect(inspection, common_hazards().first(1));
  investigate(story, file, inspection);
  propose(story, file);
  file.defend();
  file.wait_for_answer();
  file.review_defence(true);
  conclude(story, file);
  story.wait_days(1);
  file.serve();
  file.disclose();
}

void complaint(Story& story) {
  CaseTale file(story);
  file.file_complaint(common_hazards()[4]);
  story.wait_days(2);
  file.collect(4);
  file.preserve();
  story.wait_days(4);
  file.dispose();
  file.end_investigation();
  story.wait_days(1);
  propose(story, file);
  file.wait_for_answer();
  conclude(story, file);
  story.wait_days(1);
  file.serve();
  file.disclose();
  story.wait_days(6);
  file.pay();
  file.close();
}

void summary(Story& story, bool closed) {
  CaseTale file(story);
  file.decide_summarily(story.random().pick(common_hazards()));
  file.report_summary();
  if (!closed) return;
  story.wait_days(3);
  file.pay();
  file.disclose();
  file.close();
}
void summary_unpaid(Story& story) { summary(story, false); }
void summary_closed(Story& story) { summary(story, true); }

constexpr NamedTale kTales[] = {{"filed", ordinary_until<Until::filed>, 0, 5},
                                {"evidence", ordinary_until<Until::evidence>, 0, 6, true},
                                {"preserved", preserved, 0, 5},
                                {"preservation_overdue", preserved, 9, 14},
                                {"investigated", ordinary_until<Until::investigated>, 0, 5},
                                {"decision_overdue", ordinary_until<Until::investigated>, 62, 70},
                                {"notified", ordinary_until<Until::notified>, 0, 3, true},
                                {"answer_days_over", ordinary_until<Until::notified>, 7, 12},
                                {"defended", ordinary_until<Until::defended>, 0, 3},
                                {"defence_reviewed", ordinary_until<Until::defence_reviewed>, 0, 3},
                                {"hearing_offered", heard_until<Heard::offered>, 0, 3},
                                {"hearing_requested", heard_until<Heard::requested>, 0, 2},
                                {"hearing_notified", heard_until<Heard::notified>, 0, 5},
                                {"hearing_held", heard_until<Heard::held>, 0, 4},
                                {"hearing_closed", heard_until<Heard::closed>, 5, 60},
                                {"reviewed", ordinary_until<Until::reviewed>, 0, 4},
                                {"deliberated", ordinary_until<Until::deliberated>, 0, 4},
                                {"decided", ordinary_until<Until::decided>, 0, 4},
                                {"served", ordinary_until<Until::served>, 0, 4, true},
                                {"disclosed", ordinary_until<Until::disclosed>, 0, 6},
                                {"paid", ordinary_until<Until::paid>, 0, 6},
                                {"closed", ordinary_until<Until::closed>, 3, 75, true},
                                {"closed_by_team", ordinary_until<Until::closed>, 3, 60, false, true},
                                {"paid_late", paid_late, 4, 60},
                                {"unpaid", unpaid, 16, 28},
                                {"demanded", demanded, 1, 8},
                                {"deferred", deferred, 1, 20},
                                {"remedy_pending", remedy_pending, 1, 25},
                                {"remedy_ended", remedy_ended, 2, 50},
                                {"revoked", revoked, 3, 40},
                                {"no_penalty_decided", no_penalty_decided, 0, 4},
                                {"no_penalty_closed", no_penalty_closed, 3, 70},
                                {"terminated", terminated, 3, 60},
                                {"referred", referred, 2, 30},
                                {"uncorrected_closed", uncorrected_closed, 3, 60},
                                {"two_parties", two_parties, 0, 8},
                                {"complaint", complaint, 3, 60},
                                {"summary_unpaid", summary_unpaid, 0, 8},
                                {"summary_closed", summary_closed, 2, 80, true}};

}  // namespace

std::span<const NamedTale> case_tales() { return kTales; }

}  // namespace xiezhi::app::demo
