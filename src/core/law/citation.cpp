#include "core/law/citation.h"

#include "base/assert.h"

namespace xiezhi::core::law {

std::string chinese_numeral(std::int32_t value) {
  VERIFY(value >= 1 && value <= 9999);
  static const char* const kDigits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  static const char* const kPlaces[] = {"千", "百", "十", ""};
  static const std::int32_t kPowers[] = {1000, 100, 10, 1};
  std::string out;
  bool skipped = false;
  for (int place = 0; place < 4; ++place) {
    const std::int32_t digit = value / kPowers[place] % 10;
    if (digit == 0) {
      skipped = !out.empty();
      continue;
    }
    if (skipped) out += kDigits[0];
    skipped = false;
    // 十 to 十九 are written without a leading 一.
    const bool bare_ten = place == 2 && digit == 1 && out.empty();
    if (!bare_ten) out += kDigits[digit];
    out += kPlaces[place];
  }
  return out;
}

std::string place_in_chinese(const Citation& citation) {
  std::string out;
  if (citation.article > 0) out += "第" + chinese_numeral(citation.article) + "条";
  if (citation.paragraph) out += "第" + chinese_numeral(*citation.paragraph) + "款";
  if (citation.item) out += "第" + chinese_numeral(*citation.item) + "项";
  return out;
}

}  // namespace xiezhi::core::law
