// Whether boxes cover a region of a space, and where not.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/dmn/space.h"

namespace xiezhi::core::dmn {

class Cover {
 public:
  /// `steps`: rules that may be looked at before it gives up.
  Cover(const Space& space, std::uint64_t steps) : space_(space), steps_(steps) {}

  /// Points of the region that no rule of `rules` (in order) holds, at most `wanted`, each in another corner. Nothing
  /// when it gave up.
  std::optional<std::vector<std::vector<std::uint32_t>>> holes(const std::vector<Side>& region,
                                                               const std::vector<std::uint32_t>& rules,
                                                               std::size_t wanted);

 private:
  using Rules = std::vector<std::uint32_t>;

  void search(std::size_t axis, const Rules& rules);
  /// The rules that hold along an axis, stretch by stretch, only those with declared positions of the region.
  std::vector<std::pair<std::uint32_t, Rules>> stretches(std::size_t axis, const Rules& rules);
  [[nodiscard]] std::optional<std::uint32_t> first_in_region(std::size_t axis, std::uint32_t low,
                                                             std::uint32_t high) const;

  const Space& space_;
  std::uint64_t steps_;
  const std::vector<Side>* region_ = nullptr;
  std::size_t wanted_ = 0;
  bool gave_up_ = false;
  std::vector<std::size_t> full_from_;  ///< of each rule: from this axis on it holds everywhere in the region
  std::vector<std::uint32_t> point_;
  std::vector<std::map<Rules, bool>> known_;  ///< of each axis: rule sets looked at before
  std::vector<std::vector<std::uint32_t>> holes_;
};

}  // namespace xiezhi::core::dmn
