#include "app/ledger/row_reader.h"

#include <algorithm>

#include "app/ledger/enterprise_row.h"
#include "base/text.h"
#include "core/dossier/credit_code.h"
#include "core/text/fold.h"

namespace xiezhi::app::ledger {
namespace {

using core::dossier::CreditCodeFault;
using core::dossier::PlaceDoubt;
using core::dossier::Status;

/// What lists write for "nothing".
bool means_nothing(std::string_view text) {
  for (const std::string_view word :
       {"", "N/A", "n/a", "NA", "NULL", "null", "无", "-", "--", "—", "/", "\\N", "暂无"}) {
    if (text == word) return true;
  }
  return false;
}

std::optional<Remark> fault_of(sheet::RecordFault fault) {
  switch (fault) {
    case sheet::RecordFault::none: return std::nullopt;
    case sheet::RecordFault::unclosed_quote: return Remark{RowReason::unclosed_quote, ""};
    case sheet::RecordFault::stray_quote: return Remark{RowReason::stray_quote, ""};
    case sheet::RecordFault::too_long: return Remark{RowReason::record_too_long, ""};
  }
  VERIFY_NOT_REACHED();
}

Remark remark_of(const sheet::CellMark& mark, const std::string& value) {
  switch (mark.fault) {
    case sheet::CellFault::formula_error: return {RowReason::cell_error, mark.name + " " + value};
    case sheet::CellFault::digits_lost: return {RowReason::digits_lost, mark.name + " " + value};
  }
  VERIFY_NOT_REACHED();
}

std::optional<RowReason> reason_of(CreditCodeFault fault) {
  switch (fault) {
    case CreditCodeFault::none: return std::nullopt;
    case CreditCodeFault::length: return RowReason::credit_code_length;
    case CreditCodeFault::character: return RowReason::credit_code_character;
    case CreditCodeFault::check_digit: return RowReason::credit_code_check_digit;
  }
  VERIFY_NOT_REACHED();
}

std::optional<Status> status_of(std::string_view text) {
  const auto holds = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  if (holds("吊销")) return Status::revoked;
  if (holds("注销")) return Status::deregistered;
  if (holds("停业") || holds("歇业") || holds("停产")) return Status::suspended;
  if (holds("存续") || holds("在营") || holds("开业") || holds("在业") || holds("正常")) return Status::operating;
  return std::nullopt;
}

std::optional<std::string> given(std::string& cell) {
  if (cell.empty()) return std::nullopt;
  return std::move(cell);
}

std::size_t limit_of(Column column) {
  switch (column) {
    case Column::name: return core::dossier::kMaxNameLength;
    case Column::address: return core::dossier::kMaxAddressLength;
    case Column::scope: return core::dossier::kMaxScopeLength;
    case Column::credit_code:
    case Column::region:
    case Column::registered_on:
    case Column::type:
    case Column::registered_capital:
    case Column::industry:
    case Column::legal_representative:
    case Column::phone:
    case Column::grade:
    case Column::status: return core::dossier::kMaxShortLength;
  }
  VERIFY_NOT_REACHED();
}

/// Up to `most` digits off the front as a number; -1 when there is none.
int take_number(std::string_view& text, std::size_t most) {
  int value = -1;
  std::size_t at = 0;
  for (; at < text.size() && at < most && text[at] >= '0' && text[at] <= '9'; ++at) {
    value = (value < 0 ? 0 : value * 10) + (text[at] - '0');
  }
  text.remove_prefix(at);
  return value;
}

bool take_sign(std::string_view& text, std::initializer_list<std::string_view> signs) {
  for (const std::string_view sign : signs) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(sign.size());
    return true;
  }
  return false;
}

}  // namespace

std::optional<base::Date> parse_loose_date(std::string_view text) {
  const std::string folded = core::text::fold_width(text);
  std::string_view rest = base::trim(folded);
  const int year = take_number(rest, 4);
  const bool compact = !take_sign(rest, {"-", "/", ".", "年"});
  const int month = take_number(rest, 2);
  if (!compact && !take_sign(rest, {"-", "/", ".", "月"})) return std::nullopt;
  const int day = take_number(rest, 2);
  take_sign(rest, {"日"});
  if (!rest.empty() && rest.front() != ' ' && rest.front() != 'T') return std::nullopt;
  if (year < 1000 || month < 0 || day < 0) return std::nullopt;
  const auto two = [](int value) { return std::string(value < 10 ? "-0" : "-") + std::to_string(value); };
  return base::Date::parse(std::to_string(year) + two(month) + two(day));
}

RowReader::RowReader(ColumnMap columns, sheet::Encoding encoding, const core::org::Divisions& divisions,
                     base::Date today)
    : columns_(columns), decoder_(encoding), placer_(divisions), divisions_(divisions), today_(today) {}

