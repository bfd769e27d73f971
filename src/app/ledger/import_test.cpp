#include <gtest/gtest.h>

#include "app/ledger/import_test_fixture.h"
#include "app/sheet/gb18030_test_text.h"
#include "app/sheet/workbook_test_file.h"

namespace xiezhi::app::ledger {
namespace {

constexpr const char* kHeader = "企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,地区,注册地址\n";

std::string row(const std::string& name, const std::string& code, const std::string& address = "哈尔滨市南岗区某街1号",
                const std::string& capital = "50(万元)") {
  return name + "," + code + ",2019-01-04,N/A," + capital + ",销售,哈尔滨," + address + "\n";
}

TEST_P(ImportTest, TakesARowIntoJournalAndDossier) {
  const ImportJob job = import(kHeader + row("某某石材公司", code_of(1)), "officer-7");
  EXPECT_EQ(job.state, ImportState::done);
  EXPECT_EQ(job.progress.created, 1);
  const EnterpriseDossier found = dossier("石材");
  EXPECT_EQ(found.name, "某某石材公司");
  EXPECT_EQ(found.credit_code, code_of(1));
  EXPECT_EQ(found.division, "230103");
  EXPECT_EQ(found.place, "哈尔滨市南岗区");
  EXPECT_EQ(found.registered_on, base::Date::of(2019, 1, 4));
  EXPECT_EQ(found.registered_capital_fen, base::Money::of_yuan(500'000));
  EXPECT_FALSE(found.type.has_value()) << "N/A means absent";
  const auto entries = entries_of(found.id);
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].type, "enterprise_registered.1");
  EXPECT_EQ(entries[0].actor, "officer-7");
  EXPECT_EQ(entries[0].command_id, job.id);
  EXPECT_EQ(entries[0].division, "230103");
}

TEST_P(ImportTest, OfTheSameFileAgainChangesNothing) {
  const std::string list = kHeader + row("甲公司", code_of(1)) + row("乙公司", "", "宾县某村") +
                           row("甲公司", code_of(1)) + row("甲公司", code_of(1), "哈尔滨市道里区别处");
  const ImportJob first = import(list);
  EXPECT_EQ(first.progress.created, 2);
  EXPECT_EQ(first.progress.duplicates, 1);
  EXPECT_EQ(first.progress.conflicts, 1);
  for (const char* actor : {"officer-1", "officer-2"}) {
    const ImportJob again = import(list, actor);
    EXPECT_EQ(again.progress.created, 0);
    EXPECT_EQ(again.progress.updated, 0);
    EXPECT_EQ(again.progress.unchanged, 2);
    EXPECT_EQ(again.progress.duplicates, 1);
    EXPECT_EQ(again.progress.conflicts, 1);
  }
  EXPECT_EQ(dossier("甲公司").version, 1);
  EXPECT_EQ(dossier("甲公司").division, "230103");
}

TEST_P(ImportTest, ToldApartInBatchesOfOneAsInOneBatch) {
  batch_rows_ = 1;
  const std::string list = kHeader + row("甲公司", code_of(1)) + row("甲公司", code_of(1)) +
                           row("甲公司", code_of(1), "哈尔滨市道里区别处") + row("乙公司", "", "宾县某村") +
                           row("乙公司", "", "宾县 某村");
  for (int i = 0; i < 2; ++i) {
    const ImportJob job = import(list);
    EXPECT_EQ(job.progress.created, i == 0 ? 2 : 0);
    EXPECT_EQ(job.progress.unchanged, i == 0 ? 0 : 2);
    EXPECT_EQ(job.progress.conflicts, 2) << "the same place spelt otherwise is a conflict of the address";
    EXPECT_EQ(job.progress.duplicates, 1);
    const auto rows = report_rows(job);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].row, 3);
    EXPECT_EQ(rows[0].reason, "与第 2 行重复");
    EXPECT_EQ(rows[1].reason, "与第 2 行是同一企业而内容不同：注册地址、所在市县");
  }
}

