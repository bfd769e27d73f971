#include "core/dossier/placement.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace xiezhi::core::dossier {
namespace {

const org::Divisions& heilongjiang() {
  static const org::Divisions kDivisions = [] {
    std::ifstream file(std::string(XIEZHI_SOURCE_DIR) + "/law/region/heilongjiang/divisions.json");
    std::stringstream text;
    text << file.rdbuf();
    return MUST(org::Divisions::load(text.str()));
  }();
  return kDivisions;
}

Placement place(std::string_view address, std::string_view code = "", std::string_view region = "") {
  static const Placer kPlacer(heilongjiang());
  return kPlacer.place(address, code, region);
}

std::string at(std::string_view address, std::string_view code = "", std::string_view region = "") {
  return place(address, code, region).division;
}

bool doubts(const Placement& placement, PlaceDoubt doubt) {
  return std::find(placement.doubts.begin(), placement.doubts.end(), doubt) != placement.doubts.end();
}

TEST(Placement, ReadsCityAndCounty) {
  EXPECT_EQ(at("黑龙江省哈尔滨市南岗区长江路28号"), "230103");
  EXPECT_EQ(at("哈尔滨市　道里区通江街178号"), "230102");
  EXPECT_EQ(place("哈尔滨市道里区通江街178号").by, PlacedBy::address);
}

TEST(Placement, ReadsACountyWithoutItsCity) {
  EXPECT_EQ(at("宾县居仁镇吉祥村"), "230125");
  EXPECT_EQ(at("黑龙江省抚远市新区和谐家园"), "230883");
}

TEST(Placement, FindsEveryCountyBehindItsCity) {
  for (const org::Division& division : heilongjiang().all()) {
    if (division.code.size() != 6) continue;
    const std::string city = heilongjiang().find(org::city_of(division.code))->name;
    EXPECT_EQ(at("黑龙江省" + city + division.name + "某处1号"), division.code) << division.name;
  }
}

TEST(Placement, KnowsShortFormsAndSeatTowns) {
  EXPECT_EQ(at("哈尔滨开发区南岗集中区长江路201号"), "230103");
  EXPECT_EQ(at("大庆市杜蒙县泰康镇"), "230624");
  EXPECT_EQ(at("巴彦镇东直路道西", "", "哈尔滨"), "230126");
}

TEST(Placement, KnowsNamesFromBeforeAReform) {
  EXPECT_EQ(at("哈尔滨市动力区旭升街5号"), "230110");
  EXPECT_EQ(at("双城市奋斗街"), "230113");
  EXPECT_EQ(at("黑龙江省伊春市五营区中心街"), "230724");
  EXPECT_EQ(at("嫩江县近郊公汽1号门市"), "231183");
}

TEST(Placement, IsNotMisledByAStreetNamedAfterADivision) {
  EXPECT_EQ(at("哈尔滨市道里区安达街20号"), "230102");
  EXPECT_EQ(at("齐齐哈尔市大庆路5号"), "2302");
  EXPECT_EQ(at("佳木斯市向阳镇某村"), "2308");
}

TEST(Placement, TellsDistrictsOfOneNameByTheListOrTheCode) {
  EXPECT_EQ(at("向阳区红旗路1号", "", "鹤岗"), "230402");
  EXPECT_EQ(at("向阳区红旗路1号", "", "佳木斯"), "230803");
  EXPECT_EQ(at("向阳区红旗路1号", "230800", ""), "230803");
  const Placement unknown = place("向阳区红旗路1号");
  EXPECT_EQ(unknown.division, "");
  EXPECT_TRUE(doubts(unknown, PlaceDoubt::several));
}

TEST(Placement, TakesTheCountyFromTheCodeWhereTheAddressNamesTheCityAlone) {
  const Placement placement = place("佳木斯市地下商业街0128号", "230804", "佳木斯");
  EXPECT_EQ(placement.division, "230804");
  EXPECT_EQ(placement.by, PlacedBy::code);
  EXPECT_TRUE(placement.doubts.empty());
}

TEST(Placement, PrefersTheAddressAndReportsTheCode) {
  const Placement placement = place("哈尔滨市南岗区联发街27号", "230102", "哈尔滨");
  EXPECT_EQ(placement.division, "230103");
  EXPECT_TRUE(doubts(placement, PlaceDoubt::code_differs));
}

TEST(Placement, AcceptsCodesGivenOutByTheCityOrTheProvince) {
  EXPECT_TRUE(place("哈尔滨市南岗区联发街27号", "230199", "哈尔滨").doubts.empty());
  EXPECT_TRUE(place("哈尔滨市南岗区联发街27号", "230000", "哈尔滨").doubts.empty());
}

TEST(Placement, UnderstandsFormerCodes) {
  EXPECT_TRUE(place("黑龙江省伊春市伊春区新兴西大街1号", "230702", "伊春").doubts.empty());
  EXPECT_EQ(place("", "231024", "").division, "231086");
}

TEST(Placement, ReportsAListThatNamesAnotherCity) {
  const Placement placement = place("阿城区胜利街文兴小区", "230112", "齐齐哈尔");
  EXPECT_EQ(placement.division, "230112");
  EXPECT_TRUE(doubts(placement, PlaceDoubt::region_differs));
}

TEST(Placement, DoesNotTakeADistrictOfAnotherProvinceForItsNamesake) {
  const Placement shanghai = place("宝山区沪太路6950号", "310113", "双鸭山");
  EXPECT_EQ(shanghai.division, "");
  EXPECT_TRUE(doubts(shanghai, PlaceDoubt::other_province));
  EXPECT_EQ(at("宝山区双福路1号", "230506", "双鸭山"), "230506");
  EXPECT_EQ(at("上海市宝山区沪太路", "", "双鸭山"), "");
}

TEST(Placement, KeepsAnEnterpriseThatMovedInWithItsCode) {
  const Placement moved = place("双鸭山市宝山区双福路1号", "310113", "");
  EXPECT_EQ(moved.division, "230506");
  EXPECT_TRUE(doubts(moved, PlaceDoubt::other_province_code));
}

TEST(Placement, FallsBackToTheListThenToTheCode) {
  EXPECT_EQ(place("建三江八五九农场1号楼", "233006", "佳木斯").division, "2308");
  EXPECT_EQ(place("建三江八五九农场1号楼", "233006", "佳木斯").by, PlacedBy::region);
  EXPECT_EQ(place("", "230183", "").by, PlacedBy::code);
  EXPECT_EQ(place("", "230199", "").by, PlacedBy::code_city);
}

TEST(Placement, SaysSoWhenNothingTells) {
  EXPECT_EQ(place("建三江大兴农场场部", "233006", "").by, PlacedBy::nothing);
  EXPECT_EQ(place("", "", "").by, PlacedBy::nothing);
}

}  // namespace
}  // namespace xiezhi::core::dossier
