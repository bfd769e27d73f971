// Money in integer fen (分, 1/100 yuan). No floating point anywhere near an amount.
#pragma once

#include <compare>
#include <cstdint>

namespace xiezhi::base {

struct Money {
  std::int64_t fen = 0;

  static constexpr Money of_yuan(std::int64_t yuan) { return Money{yuan * 100}; }
  static constexpr Money of_fen(std::int64_t fen) { return Money{fen}; }
  auto operator<=>(const Money&) const = default;
  bool operator==(const Money&) const = default;
  constexpr Money operator+(Money other) const { return Money{fen + other.fen}; }
  constexpr Money operator-(Money other) const { return Money{fen - other.fen}; }
  constexpr Money operator*(std::int64_t factor) const { return Money{fen * factor}; }
};

}  // namespace xiezhi::base
