#include "app/sheet/cell_text.h"

#include <gtest/gtest.h>

namespace xiezhi::app::sheet {
namespace {

std::string shown(std::string_view stored) {
  const auto number = number_text(stored);
  if (!number) return "no number";
  return number->text + (number->digits_lost ? " lost" : "");
}

TEST(CellText, WritesNumbersOut) {
  EXPECT_EQ(shown("0"), "0");
  EXPECT_EQ(shown("-0.50"), "-0.5");
  EXPECT_EQ(shown("1E3"), "1000");
  EXPECT_EQ(shown("1.5e-3"), "0.0015");
  EXPECT_EQ(shown("2.9999999999999999E-2"), "0.03");
  EXPECT_EQ(shown("123456789012345"), "123456789012345");
  EXPECT_EQ(shown("9.99999999999999999E+4"), "100000");
  EXPECT_EQ(shown("1234567890123456"), "1234567890123460 lost");
  for (const char* bad : {"", "-", ".", "1e", "1e+", "1x", "1e999", "0x10", "1.2.3", "NaN"}) {
    EXPECT_EQ(shown(bad), "no number") << bad;
  }
}

TEST(CellText, CountsDaysAsSpreadsheetsDo) {
  EXPECT_EQ(serial_date("1", false), base::Date::of(1900, 1, 1));
  EXPECT_EQ(serial_date("59", false), base::Date::of(1900, 2, 28));
  EXPECT_FALSE(serial_date("60", false).has_value()) << "there was no 29 February 1900";
  EXPECT_EQ(serial_date("61", false), base::Date::of(1900, 3, 1));
  EXPECT_EQ(serial_date("4.3469E4", false), base::Date::of(2019, 1, 4));
  EXPECT_EQ(serial_date("43469.999", false), base::Date::of(2019, 1, 4));
  EXPECT_EQ(serial_date("42007", true), base::Date::of(2019, 1, 4));
  for (const char* bad : {"0", "-1", "1e9", "x", ""}) EXPECT_FALSE(serial_date(bad, false).has_value()) << bad;
}

TEST(CellText, TellsFormatsOfDays) {
  for (const char* day : {"yyyy/m/d", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy-mm-dd;@", "m\\-d", "YYYY-MM-DD HH:MM"}) {
    EXPECT_TRUE(date_format(day)) << day;
  }
  for (const char* other : {"General", "0.00", "#,##0\"day\"", "h:mm:ss", "[Red]0", "@", "mm:ss", "_d0", "\\y0"}) {
    EXPECT_FALSE(date_format(other)) << other;
  }
  EXPECT_TRUE(date_format(14));
  EXPECT_TRUE(date_format(31));
  EXPECT_FALSE(date_format(0));
  EXPECT_FALSE(date_format(20));
}

TEST(CellText, NamesCells) {
  EXPECT_EQ(cell_name(0, 1), "A1");
  EXPECT_EQ(cell_name(25, 2), "Z2");
  EXPECT_EQ(cell_name(26, 3), "AA3");
  EXPECT_EQ(cell_name(16'383, 1'048'576), "XFD1048576");
  for (std::size_t i = 0; i < 16'384; ++i) EXPECT_EQ(column_of(cell_name(i, 5)).value_or(0), i);
  EXPECT_FALSE(column_of("5").has_value());
  EXPECT_FALSE(column_of("ABCD1").has_value());
}

}  // namespace
}  // namespace xiezhi::app::sheet
