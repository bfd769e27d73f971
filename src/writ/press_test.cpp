// Documents read back with the tools of poppler and qpdf.
#include "writ/press.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/result.h"
#include "writ/library.h"
#include "writ/page.h"

namespace xiezhi::writ {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLongAddress =
    "黑龙江省哈尔滨市某某区某某街道某某路某某工业园区第十八栋厂房东侧三层三零六室及其地下仓库";

class PressTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = fs::temp_directory_path() / ("xiezhi_writ_" + std::to_string(getpid()));
    press = std::make_unique<Press>(folder / "font");
    MUST(press->warm());
  }
  static void TearDownTestSuite() {
    press.reset();
    fs::remove_all(folder);
  }

  static std::string print(const char* kind, const Facts& facts,
                           Stamp stamp = {"XZ1|test", "某局", "2026-10-09", false}) {
    return MUST(press->print(*Library::built_in().find(kind), facts, stamp));
  }
  /// What a command says of a PDF; "FILE" in it stands for the file. Fails the test when the command fails.
  static std::string ask(const std::string& pdf, std::string command) {
    const fs::path file = folder / "asked.pdf";
    const fs::path answer = folder / "answer.txt";
    std::ofstream(file, std::ios::binary) << pdf;
    command.replace(command.find("FILE"), 4, file.string());
    EXPECT_EQ(std::system((command + " > " + answer.string() + " 2>&1").c_str()), 0) << command;
    std::stringstream text;
    text << std::ifstream(answer).rdbuf();
    return text.str();
  }
  static std::size_t pages_of(const std::string& pdf) {
    const std::string info = ask(pdf, "pdfinfo FILE");
    return std::stoul(info.substr(info.find("Pages:") + 6));
  }
  static Facts order(std::size_t findings) {
    Facts out;
    out.set("enterprise", "哈尔滨某某木业有限公司");
    out.set("body", "某某区应急管理局");
    out.set("date", "2026年10月9日");
    for (std::size_t i = 1; i <= findings; ++i) {
      Facts row;
      row.set("index", std::to_string(i));
      row.set("description", "木工车间除尘系统未按规定清理粉尘，作业现场积尘严重，电气设备不符合防爆要求（Ex tD A21）");
      out.list["findings"].push_back(std::move(row));
    }
    return out;
  }

  static fs::path folder;
  static std::unique_ptr<Press> press;
};
fs::path PressTest::folder;
std::unique_ptr<Press> PressTest::press;

TEST_F(PressTest, EveryFormPrintsWithoutAValueAndIsAWellFormedFile) {
  for (const auto& [kind, form] : Library::built_in().templates()) {
    const std::string pdf = print(kind.c_str(), {});
    EXPECT_NE(ask(pdf, "qpdf --check FILE").find("No syntax or stream encoding errors"), std::string::npos) << kind;
    EXPECT_NE(ask(pdf, "pdftotext FILE -").find(form.title), std::string::npos) << kind;
    EXPECT_NE(ask(pdf, "pdfinfo FILE").find("(A4)"), std::string::npos) << kind;
  }
}

TEST_F(PressTest, EveryFontIsEmbedded) {
  std::istringstream fonts(ask(print("correction_order", order(3)), "pdffonts FILE"));
  std::string line;
  std::getline(fonts, line);
  const std::size_t column = line.find("emb");
  std::getline(fonts, line);  // the line of dashes
  std::size_t count = 0;
  for (; std::getline(fonts, line); ++count) EXPECT_EQ(line.substr(column, 3), "yes") << line;
  EXPECT_GE(count, 2U);
}

TEST_F(PressTest, TextIsThereToBeSelected) {
  const std::string text = ask(print("correction_order", order(1)), "pdftotext -raw FILE -");
  EXPECT_NE(text.find("责令限期整改指令书"), std::string::npos);
  EXPECT_NE(text.find("哈尔滨某某木业有限公司："), std::string::npos);
  EXPECT_NE(text.find("第 1 页"), std::string::npos);
}

TEST_F(PressTest, LongFindingsGoOnWithTheNumberOfPagesOnEach) {
  const std::string pdf = print("correction_order", order(40));
  const std::size_t pages = pages_of(pdf);
  EXPECT_GE(pages, 4U);
  const std::string text = ask(pdf, "pdftotext -raw FILE -");
  for (std::size_t page = 1; page <= pages; ++page) {
    const std::string mark = "第 " + std::to_string(page) + " 页";
    EXPECT_NE(text.find(mark), std::string::npos) << mark;
  }
  EXPECT_NE(text.find("共 " + std::to_string(pages) + " 页"), std::string::npos);
}

/// Boxes of all words lie within the margins of every page, in a form with columns, tables and a very long value.
TEST_F(PressTest, NothingRunsOverTheMargins) {
  Facts facts = order(8);
  facts.set("address", std::string(kLongAddress));
  facts.set("scheme", "1");
  for (int i = 0; i < 12; ++i) {
    Facts item;
    item.set("index", std::to_string(i + 1));
    item.set("text", std::string(kLongAddress));
    item.set("note", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    facts.list["items"].push_back(std::move(item));
  }
  std::istringstream boxes(ask(print("inspection_record", facts), "pdftotext -bbox FILE -"));
  std::size_t words = 0;
  for (std::string line; std::getline(boxes, line);) {
    const std::size_t right = line.find("xMax=\"");
    if (right == std::string::npos) continue;
    ++words;
    EXPECT_LE(std::stod(line.substr(right + 6)), kTextLeft + kTextWidth + 1) << line;
    EXPECT_GE(std::stod(line.substr(line.find("xMin=\"") + 6)), kTextLeft - 1) << line;
  }
  EXPECT_GT(words, 100U);
}

TEST_F(PressTest, TheSameFactsGiveTheSameBytes) {
  EXPECT_EQ(print("correction_order", order(3)), print("correction_order", order(3)));
}

TEST_F(PressTest, ADraftSaysSo) {
  const std::string draft = print("correction_order", order(1), {"", "某局", "", true});
  EXPECT_NE(ask(draft, "pdfinfo FILE").find("样稿"), std::string::npos);
  EXPECT_EQ(ask(print("correction_order", order(1)), "pdfinfo FILE").find("样稿"), std::string::npos);
}

TEST_F(PressTest, RareCharactersHaveGlyphs) {
  Facts facts = order(1);
  facts.set("enterprise", "哈尔滨喆玥鑫垚有限公司");
  const std::string pdf = print("correction_order", facts);
  EXPECT_NE(ask(pdf, "pdftotext -raw FILE -").find("喆玥鑫垚"), std::string::npos);
  EXPECT_EQ(ask(pdf, "pdffonts FILE").find("jp"), std::string::npos);
}

TEST_F(PressTest, ASignatureThatIsNoPngIsLeftOut) {
  Facts facts = order(1);
  Facts officer;
  officer.set("name", "张三");
  officer.image["signature"] = "GIF89a";
  facts.list["officers"] = {officer};
  EXPECT_EQ(ask(print("correction_order", facts), "pdfimages -list FILE").find("image"), std::string::npos);
}

}  // namespace
}  // namespace xiezhi::writ
