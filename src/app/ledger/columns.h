// Which column of a list holds what: header names as ledgers in use write them.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"

namespace xiezhi::app::ledger {

enum class Column : std::uint8_t {
  name,
  credit_code,
  address,
  region,
  registered_on,
  type,
  registered_capital,
  scope,
  industry,
  legal_representative,
  phone,
  status,
  grade  ///< of exports: a grade is given by a decision of its own, not by a list
};
BOOST_DESCRIBE_ENUM(Column, name, credit_code, address, region, registered_on, type, registered_capital, scope,
                    industry, legal_representative, phone, status, grade)
inline constexpr std::size_t kColumnCount = 13;

/// A column of the file, counted from 0, and what it holds.
struct ColumnAt {
  Column column = Column::name;
  std::int32_t at = 0;
};
BOOST_DESCRIBE_STRUCT(ColumnAt, (), (column, at))

/// Position of each column in the file; -1 for one that the file lacks.
struct ColumnMap {
  ColumnMap() { at.fill(-1); }
  std::array<int, kColumnCount> at{};
  std::size_t cells = 0;  ///< of the header

  [[nodiscard]] int of(Column column) const { return at[static_cast<std::size_t>(column)]; }
  [[nodiscard]] bool has(Column column) const { return of(column) >= 0; }
};

/// A list needs the name, and the credit code or the address to tell enterprises apart.
struct HeaderFault {
  std::vector<std::string> missing;  ///< what is not there, in Chinese
  std::vector<std::string> twice;    ///< what two columns claim to be
};

/// What header cells say, as far as they say it; of two that say the same the first.
std::vector<ColumnAt> propose_columns(const std::vector<std::string>& cells);
/// The columns that somebody chose. Those beyond the header count as missing.
base::Result<ColumnMap, HeaderFault> map_columns(const std::vector<ColumnAt>& chosen, std::size_t cells);
/// Matches header cells without regard to width, spaces, punctuation and case; unknown columns are passed over.
base::Result<ColumnMap, HeaderFault> match_header(const std::vector<std::string>& cells);

/// "企业名称"
std::string column_title(Column column);
/// The column with such a title or header; nothing when there is none.
std::optional<Column> column_named(std::string_view text);

}  // namespace xiezhi::app::ledger
