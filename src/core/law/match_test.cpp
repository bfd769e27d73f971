#include "core/law/match.h"

#include <gtest/gtest.h>

#include <set>

namespace xiezhi::core::law {
namespace {

Instrument instrument(const std::string& id, const std::string& title, base::Date from = base::Date::of(2020, 1, 1)) {
  Instrument out;
  out.id = id;
  out.title = out.short_title = title;
  out.version = "2020";
  out.from = from;
  return out;
}

Violation violation(const std::string& id, const std::string& title, Citation penalty,
                    Subject subject = Subject::unit) {
  Violation out;
  out.id = id;
  out.title = title;
  out.penalty = penalty;
  Branch branch;
  branch.subject = subject;
  branch.at = Citation{penalty.instrument, penalty.article, penalty.paragraph, std::nullopt};
  out.branches = {branch};
  return out;
}

/// A law and a rule of two violations each, with the words that a gardener's inspector would use.
PackFile garden() {
  PackFile file;
  file.instruments = {instrument("law", "园林法"), instrument("rule", "花圃规定")};
  file.violations = {violation("g.9.1", "没有按期浇水", Citation{"law", 9, 1, 1}),
                     violation("g.9.2", "没有修剪枯枝", Citation{"law", 9, 1, 2}),
                     violation("g.10.p1", "围栏没有警示标志", Citation{"law", 10, 1, std::nullopt}),
                     violation("r.3.1", "花圃没有按期浇水", Citation{"rule", 3, 1, 1})};
  file.violations[0].duty = {Citation{"law", 4, 1, std::nullopt}};
  Vocabulary words;
  words.phrases["g.9.1"] = {"土壤干裂植株枯萎"};
  words.phrases["g.9.2"] = {"枯枝悬在行道上方"};
  words.synonyms = {{"没有", "未", "未按规定"}, {"警示标志", "警示牌"}, {"浇水", "灌溉"}};
  words.noise = {"公司", "的"};
  words.topics = {Topic{"花圃", {"rule"}, {"花圃"}, true}};
  file.vocabulary = words;
  return file;
}

std::vector<std::string> ids(const PackFile& file, std::string_view text, std::optional<base::Date> on = {}) {
  const MatchIndex index(MUST(Pack::load(base::to_json(file))));
  std::vector<std::string> out;
  for (const Match& match : index.find(text, 10, on)) out.push_back(match.violation);
  return out;
}

TEST(Match, RanksWhatSharesTheRarerWordsFirst) {
  const auto found = ids(garden(), "园中枯枝未修剪");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0], "g.9.2");
}

TEST(Match, KnowsSynonymsAndEverydayPhrases) {
  EXPECT_EQ(ids(garden(), "围栏未按规定设警示牌").at(0), "g.10.p1");
  EXPECT_EQ(ids(garden(), "植株枯萎").at(0), "g.9.1");
}

TEST(Match, FindsNothingInWordsThatNoViolationHas) {
  EXPECT_TRUE(ids(garden(), "").empty());
  EXPECT_TRUE(ids(garden(), "，。1234").empty());
  EXPECT_TRUE(ids(garden(), "公司的").empty());
}

TEST(Match, EachViolationOfANarrativeComesBeforeTheSecondBestOfAnother) {
  const auto found = ids(garden(), "某公司：一是没有按期浇水；二是围栏没有警示标志；三是没有修剪枯枝。");
  ASSERT_GE(found.size(), 3U);
  EXPECT_EQ((std::set<std::string>{found[0], found[1], found[2]}),
            (std::set<std::string>{"g.9.1", "g.9.2", "g.10.p1"}));
}

TEST(Match, ARuleOfATradeGoesBackWithoutTheTrade) {
  EXPECT_EQ(ids(garden(), "没有按期浇水").at(0), "g.9.1");
  EXPECT_EQ(ids(garden(), "花圃没有按期浇水").at(0), "r.3.1");
}

TEST(Match, KinIsShownOnceWithAllPlacesTheStatuteFirst) {
  PackFile file = garden();
  file.vocabulary->kin = {{"g.9.1", "r.3.1"}};
  const MatchIndex index(MUST(Pack::load(base::to_json(file))));
  const auto found = index.find("花圃没有按期浇水", 10, std::nullopt);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].violation, "g.9.1");
  EXPECT_EQ(found[0].also, std::vector<std::string>{"r.3.1"});
  EXPECT_EQ(found[0].penalty, (std::vector<std::string>{"园林法 第九条第一项", "花圃规定 第三条第一项"}));
  EXPECT_EQ(found[0].violated, std::vector<std::string>{"园林法 第四条第一款"});
  // Off the topic, the rule is not told.
  EXPECT_EQ(index.find("没有按期浇水", 1, std::nullopt)[0].also, std::nullopt);
}

TEST(Match, OnADayOnlyTextsInForce) {
  PackFile file = garden();
  file.instruments[1].from = base::Date::of(2024, 1, 1);
  EXPECT_EQ(ids(file, "花圃没有按期浇水", base::Date::of(2023, 12, 31)).at(0), "g.9.1");
  EXPECT_EQ(ids(file, "花圃没有按期浇水", base::Date::of(2024, 1, 1)).at(0), "r.3.1");
  file.vocabulary->kin = {{"r.3.1", "g.9.1"}};
  EXPECT_EQ(ids(file, "花圃没有按期浇水", base::Date::of(2023, 12, 31)).at(0), "g.9.1");
}

