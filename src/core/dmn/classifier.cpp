#include "core/dmn/classifier.h"

#include <algorithm>
#include <numeric>

#include "core/dmn/prove.h"

namespace xiezhi::core::dmn {
namespace {

/// Rules in order of their outcomes' priorities; an error where one has none.
base::Result<std::vector<std::uint32_t>, std::string> by_priority(const Program& program, const TableAt& at) {
  const Table& table = *at.table;
  std::vector<std::vector<std::size_t>> ranks(table.rules.size());
  for (std::size_t column = 0; column < table.outputs.size(); ++column) {
    const auto& values = table.outputs[column].values;
    const auto list = values ? constant_value(program, at, "[" + *values + "]") : std::nullopt;
    if (!list || list->list() == nullptr) return base::Err{std::string("an output has no priorities")};
    for (std::size_t rule = 0; rule < table.rules.size(); ++rule) {
      const auto value = constant_value(program, at, table.rules[rule].outputs[column]);
      if (!value) return base::Err{"the outcome of rule " + std::to_string(rule + 1) + " is computed"};
      const auto found = std::find_if(list->list()->begin(), list->list()->end(),
                                      [&](const feel::Value& one) { return feel::equal(one, *value) == true; });
      ranks[rule].push_back(static_cast<std::size_t>(found - list->list()->begin()));
    }
  }
  std::vector<std::uint32_t> order(table.rules.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return ranks[a] < ranks[b]; });
  return order;
}

}  // namespace

bool Classifier::is_alone(std::size_t word, std::uint64_t held, std::span<const std::uint32_t> at) const {
  if ((held & (held - 1)) != 0) return false;
  for (std::size_t next = word + 1; next < words_; ++next) {
    std::uint64_t more = ~std::uint64_t{0};
    for (std::size_t axis = 0; axis < starts_.size(); ++axis) more &= bits_[(starts_[axis] + at[axis]) * words_ + next];
    if (more != 0 && !starts_.empty()) return false;
  }
  return true;
}

base::Result<Classifier, std::string> Classifier::of(const Program& program, const TableAt& at, const Space& space) {
  const HitPolicy policy = at.table->policy;
  Classifier out;
  if (policy == HitPolicy::priority) {
    out.order_ = TRY(by_priority(program, at));
  } else if (policy == HitPolicy::unique || policy == HitPolicy::any || policy == HitPolicy::first) {
    out.order_.resize(at.table->rules.size());
    std::iota(out.order_.begin(), out.order_.end(), 0U);
  } else {
    return base::Err{std::string("the table gives several answers at once")};
  }
  out.alone_ = policy == HitPolicy::unique;
  out.words_ = (out.order_.size() + 63) / 64;
  std::size_t positions = 0;
  for (const Axis& axis : space.axes) {
    out.starts_.push_back(positions);
    positions += axis.positions();
  }
  out.bits_.assign(positions * out.words_, 0);
  for (std::size_t place = 0; place < out.order_.size(); ++place) {
    const auto& box = space.rules[out.order_[place]];
    for (std::size_t axis = 0; axis < box.size(); ++axis) {
      for (const Stretch& side : box[axis]) {
        for (std::uint32_t p = side.first; p <= side.second; ++p) {
          out.bits_[(out.starts_[axis] + p) * out.words_ + place / 64] |= std::uint64_t{1} << (place % 64);
        }
      }
    }
  }
  return out;
}

}  // namespace xiezhi::core::dmn
