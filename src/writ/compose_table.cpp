// Tables: cells beside each other, lines around them. A row of many lines goes over the end of a page.
#include <algorithm>

#include "writ/composer.h"

namespace xiezhi::writ {
namespace {

constexpr double kPadding = 5;           // beside the text of a cell
constexpr double kVerticalPadding = 5;   // above and below it
constexpr double kTableLeading = 0.86;   // of the leading of running text
constexpr std::size_t kWholeLines = 12;  // a row of more lines may go over the end of a page
constexpr std::string_view kLabelMark = "*";
constexpr std::string_view kMergeMark = "<";

struct Cell {
  double left = 0;
  double right = 0;
  std::vector<Glyphs> lines;
};

}  // namespace

void Composer::table_rows(const std::vector<Block>& blocks, const std::vector<double>& edges, const Scope& scope) {
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::row) table_row(block, edges, scope);
    if (block.kind == BlockKind::each) {
      for (const Facts& row : scope.list(block.name)) table_rows(block.body, edges, Scope(row, &scope));
    }
    const bool there = scope.has(block.name);
    if ((block.kind == BlockKind::when && there) || (block.kind == BlockKind::unless && !there)) {
      table_rows(block.body, edges, scope);
    }
  }
}

void Composer::table_row(const Block& block, const std::vector<double>& edges, const Scope& scope) {
  const double leading = form_.leading * kTableLeading;
  std::vector<Cell> cells;
  Frame frame{{0}, false, false};
  std::size_t most = 1;
  for (std::size_t i = 0; i < block.cells.size();) {
    std::size_t end = i + 1;
    while (end < block.cells.size() && block.cells[end] == kMergeMark) ++end;
    Cell cell{edges[i], edges[end], {}};
    std::string_view text = block.cells[i];
    Style style = body_style();
    style.leading = leading;
    style.justify = false;
    style.width = cell.right - cell.left - 2 * kPadding;
    if (text.starts_with(kLabelMark)) {
      text.remove_prefix(kLabelMark.size());
      style.align = Align::center;
    }
    Filled filled = fill(text, scope);
    if (!filled.blanks.empty()) filled = {};  // an empty cell is what is left to write in
    cell.lines = typesetter_.set(filled, style);
    for (Glyphs& line : cell.lines) line.x += cell.left + kPadding;
    most = std::max(most, cell.lines.size());
    frame.edges.push_back(cell.right);
    cells.push_back(std::move(cell));
    i = end;
  }
  const double least = block.size * kPointsPerMm;
  if (most <= kWholeLines) {
    Row row;
    row.height = std::max(least, static_cast<double>(most) * leading + 2 * kVerticalPadding);
    for (Cell& cell : cells) {
      double y = (row.height - static_cast<double>(cell.lines.size()) * leading) / 2;
      for (Glyphs& line : cell.lines) {
        line.baseline += y;
        y += leading;
        row.glyphs.push_back(std::move(line));
      }
    }
    frame.top = frame.bottom = true;
    row.frames.push_back(frame);
    out_.rows.push_back(std::move(row));
    return;
  }
  for (std::size_t i = 0; i < most; ++i) {
    Row row;
    row.height = leading + (i == 0 || i + 1 == most ? kVerticalPadding : 0);
    row.keep_next = i == 0 || i + 2 == most;
    for (Cell& cell : cells) {
      if (i >= cell.lines.size()) continue;
      if (i == 0) cell.lines[i].baseline += kVerticalPadding;
      row.glyphs.push_back(std::move(cell.lines[i]));
    }
    frame.top = i == 0;
    frame.bottom = i + 1 == most;
    row.frames.push_back(frame);
    out_.rows.push_back(std::move(row));
  }
}

}  // namespace xiezhi::writ