TEST_P(ImportTest, RecordsOnlyWhatALaterFileChanges) {
  import(kHeader + row("甲公司", code_of(1)));
  const ImportJob job = import(kHeader + row("甲公司", code_of(1), "哈尔滨市道里区新址2号"));
  EXPECT_EQ(job.progress.updated, 1);
  const EnterpriseDossier found = dossier("甲公司");
  EXPECT_EQ(found.division, "230102");
  EXPECT_EQ(found.version, 2);
  const auto entries = entries_of(found.id);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[1].payload.canonical(), R"({"address":"哈尔滨市道里区新址2号","division":"230102"})");
  EXPECT_EQ(find("", "230102").size(), 1u);
  EXPECT_EQ(find("", "230103").size(), 0u);
  EXPECT_EQ(find("甲公", "230102").size(), 1u);
}

TEST_P(ImportTest, LeavesAloneWhatALaterFileDoesNotState) {
  import(kHeader + row("甲公司", code_of(1)));
  const ImportJob job = import("单位名称,信用代码\n甲公司," + code_of(1) + "\n");
  EXPECT_EQ(job.progress.unchanged, 1);
  EXPECT_EQ(dossier("甲公司").address, "哈尔滨市南岗区某街1号");
}

TEST_P(ImportTest, GivesACodeToAnEnterpriseThatHadNone) {
  import(kHeader + row("甲公司", "", "宾县某村"));
  const ImportJob job = import(kHeader + row("甲公司", code_of(5, "230125"), "宾县某村"));
  EXPECT_EQ(job.progress.created, 0);
  EXPECT_EQ(job.progress.updated, 1);
  EXPECT_EQ(dossier("甲公司").credit_code, code_of(5, "230125"));
}

TEST_P(ImportTest, RejectsBadRowsAndGoesOn) {
  std::string wrong = code_of(1);
  wrong.back() = wrong.back() == '1' ? '2' : '1';
  const std::string list =
      std::string(kHeader) + row("错码公司", wrong) + row("", code_of(2)) +
      row("外省公司", code_of(3, "310113"), "宝山区沪太路1号") + row("无处公司", code_of(4, "233006"), "某农场") +
      "少列公司," + code_of(5) + "\n" + row("长名" + std::string(3000, 'x'), code_of(6)) + row("好公司", code_of(7)) +
      "未来公司," + code_of(8) + ",2099-01-01,,,,,宾县某村\n" + row("坏字\xFF公司", code_of(9)) +
      row("短码公司", "91230103") + "引号公司,\"" + code_of(10) + ",x\n" + row("末公司", code_of(11));
  std::string nowhere = list;
  // The fourth row's list column would place it.
  nowhere.replace(nowhere.find(",哈尔滨,某农场"), std::string(",哈尔滨,某农场").size(), ",,某农场");
  const ImportJob job = import(nowhere);
  EXPECT_EQ(job.progress.created, 2);
  EXPECT_EQ(job.progress.rejected, 10);
  EXPECT_EQ(job.progress.rows, 12);
  std::map<std::int64_t, RowReason> reasons;
  for (const ReportRow& line : report_rows(job)) reasons[line.row] = line.remarks.at(0).reason;
  const std::map<std::int64_t, RowReason> wanted = {{2, RowReason::credit_code_check_digit},
                                                    {3, RowReason::missing_name},
                                                    {4, RowReason::other_province},
                                                    {5, RowReason::unplaceable},
                                                    {6, RowReason::cell_count},
                                                    {7, RowReason::field_too_long},
                                                    {9, RowReason::future_date},
                                                    {10, RowReason::bad_encoding},
                                                    {11, RowReason::credit_code_length},
                                                    {12, RowReason::unclosed_quote}};
  EXPECT_EQ(reasons, wanted);
}

