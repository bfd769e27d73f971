// One row of a list: decoded, checked, placed. Pure apart from the encoding's tables; knows nothing of what is stored.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/ledger/columns.h"
#include "app/ledger/reason.h"
#include "app/sheet/encoding.h"
#include "app/sheet/record.h"
#include "core/dossier/commands.h"
#include "core/dossier/placement.h"

namespace xiezhi::app::ledger {

/// A row that can be taken. The id and the commitments of `data` are still empty.
struct Candidate {
  std::uint64_t row = 0;
  core::dossier::EnterpriseRegistered data;
  std::optional<std::string> legal_representative;  ///< personal data as given
  std::optional<std::string> phone;
  bool says_status = false;
  core::dossier::PlacedBy placed_by = core::dossier::PlacedBy::nothing;
  std::vector<Remark> remarks;
  std::int64_t name_hash = 0;
};

/// A row that cannot be taken.
struct Rejection {
  std::uint64_t row = 0;
  std::string credit_code;
  std::string name;
  Remark remark;
};

class RowReader {
 public:
  RowReader(ColumnMap columns, sheet::Encoding encoding, const core::org::Divisions& divisions, base::Date today);

  std::variant<Candidate, Rejection> read(const sheet::Record& record);

 private:
  using Cells = std::array<std::string, kColumnCount>;

  std::optional<Remark> decode(const sheet::Record& record, Cells& cells);
  std::optional<Remark> fill(Cells& cells, Candidate& out) const;
  std::optional<Remark> take_code(const std::string& cell, Candidate& out) const;
  std::optional<Remark> take_date(const std::string& cell, Candidate& out) const;
  std::optional<Remark> place(const std::string& region, Candidate& out) const;

  ColumnMap columns_;
  sheet::Decoder decoder_;
  core::dossier::Placer placer_;
  const core::org::Divisions& divisions_;
  base::Date today_;
};

/// "2019-01-04", "2019/1/4", "2019.1.4", "20190104", "2019年1月4日", each with or without a time of day behind it.
std::optional<base::Date> parse_loose_date(std::string_view text);

}  // namespace xiezhi::app::ledger
