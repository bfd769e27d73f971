// The structure of a penalty clause: who, when, what, how much, and which body decides.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "core/law/citation.h"

namespace xiezhi::core::law {

/// Whom a clause strikes.
enum class Subject : std::uint8_t {
  unit,                         ///< 生产经营单位
  institution,                  ///< 承担安全评价、认证、检测、检验职责的机构
  institution_and_responsible,  ///< 机构及其直接责任人员, together (安全生产法 第九十二条第三款)
  construction_unit,            ///< 建设项目的施工单位
  principal,                    ///< 主要负责人
  other_leader_or_manager,      ///< 其他负责人和安全生产管理人员
  directly_responsible,         ///< 直接负责的主管人员和其他直接责任人员
  investor,                     ///< 个人经营的投资人
  principal_or_investor,        ///< 主要负责人、个人经营的投资人
  decision_body,                ///< 决策机构、主要负责人或者投资人
  practitioner,                 ///< 从业人员
  authority,                    ///< 政府、部门及其工作人员
  anyone,                       ///< whoever does it: the clause names nobody, or 单位和个人
  individual,                   ///< 个人
  principal_and_responsible,    ///< 主要负责人、直接负责的主管人员和其他直接责任人员
  transferee                    ///< 接受转让的
};
BOOST_DESCRIBE_ENUM(Subject, unit, institution, institution_and_responsible, construction_unit, principal,
                    other_leader_or_manager, directly_responsible, investor, principal_or_investor, decision_body,
                    practitioner, authority, anyone, individual, principal_and_responsible, transferee)

/// What must hold, besides the violation itself, for a branch to apply. All triggers of a branch must hold.
enum class Trigger : std::uint8_t {
  found,                           ///< the violation as such
  not_corrected_in_time,           ///< 逾期未改正
  refused_to_carry_out,            ///< 拒不执行、拒不改正
  grave,                           ///< 情节严重
  accident_caused,                 ///< 导致发生生产安全事故
  accident_general,                ///< 一般事故
  accident_larger,                 ///< 较大事故
  accident_major,                  ///< 重大事故
  accident_extraordinary,          ///< 特别重大事故
  accident_major_or_worse,         ///< 重大、特别重大事故
  accident_especially_grave,       ///< 情节特别严重、影响特别恶劣
  gains_at_least_threshold,        ///< 违法所得达到 threshold_fen
  gains_below_threshold,           ///< 没有违法所得或者不足 threshold_fen
  fled,                            ///< 逃匿
  punished_criminally_or_removed,  ///< 受刑事处罚或者撤职处分
  ordered_and_fined,               ///< 被责令改正且受到罚款处罚 (安全生产法 第一百一十二条)
  especially_grave,                ///< 情节特别严重
  minor,                           ///< 情节较轻
  serious_consequences,            ///< 造成严重后果
  gains_made,                      ///< 有违法所得
  public_security_breach,          ///< 构成违反治安管理行为
  state_functionary                ///< 属于国家工作人员、公职人员
};
BOOST_DESCRIBE_ENUM(Trigger, found, not_corrected_in_time, refused_to_carry_out, grave, accident_caused,
                    accident_general, accident_larger, accident_major, accident_extraordinary, accident_major_or_worse,
                    accident_especially_grave, gains_at_least_threshold, gains_below_threshold, fled,
                    punished_criminally_or_removed, ordered_and_fined, especially_grave, minor, serious_consequences,
                    gains_made, public_security_breach, state_functionary)

enum class MeasureKind : std::uint8_t {
  warning,                  ///< 警告
  circular_criticism,       ///< 通报批评
  order_correction,         ///< 责令（限期）改正: no penalty
  order_elimination,        ///< 责令立即消除或者限期消除: no penalty
  fine,                     ///< 罚款, min_fen to max_fen
  fine_gains_multiple,      ///< 违法所得 min_times 倍 to max_times 倍
  fine_income_percent,      ///< 上一年年收入 min_percent % to max_percent %
  fine_multiple_of_fine,    ///< 前款罚款数额 min_times 倍 to max_times 倍
  daily_fine,               ///< 按日连续处罚, the original amount each day
  confiscate_gains,         ///< 没收违法所得
  suspend_construction,     ///< 责令停止建设
  suspend_business,         ///< 责令停产停业（整顿）
  suspend_qualification,    ///< 暂停资格
  revoke_licence,           ///< 吊销资质、资格、证照
  ban_from_post,            ///< 限制从业, ban_years or for life
  proposal_to_close,        ///< 提请关闭
  detention,                ///< 行政拘留, up to max_days
  removal_from_office,      ///< 撤职处分: no penalty of the department
  demotion_or_removal,      ///< 降级、撤职的处分: no penalty of the department
  criticism_and_education,  ///< 批评教育: no penalty
  disciplinary_sanction,    ///< 处分: no penalty of the department
  under_other_law,          ///< 依照有关法律、行政法规处罚: the clause has no penalty of its own
  agreement_void,           ///< 协议无效
  order_stop,               ///< 责令停止违法活动: no penalty
  order_treatment,          ///< 责令进行无害化处理: no penalty
  order_registration,       ///< 责令办理经营范围变更登记: no penalty
  suspend_use,              ///< 责令停止使用、禁止上道路行驶
  withhold_licence,         ///< 暂扣许可证件
  withdraw_permit,          ///< 撤销许可: no penalty
  confiscate_goods,         ///< 没收非法财物
  recover_goods,            ///< 追缴: no penalty
  compulsory_execution,     ///< 强制执行: no penalty
  fine_unset,               ///< 处以罚款, where another instrument sets the amount
  fine_sum_multiple,        ///< min_times to max_times of the sum wrongly moved (行政强制法 第六十六条)
  demerit_to_dismissal,     ///< 记大过、降级、撤职或者开除的处分: no penalty of the department
  as_provision  ///< 依照本法另一条款处罚: only in the sources, the builder puts the measures in its place
};
BOOST_DESCRIBE_ENUM(MeasureKind, warning, circular_criticism, order_correction, order_elimination, fine,
                    fine_gains_multiple, fine_income_percent, fine_multiple_of_fine, daily_fine, confiscate_gains,
                    suspend_construction, suspend_business, suspend_qualification, revoke_licence, ban_from_post,
                    proposal_to_close, detention, removal_from_office, demotion_or_removal, criticism_and_education,
                    disciplinary_sanction, under_other_law, agreement_void, order_stop, order_treatment,
                    order_registration, suspend_use, withhold_licence, withdraw_permit, confiscate_goods, recover_goods,
                    compulsory_execution, fine_unset, fine_sum_multiple, demerit_to_dismissal, as_provision)

/// Which body decides a measure (安全生产法 第一百一十五条).
enum class Decider : std::uint8_t {
  department,            ///< 应急管理部门和其他负有安全生产监督管理职责的部门
  emergency_department,  ///< 应急管理部门
  government,            ///< 县级以上人民政府
  police,                ///< 公安机关
  licensing_body,        ///< 发证机关、有关部门
  employer,              ///< 任免机关、单位
  superior_body,         ///< 上级行政机关
  supervision_organ,     ///< 监察机关
  market_department,  ///< 市场监督管理部门 (in older texts 质量监督检验检疫、工商行政管理部门)
  port_department,    ///< 港口行政管理部门
  transport_department,          ///< 交通运输主管部门
  maritime_administration,       ///< 海事管理机构
  environment_department,        ///< 生态环境主管部门
  emergency_or_port_department,  ///< 应急管理部门、港口行政管理部门, each for its own
  housing_department,            ///< 住房和城乡建设主管部门
  housing_or_fire,               ///< 住房和城乡建设主管部门、消防救援机构, each for its own
  licensing_department,          ///< 安全生产许可证颁发管理机关 (应急管理部门 in its trades)
  mine_department,               ///< 矿山安全监督管理部门 (in 矿山安全法 still 劳动行政主管部门)
  mine_owner_department,         ///< 管理矿山企业的主管部门
  equipment_department,          ///< 负责特种设备安全监督管理的部门
  finance_department,            ///< 财政部门
  financial_regulator            ///< 金融业监督管理机构
};
BOOST_DESCRIBE_ENUM(Decider, department, emergency_department, government, police, licensing_body, employer,
                    superior_body, supervision_organ, market_department, port_department, transport_department,
                    maritime_administration, environment_department, emergency_or_port_department, housing_department,
                    housing_or_fire, licensing_department, mine_department, mine_owner_department, equipment_department,
                    finance_department, financial_regulator)

/// May the measure be left out, and does it stand alone or beside the others of its branch?
enum class Duty : std::uint8_t {
  shall,              ///< 处、并处: must be imposed
  may,                ///< 可以
  alone_or_together,  ///< 单处或者并处
  either              ///< A 或者 B: one of the measures so marked in the branch
};
BOOST_DESCRIBE_ENUM(Duty, shall, may, alone_or_together, either)

/// From what a ban keeps its subject.
enum class BanScope : std::uint8_t {
  principal_of_any_unit,  ///< 任何生产经营单位的主要负责人
  principal_in_trade,     ///< 本行业生产经营单位的主要负责人
  assessment_work,        ///< 安全评价、认证、检测、检验等工作
  trade_and_profession,   ///< 行业和职业
  coal_services           ///< 煤矿安全生产相关技术服务工作
};
BOOST_DESCRIBE_ENUM(BanScope, principal_of_any_unit, principal_in_trade, assessment_work, trade_and_profession,
                    coal_services)

/// One sanction of a branch. Bounds are inclusive (行政处罚法 and 安全生产法: 以上、以下包括本数). An absent minimum is
/// none.
struct Measure {
  MeasureKind kind = MeasureKind::fine;
  Duty duty = Duty::shall;
  Decider decider = Decider::department;
  std::optional<base::Money> min_fen;
  std::optional<base::Money> max_fen;
  std::optional<std::int32_t> min_times;
  std::optional<std::int32_t> max_times;
  std::optional<std::int32_t> min_percent;
  std::optional<std::int32_t> max_percent;
  std::optional<std::int32_t> ban_years;
  std::optional<bool> for_life;
  std::optional<BanScope> ban_scope;
  std::optional<std::int32_t> min_days;
  std::optional<std::int32_t> max_days;
  std::optional<std::int32_t> article;    ///< of as_provision; absent: the same article
  std::optional<std::int32_t> paragraph;  ///< of as_provision; absent: the only one