TEST_P(ImportTest, TakesOnlyRowsOfThePlaceThatTheImporterAnswersFor) {
  import(kHeader + row("南岗公司", code_of(1)) + row("道里公司", code_of(2), "哈尔滨市道里区某街2号"));
  ImportOptions county = options("officer-2");
  county.division = "230103";
  const std::string list = std::string(kHeader) + row("南岗新公司", code_of(3)) +
                           row("道里新公司", code_of(4), "哈尔滨市道里区某街4号") +
                           row("南岗公司", code_of(1), "哈尔滨市道里区某街1号") +
                           row("道里公司", code_of(2), "哈尔滨市道里区某街2号", "70(万元)") +
                           row("某市公司", code_of(5, "230100"), "哈尔滨市某街5号");
  const ImportJob job = MUST(import_file(*db_, county, file(list), "county.csv"));
  EXPECT_EQ(job.progress.created, 1);
  EXPECT_EQ(job.progress.rejected, 4);
  std::map<std::int64_t, std::string> barred;
  for (const ReportRow& line : report_rows(job)) {
    EXPECT_EQ(line.remarks.at(0).reason, RowReason::outside_area);
    barred[line.row] = line.remarks.at(0).detail;
  }
  const std::map<std::int64_t, std::string> wanted = {{3, "230102"}, {4, "230102"}, {5, "230102"}, {6, "2301"}};
  EXPECT_EQ(barred, wanted);
  EXPECT_EQ(dossier("南岗公司").address, "哈尔滨市南岗区某街1号")
      << "nobody moves an enterprise out of his place alone";
}

TEST_P(ImportTest, NamesTheBadByteOfTheFile) {
  const std::string start = std::string(kHeader) + "坏字";
  const ImportJob job = import(start + "\xFF公司," + code_of(1) + ",,,,,,宾县某村\n" + row("甲公司", code_of(2)));
  EXPECT_EQ(report_rows(job).at(0).remarks.at(0).detail, std::to_string(start.size()));
}

TEST_P(ImportTest, ReadsGb18030AndUtf8WithAMark) {
  const std::string list = std::string(kHeader) + row("镕基㐀企业", code_of(1)) + row("甲公司", code_of(2));
  EXPECT_EQ(import(sheet::gb18030(list)).progress.created, 2);
  EXPECT_EQ(dossier("镕基㐀").credit_code, code_of(1));
  const ImportJob marked = import("\xEF\xBB\xBF" + list);
  EXPECT_EQ(marked.progress.unchanged, 2);
}

TEST_P(ImportTest, NamesTheHeaderThatIsMissing) {
  auto opened = import_file(*db_, options(), file("代号,地址\n1,2\n"), "x.csv");
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, "import.header");
  EXPECT_EQ(opened.error().message, "表头缺少：企业名称。文件的表头是：代号、地址");
  EXPECT_TRUE(MUST(list_imports(*db_, "", 10)).empty()) << "nothing was begun";
  EXPECT_EQ(import_file(*db_, options(), file(""), "x.csv").error().code, "import.empty");
  EXPECT_EQ(import_file(*db_, options(), "/nowhere.csv", "x.csv").error().code, "import.unreadable");
}

TEST_P(ImportTest, GoesOnWhereItWasCutOff) {
  batch_rows_ = 3;
  std::string list = kHeader;
  for (int i = 1; i <= 10; ++i) list += row("第" + std::to_string(i) + "公司", code_of(i));
  list += row("第1公司", code_of(1));
  const std::string path = file(list);
  int batches = 0;
  ImportOptions cut = options();
  cut.stop = [&] { return ++batches == 2; };
  const ImportJob stopped = MUST(import_file(*db_, cut, path, "list.csv"));
  EXPECT_EQ(stopped.state, ImportState::running);
  EXPECT_EQ(stopped.progress.rows, 6);
  EXPECT_EQ(find("公司").size(), 6u);

  const ImportJob rest = MUST(import_file(*db_, options(), path, "list.csv"));
  EXPECT_EQ(rest.id, stopped.id);
  EXPECT_EQ(rest.state, ImportState::done);
  EXPECT_EQ(rest.progress.rows, 11);
  EXPECT_EQ(rest.progress.created, 10);
  EXPECT_EQ(rest.progress.duplicates, 1) << "of a row that the first run took";
  EXPECT_EQ(report_rows(rest).at(0).remarks.at(0).detail, "2");
}

TEST_P(ImportTest, RefusesToRunTwiceAtOnce) {
  batch_rows_ = 1;
  const std::string path = file(kHeader + row("甲公司", code_of(1)) + row("乙公司", code_of(2)));
  Importer importer(*db_, options());
  const ImportJob job = MUST(importer.open(path, "list.csv"));
  EXPECT_TRUE(importer.run(path, job).ok());
  const auto second = importer.run(path, job);
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().code, "import.moved");
  EXPECT_EQ(find("公司").size(), 2u);
}

