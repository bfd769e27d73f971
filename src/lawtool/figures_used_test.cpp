// Every figure that the core asks for by name is in the law pack, in the unit that the core takes it for.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "lawtool/source.h"

namespace xiezhi::lawtool {
namespace {

namespace fs = std::filesystem;

std::string core_sources() {
  std::stringstream out;
  for (const auto& entry : fs::recursive_directory_iterator(XIEZHI_SOURCE_DIR "/src/core")) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    if (name.ends_with("_test.cpp")) continue;
    out << std::ifstream(entry.path()).rdbuf();
  }
  return out.str();
}

/// Keys in figure("…"), value("…") and term("…"), and those chosen by a condition before such a call.
std::set<std::string> keys_used() {
  const std::string text = core_sources();
  std::set<std::string> out;
  const std::regex direct(R"((?:figure|value|term)\(\s*\"([a-z_]+(?:\.[a-z0-9_]+)+)\"\s*,)");
  const std::regex chosen(R"(key =[^;]*\?\s*\"([a-z_]+\.[a-z0-9_.]+)\"\s*:\s*\"([a-z_]+\.[a-z0-9_.]+)\";)");
  for (std::sregex_iterator at(text.begin(), text.end(), direct), end; at != end; ++at) out.insert((*at)[1]);
  for (std::sregex_iterator at(text.begin(), text.end(), chosen), end; at != end; ++at) {
    out.insert((*at)[1]);
    out.insert((*at)[2]);
  }
  // Built from parts: accident classes, and thresholds by kind of party.
  for (const char* grade : {"larger", "major", "extraordinary"}) {
    for (const char* loss : {"deaths", "injuries", "loss_fen"})
      out.insert(std::string("accident.") + grade + "." + loss);
  }
  for (const char* of : {"review", "deliberation"}) {
    for (const char* whose : {"fine_unit_fen", "fine_person_fen"}) out.insert(std::string(of) + "." + whose);
  }
  return out;
}

const core::law::Pack& pack() {
  static const std::string bytes = MUST(build_pack(XIEZHI_SOURCE_DIR "/law"));
  static const core::law::Pack held = MUST(core::law::Pack::load(bytes));
  return held;
}

const core::law::Figure* figure(const std::string& key) {
  return pack().figure(key, base::Date::of(2026, 9, 1), "230103");
}

TEST(FiguresUsed, AreAllInThePack) {
  const std::set<std::string> keys = keys_used();
  EXPECT_GT(keys.size(), 40u) << "the search for keys finds too little";
  for (const std::string& key : keys) EXPECT_NE(figure(key), nullptr) << key;
}

TEST(FiguresUsed, CountedInWorkingDaysAreWorkingDays) {
  for (const char* key :
       {"hearing.request_days", "hearing.notice_days", "defence.days", "service.days", "disclosure.days",
        "disclosure.withdraw_days", "demand_notice.days", "evidence.preservation_days"}) {
    ASSERT_NE(figure(key), nullptr) << key;
    EXPECT_EQ(figure(key)->unit, law::Unit::working_days) << key;
  }
}

TEST(FiguresUsed, CountedInCalendarDaysAreCalendarDays) {
  for (const char* key : {"payment.days", "decision.days", "seizure.days", "seizure.extension_days",
                          "closure.window_days", "reconsideration.days", "litigation.after_reconsideration_days"}) {
    ASSERT_NE(figure(key), nullptr) << key;
    EXPECT_EQ(figure(key)->unit, law::Unit::calendar_days) << key;
  }
}

}  // namespace
}  // namespace xiezhi::lawtool
