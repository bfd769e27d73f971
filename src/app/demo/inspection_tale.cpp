#include "app/demo/inspection_tale.h"

#include <algorithm>

namespace xiezhi::app::demo {
namespace {

namespace inspection = core::inspection;
using inspection::TriggerKind;

struct Trigger {
  TriggerKind kind;
  const char* reference;
};
constexpr Trigger kTriggers[] = {{TriggerKind::plan, "年度安全生产监督检查计划"},
                                 {TriggerKind::plan, "年度安全生产监督检查计划"},
                                 {TriggerKind::random_draw, "双随机抽查任务"},
                                 {TriggerKind::complaint, "群众举报线索（演示）"},
                                 {TriggerKind::campaign, "重大事故隐患专项排查整治行动"},
                                 {TriggerKind::monitoring, "在线监测预警信息（演示）"}};
constexpr const char* kRoles[] = {"主要负责人", "安全总监", "生产厂长", "安全管理人员"};

}  // namespace

InspectionTale::InspectionTale(Story& story) : story_(story), id_(story.id()), stream_("inspection/" + id_) {}

void InspectionTale::open() {
  const Trigger& trigger = story_.random().pick(kTriggers);
  inspection::OpenInspection command;
  command.body = story_.bureau().code;
  command.enterprise = story_.firm().id;
  command.division = story_.firm().division;
  command.trigger = trigger.kind;
  command.trigger_reference = std::to_string(story_.today().year()) + "年" + trigger.reference;
  command.officers = story_.officer_ids();
  act(story_.first(), command);
}

void InspectionTale::approve() {
  std::vector<const Hazard*> hazards;
  for (const auto& list : {common_hazards(), major_hazards(), equipment_hazards()}) {
    for (const Hazard& hazard : list) hazards.push_back(&hazard);
  }
  inspection::ApproveScheme command;
  for (const Hazard* hazard : hazards) {
    const std::string number = std::to_string(command.items.size() + 1);
    command.items.push_back({"item-" + number, hazard->item, hazard->violation});
  }
  items_ = command.items;
  asked_ = std::move(hazards);
  act(story_.random().chance(60) ? story_.bureau().deputy : story_.bureau().head, command);
}

void InspectionTale::arrive() {
  inspection::BeginOnSite command;
  command.person_in_charge = {story_.firm().representative};
  command.person_role = story_.random().pick(kRoles);
  for (const Person* officer : {&story_.first(), &story_.second()}) {
    command.certificates.push_back({officer->id(), officer->certificate});
  }
  act(story_.first(), command);
}

bool InspectionTale::has_found(const Hazard& hazard) const {
  return std::any_of(found_.begin(), found_.end(), [&](const Found& found) { return found.hazard == &hazard; });
}

void InspectionTale::record_items() {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const bool failed = has_found(*asked_[i]);
    inspection::RecordItem command;
    command.item = items_[i].id;
    command.result = failed ? inspection::ItemResult::failed : inspection::ItemResult::passed;
    command.note = failed ? "见检查发现" : "查阅资料并现场核查，未发现问题";
    act(story_.random().chance(50) ? story_.first() : story_.second(), command);
  }
}

void InspectionTale::find(std::span<const Hazard> hazards, bool major) {
  std::vector<const Hazard*> fresh;
  for (const Hazard& hazard : hazards) {
    if (!has_found(hazard)) fresh.push_back(&hazard);
  }
  const Hazard& hazard = *story_.random().pick(fresh);
  const auto asked = static_cast<std::size_t>(std::find(asked_.begin(), asked_.end(), &hazard) - asked_.begin());
  inspection::RecordFinding command;
  command.id = story_.id();
  command.item = items_[asked].id;
  command.violation = hazard.violation;
  command.description = hazard.description;
  command.place = hazard.place[0] == '\0' ? story_.firm().workplace : hazard.place;
  command.major_hazard = major;
  command.evidence = {{story_.picture(), "现场照片（演示图）"}};
  found_.push_back({command.id, &hazard});
  act(story_.first(), command);
}

void InspectionTale::feedback() {
  inspection::GiveFeedback command;
  command.person = {story_.firm().representative};
  command.opinion = found_.empty() ? "无异议" : "情况属实，立即组织整改";
  act(story_.first(), command);
}

void InspectionTale::up_to_feedback(int findings, std::span<const Hazard> hazards, bool major) {
  open();
  story_.wait_days(story_.random().between(0, 2));
  approve();
  story_.wait_days(story_.random().between(1, 3));
  arrive();
  for (int i = 0; i < findings; ++i) find(hazards, major);
  record_items();
  feedback();
}

void InspectionTale::sign_one() { act(story_.first(), inspection::SignByOfficer{}); }

void InspectionTale::sign() {
  sign_one();
  act(story_.second(), inspection::SignByOfficer{});
  inspection::SignByEnterprise command;
  command.person = {story_.firm().representative};
  act(story_.first(), command);
}

// 安全生产法(2021) 第六十八条.
void InspectionTale::sign_refused() {
  sign_one();
  act(story_.second(), inspection::SignByOfficer{});
  inspection::RecordRefusalToSign command;
  command.person = {story_.firm().representative};
  command.reason = "对检查发现的表述有不同意见，拒绝签字";
  command.reported_to = story_.bureau().head.id();
  act(story_.first(), command);
}

void InspectionTale::close() {
  inspection::CloseInspection command;
  command.summary = found_.empty() ? "未发现问题，结束检查" : "检查发现的问题均已处理，结束检查";
  Step& step = act(story_.first(), command);
  step.acknowledged = {{"close.due_penalty_unfiled", "违法行为轻微并及时改正，没有造成危害后果，依法不予行政处罚"}};
}

}  // namespace xiezhi::app::demo