TEST_P(ImportTest, KeepsPersonalDataOutOfTheJournal) {
  const std::string header = "单位名称,信用代码,住所,法定代表人,联系电话\n";
  const std::string list = header + "甲公司," + code_of(1) + ",宾县某村,王小明,13800000000\n";
  import(list);
  const EnterpriseDossier found = dossier("甲公司");
  EXPECT_EQ(found.legal_representative, "王小明");
  EXPECT_EQ(found.phone, "13800000000");
  const std::string leaf = base::to_json(entries_of(found.id)[0]);
  EXPECT_EQ(leaf.find("王小明"), std::string::npos);
  EXPECT_EQ(leaf.find("13800000000"), std::string::npos);

  EXPECT_EQ(import(list).progress.unchanged, 1);
  const ImportJob changed = import(header + "甲公司," + code_of(1) + ",宾县某村,李大力,13800000000\n");
  EXPECT_EQ(changed.progress.updated, 1);
  EXPECT_EQ(dossier("甲公司").legal_representative, "李大力");
  EXPECT_EQ(entries_of(found.id)[1].payload.object()->size(), 1u);
}

TEST_P(ImportTest, DoesNotBringBackWhatWasErased) {
  const std::string list = "单位名称,信用代码,住所,法定代表人\n甲公司," + code_of(1) + ",宾县某村,王小明\n";
  import(list);
  const std::string id = dossier("甲公司").id;
  const std::string commitment = entries_of(id)[0].payload.find("legal_representative")->text();
  ASSERT_TRUE(MUST(store::erase_private_value(*db_, commitment, 1)));
  EXPECT_EQ(import(list).progress.unchanged, 1);
  EXPECT_FALSE(dossier("甲公司").legal_representative.has_value());
}

/// The test's own look into tables.
const store::Statement kTrialRows{"trial_rows", "SELECT job FROM import_trial", "SELECT job FROM import_trial"};
const store::Statement kEntries{"entries", "SELECT stream FROM entry", "SELECT stream FROM entry"};

/// A trial of a list held back, as the wizard does it.
ImportJob tried(Importer& importer, const std::string& path, const std::optional<Layout>& layout = std::nullopt) {
  const ImportJob held = MUST(importer.hold(path, "list"));
  EXPECT_EQ(held.state, ImportState::waiting);
  const ImportJob begun = MUST(importer.begin(path, held, layout.value_or(held.layout), ImportState::checking));
  return MUST(importer.run(path, begun));
}

TEST_P(ImportTest, TrialTellsWhatTheImportWouldDoAndWritesNothing) {
  import(kHeader + row("旧公司", code_of(1)) + row("改名公司", code_of(2)));
  const std::size_t entries = MUST(db_->run(kEntries, {})).size();
  batch_rows_ = 2;  // what a row says of an earlier one holds over batches too
  const std::string list = kHeader + row("旧公司", code_of(1)) + row("改过名公司", code_of(2)) +
                           row("新公司", code_of(3)) + row("新公司", code_of(3)) +
                           row("新公司", code_of(3), "哈尔滨市道里区别处") + row("改名公司", code_of(2)) +
                           row("错码公司", "123") + row("另一公司", "", "宾县某村") + row("另一公司", "", "宾县某村");
  const std::string path = file(list);
  Importer importer(*db_, options());
  const ImportJob trial = tried(importer, path);
  EXPECT_EQ(trial.state, ImportState::checked);
  EXPECT_TRUE(find("新公司").empty());
  EXPECT_EQ(find("改过名").size(), 0u);
  EXPECT_EQ(MUST(db_->run(kEntries, {})).size(), entries) << "nothing came to the journal";
  const std::string foretold = report(trial);

  const ImportJob begun = MUST(importer.begin(path, trial, trial.layout, ImportState::running));
  const ImportJob done = MUST(importer.run(path, begun));
  EXPECT_EQ(done.id, trial.id);
  EXPECT_EQ(done.state, ImportState::done);
  EXPECT_EQ(base::to_json(done.progress), base::to_json(trial.progress));
  EXPECT_EQ(report(done), foretold);
  EXPECT_EQ(done.progress.created, 2);
  EXPECT_EQ(done.progress.updated, 1);
  EXPECT_EQ(done.progress.unchanged, 1);
  EXPECT_EQ(done.progress.duplicates, 2);
  EXPECT_EQ(done.progress.conflicts, 2);
  EXPECT_EQ(done.progress.rejected, 1);
}

