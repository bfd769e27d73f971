#include "lawtool/clause_words.h"

namespace xiezhi::lawtool {

using Kind = law::MeasureKind;
using law::Decider;
using law::Subject;

namespace {

std::vector<MeasureWords> orders() {
  return {{"责令立即消除或者限期消除", {Kind::order_elimination}},
          {"责令消除安全隐患", {Kind::order_elimination}},
          {"责令限期改正", {Kind::order_correction}},
          {"责令限期改进", {Kind::order_correction}},
          {"责令改正", {Kind::order_correction}},
          {"限期改正", {Kind::order_correction}},
          {"限期补办延期手续", {Kind::order_correction}},
          {"责令停止生产、经营、使用活动", {Kind::order_stop}},
          {"责令停止经营活动", {Kind::order_stop}},
          {"责令停止非法生产、经营活动", {Kind::order_stop}},
          {"责令停止非法运输活动", {Kind::order_stop}},
          {"责令停止违法行为", {Kind::order_stop}},
          {"责令停止燃放", {Kind::order_stop}},
          {"责令停止生产", {Kind::order_stop}},
          {"责令立即停止生产", {Kind::order_stop}},
          {"责令立即停止作业", {Kind::order_stop}},
          {"进行无害化处理", {Kind::order_treatment}},
          {"责令其办理经营范围变更登记或者吊销其营业执照", {Kind::order_registration, Kind::revoke_licence}}};
}

std::vector<MeasureWords> suspensions() {
  return {
      {"责令停止建设或者停产停业整顿", {Kind::suspend_construction, Kind::suspend_business}},
      {"责令停止建设", {Kind::suspend_construction}},
      {"责令停止施工、停止使用或者停产停业", {Kind::suspend_construction, Kind::suspend_use, Kind::suspend_business}},
      {"责令停止施工", {Kind::suspend_construction}},
      {"责令改正或者停止施工", {Kind::order_correction, Kind::suspend_construction}},
      {"责令停止使用有关特种设备或者停产停业整顿", {Kind::suspend_use, Kind::suspend_business}},
      {"责令停止使用有关特种设备", {Kind::suspend_use}},
      {"责令停止使用", {Kind::suspend_use}},
      {"禁止上道路行驶", {Kind::suspend_use}},
      {"责令生产经营单位停产停业整顿", {Kind::suspend_business}, Subject::unit},
      {"责令停产停业整顿", {Kind::suspend_business}},
      {"责令停产停业", {Kind::suspend_business}},
      {"责令停业整顿", {Kind::suspend_business}},
      {"责令停产整顿", {Kind::suspend_business}},
      {"暂停其业务活动或者吊销其许可证件", {Kind::suspend_business, Kind::revoke_licence}},
      {"提请县级以上人民政府决定责令停产整顿或者由有关主管部门吊销其采矿许可证和营业执照",
       {Kind::suspend_business, Kind::revoke_licence},
       {},
       Decider::government},
      {"提请县级以上人民政府决定责令停产整顿", {Kind::suspend_business}, {}, Decider::government},
      {"提请县级以上人民政府决定责令停产", {Kind::suspend_business}, {}, Decider::government},
      {"提请县级以上人民政府决定由有关主管部门吊销其采矿许可证和营业执照",
       {Kind::revoke_licence},
       {},
       Decider::government}};
}

std::vector<MeasureWords> licence_measures() {
  return {{"暂停或者吊销其与安全生产有关的资格", {Kind::suspend_qualification, Kind::revoke_licence}},
          {"暂停或者撤销其与安全生产有关的执业资格、岗位证书", {Kind::suspend_qualification, Kind::revoke_licence}},
          {"暂扣或者吊销其有关证照及其相关人员的执业资格", {Kind::withhold_licence, Kind::revoke_licence}},
          {"暂扣或者吊销其有关证照", {Kind::withhold_licence, Kind::revoke_licence}},
          {"暂扣或者吊销许可证件", {Kind::withhold_licence, Kind::revoke_licence}},
          {"吊销其相应资质和资格", {Kind::revoke_licence}},
          {"吊销其有关证照", {Kind::revoke_licence}},
          {"吊销资质证书", {Kind::revoke_licence}},
          {"吊销其相关许可证件", {Kind::revoke_licence}},
          {"吊销其危险化学品安全生产许可证、危险化学品经营许可证", {Kind::revoke_licence}},
          {"吊销其危险化学品经营许可证", {Kind::revoke_licence}},
          {"吊销其安全生产许可证", {Kind::revoke_licence}},
          {"吊销安全生产许可证", {Kind::revoke_licence}},
          {"吊销烟花爆竹经营许可证", {Kind::revoke_licence}},
          {"吊销生产许可证，注销特种设备使用登记证书", {Kind::revoke_licence}},
          {"吊销相关人员的资格", {Kind::revoke_licence}},
          {"撤销相应许可", {Kind::withdraw_permit}}};
}

std::vector<MeasureWords> goods_and_gains() {
  return {{"没收违法经营的危险化学品以及违法所得", {Kind::confiscate_goods, Kind::confiscate_gains}, {}, {}, true},
          {"没收非法生产、经营的物品及违法所得", {Kind::confiscate_goods, Kind::confiscate_gains}, {}, {}, true},
          {"没收非法运输的物品及违法所得", {Kind::confiscate_goods, Kind::confiscate_gains}, {}, {}, true},
          {"没收非法经营的物品及违法所得", {Kind::confiscate_goods, Kind::confiscate_gains}, {}, {}, true},
          {"没收违法所得和开采出的煤炭以及采掘设备", {Kind::confiscate_gains, Kind::confiscate_goods}, {}, {}, true},
          {"没收违法所得", {Kind::confiscate_gains}},
          {"没收所购买的剧毒化学品、易制爆危险化学品", {Kind::confiscate_goods}},
          {"没收非法携带、邮寄、夹带的烟花爆竹", {Kind::confiscate_goods}},
          {"予以追缴", {Kind::recover_goods}}};
}

std::vector<MeasureWords> plain_measures() {
  return {{"给予警告", {Kind::warning}},
          {"并处罚款", {Kind::fine_unset}},
          {"处以罚款", {Kind::fine_unset}},
          {"按照原处罚数额按日连续处罚", {Kind::daily_fine}}};
}

std::vector<MeasureWords> discipline() {
  return {{"给予撤职处分", {Kind::removal_from_office}},
          {"给予降级、撤职的处分", {Kind::demotion_or_removal}},
          {"给予降级或者撤职的行政处分", {Kind::demotion_or_removal}},
          {"给予记大过、降级、撤职或者开除的处分", {Kind::demerit_to_dismissal}},
          {"给予处分或者给予警告处罚", {Kind::disciplinary_sanction, Kind::warning}},
          {"给予处分", {Kind::disciplinary_sanction}},
          {"给予行政处分", {Kind::disciplinary_sanction}},
          {"给予纪律处分", {Kind::disciplinary_sanction}},
          {"给予批评教育", {Kind::criticism_and_education}}};
}

std::vector<MeasureWords> elsewhere() {
  return {{"提请地方人民政府予以关闭", {Kind::proposal_to_close}},
          {"提请县级以上地方人民政府予以关闭", {Kind::proposal_to_close}},
          {"强制执行", {Kind::compulsory_execution}},
          {"给予治安管理处罚", {Kind::under_other_law}, {}, Decider::police},
          {"依照《中华人民共和国治安管理处罚法》的规定处罚", {Kind::under_other_law}, {}, Decider::police},
          {"给予行政处罚", {Kind::under_other_law}},
          {"有关法律规定给予处罚", {Kind::under_other_law}},
          {"有关规定追究法律责任", {Kind::under_other_law}},
          {"有关规定处罚并承担相应责任", {Kind::under_other_law}},
          {"有关规定予以处罚并追究相应责任", {Kind::under_other_law}},
          {"有关规定予以处罚", {Kind::under_other_law}},
          {"的规定予以处罚", {Kind::under_other_law}},
          {"的规定予以处理", {Kind::under_other_law}},
          {"的规定从重处罚", {Kind::under_other_law}},
          {"的规定处罚", {Kind::under_other_law}},
          {"该协议无效", {Kind::agreement_void}}};
}

}  // namespace

const std::vector<MeasureWords>& measure_words() {
  static const std::vector<MeasureWords> kWords = [] {
    std::vector<MeasureWords> all;
    for (const auto& group : {orders(), suspensions(), licence_measures(), goods_and_gains(), plain_measures(),
                              discipline(), elsewhere()}) {
      all.insert(all.end(), group.begin(), group.end());
    }
    return all;
  }();
  return kWords;
}

}  // namespace xiezhi::lawtool
