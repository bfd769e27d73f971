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
  EXPECT_FALSE(article.sentences[0].adds_to);
  EXPECT_EQ(article.sentences[1].adds_to, 1);
  EXPECT_EQ(article.measures[1].subject, Subject::unit);
}

TEST(ClauseReader, ABodyDecidesUntilAnotherIsNamed) {
  const ReadArticle article =
      read({{"有下列行为之一的，由公安部门责令改正，可以处一万元以下的罚款；拒不改正的，处一万元以上五万元以下的罚款，"
             "并由工商行政管理部门责令其办理经营范围变更登记或者吊销其营业执照：",
             {"不浇花的。"}}});
  ASSERT_TRUE(article.unread.empty()) << article.unread.front();
  ASSERT_EQ(article.measures.size(), 5U);
  EXPECT_EQ(article.measures[0].measure.decider, Decider::police);
  EXPECT_EQ(article.measures[0].subject, Subject::anyone);
  EXPECT_EQ(article.measures[1].measure.duty, Duty::may);
  EXPECT_EQ(article.measures[2].measure.duty, Duty::shall);
  EXPECT_EQ(article.measures[2].measure.decider, Decider::police);
  EXPECT_EQ(article.measures[3].measure.kind, MeasureKind::order_registration);
  EXPECT_EQ(article.measures[3].measure.duty, Duty::either);
  EXPECT_EQ(article.measures[4].measure.kind, MeasureKind::revoke_licence);
  EXPECT_EQ(article.measures[4].measure.decider, Decider::market_department);
}

TEST(ClauseReader, WithoutABodyTheInstrumentsOwnDecides) {
  const Article deciding{{{"本条例规定的罚款的行政处罚，由安全生产监督管理部门决定。", {}}}};
  const auto decides = decider_by(deciding);
  ASSERT_TRUE(decides);
  EXPECT_EQ(decides->decider, Decider::emergency_department);
  EXPECT_TRUE(decides->fines_only);
  const ReadArticle article =
      read_article(Article{{{"生产经营单位不浇花的，责令改正，处一万元以下的罚款。", {}}}}, *decides);
  ASSERT_EQ(article.measures.size(), 2U);
  EXPECT_EQ(article.measures[0].measure.decider, Decider::department);
  EXPECT_EQ(article.measures[1].measure.decider, Decider::emergency_department);
}

TEST(ClauseReader, AReferenceWithABodyIsAMeasureAndWithoutOneTakesTheParagraphBefore) {
  const ReadArticle article = read({{"生产经营单位不浇花的，责令改正。", {}},
                                    {"有下列情形之一的，由公安机关依照前款规定予以处罚。", {}},
                                    {"生产经营单位不修枝的，依照前款规定处罚。", {}},
                                    {"未取得花匠证的，依照本条例第十九条的规定处罚。", {}}});
  ASSERT_TRUE(article.unread.empty()) << article.unread.front();
  ASSERT_EQ(article.measures.size(), 3U);
  EXPECT_EQ(article.measures[1].measure.kind, MeasureKind::as_provision);
  EXPECT_EQ(article.measures[1].measure.paragraph, 1);
  EXPECT_EQ(article.measures[1].measure.decider, Decider::police);
  EXPECT_TRUE(article.sentences[2].as_before);
  EXPECT_EQ(article.measures[2].measure.article, 19);
  for (const ReadSentence& sentence : article.sentences) EXPECT_FALSE(sentence.adds_to);
}

TEST(ClauseReader, AWarningOrAFineIsEitherOfThem) {
  const ReadArticle article =
      read({{"有下列行为之一的，处警告或者五百元以下罚款；情节严重的，处五日以上十日以下拘留：", {"不浇花的。"}},
            {"个人有前款第二项、第四项行为的，处警告或者六百元以下罚款。", {}}});
  ASSERT_TRUE(article.unread.empty()) << article.unread.front();
  ASSERT_EQ(article.measures.size(), 5U);
  EXPECT_EQ(article.measures[0].measure.max_fen, base::Money{50'000});
  EXPECT_EQ(article.measures[0].measure.duty, Duty::either);
  EXPECT_EQ(article.measures[1].measure.kind, MeasureKind::warning);
  EXPECT_EQ(article.measures[2].measure.min_days, 5);
  EXPECT_EQ(article.measures[2].measure.max_days, 10);
  EXPECT_EQ(article.measures[2].measure.decider, Decider::police);
  EXPECT_EQ(article.sentences[1].adds_to, 1);
  EXPECT_EQ(article.sentences[1].only_items, (std::vector<std::int32_t>{2, 4}));
  EXPECT_EQ(article.measures[3].subject, Subject::individual);
}

TEST(ClauseReader, ItemsWithTheirOwnFinesAreViolationsOfTheirOwn) {
  const ReadArticle article = read({{"依照《矿山安全法》第四十条规定处以罚款的，分别按照下列规定执行：",
                                     {"不浇花的，处四万元以下的罚款；", "不修枝的，处五万元以下的罚款。"}}});
  ASSERT_TRUE(article.unread.empty()) << article.unread.front();
  ASSERT_EQ(article.measures.size(), 2U);
  EXPECT_EQ(article.measures[1].item, 2);
  EXPECT_EQ(article.measures[1].measure.max_fen, base::Money{5'000'000});
  EXPECT_TRUE(article.sentences.front().lists_items);
}

}  // namespace
}  // namespace xiezhi::lawtool