TEST(Match, WhatIsDeniedTellsMoreThanWhatIsSaid) {
  PackFile file = garden();
  file.violations.pop_back();
  file.vocabulary->synonyms = {{"未", "没有"}};
  file.vocabulary->phrases = {{"g.9.1", {"未浇水"}}, {"g.9.2", {"未修剪"}}};
  EXPECT_EQ(ids(file, "浇水以后没有再次修剪").at(0), "g.9.2");
  EXPECT_EQ(ids(file, "修剪以后没有再次浇水").at(0), "g.9.1");
}

TEST(Match, LiabilitiesOfOfficialsGoLast) {
  PackFile file = garden();
  file.violations[1] = violation("g.9.2", "没有按期浇水", Citation{"law", 9, 1, 2}, Subject::authority);
  EXPECT_EQ(ids(file, "没有按期浇水").at(0), "g.9.1");
}

TEST(Match, AnOffenceIsToldAsATransfer) {
  PackFile file = garden();
  Offence offence;
  offence.id = "crime.1";
  offence.title = "涉嫌盗伐";
  offence.basis = {"刑法 第三百四十五条"};
  offence.phrases = {"盗伐古树"};
  offence.from = base::Date::of(2020, 1, 1);
  file.vocabulary->offences = {offence};
  const MatchIndex index(MUST(Pack::load(base::to_json(file))));
  const auto found = index.find("夜间盗伐古树", 3, std::nullopt);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].violation, "crime.1");
  EXPECT_EQ(found[0].penalty, offence.basis);
  EXPECT_EQ(found[0].transfer, true);
}

TEST(Match, GivesAtMostWhatIsAskedForRankedFromOne) {
  const MatchIndex index(MUST(Pack::load(base::to_json(garden()))));
  const auto found = index.find("没有按期浇水，没有修剪枯枝，围栏没有警示标志", 2, std::nullopt);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].rank, 1);
  EXPECT_EQ(found[1].rank, 2);
  EXPECT_GE(found[0].score, found[1].score);
}

TEST(Match, WithoutAVocabularyTitlesStillMatch) {
  PackFile file = garden();
  file.vocabulary.reset();
  EXPECT_EQ(ids(file, "修剪枯枝").at(0), "g.9.2");
}

TEST(PenaltyPlaces, LeaveOutTheFirstParagraphWhereThereIsNoSecond) {
  PackFile file = garden();
  const Pack one = MUST(Pack::load(base::to_json(file)));
  EXPECT_EQ(penalty_places(one, one.violations()[0]), std::vector<std::string>{"园林法 第九条第一项"});
  file.violations.push_back(violation("g.9.p2", "另一款", Citation{"law", 9, 2, std::nullopt}));
  const Pack two = MUST(Pack::load(base::to_json(file)));
  EXPECT_EQ(penalty_places(two, two.violations()[0]), std::vector<std::string>{"园林法 第九条第一款第一项"});
}

TEST(Vocabulary, BelongsToViolationsThatAreThere) {
  PackFile file = garden();
  file.vocabulary->phrases["g.99.9"] = {"无"};
  EXPECT_EQ(Pack::load(base::to_json(file)).error().path, "/vocabulary/phrases/g.99.9");
  file = garden();
  file.vocabulary->kin = {{"g.9.1", "g.9.2"}, {"g.9.2"}};
  EXPECT_EQ(Pack::load(base::to_json(file)).error().path, "/vocabulary/kin/1");
  file = garden();
  Offence offence;
  offence.id = "g.9.1";
  file.vocabulary->offences = {offence};
  EXPECT_EQ(Pack::load(base::to_json(file)).error().code, "pack.duplicate");
}

TEST(Match, AWordInsideAnExceptionSaysNothingOfTheTopic) {
  PackFile file = garden();
  file.vocabulary->topics[0].words.emplace_back("苗床");
  file.vocabulary->topics[0].except = std::vector<std::string>{"苗床隐患"};
  EXPECT_EQ(ids(file, "苗床未浇水").at(0), "r.3.1");
  EXPECT_EQ(ids(file, "苗床隐患，未浇水").at(0), "g.9.1");
  EXPECT_EQ(ids(file, "苗床的苗床隐患未浇水").at(0), "r.3.1");
}

TEST(Match, TellsTheItemsOfChecklistsNearestToTheWords) {
  PackFile file = garden();
  file.checklists = std::vector<Checklist>{Checklist{"trade", "花圃", {"A"}, {{"1", "按期浇水", false, "g.9.1", {}}}},
                                           Checklist{"all",
                                                     "通用",
                                                     {},
                                                     {{"1", "按期浇水", false, "g.9.1", {}},
                                                      {"2", "土壤湿润不开裂", true, "g.9.1", {}},
                                                      {"3", "水管完好", false, "g.9.1", {}},
                                                      {"4", "水表完好", false, "g.9.1", {}},
                                                      {"5", "剪刀锋利", false, "g.9.2", {}}}}};
  const MatchIndex index(MUST(Pack::load(base::to_json(file))));
  const auto dry = index.find("土壤干裂", 1, {});
  ASSERT_TRUE(dry.at(0).checklist);
  ASSERT_EQ(dry[0].checklist->size(), kMostItems);
  EXPECT_EQ(dry[0].checklist->at(0).text, "土壤湿润不开裂");
  const auto watered = index.find("没有按期浇水", 1, {});
  EXPECT_EQ(watered.at(0).checklist->at(0).list, "all");  // the same wording once, that for every industry
  EXPECT_NE(watered[0].checklist->at(1).text, "按期浇水");
  EXPECT_FALSE(index.find("围栏没有警示标志", 1, {}).at(0).checklist);
}

}  // namespace
}  // namespace xiezhi::core::law
