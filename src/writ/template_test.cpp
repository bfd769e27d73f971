#include "writ/template.h"

#include <gtest/gtest.h>

#include "writ/fill.h"
#include "writ/library.h"

namespace xiezhi::writ {
namespace {

constexpr std::string_view kHeader = "title: 样式\n---\n";

std::string problem_of(std::string_view body) {
  const auto form = read_template("test", std::string(kHeader) + std::string(body));
  return form.ok() ? "" : std::to_string(form.error().line) + ": " + form.error().message;
}

TEST(Template, ReadsNestedBlocks) {
  const auto form =
      read_template("test",
                    "# 说明\ntitle: 样式\nsize: 12.5\n---\n第一段\n  接着写\n@each rows\n@when a\n{b}\n@end\n"
                    "@end\n@table 1 2\n| *名 | {c:0} |\n@row 20\n| {d} | < |\n@end\n");
  ASSERT_TRUE(form.ok()) << form.error().line << form.error().message;
  EXPECT_EQ(form->title, "样式");
  EXPECT_EQ(form->size, 12.5);
  ASSERT_EQ(form->body.size(), 3U);
  EXPECT_EQ(form->body[0].text, "第一段接着写");
  EXPECT_EQ(form->body[1].body[0].body[0].text, "{b}");
  EXPECT_EQ(form->body[2].body[1].size, 20);
  EXPECT_EQ(names_in(*form), (std::vector<std::string>{"rows", "a", "b", "c", "d"}));
}

TEST(Template, ToldWithItsLineWhatIsWrong) {
  EXPECT_EQ(problem_of("@each rows\n正文\n"), "4: @end is missing");
  EXPECT_EQ(problem_of("正文\n@end\n"), "4: an @end without its beginning");
  EXPECT_EQ(problem_of("@bold 正文\n"), "3: unknown directive @bold");
  EXPECT_EQ(problem_of("| a |\n"), "3: a row stands in a table");
  EXPECT_EQ(problem_of("@table 1 1\n| a |\n@end\n"), "4: as many cells as the table has columns");
  EXPECT_EQ(problem_of("@table 1 1\n正文\n@end\n"), "4: a table has rows, `| … |`, and @each, @when, @unless");
  EXPECT_EQ(problem_of("@fields 1 1 = 地址：| {a}\n"), "3: a label and a value for each width");
  EXPECT_EQ(problem_of("@sign 签名\n"), "3: @sign LABEL | LIST | WHAT STANDS BESIDE IT");
  EXPECT_FALSE(read_template("test", "colour: red\ntitle: 样式\n---\n").ok());
  EXPECT_FALSE(read_template("test", "title: 样式\n").ok());
}

TEST(Fill, LeavesALineWhereThereIsNoValue) {
  Facts facts;
  facts.set("a", "甲");
  const Filled filled = fill("{a}与{b:2}、{c:0}。", Scope(facts));
  EXPECT_EQ(filled.text, "甲与　　、。");
  EXPECT_EQ(filled.blanks, (std::vector<Span>{{6, 12}}));
}

TEST(Fill, TakesAValueForWhatItIs) {
  Facts facts;
  facts.set("a", "{b}//");
  facts.set("b", "不应出现");
  EXPECT_EQ(fill("{a}", Scope(facts)).text, "{b}//");
}

TEST(Fill, LooksInTheRowBeforeLookingOutside) {
  Facts outer;
  outer.set("a", "外");
  outer.set("b", "外");
  Facts row;
  row.set("a", "内");
  const Scope outside(outer);
  EXPECT_EQ(fill("{a}{b}", Scope(row, &outside)).text, "内外");
}

TEST(Facts, SayingSomethingElseHaveAnotherDigest) {
  Facts one;
  one.set("a", "甲");
  Facts same = one;
  same.set("empty", "");
  EXPECT_EQ(digest(one), digest(same));
  Facts other = one;
  other.list["rows"].emplace_back().set("b", "乙");
  EXPECT_NE(digest(one), digest(other));
}

TEST(Library, HoldsEveryFormWithItsTitle) {
  const auto& forms = Library::built_in().templates();
  EXPECT_GE(forms.size(), 10U);
  for (const auto& [kind, form] : forms) {
    EXPECT_FALSE(form.title.empty()) << kind;
    EXPECT_FALSE(names_in(form).empty()) << kind;
  }
}

}  // namespace
}  // namespace xiezhi::writ
