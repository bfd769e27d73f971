// An index over the inputs of a decision table: the simple cells of a column (values, comparisons, ranges, lists of
// them, and their negation) become intervals on the line of the column's boundaries, so that a value is looked up once
// and a rule is checked with integers. Cells that are not simple are left to the evaluator.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/feel/evaluation.h"

namespace xiezhi::core::dmn {

/// Positions on the line of n sorted boundaries: 2i + 1 is the boundary i, 2i what lies before it.
using Stretch = std::pair<std::uint32_t, std::uint32_t>;

/// One cell as ranges of values; nothing when it is not simple.
std::optional<std::vector<feel::Range>> simple_ranges(const feel::Node& cell, bool& negated);

/// Order of two values of one indexed kind.
bool less(const feel::Value& a, const feel::Value& b);

class ColumnIndex {
 public:
  /// One cell of each rule.
  explicit ColumnIndex(const std::vector<feel::NodePtr>& cells);

  /// Where a value lies; nothing when it is of no kind that the simple cells speak of.
  [[nodiscard]] std::optional<std::uint32_t> position(const feel::Value& value) const;
  /// Whether the simple cell of a rule holds; `at` from position(). True for cells that are not simple.
  [[nodiscard]] bool may_hold(std::uint32_t rule, const std::optional<std::uint32_t>& at) const {
    const Cell& cell = cells_[rule];
    if (at && cell.count == 1) return cell.low <= *at && *at <= cell.high;
    return cell.open || (at && holds_more(cell, *at));
  }
  [[nodiscard]] bool is_simple(std::uint32_t rule) const { return cells_[rule].simple; }
  /// The rules that may hold at a position, in order; null when they were too many to be listed.
  [[nodiscard]] const std::vector<std::uint32_t>* candidates(const std::optional<std::uint32_t>& at) const;
  /// Whether any rule says anything about this column that is indexed.
  [[nodiscard]] bool is_useful() const { return !boundaries_.empty(); }

 private:
  struct Cell {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::uint32_t more = 0;   ///< index of the first of several stretches
    std::uint16_t count = 0;  ///< stretches; 0 with `open`: any value
    bool open = false;        ///< holds for every value, or is left to the evaluator
    bool simple = false;
  };

  [[nodiscard]] bool holds_more(const Cell& cell, std::uint32_t at) const;
  [[nodiscard]] Stretch stretch_of(const feel::Range& range) const;
  [[nodiscard]] std::uint32_t lower(const feel::Value& value) const;
  void list_candidates();

  feel::Kind kind_ = feel::Kind::null;
  std::vector<feel::Value> boundaries_;
  std::vector<Cell> cells_;
  std::vector<Stretch> stretches_;
  std::vector<std::vector<std::uint32_t>> listed_;  ///< for each position, and at the end for no position
};

}  // namespace xiezhi::core::dmn