TEST_P(ImportTest, TrialKeepsNoPersonalData) {
  const std::string path = file("单位名称,信用代码,住所,法定代表人\n甲公司," + code_of(1) + ",宾县某村,王小明\n");
  Importer importer(*db_, options());
  tried(importer, path);
  EXPECT_TRUE(MUST(db_->run(kTrialRows, {})).empty());
}

TEST_P(ImportTest, AJobIsBegunOnce) {
  const std::string path = file(kHeader + row("甲公司", code_of(1)));
  Importer importer(*db_, options());
  const ImportJob held = MUST(importer.hold(path, "list"));
  const ImportJob begun = MUST(importer.begin(path, held, held.layout, ImportState::running));
  EXPECT_EQ(importer.begin(path, held, held.layout, ImportState::running).error().code, "import.state");
  EXPECT_FALSE(MUST(discard_import(*db_, held.id))) << "it is running";
  MUST(importer.run(path, begun));
  EXPECT_FALSE(MUST(discard_import(*db_, held.id))) << "it is done";
  const ImportJob other = MUST(importer.hold(path, "list"));
  EXPECT_TRUE(MUST(discard_import(*db_, other.id)));
  EXPECT_FALSE(MUST(find_import(*db_, other.id)).has_value());
}

TEST_P(ImportTest, TakesColumnsAsTheyAreChosenAndRemembersThem) {
  const std::string list = "关于某事的通知,,\n甲栏,乙栏,丙栏\n甲公司," + code_of(1) + ",宾县某村\n";
  const std::string path = file(list);
  Importer importer(*db_, options());
  const ListPreview shown = MUST(importer.preview(path, std::nullopt, 2));
  EXPECT_EQ(shown.header, (std::vector<std::string>{"甲栏", "乙栏", "丙栏"}));
  EXPECT_EQ(shown.samples.at(0).at(0), "甲公司");
  EXPECT_TRUE(shown.layout.columns.empty()) << "nothing is known of such a header";
  const Layout chosen{std::nullopt, 2, {{Column::name, 0}, {Column::credit_code, 1}, {Column::address, 2}}};
  const ImportJob held = MUST(importer.hold(path, "list"));
  EXPECT_EQ(importer.begin(path, held, {std::nullopt, 2, {{Column::name, 0}}}, ImportState::running).error().message,
            "表头缺少：统一社会信用代码或注册地址。文件的表头是：甲栏、乙栏、丙栏");
  EXPECT_FALSE(importer.begin(path, held, {std::nullopt, 2, {{Column::name, 9}}}, ImportState::running).ok());
  const ImportJob begun = MUST(importer.begin(path, held, chosen, ImportState::running));
  EXPECT_EQ(MUST(importer.run(path, begun)).progress.created, 1);
  EXPECT_EQ(dossier("甲公司").address, "宾县某村");

  const ListPreview again = MUST(importer.preview(path, std::nullopt, 2));
  EXPECT_TRUE(again.remembered);
  EXPECT_EQ(base::to_json(again.layout), base::to_json(chosen));
  EXPECT_FALSE(MUST(Importer(*db_, options("officer-2")).preview(path, std::nullopt, 2)).remembered);
}

TEST_P(ImportTest, FindsTheHeaderBelowATitle) {
  const ImportJob job = import("2026年企业台账,,,,,,,\n" + std::string(kHeader) + row("甲公司", code_of(1)));
  EXPECT_EQ(job.layout.header_row, 2);
  EXPECT_EQ(job.progress.rows, 1);
  EXPECT_EQ(job.progress.created, 1);
}

