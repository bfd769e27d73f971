#include <gtest/gtest.h>

#include "app/ledger/enterprise_test_fixture.h"
#include "core/dossier/holding_commands.h"
#include "store/query.h"

namespace xiezhi::app::ledger {
namespace {

using Names = std::vector<std::string>;

TEST_P(EnterpriseTest, IsFoundByOneTwoAndMoreCharactersOfItsName) {
  put_named(1, "龙煤集团鸡西分公司", "230302");
  put_named(2, "龙江煤矿", "230302");
  put_named(3, "哈尔滨石油化工有限公司", "230110");
  EXPECT_EQ(names("煤"), (Names{"龙煤集团鸡西分公司", "龙江煤矿"}));
  EXPECT_EQ(names("龙煤"), (Names{"龙煤集团鸡西分公司"}));
  EXPECT_EQ(names("石油化"), (Names{"哈尔滨石油化工有限公司"}));
  EXPECT_EQ(names("公司 龙"), (Names{"龙煤集团鸡西分公司"}));
  EXPECT_EQ(names("煤龙"), Names{});
  EXPECT_EQ(names("（）"), Names{});
  EXPECT_EQ(names("' OR \"x* NOT"), Names{});
}

TEST_P(EnterpriseTest, IsNotFoundByPairsThatStandApart) {
  put_named(1, "甲乙乙丙", "2303");
  put_named(2, "甲乙丙", "2303");
  EXPECT_EQ(names("甲乙丙"), (Names{"甲乙丙"}));
}

TEST_P(EnterpriseTest, IsFoundInEitherWidthAndCase) {
  put_named(1, "Ａ8Ｂ机械厂", "2303");
  EXPECT_EQ(names("a8b"), (Names{"Ａ8Ｂ机械厂"}));
  EXPECT_EQ(names("Ａ８Ｂ"), (Names{"Ａ8Ｂ机械厂"}));
}

TEST_P(EnterpriseTest, IsFoundByTheBeginningOfItsCode) {
  put_named(1, "甲", "230103", code_of(1));
  put_named(2, "乙", "230103", code_of(20'000'000));
  put_named(3, "丙", "230102", code_of(3, "230102"));
  EXPECT_EQ(names("9123"), (Names{"丙", "甲", "乙"})) << "in the order of codes";
  EXPECT_EQ(names(code_of(1)), (Names{"甲"}));
  EXPECT_EQ(names("9123 0103"), (Names{"甲", "乙"}));
  EXPECT_EQ(names("91230103", "230102"), Names{});
}

TEST_P(EnterpriseTest, IsListedWithinTheScopeAlone) {
  const std::string id = put_named(1, "南岗煤厂", "230103");
  put_named(2, "道里煤厂", "230102");
  put_named(3, "鸡西煤厂", "2303");
  const auto& divisions = division_pack().divisions();
  const auto list = [&](const Scope& scope, const std::string& division, const std::string& text) {
    EnterpriseFilter filter;
    filter.division = division;
    filter.text = text;
    Names out;
    for (const auto& item : MUST(list_enterprises(*db_, divisions, scope, filter)).items) out.push_back(item.name);
    return out;
  };
  for (const char* text : {"", "煤", "煤厂"}) {
    EXPECT_EQ(list(everything(), "", text).size(), 3u);
    EXPECT_EQ(list(scope_of("23"), "", text).size(), 3u);
    EXPECT_EQ(list(scope_of("2301"), "", text), (Names{"南岗煤厂", "道里煤厂"}));
    EXPECT_EQ(list(scope_of("230103"), "", text), (Names{"南岗煤厂"}));
    EXPECT_EQ(list(scope_of("2301"), "230102", text), (Names{"道里煤厂"}));
    EXPECT_EQ(list(scope_of("230103"), "2301", text), (Names{"南岗煤厂"})) << "asking wider gives no more";
    EXPECT_EQ(list(scope_of("230103"), "2303", text), Names{});
    EXPECT_EQ(list(Scope(), "", text), Names{}) << "a scope that was forgotten admits nothing";
  }
  EXPECT_TRUE(MUST(find_enterprise(*db_, divisions, scope_of("230103"), id)).has_value());
  EXPECT_FALSE(MUST(find_enterprise(*db_, divisions, scope_of("230102"), id)).has_value());
  EXPECT_FALSE(MUST(find_enterprise(*db_, divisions, Scope(), id)).has_value());
  EXPECT_EQ(MUST(count_enterprises(*db_, divisions, scope_of("2301"))).size(), 2u);
  EXPECT_EQ(MUST(count_enterprises(*db_, divisions, Scope())).size(), 0u);
}

TEST_P(EnterpriseTest, ListsAreReadPageByPageWithoutGapOrRepetition) {
  for (int i = 0; i < 25; ++i) {
    const std::string name = i % 3 == 0 ? "甲乙乙丙" + std::to_string(i) : "甲乙丙" + std::to_string(i);
    put_named(i, name, i % 2 == 0 ? "230103" : "230102", code_of(i));
  }
  for (const char* text : {"", "甲乙丙", "甲", "9123"}) {
    EnterpriseFilter filter;
    filter.text = text;
    filter.size = 200;
    const auto& divisions = division_pack().divisions();
    const auto whole = MUST(list_enterprises(*db_, divisions, everything(), filter));
    EXPECT_FALSE(whole.next.has_value());
    filter.size = 4;
    Names wanted;
    for (const auto& item : whole.items) wanted.push_back(item.name);
    Names got;
    for (int guard = 0; guard < 20; ++guard) {
      const auto page = MUST(list_enterprises(*db_, divisions, everything(), filter));
      EXPECT_LE(page.items.size(), 4u);
      for (const auto& item : page.items) got.push_back(item.name);
      if (!page.next) break;
      filter.after = *page.next;
    }
    EXPECT_EQ(got, wanted) << text;
    EXPECT_EQ(got.size(), std::string_view(text) == "甲乙丙" ? 16u : 25u) << text;
  }
}

TEST_P(EnterpriseTest, ShowsItsSitesAndPenalties) {
  const std::string id = put_named(1, "甲公司", "230103");
  put(id, 2, core::dossier::SiteAdded{"s1", "一号井", "鸡西市某处", "230302"});
  core::dossier::PenaltyRecorded penalty;
  penalty.case_id = "case-1";
  penalty.party = "p1";
  penalty.decided_on = base::Date::of(2026, 5, 1);
  penalty.instrument = "work_safety_law_2021";
  penalty.major_hazard = true;
  put(id, 3, penalty);
  const auto found = MUST(find_enterprise(*db_, division_pack().divisions(), everything(), id));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->version, 3);
  EXPECT_EQ(found->updated_at.ms, 3000);
  ASSERT_EQ(found->sites.size(), 1u);
  EXPECT_EQ(found->sites[0].division, "230302");
  ASSERT_EQ(found->penalties.size(), 1u);
  EXPECT_TRUE(found->penalties[0].major_hazard);
  put(id, 4, core::dossier::PenaltyAnnulled{"case-1", "p1"});
  const auto after = MUST(find_enterprise(*db_, division_pack().divisions(), everything(), id));
  EXPECT_TRUE(after->penalties.empty());
}

TEST_P(EnterpriseTest, UpdateChangesAndClearsFieldsAndTheSearch) {
  const std::string id = put_named(1, "甲煤公司", "230103", code_of(1));
  core::dossier::EnterpriseUpdated update;
  update.name = "乙油公司";
  update.division = "230302";
  update.registered_capital = "5(万元)";
  update.registered_capital_fen = base::Money::of_yuan(50'000);
  update.status = core::dossier::Status::suspended;
  put(id, 2, update);
  EXPECT_EQ(names("甲煤"), Names{});
  EXPECT_EQ(names("乙油", "230302"), (Names{"乙油公司"}));
  EXPECT_EQ(names("乙油", "2301"), Names{});
  core::dossier::EnterpriseUpdated cleared;
  cleared.cleared = std::vector{core::dossier::Field::credit_code, core::dossier::Field::registered_capital};
  put(id, 3, cleared);
  const EnterpriseDossier found = dossier("乙油");
  EXPECT_FALSE(found.credit_code.has_value());
  EXPECT_FALSE(found.registered_capital.has_value());
  EXPECT_FALSE(found.registered_capital_fen.has_value());
  EXPECT_EQ(found.status, core::dossier::Status::suspended);
  EXPECT_EQ(names("9123"), Names{});
}

TEST_P(EnterpriseTest, ProjectionOfTheJournalGivesTheRowsOfTheImport) {
  const std::string header = "单位名称,信用代码,住所,法定代表人,注册资本\n";
  import(header + "甲公司," + code_of(1) + ",宾县某村,王小明,5万元\n乙公司,,五常市某村,,\n");
  import(header + "甲公司," + code_of(1) + ",哈尔滨市道里区某街,李大力,6万元\n乙公司,,五常市某村,,7万元\n");
  std::vector<std::string> before;
  std::vector<store::Call> calls;
  for (const auto& item : find("")) {
    const auto found = MUST(find_enterprise(*db_, division_pack().divisions(), everything(), item.id));
    before.push_back(base::to_json(*found));
    for (const auto& written : entries_of(item.id)) project_enterprise(written, calls);
  }
  ASSERT_EQ(before.size(), 2u);
  ASSERT_TRUE(db_->run(store::query::kReadClearEnterprise, {}).ok());
  ASSERT_TRUE(db_->run(store::query::kReadClearEnterpriseSearch, {}).ok());
  EXPECT_TRUE(find("").empty());
  EXPECT_TRUE(find("公司").empty());
  const auto done = db_->run_all(calls);
  ASSERT_TRUE(done.ok()) << done.error().message;
  std::vector<std::string> after;
  for (const auto& item : find("公司")) {
    after.push_back(base::to_json(*MUST(find_enterprise(*db_, division_pack().divisions(), everything(), item.id))));
  }
  EXPECT_EQ(after, before);
}

TEST_P(EnterpriseTest, TellsWhoHoldsACode) {
  const std::string id = put_named(1, "甲", "230103", code_of(1));
  const auto holders = MUST(holders_of_code(*db_, code_of(1)));
  ASSERT_EQ(holders.size(), 1u);
  EXPECT_EQ(holders[0].id, id);
  EXPECT_TRUE(MUST(holders_of_code(*db_, code_of(2))).empty());
}

TEST_P(EnterpriseTest, IsFoundByTheInitialsOfItsName) {
  put_named(1, "哈尔滨第一机械厂", "230102");
  put_named(2, "大庆重型机械有限公司", "230602");
  put_named(3, "道里区长风ABB电气", "230102");
  EXPECT_EQ(names("hebdyjx"), std::vector<std::string>{"哈尔滨第一机械厂"});
  EXPECT_EQ(names("DYJX"), std::vector<std::string>{"哈尔滨第一机械厂"});
  EXPECT_EQ(names("jxy"), std::vector<std::string>{"大庆重型机械有限公司"});
  EXPECT_EQ(names("dqcx"), std::vector<std::string>{"大庆重型机械有限公司"}) << "重 sounds in two ways";
  EXPECT_EQ(names("dqzxjx"), std::vector<std::string>{"大庆重型机械有限公司"});
  EXPECT_EQ(names("he"), std::vector<std::string>{"哈尔滨第一机械厂"}) << "two letters begin a name";
  EXPECT_EQ(names("abb"), std::vector<std::string>{"道里区长风ABB电气"});
  EXPECT_TRUE(names("hbd").empty());
  EXPECT_TRUE(names("hebdyjx", "2306").empty());
}

TEST_P(EnterpriseTest, IsFilteredByIndustryStatusAndGrade) {
  using core::dossier::RiskGrade;
  using core::dossier::Status;
  const auto found = [&](const std::string& text, const std::string& industry, std::optional<Status> status,
                         std::optional<RiskGrade> grade) {
    EnterpriseFilter filter;
    filter.text = text;
    filter.industry = industry;
    filter.status = status;
    filter.grade = grade;
    std::string out;
    const auto page = MUST(list_enterprises(*db_, division_pack().divisions(), everything(), filter));
    for (const auto& item : page.items) out += item.name.substr(0, 3);
    return out;
  };
  const std::pair<const char*, const char*> kOf[] = {
      {"甲厂", "C2614"}, {"乙厂", "2651"}, {"丙厂", "B06"}, {"丁厂", ""}};
  std::vector<std::string> ids;
  for (const auto& [name, industry] : kOf) {
    const auto at = static_cast<int>(ids.size());
    ids.push_back(put_named(at, name, "230102", at == 0 ? code_of(1) : ""));
    if (*industry == '\0') continue;
    core::dossier::EnterpriseUpdated changed;
    changed.industry = industry;
    put(ids.back(), 2, changed);
  }
  EXPECT_EQ(found("", "C", {}, {}), "甲乙");
  EXPECT_EQ(found("", "26", {}, {}), "甲乙");
  EXPECT_EQ(found("", "C26", {}, {}), "甲乙");
  EXPECT_EQ(found("厂", "265", {}, {}), "乙");
  EXPECT_EQ(found("", "B", {}, {}), "丙");
  core::dossier::EnterpriseUpdated stopped;
  stopped.status = Status::revoked;
  put(ids[1], 3, stopped);
  EXPECT_EQ(found("", "C", Status::operating, {}), "甲");
  EXPECT_EQ(found("", "", Status::revoked, {}), "乙");
  put(ids[0], 3, core::dossier::EnterpriseGraded{RiskGrade::a, "重大事故隐患", base::Date::of(2026, 9, 1)});
  put(ids[1], 4, core::dossier::EnterpriseGraded{RiskGrade::a, "重大事故隐患", base::Date::of(2026, 9, 1)});
  EXPECT_EQ(found("", "", {}, RiskGrade::a), "甲乙");
  EXPECT_EQ(found("厂", "C26", Status::operating, RiskGrade::a), "甲");
  EXPECT_EQ(found(code_of(1).substr(0, 8), "C26", Status::operating, RiskGrade::a), "甲");
  EXPECT_EQ(found(code_of(1).substr(0, 8), "B", {}, {}), "");
  put(ids[0], 4, core::dossier::EnterpriseGraded{RiskGrade::c, "已经整改", base::Date::of(2026, 9, 2)});
  EXPECT_EQ(found("", "", {}, RiskGrade::a), "乙");
}

TEST_P(EnterpriseTest, MayShareTheNumberThatItsIdLeadsTo) {
  const std::int64_t number = (std::int64_t{1'700'000'000'000} << kNumberBits) + 7;
  const std::string first = put_with_id(enterprise_id(number, 1), "甲厂", "230102");
  const std::string second = put_with_id(enterprise_id(number, 2), "乙厂", "230102");
  put_with_id(enterprise_id(number + 1, 1), "丙厂", "230102");
  EXPECT_NE(first, second);
  EXPECT_EQ(enterprise_number(first), enterprise_number(second));
  EXPECT_EQ(names("厂"), (Names{"甲厂", "乙厂", "丙厂"}));
  core::dossier::EnterpriseUpdated renamed;
  renamed.name = "乙矿";
  put(second, 2, renamed);
  EXPECT_EQ(names("厂"), (Names{"甲厂", "丙厂"}));
  EXPECT_EQ(names("矿"), (Names{"乙矿"}));
}

TEST_P(EnterpriseTest, OfAListGetsAnotherNumberWhenACommandHasTaken) {
  constexpr std::int64_t kFirstLook = 1'780'272'001'000;  // of the clock: one of these gives the file its numbers
  for (int look = 0; look < 8; ++look) {
    for (int row = 1; row <= 4; ++row) {
      const std::int64_t number = ((kFirstLook + look * 1000) << kNumberBits) + row;
      put_with_id(enterprise_id(number, 1), "命令" + std::to_string(look * 10 + row), "230102");
    }
  }
  const std::string list =
      "企业名称,注册地址\n甲公司,哈尔滨市道里区一号\n乙公司,哈尔滨市道里区二号\n甲公司,哈尔滨市道里区一号\n";
  const auto job = import(list);
  EXPECT_EQ(job.state, ImportState::done);
  EXPECT_EQ(job.progress.created, 2);
  EXPECT_EQ(job.progress.duplicates, 1);
  EXPECT_EQ(names("公司"), (Names{"甲公司", "乙公司"}));
  EXPECT_EQ(names("命令").size(), 32u);
}

INSTANTIATE_TEST_SUITE_P(Sqlite, EnterpriseTest, testing::Values(store::Engine::sqlite));

}  // namespace
}  // namespace xiezhi::app::ledger
