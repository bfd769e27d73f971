#include "app/ledger/initials.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiezhi::app::ledger {
namespace {

TEST(Initials, AreThoseOfTheSounds) {
  EXPECT_EQ(initials_of(U'哈'), "h");
  EXPECT_EQ(initials_of(U'绿'), "l");
  EXPECT_EQ(initials_of(U'A'), "") << "folded text alone is asked for";
  EXPECT_EQ(initials_of(U'a'), "a");
  EXPECT_EQ(initials_of(U'，'), "");
  EXPECT_EQ(initials_of(U'长'), "cz");
}

TEST(Initials, EveryCommonCharacterHasSome) {
  for (const char32_t c :
       std::u32string(U"黑龙江省哈尔滨市道里区南岗煤矿有限责任公司机械化工粮油加工厂加油站烟花爆竹")) {
    EXPECT_FALSE(initials_of(c).empty()) << static_cast<unsigned>(c);
  }
}

TEST(Initials, StandInARow) {
  const char* name = "哈尔滨第一机械（集团）有限公司";
  for (const char* query : {"heb", "hebdyjx", "DYJX", "jxjtyx", "gs", "he"}) {
    const bool beginning = std::string_view(query) == "gs";
    EXPECT_EQ(has_initials(name, query), !beginning) << query << ": two letters stand at the beginning";
  }
  EXPECT_FALSE(has_initials(name, "hbd"));
  EXPECT_TRUE(has_initials("重庆长安汽车", "cqca"));
  EXPECT_TRUE(has_initials("长春ABB电气", "ccabb"));
}

TEST(Initials, TokensOfAQueryAreAmongThoseOfTheNamesItFinds) {
  for (const char* name : {"哈尔滨第一机械厂", "重庆长安汽车", "ABB电气", "大庆石油"}) {
    const auto held = initials_tokens(name);
    for (const char* query : {"heb", "hebdy", "cqca", "zqz", "abbdq", "dqsy", "dq", "ab"}) {
      if (!has_initials(name, query)) continue;
      for (const auto& token : initials_query_tokens(query)) {
        EXPECT_NE(std::find(held.begin(), held.end(), token), held.end()) << name << " " << query << " " << token;
      }
    }
  }
}

TEST(Initials, AQueryIsLettersAlone) {
  EXPECT_TRUE(initials_query(" hebyjx "));
  EXPECT_FALSE(initials_query("h"));
  EXPECT_FALSE(initials_query("9123"));
  EXPECT_FALSE(initials_query("哈heb"));
  EXPECT_FALSE(initials_query("heb yjx"));
}

}  // namespace
}  // namespace xiezhi::app::ledger
