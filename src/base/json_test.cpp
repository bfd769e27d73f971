#include "base/json.h"

#include <gtest/gtest.h>

#include <string>

namespace xiezhi::base {
namespace {

std::string canonical(std::string_view text) {
  const auto json = Json::parse(text);
  EXPECT_TRUE(json.ok()) << text << ": " << (json.ok() ? "" : json.error().message);
  return json.ok() ? json->canonical() : "";
}

TEST(Json, SyntaxErrorsAreRefused) {
  for (const char* bad :
       {"",         " ",          "nul",           "tru",      "{",   "}",       "[1,]",      "[1 2]",  "{\"a\"}",
        "{\"a\":}", "{\"a\":1,}", "{a:1}",         "{'a':1}",  "01",  "+1",      "1.",        ".5",     "1e",
        "-",        "0x1",        "NaN",           "Infinity", "\"a", "\"\\x\"", "\"\\u12\"", "\"\t\"", "1 2",
        "[] x",     "// c\n1",    "\xEF\xBB\xBF{}"}) {
    const auto json = Json::parse(bad);
    ASSERT_FALSE(json.ok()) << bad;
    EXPECT_EQ(json.error().code, "json.syntax") << bad;
    EXPECT_EQ(json.error().path, "") << bad;
  }
}

TEST(Json, MalformedUtf8IsRefused) {
  EXPECT_FALSE(Json::parse("\"\xC0\x80\"").ok());
  EXPECT_FALSE(Json::parse("\"\xED\xA0\x80\"").ok());
  EXPECT_TRUE(Json::parse("\"獬豸\"").ok());
}

TEST(Json, EscapesOfLoneSurrogatesAreRefused) {
  for (const char* bad : {R"("\ud800")", R"("\udbffx")", R"("\udc00")", R"("\ud800\ud800")", R"({"\udfff":1})"}) {
    EXPECT_FALSE(Json::parse(bad).ok()) << bad;
  }
  EXPECT_EQ(MUST(Json::parse(R"("\ud842\udfb7")")).text(), "𠮷");
}

TEST(Json, DuplicateNamesAreRefusedAtEveryLevel) {
  EXPECT_FALSE(Json::parse(R"({"a":1,"a":1})").ok());
  EXPECT_FALSE(Json::parse(R"({"x":[{"a":1,"b":2,"a":3}]})").ok());
  EXPECT_FALSE(Json::parse(R"({"a":1,"\u0061":2})").ok());
  EXPECT_NE(Json::parse(R"({"a":1,"a":1})").error().message.find("duplicate name \"a\""), std::string::npos);
  EXPECT_TRUE(Json::parse(R"({"a":{"a":1},"b":{"a":1}})").ok());
}

TEST(Json, SixtyFourLevelsAndNoMore) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(Json::parse(nested(64)).ok());
  EXPECT_FALSE(Json::parse(nested(65)).ok());
  EXPECT_FALSE(Json::parse(nested(1'000'000)).ok());
}

TEST(Json, IntegersAreReadExactly) {
  const auto integer = [](const char* text) { return MUST(Json::parse(text)).integer(); };
  EXPECT_EQ(integer("0"), 0);
  EXPECT_EQ(integer("-0"), 0);
  EXPECT_EQ(integer("9007199254740993"), 9'007'199'254'740'993);
  EXPECT_EQ(integer("9223372036854775807"), INT64_MAX);
  EXPECT_EQ(integer("9223372036854775808"), std::nullopt);
  EXPECT_EQ(integer("-9223372036854775807"), -INT64_MAX);
  EXPECT_EQ(integer("99999999999999999999"), std::nullopt);
  EXPECT_EQ(integer("1.0"), std::nullopt);
  EXPECT_EQ(integer("1e3"), std::nullopt);
  EXPECT_EQ(integer("\"1\""), std::nullopt);
}

TEST(Json, FindsMembersOfObjectsOnly) {
  const Json json = MUST(Json::parse(R"({"a":{"b":"text"},"n":null})"));
  EXPECT_EQ(json.find("a")->find("b")->text(), "text");
  EXPECT_TRUE(json.find("n")->is_null());
  EXPECT_EQ(json.find("b"), nullptr);
  EXPECT_EQ(json.find("n")->find("a"), nullptr);
  EXPECT_EQ(json.text(), "");
}

TEST(CanonicalJson, LiteralsAndNumbers) {
  EXPECT_EQ(canonical(" [ null , true , false , -0 , 9007199254740991 , -9007199254740991 ] "),
            "[null,true,false,0,9007199254740991,-9007199254740991]");
  EXPECT_EQ(canonical("{ }"), "{}");
}

// The object of RFC 8785 section 3.2.3: names sort by UTF-16 code units, so U+1F600 comes before U+FB33.
TEST(CanonicalJson, NamesSortByUtf16CodeUnits) {
  EXPECT_EQ(canonical(R"({
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"})"),
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
            "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
            "\"\U0001F600\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
  EXPECT_TRUE(utf16_less("", "a"));
  EXPECT_TRUE(utf16_less("a", "aa"));
  EXPECT_FALSE(utf16_less("a", "a"));
  EXPECT_TRUE(utf16_less("\U00010000", "\uE000"));
  EXPECT_TRUE(utf16_less("\uD7FF", "\U00010000"));
  EXPECT_TRUE(utf16_less("\U00010000", "\U00010001"));
  EXPECT_TRUE(utf16_less("\U00010400", "\U00010800"));
}

// RFC 8785 section 3.2.2.2.
TEST(CanonicalJson, EscapesOnlyWhatMustBe) {
  EXPECT_EQ(canonical(R"("\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\/")"),
            "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  EXPECT_EQ(canonical(R"("\b\f\n\r\t\u0000\u001f\u007f")"), "\"\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\"");
  EXPECT_EQ(canonical(R"("\u2028<>&")"), "\"\u2028<>&\"");
}

TEST(CanonicalJson, WritingWhatIsCanonicalChangesNothing) {
  const std::string text = canonical(R"({"b":[1,{"d":"\u732c","c":null}],"a":"\ud842\udfb7"})");
  EXPECT_EQ(canonical(text), text);
}

TEST(CanonicalJsonDeathTest, NumbersThatOtherReadersWouldRoundAreABug) {
  EXPECT_DEATH((void)MUST(Json::parse("9007199254740992")).canonical(), "assertion failed");
  EXPECT_DEATH((void)MUST(Json::parse("0.5")).canonical(), "assertion failed");
}

TEST(JsonPointer, EscapesTildeAndSlash) { EXPECT_EQ(pointer_token("a/b~c"), "a~1b~0c"); }

}  // namespace
}  // namespace xiezhi::base
