// The rule of a plain table that decides, found by positions alone: for going through millions of cases.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/dmn/space.h"

namespace xiezhi::core::dmn {

class Classifier {
 public:
  /// For the policies with one answer: unique, any, first and priority. An error for another, and for priorities that
  /// are no constants.
  static base::Result<Classifier, std::string> of(const Program& program, const TableAt& at, const Space& space);

  /// The rule (from 0) that decides at a position of each axis; nothing where none holds, or where the table gives no
  /// answer because several hold.
  [[nodiscard]] std::optional<std::uint32_t> rule(std::span<const std::uint32_t> at) const {
    for (std::size_t word = 0; word < words_; ++word) {
      std::uint64_t held = ~std::uint64_t{0};
      for (std::size_t axis = 0; axis < starts_.size(); ++axis)
        held &= bits_[(starts_[axis] + at[axis]) * words_ + word];
      if (held == 0) continue;
      const auto first = static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(__builtin_ctzll(held)));
      if (first >= order_.size()) return std::nullopt;
      if (alone_ && !is_alone(word, held, at)) return std::nullopt;
      return order_[first];
    }
    return std::nullopt;
  }

 private:
  /// Whether no other rule holds than the first of a word.
  [[nodiscard]] bool is_alone(std::size_t word, std::uint64_t held, std::span<const std::uint32_t> at) const;

  std::size_t words_ = 0;             ///< of 64 rules each
  std::vector<std::size_t> starts_;   ///< of each axis: index of its first position
  std::vector<std::uint64_t> bits_;   ///< position by position: the rules that hold there, in order of precedence
  std::vector<std::uint32_t> order_;  ///< rules in order of precedence
  bool alone_ = false;                ///< an answer needs that one rule alone holds
};

}  // namespace xiezhi::core::dmn
