#include "app/demo/inspection_tale.h"
#include "app/demo/tales.h"

namespace xiezhi::app::demo {
namespace {

using core::inspection::MeasureKind;

constexpr int kShortOrder = 10;  ///< calendar days
constexpr int kLongOrder = 30;

void opened(Story& story) { InspectionTale(story).open(); }

void scheme_approved(Story& story) {
  InspectionTale inspection(story);
  inspection.open();
  story.wait_days(1);
  inspection.approve();
}

void on_site(Story& story) {
  InspectionTale inspection(story);
  inspection.open();
  inspection.approve();
  story.wait_days(2);
  inspection.arrive();
  inspection.find(common_hazards());
  inspection.record_items();
}

void feedback_given(Story& story) { InspectionTale(story).up_to_feedback(2, common_hazards()); }

void half_signed(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(1, common_hazards());
  inspection.order(kLongOrder);
  inspection.sign_one();
}

void clean(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(0, common_hazards());
  inspection.sign();
  inspection.close();
}

void corrected_on_spot(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(story.random().between(1, 2), common_hazards());
  inspection.correct_on_spot();
  inspection.sign();
  inspection.close();
}

void corrected(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(story.random().between(1, 3), common_hazards());
  inspection.order(story.random().between(kShortOrder, 20));
  inspection.sign();
  story.wait_past(inspection.deadline());
  inspection.reinspect(true);
  inspection.close();
}

void correcting(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(story.random().between(1, 3), common_hazards());
  inspection.order(kLongOrder);
  inspection.sign();
}

void overdue(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(2, common_hazards());
  inspection.order(kShortOrder);
  inspection.sign();
}

void uncorrected(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(1, common_hazards());
  inspection.order(kShortOrder);
  inspection.sign();
  story.wait_past(inspection.deadline());
  inspection.reinspect(false);
}

void ready_to_close(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(2, common_hazards());
  inspection.order(kShortOrder);
  inspection.sign();
  story.wait_past(inspection.deadline());
  inspection.reinspect(true);
}

void refused_and_ordered(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(1, common_hazards());
  inspection.order(kLongOrder);
  inspection.sign_refused();
}

void refused_and_closed(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(1, common_hazards());
  inspection.order(kShortOrder);
  inspection.sign_refused();
  story.wait_past(inspection.deadline());
  inspection.reinspect(true);
  inspection.close();
}

void transferred(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(1, common_hazards());
  inspection.transfer();
  inspection.sign();
  inspection.close();
}

// 安全生产法(2021) 第六十五条第一款第三项.
void suspended(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(1, major_hazards(), true);
  inspection.measure(MeasureKind::suspend_business);
  inspection.order(kLongOrder);
  inspection.sign();
}

void withdrawn_people(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(1, major_hazards(), true);
  inspection.measure(MeasureKind::withdraw_people);
}

void resumed(Story& story) {
  InspectionTale inspection(story);
  inspection.up_to_feedback(1, major_hazards(), true);
  const std::string measure = inspection.measure(MeasureKind::stop_using);
  inspection.order(kShortOrder);
  inspection.sign();
  story.wait_past(inspection.deadline());
  inspection.reinspect(true);
  inspection.resume(measure);
  inspection.close();
}

// 安全生产法(2021) 第六十五条第一款第四项.
std::string seal(InspectionTale& inspection, bool urgent = false) {
  inspection.up_to_feedback(1, equipment_hazards());
  std::string measure = inspection.measure(MeasureKind::seal, urgent);
  if (urgent) inspection.approve_measure(measure);
  inspection.order(20);
  inspection.sign();
  return measure;
}

void sealed(Story& story) {
  InspectionTale inspection(story);
  seal(inspection);
}

void sealed_urgently(Story& story) {
  InspectionTale inspection(story);
  seal(inspection, true);
}

void seal_extended(Story& story) {
  InspectionTale inspection(story);
  const std::string measure = seal(inspection);
  story.wait_days(15);
  inspection.extend(measure);
}

void unsealed(Story& story) {
  InspectionTale inspection(story);
  const std::string measure = seal(inspection);
  story.wait_past(inspection.deadline());
  inspection.reinspect(true);
  inspection.lift(measure);
  inspection.close();
}

constexpr NamedTale kTales[] = {{"opened", opened, 0, 4},
                                {"scheme_approved", scheme_approved, 0, 4},
                                {"on_site", on_site, 0, 2},
                                {"feedback_given", feedback_given, 0, 2},
                                {"half_signed", half_signed, 0, 2},
                                {"clean", clean, 1, 95, true},
                                {"corrected_on_spot", corrected_on_spot, 1, 95, true},
                                {"corrected", corrected, 1, 80, true},
                                {"corrected_by_team", corrected, 1, 60, true, true},
                                {"correcting", correcting, 1, 14, true},
                                {"correcting_by_team", correcting, 0, 10, false, true},
                                {"overdue", overdue, 12, 25, true},
                                {"uncorrected", uncorrected, 1, 6},
                                {"ready_to_close", ready_to_close, 0, 6},
                                {"refused_and_ordered", refused_and_ordered, 1, 12},
                                {"refused_and_closed", refused_and_closed, 5, 60},
                                {"transferred", transferred, 2, 60},
                                {"suspended", suspended, 1, 14},
                                {"withdrawn_people", withdrawn_people, 0, 1},
                                {"resumed", resumed, 3, 60},
                                {"sealed", sealed, 1, 16},
                                {"sealed_urgently", sealed_urgently, 0, 12},
                                {"seal_extended", seal_extended, 1, 14},
                                {"seal_overdue", sealed, 26, 34},
                                {"unsealed", unsealed, 3, 60}};

}  // namespace

std::span<const NamedTale> inspection_tales() { return kTales; }

}  // namespace xiezhi::app::demo
