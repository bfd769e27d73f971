// Documents of the demonstration data's files, read back with pdftotext.
#include "app/document/documents.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "app/demo/demo.h"
#include "lawtool/source.h"
#include "store/query.h"
#include "store/test_database.h"

namespace xiezhi::cli {
namespace {

namespace fs = std::filesystem;
using app::DocumentList;
using app::DocumentRow;
using app::DocumentStatus;

const base::Instant kNow = *base::Instant::parse_local("2026-10-09T10:00");

class DocumentsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = fs::temp_directory_path() / ("xiezhi_documents_" + std::to_string(getpid()));
    database = std::make_unique<store::TestDatabase>(store::Engine::sqlite);
    const std::string law = MUST(lawtool::build_pack(std::string(XIEZHI_SOURCE_DIR) + "/law"));
    const auto pack = MUST(core::law::Pack::load(law));
    app::demo::DemoOptions demo;
    demo.database = database->address();
    demo.data = folder.string();
    demo.pack = &pack;
    demo.now = kNow;
    demo.small = true;
    demo.accounts_file = (folder / "accounts.txt").string();
    MUST(app::demo::make_demo(demo));
    service = MUST(app::Service::open({database->address(), folder.string(), law, [] { return kNow; }}));
    blobs = std::make_unique<app::Blobs>((folder / "blob").string());
    documents = std::make_unique<app::Documents>(*service, *blobs, (folder / "font").string());
    scope = app::Scope::of({}, app::Reach::province);
  }
  static void TearDownTestSuite() {
    documents.reset();
    service.reset();
    database.reset();
    fs::remove_all(folder);
  }

  static std::string text_of(const std::string& pdf) {
    const fs::path file = folder / "asked.pdf";
    const fs::path answer = folder / "answer.txt";
    std::ofstream(file, std::ios::binary) << pdf;
    EXPECT_EQ(std::system(("pdftotext -raw " + file.string() + " " + answer.string()).c_str()), 0);
    std::stringstream out;
    out << std::ifstream(answer).rdbuf();
    std::string text = out.str();
    std::erase(text, '\n');
    return text;
  }
  static app::FileQuery all() {
    app::FileQuery query;
    query.size = 200;
    query.scope = scope;
    return query;
  }
  /// Calls `visit(id, list)` for every inspection, or every case.
  template <typename Visit>
  static void each_inspection(Visit visit) {
    for (const auto& file : MUST(service->list_inspections(all())).rows) {
      visit(file.id, MUST(documents->list_inspection(file.id)));
    }
  }
  template <typename Visit>
  static void each_case(Visit visit) {
    for (const auto& file : MUST(service->list_cases(all())).rows) visit(file.id, MUST(documents->list_case(file.id)));
  }
  static app::DocumentQuery query_of(const std::string& id, const DocumentRow& row) {
    return {id, row.kind, row.subject, scope};
  }

  static fs::path folder;
  static std::unique_ptr<store::TestDatabase> database;
  static std::unique_ptr<app::Service> service;
  static std::unique_ptr<app::Blobs> blobs;
  static std::unique_ptr<app::Documents> documents;
  static app::Scope scope;
};
fs::path DocumentsTest::folder;
std::unique_ptr<store::TestDatabase> DocumentsTest::database;
std::unique_ptr<app::Service> DocumentsTest::service;
std::unique_ptr<app::Blobs> DocumentsTest::blobs;
std::unique_ptr<app::Documents> DocumentsTest::documents;
app::Scope DocumentsTest::scope;

TEST_F(DocumentsTest, EveryDocumentThatThereIsCanBePrintedAndTheOthersSayWhyNot) {
  std::set<std::string> printed;
  const auto check = [&](const std::string& id, const DocumentRow& row, auto print) {
    if (row.status == DocumentStatus::unavailable) {
      EXPECT_FALSE(row.reason.empty()) << row.kind;
      EXPECT_FALSE(print(query_of(id, row)).ok()) << row.kind;
      return;
    }
    EXPECT_TRUE(row.reason.empty());
    EXPECT_TRUE(row.digest.has_value());
    // One of each kind and status is enough to look at.
    if (!printed.insert(row.title + std::string(base::enum_name(row.status))).second) return;
    const auto file = print(query_of(id, row));
    ASSERT_TRUE(file.ok()) << file.error().message;
    const std::string text = text_of(file->pdf);
    EXPECT_NE(text.find(row.title), std::string::npos) << row.kind;
    EXPECT_NE(text.find("应急管理局"), std::string::npos) << row.kind;
    EXPECT_EQ(text.find('{'), std::string::npos) << row.kind;
  };
  each_inspection([&](const std::string& id, const DocumentList& list) {
    for (const DocumentRow& row : list.rows) {
      check(id, row, [](const app::DocumentQuery& query) { return documents->print_inspection(query); });
    }
  });
  each_case([&](const std::string& id, const DocumentList& list) {
    for (const DocumentRow& row : list.rows) {
      check(id, row, [](const app::DocumentQuery& query) { return documents->print_case(query); });
    }
  });
  EXPECT_GE(printed.size(), 10U);
}

