// Synthetic cases for a comparison: the same ones for the same seed, everywhere and however they are split.
#pragma once

#include "app/what_if.h"

namespace xiezhi::app {

/// Cases that share a seed. Pieces begin at multiples of it.
inline constexpr std::int64_t kDrawnAtOnce = 10'000;

/// Draws values for the axes of a comparison: every declared stretch is met as often as any other, and inside a stretch
/// of numbers whole ones are spread evenly.
class CaseDraw {
 public:
  explicit CaseDraw(const std::vector<core::dmn::Axis>& axes);

  /// Decides the cases `first` to `last` - 1 of a seed; `first` is a multiple of kDrawnAtOnce. Keeps the first `show`
  /// that are treated differently.
  void run(Comparison& comparison, std::uint64_t seed, std::int64_t first, std::int64_t last, std::size_t show,
           std::vector<Example>& examples) const;

 private:
  struct Stretch {
    core::feel::Value sample;
    std::int64_t first = 0;
    std::int64_t count = 0;  ///< whole numbers in it to draw from; 0: the sample
  };
  static std::vector<Stretch> stretches_of(const core::dmn::Axis& axis);

  std::vector<std::vector<Stretch>> axes_;
};

/// Facts as stated, by the axes of a comparison; a null where one is missing or cannot be read.
std::vector<core::feel::Value> values_of(const Comparison& comparison, const std::vector<core::law::StatedFact>& facts);

}  // namespace xiezhi::app
