#include "writ/amount.h"

#include "base/assert.h"

namespace xiezhi::writ {
namespace {

constexpr const char* kDigits[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr const char* kPlaces[] = {"仟", "佰", "拾", ""};
constexpr std::int64_t kPowers[] = {1000, 100, 10, 1};
constexpr const char* kGroups[] = {"亿", "万", ""};
constexpr std::int64_t kGroupPowers[] = {100'000'000, 10'000, 1};
constexpr std::int64_t kMostFen = 100'000'000'000'000;

/// Yuan in capitals, without 元: zeros inside are written once, zeros at the end not at all.
std::string yuan_in_capitals(std::int64_t yuan) {
  std::string out;
  bool skipped = false;
  for (int group = 0; group < 3; ++group) {
    const std::int64_t part = yuan / kGroupPowers[group] % 10'000;
    for (int place = 0; place < 4; ++place) {
      const std::int64_t digit = part / kPowers[place] % 10;
      if (digit == 0) {
        skipped = !out.empty();
        continue;
      }
      if (skipped) out += kDigits[0];
      skipped = false;
      out += std::string(kDigits[digit]) + kPlaces[place];
    }
    if (part != 0) out += kGroups[group];
  }
  return out;
}

}  // namespace

std::string amount_in_capitals(base::Money amount) {
  VERIFY(amount.fen >= 0 && amount.fen < kMostFen);
  const std::int64_t yuan = amount.fen / 100;
  const std::int64_t jiao = amount.fen / 10 % 10;
  const std::int64_t fen = amount.fen % 10;
  std::string out = "人民币";
  if (yuan > 0) out += yuan_in_capitals(yuan) + "元";
  if (amount.fen == 0) out += "零元";
  if (jiao == 0 && fen == 0) return out + "整";
  if (jiao > 0) out += std::string(kDigits[jiao]) + "角";
  if (jiao == 0 && yuan > 0) out += kDigits[0];
  return fen > 0 ? out + kDigits[fen] + "分" : out + "整";
}

std::string amount_in_figures(base::Money amount) {
  VERIFY(amount.fen >= 0);
  std::string yuan = std::to_string(amount.fen / 100);
  for (std::size_t at = yuan.size(); at > 3;) yuan.insert(at -= 3, ",");
  const std::int64_t rest = amount.fen % 100;
  return "¥" + yuan + "." + (rest < 10 ? "0" : "") + std::to_string(rest);
}

std::string amount_in_full(base::Money amount) {
  return amount_in_capitals(amount) + "（" + amount_in_figures(amount) + "）";
}

}  // namespace xiezhi::writ
