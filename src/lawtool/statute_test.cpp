#include "lawtool/statute.h"

#include <gtest/gtest.h>

namespace xiezhi::lawtool {
namespace {

// Made up for the test.
constexpr const char* kText = R"(# 某地园林条例

2001年1月1日 通过

## 第一章 总则

第一条 园林应当整洁。

第二条 园林主管部门应当做到下列各项：

（一）浇水；

(二)修枝，并且：

1．不伤主干；

2．清走枝条。

前款所称浇水，每日不少于两次。

## 第二章 附则

第二条之一 另行规定。

第十二条　本条例自2001年2月1日起施行。)";

TEST(StatuteParser, FindsArticlesParagraphsAndItems) {
  const Statute statute = parse_statute(kText);
  EXPECT_EQ(statute.title, "某地园林条例");
  ASSERT_NE(statute.article(2), nullptr);
  EXPECT_EQ(statute.article(2)->paragraphs.size(), 2U);  // 第二条之一 is left out
  EXPECT_EQ(*statute.text(1, std::nullopt, std::nullopt), "园林应当整洁。");
  EXPECT_EQ(*statute.text(2, 1, 2), "修枝，并且：1．不伤主干；2．清走枝条。");
  EXPECT_EQ(*statute.text(2, 2, std::nullopt), "前款所称浇水，每日不少于两次。");
  EXPECT_EQ(*statute.text(12, 1, std::nullopt), "本条例自2001年2月1日起施行。");
}

TEST(StatuteParser, NoSuchPlaceIsNull) {
  const Statute statute = parse_statute(kText);
  EXPECT_EQ(statute.text(3, 1, std::nullopt), nullptr);
  EXPECT_EQ(statute.text(1, 2, std::nullopt), nullptr);
  EXPECT_EQ(statute.text(1, 0, std::nullopt), nullptr);
  EXPECT_EQ(statute.text(2, 1, 3), nullptr);
  // An article of several paragraphs needs one named.
  EXPECT_EQ(statute.text(2, std::nullopt, std::nullopt), nullptr);
}

std::int64_t numeral(const char* text) {
  const auto read = read_numeral(text, 0);
  return read ? read->value : -1;
}

TEST(Numeral, ReadsChineseAndArabic) {
  EXPECT_EQ(numeral("十五日"), 15);
  EXPECT_EQ(numeral("一百一十四条"), 114);
  EXPECT_EQ(numeral("二百零二"), 202);
  EXPECT_EQ(numeral("一千万元"), 10'000'000);
  EXPECT_EQ(numeral("五十万元"), 500'000);
  EXPECT_EQ(numeral("两名"), 2);
  EXPECT_EQ(numeral("100人"), 100);
  EXPECT_EQ(numeral("5000万元"), 50'000'000);
  EXPECT_EQ(numeral("1亿元"), 100'000'000);
  EXPECT_EQ(numeral("一亿二千万元"), 120'000'000);
  EXPECT_EQ(numeral("元"), -1);
}

}  // namespace
}  // namespace xiezhi::lawtool
