#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/dossier/commands.h"
#include "core/engine/world.h"
#include "core/law/pack.h"

namespace xiezhi::core::dossier {
namespace {

const law::Pack& pack() {
  static const law::Pack kPack = [] {
    std::ifstream file(std::string(XIEZHI_SOURCE_DIR) + "/law/region/heilongjiang/divisions.json");
    std::stringstream text;
    text << file.rdbuf();
    law::PackFile parts;
    parts.divisions = MUST(base::parse_json<org::DivisionFile>(text.str()));
    return MUST(law::Pack::load(base::to_json(parts)));
  }();
  return kPack;
}

rule::Context context() {
  rule::Context out;
  out.now = base::Instant::start_of(base::Date::of(2026, 6, 1));
  out.occurred_at = out.now;
  out.stream = "enterprise/e1";
  out.pack = &pack();
  return out;
}

template <typename Command>
std::vector<std::string> refused(const Enterprise& state, const Command& command) {
  std::vector<std::string> codes;
  const auto guards = guards_of(static_cast<const Command*>(nullptr));
  for (const auto& refusal : rule::run_guards(guards, state, &command, context())) codes.push_back(refusal.code);
  return codes;
}

using Codes = std::vector<std::string>;

RegisterEnterprise good() {
  RegisterEnterprise out;
  out.name = "某某公司";
  out.credit_code = "91350100M000100Y43";
  out.division = "230103";
  out.registered_on = base::Date::of(2026, 6, 1);
  return out;
}

Enterprise registered() {
  Enterprise out;
  out.id = "e1";
  out.name = "某某公司";
  out.division = "230103";
  return out;
}

template <typename Command>
std::string event_of(const Enterprise& state, const Command& command, rule::Outcome& out) {
  apply(state, command, context(), out);
  EXPECT_EQ(out.events.size(), 1u);
  return out.events.at(0).payload;
}

TEST(RegisterEnterprise, TakesAGoodOne) { EXPECT_EQ(refused(Enterprise{}, good()), Codes{}); }

TEST(RegisterEnterprise, IsRefusedTwice) {
  EXPECT_EQ(refused(registered(), good()), Codes{"enterprise.registered_twice"});
}

TEST(RegisterEnterprise, NeedsANameThatIsNotTooLong) {
  auto command = good();
  command.name = " 　";
  EXPECT_EQ(refused(Enterprise{}, command), Codes{"enterprise.name_empty"});
  command.name.clear();
  for (std::size_t i = 0; i < kMaxNameLength; ++i) command.name += "厂";
  EXPECT_EQ(refused(Enterprise{}, command), Codes{});
  command.name += "厂";
  EXPECT_EQ(refused(Enterprise{}, command), Codes{"enterprise.text_too_long"});
}

TEST(RegisterEnterprise, ChecksTheCreditCode) {
  auto command = good();
  command.credit_code = "91350100M000100Y44";
  EXPECT_EQ(refused(Enterprise{}, command), Codes{"enterprise.credit_code_invalid"});
  command.credit_code = "９１350100m000100y43";
  EXPECT_EQ(refused(Enterprise{}, command), Codes{});
}

TEST(RegisterEnterprise, NeedsACityOrCountyOfTheRegion) {
  auto command = good();
  for (const char* division : {"", "23", "230199", "310113"}) {
    command.division = division;
    EXPECT_EQ(refused(Enterprise{}, command), Codes{"enterprise.division_unknown"}) << division;
  }
  for (const char* division : {"2301", "230103", "230671"}) {
    command.division = division;
    EXPECT_EQ(refused(Enterprise{}, command), Codes{}) << division;
  }
}

TEST(RegisterEnterprise, IsRefusedFromTomorrowOn) {
  auto command = good();
  command.registered_on = base::Date::of(2026, 6, 2);
  EXPECT_EQ(refused(Enterprise{}, command), Codes{"enterprise.registered_in_future"});
}

TEST(RegisterEnterprise, NeedsTheFormOfAnIndustryCode) {
  auto command = good();
  for (const char* code : {"C", "C26", "261", "2614"}) {
    command.industry = code;
    EXPECT_EQ(refused(Enterprise{}, command), Codes{}) << code;
  }
  for (const char* code : {"", "Z", "2", "26145", "制造业"}) {
    command.industry = code;
    EXPECT_EQ(refused(Enterprise{}, command), Codes{"enterprise.industry_invalid"}) << code;
  }
}

TEST(RegisterEnterprise, KeepsPersonalDataOutOfTheEvent) {
  auto command = good();
  command.legal_representative = rule::Personal{"王小明"};
  rule::Outcome out("enterprise/e1", {std::string(16, 's'), std::string(16, 't')});
  const std::string event = event_of(Enterprise{}, command, out);
  EXPECT_EQ(event.find("王小明"), std::string::npos);
  ASSERT_EQ(out.private_values.size(), 1u);
  EXPECT_EQ(out.private_values[0].value, "王小明");
  EXPECT_NE(event.find(out.private_values[0].commitment), std::string::npos);
}

TEST(RegisterEnterprise, EvolvesIntoWhatItSaid) {
  rule::Outcome out("enterprise/e1", {});
  auto command = good();
  command.registered_capital = "9,800(万元)";
  const auto event = MUST(base::parse_json<EnterpriseRegistered>(event_of(Enterprise{}, command, out)));
  Enterprise state;
  evolve(state, event);
  EXPECT_EQ(state.id, "e1");
  EXPECT_EQ(state.credit_code, command.credit_code);
  EXPECT_EQ(state.registered_capital_fen, base::Money::of_yuan(98'000'000));
}

TEST(UpdateEnterprise, RecordsOnlyWhatChanges) {
  UpdateEnterprise command;
  command.name = "某某公司";
  command.division = "230102";
  EXPECT_EQ(refused(registered(), command), Codes{});
  rule::Outcome out("enterprise/e1", {});
  EXPECT_EQ(event_of(registered(), command, out), R"({"division":"230102"})");
}

TEST(UpdateEnterprise, IsRefusedWhenNothingChangesOrNothingIsThere) {
  UpdateEnterprise command;
  command.name = " 某某公司 ";
  EXPECT_EQ(refused(registered(), command), Codes{"enterprise.nothing_changed"});
  command.name = "别的公司";
  EXPECT_EQ(refused(Enterprise{}, command), Codes{"enterprise.not_registered"});
}

TEST(UpdateEnterprise, ClearsFields) {
  auto state = registered();
  state.registered_capital = "5万元";
  state.registered_capital_fen = base::Money::of_yuan(50'000);
  EnterpriseUpdated event;
  event.cleared = std::vector{Field::registered_capital};
  evolve(state, event);
  EXPECT_FALSE(state.registered_capital.has_value());
  EXPECT_FALSE(state.registered_capital_fen.has_value());
}

TEST(AddSite, IsRefusedTwiceAtOnePlaceAndWithoutName) {
  auto state = registered();
  const AddSite site{"s1", "一号井", "鸡西市鸡冠区某路 1 号", "230302"};
  EXPECT_EQ(refused(state, site), Codes{});
  evolve(state, SiteAdded{"s1", "一号井", "鸡西市鸡冠区某路1号", "230302"});
  EXPECT_EQ(refused(state, site), Codes{"site.duplicate"});
  EXPECT_EQ(refused(state, AddSite{"s2", "一号井", "鸡西市鸡冠区某路１号", "230302"}), Codes{"site.duplicate"});
  EXPECT_EQ(refused(state, AddSite{"s2", "二号井", "鸡西市鸡冠区某路1号", "230302"}), Codes{});
  EXPECT_EQ(refused(state, AddSite{"s2", "", "某处", "230302"}), Codes{"site.incomplete"});
  EXPECT_EQ(refused(state, AddSite{"s2", "二号井", "某处", "230399"}), Codes{"site.division_unknown"});
}

TEST(RegisteredCapital, IsReadWhenPlain) {
  const auto yuan = [](std::int64_t amount) { return base::Money::of_yuan(amount); };
  EXPECT_EQ(parse_registered_capital("50(万元人民币)"), yuan(500'000));
  EXPECT_EQ(parse_registered_capital("200万人民币"), yuan(2'000'000));
  EXPECT_EQ(parse_registered_capital("0.5万元"), yuan(5'000));
  EXPECT_EQ(parse_registered_capital("1,234.5678（万元）"), yuan(12'345'678));
  EXPECT_EQ(parse_registered_capital("30000元"), yuan(30'000));
  EXPECT_EQ(parse_registered_capital("30000.55元"), base::Money::of_fen(3'000'055));
  for (const char* text : {"", "万元", "5(万美元)", "50", "五十万元", "1.23456万元", "99999999999万元"}) {
    EXPECT_FALSE(parse_registered_capital(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace xiezhi::core::dossier