std::string workbook_rows(int count) {
  using sheet::text_row;
  std::string rows = text_row({"企业台账"}) + text_row({"单位名称", "统一社会信用代码", "成立日期", "住所", "电话"});
  for (int i = 1; i <= count; ++i) {
    rows += "<row><c t=\"inlineStr\"><is><t>第" + std::to_string(i) + "公司</t></is></c><c t=\"inlineStr\"><is><t>" +
            code_of(i) + "</t></is></c><c s=\"1\"><v>43469</v></c><c t=\"inlineStr\"><is><t>宾县某村</t></is></c>" +
            "<c><v>1.3800000000E+10</v></c></row>";
  }
  return rows;
}

TEST_P(ImportTest, ReadsAWorkbook) {
  const std::string path = (folder_ / "list.xlsx").string();
  sheet::write_archive(path, sheet::workbook_parts(workbook_rows(2) + "<row><c><v>1</v></c><c><v>912301031234567890</v>"
                                                                      "</c></row>"));
  const ImportJob job = MUST(import_file(*db_, options(), path, "list.xlsx"));
  EXPECT_EQ(job.layout.sheet, "企业");
  EXPECT_EQ(job.layout.header_row, 2);
  EXPECT_EQ(job.progress.created, 2);
  const EnterpriseDossier found = dossier("第1公司");
  EXPECT_EQ(found.registered_on, base::Date::of(2019, 1, 4));
  EXPECT_EQ(found.phone, "13800000000");
  EXPECT_EQ(report_rows(job).back().row, 5) << "as the program shows it that made the file";
  EXPECT_EQ(report_rows(job).back().reason,
            "单元格 B5 912301031234568000：存成了数字，第 15 位以后已经丢失，请改为文本格式后重新填写");
}

TEST_P(ImportTest, GoesOnInAWorkbookWhereItWasCutOff) {
  batch_rows_ = 3;
  const std::string path = (folder_ / "list.xlsx").string();
  sheet::write_archive(path, sheet::workbook_parts(workbook_rows(10)));
  int batches = 0;
  ImportOptions cut = options();
  cut.stop = [&] { return ++batches == 2; };
  EXPECT_EQ(MUST(import_file(*db_, cut, path, "list.xlsx")).progress.rows, 6);
  const ImportJob rest = MUST(import_file(*db_, options(), path, "list.xlsx"));
  EXPECT_EQ(rest.progress.rows, 10);
  EXPECT_EQ(rest.progress.created, 10);
  EXPECT_EQ(rest.progress.duplicates, 0);
}

TEST_P(ImportTest, TellsWhyAWorkbookCouldNotBeReadToItsEnd) {
  const std::string path = (folder_ / "list.xlsx").string();
  sheet::write_archive(path, sheet::workbook_parts(workbook_rows(40) + "<row r=\"3\"/>"));
  Importer importer(*db_, options());
  const ImportJob held = MUST(importer.hold(path, "list.xlsx"));
  const ImportJob begun = MUST(importer.begin(path, held, held.layout, ImportState::running));
  EXPECT_FALSE(importer.run(path, begun).ok());
  const ImportJob failed = *MUST(find_import(*db_, held.id));
  EXPECT_EQ(failed.state, ImportState::failed);
  EXPECT_EQ(failed.problem, "工作表“企业”第 42 行：行号错乱");
  std::ofstream(path, std::ios::binary | std::ios::trunc) << "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old";
  EXPECT_EQ(importer.hold(path, "list.xls").error().code, "import.workbook");
}

TEST_P(ImportTest, WritesAReportThatExcelOpens) {
  const ImportJob job = import(kHeader + row("\"甲,\"\"公司\"\"\"", "123") + row("=1+1", "123"));
  EXPECT_EQ(report(job),
            "\xEF\xBB\xBF行号,统一社会信用代码,企业名称,结果,原因\r\n"
            "2,123,\"甲,\"\"公司\"\"\",未导入,统一社会信用代码不是 18 位：123\r\n"
            "3,123,\"'=1+1\",未导入,统一社会信用代码不是 18 位：123\r\n");
}

INSTANTIATE_TEST_SUITE_P(Sqlite, ImportTest, testing::Values(store::Engine::sqlite));

}  // namespace
}  // namespace xiezhi::app::ledger
