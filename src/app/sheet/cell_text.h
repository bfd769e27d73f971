// What a cell of a sheet says, as a person reads it: numbers without exponents, dates as dates. Decimal arithmetic on
// text: no value passes through floating point.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace xiezhi::app::sheet {

struct NumberText {
  std::string text;
  bool digits_lost = false;  ///< an integer of more than 15 digits: what follows them was not kept when it was stored
};
/// "1.3912345678E+10" → "13912345678"; "0.10000000000000001" → "0.1": rounded to the 15 digits that spreadsheets show.
/// Nothing for what is no number.
std::optional<NumberText> number_text(std::string_view stored);

/// The day of a stored serial number, its time of day left out. `from_1904`: the workbook counts from 1904.
std::optional<base::Date> serial_date(std::string_view stored, bool from_1904);

/// Whether a number format shows a day: "yyyy/m/d", "[$-804]yyyy\"年\"m\"月\"", not "h:mm" or "0.00".
bool date_format(std::string_view code);
/// The same of a format that has a number instead of a code (ECMA-376 part 1, 18.8.30, with the Chinese ones).
bool date_format(int built_in);

/// "D15" of column 3 and row 15.
std::string cell_name(std::size_t column, std::uint64_t row);
/// 3 of "D15"; nothing for what begins without a column of at most three letters.
std::optional<std::size_t> column_of(std::string_view cell);

}  // namespace xiezhi::app::sheet
