#include "core/dmn/table_index.h"

#include <algorithm>

namespace xiezhi::core::dmn {
namespace {

using feel::Kind;
using feel::Node;
using feel::Op;
using feel::Range;
using feel::RangeForm;
using feel::Value;

constexpr std::size_t kListedPerRule = 64;

bool is_indexed(Kind kind) {
  return kind == Kind::number || kind == Kind::string || kind == Kind::boolean || kind == Kind::date ||
         kind == Kind::seconds || kind == Kind::months;
}

/// The value of a part that needs no names; nothing for any other.
std::optional<Value> constant_of(const Node& node, int depth = 0) {
  if (node.op == Op::constant) return node.constant;
  if (depth > 8) return std::nullopt;
  if (node.op == Op::negate && constant_of(*node.parts[0], depth + 1)) {
    feel::Evaluation evaluation{feel::World{}};
    return evaluation.evaluate(node, nullptr);
  }
  if (node.op != Op::call || !node.names.empty() || node.parts[0]->op != Op::name) return std::nullopt;
  if (node.parts[0]->text != "date" && node.parts[0]->text != "duration") return std::nullopt;
  for (std::size_t i = 1; i < node.parts.size(); ++i) {
    if (!constant_of(*node.parts[i], depth + 1)) return std::nullopt;
  }
  feel::Evaluation evaluation{feel::World{}};
  return evaluation.evaluate(node, nullptr);
}

Range point(const Value& value) { return Range{value, value, true, true, RangeForm::ends}; }

bool add_range(std::vector<Range>& out, const Node& node) {
  if (node.op == Op::range) {
    const auto low = constant_of(*node.parts[0]);
    const auto high = constant_of(*node.parts[1]);
    if (!low || !high || !is_indexed(low->kind()) || low->kind() != high->kind() || low->boolean() != nullptr) {
      return false;
    }
    out.push_back({*low, *high, node.range.low_included, node.range.high_included, RangeForm::ends});
    return true;
  }
  if (node.op == Op::comparison) {
    const auto value = constant_of(*node.parts[0]);
    const RangeForm form = node.range.form;
    if (!value || !is_indexed(value->kind())) return false;
    if (form == RangeForm::equal) {
      out.push_back(point(*value));
      return true;
    }
    if (form == RangeForm::not_equal || value->boolean() != nullptr) return false;
    const bool low = form == RangeForm::greater || form == RangeForm::greater_equal;
    const bool included = form == RangeForm::greater_equal || form == RangeForm::less_equal;
    Range range{low ? *value : Value(), low ? Value() : *value, low && included, !low && included, form};
    out.push_back(std::move(range));
    return true;
  }
  const auto value = constant_of(node);
  if (!value || !is_indexed(value->kind())) return false;
  out.push_back(point(*value));
  return true;
}

}  // namespace

bool less(const Value& a, const Value& b) {
  if (a.number() != nullptr) return *a.number() < *b.number();
  if (a.boolean() != nullptr) return !*a.boolean() && *b.boolean();
  const auto sign = feel::order(a, b);
  return sign && *sign < 0;
}

std::optional<std::vector<Range>> simple_ranges(const Node& cell, bool& negated) {
  std::vector<Range> out;
  negated = cell.negated;
  if (cell.op != Op::tests) return std::nullopt;
  for (const auto& part : cell.parts) {
    if (!add_range(out, *part)) return std::nullopt;
  }
  for (const Range& range : out) {
    const Value& end = range.low.is_null() ? range.high : range.low;
    const Value& first = out[0].low.is_null() ? out[0].high : out[0].low;
    if (end.kind() != first.kind()) return std::nullopt;
  }
  return out;
}

ColumnIndex::ColumnIndex(const std::vector<feel::NodePtr>& cells) : cells_(cells.size()) {
  std::vector<std::pair<std::vector<Range>, bool>> simple(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells_[i].open = true;
    if (!cells[i] || cells[i]->op == Op::anything) {
      cells_[i].simple = cells[i] != nullptr;
      continue;
    }
    bool negated = false;
    auto ranges = simple_ranges(*cells[i], negated);
    if (!ranges || ranges->empty()) continue;
    const Value& end = (*ranges)[0].low.is_null() ? (*ranges)[0].high : (*ranges)[0].low;
    if (kind_ == Kind::null) kind_ = end.kind();
    if (kind_ != end.kind()) continue;
    for (const Range& range : *ranges) {
      if (!range.low.is_null()) boundaries_.push_back(range.low);
      if (!range.high.is_null()) boundaries_.push_back(range.high);
    }
    simple[i] = {*std::move(ranges), negated};
  }
  std::sort(boundaries_.begin(), boundaries_.end(), less);
  boundaries_.erase(std::unique(boundaries_.begin(), boundaries_.end(),
                                [](const Value& a, const Value& b) { return !less(a, b) && !less(b, a); }),
                    boundaries_.end());
  const auto last = static_cast<std::uint32_t>(2 * boundaries_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& [ranges, negated] = simple[i];
    if (ranges.empty()) continue;
    std::vector<Stretch> held;
    for (const Range& range : ranges) held.push_back(stretch_of(range));
    std::sort(held.begin(), held.end());
    if (negated) {
      std::vector<Stretch> rest;
      std::uint32_t from = 0;
      for (const auto& [low, high] : held) {
        if (low > high) continue;
        if (low > from) rest.emplace_back(from, low - 1);
        from = std::max(from, high + 1);
      }
      if (from <= last) rest.emplace_back(from, last);
      held = std::move(rest);
    }
    if (held.size() > UINT16_MAX) continue;
    Cell& cell = cells_[i];
    cell.open = false;
    cell.simple = true;
    cell.count = static_cast<std::uint16_t>(held.size());
    if (held.size() == 1) {
      cell.low = held[0].first;
      cell.high = held[0].second;
    } else {
      cell.more = static_cast<std::uint32_t>(stretches_.size());
      stretches_.insert(stretches_.end(), held.begin(), held.end());
    }
  }
  list_candidates();
}

std::uint32_t ColumnIndex::lower(const Value& value) const {
  return static_cast<std::uint32_t>(std::lower_bound(boundaries_.begin(), boundaries_.end(), value, less) -
                                    boundaries_.begin());
}

Stretch ColumnIndex::stretch_of(const Range& range) const {
  Stretch out{0, static_cast<std::uint32_t>(2 * boundaries_.size())};
  if (!range.low.is_null()) out.first = 2 * lower(range.low) + (range.low_included ? 1 : 2);
  if (!range.high.is_null()) out.second = 2 * lower(range.high) + (range.high_included ? 1 : 0);
  return out;
}

std::optional<std::uint32_t> ColumnIndex::position(const Value& value) const {
  if (value.kind() != kind_ || boundaries_.empty()) return std::nullopt;
  const std::uint32_t at = lower(value);
  const bool exact = at < boundaries_.size() && !less(value, boundaries_[at]);
  return 2 * at + (exact ? 1 : 0);
}

bool ColumnIndex::holds_more(const Cell& cell, std::uint32_t at) const {
  for (std::uint32_t i = 0; i < cell.count; ++i) {
    const Stretch& stretch = stretches_[cell.more + i];
    if (stretch.first <= at && at <= stretch.second) return true;
  }
  return false;
}

void ColumnIndex::list_candidates() {
  if (boundaries_.empty()) return;
  const std::size_t positions = 2 * boundaries_.size() + 1;
  std::size_t room = kListedPerRule * cells_.size() + positions;
  listed_.resize(positions + 1);
  for (std::uint32_t rule = 0; rule < cells_.size(); ++rule) {
    const Cell& cell = cells_[rule];
    std::vector<Stretch> held;
    if (cell.open) {
      held.emplace_back(0, static_cast<std::uint32_t>(positions));  // the last list: no position
    } else if (cell.count == 1) {
      held.emplace_back(cell.low, cell.high);
    } else {
      for (std::uint32_t i = 0; i < cell.count; ++i) held.push_back(stretches_[cell.more + i]);
    }
    for (const auto& [low, high] : held) {
      if (low > high) continue;
      if (high - low + 1 > room) {
        listed_.clear();
        return;
      }
      room -= high - low + 1;
      for (std::uint32_t at = low; at <= high; ++at) {
        if (listed_[at].empty() || listed_[at].back() != rule) listed_[at].push_back(rule);
      }
    }
  }
}

const std::vector<std::uint32_t>* ColumnIndex::candidates(const std::optional<std::uint32_t>& at) const {
  if (listed_.empty()) return nullptr;
  return &listed_[at ? *at : listed_.size() - 1];
}

}  // namespace xiezhi::core::dmn
