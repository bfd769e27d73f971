#include "lawtool/clause_words.h"

namespace xiezhi::lawtool {

using Kind = law::MeasureKind;
using law::Subject;
using law::Trigger;

const std::vector<TriggerWords>& trigger_words() {
  static const std::vector<TriggerWords> kWords = {
      {"逾期未改正的", Trigger::not_corrected_in_time},
      {"拒不执行的", Trigger::refused_to_carry_out},
      {"拒不改正", Trigger::refused_to_carry_out},
      {"情节特别严重、影响特别恶劣的", Trigger::accident_especially_grave},
      {"情节严重的", Trigger::grave},
      {"导致发生生产安全事故的", Trigger::accident_caused},
      {"发生一般事故的", Trigger::accident_general},
      {"发生较大事故的", Trigger::accident_larger},
      {"发生重大事故的", Trigger::accident_major},
      {"发生特别重大事故的", Trigger::accident_extraordinary},
      {"对重大、特别重大生产安全事故负有责任的", Trigger::accident_major_or_worse},
      {"对逃匿的", Trigger::fled},
      {"受刑事处罚或者撤职处分的", Trigger::punished_criminally_or_removed},
      {"被责令改正且受到罚款处罚", Trigger::ordered_and_fined}};
  return kWords;
}

const std::vector<SubjectWords>& subject_words() {
  static const std::vector<SubjectWords> kWords = {
      {"对其直接负责的主管人员和其他直接责任人员", Subject::directly_responsible},
      {"对直接负责的主管人员和其他直接责任人员", Subject::directly_responsible},
      {"对生产经营单位的主要负责人、个人经营的投资人", Subject::principal_or_investor},
      {"对生产经营单位的主要负责人", Subject::principal},
      {"对个人经营的投资人", Subject::investor},
      {"对负有责任的生产经营单位", Subject::unit}};
  return kWords;
}

const std::vector<SubjectWords>& opening_words() {
  static const std::vector<SubjectWords> kWords = {
      {"承担安全评价、认证、检测、检验职责的机构", Subject::institution},
      {"对有前款违法行为的机构及其直接责任人员", Subject::institution_and_responsible},
      {"生产经营单位的决策机构、主要负责人或者个人经营的投资人", Subject::decision_body},
      {"生产经营单位的主要负责人", Subject::principal},
      {"生产经营单位主要负责人", Subject::principal},
      {"生产经营单位的其他负责人和安全生产管理人员", Subject::other_leader_or_manager},
      {"生产经营单位的从业人员", Subject::practitioner},
      {"以上施工单位", Subject::construction_unit},
      {"矿山、金属冶炼建设项目和用于生产、储存、装卸危险物品的建设项目的施工单位", Subject::construction_unit},
      {"有关地方人民政府、负有安全生产监督管理职责的部门", Subject::authority},
      {"高危行业、领域的生产经营单位", Subject::unit},
      {"两个以上生产经营单位", Subject::unit},
      {"违反本法规定，生产经营单位", Subject::unit},
      {"未经依法批准，擅自", Subject::unit},
      {"发生生产安全事故，", Subject::unit},
      {"生产经营单位", Subject::unit}};
  return kWords;
}

const std::vector<MeasureWords>& measure_words() {
  static const std::vector<MeasureWords> kWords = {
      {"责令停止建设或者停产停业整顿", {Kind::suspend_construction, Kind::suspend_business}, {}},
      {"责令生产经营单位停产停业整顿", {Kind::suspend_business}, Subject::unit},
      {"责令停产停业整顿", {Kind::suspend_business}, {}},
      {"责令停产停业", {Kind::suspend_business}, {}},
      {"责令停业整顿", {Kind::suspend_business}, {}},
      {"责令立即消除或者限期消除", {Kind::order_elimination}, {}},
      {"责令限期改正", {Kind::order_correction}, {}},
      {"责令改正", {Kind::order_correction}, {}},
      {"限期改正", {Kind::order_correction}, {}},
      {"没收违法所得", {Kind::confiscate_gains}, {}},
      {"暂停或者吊销其与安全生产有关的资格", {Kind::suspend_qualification, Kind::revoke_licence}, {}},
      {"吊销其相应资质和资格", {Kind::revoke_licence}, {}},
      {"吊销其有关证照", {Kind::revoke_licence}, {}},
      {"吊销资质证书", {Kind::revoke_licence}, {}},
      {"给予撤职处分", {Kind::removal_from_office}, {}},
      {"给予降级、撤职的处分", {Kind::demotion_or_removal}, {}},
      {"给予处分", {Kind::disciplinary_sanction}, {}},
      {"给予批评教育", {Kind::criticism_and_education}, {}},
      {"提请地方人民政府予以关闭", {Kind::proposal_to_close}, {}},
      {"按照原处罚数额按日连续处罚", {Kind::daily_fine}, {}},
      {"的规定予以处罚", {Kind::under_other_law}, {}},
      {"该协议无效", {Kind::agreement_void}, {}}};
  return kWords;
}

const std::vector<BanWords>& ban_words() {
  static const std::vector<BanWords> kWords = {
      {"内不得担任任何生产经营单位的主要负责人", false, law::BanScope::principal_of_any_unit},
      {"内不得从事安全评价、认证、检测、检验等工作", false, law::BanScope::assessment_work},
      {"终身不得担任本行业生产经营单位的主要负责人", true, law::BanScope::principal_in_trade},
      {"实行终身行业和职业禁入", true, law::BanScope::trade_and_profession}};
  return kWords;
}

const std::vector<std::string_view>& silent_words() {
  static const std::vector<std::string_view> kWords = {"自刑罚执行完毕或者受处分之日起", "责令改正之日",
                                                       "依照下列规定处以罚款", "依照前款规定处罚"};
  return kWords;
}

const std::vector<std::string_view>& sanction_words() {
  static const std::vector<std::string_view> kWords = {
      "责令",     "罚款", "没收", "吊销", "暂停",     "撤职", "降级", "处分", "拘留", "关闭",     "终身", "不得担任",
      "不得从事", "禁入", "无效", "警告", "通报批评", "处罚", "整顿", "改正", "取缔", "批评教育", "撤销"};
  return kWords;
}

}  // namespace xiezhi::lawtool
