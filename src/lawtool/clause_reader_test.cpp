#include "lawtool/clause_reader.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiezhi::lawtool {
namespace {

using core::law::Decider;
using core::law::Duty;
using core::law::MeasureKind;
using core::law::Subject;
using core::law::Trigger;

// The clauses here are made up; only their manner of speaking is that of statutes.
ReadArticle read(std::vector<Paragraph> paragraphs) { return read_article(Article{std::move(paragraphs)}); }

TEST(ClauseReader, FollowsSubjectAndTrigger) {
  const ReadArticle article =
      read({{"生产经营单位不浇花的，责令限期改正，处一万元以下的罚款；逾期未改正的，处二万元以上三万元以下的"
             "罚款，对其直接负责的主管人员和其他直接责任人员处四百元以上五百元以下的罚款；情节严重的，责令停产"
             "停业整顿；构成犯罪的，依照刑法有关规定追究刑事责任。",
             {}}});
  ASSERT_TRUE(article.unread.empty()) << article.unread.front();
  ASSERT_EQ(article.measures.size(), 5U);
  EXPECT_EQ(article.measures[0].measure.kind, MeasureKind::order_correction);
  EXPECT_EQ(article.measures[1].measure.max_fen, base::Money{1'000'000});
  EXPECT_EQ(article.measures[1].measure.min_fen, std::nullopt);
  EXPECT_EQ(article.measures[1].when, std::vector{Trigger::found});
  EXPECT_EQ(article.measures[2].subject, Subject::unit);
  EXPECT_EQ(article.measures[2].when, std::vector{Trigger::not_corrected_in_time});
  EXPECT_EQ(article.measures[3].subject, Subject::directly_responsible);
  EXPECT_EQ(article.measures[3].when, std::vector{Trigger::not_corrected_in_time});
  EXPECT_EQ(article.measures[4].when, std::vector{Trigger::grave});
  EXPECT_EQ(article.measures[4].measure.kind, MeasureKind::suspend_business);
  EXPECT_TRUE(article.sentences.front().criminal_reference);
}

TEST(ClauseReader, GainsEndWithTheirStatement) {
  const ReadArticle article =
      read({{"生产经营单位卖花的，没收违法所得；违法所得在六万元以上的，并处违法所得三倍以上四倍以下的罚款，没有违法所"
             "得或者违法"
             "所得不足六万元的，单处或者并处七万元以上八万元以下的罚款；对其直接负责的主管人员和其他直接责任人员处一万"
             "元以下的罚款。",
             {}}});
  ASSERT_TRUE(article.unread.empty());
  ASSERT_EQ(article.measures.size(), 4U);
  EXPECT_EQ(article.measures[1].threshold_fen, base::Money{6'000'000});
  EXPECT_EQ(article.measures[1].measure.min_times, 3);
  EXPECT_EQ(article.measures[2].when, std::vector{Trigger::gains_below_threshold});
  EXPECT_EQ(article.measures[2].measure.duty, Duty::alone_or_together);
  EXPECT_EQ(article.measures[3].when, std::vector{Trigger::found});
  EXPECT_EQ(article.measures[3].threshold_fen, std::nullopt);
}

TEST(ClauseReader, ItemsInheritFromTheLead) {
  const ReadArticle article =
      read({{"生产经营单位的主要负责人不浇花，导致发生生产安全事故的，由应急管理部门依照下列规定处以罚款:",
             {"发生一般事故的，处上一年年收入百分之十的罚款；",
              "发生较大事故的，处上一年年收入百分之二十以上百分之三十以下的罚款。"}}});
  ASSERT_EQ(article.measures.size(), 2U);
  EXPECT_EQ(article.measures[0].item, 1);
  EXPECT_EQ(article.measures[0].subject, Subject::principal);
  EXPECT_EQ(article.measures[0].when, std::vector{Trigger::accident_general});
  EXPECT_EQ(article.measures[0].measure.min_percent, 10);
  EXPECT_EQ(article.measures[0].measure.max_percent, 10);
  EXPECT_EQ(article.measures[0].measure.decider, Decider::emergency_department);
  EXPECT_EQ(article.measures[1].measure.max_percent, 30);
}

TEST(ClauseReader, ItemsOfAListImposeNothing) {
  const ReadArticle article = read({{"生产经营单位有下列行为之一的，责令改正:", {"关闭水泵的；", "罚款不交的。"}}});
  EXPECT_EQ(article.measures.size(), 1U);
  EXPECT_TRUE(article.unread.empty());
  EXPECT_TRUE(article.sentences.front().lists_items);
}

TEST(ClauseReader, ReportsAWordOfSanctionItCannotPlace) {
  EXPECT_EQ(read({{"生产经营单位不浇花的，予以警告。", {}}}).unread.size(), 1U);
  EXPECT_EQ(read({{"花匠不浇花的，责令改正。", {}}}).unread.size(), 1U);
}

TEST(ClauseReader, TellsWhichParagraphsSpeakOfTheOneBefore) {
  const ReadArticle article =
      read({{"生产经营单位不浇花的，责令改正。", {}}, {"有前款违法行为，情节严重的，责令停产停业。", {}}});
  ASSERT_EQ(article.sentences.size(), 2U);
  EXPECT_FALSE(article.sentences[0].of_paragraph_before);
  EXPECT_TRUE(article.sentences[1].of_paragraph_before);
  EXPECT_EQ(article.measures[1].subject, Subject::unit);
}

}  // namespace
}  // namespace xiezhi::lawtool