TEST_F(DocumentsTest, ADecisionSaysItsNumberAndItsFineInCapitals) {
  std::size_t fined = 0;
  each_case([&](const std::string& id, const DocumentList& list) {
    const auto view = MUST(service->casefile(id));
    for (const DocumentRow& row : list.rows) {
      if (row.kind != "penalty_decision" || row.status != DocumentStatus::issued || fined > 3) continue;
      const auto* party = view.state.party(row.subject);
      if (party->track.decision->total_fine_fen.fen == 0) continue;
      ++fined;
      const std::string text = text_of(MUST(documents->print_case(query_of(id, row))).pdf);
      EXPECT_NE(text.find(party->track.decision->number), std::string::npos);
      EXPECT_NE(text.find("罚款人民币"), std::string::npos);
      EXPECT_NE(text.find("元整（¥"), std::string::npos);
      EXPECT_NE(text.find("《中华人民共和国安全生产法》第"), std::string::npos);
    }
  });
  EXPECT_GT(fined, 0U);
}

TEST_F(DocumentsTest, OrdersMeasuresAndOpinionsSayTheirNumbersAndNoNumberStandsTwice) {
  std::map<std::string, std::string> counted;  // kind → what its numbers say
  counted["correction_order"] = "应急责改〔";
  counted["measure_decision"] = "应急现决〔";
  counted["reinspection_opinion"] = "应急复查〔";
  std::set<std::string> numbers;
  std::set<std::string> printed;
  each_inspection([&](const std::string& id, const DocumentList& list) {
    for (const DocumentRow& row : list.rows) {
      const bool there = row.status != DocumentStatus::unavailable && row.dated.has_value();
      if (!counted.contains(row.kind) || !there) continue;
      ASSERT_TRUE(row.number.has_value()) << row.kind;
      EXPECT_NE(row.number->find(counted[row.kind]), std::string::npos) << *row.number;
      EXPECT_TRUE(row.number->starts_with("（哈")) << *row.number;  // the body's short name
      EXPECT_TRUE(numbers.insert(*row.number).second) << *row.number;
      if (!printed.insert(row.kind).second) continue;
      const std::string text = text_of(MUST(documents->print_inspection(query_of(id, row))).pdf);
      EXPECT_NE(text.find(*row.number), std::string::npos) << text;
    }
  });
  EXPECT_EQ(printed.size(), counted.size());
}

TEST_F(DocumentsTest, AFileBeyondTheScopeIsNotFound) {
  app::Caller other;
  other.division = "2302";
  const auto files = MUST(service->list_inspections(all()));
  for (const auto& file : files.rows) {
    if (file.division.starts_with("2302")) continue;
    const auto list = MUST(documents->list_inspection(file.id));
    const auto answer = documents->print_inspection(
        {file.id, list.rows.front().kind, std::nullopt, app::Scope::of(other, app::Reach::subtree)});
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, "not_found");
    return;
  }
  FAIL() << "no inspection outside";
}

// 行政处罚法(2021) 第三十三条第一款、第三款.
TEST_F(DocumentsTest, AnActLeftUnpunishedUnderTheRegionsListHasANoticeOfItsOwnAndNoOtherHas) {
  std::size_t lenient = 0;
  each_case([&](const std::string& id, const DocumentList& list) {
    const auto view = MUST(service->casefile(id));
    for (const DocumentRow& row : list.rows) {
      if (row.kind != "leniency_notice") continue;
      ++lenient;
      const auto& decision = *view.state.party(row.subject)->track.decision;
      EXPECT_FALSE(decision.punishes());
      EXPECT_EQ(row.number, decision.number);
      if (lenient > 1) continue;
      const std::string text = text_of(MUST(documents->print_case(query_of(id, row))).pdf);
      EXPECT_NE(text.find("包容免罚清单"), std::string::npos) << text;
      EXPECT_NE(text.find("系初次违法、危害后果轻微、已及时改正"), std::string::npos) << text;
      EXPECT_NE(text.find(decision.number), std::string::npos) << text;
    }
  });
  EXPECT_GT(lenient, 0U);
}

}  // namespace
}  // namespace xiezhi::cli