  bool operator==(const Measure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Measure, (),
                      (kind, duty, decider, min_fen, max_fen, min_times, max_times, min_percent, max_percent, ban_years,
                       for_life, ban_scope, min_days, max_days, article, paragraph))

/// "When these triggers hold, this subject suffers these measures." `at` is the place that says so.
struct Branch {
  Subject subject = Subject::unit;
  std::vector<Trigger> when;
  std::optional<base::Money> threshold_fen;  ///< for the two gains triggers
  std::vector<Measure> measures;
  Citation at;

  bool operator==(const Branch&) const = default;
};
BOOST_DESCRIBE_STRUCT(Branch, (), (subject, when, threshold_fen, measures, at))

enum class Provenance : std::uint8_t { verified, unverified };
BOOST_DESCRIBE_ENUM(Provenance, verified, unverified)

/// One violation: an item of a penalty clause, with the duty it breaks.
struct Violation {
  std::string id;                   ///< permanent, for example "wsl.97.1"
  std::string title;                ///< worded by the project, not the text of the statute
  Citation penalty;                 ///< the penalty clause, to the item
  std::vector<Citation> duty;       ///< the provisions it breaks, may be empty
  std::vector<Branch> branches;     ///< a branch may stand in another paragraph than `penalty`: see its `at`
  bool criminal_reference = false;  ///< the clause ends in 构成犯罪的…
  /// Violations of another instrument whose penalties apply (依照…有关规定处罚): ids; absent where the clause has its
  /// own.
  std::optional<std::vector<std::string>> applies;
  std::string anchor;  ///< 2 to 10 characters unique to the item, for the text check
  Provenance status = Provenance::unverified;
};
BOOST_DESCRIBE_STRUCT(Violation, (), (id, title, penalty, duty, branches, criminal_reference, applies, anchor, status))

}  // namespace xiezhi::core::law
