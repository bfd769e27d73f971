#include "core/text/tokens.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/fold.h"

namespace xiezhi::core::text {
namespace {

using Tokens = std::vector<std::string>;

bool has(const Tokens& tokens, const std::string& token) {
  return std::binary_search(tokens.begin(), tokens.end(), token);
}

TEST(IndexTokens, AreCharactersAndPairsOfNeighbours) {
  Tokens wanted{"龙", "龙煤", "煤", "煤集", "集", "集团", "团"};
  std::sort(wanted.begin(), wanted.end());
  EXPECT_EQ(index_tokens("龙煤集团"), wanted);
}

TEST(IndexTokens, DoNotPairAcrossPunctuation) {
  const Tokens tokens = index_tokens("龙煤（鸡西）");
  EXPECT_TRUE(has(tokens, "鸡西"));
  EXPECT_FALSE(has(tokens, "煤鸡"));
}

TEST(IndexTokens, FoldWidthAndCase) {
  EXPECT_EQ(index_tokens("ＡＢc１２"), Tokens{"abc12"});
  EXPECT_EQ(index_tokens("A4纸"), (Tokens{"a4", "纸"}));
}

TEST(IndexTokens, NameEachOnce) { EXPECT_EQ(index_tokens("宝宝宝"), (Tokens{"宝", "宝宝"})); }

TEST(IndexTokens, OfNothingAreNone) {
  EXPECT_TRUE(index_tokens("").empty());
  EXPECT_TRUE(index_tokens("（）、·").empty());
}

TEST(IndexTokens, TakeIdeographsBeyondTheBasicPlane) { EXPECT_TRUE(has(index_tokens("𠮷野"), "𠮷野")); }

TEST(QueryTokens, OfOneCharacterIsThatCharacter) { EXPECT_EQ(query_tokens("煤"), Tokens{"煤"}); }

TEST(QueryTokens, OfTwoIsThePair) { EXPECT_EQ(query_tokens("龙煤"), Tokens{"龙煤"}); }

TEST(QueryTokens, AreAlwaysAmongTheTokensOfANameThatContainsThem) {
  const std::string name = "哈尔滨市A8号（南岗）石油化工有限责任公司";
  const Tokens stored = index_tokens(name);
  for (const char* query : {"哈", "尔滨", "石油化", "a8", "有限责任公司", "南岗", "公司 石油"}) {
    for (const std::string& token : query_tokens(query)) EXPECT_TRUE(has(stored, token)) << query << " " << token;
  }
}

TEST(QueryTerms, AreSeparatedByAnyWidthOfSpace) { EXPECT_EQ(query_terms(" 石油　ＡＢ "), (Tokens{"石油", "ab"})); }

TEST(IdentityForm, ForgetsSpacesWidthAndPunctuation) {
  EXPECT_EQ(identity_form("宾县（宾州）镇 １２号"), identity_form("宾县(宾州)镇12号"));
  EXPECT_NE(identity_form("宾县12号"), identity_form("宾县21号"));
}

}  // namespace
}  // namespace xiezhi::core::text
