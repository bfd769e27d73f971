#include "app/ledger/row_reader.h"

#include <gtest/gtest.h>

#include "app/ledger/import_test_fixture.h"

namespace xiezhi::app::ledger {
namespace {

ColumnMap columns(const std::vector<std::string>& header) { return MUST(match_header(header)); }

TEST(Header, IsMatchedInTheWordsListsUse) {
  const ColumnMap map = columns({"序号", "单位名称（必填）", "社会信用代码", "生产经营地址", "所属地区", "成立日期",
                                 "法定代表人", "联系电话", "行业代码", "注册资本"});
  EXPECT_EQ(map.of(Column::name), 1);
  EXPECT_EQ(map.of(Column::credit_code), 2);
  EXPECT_EQ(map.of(Column::address), 3);
  EXPECT_EQ(map.of(Column::region), 4);
  EXPECT_EQ(map.of(Column::registered_on), 5);
  EXPECT_EQ(map.of(Column::legal_representative), 6);
  EXPECT_EQ(map.of(Column::phone), 7);
  EXPECT_EQ(map.of(Column::industry), 8);
  EXPECT_EQ(map.of(Column::registered_capital), 9);
  EXPECT_FALSE(map.has(Column::scope));
}

TEST(Header, IsMatchedWithoutRegardToWidthCaseAndSpaces) {
  const ColumnMap map = columns({" Ｎame ", "统一社会 信用代码"});
  EXPECT_EQ(map.of(Column::name), 0);
  EXPECT_EQ(map.of(Column::credit_code), 1);
}

TEST(Header, IsRefusedWithoutNameOrIdentityOrWithAColumnTwice) {
  EXPECT_EQ(match_header({"信用代码"}).error().missing, std::vector<std::string>{"企业名称"});
  EXPECT_EQ(match_header({"企业名称"}).error().missing, std::vector<std::string>{"统一社会信用代码或注册地址"});
  EXPECT_EQ(match_header({"企业名称", "单位名称", "地址"}).error().twice, std::vector<std::string>{"企业名称"});
}

TEST(LooseDate, IsReadInTheWaysListsWriteIt) {
  const auto day = base::Date::of(2019, 1, 4);
  for (const char* text :
       {"2019-01-04", "2019/1/4", "2019.1.4", "20190104", "2019年1月4日", "2019-01-04 00:00:00", "２０１９-01-04"}) {
    EXPECT_EQ(parse_loose_date(text), day) << text;
  }
  for (const char* text : {"", "2019", "2019-13-01", "2019-02-30", "04/01/2019", "43469", "2019-1-4x", "约2019年"}) {
    EXPECT_FALSE(parse_loose_date(text).has_value()) << text;
  }
}

class RowReaderTest : public testing::Test {
 protected:
  std::variant<Candidate, Rejection> read(std::vector<std::string> cells) {
    sheet::Record record;
    record.row = 9;
    record.cells = std::move(cells);
    record.cell_offsets.assign(record.cells.size(), 100);
    return reader_.read(record);
  }
  RowReader reader_{columns({"名称", "信用代码", "地址", "行业", "状态", "注册日期"}), sheet::Encoding::utf8,
                    division_pack().divisions(), base::Date::of(2026, 6, 1)};
};

TEST_F(RowReaderTest, NormalisesCodesAndTakesNaAsNothing) {
  const auto read_row = read({" 甲公司 ", " " + code_of(1) + " ", "N/A", "2614", "注销", ""});
  const auto* row = std::get_if<Candidate>(&read_row);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->data.name, "甲公司");
  EXPECT_EQ(row->data.credit_code, code_of(1));
  EXPECT_FALSE(row->data.address.has_value());
  EXPECT_EQ(row->data.industry, "2614");
  EXPECT_EQ(row->data.status, core::dossier::Status::deregistered);
  EXPECT_EQ(row->placed_by, core::dossier::PlacedBy::code);
}

TEST_F(RowReaderTest, RemarksAnIndustryThatIsNoCode) {
  const auto read_row = read({"甲公司", code_of(1), "", "制造业", "", ""});
  const auto* row = std::get_if<Candidate>(&read_row);
  ASSERT_NE(row, nullptr);
  EXPECT_FALSE(row->data.industry.has_value());
  ASSERT_EQ(row->remarks.size(), 1u);
  EXPECT_EQ(row->remarks[0].reason, RowReason::industry_not_a_code);
}

TEST_F(RowReaderTest, TakesTodayAndRefusesTomorrow) {
  const auto today = read({"甲公司", code_of(1), "", "", "", "2026-06-01"});
  EXPECT_NE(std::get_if<Candidate>(&today), nullptr);
  const auto tomorrow = read({"甲公司", code_of(1), "", "", "", "2026-06-02"});
  const auto* rejected = std::get_if<Rejection>(&tomorrow);
  ASSERT_NE(rejected, nullptr);
  EXPECT_EQ(rejected->remark.reason, RowReason::future_date);
  EXPECT_EQ(rejected->row, 9u);
  EXPECT_EQ(rejected->name, "甲公司");
}

}  // namespace
}  // namespace xiezhi::app::ledger
