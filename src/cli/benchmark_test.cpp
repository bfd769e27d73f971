// A benchmark from its draft to the day on which it applies, over the demonstration data.
#include <gtest/gtest.h>

#include <filesystem>

#include "app/account_secret.h"
#include "app/demo/demo.h"
#include "app/rebuild.h"
#include "app/service.h"
#include "core/casefile/discretion.h"
#include "lawtool/source.h"
#include "store/journal.h"
#include "store/query.h"
#include "store/test_database.h"

namespace xiezhi::cli {
namespace {

const base::Instant kMonday = *base::Instant::parse_local("2026-11-23T10:00");
constexpr const char* kStream = "benchmark/hlj.training";

class BenchmarkCourse : public testing::Test {
 protected:
  void SetUp() override {
    law_ = MUST(lawtool::build_pack(std::string(XIEZHI_SOURCE_DIR) + "/law"));
    const auto pack = MUST(core::law::Pack::load(law_));
    app::demo::DemoOptions demo;
    demo.database = database_.address();
    demo.data = folder_.string();
    demo.pack = &pack;
    demo.now = now_;
    demo.small = true;
    demo.accounts_file = (folder_ / "accounts.txt").string();
    MUST(app::demo::make_demo(demo));
    auto connection = MUST(store::open(database_.address(), store::Access::read));
    for (const char* login : {"province-reviewer", "province-reviewer2", "province-supervisor", "province-registrar",
                              "daoli-officer", "daoli-reviewer"}) {
      officers_[login] = store::text(MUST(connection->run(store::query::kAccountFind, {std::string(login)}))[0][1]);
    }
    service_ = another_process();
  }
  void TearDown() override {
    service_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::unique_ptr<app::Service> another_process() {
    return MUST(app::Service::open({database_.address(), folder_.string(), law_, [this] { return now_; }}));
  }
  app::CommandReply act(const std::string& who, const std::string& name, const std::string& payload,
                        std::optional<std::int64_t> version = std::nullopt) {
    app::CommandRequest request;
    request.command_id = app::time_uuid(now_.ms);
    request.stream = stream_;
    request.expected_version = version.value_or(version_);
    request.payload = MUST(base::Json::parse(payload));
    const auto reply = service_->execute(caller(who), name, std::move(request));
    if (reply.version && reply.status == app::CommandStatus::accepted) version_ = *reply.version;
    return reply;
  }
  app::Caller caller(const std::string& who) { return *MUST(service_->find_caller(officers_.at(who))); }
  void accept(const std::string& who, const std::string& name, const std::string& payload) {
    const auto reply = act(who, name, payload);
    ASSERT_EQ(reply.status, app::CommandStatus::accepted) << name << ": " << base::to_json(reply);
  }
  static std::string code_of(const app::CommandReply& reply) {
    return reply.refusals && !reply.refusals->empty() ? reply.refusals->front().code : "";
  }
  /// The draft's file with a text replaced.
  std::string changed(const std::string& from, const std::string& to) {
    std::string dmn = MUST(service_->benchmark("hlj.training")).dmn;
    const std::size_t at = dmn.find(from);
    EXPECT_NE(at, std::string::npos);
    return dmn.replace(at, from.size(), to);
  }
  static std::string saved(const std::string& dmn) { return R"({"dmn":)" + base::to_json(dmn) + "}"; }

  /// The tier of two untrained people in an ordinary trade, for an act of that day.
  static std::string tier_on(app::Service& service, const char* day) {
    core::casefile::WeighingFacts facts;
    facts.act_until = base::Date::parse(day);
    facts.facts.emplace("未培训人数", base::Json(std::int64_t{2}));
    facts.facts.emplace("高危行业", base::Json(false));
    const auto law = MUST(service.law());
    const auto out = core::casefile::explain("wsl.97.3", facts, law->pack, *facts.act_until, "230102");
    return out && out->tier ? out->tier->name : "";
  }

  base::Instant now_ = kMonday;
  std::string law_;
  std::map<std::string, std::string> officers_;
  std::string stream_ = kStream;
  std::int64_t version_ = 0;
  std::unique_ptr<app::Service> service_;

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("xiezhi_benchmark_" + std::to_string(getpid()));
  store::TestDatabase database_{store::Engine::sqlite};

 protected:
  std::string address() const { return database_.address(); }
  void publish() {
    accept("province-reviewer", "OpenBenchmarkDraft", R"({"body":"23","reason":"两人以下也算一般"})");
    accept("province-reviewer", "SaveBenchmarkDraft",
           saved(changed("&quot;轻微&quot;</text></outputEntry>", "&quot;一般&quot;</text></outputEntry>")));
    accept("province-reviewer", "SubmitBenchmarkDraft", "{}");
    accept("province-supervisor", "ApproveBenchmarkDraft", R"({"opinion":"同意"})");
    accept("province-supervisor", "PublishBenchmark",
           R"({"effective_on":"2026-12-01","published_in":"虚构文号〔2026〕1号"})");
  }
};

TEST_F(BenchmarkCourse, AppliesFromItsDayAndLeavesEarlierActsAlone) {
  const std::string before = MUST(service_->law())->pack.hash();
  auto other = another_process();
  publish();
  EXPECT_NE(MUST(service_->law())->pack.hash(), before);
  EXPECT_EQ(tier_on(*service_, "2026-11-30"), "轻微");
  EXPECT_EQ(tier_on(*service_, "2026-12-01"), "一般");
  // Another process of the same journal, one that was running and one that starts now, has the same law to the byte.
  EXPECT_EQ(MUST(other->law())->bytes, MUST(service_->law())->bytes);
  EXPECT_EQ(MUST(another_process()->law())->bytes, MUST(service_->law())->bytes);
  const auto held = MUST(service_->law());
  EXPECT_EQ(MUST(core::law::Pack::load(held->bytes)).hash(), held->pack.hash());
}

TEST_F(BenchmarkCourse, EntriesNameTheLawTheyWereDecidedBy) {
  const std::string before = MUST(service_->law())->pack.hash();
  publish();
  accept("province-reviewer2", "OpenBenchmarkDraft", R"({"body":"23","reason":"再次修改"})");
  auto connection = MUST(store::open(address(), store::Access::read));
  const auto entries = MUST(store::load_entries(*connection, kStream));
  ASSERT_EQ(entries.size(), 6U);
  EXPECT_EQ(entries[4].type, "benchmark_published.1");
  EXPECT_EQ(entries[4].law_pack, before);
  EXPECT_EQ(entries[5].law_pack, MUST(service_->law())->pack.hash());
  EXPECT_EQ(entries[5].division, "23");
}

TEST_F(BenchmarkCourse, RebuildingChangesNothing) {
  publish();
  auto connection = MUST(store::open(address(), store::Access::write));
  const auto before = MUST(app::digest_tables(*connection));
  const auto pack = MUST(core::law::Pack::load(law_));
  EXPECT_EQ(MUST(app::rebuild(*connection, pack, {})).tables, before);
  EXPECT_EQ(tier_on(*another_process(), "2026-12-01"), "一般");
}

TEST_F(BenchmarkCourse, ATableMadeHereStaysWithItsMakersUntilItGradesFromItsDay) {
  stream_ = "benchmark/23.reports";
  const auto listed = [&](const std::string& who) {
    const bool maker = who == "province-reviewer2";
    const auto list = MUST(service_->benchmarks({app::Scope::of(caller(who), app::Reach::subtree), maker}));
    return std::any_of(list.rows.begin(), list.rows.end(), [](const auto& row) { return row.id == "23.reports"; });
  };
  const auto graded_by = [&] {
    for (const auto& row : MUST(service_->graded_fines("23")).rows) {
      if (row.violation == "ain.25.p1" && row.subject == core::law::Subject::unit) return row.table.value_or("none");
    }
    return std::string("no such fine");
  };
  EXPECT_EQ(graded_by(), "none");
  accept("province-reviewer", "CreateBenchmark",
         R"({"body":"23","title":"事故信息报告裁量","like":"hlj.general","reason":"没有裁量基准"})");
  EXPECT_TRUE(listed("province-reviewer2"));
  EXPECT_FALSE(listed("daoli-officer"));
  EXPECT_FALSE(listed("province-registrar")) << "of the same body, without a part in it";
  const auto made = MUST(service_->benchmark("23.reports"));
  EXPECT_EQ(made.table.title, "事故信息报告裁量");
  EXPECT_TRUE(made.history.empty());
  EXPECT_FALSE(made.dmn.empty());
  EXPECT_EQ(code_of(act("province-reviewer", "SubmitBenchmarkDraft", "{}")), "benchmark.grades_nothing");
  accept("province-reviewer", "BindBenchmark",
         R"({"title":"事故信息报告裁量","uses":[{"violation":"ain.25.p1","subject":"unit","stage":"found"}]})");
  accept("province-reviewer", "SubmitBenchmarkDraft", "{}");
  accept("province-supervisor", "ApproveBenchmarkDraft", R"({"opinion":"同意"})");
  EXPECT_EQ(graded_by(), "none");
  accept("province-supervisor", "PublishBenchmark",
         R"({"effective_on":"2026-11-23","published_in":"虚构文号〔2026〕1号"})");
  EXPECT_EQ(graded_by(), "23.reports");
  EXPECT_TRUE(listed("daoli-officer"));
  EXPECT_EQ(MUST(another_process()->law())->bytes, MUST(service_->law())->bytes);
}

TEST_F(BenchmarkCourse, AGapIsShownWithItsFactsAndNotHandedIn) {
  accept("province-reviewer", "OpenBenchmarkDraft", R"({"body":"23","reason":"试"})");
  const std::string dmn = changed("&gt;= 30", "&gt; 30");
  const auto scope = app::Scope::of(caller("province-reviewer"), app::Reach::subtree);
  const auto view = MUST(service_->check_benchmark(scope, "hlj.training", dmn));
  ASSERT_TRUE(view.proof.has_value());
  EXPECT_FALSE(view.sound);
  ASSERT_FALSE(view.proof->findings.empty());
  EXPECT_EQ(view.proof->findings.front().fault, core::dmn::Fault::gap);
  EXPECT_EQ(view.proof->findings.front().facts.front().value, "30");
  ASSERT_EQ(view.changes.size(), 2U);  // the rule that asked before and the one that asks now
  accept("province-reviewer", "SaveBenchmarkDraft", saved(dmn));
  const auto reply = act("province-reviewer", "SubmitBenchmarkDraft", "{}");
  EXPECT_EQ(code_of(reply), "benchmark.faulty");
  EXPECT_EQ(reply.refusals->front().facts.at("flaw"), "gap");
}

TEST_F(BenchmarkCourse, TheTextDecidesWhateverModelTheClientSends) {
  accept("province-reviewer", "OpenBenchmarkDraft", R"({"body":"23","reason":"试"})");
  const std::string dmn = changed("20000", "25000");
  const std::string text = changed("20000", "15000");
  const auto other = base::to_json(MUST(app::read_draft(text)));
  accept("province-reviewer", "SaveBenchmarkDraft", R"({"dmn":)" + base::to_json(dmn) + R"(,"model":)" + other + "}");
  const auto view = MUST(service_->benchmark("hlj.training"));
  EXPECT_EQ(view.dmn, dmn);
  ASSERT_FALSE(view.check.changes.empty());
  EXPECT_NE(base::to_json(view.check.changes).find("25000"), std::string::npos);
  EXPECT_EQ(base::to_json(view.check.changes).find("15000"), std::string::npos);
}

TEST_F(BenchmarkCourse, BombsAndBrokenTextsAreNoDraft) {
  accept("province-reviewer", "OpenBenchmarkDraft", R"({"body":"23","reason":"试"})");
  for (const char* text : {"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<definitions/>", "", "no xml"}) {
    const auto reply = act("province-reviewer", "SaveBenchmarkDraft", saved(text));
    EXPECT_EQ(reply.status, app::CommandStatus::invalid) << text;
    EXPECT_EQ(reply.path, "/payload/dmn") << text;
  }
}

TEST_F(BenchmarkCourse, TheSecondOfTwoEditorsIsToldThatTheDraftMovedOn) {
  accept("province-reviewer", "OpenBenchmarkDraft", R"({"body":"23","reason":"试"})");
  const std::string dmn = changed("20000", "25000");
  const std::int64_t seen = version_;
  accept("province-reviewer", "SaveBenchmarkDraft", saved(dmn));
  const auto reply = act("province-reviewer2", "SaveBenchmarkDraft", saved(dmn), seen);
  EXPECT_EQ(reply.status, app::CommandStatus::conflict);
  EXPECT_EQ(reply.current_version, version_);
}

TEST_F(BenchmarkCourse, OthersNeitherDraftNorSeeDrafts) {
  EXPECT_EQ(act("daoli-officer", "OpenBenchmarkDraft", R"({"body":"230102","reason":"试"})").status,
            app::CommandStatus::forbidden);
  EXPECT_EQ(code_of(act("daoli-reviewer", "OpenBenchmarkDraft", R"({"body":"230102","reason":"试"})")),
            "benchmark.not_the_regions_body");
  EXPECT_EQ(act("daoli-reviewer", "OpenBenchmarkDraft", R"({"body":"23","reason":"试"})").status,
            app::CommandStatus::forbidden);
  accept("province-reviewer", "OpenBenchmarkDraft", R"({"body":"23","reason":"试"})");
  EXPECT_EQ(act("daoli-reviewer", "WithdrawBenchmarkDraft", R"({"reason":"试"})").status,
            app::CommandStatus::forbidden);
  // Below the region nobody sees the draft, in it who drafts or approves.
  for (const auto& [who, maker, sees] : {std::tuple<std::string, bool, bool>("daoli-reviewer", true, false),
                                         {"province-registrar", false, false},
                                         {"province-reviewer2", true, true}}) {
    const auto list = MUST(service_->benchmarks({app::Scope::of(caller(who), app::Reach::subtree), maker}));
    EXPECT_GE(list.rows.size(), 20U);
    const auto row = std::find_if(list.rows.begin(), list.rows.end(),
                                  [](const app::BenchmarkRow& one) { return one.id == "hlj.training"; });
    EXPECT_EQ(row->draft.has_value(), sees) << who;
  }
}

TEST_F(BenchmarkCourse, WhatWasPublishedIsTheTextOfTheNextDraft) {
  publish();
  accept("province-reviewer2", "OpenBenchmarkDraft", R"({"body":"23","reason":"再次修改"})");
  const auto view = MUST(service_->benchmark("hlj.training"));
  EXPECT_EQ(view.table.draft->based_on.iso(), "2026-12-01");
  EXPECT_EQ(view.table.next_from->iso(), "2026-12-01");
  ASSERT_EQ(view.history.size(), 2U);
  EXPECT_FALSE(view.history[0].in_force);
  EXPECT_TRUE(view.history[1].in_force);
  EXPECT_EQ(view.history[1].until->iso(), "2026-11-30");
  EXPECT_EQ(view.history[0].published_in, "虚构文号〔2026〕1号");
}

}  // namespace
}  // namespace xiezhi::cli
