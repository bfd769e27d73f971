#include "app/law_library.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace xiezhi::app {
namespace {

class LawLibraryTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove_all(data_); }

  static LibraryText garden() {
    LibraryText out;
    out.title = "某地园林条例";
    out.short_title = "园林条例";
    out.version = "2024-01-01";
    out.articles = {{3, {{"下列行为之一：", {"不浇花；", "不修枝。"}}}}};
    return out;
  }
  static core::law::Pack pack() {
    core::law::Instrument instrument;
    instrument.id = "garden";
    instrument.title = "某地园林条例";
    instrument.short_title = "园林条例";
    instrument.version = "2024-01-01";
    core::law::Instrument other = instrument;
    other.id = "park";
    other.short_title = "公园条例";
    core::law::PackFile file;
    file.instruments = {instrument, other};
    return MUST(core::law::Pack::load(base::to_json(file)));
  }
  QueryResult<ArticleView> ask(const std::string& instrument, std::int32_t article) {
    return article_text(pack(), library_, {instrument, article});
  }

  std::filesystem::path data_ = std::filesystem::temp_directory_path() / ("xiezhi_library_" + std::to_string(getpid()));
  LawLibrary library_{data_};
};

TEST_F(LawLibraryTest, GivesTheArticleWithItsItems) {
  ASSERT_TRUE(library_.put(garden()).ok());
  const auto view = ask("garden", 3);
  ASSERT_TRUE(view.ok());
  EXPECT_EQ(view->state, ArticleState::text);
  EXPECT_EQ(view->place, "园林条例 第三条");
  ASSERT_EQ(view->paragraphs.size(), 1U);
  EXPECT_EQ(view->paragraphs[0].items[1], "不修枝。");
}

TEST_F(LawLibraryTest, SaysWhichTextIsMissing) {
  EXPECT_EQ(ask("garden", 3)->state, ArticleState::library_not_loaded);
  ASSERT_TRUE(library_.put(garden()).ok());
  EXPECT_EQ(ask("park", 3)->state, ArticleState::text_not_loaded);
  EXPECT_TRUE(ask("park", 3)->paragraphs.empty());
}

TEST_F(LawLibraryTest, AnUnknownInstrumentOrArticleIsNotFound) {
  ASSERT_TRUE(library_.put(garden()).ok());
  EXPECT_EQ(ask("meadow", 3).error().code, "not_found");
  EXPECT_EQ(ask("garden", 4).error().code, "not_found");
  EXPECT_EQ(ask("garden", 0).error().code, "invalid");
}

TEST_F(LawLibraryTest, AnotherImportReplacesTheText) {
  ASSERT_TRUE(library_.put(garden()).ok());
  LibraryText changed = garden();
  changed.articles[0].paragraphs[0].text = "改过的";
  ASSERT_TRUE(library_.put(changed).ok());
  EXPECT_EQ(ask("garden", 3)->paragraphs[0].text, "改过的");
}

TEST_F(LawLibraryTest, NoTitleLeadsOutOfTheFolder) {
  LibraryText text = garden();
  text.short_title = "../园林条例";
  EXPECT_FALSE(library_.put(text).ok());
  EXPECT_FALSE(std::filesystem::exists(data_));
}

TEST_F(LawLibraryTest, ASpoiltFileIsAnErrorAndNotAnEmptyText) {
  ASSERT_TRUE(library_.put(garden()).ok());
  std::ofstream(data_ / "law" / "园林条例(2024-01-01).json") << "{";
  EXPECT_EQ(ask("garden", 3).error().code, "unavailable");
}

}  // namespace
}  // namespace xiezhi::app
