#include "lawtool/clause_words.h"

namespace xiezhi::lawtool {

using law::BanScope;
using law::Trigger;

const std::vector<TriggerWords>& trigger_words() {
  static const std::vector<TriggerWords> kWords = {
      {"逾期未改正的", Trigger::not_corrected_in_time},
      {"逾期不改正的", Trigger::not_corrected_in_time},
      {"逾期仍不具备安全生产条件的", Trigger::not_corrected_in_time},
      {"逾期仍不办理延期手续，继续进行生产的", Trigger::not_corrected_in_time},
      {"逾期不整改或者整改后仍达不到要求的", Trigger::not_corrected_in_time},
      {"拒不执行的", Trigger::refused_to_carry_out},
      {"拒不停止生产的", Trigger::refused_to_carry_out},
      {"拒不改正", Trigger::refused_to_carry_out},
      {"经责令改正拒不改正的", Trigger::refused_to_carry_out},
      {"情节特别严重、影响特别恶劣的", Trigger::accident_especially_grave},
      {"情节特别严重的", Trigger::especially_grave},
      {"情节严重的", Trigger::grave},
      {"情节严重，尚不构成犯罪的", Trigger::grave},
      {"情节较轻的", Trigger::minor},
      {"造成严重后果的", Trigger::serious_consequences},
      {"有违法所得的", Trigger::gains_made},
      {"构成违反治安管理行为的", Trigger::public_security_breach},
      {"属于国家工作人员的", Trigger::state_functionary},
      {"负有直接责任的人员是公职人员的", Trigger::state_functionary},
      {"导致发生生产安全事故的", Trigger::accident_caused},
      {"导致发生煤矿生产安全事故的", Trigger::accident_caused},
      {"导致事故发生的", Trigger::accident_caused},
      {"造成矿山事故的", Trigger::accident_caused},
      {"造成事故的", Trigger::accident_caused},
      {"发生一般事故", Trigger::accident_general},
      {"发生较大事故", Trigger::accident_larger},
      {"发生重大事故", Trigger::accident_major},
      {"发生特别重大事故", Trigger::accident_extraordinary},
      {"对重大、特别重大生产安全事故负有责任的", Trigger::accident_major_or_worse},
      {"对重大、特别重大煤矿生产安全事故负有责任的", Trigger::accident_major_or_worse},
      {"对逃匿的", Trigger::fled},
      {"受刑事处罚或者撤职处分的", Trigger::punished_criminally_or_removed},
      {"受到刑事处罚或者撤职处分的", Trigger::punished_criminally_or_removed},
      {"被责令改正且受到罚款处罚", Trigger::ordered_and_fined}};
  return kWords;
}

const std::vector<BanWords>& ban_words() {
  static const std::vector<BanWords> kWords = {
      {"内不得担任任何生产经营单位的主要负责人", false, BanScope::principal_of_any_unit},
      {"内不得从事安全评价、认证、检测、检验等工作", false, BanScope::assessment_work},
      {"终身不得担任本行业生产经营单位的主要负责人", true, BanScope::principal_in_trade},
      {"终身不得从事煤矿安全生产相关技术服务工作", true, BanScope::coal_services},
      {"实行终身行业和职业禁入", true, BanScope::trade_and_profession}};
  return kWords;
}

const std::vector<std::string_view>& silent_words() {
  static const std::vector<std::string_view> kWords = {"自刑罚执行完毕或者受处分之日起",
                                                       "责令改正之日",
                                                       "依照下列规定处以罚款",
                                                       "规定处以罚款的",
                                                       "尚不构成犯罪的",
                                                       "不构成犯罪的",
                                                       "经责令限期改正",
                                                       "明确整顿的内容",
                                                       "在强制执行中有违法行为",
                                                       "扩大强制执行范围",
                                                       "责令其对所生产、经营、使用的危险化学品",
                                                       "除依法对使用者予以处罚外",
                                                       "予以关闭的决定",
                                                       "关闭煤矿应当达到",
                                                       "关闭的煤矿企业擅自恢复生产",
                                                       "对前款行为规定了处罚的，依照较重的规定处罚"};
  return kWords;
}

const std::vector<std::string_view>& sanction_words() {
  static const std::vector<std::string_view> kWords = {
      "责令", "罚款",     "没收",     "吊销", "暂停", "撤职",     "降级",     "处分",  "拘留", "关闭",
      "终身", "不得担任", "不得从事", "禁入", "无效", "警告",     "通报批评", "处罚",  "整顿", "改正",
      "取缔", "批评教育", "撤销",     "暂扣", "追缴", "强制执行", "法律责任", "禁止上"};
  return kWords;
}

}  // namespace xiezhi::lawtool
