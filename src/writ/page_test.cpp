#include <gtest/gtest.h>

#include "writ/page.h"

namespace xiezhi::writ {
namespace {

Row row(double height, bool keep_next = false) {
  Row out;
  out.height = height;
  out.keep_next = keep_next;
  return out;
}

std::vector<std::size_t> sizes(const std::vector<Page>& pages) {
  std::vector<std::size_t> out;
  for (const Page& page : pages) out.push_back(page.size());
  return out;
}

TEST(Pages, AreFilledFromTheTop) {
  const std::vector<Row> rows = {row(40), row(40), row(40)};
  const auto pages = paginate(rows, {}, 10, 110);
  EXPECT_EQ(sizes(pages), (std::vector<std::size_t>{2, 1}));
  EXPECT_EQ(pages[0][1].y, 50);
  EXPECT_EQ(pages[1][0].y, 10);
}

TEST(Pages, KeepTogetherWhatBelongsTogether) {
  const std::vector<Row> rows = {row(40), row(40, true), row(40)};
  EXPECT_EQ(sizes(paginate(rows, {}, 0, 100)), (std::vector<std::size_t>{1, 2}));
}

TEST(Pages, AreCutWhereMoreIsKeptTogetherThanFits) {
  const std::vector<Row> rows = {row(40, true), row(40, true), row(40, true), row(40)};
  EXPECT_EQ(sizes(paginate(rows, {}, 0, 100)), (std::vector<std::size_t>{2, 2}));
}

TEST(Pages, GiveARowHigherThanAPageOneOfItsOwn) {
  const std::vector<Row> rows = {row(40), row(400), row(40)};
  EXPECT_EQ(sizes(paginate(rows, {}, 0, 100)), (std::vector<std::size_t>{1, 1, 1}));
}

TEST(Pages, HaveTheFootAtTheEndOfTheLast) {
  const std::vector<Row> rows = {row(40)};
  const std::vector<Row> foot = {row(20)};
  const auto pages = paginate(rows, foot, 0, 100);
  ASSERT_EQ(sizes(pages), (std::vector<std::size_t>{2}));
  EXPECT_EQ(pages[0][1].y, 80);
  const std::vector<Row> full = {row(90)};
  EXPECT_EQ(sizes(paginate(full, foot, 0, 100)), (std::vector<std::size_t>{1, 1}));
}

}  // namespace
}  // namespace xiezhi::writ
