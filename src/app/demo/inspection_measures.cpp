// What follows findings in an inspection's tale: correction, measures, re-inspection.
#include "app/demo/inspection_tale.h"

namespace xiezhi::app::demo {

namespace inspection = core::inspection;

void InspectionTale::correct_on_spot() {
  for (const Found& found : found_) {
    inspection::CorrectOnSpot command;
    command.finding = found.id;
    command.note = "现场整改完毕，已核实";
    command.evidence = {{story_.picture(), "整改后照片（演示图）"}};
    act(story_.second(), command);
  }
}

void InspectionTale::order(int days) {
  inspection::OrderCorrection command;
  command.id = story_.id();
  for (const Found& found : found_) {
    command.findings.push_back(found.id);
    command.requirements += (command.requirements.empty() ? "" : "；") + std::string(found.hazard->requirement);
  }
  command.deadline = story_.today().plus_days(days);
  deadline_ = command.deadline;
  act(story_.first(), command);
}

std::string InspectionTale::measure(inspection::MeasureKind kind, bool urgent) {
  inspection::TakeMeasure command;
  command.id = story_.id();
  command.kind = kind;
  command.finding = found_.front().id;
  command.object = story_.firm().workplace + "相关设备";
  command.urgent = urgent;
  const bool compulsion = kind == inspection::MeasureKind::seal || kind == inspection::MeasureKind::seize;
  if (compulsion && !urgent) command.approved_by = story_.bureau().head.id();
  if (compulsion) {
    command.seizure = inspection::SeizureInput{"演示查扣" + command.id, {command.object}, true, "无", true, {}, true};
  }
  act(story_.first(), command);
  return command.id;
}

void InspectionTale::approve_measure(const std::string& measure) {
  act(story_.bureau().head, inspection::ApproveMeasure{measure});
}

void InspectionTale::extend(const std::string& measure) {
  inspection::ExtendMeasure command;
  command.measure = measure;
  command.days = 20;
  command.reason = "设备检测尚未完成，情况复杂";
  act(story_.bureau().head, command);
}

void InspectionTale::lift(const std::string& measure) {
  act(story_.first(), inspection::LiftMeasure{measure, "隐患已消除，解除查封"});
}

void InspectionTale::resume(const std::string& measure) {
  act(story_.first(), inspection::ReviewResumption{measure, true, "隐患消除，经审查同意恢复生产经营"});
}

void InspectionTale::transfer() {
  for (const Found& found : found_) {
    act(story_.first(), inspection::TransferFinding{found.id, "消防救援机构（演示）", "属于其他部门职责"});
  }
}

void InspectionTale::reinspect(bool corrected) {
  for (const Found& found : found_) {
    inspection::Reinspect command;
    command.finding = found.id;
    command.corrected = corrected;
    command.note = corrected ? "已按要求整改" : "逾期仍未整改";
    command.officers = story_.officer_ids();
    act(story_.first(), command);
  }
}

}  // namespace xiezhi::app::demo
