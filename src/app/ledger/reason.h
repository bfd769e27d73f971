// Why a row of a list was not taken, or was taken with a remark. Codes are permanent; the wording is here and nowhere
// else.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/codec.h"

namespace xiezhi::app::ledger {

enum class RowResult : std::uint8_t { created, updated, unchanged, duplicate, conflict, rejected };
BOOST_DESCRIBE_ENUM(RowResult, created, updated, unchanged, duplicate, conflict, rejected)

enum class RowReason : std::uint8_t {
  // rejected
  cell_count,
  unclosed_quote,
  stray_quote,
  record_too_long,
  bad_encoding,
  missing_name,
  missing_identity,
  field_too_long,
  credit_code_length,
  credit_code_character,
  credit_code_check_digit,
  bad_date,
  future_date,
  unplaceable,
  other_province,
  place_of_several,
  outside_area,
  cell_error,
  digits_lost,
  // duplicate, conflict
  duplicate_of_row,
  conflicts_with_row,
  // taken with a remark
  fields_changed,
  code_of_other_division,
  region_differs,
  code_of_other_province,
  industry_not_a_code
};
BOOST_DESCRIBE_ENUM(RowReason, cell_count, unclosed_quote, stray_quote, record_too_long, bad_encoding, missing_name,
                    missing_identity, field_too_long, credit_code_length, credit_code_character,
                    credit_code_check_digit, bad_date, future_date, unplaceable, other_province, place_of_several,
                    outside_area, cell_error, digits_lost, duplicate_of_row, conflicts_with_row, fields_changed,
                    code_of_other_division, region_differs, code_of_other_province, industry_not_a_code)

/// A reason and what it speaks of: a row number, a field, a byte.
struct Remark {
  RowReason reason = RowReason::cell_count;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(Remark, (), (reason, detail))

/// "新增"
std::string in_chinese(RowResult result);
/// A sentence for the report.
std::string in_chinese(const Remark& remark);

}  // namespace xiezhi::app::ledger
