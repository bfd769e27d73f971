#include "app/ledger/synthetic.h"

#include <algorithm>
#include <array>

#include "core/dossier/credit_code.h"

namespace xiezhi::app::ledger {
namespace {

using Words = std::array<const char*, 16>;

constexpr std::array<const char*, 64> kSyllables = {
    "安", "北", "晨", "诚", "达", "东", "丰", "福", "冠", "广", "国", "海", "航", "和", "恒", "宏",
    "鸿", "华", "辉", "汇", "佳", "建", "江", "金", "锦", "晶", "景", "凯", "康", "科", "利", "力",
    "联", "龙", "隆", "茂", "明", "铭", "宁", "鹏", "启", "庆", "仁", "荣", "瑞", "润", "森", "盛",
    "顺", "泰", "腾", "天", "同", "旺", "祥", "新", "信", "兴", "旭", "雅", "益", "永", "裕", "源"};
constexpr Words kTrades = {"煤业",     "石油化工", "粮油加工", "建筑工程", "机械制造",     "木材加工",
                           "商贸",     "物流运输", "农业科技", "矿山设备", "烟花爆竹销售", "危险化学品储运",
                           "金属冶炼", "食品",     "燃气",     "水泥制品"};
constexpr std::array<const char*, 16> kIndustries = {"0610", "2511", "1310", "4710", "3411", "2011", "5199", "5430",
                                                     "0112", "3511", "5197", "5942", "3110", "1411", "4511", "3021"};
constexpr std::array<const char*, 4> kForms = {"有限公司", "有限责任公司", "股份有限公司", "厂"};
constexpr Words kStreets = {"解放路", "和平大街", "新华街", "胜利路", "建设大街", "文化街", "中山路", "工业路",
                            "站前街", "长江路",   "黄河街", "人民路", "光明街",   "友谊路", "朝阳街", "平安路"};

/// SplitMix64: the nth value of a seed without the ones before.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  template <typename List>
  auto of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

std::string digits(std::uint64_t value, std::size_t width) {
  std::string out = std::to_string(value);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

}  // namespace

Synthetic::Synthetic(const core::org::Divisions& divisions, std::uint64_t seed) : divisions_(divisions), seed_(seed) {
  for (const auto& division : divisions.all()) {
    if (division.kind == core::org::DivisionKind::county) counties_.push_back(&division);
  }
  VERIFY(!counties_.empty());
}

core::dossier::EnterpriseRegistered Synthetic::make(std::uint64_t index) const {
  Draw draw(Draw(seed_ ^ (index * 0xD1B54A32D192ED03ull)).next());
  // The smaller of two draws: some counties have many times the enterprises of others, as in life.
  const auto& county = *counties_[std::min(draw.below(counties_.size()), draw.below(counties_.size()))];
  const std::string city = divisions_.find(core::org::city_of(county.code))->name;
  const std::size_t trade = draw.below(kTrades.size());
  core::dossier::EnterpriseRegistered out;
  out.name = draw.below(2) == 0 ? city : county.name;
  out.name += std::string(draw.of(kSyllables)) + draw.of(kSyllables) + (draw.below(3) == 0 ? draw.of(kSyllables) : "");
  out.name += kTrades[trade];
  out.name += draw.of(kForms);
  const std::string first = "91" + county.code + digits(index, 9);
  out.credit_code = first + core::dossier::credit_code_check_character(first);
  out.type = draw.below(4) == 0 ? "个体工商户" : "有限责任公司";
  out.industry = kIndustries[trade];
  out.scope = std::string(kTrades[trade]) + "；" + draw.of(kTrades) + "；" + draw.of(kTrades) + "；技术咨询服务。";
  out.registered_on = base::Date::of(2000, 1, 1).plus_days(static_cast<std::int32_t>(draw.below(9000)));
  out.registered_capital = std::to_string(10 * (1 + draw.below(500))) + "(万元)";
  out.registered_capital_fen = core::dossier::parse_registered_capital(*out.registered_capital);
  out.address = "黑龙江省" + city + county.name + draw.of(kStreets) + std::to_string(1 + draw.below(400)) + "号";
  out.division = county.code;
  return out;
}

std::string Synthetic::csv_header() {
  return "企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,行业代码,注册地址\n";
}

std::string Synthetic::csv_row(std::uint64_t index) const {
  const auto made = make(index);
  return made.name + "," + *made.credit_code + "," + made.registered_on->iso() + "," + *made.type + "," +
         *made.registered_capital + "," + *made.scope + "," + *made.industry + "," + *made.address + "\n";
}

}  // namespace xiezhi::app::ledger
