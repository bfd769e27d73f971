#include "app/demo/names.h"

#include "core/dossier/credit_code.h"

namespace xiezhi::app::demo {
namespace {

constexpr const char* kSurnames[] = {"张", "王", "李", "赵", "刘", "陈", "杨", "黄", "周", "吴", "徐", "孙", "马",
                                     "朱", "胡", "郭", "何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许",
                                     "邓", "冯", "韩", "曹", "曾", "彭", "萧", "蔡", "潘", "田", "董", "袁", "于",
                                     "余", "叶", "蒋", "杜", "苏", "魏", "程", "吕", "丁", "任", "沈"};
constexpr const char* kStems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
constexpr const char* kNumerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

constexpr Trade kTrades[] = {{"C3484", "机械加工", "机械零部件加工；金属制品销售", "机加车间"},
                             {"C3311", "金属结构", "金属结构制造、安装", "焊接车间"},
                             {"C2110", "木业", "木质家具制造；木制品销售", "木工打磨车间"},
                             {"C1310", "粮食加工", "谷物磨制；粮食收购", "制粉车间"},
                             {"C1351", "屠宰加工", "牲畜屠宰；鲜肉冷藏", "制冷机房"},
                             {"C1441", "乳业", "液体乳制造", "制冷机房"},
                             {"C2641", "涂料", "涂料制造（不含危险化学品）", "调漆间"},
                             {"C2614", "化工", "有机化学原料制造", "反应工段"},
                             {"C3021", "水泥制品", "水泥制品制造", "搅拌站"},
                             {"C3130", "钢材压延", "钢压延加工", "轧钢车间"},
                             {"C3391", "铸造", "黑色金属铸造", "熔炼车间"},
                             {"C2710", "制药", "化学药品原料药制造", "合成车间"},
                             {"C1512", "酿酒", "白酒制造、销售", "酒库"},
                             {"C2927", "塑料制品", "日用塑料制品制造", "注塑车间"},
                             {"C2231", "包装", "纸和纸板容器制造", "印刷车间"},
                             {"C3042", "玻璃", "特种玻璃制造", "钢化炉区"},
                             {"C4210", "再生资源", "金属废料和碎屑加工处理", "破碎区"},
                             {"B1019", "石材开采", "粘土及其他土砂石开采", "采场"},
                             {"D4620", "水处理", "污水处理及其再生利用", "污泥池"},
                             {"F5265", "加油站", "机动车燃油零售", "加油区"},
                             {"G5930", "冷链仓储", "低温仓储服务", "冷库"},
                             {"G5941", "油品储运", "油气仓储", "罐区"},
                             {"H6110", "酒店", "住宿、餐饮服务", "后厨"},
                             {"F5211", "商贸", "百货零售", "营业厅"}};

constexpr const char* kFirst[] = {"北辰", "云岭", "松涛", "白桦", "冰城", "沃野", "金穗", "青禾",
                                  "远山", "晨曦", "瑞雪", "长风", "宏图", "同舟", "恒信", "嘉木",
                                  "星火", "朝阳", "锦程", "鼎立", "广源", "泰和", "永固", "新元"};
constexpr const char* kStreets[] = {"示范路", "示范大街", "演示路", "演示大街", "样例街", "样例路", "甲子路", "乙丑街"};

// GB 11714-1997: the check character of an organisation code.
char organisation_check(const std::string& eight) {
  constexpr int kWeights[] = {3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const char c = eight[i];
    sum += kWeights[i] * (c >= 'A' ? c - 'A' + 10 : c - '0');
  }
  const int check = 11 - sum % 11;
  if (check == 10) return 'X';
  return check == 11 ? '0' : static_cast<char>('0' + check);
}

}  // namespace

// Stem and numeral turn with the surname too, so that colleagues do not all have the same.
std::string person_name(std::size_t number) {
  const std::size_t surname = number % std::size(kSurnames);
  const std::size_t round = number / std::size(kSurnames);
  return std::string(kSurnames[surname]) + kStems[(round + surname) % 10] + kNumerals[(round / 10 + surname / 5) % 10];
}

const Trade& pick_trade(Random& random) { return random.pick(kTrades); }

std::string enterprise_name(std::string_view place, const Trade& trade, Random& random) {
  return std::string(place) + random.pick(kFirst) + "示范" + trade.name + (random.chance(15) ? "厂" : "有限公司");
}

std::string street_address(Random& random) {
  return std::string(random.pick(kStreets)) + std::to_string(random.between(1, 299)) + "号";
}

std::string credit_code(std::string_view division, std::size_t number) {
  std::string serial = std::to_string(number);
  VERIFY(serial.size() <= 6);
  const std::string eight = "D0" + std::string(6 - serial.size(), '0') + serial;
  const std::string code = "91" + std::string(division) + eight + organisation_check(eight);
  return code + core::dossier::credit_code_check_character(code);
}

}  // namespace xiezhi::app::demo
