// Expressions and what they come to, as text.
#include <gtest/gtest.h>

#include "core/feel/evaluation.h"
#include "core/feel/parser.h"

namespace xiezhi::core::feel {
namespace {

const ZoneTable& zones() {
  static const ZoneTable kZones =
      MUST(ZoneTable::load("Asia/Shanghai,PRC|29143|-2177481943:28800|CST-8\n"
                           "Europe/Berlin|3600||CET-1CEST,M3.5.0,M10.5.0/3\n"));
  return kZones;
}

std::string value_of(const std::string& text) {
  Surroundings surroundings;
  surroundings.zones = &zones();
  surroundings.names = {"unit price", "a-b", "count"};
  const auto node = parse_expression(text, surroundings);
  if (!node.ok()) return text_of(node.error());
  World world;
  world.zones = &zones();
  world.now = DateTime{{2024, 2, 29}, {}};
  Evaluation evaluation(world);
  Scope scope = feel::bind(nullptr, std::string("unit price"), Value(std::int64_t{40}));
  scope = feel::bind(scope, std::string("a-b"), Value(std::int64_t{7}));
  const Value out = evaluation.evaluate(**node, scope);
  return evaluation.exhausted() ? "limit" : text_of(out, true);
}

struct Example {
  const char* expression;
  const char* value;
};

void check(std::initializer_list<Example> examples) {
  for (const Example& one : examples) EXPECT_EQ(value_of(one.expression), one.value) << one.expression;
}

TEST(FeelExpression, ArithmeticBindsAsItShould) {
  check({{"1 + 2 * 3", "7"},
         {"(1 + 2) * 3", "9"},
         {"-3 ** 2", "9"},
         {"2 ** 3 ** 2", "64"},
         {"10 - 4 - 3", "3"},
         {"0.1 + 0.2 = 0.3", "true"},
         {"1 / 0", "null"},
         {"1 + \"1\"", "null"},
         {"--4", "4"}});
}

TEST(FeelExpression, NamesWithSpacesAndSigns) {
  check({{"unit price * 2", "80"},
         {"unit  price+1", "41"},
         {"a-b - 1", "6"},
         {"{total cost: 3, x: total cost + 1}.x", "4"},
         {"unknown thing", "line 1, column 9: expected an operator or the end, found \"thing\""}});
}

TEST(FeelExpression, TruthHasThreeValues) {
  check({{"true and null", "null"},
         {"false and null", "false"},
         {"true or null", "true"},
         {"false or null", "null"},
         {"not(null)", "null"},
         {"1 = \"a\"", "null"},
         {"null = null", "true"},
         {"if null then 1 else 2", "2"}});
}

TEST(FeelExpression, ListsFiltersAndPaths) {
  check({{"[1, 2, 3][2]", "2"},
         {"[1, 2, 3][-1]", "3"},
         {"[1, 2, 3][4]", "null"},
         {"[1, 2, 3][item > 1]", "[2, 3]"},
         {"[{k: 1, v: \"a\"}, {k: 2, v: \"b\"}][k = 2].v", "[\"b\"]"},
         {"5[1]", "5"},
         {"[[1], [2]].x", "[[null], [null]]"}});
}

TEST(FeelExpression, LoopsAndQuantifiers) {
  check({{"for i in 1..3 return i * i", "[1, 4, 9]"},
         {"for i in 3..1 return i", "[3, 2, 1]"},
         {"for i in [1, 2], j in [10, 20] return i + j", "[11, 21, 12, 22]"},
         {"for i in 1..5 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24, 120]"},
         {"some x in [1, 2] satisfies x > 1", "true"},
         {"every x in [] satisfies false", "true"},
         {"for d in @\"2024-02-28\"..@\"2024-03-01\" return d.day", "[28, 29, 1]"}});
}

TEST(FeelExpression, RangesAndMembership) {
  check({{"5 in [1..5]", "true"},
         {"5 in [1..5)", "false"},
         {"5 in (>3, <2)", "true"},
         {"1 in [2, 3, 1]", "true"},
         {"[1..10[.end included", "false"},
         {"(<10).end", "10"},
         {"\"b\" between \"a\" and \"c\"", "true"},
         {"overlaps([1..5], [5..8])", "true"},
         {"before([1..5), [5..8])", "true"},
         {"meets([1..5], (5..8])", "false"}});
}

TEST(FeelExpression, MembershipEndsBeforeAndOrAndEquals) {
  check({{"1 in [2, 3] or true", "true"},
         {"1 in [1] and 2 in [2]", "true"},
         {"1 in [1..2] and false", "false"},
         {"1 in [2] = false", "true"},
         {"1 in <2 and 2 in >1", "true"},
         {"5 in (? > 3, 1)", "true"},
         {"5 in (abs(?))", "true"},
         {"-5 in (abs(?))", "false"},
         {"5 in (even(?), ? between 1 and 2)", "false"},
         {"{x: [1, 2], y: [5, 6]}[1 in x and 5 in y].x", "[[1, 2]]"}});
}

TEST(FeelExpression, RelationsOfRangesTakeNoPointInTheirPlace) {
  check({{"meets(1, 1)", "null"},
         {"met by(1, 1)", "null"},
         {"overlaps(1, 1)", "null"},
         {"overlaps before([1..2], 2)", "null"},
         {"includes(1, 1)", "null"},
         {"includes([1..5], 3)", "true"},
         {"during(3, [1..5])", "true"},
         {"during(3, 3)", "null"},
         {"starts(1, [1..5])", "true"},
         {"finished by([1..5], 5)", "true"},
         {"coincides(1, 1)", "true"},
         {"before(1, 2)", "true"}});
}

TEST(FeelExpression, FunctionsKeepWhatTheyWereMadeIn) {
  check({{"(function(x) x + 1)(2)", "3"},
         {"{f: function(a: number, b: number) a - b, r: f(b: 1, a: 5)}.r", "4"},
         {"{add: function(n) function(m) n + m, r: add(3)(4)}.r", "7"},
         {"(function(a: number) a)(\"x\")", "null"},
         {"{my fact: function(n) if n < 2 then 1 else n * my fact(n - 1), r: my fact(5)}.r", "120"},
         {"{abs: function(n) abs(n) + 1, r: abs(-5)}.r", "6"},
         {"{f: function(n) n + 1, r: {f: function(n) f(f(n)), s: f(1)}.s}.r", "3"},
         {"sort([3, 1, 2], function(a, b) a < b)", "[1, 2, 3]"},
         {"5()", "null"},
         {"abs()", "null"}});
}

TEST(FeelExpression, ANamedParameterThatIsNotGivenIsNull) {
  check({{"(function(a, b) [a, b])(b: 2)", "[null, 2]"},
         {"(function(a, b) [a, b])(b: 2, c: 3)", "null"},
         {"(function(a, b) [a, b])(b: 2, b: 3)", "null"},
         {"(function(a, b) [a, b])(2)", "null"},
         {"list contains(list: [1, null])", "true"},
         {"context put(key: \"a\", context: {b: 1})", "{b: 1, a: null}"},
         {"round up(n: 5.5)", "null"},
         {"substring(string: \"abc\", start position: 2)", "\"bc\""},
         {"number(from: \"1,5\", decimal separator: \",\")", "1.5"},
         {"abs(number: 1)", "null"}});
}

TEST(FeelExpression, DatesTimesAndDurations) {
  check({{"@\"2024-01-31\" + @\"P1M\"", "2024-02-29"},
         {"@\"2024-03-01\" - @\"2024-02-01\"", "P29D"},
         {"date(\"2023-02-29\")", "null"},
         {"@\"10:00:00\" + @\"PT15H\"", "01:00:00"},
         {"@\"2024-07-01T12:00:00@Europe/Berlin\" = @\"2024-07-01T10:00:00Z\"", "true"},
         {"@\"2024-01-01T12:00:00@Europe/Berlin\".time offset", "PT1H"},
         {"@\"2024-03-31T01:30:00@Europe/Berlin\" + @\"PT1H\"", "2024-03-31T03:30:00@Europe/Berlin"},
         {"@\"1949-10-01T15:00:00@Asia/Shanghai\".time offset", "PT8H"},
         {"years and months duration(@\"2011-12-22\", @\"2013-08-24\")", "P1Y8M"},
         {"@\"P1Y\" / @\"P6M\"", "2"},
         {"week of year(@\"2005-01-01\")", "53"},
         {"today()", "2024-02-29"},
         {"@\"P14M\"", "P1Y2M"}});
}

TEST(FeelExpression, StringsGoByCodePoint) {
  check({{"string length(\"獬豸🐎\")", "3"},
         {"substring(\"行政处罚法\", 3, 2)", "\"处罚\""},
         {"substring(\"abc\", -2)", "\"bc\""},
         {"upper case(\"straße é\")", "\"STRASSE É\""},
         {"replace(\"第12条\", \"(\\d+)\", \"<$1>\")", "\"第<12>条\""},
         {"split(\"a;b;;c\", \";\")", "[\"a\", \"b\", \"\", \"c\"]"},
         {"matches(\"中A\", \"\\p{IsCJKUnifiedIdeographs}[a-z]\", \"i\")", "true"},
         {"matches(\"a\", \"(\")", "null"},
         {"string join([\"a\", null, \"b\"], \"-\")", "\"a-b\""},
         {"number(\"1 000,5\", \" \", \",\")", "1000.5"}});
}

TEST(FeelExpression, RangesOutOfText) {
  check({{"range(\"[18..21)\")", "[18..21)"},
         {"range(\"[18..)\").start", "18"},
         {"20 in range(\"[18..)\")", "true"},
         {"range(\"( .. 21]\").end", "21"},
         {"22 in range(\"(..21]\")", "false"},
         {"range(\"[..21]\")", "null"},
         {"range(\"[18..]\")", "null"},
         {"range(\"(..)\")", "null"},
         {"range(\"(\")", "null"},
         {"range(\"[1+1..3]\")", "null"}});
}

TEST(FeelExpression, PatternsKnowUnicode) {
  check({{"matches(\"٣\", \"^\\d$\")", "true"},
         {"matches(\"٣\", \"\\D\")", "false"},
         {"matches(\"ა\", \"^\\p{IsGeorgian}$\")", "true"},
         {"matches(\"ა\", \"^\\P{L}$\")", "false"},
         {"matches(\"a\", \"\\p{IsNowhere}\")", "null"},
         {"matches(\"é-1\", \"^\\i\\c+$\")", "true"},
         {"matches(\"1\", \"\\i\")", "false"},
         {"matches(\"×\", \"^\\I\\C?$\")", "true"},
         {"matches(\"Ჯ\", \"ჯ\", \"i\")", "true"}});
}

/// XPath: FORX0003.
TEST(FeelExpression, APatternOfNothingDoesNotPart) {
  check({{"split(\"abc\", \"\")", "null"},
         {"split(\"a1b\", \"\\d*\")", "null"},
         {"replace(\"abc\", \"x*\", \"-\")", "null"},
         {"replace(\"abc\", \"^\", \"-\")", "null"},
         {"matches(\"abc\", \"x*\")", "true"},
         {"split(\"a1b\", \"\\d+\")", "[\"a\", \"b\"]"}});
}

/// What is written reads back as the same value.
TEST(FeelExpression, TextOfContextsAndLists) {
  check({{"string({a: \"foo\"}) = \"{a: \\\"foo\\\"}\"", "true"},
         {"{\"{\": \"foo\"}", "{\"{\": \"foo\"}"},
         {"{\"a:b\": 1, \"\": 2, \"1\": 3}", "{\"a:b\": 1, \"\": 2, \"1\": 3}"},
         {"{\"say \\\"x\\\"\": 1}", "{\"say \\\"x\\\"\": 1}"},
         {"{foo bar: {foo+bar: 1}, 数量: 2}", "{foo bar: {foo+bar: 1}, 数量: 2}"},
         {"[\"a\", {b: [null]}]", "[\"a\", {b: [null]}]"}});
}

TEST(FeelExpression, AListOfOneStandsForItsItemWhereNoListIsWanted) {
  check({{"sublist([4, 5, 6], [2])", "[5, 6]"},
         {"insert before([1], [1], [2])", "[[2], 1]"},
         {"list replace([1, 2], [2], [3])", "[1, [3]]"},
         {"string join([\"a\", \"b\"], [\"-\"])", "\"a-b\""},
         {"index of([[1], 2], [1])", "[1]"},
         {"get value([{a: 1}], \"a\")", "1"},
         {"get entries([{a: 1}])", "[{key: \"a\", value: 1}]"},
         {"context put([{a: 1}], \"b\", [2])", "{a: 1, b: [2]}"},
         {"get value([{a: 1}, {a: 2}], \"a\")", "null"}});
}

TEST(FeelExpression, TypesAreAskedFor) {
  check({{"1 instance of number", "true"},
         {"[1, \"a\"] instance of list<number>", "false"},
         {"{a: 1} instance of context<a: number>", "true"},
         {"null instance of Any", "false"},
         {"@\"P1D\" instance of days and time duration", "true"},
         {"[1..2] instance of range<number>", "true"}});
}

TEST(FeelExpression, ErrorsSayWhereAndWhat) {
  check({{"1 +", "line 1, column 4: expected an expression, found the end"},
         {"[1, 2", "line 1, column 6: expected \",\" or \"]\", found the end"},
         {"if true\nthen 1", "line 2, column 7: expected \"else\", found the end"}});
}

TEST(FeelExpression, LimitsAreErrorsNotCrashes) {
  EXPECT_EQ(value_of("{f: function(f, n) f(f, n + 1), r: f(f, 0)}.r"), "limit");
  EXPECT_EQ(value_of("{f: function(n) f(n + 1), r: f(0)}.r"), "limit");
  EXPECT_EQ(value_of("count(for a in 1..1000, b in 1..1000, c in 1..1000 return a)"), "limit");
  EXPECT_EQ(value_of("for i in 1..100 return [partial]"), "null");
  const std::string open(5000, '(');
  EXPECT_NE(value_of(open + "1").find("nests less deeply"), std::string::npos);
  EXPECT_NE(value_of(std::string(5000, '[')).find("nests less deeply"), std::string::npos);
  for (const char* deep : {"1 in (", "(<", "[<", "[1, >", "[1..", "(1..", "]1.."}) {
    std::string tests;
    for (int i = 0; i < 30'000; ++i) tests += deep;
    EXPECT_NE(value_of(tests + "1").find("nests less deeply"), std::string::npos) << deep;
  }
  std::string sum = "1";
  for (int i = 0; i < 5000; ++i) sum += "+1";
  EXPECT_NE(value_of(sum).find("nests less deeply"), std::string::npos);
  EXPECT_EQ(value_of("matches(\"" + std::string(40, 'a') + "\", \"(a|aa)+b\")"), "null");
}

}  // namespace
}  // namespace xiezhi::core::feel
