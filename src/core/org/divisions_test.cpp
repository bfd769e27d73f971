#include "core/org/divisions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace xiezhi::core::org {
namespace {

std::string file_text() {
  std::ifstream file(std::string(XIEZHI_SOURCE_DIR) + "/law/region/heilongjiang/divisions.json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string error_of(const std::string& divisions) {
  const auto loaded = Divisions::load(R"({"province":"23","other_provinces":[],"divisions":)" + divisions + "}");
  return loaded.ok() ? "" : loaded.error().message;
}

TEST(Divisions, HoldEveryCityAndCountyOfTheProvince) {
  const Divisions divisions = MUST(Divisions::load(file_text()));
  const auto count = [&](DivisionKind kind) {
    return std::count_if(divisions.all().begin(), divisions.all().end(),
                         [&](const Division& division) { return division.kind == kind; });
  };
  EXPECT_EQ(count(DivisionKind::city), 13);
  // 54 districts, 21 county-level cities, 45 counties, one autonomous county; 4 districts of 大兴安岭.
  EXPECT_EQ(count(DivisionKind::county), 125);
}

TEST(Divisions, LeadFromTheProvinceDown) {
  const Divisions divisions = MUST(Divisions::load(file_text()));
  const auto path = divisions.path("230102");
  ASSERT_EQ(path.size(), 3u);
  EXPECT_EQ(path[0]->name, "黑龙江省");
  EXPECT_EQ(path[1]->name, "哈尔滨市");
  EXPECT_EQ(path[2]->name, "道里区");
  EXPECT_TRUE(divisions.path("230199").empty());
}

TEST(Divisions, ResolveRegisterCodes) {
  const Divisions divisions = MUST(Divisions::load(file_text()));
  EXPECT_EQ(divisions.of_register_code("230103")->code, "230103");
  EXPECT_EQ(divisions.of_register_code("230182")->code, "230113");
  EXPECT_EQ(divisions.of_register_code("230199")->code, "2301");
  EXPECT_EQ(divisions.of_register_code("230000"), nullptr);
  EXPECT_EQ(divisions.of_register_code("310113"), nullptr);
  EXPECT_EQ(divisions.of_register_code("2301"), nullptr);
}

TEST(Divisions, RefuseABrokenTree) {
  EXPECT_NE(error_of(R"([{"code":"2301","name":"x","kind":"city"}])"), "");
  EXPECT_NE(error_of(R"([{"code":"23","name":"x","kind":"province"},{"code":"23","name":"y","kind":"province"}])"), "");
  EXPECT_NE(error_of(R"([{"code":"23","name":"x","kind":"city"}])"), "");
  EXPECT_NE(error_of(R"([{"code":"23","name":"x","kind":"province","other_codes":["23"]}])"), "");
  EXPECT_EQ(error_of(R"([{"code":"23","name":"x","kind":"province"}])"), "");
}

}  // namespace
}  // namespace xiezhi::core::org
