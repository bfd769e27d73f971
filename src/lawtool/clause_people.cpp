#include "lawtool/clause_words.h"

namespace xiezhi::lawtool {

using law::Decider;
using law::Subject;

const std::vector<SubjectWords>& subject_words() {
  static const std::vector<SubjectWords> kWords = {
      {"对其直接负责的主管人员和其他直接责任人员", Subject::directly_responsible},
      {"对直接负责的主管人员和其他直接责任人员", Subject::directly_responsible},
      {"对负有责任的领导人员和直接责任人员", Subject::directly_responsible},
      {"对主管人员和直接责任人员", Subject::directly_responsible},
      {"对有关责任人员", Subject::directly_responsible},
      {"对主要负责人、直接负责的主管人员和其他直接责任人员", Subject::principal_and_responsible},
      {"对生产经营单位的主要负责人、个人经营的投资人", Subject::principal_or_investor},
      {"对生产经营单位的主要负责人", Subject::principal},
      {"对煤矿企业主要负责人", Subject::principal},
      {"对企业主要负责人", Subject::principal},
      {"对主要负责人", Subject::principal},
      {"对个人经营的投资人", Subject::investor},
      {"对负有责任的生产经营单位", Subject::unit},
      {"对负有责任的煤矿企业", Subject::unit},
      {"对事故发生单位", Subject::unit},
      {"对责任单位", Subject::unit},
      {"对单位", Subject::unit}};
  return kWords;
}

namespace {

std::vector<SubjectWords> openings_of_anyone() {
  return {{"有下列行为之一", Subject::anyone},
          {"有下列情形之一", Subject::anyone},
          {"有本条第一款", Subject::anyone},
          {"单位或者个人", Subject::anyone},
          {"未依法取得", Subject::anyone},
          {"未取得", Subject::anyone},
          {"生产、经营、使用国家禁止", Subject::anyone},
          {"违反国家关于危险化学品使用的限制性规定", Subject::anyone},
          {"将未经检验合格的运输危险化学品的船舶", Subject::anyone},
          {"不具有本条例第三十八条", Subject::anyone},
          {"在邮件、快件内夹带", Subject::anyone},
          {"未向港口行政管理部门报告", Subject::anyone},
          {"伪造、变造或者出租、出借、转让", Subject::anyone},
          {"转让安全生产许可证的", Subject::anyone},
          {"冒用安全生产许可证", Subject::anyone},
          {"接受转让的", Subject::transferee},
          {"对未经许可", Subject::anyone},
          {"非法生产、经营、运输烟花爆竹", Subject::anyone},
          {"经由道路运输烟花爆竹", Subject::anyone},
          {"对携带烟花爆竹", Subject::anyone},
          {"在禁止燃放烟花爆竹", Subject::anyone},
          {"擅自开采保安煤柱", Subject::anyone},
          {"编造并传播", Subject::anyone},
          {"生产、销售不合格的消防产品", Subject::anyone},
          {"电器产品、燃气用具", Subject::anyone},
          {"个人有前款", Subject::individual}};
}

std::vector<SubjectWords> openings_of_authorities() {
  return {{"有关地方人民政府", Subject::authority},
          {"地方各级人民政府", Subject::authority},
          {"发生危险化学品事故，有关地方人民政府", Subject::authority},
          {"负有危险化学品安全监督管理职责的部门的工作人员", Subject::authority},
          {"参与事故调查的人员", Subject::authority},
          {"安全生产许可证颁发管理机关工作人员", Subject::authority},
          {"安全生产监督管理部门、公安部门、质量监督检验部门", Subject::authority},
          {"矿山安全监督人员和安全管理人员", Subject::authority},
          {"行政机关", Subject::authority},
          {"人民法院", Subject::authority}};
}

std::vector<SubjectWords> openings_of_institutions() {
  return {{"承担安全评价、认证、检测、检验职责的机构", Subject::institution},
          {"承担安全评价、认证、检测、检验等职责的", Subject::institution_and_responsible},
          {"对有前款违法行为的机构及其直接责任人员", Subject::institution_and_responsible},
          {"为发生事故的单位提供虚假证明的中介机构", Subject::institution}};
}

std::vector<SubjectWords> openings_of_persons() {
  return {{"生产经营单位的决策机构、主要负责人或者个人经营的投资人", Subject::decision_body},
          {"煤矿企业的决策机构、主要负责人、其他负责人和安全生产管理人员", Subject::decision_body},
          {"生产经营单位的主要负责人", Subject::principal},
          {"生产经营单位主要负责人", Subject::principal},
          {"事故发生单位主要负责人", Subject::principal},
          {"煤矿企业主要负责人", Subject::principal},
          {"危险化学品单位发生危险化学品事故，其主要负责人", Subject::principal},
          {"对事故发生负有责任的单位的主要负责人", Subject::principal},
          {"主要负责人属于", Subject::principal},
          {"其主要负责人", Subject::principal},
          {"生产经营单位的其他负责人和安全生产管理人员", Subject::other_leader_or_manager},
          {"矿山企业主管人员", Subject::other_leader_or_manager},
          {"对事故发生单位负有事故责任的有关人员", Subject::directly_responsible},
          {"负有直接责任的人员", Subject::directly_responsible},
          {"生产经营单位的从业人员", Subject::practitioner},
          {"特种设备安全管理人员、检测人员和作业人员", Subject::practitioner},
          {"人员密集场所发生火灾，该场所的现场工作人员", Subject::practitioner}};
}

std::vector<SubjectWords> openings_of_units() {
  return {{"以上施工单位", Subject::construction_unit},
          {"矿山、金属冶炼建设项目和用于生产、储存、装卸危险物品的建设项目的施工单位", Subject::construction_unit},
          {"高危行业、领域的生产经营单位", Subject::unit},
          {"两个以上生产经营单位", Subject::unit},
          {"未经依法批准，擅自", Subject::unit},
          {"未经安全条件审查", Subject::unit},
          {"发生生产安全事故，", Subject::unit},
          {"发生煤矿生产安全事故，", Subject::unit},
          {"发生事故，对负有责任的单位", Subject::unit},
          {"发生特种设备事故，", Subject::unit},
          {"生产经营单位", Subject::unit},
          {"化工企业未取得", Subject::unit},
          {"从事危险化学品仓储经营的港口经营人", Subject::unit},
          {"储存剧毒化学品、易制爆危险化学品的专用仓库", Subject::unit},
          {"生产、储存剧毒化学品、易制爆危险化学品的单位", Subject::unit},
          {"危险化学品包装物、容器生产企业", Subject::unit},
          {"生产、储存、使用危险化学品的单位", Subject::unit},
          {"生产、储存危险化学品的企业", Subject::unit},
          {"生产实施重点环境管理的危险化学品的企业", Subject::unit},
          {"危险化学品经营企业", Subject::unit},
          {"危险化学品生产企业、经营企业", Subject::unit},
          {"使用剧毒化学品、易制爆危险化学品的单位", Subject::unit},
          {"邮政企业、快递企业", Subject::unit},
          {"对发生交通事故负有全部责任或者主要责任的危险化学品道路运输企业", Subject::unit},
          {"事故发生单位", Subject::unit},
          {"安全生产许可证有效期满未办理延期手续", Subject::unit},
          {"生产烟花爆竹的企业", Subject::unit},
          {"从事烟花爆竹批发的企业", Subject::unit},
          {"从事烟花爆竹零售的经营者", Subject::unit},
          {"生产、经营、使用黑火药", Subject::unit},
          {"对未经许可举办焰火晚会", Subject::unit},
          {"矿长不具备安全专业知识的", Subject::unit},
          {"矿山建设工程", Subject::unit},
          {"已经投入生产的矿山企业", Subject::unit},
          {"依照《矿山安全法》", Subject::unit},
          {"违反本条例第十五条", Subject::unit},
          {"关闭的煤矿企业", Subject::unit},
          {"煤矿企业", Subject::unit},
          {"对存在重大事故隐患仍然进行生产的煤矿企业", Subject::unit},
          {"有关单位有下列", Subject::unit},
          {"金融机构", Subject::unit},
          {"核查发现公众聚集场所", Subject::unit},
          {"建设单位未依照", Subject::unit},
          {"单位违反本法规定", Subject::unit},
          {"生产、储存、经营易燃易爆危险品的场所", Subject::unit},
          {"生产、储存、经营其他物品的场所", Subject::unit},
          {"人员密集场所使用", Subject::unit},
          {"机关、团体、企业、事业等单位", Subject::unit},
          {"特种设备使用单位", Subject::unit},
          {"特种设备生产、经营、使用单位", Subject::unit},
          {"电梯、客运索道、大型游乐设施的运营使用单位", Subject::unit}};
}

}  // namespace

const std::vector<SubjectWords>& opening_words() {
  static const std::vector<SubjectWords> kWords = [] {
    std::vector<SubjectWords> all;
    for (const auto& group : {openings_of_anyone(), openings_of_authorities(), openings_of_institutions(),
                              openings_of_persons(), openings_of_units()}) {
      all.insert(all.end(), group.begin(), group.end());
    }
    return all;
  }();
  return kWords;
}

const std::vector<BodyWords>& body_words() {
  static const std::vector<BodyWords> kWords = {
      {"由应急管理部门和其他负有安全生产监督管理职责的部门", Decider::department},
      {"由县级以上人民政府负有安全生产监督管理职责的部门", Decider::department},
      {"由县级以上人民政府负有煤矿安全生产监督管理职责的部门和其他有关部门、国家矿山安全监察机构", Decider::department},
      {"由所在地履行统一领导职责的人民政府有关部门", Decider::department},
      {"分别由有关部门", Decider::department},
      {"由主管部门", Decider::department},
      {"安全生产监督管理部门还应当", Decider::emergency_department},
      {"由安全生产监督管理部门", Decider::emergency_department},
      {"分别由安全生产监督管理部门或者港口行政管理部门", Decider::emergency_or_port_department},
      {"由港口行政管理部门", Decider::port_department},
      {"由质量监督检验检疫部门", Decider::market_department},
      {"由工商行政管理部门", Decider::market_department},
      {"由产品质量监督部门或者工商行政管理部门", Decider::market_department},
      {"由海事管理机构", Decider::maritime_administration},
      {"由公安机关", Decider::police},
      {"由公安部门", Decider::police},
      {"由环境保护主管部门", Decider::environment_department},
      {"由交通运输主管部门", Decider::transport_department},
      {"由原发证机关", Decider::licensing_body},
      {"由有关部门", Decider::licensing_body},
      {"分别由相关许可证的颁发管理机关", Decider::licensing_body},
      {"由安全生产许可证颁发管理机关", Decider::licensing_department},
      {"由其上级行政机关", Decider::superior_body},
      {"由上级行政机关或者有关部门", Decider::superior_body},
      {"由监察机关", Decider::supervision_organ},
      {"由劳动行政主管部门会同管理矿山企业的主管部门", Decider::mine_department},
      {"由劳动行政主管部门", Decider::mine_department},
      {"由管理矿山企业的主管部门", Decider::mine_owner_department},
      {"由住房和城乡建设主管部门、消防救援机构按照各自职权", Decider::housing_or_fire},
      {"由住房和城乡建设主管部门", Decider::housing_department},
      {"由财政部门或者有关部门", Decider::finance_department},
      {"由金融业监督管理机构", Decider::financial_regulator}};
  return kWords;
}

}  // namespace xiezhi::lawtool
