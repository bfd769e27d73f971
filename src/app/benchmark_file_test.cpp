#include "app/benchmark_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/law/published.h"

namespace xiezhi::app {
namespace {

namespace fs = std::filesystem;

TEST(BenchmarkFile, EveryTableOfTheRegionIsWrittenAndReadAgainTheSame) {
  std::size_t tables = 0;
  for (const auto& entry :
       fs::directory_iterator(std::string(XIEZHI_SOURCE_DIR) + "/law/region/heilongjiang/discretion")) {
    if (entry.path().extension() != ".dmn") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    core::law::Benchmark table;
    table.model = MUST(read_draft(text));
    const auto written = write_draft(table);
    ASSERT_TRUE(written.ok()) << entry.path() << ": " << written.error();
    const auto again = read_draft(*written);
    ASSERT_TRUE(again.ok()) << entry.path() << ":" << again.error().line << ": " << again.error().message;
    EXPECT_EQ(core::law::model_digest(*again), core::law::model_digest(table.model)) << entry.path();
    EXPECT_NE(written->find("裁量档次"), std::string::npos) << entry.path();
    ++tables;
  }
  EXPECT_GE(tables, 20U);
}

TEST(BenchmarkFile, NoEntityAndNoDocumentTypeIsRead) {
  const auto bomb = read_draft(
      "<?xml version=\"1.0\"?><!DOCTYPE definitions [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
      "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"&b;\"/>");
  ASSERT_FALSE(bomb.ok());
  const auto outside = read_draft("<!DOCTYPE definitions SYSTEM \"file:///etc/passwd\"><definitions/>");
  ASSERT_FALSE(outside.ok());
  EXPECT_FALSE(read_draft(std::string(kLargestDraft + 1, ' ')).ok());
}

TEST(BenchmarkFile, WhatCannotBeReadIsToldWithItsLine) {
  const auto broken = read_draft("<definitions\n  xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\">\n<a>");
  ASSERT_FALSE(broken.ok());
  EXPECT_GE(broken.error().line, 3U);
}

}  // namespace
}  // namespace xiezhi::app
