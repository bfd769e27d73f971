#include <gtest/gtest.h>

#include <algorithm>

#include "core/feel/evaluation.h"
#include "core/feel/parser.h"

namespace xiezhi::core::feel {
namespace {

/// What a method of java.lang gives for arguments written in FEEL, with semicolons between them.
std::string java(const std::string& class_name, const std::string& signature, std::string arguments) {
  std::string parameters;
  const auto count = 1 + std::count(arguments.begin(), arguments.end(), ';');
  for (std::ptrdiff_t i = 0; i < count; ++i) parameters += (i == 0 ? "p" : ", p") + std::to_string(i);
  std::replace(arguments.begin(), arguments.end(), ';', ',');
  const auto node = parse_expression("(function(" + parameters + ") external {java: {class: \"java.lang." + class_name +
                                         "\", method signature: \"" + signature + "\"}})(" + arguments + ")",
                                     {});
  if (!node.ok()) return text_of(node.error());
  Evaluation evaluation{World()};
  return text_of(evaluation.evaluate(**node, nullptr), true);
}

TEST(External, Mathematics) {
  EXPECT_EQ(java("Math", "max(int,int)", "3; 5"), "5");
  EXPECT_EQ(java("Math", "max(int, int)", "3; 5.5"), "null");
  EXPECT_EQ(java("Math", "pow(double, double)", "2; 10"), "1024");
  EXPECT_EQ(java("Math", "round(double)", "-2.5"), "-2");
  EXPECT_EQ(java("Math", "round(double)", "2.5"), "3");
  EXPECT_EQ(java("Math", "floorMod(int, int)", "-7; 3"), "2");
  EXPECT_EQ(java("Math", "floorDiv(int, int)", "-7; 3"), "-3");
  EXPECT_EQ(java("Math", "log10(double)", "1000"), "3");
  EXPECT_EQ(java("Math", "cos(double)", "0"), "1");
  EXPECT_EQ(java("Math", "sin(double)", "1").substr(0, 30), "0.8414709848078965066525023216");
  EXPECT_EQ(java("Math", "signum(double)", "-3"), "-1");
  EXPECT_EQ(java("Math", "nothing(double)", "1"), "null");
}

TEST(External, TextsAndBoxedValues) {
  EXPECT_EQ(java("String", "format(java.lang.String, java.lang.Object[])", "\"%s is %d\"; [\"a\", 2]"), "\"a is 2\"");
  EXPECT_EQ(java("String", "format(java.lang.String, java.lang.Object...)", "\"%.2f%%\"; 2.345"), "\"2.35%\"");
  EXPECT_EQ(java("String", "format(java.lang.String, java.lang.Object...)", "\"%d\"; 2.5"), "null");
  EXPECT_EQ(java("String", "valueOf(double)", "1.5"), "\"1.5\"");
  EXPECT_EQ(java("String", "valueOf(char)", "\"q\""), "\"q\"");
  EXPECT_EQ(java("Integer", "valueOf(java.lang.String)", "\"12\""), "12");
  EXPECT_EQ(java("Integer", "parseInt(java.lang.String)", "\"1x\""), "null");
  EXPECT_EQ(java("Byte", "valueOf(byte)", "200"), "null");
  EXPECT_EQ(java("Double", "valueOf(java.lang.String)", "\"1.5\""), "1.5");
  EXPECT_EQ(java("Boolean", "valueOf(java.lang.String)", "\"TRUE\""), "true");
  EXPECT_EQ(java("System", "exit(int)", "1"), "null");
}

}  // namespace
}  // namespace xiezhi::core::feel
