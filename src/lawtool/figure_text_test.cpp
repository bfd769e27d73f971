#include "lawtool/figure_text.h"

#include <gtest/gtest.h>

namespace xiezhi::lawtool {
namespace {

struct Seen {
  std::int64_t value;
  TextUnit unit;
  bool operator==(const Seen&) const = default;
};

std::vector<Seen> seen(std::string_view text) {
  std::vector<Seen> out;
  for (const TextFigure& figure : figures_of(text)) out.push_back({figure.value, figure.unit});
  return out;
}

TEST(FigureText, ReadsAmountsWithTheirUnits) {
  EXPECT_EQ(seen("处三万元以上十万元以下的罚款"),
            (std::vector<Seen>{{3'000'000, TextUnit::money}, {10'000'000, TextUnit::money}}));
  EXPECT_EQ(seen("二百元以下"), (std::vector<Seen>{{20'000, TextUnit::money}}));
  EXPECT_EQ(seen("1亿元以上"), (std::vector<Seen>{{10'000'000'000, TextUnit::money}}));
  EXPECT_EQ(seen("百分之三"), (std::vector<Seen>{{3, TextUnit::percent}}));
  EXPECT_EQ(seen("60%至100%"), (std::vector<Seen>{{60, TextUnit::percent}, {100, TextUnit::percent}}));
  EXPECT_EQ(seen("百分之一百"), (std::vector<Seen>{{100, TextUnit::percent}}));
  EXPECT_EQ(seen("六个月内"), (std::vector<Seen>{{6, TextUnit::months}}));
  EXPECT_EQ(seen("七个工作日内"), (std::vector<Seen>{{7, TextUnit::working_days}}));
  EXPECT_EQ(seen("满十四周岁"), (std::vector<Seen>{{14, TextUnit::age}}));
  EXPECT_EQ(seen("二十四小时"), (std::vector<Seen>{{24, TextUnit::hours}}));
  EXPECT_EQ(seen("之日的次日起"), (std::vector<Seen>{{1, TextUnit::days}}));
  EXPECT_EQ(seen("一至二人"), (std::vector<Seen>{{1, TextUnit::people}, {2, TextUnit::people}}));
  EXPECT_EQ(seen("两个以上单位"), (std::vector<Seen>{{2, TextUnit::things}}));
}

TEST(FigureText, PassesOverWhatIsNoFigure) {
  EXPECT_EQ(seen("依照第五十一条第一款第二项"), std::vector<Seen>{});
  EXPECT_EQ(seen("上一年年收入"), std::vector<Seen>{});
  EXPECT_EQ(seen("有下列行为之一的，同一座统一协调，一次性"), std::vector<Seen>{});
}

TEST(FigureText, PhraseEndsAtPunctuation) {
  const std::string_view text = "逾期不缴的，每日加处百分之三；另行处理。";
  const auto figures = figures_of(text);
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(phrase_around(text, figures[0].begin, figures[0].end), "每日加处百分之三");
}

}  // namespace
}  // namespace xiezhi::lawtool