std::optional<Remark> RowReader::decode(const sheet::Record& record, Cells& cells) {
  if (auto fault = fault_of(record.fault)) return fault;
  const auto at_byte = [&](std::size_t cell, std::size_t at) {
    // Of a quoted cell the byte is told as if its quotes were none: the cell is found all the same.
    return Remark{RowReason::bad_encoding, std::to_string(record.cell_offsets[cell] + at)};
  };
  std::optional<Remark> problem;
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    if (columns_.at[i] < 0) continue;
    const auto cell = static_cast<std::size_t>(columns_.at[i]);
    if (cell >= record.cells.size()) continue;
    auto text = decoder_.decode(record.cells[cell]);
    if (!text.ok()) {
      if (!problem) problem = at_byte(cell, text.error().at);
      continue;
    }
    const std::string_view trimmed = base::trim(text.value());
    if (!means_nothing(trimmed)) cells[i] = trimmed;
  }
  if (problem) return problem;
  for (const sheet::CellMark& mark : record.marks) {
    const bool used =
        std::find(columns_.at.begin(), columns_.at.end(), static_cast<int>(mark.cell)) != columns_.at.end();
    if (used) return remark_of(mark, record.cells[mark.cell]);
  }
  if (record.cells.size() != columns_.cells) {
    return Remark{RowReason::cell_count,
                  std::to_string(record.cells.size()) + " 列，表头 " + std::to_string(columns_.cells) + " 列"};
  }
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    const auto column = static_cast<Column>(i);
    if (base::length(cells[i]) > limit_of(column)) return Remark{RowReason::field_too_long, column_title(column)};
  }
  return std::nullopt;
}

std::optional<Remark> RowReader::take_code(const std::string& cell, Candidate& out) const {
  if (cell.empty()) return std::nullopt;
  out.data.credit_code = core::dossier::normalise_credit_code(cell);
  const auto reason = reason_of(core::dossier::check_credit_code(*out.data.credit_code));
  if (reason) return Remark{*reason, *out.data.credit_code};
  return std::nullopt;
}

std::optional<Remark> RowReader::take_date(const std::string& cell, Candidate& out) const {
  if (cell.empty()) return std::nullopt;
  out.data.registered_on = parse_loose_date(cell);
  if (!out.data.registered_on) return Remark{RowReason::bad_date, cell};
  if (*out.data.registered_on > today_) return Remark{RowReason::future_date, cell};
  return std::nullopt;
}

std::optional<Remark> RowReader::place(const std::string& region, Candidate& out) const {
  const std::string code = out.data.credit_code.value_or("");
  const std::string address = out.data.address.value_or("");
  const std::string register_code(core::dossier::registering_division(code));
  const auto placement = placer_.place(address, register_code, region);
  for (const PlaceDoubt doubt : placement.doubts) {
    switch (doubt) {
      case PlaceDoubt::code_differs: out.remarks.push_back({RowReason::code_of_other_division, register_code}); break;
      case PlaceDoubt::region_differs: out.remarks.push_back({RowReason::region_differs, region}); break;
      case PlaceDoubt::other_province_code:
        out.remarks.push_back({RowReason::code_of_other_province, register_code});
        break;
      case PlaceDoubt::other_province:
        return Remark{RowReason::other_province, address + (code.empty() ? "" : "（" + register_code + "）")};
      case PlaceDoubt::several:
        if (placement.division.empty()) return Remark{RowReason::place_of_several, address};
        break;
    }
  }
  if (placement.division.empty()) return Remark{RowReason::unplaceable, ""};
  out.data.division = placement.division;
  out.placed_by = placement.by;
  return std::nullopt;
}

std::optional<Remark> RowReader::fill(Cells& cells, Candidate& out) const {
  const auto cell = [&](Column column) -> std::string& { return cells[static_cast<std::size_t>(column)]; };
  out.data.name = cell(Column::name);
  if (auto problem = take_code(cell(Column::credit_code), out)) return problem;
  if (out.data.name.empty()) return Remark{RowReason::missing_name, ""};
  out.data.address = given(cell(Column::address));
  if (!out.data.credit_code && !out.data.address) return Remark{RowReason::missing_identity, ""};
  if (auto problem = take_date(cell(Column::registered_on), out)) return problem;
  if (auto problem = place(cell(Column::region), out)) return problem;
  out.data.type = given(cell(Column::type));
  out.data.scope = given(cell(Column::scope));
  out.data.registered_capital = given(cell(Column::registered_capital));
  if (out.data.registered_capital) {
    out.data.registered_capital_fen = core::dossier::parse_registered_capital(*out.data.registered_capital);
  }
  if (const std::string& industry = cell(Column::industry); core::dossier::industry_code_form(industry)) {
    out.data.industry = industry;
  } else if (!industry.empty()) {
    out.remarks.push_back({RowReason::industry_not_a_code, industry});
  }
  out.legal_representative = given(cell(Column::legal_representative));
  out.phone = given(cell(Column::phone));
  if (const auto status = status_of(cell(Column::status))) {
    out.data.status = *status;
    out.says_status = true;
  }
  out.name_hash = name_hash(out.data.name);
  return std::nullopt;
}

std::variant<Candidate, Rejection> RowReader::read(const sheet::Record& record) {
  Cells cells;
  Candidate out;
  out.row = record.row;
  auto problem = decode(record, cells);
  const std::string code = cells[static_cast<std::size_t>(Column::credit_code)];
  const std::string name = cells[static_cast<std::size_t>(Column::name)];
  if (!problem) problem = fill(cells, out);
  if (problem) return Rejection{record.row, code, name, std::move(*problem)};
  return out;
}

}  // namespace xiezhi::app::ledger
